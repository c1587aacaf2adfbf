// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/metriccells.h"

#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"
#include "widgets/common/numberformat.h"

#include <cmath>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

namespace
{

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

MetricCells::MetricCells(const net::Registry &registry, const net::SeriesStore &store)
    : m_registry(registry), m_store(store), m_trends(store)
{
}

QVariant MetricCells::data(net::MetricId id, MetricColumn column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return text(id, column);
    case Qt::ToolTipRole:
        return column == MetricColumn::Name || column == MetricColumn::Tags ? plainToolTip(text(id, column))
                                                                            : QVariant();
    case Qt::AccessibleTextRole:
        return column == MetricColumn::Trend ? trendInWords(id) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignment(column));
    case MetricRole::Sort:
        return raw(id, column);
    case MetricRole::Id:
        return net::index(id);
    case MetricRole::Idle: {
        const net::Latest latest = m_store.latest(id);
        return !latest.any || m_store.now() - latest.seen >= IdleAfter;
    }
    default:
        return {};
    }
}

QVariant MetricCells::tag(net::MetricId id, const std::string &key, int role) const
{
    const std::string_view value = tagValue(m_registry.info(id).tags, key);
    if (role == Qt::DisplayRole)
        return displayText(value);
    if (role == MetricRole::Sort)
        return bytesOf(value);
    return role == MetricRole::Id || role == MetricRole::Idle ? data(id, MetricColumn::Tags, role)
                                                              : QVariant();
}

QString MetricCells::text(net::MetricId id, MetricColumn column) const
{
    const net::MetricInfo &info = m_registry.info(id);
    switch (column) {
    case MetricColumn::Name:
        return displayText(info.name);
    case MetricColumn::Kind:
        return kindText(info.kind);
    case MetricColumn::Tags:
        return tagsText(info.tags);
    case MetricColumn::Source:
        return sourceText(info.source);
    case MetricColumn::Trend:
        return {};
    default:
        break;
    }
    const net::Latest latest = m_store.latest(id);
    if (!latest.any)
        return {};
    if (column == MetricColumn::Age)
        return ageText(m_store.now() - latest.seen);
    const double number = sortNumber(latest, info.kind, m_store.now(), sortBy(column));
    if (std::isnan(number))
        return {};
    const net::Measure measure{column == MetricColumn::Rate ? net::Measure::What::Rate
                               : net::isSampled(info.kind)  ? net::Measure::What::Mean
                                                            : net::Measure::What::Value};
    return formatValue(number, quantityOf(measure, info.unit));
}

QVariant MetricCells::raw(net::MetricId id, MetricColumn column) const
{
    const net::MetricInfo &info = m_registry.info(id);
    switch (column) {
    case MetricColumn::Name:
        return bytesOf(info.name);
    case MetricColumn::Kind:
        return static_cast<int>(info.kind);
    case MetricColumn::Tags:
        return bytesOf(info.tags);
    case MetricColumn::Source:
        return static_cast<int>(info.source);
    case MetricColumn::Trend:
        return {};
    default:
        return sortNumber(m_store.latest(id), info.kind, m_store.now(), sortBy(column));
    }
}

QString MetricCells::trendInWords(net::MetricId id) const
{
    const net::MetricInfo &info = m_registry.info(id);
    double lower = std::numeric_limits<double>::infinity(), upper = -lower;
    for (const net::Column &column : m_trends.trend(id, info.kind)) {
        lower = std::fmin(lower, column.lower);
        upper = std::fmax(upper, column.upper);
    }
    if (lower > upper)
        return tr("no values in the last 5 minutes");
    const Quantity quantity = quantityOf(trendMeasure(info.kind), info.unit);
    return tr("from %1 to %2 in the last 5 minutes")
        .arg(formatValue(lower, quantity), formatValue(upper, quantity));
}

QString MetricCells::title(MetricColumn column)
{
    switch (column) {
    case MetricColumn::Name:
        return tr("Name");
    case MetricColumn::Kind:
        //: Column: counter, gauge, timer ...
        return tr("Kind");
    case MetricColumn::Tags:
        return tr("Tags");
    case MetricColumn::Value:
        return tr("Last value");
    case MetricColumn::Rate:
        return tr("Rate");
    case MetricColumn::Age:
        //: Column: how long ago the last value came
        return tr("Age");
    case MetricColumn::Trend:
        //: Column: a small curve of the last five minutes
        return tr("Trend");
    case MetricColumn::Source:
        //: Column: who measured, e.g. statsd
        return tr("Source");
    }
    return {};
}

QString MetricCells::explanation(MetricColumn column)
{
    switch (column) {
    case MetricColumn::Value:
        return tr(
            "Counter: count of the last tick that had any. Gauge: level. Timer: mean. Set: unique members.");
    case MetricColumn::Rate:
        return tr("Per second of the tick that just ended");
    case MetricColumn::Age:
        return tr("Time since the last value came");
    case MetricColumn::Trend:
        return tr("The last 5 minutes. Counter: rate. Gauge: level. Timer: mean. Set: unique members.");
    default:
        return {};
    }
}

Qt::Alignment MetricCells::alignment(MetricColumn column)
{
    const bool number =
        column == MetricColumn::Value || column == MetricColumn::Rate || column == MetricColumn::Age;
    return (number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

MetricSort::By MetricCells::sortBy(MetricColumn column)
{
    switch (column) {
    case MetricColumn::Kind:
        return MetricSort::By::Kind;
    case MetricColumn::Tags:
        return MetricSort::By::Tags;
    case MetricColumn::Value:
        return MetricSort::By::Value;
    case MetricColumn::Rate:
    case MetricColumn::Trend:
        return MetricSort::By::Rate;
    case MetricColumn::Age:
        return MetricSort::By::Age;
    case MetricColumn::Source:
        return MetricSort::By::Source;
    case MetricColumn::Name:
        break;
    }
    return MetricSort::By::Name;
}

QString ageText(net::Millis age)
{
    using namespace std::chrono;
    const auto say = [](const char *pattern, auto count) {
        return QCoreApplication::translate("MetricCells", pattern).arg(qint64(count));
    };
    const seconds whole = duration_cast<seconds>(std::max(age, net::Millis{0}));
    if (whole < minutes{1})
        return say(QT_TRANSLATE_NOOP("MetricCells", "%1 s"), whole.count());
    if (whole < hours{1})
        return say(QT_TRANSLATE_NOOP("MetricCells", "%1 min"), duration_cast<minutes>(whole).count());
    if (whole < hours{48})
        return say(QT_TRANSLATE_NOOP("MetricCells", "%1 h"), duration_cast<hours>(whole).count());
    return say(QT_TRANSLATE_NOOP("MetricCells", "%1 d"), duration_cast<days>(whole).count());
}

QString tagsText(std::string_view tags)
{
    return displayText(tags).replace(u',', u", "_s);
}

} // namespace metriscope::ui
