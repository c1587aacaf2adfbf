// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/pollconfig.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;

namespace metriscope::ui
{

class PollForm;

/// Adds something to poll, or edits it.
class PollDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Purpose : std::uint8_t { Add, Edit };

    PollDialog(Purpose purpose, const net::PollConfig &config, QWidget *parent = nullptr);

    [[nodiscard]] net::PollConfig value() const;
    [[nodiscard]] QString secret() const; ///< empty: the one that is kept

protected:
    bool event(QEvent *event) override; ///< grows when the form needs more lines
    void changeEvent(QEvent *event) override;

private:
    void check();
    void retranslate();

    const Purpose m_purpose;
    PollForm *m_form;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
};

} // namespace metriscope::ui
