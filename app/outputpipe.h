// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <thread>

namespace metriscope::app
{

/// Writes whole records to a file descriptor from a thread of its own, so that a slow reader holds up nobody.
/// What waits is bounded: records beyond that are dropped and counted.
class OutputPipe final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t DefaultCapacity = std::size_t{64} << 20;

    explicit OutputPipe(int fd, std::size_t capacity = DefaultCapacity, QObject *parent = nullptr);
    /// Waits for what was written as long as the reader goes on reading, at most two seconds without
    /// progress.
    ~OutputPipe() override;

    void write(QByteArray record);
    /// Half of the room is free: for who can wait instead of losing records.
    [[nodiscard]] bool hasRoom() const;
    [[nodiscard]] std::uint64_t dropped() const; ///< records

Q_SIGNALS:
    /// Nobody reads any more (EPIPE), or writing fails for the reason `error`, an errno. Nothing is written
    /// after it.
    void closed(int error);

private:
    void run(const std::stop_token &stop);
    [[nodiscard]] bool put(const QByteArray &record, const std::stop_token &stop);

    const int m_fd;
    const std::size_t m_capacity;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<QByteArray> m_records;
    std::size_t m_waiting = 0;
    bool m_broken = false;
    std::uint64_t m_dropped = 0;
    std::jthread m_thread;
};

} // namespace metriscope::app
