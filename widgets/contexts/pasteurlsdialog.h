// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;

namespace metriscope::ui
{

/// Takes a list of URLs, for applications that did not register theirs.
class PasteUrlsDialog final : public QDialog
{
    Q_OBJECT

public:
    static constexpr int MaxText = 8 * 1024 * 1024; ///< characters

    explicit PasteUrlsDialog(QWidget *parent = nullptr);
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void check();

    QLabel *m_hint;
    QPlainTextEdit *m_edit;
    QDialogButtonBox *m_buttons;
};

} // namespace metriscope::ui
