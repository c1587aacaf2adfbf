// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verification.h"

#include "app/console.h"

#include "widgets/wizard/connectivitywizard.h"

#include <QCoreApplication>

namespace metriscope::app
{

Verification::Verification(Console &console, QWidget &window)
    : QObject(&window), m_console(console), m_window(window)
{
}

void Verification::open(net::CheckKind kind)
{
    if (!m_wizard) {
        m_wizard = new ui::ConnectivityWizard(host(), &m_window);
        m_wizard->setAttribute(Qt::WA_DeleteOnClose);
        m_wizard->setKind(kind);
        connect(m_wizard, &ui::ConnectivityWizard::addRequested, this, &Verification::addWanted);
    }
    m_wizard->show();
    m_wizard->raise();
    m_wizard->activateWindow();
}

ui::WizardHost Verification::host() const
{
    ui::WizardHost host;
    host.console.pid = QCoreApplication::applicationPid();
    host.detect = [] { return net::detectedIn(net::ownedSockets(), net::metricVariables(), {}); };
    return host;
}

} // namespace metriscope::app
