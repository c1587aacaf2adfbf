// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/wizard/wizardhost.h"

#include "netlayer/engine/pollconfig.h"

#include <QWizard>

namespace metriscope::ui
{

class AddressPage;
class ChecklistPage;
class KindPage;
class ResultPage;

/// Verifies step by step whether an application's metrics arrive: what it sends with, which addresses it
/// uses, the checks, the settings it needs.
class ConnectivityWizard final : public QWizard
{
    Q_OBJECT

public:
    enum Page { Kind, Addresses, Checks, Results };

    explicit ConnectivityWizard(WizardHost host, QWidget *parent = nullptr);
    ~ConnectivityWizard() override;

    /// Where it begins, for who comes from a source of that kind.
    void setKind(net::CheckKind kind);

Q_SIGNALS:
    /// The reader wants the verified source polled. `secret` is empty or goes into the system keyring.
    void addRequested(const metriscope::net::PollConfig &config, const QString &secret);

protected:
    void changeEvent(QEvent *event) override;

private:
    void enter(int page);
    void retranslate();

    const WizardHost m_host;
    KindPage *m_kind;
    AddressPage *m_addresses;
    ChecklistPage *m_checks;
    ResultPage *m_results;
    int m_last = -1;
};

} // namespace metriscope::ui
