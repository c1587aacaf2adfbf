// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/replaysource.h"

#include "netlayer/statsd/lineintake.h"

#include <QFile>
#include <QMetaObject>

#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <random>
#include <system_error>
#include <utility>
#include <vector>

namespace metriscope::net
{

namespace
{

using Clock = std::chrono::steady_clock;
constexpr std::size_t PieceSize = std::size_t{64} << 10;

std::uint64_t secretSeed()
{
    std::random_device device;
    return (std::uint64_t{device()} << 32U) | device();
}

/// The sender of a packet, as notes of doubtful lines want it.
class Peer final
{
public:
    explicit Peer(const PacketAddress &address)
    {
        if (address.family == PacketAddress::Family::Inet) {
            sockaddr_in inet{};
            inet.sin_family = AF_INET;
            inet.sin_port = htons(address.port);
            std::memcpy(&inet.sin_addr, address.bytes.data(), sizeof inet.sin_addr);
            std::memcpy(&m_address, &inet, m_size = sizeof inet);
        } else if (address.family == PacketAddress::Family::Inet6) {
            sockaddr_in6 inet6{};
            inet6.sin6_family = AF_INET6;
            inet6.sin6_port = htons(address.port);
            std::memcpy(&inet6.sin6_addr, address.bytes.data(), sizeof inet6.sin6_addr);
            std::memcpy(&m_address, &inet6, m_size = sizeof inet6);
        }
    }
    [[nodiscard]] LinePeer peer() const
    {
        return m_size > 0 ? LinePeer{reinterpret_cast<const sockaddr *>(&m_address), m_size} : LinePeer{};
    }

private:
    sockaddr_storage m_address{};
    socklen_t m_size = 0;
};

} // namespace

/// Runs on the thread.
class ReplaySource::Player final
{
public:
    Player(ReplaySource &source, FileDescriptor file)
        : m_source(source), m_file(std::move(file)), m_speed(source.m_config.speed),
          m_dialect(dialectOf(source.m_config)), m_intake(m_dialect, source.m_aggregator, source.m_counts),
          m_judge({source.m_config.roles, &m_dialect})
    {
    }

    void run(const std::stop_token &stop)
    {
        std::vector<std::uint8_t> piece(PieceSize);
        while (!stop.stop_requested() && m_reader.problem() == CaptureProblem::None) {
            const ssize_t size = ::read(m_file.get(), piece.data(), piece.size());
            if (size < 0 && errno == EINTR)
                continue;
            if (size < 0)
                m_error = errno;
            if (size <= 0) {
                m_reader.end();
                break;
            }
            m_reader.feed({piece.data(), static_cast<std::size_t>(size)});
            while (auto captured = m_reader.next()) {
                if (!waitFor(captured->packet.time, stop))
                    return;
                play(captured->packet);
            }
            m_source.m_offset.store(m_reader.offset(), std::memory_order_relaxed);
        }
        // What was played last shall be seen: it leaves with the next bank.
        while (!stop.stop_requested() && !serve(std::chrono::milliseconds(-1), stop)) {
        }
    }

    [[nodiscard]] std::pair<CaptureError, QString> outcome() const
    {
        if (m_error != 0)
            return {CaptureError::FileUnreadable,
                    QString::fromStdString(std::generic_category().message(m_error))};
        return {errorOf(m_reader.problem()), errorOf(m_reader.problem()) == CaptureError::FileDamaged
                                                 ? QString::number(m_reader.offset())
                                                 : QString()};
    }

private:
    static const Dialect &dialectOf(const ReplayConfig &config)
    {
        const Dialect *const dialect = dialectByName(config.dialect.toStdString());
        return dialect ? *dialect : defaultDialect();
    }

    void play(const Packet &packet)
    {
        const PacketFacts facts = m_judge.take(packet);
        m_source.m_packets.fetch_add(1, std::memory_order_relaxed);
        m_source.m_bytes.fetch_add(packet.bytes.size(), std::memory_order_relaxed);
        const std::string_view text = facts.wholeText(packet.bytes);
        if (facts.kind != PayloadKind::Statsd || text.empty())
            return;
        const Peer peer(facts.frame.source);
        m_intake.takeDatagram(text, peer.peer());
        m_intake.settle();
        m_source.m_accepted.store(m_source.m_counts.accepted, std::memory_order_relaxed);
        m_source.m_rejected.store(m_source.m_counts.rejected, std::memory_order_relaxed);
    }

