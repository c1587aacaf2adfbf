// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/payloadframe.h"

#include <algorithm>
#include <array>

namespace metriscope::net
{

namespace
{

constexpr std::size_t LargestPiece = 32'768, LargestDatagram = 65'507;
constexpr std::uint8_t Tcp = 6, Udp = 17;
using Bytes = std::vector<std::uint8_t>;

void word(Bytes &out, std::size_t value)
{
    out.push_back(static_cast<std::uint8_t>(value >> 8U));
    out.push_back(static_cast<std::uint8_t>(value));
}

void setWord(Bytes &out, std::size_t at, std::uint32_t value)
{
    out[at] = static_cast<std::uint8_t>(value >> 8U);
    out[at + 1] = static_cast<std::uint8_t>(value);
}

std::uint32_t sum(std::span<const std::uint8_t> bytes, std::uint32_t before)
{
    std::uint64_t sum = before;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        sum += std::uint64_t{bytes[i]} << (i % 2 == 0 ? 8U : 0U);
    while (sum > 0xFFFF)
        sum = (sum & 0xFFFFU) + (sum >> 16U);
    return static_cast<std::uint32_t>(sum);
}

struct Ends {
    std::span<const std::uint8_t> source, destination;
    std::uint16_t from, to;
};

/// Both ends in one family; the loopback where there is none.
Ends endsOf(const Packet &packet)
{
    static constexpr std::array<std::uint8_t, 4> Loopback{127, 0, 0, 1};
    const auto family = packet.source.family;
    const bool inet6 = family == PacketAddress::Family::Inet6 && packet.destination.family == family;
    const auto bytes = [inet6](const PacketAddress &address) -> std::span<const std::uint8_t> {
        if (inet6)
            return address.bytes;
        return address.family == PacketAddress::Family::Inet ? std::span(address.bytes).first(4)
                                                             : std::span(Loopback);
    };
    return {bytes(packet.source), bytes(packet.destination), packet.source.port, packet.destination.port};
}

void ipHeader(Bytes &out, const Ends &ends, std::uint8_t protocol, std::size_t length)
{
    if (ends.source.size() == 4) {
        out.insert(out.end(), {0x45, 0});
        word(out, 20 + length);
        out.insert(out.end(), {0, 0, 0x40, 0, 64, protocol, 0, 0});
    } else {
        out.insert(out.end(), {0x60, 0, 0, 0});
        word(out, length);
        out.insert(out.end(), {protocol, 64});
    }
    out.insert(out.end(), ends.source.begin(), ends.source.end());
    out.insert(out.end(), ends.destination.begin(), ends.destination.end());
    if (ends.source.size() == 4)
        setWord(out, 10, ~sum(out, 0) & 0xFFFFU);
}

std::uint32_t checksum(std::span<const std::uint8_t> transport, const Ends &ends, std::uint8_t protocol)
{
    const std::uint32_t pseudo =
        sum(ends.destination, sum(ends.source, 0)) + protocol + static_cast<std::uint32_t>(transport.size());
    const std::uint32_t result = ~sum(transport, pseudo) & 0xFFFFU;
    return result == 0 ? 0xFFFF : result;
}

} // namespace

void PayloadFrames::frame(const Packet &packet,
                          const std::function<void(std::span<const std::uint8_t>)> &each)
{
    const Ends ends = endsOf(packet);
    const bool datagram =
        packet.protocol == PacketProtocol::Udp || packet.protocol == PacketProtocol::UnixDatagram;
    std::span<const std::uint8_t> rest = packet.bytes;
    std::uint32_t *sequence = nullptr;
    if (!datagram) {
        Bytes key(ends.source.begin(), ends.source.end());
        key.insert(key.end(), ends.destination.begin(), ends.destination.end());
        word(key, ends.from);
        word(key, ends.to);
        if (m_sequences.size() >= MaxStreams)
            m_sequences.clear();
        sequence = &m_sequences.try_emplace(std::move(key), 1).first->second;
    }
    do {
        const auto piece = rest.first(std::min(rest.size(), datagram ? LargestDatagram : LargestPiece));
        rest = rest.subspan(piece.size());
        const std::uint8_t protocol = datagram ? Udp : Tcp;
        const std::size_t length = (datagram ? 8 : 20) + piece.size();
        Bytes out;
        out.reserve(40 + length);
        ipHeader(out, ends, protocol, length);
        const std::size_t at = out.size();
        word(out, ends.from);
        word(out, ends.to);
        if (datagram) {
            word(out, length);
            word(out, 0);
        } else {
            word(out, *sequence >> 16U);
            word(out, *sequence & 0xFFFFU);
            out.insert(out.end(), {0, 0, 0, 1, 0x50, 0x18, 0xFF, 0xFF, 0, 0, 0, 0});
            *sequence += static_cast<std::uint32_t>(piece.size());
        }
        out.insert(out.end(), piece.begin(), piece.end());
        setWord(out, at + (datagram ? 6 : 16), checksum(std::span(out).subspan(at), ends, protocol));
        each(out);
        if (datagram)
            return;
    } while (!rest.empty());
}

} // namespace metriscope::net
