// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

#include <functional>
#include <mutex>
#include <vector>

class QNetworkAccessManager;

namespace metriscope::net
{

/// One thread with an event loop for all that speaks through Qt Network: HTTP servers and pollers. Made
/// before them and ended after them.
class NetThread final
{
public:
    NetThread();
    ~NetThread(); ///< runs what was asked for until now, then ends the thread
    NetThread(const NetThread &) = delete;
    NetThread &operator=(const NetThread &) = delete;

    /// Calls `job` on the thread, after those asked for before. Any thread; does not wait.
    void run(std::function<void()> job);
    /// For all who ask by HTTP, so that they share its connections and its thread. Only on the thread.
    [[nodiscard]] QNetworkAccessManager &network();
    /// Moves an object there; it is destroyed there by deleteLater(), asked for before the thread ends.
    void adopt(QObject &object) { object.moveToThread(&m_thread); }

private:
    class Context;
    void runJobs();

    QThread m_thread;
    std::mutex m_mutex;
    /// Under the mutex. Events of Qt could bring them, but what those hand over ThreadSanitizer does not
    /// see.
    std::vector<std::function<void()>> m_jobs;
    QObject *m_context;
    QNetworkAccessManager *m_network = nullptr; ///< the context's child, made when it is asked for
};

} // namespace metriscope::net
