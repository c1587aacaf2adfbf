// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/packets/packetdesk.h"

#include <QByteArray>

#include <cstdint>
#include <vector>

/// Packets as the tap brings them.
inline constexpr std::int64_t Second = 1'000'000'000, Start = 1'700'000'000 * Second;

[[nodiscard]] inline metriscope::net::PacketAddress loopback(std::uint16_t port)
{
    return {metriscope::net::PacketAddress::Family::Inet, port, {127, 0, 0, 1}};
}

[[nodiscard]] inline metriscope::net::Packet tapped(
    const QByteArray &payload, int second = 0, std::uint16_t port = 8125,
    metriscope::net::PacketProtocol protocol = metriscope::net::PacketProtocol::Udp)
{
    metriscope::net::Packet packet;
    packet.time = Start + second * Second;
    packet.protocol = protocol;
    packet.source = loopback(40'112);
    packet.destination = loopback(port);
    packet.originalLength = static_cast<std::uint32_t>(payload.size());
    packet.bytes.assign(payload.begin(), payload.end());
    return packet;
}

/// Ten packets, a second apart.
inline void fill(metriscope::ui::PacketDesk &desk)
{
    std::vector<metriscope::net::Packet> packets;
    for (int i = 0; i < 10; ++i)
        packets.push_back(tapped(i % 3 == 0 ? "broken" : "requests.n" + QByteArray::number(i) + ":1|c", i));
    desk.add(std::move(packets));
}

[[nodiscard]] inline std::vector<std::uint64_t> allNumbers(const metriscope::ui::PacketDesk &desk)
{
    std::vector<std::uint64_t> numbers;
    for (std::uint64_t i = desk.ring().first(); i < desk.ring().end(); ++i)
        numbers.push_back(i);
    return numbers;
}
