// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verification.h"

#include "app/composition.h"
#include "app/console.h"

#include "widgets/packets/packetdesk.h"
#include "widgets/wizard/connectivitywizard.h"

#include "netlayer/checks/wireprobe.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace metriscope::app
{

Verification::Verification(Console &console, ui::PacketDesk &packets, QWidget &window)
    : QObject(&window), m_console(console), m_packets(packets), m_window(window)
{
}

Verification::~Verification() = default;

void Verification::open(std::optional<net::CheckKind> kind)
{
    if (!m_wizard) {
        m_tapWasOn = m_packets.isTapOn();
        m_packets.setTapOn(true);
        m_wire = std::make_unique<net::WireProbe>();
        m_wire->start();
        m_wizard = new ui::ConnectivityWizard(host(), &m_window);
        m_wizard->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_wizard, &ui::ConnectivityWizard::addRequested, this, &Verification::addWanted);
        connect(m_wizard, &QObject::destroyed, this, &Verification::close);
    }
    if (kind && (!m_wizard->isVisible() || m_wizard->currentId() == ui::ConnectivityWizard::Kind))
        m_wizard->setKind(*kind);
    m_wizard->show();
    m_wizard->raise();
    m_wizard->activateWindow();
}

void Verification::close()
{
    m_wire.reset();
    if (!m_tapWasOn)
        m_packets.setTapOn(false);
}

ui::WizardHost Verification::host()
{
    ui::WizardHost host;
    host.console.pid = QCoreApplication::applicationPid();
    host.console.received = [this](std::int64_t since) { return received(since); };
    host.console.selfTests = [this] { return m_console.receiver().selfTests(); };
    host.console.registrations = [this] {
        QStringList names;
        for (const auto &[name, registration] : m_console.contextBook().registrations())
            names << QString::fromStdString(name);
        return names;
    };
    host.console.takenAsMicroseconds = [this](const QString &prefix) { return takenAsMicroseconds(prefix); };
    host.wire = [this] { return m_wire ? m_wire->knowledge() : net::WireKnowledge(); };
    host.detect = [this] {
        constexpr std::int64_t Recently = 60'000; // milliseconds
        constexpr std::size_t EnoughLines = 1000;
        std::vector<std::string> lines;
        for (const net::Packet &packet :
             received((QDateTime::currentMSecsSinceEpoch() - Recently) * 1'000'000)) {
            if (lines.size() < EnoughLines)
                lines.emplace_back(packet.bytes.begin(), packet.bytes.end());
        }
        return net::detectedIn(net::ownedSockets(), net::metricVariables(), lines);
    };
    return host;
}

std::vector<net::Packet> Verification::received(std::int64_t since) const
{
    const net::PacketRing &ring = m_packets.ring();
    std::vector<net::Packet> packets;
    for (std::uint64_t number = ring.end(); number > ring.first(); --number) {
        const net::PacketRecord record = ring.at(number - 1);
        if (record.time < since)
            break;
        if (record.feed == net::PacketFeed::Tap && record.protocol == net::PacketProtocol::Udp)
            packets.push_back(record.packet());
    }
    std::ranges::reverse(packets);
    return packets;
}

bool Verification::takenAsMicroseconds(const QString &prefix) const
{
    return takesM3AsMicroseconds(m_console.engine().config(), prefix);
}

} // namespace metriscope::app
