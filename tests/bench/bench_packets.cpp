// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/packetmodel.h"
#include "widgets/packets/packetspane.h"
#include "widgets/packets/packettable.h"
#include "widgets/packets/searchbar.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>

#include <algorithm>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;
namespace net = metriscope::net;
namespace ui = metriscope::ui;

namespace
{

constexpr int Million = 1'000'000;

net::Packet packetOf(int number)
{
    const std::string line = "v1.demo.shop.instance_test.controller_" + std::to_string(number % 500) +
                             ".method_get.requests.timing:" + std::to_string(number % 900) + "|ms";
    net::Packet packet;
    packet.time = 1'700'000'000'000'000'000 + std::int64_t{number} * 10'000;
    packet.protocol = net::PacketProtocol::Udp;
    packet.source = {net::PacketAddress::Family::Inet, 40'112, {127, 0, 0, 1}};
    packet.destination = {net::PacketAddress::Family::Inet, 8125, {127, 0, 0, 1}};
    packet.originalLength = static_cast<std::uint32_t>(line.size());
    packet.bytes.assign(line.begin(), line.end());
    return packet;
}

std::vector<net::Packet> packetsOf(int count)
{
    std::vector<net::Packet> packets;
    for (int i = 0; i < count; ++i)
        packets.push_back(packetOf(i));
    return packets;
}

/// A pane on a screen with a million packets.
struct Screen {
    ui::PacketDesk desk;
    ui::PacketsPane pane{desk};

    explicit Screen(std::size_t most = 2 * Million)
    {
        desk.setLimits({.packets = most, .bytes = std::size_t{1} << 30});
        pane.resize(1280, 720);
        pane.show();
        const std::vector<net::Packet> some = packetsOf(1000);
        while (desk.ring().end() < Million)
            desk.add(some);
        settle();
    }
    void settle()
    {
        do {
            QApplication::processEvents();
        } while (desk.waiting() > 0 || pane.model().progress() < 1);
    }
};

/// How long `work` takes.
template <typename Work>
double milliseconds(Work &&work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// What a frame at 30 Hz costs with 100,000 packets a second.
void frameAtFullRate(benchmark::State &state, std::size_t most, const QString &filter)
{
    Screen screen(most);
    screen.pane.search().setFilter(filter);
    screen.settle();
    const std::vector<net::Packet> packets = packetsOf(100'000 / 30);
    double longest = 0;
    for (auto _ : state)
        longest = std::max(longest, milliseconds([&] {
                               screen.desk.add(packets);
                               QApplication::processEvents();
                           }));
    state.counters["longest_ms"] = longest;
    state.counters["waiting"] = static_cast<double>(screen.desk.waiting());
    state.counters["rows"] = screen.pane.model().rowCount();
}

void scroll(benchmark::State &state)
{
    Screen screen;
    QScrollBar *bar = screen.pane.table().verticalScrollBar();
    double longest = 0;
    int at = 0;
    for (auto _ : state) {
        at = static_cast<int>((std::int64_t{at} + 123'457) % bar->maximum());
        longest = std::max(longest, milliseconds([&] {
                               bar->setValue(at);
                               QApplication::processEvents();
                           }));
    }
    state.counters["longest_ms"] = longest;
}

void filterMillion(benchmark::State &state, const QString &filter)
{
    Screen screen;
    double longest = 0;
    for (auto _ : state) {
        screen.pane.search().setFilter(QString());
        screen.pane.search().setFilter(filter);
        while (screen.pane.model().progress() < 1)
            longest = std::max(longest, milliseconds([] { QApplication::processEvents(); }));
    }
    state.counters["longest_ms"] = longest;
    state.counters["rows"] = screen.pane.model().rowCount();
}

void tapOff(benchmark::State &state)
{
    net::Tap tap;
    std::uint64_t offered = 0;
    for (auto _ : state) {
        if (tap.isOn())
            ++offered;
        benchmark::DoNotOptimize(offered);
    }
}

void tapOn(benchmark::State &state)
{
    net::Tap tap;
    tap.setOn(true);
    const net::Packet packet = packetOf(1);
    const std::string text(packet.bytes.begin(), packet.bytes.end());
    std::size_t count = 0;
    for (auto _ : state) {
        tap.offer(packet.protocol, packet.source, packet.destination, text);
        if (++count % 20'000 == 0) {
            state.PauseTiming();
            benchmark::DoNotOptimize(tap.take());
            state.ResumeTiming();
        }
    }
    state.counters["skipped"] = static_cast<double>(tap.skipped());
}

void takeAndJudge(benchmark::State &state)
{
    net::PacketJudge judge;
    net::PacketRing ring;
    const std::vector<net::Packet> packets = packetsOf(1000);
    for (auto _ : state)
        for (const net::Packet &packet : packets)
            ring.push(packet, judge.take(packet));
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * 1000);
}

constexpr auto Unit = benchmark::kMillisecond;
BENCHMARK(tapOff);
BENCHMARK(tapOn);
BENCHMARK(takeAndJudge);
BENCHMARK_CAPTURE(frameAtFullRate, growing, 4 * Million, QString())->Unit(Unit)->Iterations(90);
BENCHMARK_CAPTURE(frameAtFullRate, evicting, Million, QString())->Unit(Unit)->Iterations(90);
BENCHMARK_CAPTURE(frameAtFullRate, filtered, Million, u"name = *controller_7.*"_s)
    ->Unit(Unit)
    ->Iterations(90);
BENCHMARK(scroll)->Unit(Unit)->Iterations(100);
BENCHMARK_CAPTURE(filterMillion, text, u"controller_42."_s)->Unit(Unit)->Iterations(1);
BENCHMARK_CAPTURE(filterMillion, verdict, u"verdict = rejected"_s)->Unit(Unit)->Iterations(1);

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    const QApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
