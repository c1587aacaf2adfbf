// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/pollconfig.h"
#include "netlayer/istats/monitorfindings.h"
#include "netlayer/sockets/httpask.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <optional>

namespace metriscope::net
{

/// A monitor client's part on the net thread: made elsewhere, moved there, used and destroyed there.
class MonitorWorker final : public QObject
{
    Q_OBJECT

public:
    MonitorWorker(const PollConfig &config, std::shared_ptr<MonitorFindings> findings);

    void begin(); ///< asks at once, then on the interval
    void ask();   ///< nothing while an answer is awaited

Q_SIGNALS:
    void answered(metriscope::net::SourceError error, const QString &detail);

private:
    struct Outcome {
        SourceError error = SourceError::None;
        QString detail;
    };
    void take(const HttpReply &reply);
    [[nodiscard]] Outcome read(const HttpReply &reply, std::int64_t wall);

    const QUrl m_url;
    const Millis m_interval;
    const std::shared_ptr<MonitorFindings> m_findings;
    QNetworkAccessManager m_manager;
    HttpAsk m_ask;
    QTimer m_timer;
    QElapsedTimer m_asked;                 ///< since the question
    std::optional<QElapsedTimer> m_before; ///< since the last good answer
};

} // namespace metriscope::net
