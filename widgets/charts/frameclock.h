// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <deque>

namespace metriscope::ui
{

/// Something that draws when the frame clock says so.
class FrameClient
{
public:
    virtual ~FrameClient() = default;
    /// Draws, for a few milliseconds at most; true when there is more to draw in this frame.
    [[nodiscard]] virtual bool drawFrame() = 0;
};

/// Paces the charts that share it to at most 30 frames a second. Each client draws in events of its own, so
/// that input gets its turn in between; without requests the timer stands still. GUI thread.
class FrameClock final : public QObject
{
    Q_OBJECT

public:
    static constexpr int FrameMilliseconds = 34;

    explicit FrameClock(QObject *parent = nullptr);

    /// Draws `client` once, at the next frame. Asking again before that changes nothing.
    void request(FrameClient &client);
    void forget(FrameClient &client);
    [[nodiscard]] bool isIdle() const { return !m_timer.isActive(); }

private:
    void drawNext();

    std::deque<FrameClient *> m_waiting; ///< for the next frame
    std::deque<FrameClient *> m_frame;   ///< of the frame being drawn
    QTimer m_timer;
    QElapsedTimer m_sinceFrame;
};

} // namespace metriscope::ui
