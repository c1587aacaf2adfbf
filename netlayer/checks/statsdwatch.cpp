// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/statsdwatch.h"

#include "netlayer/checks/family.h"
#include "netlayer/sockets/portowner.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QNetworkInterface>
#include <QSocketNotifier>

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace metriscope::net
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::size_t DatagramBytes = 65'536, MaxStreams = 256;
/// Packets of the console that count as traffic although nobody waited for them.
constexpr std::int64_t Recently = 60'000'000'000; // ns
const Dialect &dialectOf(const CheckContext &context)
{
    const Dialect *dialect = dialectByName(context.dialect.toStdString());
    return dialect ? *dialect : defaultDialect();
}

} // namespace

QString shownEndpoint(const Endpoint &endpoint)
{
    return QString::fromStdString(endpoint.text());
}

Endpoint endpointOf(const PacketAddress &address)
{
    return {address.family == PacketAddress::Family::Inet6 ? Endpoint::Kind::Inet6 : Endpoint::Kind::Inet,
            address.host(), address.port};
}

bool isAny(const Endpoint &endpoint)
{
    return endpoint.host == "0.0.0.0" || endpoint.host == "::";
}

std::string lookedUp(const QHostAddress &address)
{
    return address.toString().section(u'%', 0, 0).toStdString();
}

/// A TCP connection to a socket of ours.
struct StatsdWatch::Stream {
    FileDescriptor fd;
    std::string peer;
    LineFramer framer{};
    std::unique_ptr<QSocketNotifier> notifier{};
};

StatsdWatch::StatsdWatch(const CheckContext &context) : m_context(context), m_dialect(dialectOf(context))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &StatsdWatch::end);
}

StatsdWatch::~StatsdWatch() = default;

void StatsdWatch::open()
{
    m_since = m_context.now().toMSecsSinceEpoch() * 1'000'000;
    const QStringList addresses =
        m_context.statsd.isEmpty() ? QStringList{u"127.0.0.1:8125"_s} : m_context.statsd;
    for (const QString &address : addresses) {
        const std::string bytes = address.toStdString();
        const auto endpoint = Endpoint::fromText(bytes);
        if (endpoint && address.startsWith("localhost:"_L1)) { // whichever of the two the application takes
            m_targets.push_back({*endpoint});
            m_targets.push_back({{Endpoint::Kind::Inet6, "::1", endpoint->port}});
        } else if (endpoint) {
            m_targets.push_back({*endpoint});
        } else if (const auto shape = Endpoint::fromText(
                       "127.0.0.1" + bytes.substr(std::min(bytes.rfind(':'), bytes.size())));
                   shape && !address.startsWith(u'[') && !address.startsWith(u':')) {
            ++m_lookups;
            QHostInfo::lookupHost(
                address.section(u':', 0, -2), this,
                [this, address, port = shape->port](const QHostInfo &info) {
                    for (const QHostAddress &found : info.addresses()) {
                        const bool six = found.protocol() == QHostAddress::IPv6Protocol;
                        m_targets.push_back(
                            {{six ? Endpoint::Kind::Inet6 : Endpoint::Kind::Inet, lookedUp(found), port}});
                    }
                    if (info.addresses().isEmpty())
                        m_targets.push_back(
                            {{}, Holder::Nobody, fail(CheckReason::HostUnknown, at(address))});
                    if (--m_lookups == 0)
                        claim();
                });
        } else {
            m_targets.push_back({{}, Holder::Nobody, fail(CheckReason::BadAddress, at(address))});
        }
    }
    if (m_lookups == 0)
        claim();
}

void StatsdWatch::claim()
{
    for (Target &target : m_targets) {
        if (target.claim.reason == CheckReason::None)
            claimOne(target);
    }
    // a machine without IPv6 knows no ::1, and nothing can be sent there
    if (m_targets.size() > 1)
        std::erase_if(m_targets, [](const Target &target) {
            return target.endpoint.host == "::1" && target.claim.reason == CheckReason::NotLocal;
        });
    Q_EMIT opened();
}

void StatsdWatch::claimOne(Target &target)
{
    ReceiverConfig config;
    config.endpoints = {target.endpoint};
    auto opened = openListenSet(config);
    CheckEvidence evidence = at(shownEndpoint(target.endpoint));
    if (opened && opened->absent.empty()) {
        target.endpoint = opened->endpoints.front();
        evidence.address = shownEndpoint(target.endpoint);
        target.holder = Holder::Check;
        target.claim = pass(CheckReason::CanBeServed, evidence);
        ListenSet &set = m_sockets.emplace_back(*std::move(opened));
        for (ListenSocket &socket : set.sockets) {
            auto notifier = std::make_unique<QSocketNotifier>(socket.fd.get(), QSocketNotifier::Read);
            const Endpoint endpoint = target.endpoint;
            if (socket.transport == Transport::Tcp)
                connect(notifier.get(), &QSocketNotifier::activated, this,
                        [this, fd = socket.fd.get(), endpoint] { acceptFrom(fd, endpoint); });
            else
                connect(notifier.get(), &QSocketNotifier::activated, this,
                        [this, &socket, endpoint] { readFrom(socket, endpoint, m_arrived); });
            m_notifiers.push_back(std::move(notifier));
        }
        return;
    }
    const int error = opened ? EADDRNOTAVAIL : opened.error().error;
    if (error == EADDRINUSE) {
        const PortOwner owner = findPortOwner(opened.error().transport, target.endpoint);
        evidence.peer = QString::fromStdString(owner.text());
        target.holder = Holder::Others;
        if (owner.pid != 0 && owner.pid == m_context.console.pid) {
            target.holder = Holder::Console;
            target.claim = pass(CheckReason::ServedByUs, evidence);
        } else if (owner.pid == 0) {
            target.claim = fail(CheckReason::TakenUnseen, evidence);
        } else if (owner.name == "metriscope") {
            target.claim = warn(CheckReason::SecondConsole, evidence);
        } else {
            target.claim = fail(CheckReason::TakenBy, evidence);
        }
    } else if (error == EADDRNOTAVAIL || error == EAFNOSUPPORT) {
        for (const QHostAddress &own : QNetworkInterface::allAddresses())
            evidence.items << own.toString();
        target.claim = skip(CheckReason::NotLocal, evidence);
    } else if (error == EACCES || error == EPERM) {
        target.claim = fail(CheckReason::PortForbidden, evidence);
    } else {
        evidence.detail = QString::fromLocal8Bit(std::strerror(error));
        target.claim = fail(CheckReason::ListenFailed, evidence);
    }
}

