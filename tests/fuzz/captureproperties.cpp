// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/captureproperties.h"

#include "netlayer/capture/capturereader.h"
#include "netlayer/capture/framedecoder.h"
#include "netlayer/capture/packetjudge.h"
#include "netlayer/capture/pcapngwriter.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace metriscope::net::test
{

namespace
{

constexpr std::array Links{LinkType::Null,   LinkType::Ethernet, LinkType::Raw,      LinkType::Loop,
                           LinkType::Cooked, LinkType::Ipv4,     LinkType::CookedV2, LinkType{147}};

const char *brokenByPacket(const Packet &packet, PacketJudge &judge)
{
    const auto size = static_cast<std::uint32_t>(packet.bytes.size());
    const Frame frame = decodePacket(packet);
    if (frame.payload.end() > size || frame.fragment.body.end() > size)
        return "a range that leaves the frame";
    for (const Field &field : dissectPacket(packet)) {
        if (field.range.end() > size)
            return "a field that leaves the frame";
    }
    const PacketFacts facts = judge.take(packet);
    const std::string_view text = facts.text(packet.bytes);
    if (facts.whole.end() > text.size())
        return "whole items that leave the text";
    std::uint32_t judged = 0, rejected = 0;
    for (const PayloadItem &item :
         judgePayload(facts.wholeText(packet.bytes), facts.kind, defaultDialect())) {
        if (item.range.end() > facts.whole.size || item.at > item.range.size)
            return "an item that leaves the text";
        if (item.verdict != Verdict::Accepted && item.reason().empty())
            return "a verdict without a reason";
        judged += item.judged ? 1 : 0;
        rejected += item.verdict == Verdict::Rejected ? 1 : 0;
    }
    const bool tooLong = facts.counts.otherIssue == PayloadIssue::MessageTooLong;
    if (!tooLong && (facts.counts.items != judged || facts.counts.rejected != rejected))
        return "counts that differ from the items";
    if (judge.streams().held() > (std::size_t{64} << 20) ||
        judge.fragments().held() > (std::size_t{17} << 20))
        return "memory without a bound";
    return nullptr;
}

struct Read {
    std::string packets; ///< all of them, written down
    CaptureProblem problem = CaptureProblem::None;
    std::uint64_t passedOver = 0;
    friend bool operator==(const Read &, const Read &) = default;
};

Read readIn(std::string_view input, std::size_t piece)
{
    Read read;
    CaptureReader reader;
    PcapngWriter writer(read.packets);
    while (!input.empty()) {
        const std::string_view now = input.substr(0, piece);
        const std::vector<std::uint8_t> block(now.begin(), now.end()); // of its own size
        reader.feed(block);
        while (const auto captured = reader.next())
            writer.packet(captured->packet.interface, captured->packet.time, captured->packet.originalLength,
                          captured->packet.bytes, captured->comments);
        input.remove_prefix(now.size());
    }
    reader.end();
    read.problem = reader.problem();
    read.passedOver = reader.passedOver();
    return read;
}

} // namespace

const char *brokenByFrames(std::string_view input)
{
    PacketJudge judge;
    std::int64_t time = 0;
    while (input.size() > 2) {
        const auto how = static_cast<unsigned char>(input[1]);
        const std::size_t size =
            std::min<std::size_t>(static_cast<unsigned char>(input[0]), input.size() - 2);
        Packet packet;
        packet.time = time += 1'000'000;
        packet.linkType = static_cast<std::uint16_t>(Links[how % Links.size()]);
        packet.feed = how & 0x80U ? PacketFeed::Tap : PacketFeed::Wire;
        packet.protocol = static_cast<PacketProtocol>((how >> 3U) % 6);
        packet.bytes.assign(input.begin() + 2, input.begin() + 2 + static_cast<std::ptrdiff_t>(size));
        packet.originalLength = static_cast<std::uint32_t>(size) + (how >> 4U & 3U);
        input.remove_prefix(2 + size);
        if (const char *const broken = brokenByPacket(packet, judge))
            return broken;
    }
    return nullptr;
}

const char *brokenByCaptureFile(std::string_view input)
{
    const Read once = readIn(input, input.size());
    if (once.packets.size() > 64 + input.size() * 8)
        return "more came out than went in";
    for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{64}}) {
        if (!(readIn(input, piece) == once))
            return "pieces read otherwise than the whole";
    }
    return nullptr;
}

} // namespace metriscope::net::test
