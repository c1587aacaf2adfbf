// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/metricordering.h"

#include <QObject>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace metriscope::ui
{

/// A model whose rows MetricOrder keeps filtered and in order.
class OrderedRows
{
public:
    virtual ~OrderedRows() = default;
    [[nodiscard]] virtual const std::vector<std::uint32_t> &orderedIds() const = 0;
    /// `anew`: another filter, nothing of the old rows counts. Otherwise the old rows are all still there.
    virtual void show(OrderResult result, bool anew) = 0;
};

/// Decides when there is something to filter or to sort, and has it done on a thread of its own, one request
/// at a time, so that the GUI thread only takes the result. Lives on the GUI thread; its thread starts with
/// the first request.
class MetricOrder final : public QObject
{
    Q_OBJECT

public:
    MetricOrder(const net::Registry &registry, const net::SeriesStore &store, OrderedRows &rows,
                QObject *parent = nullptr);
    ~MetricOrder() override;

    /// Metrics 0 .. count-1 are there.
    void grow(std::uint32_t count);
    /// False, and nothing changes, when the filter is wrong.
    bool setFilter(const MetricFilter &filter);
    void setSort(const MetricSort &sort);
    /// Sorts again when the order depends on values.
    void resort();
    /// While nobody looks nothing is done; what came is caught up with later.
    void setActive(bool active);

    [[nodiscard]] const MetricFilter &filter() const noexcept { return m_filter; }
    [[nodiscard]] const MetricSort &sorting() const noexcept { return m_sort; }
    [[nodiscard]] std::uint32_t total() const noexcept { return m_known; }
    /// Metrics on which a regular expression gave up.
    [[nodiscard]] std::uint32_t undecided() const noexcept { return m_undecided; }
    [[nodiscard]] bool isSettled() const noexcept { return !m_busy; }

Q_SIGNALS:
    void settled(); ///< filtered and sorted: counts are right again

private:
    [[nodiscard]] bool isUpToDate() const noexcept;
    void schedule();
    void request(OrderRequest request);
    void take();
    void run(const std::stop_token &stop);

    const net::Registry &m_registry;
    const net::SeriesStore &m_store;
    OrderedRows &m_rows;
    MetricFilter m_filter;
    std::shared_ptr<const MetricMatcher> m_matcher;
    MetricSort m_sort;
    std::uint32_t m_known = 0, m_seen = 0; ///< metrics there are; metrics that have been filtered
    std::uint32_t m_undecided = 0;
    bool m_active = true, m_busy = false;
    bool m_sorted = true;                                ///< the rows stand in the order of m_sort
    bool m_filterChanged = false, m_sortChanged = false; ///< since the request under way was made
    bool m_valuesChanged = false;                        ///< likewise, and the order depends on them
    bool m_requestedAnew = false;                        ///< the request under way began with no rows
    std::uint32_t m_requestedTo = 0;

    std::atomic<bool> m_cancelled = false;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<OrderRequest> m_request;
    OrderResult m_result; ///< of the last request
    std::jthread m_thread;
};

} // namespace metriscope::ui
