// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <QObject>
#include <QString>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <utility>

#include <sys/resource.h>

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
            const rusage usage = threadUsage(), spent = std::exchange(m_usage, usage);
            m_last += busy;
            m_sum += busy;
            if (busy <= m_longest)
                return;
            m_longest = busy;
            m_faults = usage.ru_minflt - spent.ru_minflt;
            m_interruptions = usage.ru_nivcsw - spent.ru_nivcsw;
            m_system = millisOf(usage.ru_stime) - millisOf(spent.ru_stime);
        });
    }
    void start()
    {
        m_last = threadTime();
        m_usage = threadUsage();
        m_timer.start(1);
    }
    /// What the longest slice went through: where it was not our own work, this shows.
    [[nodiscard]] QString circumstances() const
    {
        return QStringLiteral("%1 page faults, %2 interruptions, %3 ms in the system")
            .arg(m_faults)
            .arg(m_interruptions)
            .arg(m_system, 0, 'f', 1);
    }
    [[nodiscard]] double longestMs() const
    {
        return std::chrono::duration<double, std::milli>(m_longest).count();
    }
    [[nodiscard]] double sumMs() const { return std::chrono::duration<double, std::milli>(m_sum).count(); }

private:
    [[nodiscard]] static rusage threadUsage()
    {
        rusage usage{};
        getrusage(RUSAGE_THREAD, &usage);
        return usage;
    }
    [[nodiscard]] static double millisOf(const timeval &time)
    {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    }

    QTimer m_timer;
    rusage m_usage{};
    long m_faults = 0, m_interruptions = 0;
    double m_system = 0;
    std::chrono::nanoseconds m_last{0}, m_longest{0}, m_sum{0};
};
