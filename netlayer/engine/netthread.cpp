// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/engine/netthread.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>

#include <semaphore>

namespace metriscope::net
{

NetThread::NetThread() : m_context(new QObject)
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
        delete m_context;
        done.release();
    });
    done.acquire();
    m_thread.quit();
    m_thread.wait();
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
