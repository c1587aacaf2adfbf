// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/wizard/wizardhost.h"

#include "netlayer/engine/pollconfig.h"

#include <QObject>
#include <QPointer>

namespace metriscope::ui
{
class ConnectivityWizard;
}

namespace metriscope::app
{

class Console;

/// Opens the connectivity wizard on the running console, once at a time, beside the window and not in its
/// way: what the checks are about can be watched meanwhile.
class Verification final : public QObject
{
    Q_OBJECT

public:
    Verification(Console &console, QWidget &window);

    void open(net::CheckKind kind);

Q_SIGNALS:
    void addWanted(const metriscope::net::PollConfig &config, const QString &secret);

private:
    [[nodiscard]] ui::WizardHost host() const;

    Console &m_console;
    QWidget &m_window;
    QPointer<ui::ConnectivityWizard> m_wizard;
};

} // namespace metriscope::app
