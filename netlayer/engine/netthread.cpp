// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/engine/netthread.h"

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

} // namespace metriscope::net
