// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/engine/netthread.h"

#include <QCoreApplication>
#include <QEvent>
#include <QNetworkAccessManager>
#include <QNetworkProxy>

#include <semaphore>
#include <utility>

namespace metriscope::net
{

/// Lives on the thread and runs the jobs there.
class NetThread::Context final : public QObject
{
public:
    explicit Context(NetThread &owner) : m_owner(owner) {}
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        m_owner.runJobs();
        return true;
    }

private:
    NetThread &m_owner;
};

NetThread::NetThread() : m_context(new Context(*this))
{
    m_thread.setObjectName(QStringLiteral("net"));
    m_context->moveToThread(&m_thread);
    m_thread.start();
}

NetThread::~NetThread()
{
    // The thread may end only when run() has returned: it still wakes the thread's event loop.
    std::binary_semaphore done{0};
    run([this, &done] {
        m_context->deleteLater();
        done.release();
    });
    done.acquire();
    m_thread.quit();
    m_thread.wait();
}

void NetThread::run(std::function<void()> job)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    QCoreApplication::postEvent(m_context, new QEvent(QEvent::User));
}

void NetThread::runJobs()
{
    std::vector<std::function<void()>> todo;
    {
        const std::scoped_lock lock(m_mutex);
        todo.swap(m_jobs);
    }
    for (const auto &job : todo)
        job();
}

QNetworkAccessManager &NetThread::network()
{
    if (!m_network) {
        m_network = new QNetworkAccessManager(m_context);
        m_network->setProxy(QNetworkProxy::NoProxy); // what is asked for is near
    }
    return *m_network;
}

} // namespace metriscope::net
