// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/packetdesk.h"

#include "netlayer/capture/verdictcomment.h"

#include <QElapsedTimer>

#include <net/if.h>

#include <iterator>
#include <utility>

namespace metriscope::ui
{

namespace
{

constexpr int PollEvery = 33;    ///< milliseconds
constexpr qint64 TimeToWork = 6; ///< milliseconds of the window's thread at a time
constexpr std::size_t MostWaiting = 100'000;
constexpr int LookAtClockEvery = 64;
constexpr std::size_t TakenAtOnce = 256;

} // namespace

PacketDesk::PacketDesk(QObject *parent) : QObject(parent)
{
    connect(&m_timer, &QTimer::timeout, this, &PacketDesk::poll);
    connect(&m_wire, &net::WireCapture::stateChanged, this, &PacketDesk::captureChanged);
    connect(&m_wire, &net::WireCapture::arrived, this, [this] { m_timer.start(PollEvery); });
    connect(&m_file, &net::FileCapture::arrived, this, [this] { m_timer.start(0); });
    connect(&m_file, &net::FileCapture::finished, this, &PacketDesk::fileRead);
}

PacketDesk::~PacketDesk()
{
    setTapOn(false);
}

void PacketDesk::setTap(net::Tap *tap)
{
    const bool wanted = m_tapWanted;
    setTapOn(false);
    m_tap = tap;
    setTapOn(wanted);
    Q_EMIT tapChanged();
}

void PacketDesk::setTapOn(bool on)
{
    m_tapWanted = on;
    if (m_tap == nullptr || on == m_tap->isOn())
        return;
    poll(); // what came until now
    m_tap->setOn(on);
    if (on)
        m_timer.start(PollEvery);
    Q_EMIT tapChanged();
}

void PacketDesk::startCapture(const QString &interface, const QString &filter)
{
    net::WireConfig config;
    config.interface = interface;
    config.filter = filter;
    config.judge = {m_roles, m_dialect};
    m_wire.start(config);
}

void PacketDesk::stopCapture()
{
    m_wire.stop();
    poll(); // what came until now
}

void PacketDesk::openFile(const QString &path)
{
    setTapOn(false);
    m_wire.stop();
    m_file.stop();
    clear();
    m_path = path;
    m_file.start(path, {m_roles, m_dialect});
}

void PacketDesk::stopReading()
{
    m_file.stop();
}

double PacketDesk::fileProgress() const
{
    return m_file.size() == 0 ? 1.0 : static_cast<double>(m_file.read()) / static_cast<double>(m_file.size());
}

void PacketDesk::poll()
{
    std::vector<net::Packet> tapped;
    if (isTapOn())
        tapped = m_tap->take();
    add(std::move(tapped));
}

void PacketDesk::add(std::vector<net::Packet> packets)
{
    m_waiting.insert(m_waiting.end(), std::move_iterator(packets.begin()), std::move_iterator(packets.end()));
    while (m_waiting.size() > MostWaiting) {
        m_waiting.pop_front();
        ++m_overrun;
    }
    if (work())
        Q_EMIT changed();
    else if (!isTapOn() && !isReading())
        m_timer.stop();
    if (!m_waiting.empty() && !m_timer.isActive())
        m_timer.start(PollEvery);
}

/// True when something was done.
bool PacketDesk::work()
{
    QElapsedTimer timer;
    timer.start();
    const std::uint64_t end = m_ring.end();
    for (int done = 1; !m_waiting.empty(); ++done) {
        const net::Packet &packet = m_waiting.front();
        m_ring.push(packet, m_judges[static_cast<std::size_t>(packet.feed)].take(packet));
        m_waiting.pop_front();
        if (done % LookAtClockEvery == 0 && timer.elapsed() >= TimeToWork)
            return true;
    }
    // Judged already, on the thread that read them.
    while (timer.elapsed() < TimeToWork) {
        const std::uint64_t before = m_ring.end();
        takeFrom(m_wire, net::PacketFeed::Wire);
        takeFrom(m_file, net::PacketFeed::File);
        if (m_ring.end() == before)
            break;
    }
    return m_ring.end() != end;
}

template <typename Capture>
void PacketDesk::takeFrom(Capture &capture, net::PacketFeed feed)
{
    std::vector<net::JudgedPacket> packets = capture.take(TakenAtOnce);
    if (packets.empty())
        return;
    for (net::JudgedPacket &judged : packets) {
        // What we wrote ourselves is made anew when it is saved again.
        std::erase_if(judged.comments, net::isVerdictComment);
        m_ring.push(judged.packet, judged.facts, std::move(judged.comments));
    }
    QStringList &names = m_interfaces[static_cast<std::size_t>(feed)];
    const std::uint32_t last = packets.back().packet.interface;
    if (static_cast<qsizetype>(last) < names.size())
        return;
    names.clear();
    for (const net::CaptureInterface &interface : capture.interfaces())
        names << QString::fromUtf8(interface.name.data(), static_cast<qsizetype>(interface.name.size()));
}

void PacketDesk::setLimits(const net::PacketRing::Limits &limits)
{
    if (limits == m_ring.limits())
        return;
    m_ring.setLimits(limits);
    Q_EMIT changed();
}

void PacketDesk::clear()
{
    m_waiting.clear();
    m_ring.clear();
    m_path.clear();
    Q_EMIT changed();
}

void PacketDesk::setDialect(const net::Dialect &dialect)
{
    m_dialect = &dialect;
    configureJudges();
}

void PacketDesk::setPortRoles(const net::PortRoles &roles)
{
    m_roles = roles;
    configureJudges();
}

void PacketDesk::configureJudges()
{
    for (net::PacketJudge &judge : m_judges)
        judge.setConfig({m_roles, m_dialect});
}

void PacketDesk::setInterfaces(net::PacketFeed feed, const QStringList &names)
{
    m_interfaces[static_cast<std::size_t>(feed)] = names;
}

QString PacketDesk::interfaceName(const net::PacketRecord &record) const
{
    // A capture of all interfaces knows the kernel's number of each; in a file they are those of another
    // machine.
    if (record.feed == net::PacketFeed::Wire && record.kernelInterface != 0) {
        std::array<char, IF_NAMESIZE> name;
        if (::if_indextoname(record.kernelInterface, name.data()) != nullptr)
            return QString::fromLocal8Bit(name.data());
    }
    return m_interfaces[static_cast<std::size_t>(record.feed)].value(
        static_cast<qsizetype>(record.interface));
}

std::uint64_t PacketDesk::skipped() const
{
    return m_wire.counts().untaken + m_overrun + (m_tap != nullptr ? m_tap->skipped() : 0);
}

} // namespace metriscope::ui
