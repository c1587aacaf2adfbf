// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <mutex>
#include <utility>

namespace metriscope::net
{

/// Hands values from one thread to another. The reader is woken only when the box was empty. When the reader
/// stalls and `capacity` values wait, the oldest is merged into its successor by `absorb(successor, oldest)`:
/// nothing of it that must not be lost is lost, and the box does not grow.
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
        m_values.push_back(std::move(value));
        if (m_values.size() > m_capacity) {
            T oldest = std::move(m_values.front());
            m_values.pop_front();
            absorb(m_values.front(), std::move(oldest));
        }
        return wasEmpty;
    }
    /// Everything posted since the last call, oldest first. Any thread.
    [[nodiscard]] std::deque<T> take()
    {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_values, {});
    }

private:
    std::mutex m_mutex;
    std::deque<T> m_values;
    const std::size_t m_capacity;
};

} // namespace metriscope::net
