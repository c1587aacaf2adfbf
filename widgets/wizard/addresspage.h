// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/wizard/wizardhost.h"
#include "widgets/wizard/wizardpage.h"

#include "netlayer/engine/pollconfig.h"

#include <optional>
#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace metriscope::ui
{

class PollForm;
struct AddressField;

/// Asks for the addresses that the application is told to use; what can be polled is asked for by the same
/// form that edits such a source. A field that is left empty is checked at its usual address, which stands
/// there in grey.
class AddressPage final : public WizardPage
{
    Q_OBJECT

public:
    explicit AddressPage(const WizardHost &host, QWidget *parent = nullptr);

    void setKind(net::CheckKind kind);
    [[nodiscard]] net::CheckContext context() const;
    /// What can be polled of it, as the reader described it; none for a kind that sends.
    [[nodiscard]] std::optional<net::PollConfig> pollConfig() const;
    [[nodiscard]] QString secret() const; ///< that goes with it
    [[nodiscard]] bool isComplete() const override;

protected:
    void retranslate() override;

private:
    struct Row {
        const AddressField *field;
        QLabel *label;
        QComboBox *edit; ///< editable; lists what was detected
    };
    void showRows();
    void detect();
    void offer(const net::DetectedAddress &found);
    void check();
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool isShown(const Row &row) const;

    const WizardHost &m_host;
    net::CheckKind m_kind = net::CheckKind::M3;
    std::vector<Row> m_rows;
    PollForm *m_poll;
    QFormLayout *m_form;
    QLabel *m_waitLabel, *m_waitHint, *m_problem, *m_detected;
    QSpinBox *m_wait;
    QPushButton *m_detect;
    int m_found = -1; ///< by the last detection; -1: there was none
};

} // namespace metriscope::ui
