// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <mutex>
#include <utility>

namespace metriscope::net
{

/// Hands values from one thread to another. The reader is woken only when the box was empty; a reader that
/// stalls finds up to `capacity` values and the count of the older ones that were dropped.
template <typename T>
class Mailbox final
{
public:
    explicit Mailbox(std::size_t capacity) : m_capacity(capacity) {}

    /// True when the reader must be woken. Any thread.
    [[nodiscard]] bool post(T value)
    {
        const std::scoped_lock lock(m_mutex);
        const bool wasEmpty = m_values.empty();
        if (m_values.size() == m_capacity) {
            m_values.pop_front();
            ++m_dropped;
        }
        m_values.push_back(std::move(value));
        return wasEmpty;
    }
    /// Everything posted since the last call, oldest first. Any thread.
    [[nodiscard]] std::deque<T> take()
    {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_values, {});
    }
    [[nodiscard]] std::size_t dropped() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_dropped;
    }

private:
    mutable std::mutex m_mutex;
    std::deque<T> m_values;
    const std::size_t m_capacity;
    std::size_t m_dropped = 0;
};

} // namespace metriscope::net
