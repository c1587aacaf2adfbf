// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/metricorder.h"

namespace metriscope::ui
{

MetricOrder::MetricOrder(const net::Registry &registry, const net::SeriesStore &store, OrderedRows &rows,
                         QObject *parent)
    : QObject(parent), m_registry(registry), m_store(store), m_rows(rows),
      m_matcher(std::make_shared<const MetricMatcher>(m_filter))
{
}

MetricOrder::~MetricOrder()
{
    m_cancelled.store(true, std::memory_order_relaxed);
    m_thread = {}; // joined before the members that it uses are gone
}

void MetricOrder::grow(std::uint32_t count)
{
    if (count <= m_known)
        return;
    m_known = count;
    schedule();
}

bool MetricOrder::setFilter(const MetricFilter &filter)
{
    if (filter == m_filter)
        return true;
    auto matcher = std::make_shared<const MetricMatcher>(filter);
    if (matcher->error() != MetricMatcher::Error::None)
        return false;
    m_filter = filter;
    m_matcher = std::move(matcher);
    m_filterChanged = true;
    schedule();
    return true;
}

void MetricOrder::setSort(const MetricSort &sort)
{
    if (sort == m_sort)
        return;
    m_sort = sort;
    m_sorted = false;
    m_sortChanged = true;
    schedule();
}

void MetricOrder::resort()
{
    if (!m_sort.isLive())
        return;
    m_sorted = false;
    m_valuesChanged = true;
    schedule();
}

void MetricOrder::setActive(bool active)
{
    m_active = active;
    schedule();
}

bool MetricOrder::isUpToDate() const noexcept
{
    return !m_filterChanged && m_seen == m_known && m_sorted;
}

void MetricOrder::schedule()
{
    if (m_busy) {
        // New rows and new values can wait for the answer; what the reader asked for cannot.
        if (m_filterChanged || m_sortChanged)
            m_cancelled.store(true, std::memory_order_relaxed);
        return;
    }
    if (!m_active || isUpToDate())
        return;
    OrderRequest request{.matcher = m_matcher, .sort = m_sort, .to = m_known};
    m_requestedAnew = m_filterChanged;
    if (!m_filterChanged) {
        request.from = m_seen;
        request.rows = m_rows.orderedIds();
        request.rowsAreSorted = m_sorted;
    }
    m_requestedTo = request.to;
    m_filterChanged = m_sortChanged = m_valuesChanged = false;
    this->request(std::move(request));
}

void MetricOrder::request(OrderRequest request)
{
    m_busy = true;
    m_cancelled.store(false, std::memory_order_relaxed);
    {
        const std::scoped_lock lock(m_mutex);
        m_request = std::move(request);
    }
    if (!m_thread.joinable())
        m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
    m_wake.notify_one();
}

void MetricOrder::take()
{
    OrderResult result;
    {
        const std::scoped_lock lock(m_mutex);
        result = std::move(m_result);
    }
    m_busy = false;
    if (result.cancelled) {
        m_filterChanged = m_filterChanged || m_requestedAnew;
        m_sorted = false;
        schedule();
        return;
    }
    m_undecided = (m_requestedAnew ? 0 : m_undecided) + result.undecided;
    m_seen = m_requestedTo;
    m_sorted = !m_sortChanged && !m_valuesChanged;
    m_rows.show(std::move(result), m_requestedAnew);
    schedule();
    if (isSettled())
        Q_EMIT settled();
}

void MetricOrder::run(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        OrderRequest request;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return m_request.has_value(); }))
                return;
            request = std::move(*m_request);
            m_request.reset();
        }
        OrderResult result = computeOrder(m_registry, m_store, std::move(request), m_cancelled);
        {
            const std::scoped_lock lock(m_mutex);
            m_result = std::move(result);
        }
        QMetaObject::invokeMethod(this, &MetricOrder::take, Qt::QueuedConnection);
    }
}

} // namespace metriscope::ui
