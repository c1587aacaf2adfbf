// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/packetqueue.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace metriscope::app
{

struct SniffCounts {
    std::uint64_t captured = 0, matched = 0;
    std::uint64_t kernelDrops = 0;
    std::uint64_t evicted = 0; ///< skipped by the tap, or not taken in time
};

/// Turns packets into what `sniff` prints: a line each, for people or as JSON.
class SniffWriter final
{
public:
    struct Style {
        bool json = false;
        bool hex = false; ///< bytes of the payload below each line
    };
    SniffWriter(Style style, const net::Dialect &dialect) : m_style(style), m_dialect(dialect) {}

    /// Names of the feed's interfaces, by Packet::interface.
    void setInterfaces(const QStringList &names) { m_interfaces = names; }

    [[nodiscard]] QByteArray packet(const net::JudgedPacket &packet);
    [[nodiscard]] QByteArray summary(const SniffCounts &counts) const;
    /// Empty where there is no name.
    [[nodiscard]] QString interfaceOf(const net::JudgedPacket &packet);

private:
    [[nodiscard]] QByteArray asJson(const net::JudgedPacket &packet);
    [[nodiscard]] QByteArray asText(const net::JudgedPacket &packet);

    const Style m_style;
    const net::Dialect &m_dialect;
    QStringList m_interfaces;
    QHash<std::uint32_t, QString> m_kernelNames; ///< of interfaces of this machine
};

/// As the JSON calls it: what speaks in a TCP stream counts for more than TCP.
[[nodiscard]] net::PacketProtocol spokenProtocol(const net::PacketFacts &facts) noexcept;

} // namespace metriscope::app
