// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/capturereader.h"
#include "netlayer/capture/framedecoder.h"
#include "netlayer/capture/packetjudge.h"
#include "netlayer/capture/pcapngwriter.h"
#include "tests/net/frames.h"

#include <benchmark/benchmark.h>

#include <string>

using namespace metriscope::net;
using namespace metriscope::net::test;

namespace
{

constexpr std::string_view Line =
    "v1.tatar.bars.test.instance_test.controller_2e07220ffe49e620e324f44fac4b106d."
    "url_9e9be264d609c0e1a535693ba4c389aa.method_post.requests.timing:12453.000000|ms";

Packet udpPacket(int lines)
{
    std::string text;
    for (int i = 0; i < lines; ++i)
        text += std::string(Line) + '\n';
    return packetOf(cookedV2(ipv4(udp(text))), LinkType::CookedV2);
}

void decode(benchmark::State &state)
{
    const Packet packet = udpPacket(1);
    for (auto _ : state)
        benchmark::DoNotOptimize(decodePacket(packet));
}
BENCHMARK(decode);

/// Time a packet: decoded, its kind found, its lines parsed and counted.
void judgeDatagram(benchmark::State &state)
{
    const Packet packet = udpPacket(static_cast<int>(state.range(0)));
    PacketJudge judge;
    for (auto _ : state)
        benchmark::DoNotOptimize(judge.take(packet));
}
BENCHMARK(judgeDatagram)->Arg(1)->Arg(10);

/// Lines of carbon that are split over segments, of a hundred streams.
void judgeSegment(benchmark::State &state)
{
    std::vector<Packet> packets;
    const std::string text = "servers.web.load 1.5 1795177511\nservers.web.users 7 1795177511\nservers";
    for (unsigned round = 0; round < 100; ++round) {
        for (unsigned stream = 1; stream <= 100; ++stream)
            packets.push_back(
                packetOf(ipv4(tcp(text, round * static_cast<std::uint32_t>(text.size()) + 1, 2003, stream),
                              {.protocol = TcpProtocol})));
    }
    for (auto _ : state) {
        PacketJudge judge;
        for (const Packet &packet : packets)
            benchmark::DoNotOptimize(judge.take(packet));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(packets.size()));
}
BENCHMARK(judgeSegment);

/// All that the reading side does with what the helper streams.
void readAndJudge(benchmark::State &state)
{
    std::string stream;
    PcapngWriter writer(stream);
    writer.header("bench");
    writer.interface({LinkType::CookedV2, 65'535, "any", {}});
    const Packet packet = udpPacket(1);
    constexpr int Packets = 10'000;
    for (int i = 0; i < Packets; ++i)
        writer.packet(0, packet.time, packet.originalLength, packet.bytes);
    for (auto _ : state) {
        CaptureReader reader(PacketFeed::Wire);
        PacketJudge judge;
        constexpr std::size_t Piece = 65'536; // what a pipe holds
        for (std::size_t at = 0; at < stream.size(); at += Piece) {
            const auto now = std::string_view(stream).substr(at, Piece);
            reader.feed({reinterpret_cast<const std::uint8_t *>(now.data()), now.size()});
            while (const auto captured = reader.next())
                benchmark::DoNotOptimize(judge.take(captured->packet));
        }
    }
    state.SetItemsProcessed(state.iterations() * Packets);
}
BENCHMARK(readAndJudge);

} // namespace

BENCHMARK_MAIN();
