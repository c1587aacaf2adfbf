// SPDX-License-Identifier: GPL-3.0-or-later
// What a gstats collector takes: the target is 500,000 events a second and core, and STATS over a million
// times in under 5 ms.
#include "netlayer/gstats/collector.h"
#include "netlayer/gstats/requestbook.h"
#include "netlayer/gstats/zmtppeer.h"
#include "tests/net/testsocket.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <string>
#include <thread>

using namespace metriscope::net;

namespace
{

std::string greeting()
{
    std::string bytes("\xFF\0\0\0\0\0\0\0\x01\x7F\x03\0NULL", 16);
    bytes.append(48, '\0');
    return bytes + std::string("\x04\x1A\x05READY\x0BSocket-Type\0\0\0\x04PUSH", 28);
}

std::string events(int count)
{
    std::string bytes;
    for (int i = 0; i < count; ++i) {
        appendZmtpFrame(bytes, "my_app", true);
        appendZmtpFrame(bytes, i % 2 == 0 ? std::string() : std::to_string(5 + i % 400), false);
    }
    return bytes;
}

/// From the bytes of a connection to the book, without the connection.
void readAndCount(benchmark::State &state)
{
    constexpr int count = 20'000;
    const std::string bytes = events(count);
    std::string out;
    ZmtpPeer peer(ZmtpSocket::Pull, out);
    (void)peer.take(greeting(), out, [](const ZmtpPeer::Message &) { return true; });
    RequestBook book({});
    std::int64_t now = 0;
    for (auto _ : state) {
        ++now;
        benchmark::DoNotOptimize(peer.take(bytes, out, [&](const ZmtpPeer::Message &message) {
            return book.take(message.frames[0], message.frames[1], now).verdict <=
                   RequestBook::Verdict::Finished;
        }));
    }
    state.SetItemsProcessed(state.iterations() * count);
}
BENCHMARK(readAndCount);

/// Over loopback into a running collector, with its banks flipped as the fold does.
void collect(benchmark::State &state)
{
    constexpr int count = 100'000;
    const std::string bytes = events(count);
    CollectorConfig config;
    config.push = config.control = {Endpoint::Kind::Inet, "127.0.0.1", 0};
    Collector collector(config, nullptr);
    collector.start();
    const QString address = collector.pushAddress();
    const auto port = address.mid(address.lastIndexOf(QLatin1Char(':')) + 1).toUShort();
    const TestSocket socket = TestSocket::tcp("127.0.0.1", port);
    socket.send(greeting());
    std::uint64_t sent = 0;
    auto bank = std::make_unique<Bank>();
    for (auto _ : state) {
        socket.send(bytes);
        sent += count;
        while (collector.counts().items < sent)
            std::this_thread::yield();
        bank = collector.banks()->flip(std::move(bank));
        bank->clear();
    }
    state.SetItemsProcessed(state.iterations() * count);
}
BENCHMARK(collect)->UseRealTime()->MeasureProcessCPUTime();

void statsOfAMillionTimes(benchmark::State &state)
{
    RequestBook book({});
    for (int i = 0; i < 1'000'000; ++i)
        (void)book.take("my_app", std::to_string(i % 500), i / 10);
    for (auto _ : state) {
        std::string reply;
        book.appendStats(reply, 100'000);
        benchmark::DoNotOptimize(reply);
    }
}
BENCHMARK(statsOfAMillionTimes);

} // namespace

BENCHMARK_MAIN();
