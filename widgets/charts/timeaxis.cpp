// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/timeaxis.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace metriscope::ui
{

TimeAxis::TimeAxis(QObject *parent) : QObject(parent)
{
    m_range = {m_now - m_span, m_now};
}

net::TimeRange TimeAxis::visible() const noexcept
{
    return m_range;
}

net::Millis TimeAxis::span() const noexcept
{
    return m_range.span();
}

bool TimeAxis::isFollowing() const noexcept
{
    return m_following;
}

bool TimeAxis::isPaused() const noexcept
{
    return m_paused;
}

net::Time TimeAxis::now() const noexcept
{
    return m_now;
}

net::Millis TimeAxis::wallOffset() const noexcept
{
    return m_wallOffset;
}

std::optional<net::Time> TimeAxis::crosshair() const noexcept
{
    return m_crosshair;
}

std::optional<net::Time> TimeAxis::cursorA() const noexcept
{
    return m_cursorA;
}

std::optional<net::Time> TimeAxis::cursorB() const noexcept
{
    return m_cursorB;
}

bool TimeAxis::canGoBack() const noexcept
{
    return !m_history.empty();
}

void TimeAxis::copyView(const TimeAxis &other)
{
    m_now = other.m_now;
    m_wallOffset = other.m_wallOffset;
    m_span = other.m_span;
    m_range = other.m_range;
    m_cursorA = other.m_cursorA;
    m_cursorB = other.m_cursorB;
    m_following = false;
    Q_EMIT rangeChanged();
}

void TimeAxis::advance(net::Time now, net::Millis wallOffset)
{
    // The first tick moves a view that never saw a time, even a paused one
    const bool first = m_now == net::Time{};
    const bool offsetMoved = std::exchange(m_wallOffset, wallOffset) != wallOffset;
    m_now = now;
    if (first || (m_following && !m_paused)) {
        const net::TimeRange range{now - m_span, now};
        if (range != m_range || offsetMoved) {
            m_range = range;
            Q_EMIT rangeChanged();
        }
    } else if (offsetMoved) {
        Q_EMIT rangeChanged();
    }
}

void TimeAxis::setSpan(net::Millis span)
{
    span = std::clamp(span, MinSpan, MaxSpan);
    if (m_following) {
        m_span = span;
        const net::TimeRange range{m_range.to - span, m_range.to};
        if (range == m_range)
            return;
        m_range = range;
        Q_EMIT rangeChanged();
        return;
    }
    const net::Time middle = m_range.from + m_range.span() / 2;
    m_span = span;
    show({middle - span / 2, middle - span / 2 + span});
}

void TimeAxis::setMode(bool following, bool paused)
{
    if (following == m_following && paused == m_paused)
        return;
    m_following = following;
    m_paused = paused;
    Q_EMIT modeChanged();
}

void TimeAxis::setFollowing(bool following)
{
    if (!following) {
        setMode(false, m_paused);
        return;
    }
    m_history.clear();
    setMode(true, false);
    const net::TimeRange range{m_now - m_span, m_now};
    if (range == m_range)
        return;
    m_range = range;
    Q_EMIT rangeChanged();
}

void TimeAxis::setPaused(bool paused)
{
    setMode(m_following, paused);
    if (paused || !m_following)
        return;
    const net::TimeRange range{m_now - m_span, m_now};
    if (range == m_range)
        return;
    m_range = range;
    Q_EMIT rangeChanged();
}

void TimeAxis::zoomTo(net::TimeRange range)
{
    if (range.to < range.from)
        std::swap(range.from, range.to);
    show(range);
}

void TimeAxis::zoom(double factor, net::Time about)
{
    if (!std::isfinite(factor) || factor <= 0)
        return;
    const double wanted =
        std::clamp(double(m_range.span().count()) * factor, double(MinSpan.count()), double(MaxSpan.count()));
    const double share = m_range.span().count() > 0
                             ? double((about - m_range.from).count()) / double(m_range.span().count())
                             : 0.5;
    const net::Millis span{std::llround(wanted)};
    const net::Time from = about - net::Millis{std::llround(wanted * share)};
    show({from, from + span});
}

void TimeAxis::pan(net::Millis by)
{
    show({m_range.from + by, m_range.to + by});
}

void TimeAxis::show(net::TimeRange range)
{
    const net::Millis span = std::clamp(range.span(), MinSpan, MaxSpan);
    if (span != range.span()) {
        const net::Time middle = range.from + range.span() / 2;
        range = {middle - span / 2, middle - span / 2 + span};
    }
    if (range.to > m_now) // there is nothing to see in the future
        range = {m_now - span, m_now};
    if (range == m_range)
        return;
    if (m_history.size() == MaxHistory)
        m_history.erase(m_history.begin());
    m_history.push_back({m_range, m_following});
    m_range = range;
    setMode(false, m_paused);
    Q_EMIT rangeChanged();
}

void TimeAxis::back()
{
    if (m_history.empty())
        return;
    const View view = m_history.back();
    m_history.pop_back();
    if (view.following) {
        setFollowing(true);
        return;
    }
    m_range = view.range;
    Q_EMIT rangeChanged();
}

void TimeAxis::setCrosshair(std::optional<net::Time> time)
{
    if (std::exchange(m_crosshair, time) != time)
        Q_EMIT crosshairChanged();
}

void TimeAxis::setCursorA(std::optional<net::Time> time)
{
    if (std::exchange(m_cursorA, time) != time)
        Q_EMIT cursorsChanged();
}

void TimeAxis::setCursorB(std::optional<net::Time> time)
{
    if (std::exchange(m_cursorB, time) != time)
        Q_EMIT cursorsChanged();
}

} // namespace metriscope::ui
