// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// Datagrams as m3 applications send them: names of about 120 bytes, two counters for each timer. Every name
/// occurs once in each of several rounds, each round in an order of its own.
class Traffic final
{
public:
    Traffic(std::size_t names, std::size_t linesPerDatagram);

    [[nodiscard]] std::size_t linesPerDatagram() const noexcept { return m_linesPerDatagram; }
    [[nodiscard]] const std::vector<std::string> &datagrams() const noexcept { return m_datagrams; }
    /// Every name once, for the warm-up.
    [[nodiscard]] std::size_t datagramsPerRound() const noexcept { return m_datagramsPerRound; }

    /// Sends as many as fit into the receiver's buffer; `next` walks through the datagrams. Returns how many.
    std::size_t fill(int fd, std::size_t limit, std::size_t &next) const;
    /// Sends `total` datagrams at a steady rate, in bursts of a millisecond; never waits for the receiver.
    void pace(int fd, std::size_t datagramsPerSecond, std::size_t total) const;

private:
    std::size_t send(int fd, std::size_t count, std::size_t &next) const;

    std::size_t m_linesPerDatagram, m_datagramsPerRound = 0;
    std::vector<std::string> m_datagrams;
};
