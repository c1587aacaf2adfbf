// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/memberset.h"

#include <algorithm>
#include <utility>

namespace metriscope::net
{
namespace
{

constexpr std::size_t FirstSlots = 1024;
constexpr std::uint64_t StandsForZero = 0x9E3779B97F4A7C15U;

} // namespace

bool MemberSet::contains(std::uint64_t hash) const noexcept
{
    return !m_slots.empty() && m_slots[placeOf(hash)] != 0;
}

bool MemberSet::insert(std::uint64_t hash)
{
    if (m_slots.empty())
        m_slots.resize(FirstSlots);
    std::size_t place = placeOf(hash);
    if (m_slots[place] != 0 || m_size == MaxMembers)
        return false;
    if ((m_size + 1) * 4 > m_slots.size() * 3) {
        std::vector<std::uint64_t> old(m_slots.size() * 2);
        std::swap(old, m_slots);
        for (const std::uint64_t member : old) {
            if (member != 0)
                m_slots[placeOf(member)] = member;
        }
        place = placeOf(hash);
    }
    m_slots[place] = hash == 0 ? StandsForZero : hash;
    ++m_size;
    return true;
}

void MemberSet::clear() noexcept
{
    if (std::exchange(m_size, 0) != 0)
        std::ranges::fill(m_slots, 0);
}

void MemberSet::release() noexcept
{
    m_slots = std::vector<std::uint64_t>();
    m_size = 0;
}

std::size_t MemberSet::placeOf(std::uint64_t hash) const noexcept
{
    if (hash == 0)
        hash = StandsForZero;
    const std::size_t mask = m_slots.size() - 1;
    std::size_t place = hash & mask;
    while (m_slots[place] != 0 && m_slots[place] != hash)
        place = (place + 1) & mask;
    return place;
}

} // namespace metriscope::net
