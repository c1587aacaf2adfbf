// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/engine/netthread.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>

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
    run([this] {
        delete m_context;
        m_thread.quit();
    });
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
