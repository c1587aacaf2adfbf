// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/frameclock.h"

#include "netlayer/types/time.h"

#include <QObject>

#include <optional>
#include <vector>

namespace metriscope::ui
{

/// The time that a group of charts shows together: visible range, follow, pause, crosshair, cursors A and B.
/// Knows no clock: advance() tells it the engine's now.
class TimeAxis final : public QObject
{
    Q_OBJECT

public:
    static constexpr net::Millis MinSpan{5'000};
    static constexpr net::Millis MaxSpan{std::chrono::hours{24 * 7}};

    explicit TimeAxis(QObject *parent = nullptr);

    [[nodiscard]] net::TimeRange visible() const noexcept;
    [[nodiscard]] net::Millis span() const noexcept;
    [[nodiscard]] bool isFollowing() const noexcept;
    [[nodiscard]] bool isPaused() const noexcept;
    [[nodiscard]] net::Time now() const noexcept;
    [[nodiscard]] net::Millis wallOffset() const noexcept; ///< add to a Time before showing it
    [[nodiscard]] std::optional<net::Time> crosshair() const noexcept;
    [[nodiscard]] std::optional<net::Time> cursorA() const noexcept;
    [[nodiscard]] std::optional<net::Time> cursorB() const noexcept;
    [[nodiscard]] bool canGoBack() const noexcept;
    /// Paces whatever is drawn along this axis.
    [[nodiscard]] FrameClock &frames() noexcept { return m_frames; }
    /// Shows what `other` shows at this moment, without following: for a picture of it.
    void copyView(const TimeAxis &other);

public Q_SLOTS:
    void advance(metriscope::net::Time now, metriscope::net::Millis wallOffset);
    void setSpan(metriscope::net::Millis span);    ///< keeps following, or keeps the middle
    void setFollowing(bool following);             ///< true also ends a pause
    void setPaused(bool paused);                   ///< freezes the view; ingest goes on
    void zoomTo(metriscope::net::TimeRange range); ///< leaves follow
    void zoom(double factor, metriscope::net::Time about);
    void pan(metriscope::net::Millis by);
    void back(); ///< undoes the last zoom or pan; from the first one back into follow
    void setCrosshair(std::optional<metriscope::net::Time> time);
    void setCursorA(std::optional<metriscope::net::Time> time);
    void setCursorB(std::optional<metriscope::net::Time> time);

Q_SIGNALS:
    void rangeChanged(); ///< visible range moved; at most once per call
    void modeChanged();  ///< follow or pause
    void crosshairChanged();
    void cursorsChanged();

private:
    struct View {
        net::TimeRange range;
        bool following = false;
    };
    static constexpr std::size_t MaxHistory = 50;

    void show(net::TimeRange range);
    void setMode(bool following, bool paused);

    FrameClock m_frames;
    net::Time m_now{};
    net::Millis m_wallOffset{0};
    net::Millis m_span{std::chrono::minutes{5}};
    net::TimeRange m_range{};
    std::vector<View> m_history;
    std::optional<net::Time> m_crosshair, m_cursorA, m_cursorB;
    bool m_following = true, m_paused = false;
};

} // namespace metriscope::ui
