// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/pcapngwriter.h"

#include <algorithm>

namespace metriscope::net
{

namespace
{

constexpr std::size_t MaxOption = 60'000;

} // namespace

void PcapngWriter::word(std::uint32_t value)
{
    const char raw[] = {static_cast<char>(value), static_cast<char>(value >> 8U)};
    m_out.append(raw, sizeof raw);
}

void PcapngWriter::quad(std::uint32_t value)
{
    const char raw[] = {static_cast<char>(value), static_cast<char>(value >> 8U),
                        static_cast<char>(value >> 16U), static_cast<char>(value >> 24U)};
    m_out.append(raw, sizeof raw);
}

void PcapngWriter::wide(std::uint64_t value)
{
    quad(static_cast<std::uint32_t>(value));
    quad(static_cast<std::uint32_t>(value >> 32U));
}

void PcapngWriter::bytes(const void *data, std::size_t size)
{
    m_out.append(static_cast<const char *>(data), size);
    m_out.append((4 - size % 4) % 4, '\0');
}

void PcapngWriter::option(std::uint16_t code, std::string_view value)
{
    value = value.substr(0, MaxOption);
    word(code);
    word(static_cast<std::uint32_t>(value.size()));
    bytes(value.data(), value.size());
}

void PcapngWriter::option(std::uint16_t code, std::uint64_t value)
{
    word(code);
    word(8);
    wide(value);
}

std::size_t PcapngWriter::begin(std::uint32_t type)
{
    const std::size_t start = m_out.size();
    quad(type);
    quad(0);
    return start;
}

void PcapngWriter::end(std::size_t start)
{
    const auto size = static_cast<std::uint32_t>(m_out.size() - start + 4);
    quad(size);
    m_out.replace(start + 4, 4, m_out, m_out.size() - 4, 4);
}

void PcapngWriter::header(std::string_view application)
{
    const std::size_t start = begin(0x0A0D0D0A);
    quad(0x1A2B3C4D);
    word(1);
    word(0);
    wide(~std::uint64_t{0}); // the section's length is not known
    option(4, application);
    quad(0);
    end(start);
}

void PcapngWriter::interface(const CaptureInterface &interface)
{
    const std::size_t start = begin(1);
    word(static_cast<std::uint32_t>(interface.link));
    word(0);
    quad(interface.snapLength);
    if (!interface.name.empty())
        option(2, interface.name);
    option(9, std::string_view("\x09", 1));
    if (!interface.filter.empty())
        option(11, '\0' + interface.filter);
    quad(0);
    end(start);
}

void PcapngWriter::packet(std::uint32_t interface, std::int64_t time, std::uint32_t originalLength,
                          std::span<const std::uint8_t> data, std::span<const std::string> comments)
{
    const auto stamp = static_cast<std::uint64_t>(std::max<std::int64_t>(time, 0));
    const auto size = static_cast<std::uint32_t>(data.size());
    const std::size_t start = begin(6);
    quad(interface);
    quad(static_cast<std::uint32_t>(stamp >> 32U));
    quad(static_cast<std::uint32_t>(stamp));
    quad(size);
    quad(std::max(originalLength, size));
    bytes(data.data(), data.size());
    for (const std::string &comment : comments)
        option(1, comment);
    if (!comments.empty())
        quad(0);
    end(start);
}

void PcapngWriter::statistics(std::uint32_t interface, std::int64_t time, const CaptureLosses &losses)
{
    const auto stamp = static_cast<std::uint64_t>(std::max<std::int64_t>(time, 0));
    const std::size_t start = begin(5);
    quad(interface);
    quad(static_cast<std::uint32_t>(stamp >> 32U));
    quad(static_cast<std::uint32_t>(stamp));
    option(4, losses.received);
    option(5, losses.interfaceDrops);
    option(7, losses.kernelDrops);
    quad(0);
    end(start);
}

} // namespace metriscope::net