QString StatsdWatch::targetText() const
{
    QStringList texts;
    for (const Target &target : m_targets)
        texts << shownEndpoint(target.endpoint);
    return texts.join(u", "_s);
}

bool StatsdWatch::sees(const Target &target) const
{
    return target.holder == Holder::Check || (target.holder == Holder::Console && m_context.console.received);
}

bool StatsdWatch::seesArrivals() const
{
    return std::ranges::any_of(m_targets, [this](const Target &target) { return sees(target); });
}

const StatsdWatch::Target *StatsdWatch::unseen() const
{
    const auto found =
        std::ranges::find_if(m_targets, [this](const Target &target) { return !sees(target); });
    return found == m_targets.end() ? nullptr : &*found;
}

bool StatsdWatch::mayWait() const
{
    return m_context.wait.count() > 0 || m_context.console.received;
}

void StatsdWatch::observe()
{
    if (std::exchange(m_observing, true))
        return;
    if (m_context.wait.count() > 0)
        placeSentinels();
    m_timer.start(m_context.wait);
}

void StatsdWatch::end()
{
    for (const Target &target : m_targets) {
        if (target.holder != Holder::Console || !m_context.console.received)
            continue;
        for (const Packet &packet : m_context.console.received(m_since - Recently)) {
            const Endpoint destination = endpointOf(packet.destination);
            if (destination == target.endpoint)
                keep(m_arrived, {destination, packet.source.text(),
                                 std::string(packet.bytes.begin(), packet.bytes.end())});
        }
    }
    readWire();
    m_over = true;
    Q_EMIT over();
}

bool StatsdWatch::isTarget(const Endpoint &endpoint) const
{
    return std::ranges::any_of(m_targets, [&](const Target &target) {
        return target.endpoint == endpoint ||
               (isAny(target.endpoint) && target.endpoint.kind == endpoint.kind &&
                target.endpoint.port == endpoint.port);
    });
}

void StatsdWatch::keep(std::vector<SeenDatagram> &kept, SeenDatagram seen)
{
    if (seen.payload.starts_with(SelfTestName)) {
        Q_EMIT selfTestSeen(QByteArray::fromStdString(seen.payload.substr(0, seen.payload.find(':'))));
        return;
    }
    if (&kept == &m_arrived)
        ++m_arrivedCount;
    if (kept.size() < MaxKept)
        kept.push_back(std::move(seen));
}

void StatsdWatch::readFrom(ListenSocket &socket, const Endpoint &endpoint, std::vector<SeenDatagram> &kept)
{
    static constexpr int MostAtOnce = 256; // the event loop has other work
    std::vector<char> buffer(DatagramBytes);
    for (int i = 0; i < MostAtOnce; ++i) {
        sockaddr_storage from{};
        socklen_t size = sizeof from;
        auto *address = reinterpret_cast<sockaddr *>(&from);
        const ssize_t got = ::recvfrom(socket.fd.get(), buffer.data(), buffer.size(), 0, address, &size);
        if (got < 0)
            return;
        keep(kept,
             {endpoint, peerText(address, size), std::string(buffer.data(), static_cast<std::size_t>(got))});
    }
}

void StatsdWatch::acceptFrom(int fd, const Endpoint &endpoint)
{
    sockaddr_storage from{};
    socklen_t size = sizeof from;
    auto *address = reinterpret_cast<sockaddr *>(&from);
    FileDescriptor accepted(::accept4(fd, address, &size, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (!accepted || m_streams.size() >= MaxStreams)
        return;
    auto stream = std::make_unique<Stream>(Stream{std::move(accepted), peerText(address, size)});
    stream->notifier = std::make_unique<QSocketNotifier>(stream->fd.get(), QSocketNotifier::Read);
    connect(stream->notifier.get(), &QSocketNotifier::activated, this, [this, s = stream.get(), endpoint] {
        std::vector<char> buffer(DatagramBytes);
        const ssize_t got = ::recv(s->fd.get(), buffer.data(), buffer.size(), 0);
        if (got > 0) {
            s->framer.feed({buffer.data(), static_cast<std::size_t>(got)}, [&](std::string_view line) {
                keep(m_arrived, {endpoint, s->peer, std::string(line)});
            });
        } else if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
            s->notifier->setEnabled(false);
            s->fd.reset();
        }
    });
    m_streams.push_back(std::move(stream));
}

} // namespace metriscope::net
