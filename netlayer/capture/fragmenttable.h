// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/frame.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace metriscope::net
{

/// "fragment 2 of 3"; 0 where it is not known (yet).
struct FragmentPlace {
    std::uint16_t number = 0, of = 0;
    friend bool operator==(FragmentPlace, FragmentPlace) = default;
};

/// Puts the fragments of IP datagrams together: a bounded number of datagrams at a time, the oldest goes
/// first. Fragments that overlap cost the whole datagram (RFC 5722).
class FragmentTable final
{
public:
    struct Answer {
        FragmentPlace place;
        std::optional<std::vector<std::uint8_t>> datagram; ///< with the fragment that completed it
        std::uint32_t firstSize = 0;                       ///< then: of the first fragment
    };
    /// `body`: the fragment's part as far as it was captured; `time` in nanoseconds since the epoch.
    [[nodiscard]] Answer take(const Frame &frame, std::span<const std::uint8_t> body, std::int64_t time);

    [[nodiscard]] std::uint64_t dropped() const noexcept { return m_dropped; } ///< datagrams given up
    [[nodiscard]] std::size_t held() const noexcept { return m_held; }         ///< bytes

private:
    static constexpr std::size_t MaxDatagrams = 256, MaxDatagram = 65'535, MaxFragments = 8192;
    static constexpr std::int64_t Patience = 30'000'000'000;

    struct Key {
        PacketAddress source, destination; ///< without ports
        std::uint32_t id = 0;
        std::uint8_t protocol = 0;
    };
    struct Before {
        bool operator()(const Key &a, const Key &b) const noexcept;
    };
    struct Datagram {
        std::int64_t begun = 0;
        std::uint32_t size = 0;      ///< known with the last fragment
        std::uint32_t pieceSize = 0; ///< of all fragments but the last
        std::uint32_t expected = 0;  ///< as UDP says in the first one
        std::uint32_t got = 0;
        std::map<std::uint32_t, std::vector<std::uint8_t>> pieces; ///< by offset
    };
    using Datagrams = std::map<Key, Datagram, Before>;

    [[nodiscard]] static FragmentPlace place(const Frame &frame, std::uint32_t size,
                                             const Datagram &datagram) noexcept;
    void drop(Datagrams::iterator which, bool counted);
    void makeRoom(std::int64_t time);

    Datagrams m_datagrams;
    std::int64_t m_looked = 0; ///< when the old ones were thrown out
    std::size_t m_held = 0;
    std::uint64_t m_dropped = 0;
};

} // namespace metriscope::net
