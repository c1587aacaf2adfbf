// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/statsd/lineframer.h"

namespace metriscope::net
{

namespace
{
/// What a client may keep between its lines; more is given back, there may be thousands of clients.
constexpr std::size_t IdleCapacity = 1024;
} // namespace

void LineFramer::keep(std::string_view part)
{
    if (m_discarding)
        return;
    if (m_part.size() + part.size() <= m_maxLine) {
        m_part += part;
        return;
    }
    ++m_oversized;
    m_discarding = true;
    std::string().swap(m_part);
}

std::string_view LineFramer::join(std::string_view end)
{
    if (m_part.empty() && !m_discarding && end.size() <= m_maxLine)
        return end;
    keep(end);
    return m_part;
}

void LineFramer::endLine()
{
    m_discarding = false;
    if (m_part.capacity() > IdleCapacity)
        std::string().swap(m_part);
    else
        m_part.clear();
}

} // namespace metriscope::net
