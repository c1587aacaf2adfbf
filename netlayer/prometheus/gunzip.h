// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

namespace metriscope::net
{

/// Unpacks gzip and zlib bytes as they come, up to a limit of what comes out. Memory: one block.
class Gunzip final
{
public:
    enum class State : std::uint8_t { Open, Whole, Damaged, TooLarge };

    explicit Gunzip(std::size_t limit);
    ~Gunzip();
    Gunzip(const Gunzip &) = delete;
    Gunzip &operator=(const Gunzip &) = delete;

    /// Hands out what `packed` adds, in blocks.
    State feed(std::string_view packed, const std::function<void(std::string_view)> &out);
    /// Whole: all parts have their end.
    [[nodiscard]] State state() const noexcept { return m_state; }

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
    std::size_t m_left;
    State m_state = State::Open;
};

} // namespace metriscope::net
