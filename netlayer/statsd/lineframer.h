// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace metriscope::net
{

/// Cuts a stream of bytes into lines, wherever the network cut the stream. Owns at most the part of a line
/// that has not ended yet; what is longer than `maxLine` is thrown away up to the next newline, and counted.
/// A carriage return before the newline stays with the line, the parser knows it; a line of nothing else is
/// empty, and empty lines are no lines.
class LineFramer final
{
public:
    static constexpr std::size_t MaxLine = std::size_t{64} * 1024; ///< bytes without the newline

    LineFramer() = default;
    explicit LineFramer(std::size_t maxLine) : m_maxLine(maxLine) {}

    /// Calls `each(std::string_view)` for every line that `bytes` ends; the view is good during the call.
    template <class Each>
    void feed(std::string_view bytes, Each &&each)
    {
        while (!bytes.empty()) {
            const std::size_t newline = bytes.find('\n');
            if (newline == std::string_view::npos) {
                keep(bytes);
                return;
            }
            const std::string_view line = join(bytes.substr(0, newline));
            if (!line.empty() && line != "\r")
                each(line);
            endLine();
            bytes.remove_prefix(newline + 1);
        }
    }

    /// The stream has ended: what it left without a newline, empty when nothing. Good until the next call.
    [[nodiscard]] std::string_view tail() const noexcept
    {
        return m_part == "\r" ? std::string_view() : m_part;
    }
    /// Lines longer than `maxLine`, each counted when it goes over.
    [[nodiscard]] std::uint64_t oversized() const noexcept { return m_oversized; }
    /// Bytes held.
    [[nodiscard]] std::size_t capacity() const noexcept { return m_part.capacity(); }

private:
    void keep(std::string_view part);
    [[nodiscard]] std::string_view join(std::string_view end);
    void endLine();

    std::size_t m_maxLine = MaxLine;
    std::string m_part;
    std::uint64_t m_oversized = 0;
    bool m_discarding = false; ///< up to the next newline
};

} // namespace metriscope::net
