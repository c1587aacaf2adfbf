// SPDX-License-Identifier: GPL-3.0-or-later
// What a tick tells of timers and histograms.
#include "app/tickjson.h"

#include <QLocale>

#include <cmath>
#include <string>

namespace metriscope::app
{

namespace
{

/// A percentile as it was asked for: "90", "99.9".
std::string percentileKey(double percentile)
{
    return QByteArray::number(percentile, 'g', QLocale::FloatingPointShortest).toStdString();
}

} // namespace

void TickJson::timer(const net::MetricResult &result)
{
    m_json.number("count", result.count);
    m_json.number("rate", result.rate);
    m_json.number("sum", result.sum);
    m_json.number("sum_squares", result.sumSquares);
    m_json.number("mean", result.mean);
    m_json.number("lower", result.lower);
    m_json.number("upper", result.upper);
    m_json.number("median", result.median);
    m_json.number("std", result.deviation);
    m_json.beginObject("percentiles");
    for (const net::PercentileResult &each : result.percentiles) {
        m_json.beginObject(percentileKey(each.percentile));
        m_json.number(each.percentile < 0 ? "lower" : "upper", each.boundary);
        m_json.number("mean", each.mean);
        m_json.number("sum", each.sum);
        m_json.number("count", static_cast<double>(each.count));
        m_json.number("sum_squares", each.sumSquares);
        m_json.endObject();
    }
    m_json.endObject();
    if (net::kindOf(m_registry.info(result.id).source) == net::SourceKind::Prometheus)
        quantiles(result);
    if (!result.buckets.empty())
        buckets(result);
    m_json.integer("samples", result.samples);
    if (result.approximate)
        m_json.yes("approximate");
}

/// As those who write histograms ask for them: "0.95", not "95".
void TickJson::quantiles(const net::MetricResult &result)
{
    m_json.beginObject("quantiles");
    for (const net::PercentileResult &each : result.percentiles) {
        if (each.percentile > 0)
            m_json.number(QByteArray::number(each.percentile / 100, 'g', 12).toStdString(), each.boundary);
    }
    m_json.endObject();
}

/// Cumulative, as an exposition has them: how many values of the tick are at most the bound.
void TickJson::buckets(const net::MetricResult &result)
{
    m_json.beginArray("buckets");
    double upTo = 0;
    for (const net::Bucket &each : result.buckets) {
        m_json.beginArray();
        if (std::isinf(each.bound))
            m_json.textItem("+Inf");
        else
            m_json.numberItem(each.bound);
        m_json.numberItem(upTo += each.count);
        m_json.endArray();
    }
    m_json.endArray();
}

} // namespace metriscope::app
