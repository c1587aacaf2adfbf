// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/frameclock.h"

#include <algorithm>

namespace metriscope::ui
{

FrameClock::FrameClock(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &FrameClock::drawNext);
}

void FrameClock::request(FrameClient &client)
{
    if (std::find(m_waiting.begin(), m_waiting.end(), &client) == m_waiting.end())
        m_waiting.push_back(&client);
    if (m_timer.isActive())
        return;
    const qint64 since = m_sinceFrame.isValid() ? m_sinceFrame.elapsed() : FrameMilliseconds;
    m_timer.start(int(std::clamp<qint64>(FrameMilliseconds - since, 0, FrameMilliseconds)));
}

void FrameClock::forget(FrameClient &client)
{
    std::erase(m_waiting, &client);
    std::erase(m_frame, &client);
}

void FrameClock::drawNext()
{
    if (m_frame.empty()) {
        m_frame.swap(m_waiting);
        m_sinceFrame.start();
    }
    if (m_frame.empty())
        return;
    FrameClient *const client = m_frame.front();
    m_frame.pop_front();
    if (client->drawFrame())
        m_frame.push_front(client);
    if (!m_frame.empty())
        m_timer.start(0);
    else if (!m_waiting.empty())
        m_timer.start(
            int(std::clamp<qint64>(FrameMilliseconds - m_sinceFrame.elapsed(), 0, FrameMilliseconds)));
}

} // namespace metriscope::ui
