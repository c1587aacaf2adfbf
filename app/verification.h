// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/wizard/wizardhost.h"

#include "netlayer/engine/pollconfig.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace metriscope::net
{
class WireProbe;
}

namespace metriscope::ui
{
class ConnectivityWizard;
class PacketDesk;
} // namespace metriscope::ui

namespace metriscope::app
{

class Console;

/// Opens the connectivity wizard on the running console, once at a time, beside the window and not in its
/// way: what the checks are about can be watched meanwhile. While it is open the tap is on and, where that is
/// allowed, the wire is looked at.
class Verification final : public QObject
{
    Q_OBJECT

public:
    Verification(Console &console, ui::PacketDesk &packets, QWidget &window);
    ~Verification() override;

    /// A wizard that is open is only raised, unless it stands at the choice of the kind.
    void open(std::optional<net::CheckKind> kind);

Q_SIGNALS:
    void addWanted(const metriscope::net::PollConfig &config, const QString &secret);

private:
    [[nodiscard]] ui::WizardHost host();
    [[nodiscard]] std::vector<net::Packet> received(std::int64_t since) const;
    [[nodiscard]] bool takenAsMicroseconds(const QString &prefix) const;
    void close();

    Console &m_console;
    ui::PacketDesk &m_packets;
    QWidget &m_window;
    QPointer<ui::ConnectivityWizard> m_wizard;
    std::unique_ptr<net::WireProbe> m_wire; ///< while the wizard is open
    bool m_tapWasOn = false;
};

} // namespace metriscope::app
