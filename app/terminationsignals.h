// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace metriscope::app
{

/// Turns SIGINT, SIGTERM and SIGHUP into an event of this thread, and makes a write to a closed pipe an error
/// instead of an end. The second signal ends the program at once, as if nobody listened. One object at a
/// time.
class TerminationSignals final : public QObject
{
    Q_OBJECT

public:
    explicit TerminationSignals(QObject *parent = nullptr);
    ~TerminationSignals() override;

Q_SIGNALS:
    void received();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace metriscope::app
