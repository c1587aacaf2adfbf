// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/checks/checkresult.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace metriscope::net
{

/// One question with one answer. Runs on the thread of its maker, needs its event loop, never blocks for
/// more than some milliseconds, and only reads: it registers nothing, resets nothing, changes nothing.
class Check : public QObject
{
    Q_OBJECT

public:
    /// `limit`: how long it may take before it is given up.
    explicit Check(CheckId id, std::chrono::milliseconds limit = std::chrono::seconds(8),
                   QObject *parent = nullptr);

    [[nodiscard]] CheckId id() const noexcept { return m_id; }
    [[nodiscard]] bool isRunning() const noexcept { return m_running; }
    /// Answered by exactly one finished(), maybe before this returns.
    void start();
    /// Ends it now, with Skipped and Cancelled.
    void cancel();

Q_SIGNALS:
    void finished(const metriscope::net::CheckResult &result);

protected:
    virtual void run() = 0;
    /// Lets go of sockets and timers. Called once after each run(), however it ended.
    virtual void release() {}
    /// What it means when the time is over.
    [[nodiscard]] virtual CheckResult lateResult() const;
    void finish(const CheckResult &result);

private:
    const CheckId m_id;
    const std::chrono::milliseconds m_limit;
    QTimer m_timer;
    bool m_running = false;
};

} // namespace metriscope::net
