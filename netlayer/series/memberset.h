// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace metriscope::net
{

/// The members of all sets of one tick, as 64-bit hashes of set and member together.
class MemberSet final
{
public:
    static constexpr std::size_t MaxMembers = std::size_t{1} << 21;

    [[nodiscard]] bool contains(std::uint64_t hash) const noexcept;
    /// True when the member is new and was taken; false when it was known, or when MaxMembers are kept.
    bool insert(std::uint64_t hash);
    void clear() noexcept;
    void release() noexcept; ///< clear(), and give the memory back

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] std::size_t bytes() const noexcept { return m_slots.capacity() * sizeof(std::uint64_t); }

private:
    [[nodiscard]] std::size_t placeOf(std::uint64_t hash) const noexcept;

    std::vector<std::uint64_t> m_slots; ///< open addressing, a power of two; 0: free
    std::size_t m_size = 0;
};

} // namespace metriscope::net
