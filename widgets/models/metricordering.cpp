// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/metricordering.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace metriscope::ui
{

namespace
{

constexpr bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

constexpr unsigned char fold(char c) noexcept
{
    return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

/// Takes a run of digits off the front, without its leading zeros.
std::string_view takeNumber(std::string_view &text) noexcept
{
    std::size_t end = 0;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    std::string_view digits = text.substr(0, end);
    text.remove_prefix(end);
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

int sign(std::ptrdiff_t value) noexcept
{
    return value < 0 ? -1 : value > 0 ? 1 : 0;
}

/// Compares up to the next dot; 0 when only letter case or leading zeros differ.
int comparePart(std::string_view a, std::string_view b) noexcept
{
    a = a.substr(0, a.find('.'));
    b = b.substr(0, b.find('.'));
    while (!a.empty() && !b.empty()) {
        if (isDigit(a.front()) && isDigit(b.front())) {
            const std::string_view x = takeNumber(a), y = takeNumber(b);
            if (x.size() != y.size())
                return x.size() < y.size() ? -1 : 1;
            if (const int order = x.compare(y); order != 0)
                return sign(order);
            continue;
        }
        if (const int order = int{fold(a.front())} - int{fold(b.front())}; order != 0)
            return sign(order);
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return int{a.empty()} < int{b.empty()} ? 1 : int{a.empty()} > int{b.empty()} ? -1 : 0;
}

struct Keyed {
    double key = 0;
    std::uint32_t id = 0;
};

void sortByNumber(std::vector<std::uint32_t> &rows, const net::Registry &registry,
                  const net::SeriesStore &store, const MetricSort &sort)
{
    const net::Time now = store.now();
    std::vector<Keyed> keyed;
    keyed.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        const net::MetricId id{row};
        const double number = sortNumber(store.latest(id), registry.info(id).kind, now, sort.by);
        const double key = std::isnan(number) ? std::numeric_limits<double>::infinity() // last either way
                           : sort.descending  ? -number
                                              : number;
        keyed.push_back({key, row});
    }
    std::sort(keyed.begin(), keyed.end(), [](const Keyed &a, const Keyed &b) {
        return a.key < b.key || (a.key == b.key && a.id < b.id);
    });
    std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const Keyed &k) { return k.id; });
}

/// The order of the columns that do not move. Ties go by name, tags, kind and at last by first sight.
class StaticLess final
{
public:
    StaticLess(const net::Registry &registry, const MetricSort &sort) : m_registry(registry), m_sort(sort) {}

    bool operator()(std::uint32_t a, std::uint32_t b) const
    {
        const net::MetricInfo &x = m_registry.info(net::MetricId{a});
        const net::MetricInfo &y = m_registry.info(net::MetricId{b});
        if (const int order = primary(x, y); order != 0)
            return m_sort.descending ? order > 0 : order < 0;
        if (const int order = compareNames(x.name, y.name); order != 0)
            return order < 0;
        if (const int order = compareNames(x.tags, y.tags); order != 0)
            return order < 0;
        return x.kind != y.kind ? x.kind < y.kind : a < b;
    }

private:
    int primary(const net::MetricInfo &x, const net::MetricInfo &y) const
    {
        switch (m_sort.by) {
        case MetricSort::By::Kind:
            return static_cast<int>(x.kind) - static_cast<int>(y.kind);
        case MetricSort::By::Source:
            return static_cast<int>(x.source) - static_cast<int>(y.source);
        case MetricSort::By::Tags:
            return emptyLast(x.tags, y.tags);
        case MetricSort::By::Tag:
            return emptyLast(tagValue(x.tags, m_sort.tag), tagValue(y.tags, m_sort.tag));
        default:
            return compareNames(x.name, y.name);
        }
    }
    /// Rows without the tag stand last in either direction.
    int emptyLast(std::string_view x, std::string_view y) const
    {
        if (x.empty() != y.empty())
            return x.empty() != m_sort.descending ? 1 : -1;
        return compareNames(x, y);
    }

    const net::Registry &m_registry;
    const MetricSort &m_sort;
};

} // namespace

int compareNames(std::string_view a, std::string_view b) noexcept
{
    // Names share long beginnings: skip what is equal, but not the first half of a number.
    const std::size_t common = std::min(a.size(), b.size());
    std::size_t differ = 0;
    while (differ < common && a[differ] == b[differ])
        ++differ;
    if (differ == common && a.size() == b.size())
        return 0;
    std::size_t from = differ;
    while (from > 0 && isDigit(a[from - 1]))
        --from;
    if (const int order = comparePart(a.substr(from), b.substr(from)); order != 0)
        return order;
    // The same part but for case, or one name ends where the other goes on.
    if (differ == common)
        return a.size() < b.size() ? -1 : 1;
    if (a[differ] == '.' || b[differ] == '.')
        return a[differ] == '.' ? -1 : 1;
    return static_cast<unsigned char>(a[differ]) < static_cast<unsigned char>(b[differ]) ? -1 : 1;
}

double sortNumber(const net::Latest &latest, net::MetricKind kind, net::Time now, MetricSort::By by) noexcept
{
    constexpr double None = std::numeric_limits<double>::quiet_NaN();
    if (!latest.any)
        return None;
    switch (by) {
    case MetricSort::By::Value:
        return latest.value;
    case MetricSort::By::Rate:
        if (kind == net::MetricKind::Gauge || kind == net::MetricKind::Set)
            return None;                            // levels have no rate
        return latest.seen < now ? 0 : latest.rate; // nothing came in this tick
    case MetricSort::By::Age:
        return std::chrono::duration<double>(now - latest.seen).count();
    default:
        return None;
    }
}

OrderResult computeOrder(const net::Registry &registry, const net::SeriesStore &store, OrderRequest request,
                         const std::atomic<bool> &cancelled)
{
    constexpr std::uint32_t LookEvery = 0xFF;
    OrderResult result;
    result.firstAdded = request.from;
    result.rows = std::move(request.rows);
    const auto before = static_cast<std::ptrdiff_t>(result.rows.size());
    const bool all = request.matcher->acceptsAll();
    for (std::uint32_t id = request.from; id < request.to; ++id) {
        if ((id & LookEvery) == 0 && cancelled.load(std::memory_order_relaxed))
            break;
        const auto answer =
            all ? MetricMatcher::Answer::Yes : request.matcher->match(registry.info(net::MetricId{id}));
        if (answer == MetricMatcher::Answer::Yes)
            result.rows.push_back(id);
        result.undecided += answer == MetricMatcher::Answer::Undecided ? 1 : 0;
    }
    result.cancelled = cancelled.load(std::memory_order_relaxed);
    if (result.cancelled)
        return result;
    if (request.sort.isLive()) {
        sortByNumber(result.rows, registry, store, request.sort);
        return result;
    }
    const StaticLess less(registry, request.sort);
    const auto added = result.rows.begin() + before;
    if (request.rowsAreSorted) {
        std::sort(added, result.rows.end(), less);
        std::inplace_merge(result.rows.begin(), added, result.rows.end(), less);
    } else {
        std::sort(result.rows.begin(), result.rows.end(), less);
    }
    return result;
}

} // namespace metriscope::ui
