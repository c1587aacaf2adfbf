// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// Memory for names that never moves and is never given back before the whole arena goes: whoever holds views
/// into it holds the arena. One writer.
class NameArena final
{
public:
    /// Keeps `tags` right behind `name`, and returns where the name is.
    [[nodiscard]] std::string_view keep(std::string_view name, std::string_view tags = {});
    [[nodiscard]] std::size_t bytes() const noexcept { return m_bytes; }

private:
    static constexpr std::size_t ChunkBytes = std::size_t{256} << 10;
    std::vector<std::unique_ptr<char[]>> m_chunks;
    char *m_free = nullptr; ///< within the last chunk
    std::size_t m_left = 0, m_bytes = 0;
};

} // namespace metriscope::net