    /// Serves banks until the packet is due. False when it is to stop.
    bool waitFor(std::int64_t time, const std::stop_token &stop)
    {
        if (!m_begun) {
            m_begun = true;
            m_first = time;
            m_start = Clock::now();
        }
        for (;;) {
            if (stop.stop_requested())
                return false;
            auto left = std::chrono::milliseconds(0);
            if (m_speed > 0 && time > m_first) {
                const std::chrono::duration<double, std::nano> since(static_cast<double>(time - m_first) /
                                                                     m_speed);
                const std::chrono::duration<double, std::milli> rest = since - (Clock::now() - m_start);
                left = std::chrono::milliseconds(static_cast<int>(std::clamp(rest.count(), 0.0, 1e6)));
            }
            if (left.count() > 0 || m_source.m_exchange.isWanted())
                serve(left, stop);
            if (left.count() <= 0)
                return true;
        }
    }

    /// Waits at most so long for who wants a bank, and gives it. True when it did.
    bool serve(std::chrono::milliseconds patience, const std::stop_token &stop)
    {
        pollfd wake{m_source.m_wake.get(), POLLIN, 0};
        ::poll(&wake, 1, static_cast<int>(patience.count()));
        eventfd_t count = 0;
        ::eventfd_read(m_source.m_wake.get(), &count);
        if (stop.stop_requested() || !m_source.m_exchange.isWanted())
            return false;
        if (std::unique_ptr<Bank> empty = m_source.m_exchange.takeEmpty())
            m_source.m_exchange.deliver(m_intake.swap(std::move(empty), Clock::now()));
        return true;
    }

    ReplaySource &m_source;
    const FileDescriptor m_file;
    const double m_speed;
    const Dialect &m_dialect;
    LineIntake m_intake;
    CaptureReader m_reader;
    PacketJudge m_judge;
    int m_error = 0;
    bool m_begun = false;
    std::int64_t m_first = 0;
    Clock::time_point m_start;
};

ReplaySource::ReplaySource(const AggregatorLimits &limits, QObject *parent)
    : Source(parent), m_aggregator(limits, secretSeed()), m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
}

ReplaySource::~ReplaySource()
{
    stop();
}

void ReplaySource::start()
{
    stop();
    answer(State::Starting);
    FileDescriptor file(
        ::open(QFile::encodeName(m_config.path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status {
    };
    int error = 0;
    if (!file || !m_wake || ::fstat(file.get(), &status) != 0)
        error = errno;
    else if (!S_ISREG(status.st_mode))
        error = S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
    if (error != 0)
        return answer(State::Failed, SourceError::SystemError,
                      QString::fromStdString(std::generic_category().message(error)));
    m_size = static_cast<std::uint64_t>(status.st_size);
    m_offset = 0;
    m_exchange.open(m_wake.get());
    auto player = std::make_shared<Player>(*this, std::move(file));
    m_thread = std::jthread([this, player, run = ++m_run](const std::stop_token &stop) {
        sigset_t all;
        ::sigfillset(&all);
        ::pthread_sigmask(SIG_BLOCK, &all, nullptr);
        ::pthread_setname_np(::pthread_self(), "replay");
        player->run(stop);
        m_exchange.close(); // who waits for a bank waits no more
        const auto [problem, detail] = player->outcome();
        QMetaObject::invokeMethod(
            this, [this, run, problem, detail] { ended(run, problem, detail); }, Qt::QueuedConnection);
    });
    answer(State::Running);
}

void ReplaySource::stop()
{
    if (m_state == State::Stopped)
        return;
    ++m_run;
    if (m_thread.joinable()) {
        m_thread.request_stop();
        ::eventfd_write(m_wake.get(), 1);
        m_thread.join();
    }
    answer(State::Stopped);
}

void ReplaySource::ended(std::uint64_t run, CaptureError error, const QString &detail)
{
    if (run != m_run)
        return;
    stop();
    Q_EMIT finished(error, detail);
}

SourceCounts ReplaySource::counts() const
{
    SourceCounts counts;
    counts.received = m_packets.load(std::memory_order_relaxed);
    counts.bytes = m_bytes.load(std::memory_order_relaxed);
    counts.items = m_accepted.load(std::memory_order_relaxed);
    counts.rejected = m_rejected.load(std::memory_order_relaxed);
    return counts;
}

std::unique_ptr<Bank> ReplaySource::flip(std::unique_ptr<Bank> empty)
{
    return m_exchange.request(std::move(empty));
}

void ReplaySource::answer(State state, SourceError error, const QString &detail)
{
    m_state = state;
    Q_EMIT stateChanged(state, error, detail);
}

} // namespace metriscope::net
