// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/framedecoder.h"

#include "netlayer/capture/headerwalk.h"

#include <algorithm>

namespace metriscope::net
{

Frame decodeFrame(LinkType link, std::span<const std::uint8_t> bytes, std::uint32_t originalLength)
{
    HeaderWalk walk(bytes, originalLength, nullptr);
    walk.link(link);
    return walk.frame;
}

std::vector<Field> dissectFrame(LinkType link, std::span<const std::uint8_t> bytes,
                                std::uint32_t originalLength)
{
    std::vector<Field> fields;
    HeaderWalk walk(bytes, originalLength, &fields);
    walk.link(link);
    // Padding is found before the layers that stand in front of it.
    std::stable_partition(fields.begin(), fields.end(),
                          [](const Field &field) { return field.id != FieldId::Trailer; });
    return fields;
}

Frame decodePacket(const Packet &packet)
{
    if (packet.feed != PacketFeed::Tap)
        return decodeFrame(LinkType{packet.linkType}, packet.bytes, packet.originalLength);
    Frame frame;
    frame.protocol = packet.protocol;
    frame.source = packet.source;
    frame.destination = packet.destination;
    frame.payload = {0, static_cast<std::uint32_t>(packet.bytes.size())};
    frame.payloadLength = std::max(packet.originalLength, frame.payload.size);
    if (frame.isTruncated())
        frame.issue = FrameIssue::CutPayload;
    return frame;
}

std::vector<Field> dissectPacket(const Packet &packet)
{
    if (packet.feed != PacketFeed::Tap)
        return dissectFrame(LinkType{packet.linkType}, packet.bytes, packet.originalLength);
    if (packet.bytes.empty())
        return {};
    return {{FieldId::Payload, FieldForm::Bytes, 0, {0, static_cast<std::uint32_t>(packet.bytes.size())}, 0}};
}

Frame decodeDatagram(const Frame &frame, std::span<const std::uint8_t> datagram)
{
    const auto size = static_cast<std::uint32_t>(datagram.size());
    HeaderWalk walk(datagram, size, nullptr);
    walk.frame = frame;
    walk.frame.issue = FrameIssue::None;
    walk.frame.fragment = {};
    walk.transport(size);
    return walk.frame;
}

} // namespace metriscope::net
