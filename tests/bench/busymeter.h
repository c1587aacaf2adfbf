// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <ctime>

/// Processor time of this thread: what others do to the machine meanwhile does not count.
inline std::chrono::nanoseconds threadTime()
{
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return std::chrono::seconds(t.tv_sec) + std::chrono::nanoseconds(t.tv_nsec);
}

/// Runs the loop as exec() does: QTest::qWait() polls and never blocks.
inline void runLoop(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

/// How long the event loop of this thread lets a timer of one millisecond wait, as far as the thread itself
/// was busy.
class BusyMeter final
{
public:
    BusyMeter()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            const auto busy = threadTime() - m_last;
            m_last += busy;
            m_longest = std::max(m_longest, busy);
            m_sum += busy;
        });
    }
    void start()
    {
        m_last = threadTime();
        m_timer.start(1);
    }
    [[nodiscard]] double longestMs() const
    {
        return std::chrono::duration<double, std::milli>(m_longest).count();
    }
    [[nodiscard]] double sumMs() const { return std::chrono::duration<double, std::milli>(m_sum).count(); }

private:
    QTimer m_timer;
    std::chrono::nanoseconds m_last{0}, m_longest{0}, m_sum{0};
};
