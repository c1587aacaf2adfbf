// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/packetdesk.h"

#include "netlayer/capture/verdictcomment.h"

#include <QElapsedTimer>
#include <QThreadPool>

#include <net/if.h>

#include <iterator>
#include <memory>
#include <utility>

namespace metriscope::ui
{

namespace
{

constexpr int PollEvery = 33;    ///< milliseconds
constexpr int GoOnAfter = 6;     ///< milliseconds, when there was more than could be done
constexpr int TellAfter = 16;    ///< milliseconds, meanwhile: once a frame
constexpr qint64 TimeToWork = 2; ///< milliseconds of the window's thread at a time
constexpr std::size_t MostWaiting = 100'000;
constexpr int LookAtClockEvery = 64;
constexpr std::size_t TakenAtOnce = 64;

} // namespace

PacketDesk::PacketDesk(QObject *parent) : QObject(parent)
{
    m_tell.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PacketDesk::poll);
    connect(&m_tell, &QTimer::timeout, this, &PacketDesk::changed);
    connect(&m_wire, &net::WireCapture::stateChanged, this, &PacketDesk::captureChanged);
    connect(&m_wire, &net::WireCapture::arrived, this, [this] { m_timer.start(PollEvery); });
    connect(&m_file, &net::FileCapture::arrived, this, [this] { m_timer.start(0); });
    connect(&m_file, &net::FileCapture::finished, this, &PacketDesk::fileRead);
}

PacketDesk::~PacketDesk()
{
    if (m_tap != nullptr)
        m_tap->setOn(false); // without a word: those who would hear of it are half gone
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
    const std::uint64_t end = m_ring.end();
    const bool finished = work();
    if (finished && (m_ring.end() != end || m_tell.isActive())) {
        m_tell.stop();
        Q_EMIT changed();
    } else if (m_ring.end() != end && !m_tell.isActive()) {
        m_tell.start(TellAfter); // those who hear of it paint: too much for every slice
    }
    if (!finished)
        m_timer.start(isReading() ? 0 : GoOnAfter);
    else if (m_ring.end() != end || isTapOn() || isReading())
        m_timer.start(PollEvery);
    else
        m_timer.stop();
}

/// False when there is more to do.
bool PacketDesk::work()
{
    QElapsedTimer timer;
    timer.start();
    for (int done = 1; !m_waiting.empty(); ++done) {
        const net::Packet &packet = m_waiting.front();
        m_ring.push(packet, m_judges[static_cast<std::size_t>(packet.feed)].take(packet));
        m_waiting.pop_front();
        if (done % LookAtClockEvery == 0 && timer.elapsed() >= TimeToWork)
            return false;
    }
    // Judged already, on the thread that read them.
    do {
        const std::uint64_t before = m_ring.end();
        takeFrom(m_wire, net::PacketFeed::Wire);
        takeFrom(m_file, net::PacketFeed::File);
        if (m_ring.end() == before)
            return true;
    } while (timer.elapsed() < TimeToWork);
    return false;
}

template <typename Capture>
void PacketDesk::takeFrom(Capture &capture, net::PacketFeed feed)
{
    std::vector<net::JudgedPacket> packets = capture.take(TakenAtOnce);
    if (packets.empty())
        return;
    for (net::JudgedPacket &judged : packets) {
        if (feed == net::PacketFeed::Wire)
            nameKernelInterface(judged.facts.frame.interfaceIndex);
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
    QThreadPool::globalInstance()->start([gone = std::make_shared<net::PacketRing>(m_ring.clear())] {});
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

/// A capture of all interfaces knows the kernel's number of each. It is asked for the name once, while there
/// is such an interface; in a file the numbers are those of another machine.
void PacketDesk::nameKernelInterface(std::uint32_t number)
{
    if (number == 0 || m_kernelInterfaces.contains(number))
        return;
    std::array<char, IF_NAMESIZE> name;
    if (::if_indextoname(number, name.data()) != nullptr)
        m_kernelInterfaces.insert(number, QString::fromLocal8Bit(name.data()));
}

QString PacketDesk::interfaceName(const net::PacketRecord &record) const
{
    if (record.feed == net::PacketFeed::Wire) {
        if (const auto known = m_kernelInterfaces.constFind(record.kernelInterface);
            known != m_kernelInterfaces.constEnd())
            return *known;
    }
    return m_interfaces[static_cast<std::size_t>(record.feed)].value(
        static_cast<qsizetype>(record.interface));
}

std::uint64_t PacketDesk::skipped() const
{
    return m_wire.counts().untaken + m_overrun + (m_tap != nullptr ? m_tap->skipped() : 0);
}

} // namespace metriscope::ui
