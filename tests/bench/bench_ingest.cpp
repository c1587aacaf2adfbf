// SPDX-License-Identifier: GPL-3.0-or-later
// What receiving costs: processor seconds (user and system) of the receiving thread per million lines, for
// our receiver and, in the same run, for a bare recvmmsg(2) that only counts newlines. Ratios travel between
// machines, absolute figures do not. `bench_ingest --quick` shows that it works; `--drain` leaves the
// paced senders out, `--watched` ends with what the tap costs.
#include "netlayer/statsd/datagramreader.h"
#include "netlayer/statsd/lineintake.h"
#include "netlayer/statsd/listenset.h"
#include "netlayer/statsd/receiver.h"
#include "tests/bench/traffic.h"

#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <thread>
#include <vector>

using namespace metriscope::net;

namespace
{

constexpr std::size_t PacketBytes = 65'535, Batch = 256, LinesPerTick = 1'000'000, WarmLines = 2'500'000;

double threadSeconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// Of the thread with this name, as the scheduler counts them.
double secondsOfThread(const std::string &name)
{
    for (const auto &task : std::filesystem::directory_iterator("/proc/self/task")) {
        std::string comm;
        std::getline(std::ifstream(task.path() / "comm"), comm);
        double nanoseconds = 0;
        if (comm == name && std::ifstream(task.path() / "schedstat") >> nanoseconds)
            return nanoseconds * 1e-9;
    }
    return 0;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

FileDescriptor senderTo(int receiver)
{
    const SocketAddress address = SocketAddress::local(receiver);
    FileDescriptor fd(::socket(address.get()->sa_family, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    if (::connect(fd.get(), address.get(), address.size) != 0)
        std::perror("connect");
    return fd;
}

ReceiverConfig udpOnly(int receiveBuffer = 8 << 20)
{
    ReceiverConfig config;
    config.receiveBuffer = receiveBuffer;
    config.endpoints = {{Endpoint::Kind::Inet, "127.0.0.1", 0}};
    config.tcp = false;
    return config;
}

/// The least that any receiver does: read, and look for the ends of lines.
class Scanner final
{
public:
    std::size_t readOnce(int fd)
    {
        const std::size_t count = m_reader.receive(fd);
        for (std::size_t i = 0; i < count; ++i) {
            const std::string_view bytes = m_reader.at(i).bytes;
            const char *at = bytes.data(), *const end = at + bytes.size();
            ++m_lines;
            while ((at = static_cast<const char *>(
                        std::memchr(at, '\n', static_cast<std::size_t>(end - at)))) != nullptr) {
                ++m_lines;
                ++at;
            }
        }
        return count;
    }
    [[nodiscard]] std::size_t lines() const noexcept { return m_lines; }

private:
    DatagramReader m_reader{PacketBytes, Batch};
    std::size_t m_lines = 0;
};

class Gatherer final
{
public:
    std::size_t readOnce(int fd)
    {
        const std::size_t count = m_reader.receive(fd);
        for (std::size_t i = 0; i < count; ++i)
            m_intake.takeDatagram(m_reader.at(i).bytes, {});
        m_intake.settle();
        return count;
    }
    void flip()
    {
        m_spare->clear();
        m_spare = m_intake.swap(std::move(m_spare), {});
    }
    [[nodiscard]] std::size_t lines() const noexcept { return m_counts.accepted; }
    [[nodiscard]] const NameTable &names() const noexcept { return m_aggregator.names(); }

private:
    DatagramReader m_reader{PacketBytes, Batch};
    Aggregator m_aggregator{{}, 42};
    IngestCounts m_counts;
    LineIntake m_intake{defaultDialect(), m_aggregator, m_counts};
    std::unique_ptr<Bank> m_spare = std::make_unique<Bank>();
};

/// Fills the socket buffer and empties it again, nobody else in the way.
void drain(std::size_t names, std::size_t linesPerDatagram, int rounds)
{
    const Traffic traffic(names, linesPerDatagram);
    const auto set = openListenSet(udpOnly());
    const int fd = set->sockets.front().fd.get();
    const FileDescriptor sender = senderTo(fd);
    Scanner scanner;
    Gatherer gatherer;
    const std::size_t perDatagram =
        traffic.datagrams().front().size() * 2 + 1024; // as the kernel accounts for it
    const std::size_t fits = set->receiveBuffer / perDatagram;

    std::size_t next = 0;
    const auto seconds = [&](auto &receiver, std::size_t datagrams) {
        const std::size_t sent = traffic.fill(sender.get(), datagrams, next);
        const double before = threadSeconds();
        std::size_t read = 0;
        while (const std::size_t count = receiver.readOnce(fd))
            read += count;
        const double spent = threadSeconds() - before;
        if (read != sent)
            std::printf("lost %zu of %zu datagrams\n", sent - read, sent);
        return spent * 1e6 / static_cast<double>(sent * linesPerDatagram);
    };
    std::size_t flipped = 0;
    const auto gather = [&] {
        if (gatherer.lines() - flipped > LinesPerTick) {
            flipped = gatherer.lines();
            gatherer.flip();
        }
        return seconds(gatherer, fits);
    };
    while (gatherer.lines() < WarmLines) // names, and the memory of both banks
        (void)gather();
    std::vector<double> bare, ours;
    for (int round = 0; round < rounds; ++round) {
        bare.push_back(seconds(scanner, fits));
        ours.push_back(gather());
    }
    std::printf(
        "drain  %2zu line(s) a datagram, %6zu names: bare %.3f, metriscope %.3f CPU s per million lines "
        "(%.2f times)\n",
        linesPerDatagram, names, median(bare), median(ours), median(ours) / median(bare));
    if (linesPerDatagram > 1)
        std::printf("       %.0f bytes a name known to the receiver\n",
                    static_cast<double>(gatherer.names().bytes()) /
                        static_cast<double>(gatherer.names().size()));
    std::fflush(stdout);
}

/// Starts a process that sends at a steady rate, does `meanwhile` until it has ended.
void whileSending(const Traffic &traffic, const FileDescriptor &sender, std::size_t datagramsPerSecond,
                  std::size_t total, const std::function<void()> &meanwhile)
{
    const pid_t child = ::fork();
    if (child == 0) {
        traffic.pace(sender.get(), datagramsPerSecond, total);
        ::_exit(0);
    }
    while (::waitpid(child, nullptr, WNOHANG) == 0)
        meanwhile();
}

struct Paced {
    double seconds = 0; ///< per million lines
    std::uint64_t lost = 0;
};

Paced pacedBare(const Traffic &traffic, int buffer, std::size_t rate, std::size_t total)
{
    const auto set = openListenSet(udpOnly(buffer));
    const int fd = set->sockets.front().fd.get();
    std::atomic<std::size_t> lines = 0;
    std::atomic<double> spent = 0;
    std::jthread thread([&](const std::stop_token &stop) {
        Scanner scanner;
        const double before = threadSeconds();
        while (!stop.stop_requested()) {
            if (scanner.readOnce(fd) < Batch)
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        spent = threadSeconds() - before;
        lines = scanner.lines();
    });
    whileSending(traffic, senderTo(fd), rate, total,
                 [] { std::this_thread::sleep_for(std::chrono::milliseconds(20)); });
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    thread.request_stop();
    thread.join();
    const std::size_t sent = total * traffic.linesPerDatagram();
    return {spent * 1e6 / static_cast<double>(lines.load()), sent - lines};
}

/// What is offered to `tap`, if any, is taken as the window does.
Paced pacedOurs(const Traffic &traffic, int buffer, std::size_t rate, std::size_t total, Tap *tap = nullptr)
{
    Receiver receiver(udpOnly(buffer), nullptr, tap);
    receiver.start();
    const auto address = SocketAddress::of(receiver.endpoints().front());
    FileDescriptor sender(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    if (::connect(sender.get(), address->get(), address->size) != 0)
        std::perror("connect");
    std::unique_ptr<Bank> bank;
    std::uint64_t lines = 0;
    const auto tick = [&] {
        if (bank)
            bank->clear();
        bank = receiver.flip(std::move(bank));
        lines = bank->counts.accepted;
    };
    traffic.pace(sender.get(), rate, traffic.datagramsPerRound()); // every name is known afterwards
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    tick();
    const std::uint64_t known = lines;
    const double before = secondsOfThread("ingest");
    auto due = std::chrono::steady_clock::now() + std::chrono::seconds(1);
    whileSending(traffic, sender, rate, total, [&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        if (tap != nullptr)
            (void)tap->take();
        if (std::chrono::steady_clock::now() >= due) {
            due += std::chrono::seconds(1);
            tick();
        }
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    tick();
    const double spent = secondsOfThread("ingest") - before;
    const std::size_t sent = total * traffic.linesPerDatagram();
    return {spent * 1e6 / static_cast<double>(lines - known), sent - (lines - known)};
}

void paced(std::size_t names, std::size_t linesPerDatagram, std::size_t datagramsPerSecond,
           std::size_t seconds, int buffer = 8 << 20)
{
    const Traffic traffic(names, linesPerDatagram);
    const Paced bare = pacedBare(traffic, buffer, datagramsPerSecond, datagramsPerSecond * seconds);
    const Paced ours = pacedOurs(traffic, buffer, datagramsPerSecond, datagramsPerSecond * seconds);
    std::printf("paced  %7zu datagrams/s of %2zu line(s), %6zu names, buffer %5d KiB: bare %.3f (lost %llu), "
                "metriscope %.3f "
                "(lost %llu) "
                "CPU s per million lines\n",
                datagramsPerSecond, linesPerDatagram, names, buffer / 1024, bare.seconds,
                static_cast<unsigned long long>(bare.lost), ours.seconds,
                static_cast<unsigned long long>(ours.lost));
    std::fflush(stdout);
}

/// What it costs the receiver to be looked at: without a tap, with one that is off, with one that is on.
void watched(std::size_t linesPerDatagram, std::size_t datagramsPerSecond, std::size_t seconds)
{
    const Traffic traffic(100, linesPerDatagram);
    const auto measure = [&](Tap *tap) {
        return pacedOurs(traffic, 8 << 20, datagramsPerSecond, datagramsPerSecond * seconds, tap);
    };
    Tap off, on;
    on.setOn(true);
    const Paced none = measure(nullptr), idle = measure(&off), busy = measure(&on);
    std::printf("watched %6zu datagrams/s of %2zu line(s): no tap %.3f (lost %llu), off %.3f (lost %llu), "
                "on %.3f (lost %llu, skipped %llu) CPU s per million lines\n",
                datagramsPerSecond, linesPerDatagram, none.seconds,
                static_cast<unsigned long long>(none.lost), idle.seconds,
                static_cast<unsigned long long>(idle.lost), busy.seconds,
                static_cast<unsigned long long>(busy.lost), static_cast<unsigned long long>(on.skipped()));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const auto has = [&](const char *option) {
        return std::any_of(argv + 1, argv + argc,
                           [option](const char *argument) { return std::strcmp(argument, option) == 0; });
    };
    const bool quick = has("--quick");
    const int rounds = quick ? 3 : 120;
    if (!has("--paced") && !has("--watched"))
        drain(100'000, 10, rounds);
    if (has("--one"))
        return 0;
    if (!has("--paced") && !has("--watched")) {
        drain(100, 1, rounds);
        drain(100, 10, rounds);
    }
    if (has("--drain"))
        return 0;
    const std::size_t seconds = quick ? 1 : 4;
    watched(1, 100'000, seconds);
    watched(10, 100'000, seconds);
    if (has("--watched"))
        return 0;
    paced(100, 1, 5'000, seconds);
    paced(100, 1, 50'000, seconds);
    paced(100, 10, 100'000, seconds);
    paced(100'000, 10, 100'000, seconds);
    paced(100'000, 10, 100'000, seconds, 208 << 10); // what an ordinary user is granted
    return 0;
}
