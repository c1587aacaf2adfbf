// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/packets/packet.h"

#include <charconv>

namespace metriscope::net
{
namespace
{

void append(std::string &text, unsigned value, int base)
{
    std::array<char, 8> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, base).ptr;
    text.append(digits.data(), end);
}

struct Run {
    std::size_t begin = 8, length = 0;
};

/// The longest run of zero groups, the first one of equals; a single group is none (RFC 5952).
[[nodiscard]] Run longestZeroes(const std::array<unsigned, 8> &groups)
{
    Run best;
    for (std::size_t i = 0; i < groups.size();) {
        std::size_t end = i;
        while (end < groups.size() && groups[end] == 0)
            ++end;
        if (end - i > best.length && end - i > 1)
            best = {i, end - i};
        i = end + 1;
    }
    return best;
}

void appendInet6(std::string &text, const std::array<std::uint8_t, 16> &bytes)
{
    std::array<unsigned, 8> groups;
    for (std::size_t i = 0; i < groups.size(); ++i)
        groups[i] = static_cast<unsigned>(bytes[2 * i]) << 8U | bytes[2 * i + 1];
    const Run zeroes = longestZeroes(groups);
    for (std::size_t i = 0; i < groups.size();) {
        if (i == zeroes.begin) {
            text += "::";
            i += zeroes.length;
            continue;
        }
        if (i > 0 && i != zeroes.begin + zeroes.length)
            text += ':';
        append(text, groups[i], 16);
        ++i;
    }
}

} // namespace

std::string_view protocolName(PacketProtocol protocol) noexcept
{
    switch (protocol) {
    case PacketProtocol::Udp:
        return "udp";
    case PacketProtocol::Tcp:
        return "tcp";
    case PacketProtocol::Http:
        return "http";
    case PacketProtocol::Zmq:
        return "zmq";
    case PacketProtocol::UnixDatagram:
        return "unix";
    case PacketProtocol::Unknown:
        break;
    }
    return "unknown";
}

std::string PacketAddress::host() const
{
    std::string text;
    if (family == Family::Inet) {
        for (std::size_t i = 0; i < 4; ++i) {
            if (i > 0)
                text += '.';
            append(text, bytes[i], 10);
        }
    } else if (family == Family::Inet6) {
        appendInet6(text, bytes);
    }
    return text;
}

std::string PacketAddress::text() const
{
    if (family != Family::Inet && family != Family::Inet6)
        return family == Family::Unix ? "unix" : std::string();
    std::string text = host();
    if (family == Family::Inet6)
        text = '[' + text + ']';
    text += ':';
    append(text, port, 10);
    return text;
}

} // namespace metriscope::net
