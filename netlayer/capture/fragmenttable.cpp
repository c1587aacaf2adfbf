// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/fragmenttable.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace metriscope::net
{

namespace
{

constexpr std::uint8_t ProtocolUdp = 17;

auto asTuple(const PacketAddress &address) noexcept
{
    return std::tie(address.family, address.bytes);
}

PacketAddress withoutPort(PacketAddress address) noexcept
{
    address.port = 0;
    return address;
}

} // namespace

bool FragmentTable::Before::operator()(const Key &a, const Key &b) const noexcept
{
    return std::tuple(a.id, a.protocol, asTuple(a.source), asTuple(a.destination)) <
           std::tuple(b.id, b.protocol, asTuple(b.source), asTuple(b.destination));
}

FragmentTable::Answer FragmentTable::take(const Frame &frame, std::span<const std::uint8_t> body,
                                          std::int64_t time)
{
    const Key key{withoutPort(frame.source), withoutPort(frame.destination), frame.fragment.id,
                  frame.ipProtocol};
    const auto size = static_cast<std::uint32_t>(body.size());
    const std::uint32_t end = frame.fragment.offset + size;
    makeRoom(time);
    auto which = m_datagrams.try_emplace(key).first;
    Datagram &datagram = which->second;
    if (datagram.pieces.empty())
        datagram.begun = time;
    if (frame.fragment.more)
        datagram.pieceSize = std::max(datagram.pieceSize, size);
    else
        datagram.size = end;
    // UDP says in the first fragment how long the whole is
    if (frame.fragment.offset == 0 && frame.ipProtocol == ProtocolUdp && frame.payloadLength > 0)
        datagram.expected = frame.payloadLength + 8;
    Answer answer;
    answer.place = place(frame, size, datagram);

    const auto next = datagram.pieces.lower_bound(frame.fragment.offset);
    const bool again = next != datagram.pieces.end() && next->first == frame.fragment.offset &&
                       std::ranges::equal(next->second, body);
    if (again)
        return answer;
    const auto before = next == datagram.pieces.begin() ? datagram.pieces.end() : std::prev(next);
    const bool overlaps =
        (next != datagram.pieces.end() && next->first < end) ||
        (before != datagram.pieces.end() && before->first + before->second.size() > frame.fragment.offset);
    if (size == 0 || overlaps || end > MaxDatagram || datagram.pieces.size() == MaxFragments) {
        drop(which, true);
        return answer;
    }
    datagram.pieces.emplace_hint(next, frame.fragment.offset,
                                 std::vector<std::uint8_t>(body.begin(), body.end()));
    datagram.got += size;
    m_held += size;
    if (datagram.size > 0 && datagram.got == datagram.size) {
        std::vector<std::uint8_t> &whole = answer.datagram.emplace();
        whole.reserve(datagram.size);
        answer.firstSize = static_cast<std::uint32_t>(datagram.pieces.begin()->second.size());
        for (const auto &[offset, piece] : datagram.pieces)
            whole.insert(whole.end(), piece.begin(), piece.end());
        drop(which, false);
    } else if (datagram.size > 0 && datagram.got > datagram.size) {
        drop(which, true);
    }
    return answer;
}

FragmentPlace FragmentTable::place(const Frame &frame, std::uint32_t size, const Datagram &datagram) noexcept
{
    FragmentPlace place;
    const std::uint32_t piece = frame.fragment.more ? size : datagram.pieceSize;
    if (piece == 0)
        return place;
    const auto count = [piece](std::uint32_t bytes) {
        return static_cast<std::uint16_t>(std::min<std::uint32_t>((bytes + piece - 1) / piece, 0xFFFF));
    };
    place.number =
        static_cast<std::uint16_t>(std::min<std::uint32_t>(frame.fragment.offset / piece + 1, 0xFFFF));
    if (const std::uint32_t whole = datagram.size > 0 ? datagram.size : datagram.expected)
        place.of = std::max(count(whole), place.number);
    return place;
}

void FragmentTable::drop(Datagrams::iterator which, bool counted)
{
    m_held -= which->second.got;
    m_datagrams.erase(which);
    if (counted)
        ++m_dropped;
}

void FragmentTable::makeRoom(std::int64_t time)
{
    // A look at all of them now and then: they are few.
    if (m_datagrams.size() < MaxDatagrams && time - m_looked < Patience / 8)
        return;
    m_looked = time;
    for (auto each = m_datagrams.begin(); each != m_datagrams.end();) {
        const auto old = each++;
        if (time - old->second.begun > Patience)
            drop(old, true);
    }
    if (m_datagrams.size() >= MaxDatagrams)
        drop(std::ranges::min_element(m_datagrams, {}, [](const auto &each) { return each.second.begun; }),
             true);
}

} // namespace metriscope::net
