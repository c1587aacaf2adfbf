// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/frame.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace metriscope::net
{

/// Walks the headers of one frame, layer by layer: fills in the frame, and lists the fields where a list is
/// given.
class HeaderWalk final
{
public:
    HeaderWalk(std::span<const std::uint8_t> bytes, std::uint32_t originalLength,
               std::vector<Field> *fields) noexcept
        : m_bytes(bytes),
          m_size(static_cast<std::uint32_t>(std::min<std::size_t>(bytes.size(), 0x7FFFFFFFU))),
          m_original(std::max(originalLength, m_size)), m_fields(fields)
    {
    }

    Frame frame;

    void link(LinkType type);
    /// UDP or TCP from here on, `length` bytes of it by the IP header.
    void transport(std::uint32_t length);

private:
    [[nodiscard]] bool has(std::uint32_t count) const noexcept { return m_size - m_at >= count; }
    [[nodiscard]] std::uint32_t byte(std::uint32_t at) const noexcept { return m_bytes[m_at + at]; }
    [[nodiscard]] std::uint32_t word(std::uint32_t at) const noexcept
    {
        return byte(at) << 8U | byte(at + 1);
    }
    [[nodiscard]] std::uint32_t quad(std::uint32_t at) const noexcept
    {
        return word(at) << 16U | word(at + 2);
    }

    void note(const Field &field)
    {
        if (m_fields)
            m_fields->push_back(field);
    }
    void layer(FieldId id, std::uint32_t size) { note({id, FieldForm::Layer, 0, {m_at, size}, 0}); }
    void field(FieldId id, FieldForm form, std::uint32_t at, std::uint32_t size, std::uint64_t value = 0)
    {
        note({id, form, 1, {m_at + at, size}, value});
    }
    void number(FieldId id, std::uint32_t at, std::uint32_t size)
    {
        field(id, FieldForm::Number, at, size, size == 1 ? byte(at) : size == 2 ? word(at) : quad(at));
    }
    void hex(FieldId id, std::uint32_t at) { field(id, FieldForm::Hex, at, 2, word(at)); }

    void ethernet();
    void cooked();
    void cookedV2();
    void loopback();
    void raw();
    void network(std::uint32_t type);
    void ipv4();
    void ipv6();
    void extensions(std::uint32_t next, std::uint32_t length);
    void body(std::uint32_t length, std::uint32_t id, std::uint32_t offset, bool more);
    void udp(std::uint32_t length);
    void tcp(std::uint32_t length);
    void ports(FieldId id, std::uint32_t header);
    void payload(std::uint32_t declared, std::uint32_t here);
    void address(PacketAddress &target, PacketAddress::Family family, std::uint32_t at);
    void endAt(std::uint32_t end);
    void cut(FrameIssue issue) noexcept { frame.issue = issue; }

    std::span<const std::uint8_t> m_bytes;
    std::uint32_t m_size, m_original, m_at = 0;
    std::vector<Field> *m_fields;
};

} // namespace metriscope::net
