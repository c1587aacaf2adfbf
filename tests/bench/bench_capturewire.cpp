// SPDX-License-Identifier: GPL-3.0-or-later
// A burst over the loopback, captured by the real helper: processor time a packet of the helper and of the
// reading side, and what was lost; beside it that of tcpdump, which writes the same to nowhere. Needs the
// right to capture; without it there is nothing to measure.
#include "netlayer/capture/capturereading.h"
#include "netlayer/capture/helperprocess.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <string>
#include <thread>
#include <vector>

using namespace metriscope::net;

namespace
{

constexpr std::string_view Line =
    "v1.tatar.bars.test.instance_test.controller_2e07220ffe49e620e324f44fac4b106d."
    "url_9e9be264d609c0e1a535693ba4c389aa.method_post.requests.count:1|c";

double seconds(const timeval &time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

double used(int who)
{
    rusage usage{};
    ::getrusage(static_cast<__rusage_who>(who), &usage);
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double usedByThread()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// Sends `count` datagrams at `rate` a second and returns how long that took.
double send(int socket, const sockaddr_in &to, int count, int rate)
{
    using Clock = std::chrono::steady_clock;
    constexpr int Batch = 64;
    iovec text{const_cast<char *>(Line.data()), Line.size()};
    std::vector<mmsghdr> messages(Batch);
    for (mmsghdr &message : messages) {
        message.msg_hdr.msg_name = const_cast<sockaddr_in *>(&to);
        message.msg_hdr.msg_namelen = sizeof to;
        message.msg_hdr.msg_iov = &text;
        message.msg_hdr.msg_iovlen = 1;
    }
    const auto start = Clock::now();
    for (int sent = 0; sent < count; sent += Batch) {
        while (std::chrono::duration<double>(Clock::now() - start).count() * rate < sent)
            std::this_thread::yield();
        ::sendmmsg(socket, messages.data(), Batch, 0);
    }
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Of tcpdump during `burst`; below zero when it is not there.
template <typename Burst>
double usedByTcpdump(const std::string &filter, Burst &&burst)
{
    constexpr std::chrono::milliseconds Begin{1000}, End{300};
    const std::vector<const char *> words{"tcpdump", "-i",        "any",          "-B",   "65536",
                                          "-w",      "/dev/null", filter.c_str(), nullptr};
    pid_t tcpdump = 0;
    posix_spawn_file_actions_t quiet;
    ::posix_spawn_file_actions_init(&quiet);
    ::posix_spawn_file_actions_addopen(&quiet, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    const int failed =
        ::posix_spawnp(&tcpdump, words[0], &quiet, nullptr, const_cast<char *const *>(words.data()), environ);
    ::posix_spawn_file_actions_destroy(&quiet);
    if (failed != 0)
        return -1;
    std::this_thread::sleep_for(Begin);
    burst();
    std::this_thread::sleep_for(End);
    ::kill(tcpdump, SIGINT);
    rusage usage{};
    ::wait4(tcpdump, nullptr, 0, &usage);
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

} // namespace

int main(int argc, char *argv[])
{
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    const int count = quick ? 20'480 : 1'024'000, rate = 200'000;
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const FileDescriptor sink(::socket(AF_INET, SOCK_DGRAM, 0)), sender(::socket(AF_INET, SOCK_DGRAM, 0));
    socklen_t size = sizeof to;
    if (::bind(sink.get(), reinterpret_cast<const sockaddr *>(&to), sizeof to) != 0 ||
        ::getsockname(sink.get(), reinterpret_cast<sockaddr *>(&to), &size) != 0)
        return 1;
    const std::string filter =
        "not (outbound and ifindex 1) and (udp dst port " + std::to_string(ntohs(to.sin_port)) + ")";

    HelperProcess helper;
    if (helper.start(METRISCOPE_CAPTURE, {"any", "65535", "67108864", filter}) != 0)
        return 1;
    std::atomic<bool> begun = false, ended = false;
    CaptureReading reading(helper.takeOutput(), PacketFeed::Wire, {}, PacketQueue::WhenFull::DropOldest,
                           {[] {}, [&] { begun = true; }, [&] { ended = true; }});
    while (!begun && !ended)
        std::this_thread::yield();
    if (ended) {
        std::printf("not measured: %s", helper.finish().c_str());
        return 0;
    }
    std::atomic<bool> stop = false;
    std::jthread taker([&] { // as the window does
        while (!stop) {
            (void)reading.queue().take();
            std::this_thread::sleep_for(std::chrono::milliseconds(16));
        }
    });
    double senderUsed = 0, took = 0;
    std::jthread sending([&] {
        took = send(sender.get(), to, count, rate);
        senderUsed = usedByThread();
    });
    sending.join();
    // The helper hands over what the kernel still holds every few milliseconds.
    for (int i = 0; i < 200 && reading.packets() < static_cast<std::uint64_t>(count); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    const double here = used(RUSAGE_SELF) - senderUsed;
    helper.finish();
    const double byHelper = used(RUSAGE_CHILDREN);
    stop = true;
    const double perPacket = 1e6 / static_cast<double>(std::max<std::uint64_t>(reading.packets(), 1));
    std::printf("packets sent %d at %.0f/s, captured %llu, lost by the kernel %llu, not taken %llu\n", count,
                count / took, static_cast<unsigned long long>(reading.packets()),
                static_cast<unsigned long long>(reading.losses().kernelDrops),
                static_cast<unsigned long long>(reading.queue().dropped()));
    std::printf("helper %.3f us a packet, reading side %.3f us a packet\n", byHelper * perPacket,
                here * perPacket);
    const double byTcpdump = usedByTcpdump(filter, [&] { (void)send(sender.get(), to, count, rate); });
    if (byTcpdump >= 0)
        std::printf("tcpdump -w /dev/null %.3f us a packet sent\n", byTcpdump * 1e6 / count);
    return 0;
}
