// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/checks/check.h"
#include "netlayer/checks/checkcontext.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>
#include <vector>

namespace metriscope::net
{

struct CheckEntry {
    enum class State : std::uint8_t { Waiting, Running, Done };
    CheckId id{};
    State state = State::Waiting;
    CheckResult result{};              ///< of the last time it was done
    std::chrono::milliseconds took{0}; ///< likewise
};

/// How many of each verdict.
struct CheckCounts {
    int pass = 0, warning = 0, fail = 0, skipped = 0;
};

/// All checks of one kind, side by side where they do not need each other's answer. A run takes at most
/// 15 seconds beside the time it was told to wait for traffic.
class CheckRun final : public QObject
{
    Q_OBJECT

public:
    explicit CheckRun(const CheckContext &context, QObject *parent = nullptr);
    ~CheckRun() override;

    /// Everything from the beginning. While it runs, nothing.
    void start();
    /// What is not yet answered becomes Skipped, Cancelled.
    void cancel();
    /// Until finished(): all sockets are closed again then.
    [[nodiscard]] bool isRunning() const noexcept { return m_running; }
    [[nodiscard]] const CheckContext &context() const noexcept { return m_context; }
    /// Other addresses for the next start(). While it runs, nothing.
    void setContext(const CheckContext &context);

    /// In the order to show them; the same ids for the same context.
    [[nodiscard]] const std::vector<CheckEntry> &entries() const noexcept { return m_entries; }
    [[nodiscard]] CheckCounts counts() const;

Q_SIGNALS:
    /// entries()[index] has another state.
    void changed(int index);
    void finished();

private:
    struct Family;
    void begin();
    void startReady();
    void settle(int index, const CheckResult &result);
    void end();

    CheckContext m_context;
    std::unique_ptr<Family> m_family;
    std::vector<CheckEntry> m_entries;
    QElapsedTimer m_clock;
    QTimer m_deadline;
    bool m_running = false, m_ending = false;
};

} // namespace metriscope::net
