// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/pollconfig.h"
#include "netlayer/engine/source.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <memory>

class QTimer;

namespace metriscope::net
{

class GstatsFindings;
class HttpAsk;
struct HttpReply;
class NetThread;

/// The polls of one GstatsHttp. Lives on the net thread.
class GstatsHttpWorker final : public QObject
{
    Q_OBJECT

public:
    GstatsHttpWorker(const PollConfig &config, NetThread &thread, std::shared_ptr<GstatsFindings> findings);
    ~GstatsHttpWorker() override;

    void begin();
    void ask(); ///< now, unless an answer is awaited
    void setInterval(Millis interval);

Q_SIGNALS:
    void answered(metriscope::net::SourceError error, const QString &detail);

private:
    void take(const HttpReply &reply);
    void say(SourceError error, const QString &detail);

    const PollConfig m_config;
    NetThread &m_thread;
    const std::shared_ptr<GstatsFindings> m_findings;
    HttpAsk *m_http = nullptr;
    QTimer *m_timer;
    QElapsedTimer m_asked, m_answered; ///< since the question, since the last good answer
    Millis m_interval;
};

} // namespace metriscope::net
