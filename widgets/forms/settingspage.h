// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QFormLayout;
class QGroupBox;
class QLabel;

namespace metriscope::ui
{

/// A page of settings: shows what it is given, gives back what the reader made of it, and says in words what
/// is wrong with that.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    [[nodiscard]] virtual QString title() const = 0;
    /// The first thing that is wrong, in words; empty when all is well.
    [[nodiscard]] virtual QString problem() const { return {}; }

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;
    virtual void retranslate() = 0;
    /// A label with a buddy, in a form.
    QLabel *addRow(QFormLayout &form, QWidget *field);
    /// Small plain text below a field.
    QLabel *addHint(QFormLayout &form);
};

} // namespace metriscope::ui
