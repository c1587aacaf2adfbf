// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/prometheus/seriesbook.h"

#include "netlayer/prometheus/textparser.h"

#include <algorithm>
#include <cmath>

namespace metriscope::net
{

namespace
{

bool endsWithAny(std::string_view name, std::initializer_list<std::string_view> ends)
{
    return std::ranges::any_of(ends, [name](std::string_view end) { return name.ends_with(end); });
}

Unit unitOf(const MetricFamily &family)
{
    if (family.unit == "seconds" || endsWithAny(family.name, {"_seconds"}))
        return Unit::Seconds;
    if (family.unit == "bytes" || endsWithAny(family.name, {"_bytes"}))
        return Unit::Bytes;
    if (family.unit == "percent" || endsWithAny(family.name, {"_percent"}) || family.name == "system_usage")
        return Unit::Percent;
    return Unit::None;
}

/// django-prometheus answers from within the site when it is installed as a view, and counts that request
/// before it answers: one more than there would be in flight if nobody looked.
bool isOwnView(std::span<const ExpositionLabel> labels)
{
    return std::ranges::any_of(labels, [](const ExpositionLabel &label) {
        return label.name == "view" && label.value == "prometheus-django-metrics";
    });
}

std::size_t textOf(const ExpositionSample &sample)
{
    std::size_t bytes = sample.name.size();
    for (const ExpositionLabel &label : sample.labels)
        bytes += label.name.size() + label.value.size();
    return bytes;
}

/// A comma ends a tag and a newline a name; everything else may stay.
void appendTagText(std::string &out, std::string_view text)
{
    for (const char c : text)
        out += c == ',' ? '_' : c == '\n' ? ' ' : c;
}

/// Canonical, without the label `without`. Empty values are no labels.
void makeTags(std::span<const ExpositionLabel> labels, std::string_view without, std::string &out)
{
    std::vector<const ExpositionLabel *> sorted;
    for (const ExpositionLabel &label : labels) {
        if (!label.value.empty() && label.name != without)
            sorted.push_back(&label);
    }
    std::ranges::sort(sorted, {}, [](const ExpositionLabel *label) { return label->name; });
    out.clear();
    for (const ExpositionLabel *label : sorted) {
        if (!out.empty())
            out += ',';
        appendTagText(out, label->name);
        out += ':';
        appendTagText(out, label->value);
    }
}

struct ChoiceSink final : public ExpositionSink {
    std::optional<GaugeChoice> choice;
    bool good = true;

    void help(std::string_view, std::string_view, std::uint64_t) override { good = false; }
    void type(std::string_view, FamilyType, std::uint64_t) override { good = false; }
    void unit(std::string_view, std::string_view, std::uint64_t) override { good = false; }
    void sample(const ExpositionSample &sample) override
    {
        good = good && !choice && !sample.timestamp;
        choice.emplace();
        choice->name = sample.name;
        for (const ExpositionLabel &label : sample.labels)
            choice->labels.emplace_back(label.name, label.value);
    }
    void problem(const ExpositionProblem &) override { good = false; }
};

} // namespace

std::optional<GaugeChoice> readGaugeChoice(std::string_view text)
{
    ChoiceSink sink;
    TextParser parser(ExpositionFormat::Text, sink);
    parser.feed(text);
    parser.feed(" 0\n");
    parser.finish();
    return sink.good ? sink.choice : std::nullopt;
}

bool SeriesBook::isActiveUsers(const FamilySample &sample) const
{
    if (!m_activeUsers || sample.sample->name != m_activeUsers->name)
        return false;
    return std::ranges::all_of(m_activeUsers->labels, [&](const auto &wanted) {
        return std::ranges::any_of(sample.sample->labels, [&](const ExpositionLabel &label) {
            return label.name == wanted.first && label.value == wanted.second;
        });
    });
}

std::uint32_t SeriesBook::seriesOf(const FamilySample &sample)
{
    const auto known = m_numbers.find(sample.series);
    if (known != m_numbers.end())
        return known->second;
    if (m_series.size() >= MaxSeries || textOf(*sample.sample) > MaxText) {
        ++m_refused;
        return None;
    }
    const auto number = static_cast<std::uint32_t>(m_series.size());
    m_numbers.emplace(sample.series, number);
    m_series.emplace_back();
    learn(sample, number);
    return number;
}

void SeriesBook::learn(const FamilySample &sample, std::uint32_t number)
{
    const ExpositionSample &raw = *sample.sample;
    const MetricFamily &family = *sample.family;
    Series &series = m_series[number];
    const bool ofGauges = family.type == FamilyType::GaugeHistogram;
    switch (sample.role) {
    case SampleRole::Created:
        return; // when it began is no measurement
    case SampleRole::Bucket:
        if (!ofGauges)
            learnPart(sample, number);
        return;
    case SampleRole::Quantile:
        return learnPart(sample, number);
    case SampleRole::Count:
    case SampleRole::Sum:
        if (!ofGauges)
            return learnPart(sample, number);
        break;
    case SampleRole::Total:
        series.kind = Kind::Counter;
        break;
    case SampleRole::Value:
        // without a type, the name is all there is
        if (family.type == FamilyType::Unknown && raw.name.ends_with("_total"))
            series.kind = Kind::Counter;
        break;
    case SampleRole::Info:
    case SampleRole::State:
        break;
    }
    makeTags(raw.labels, {}, m_tags);
    if (series.kind == Kind::Counter) {
        series.countsScrape = raw.name.ends_with("django_http_requests_before_middlewares_total");
        if (series.countsScrape)
            m_begun.push_back(number);
        else if (raw.name.ends_with("django_http_responses_before_middlewares_total"))
            m_answered.push_back(number);
        m_throughView = m_throughView || isOwnView(raw.labels);
        m_newCounters.push_back({number, std::string(raw.name), m_tags, unitOf(family)});
        return;
    }
    series.kind =
        raw.name == "process_start_time_seconds" && raw.labels.empty() ? Kind::StartTime : Kind::Gauge;
    if (endsWithAny(raw.name,
                    {"_info", "_start_time_seconds", "_timestamp_seconds", "_timestamp", "_created"}))
        series.merge = Merge::Largest;
    else if (raw.name == "system_usage" ||
             endsWithAny(raw.name, {"_ratio", "_percent", "_celsius", "_max", "_limit"}))
        series.merge = Merge::Mean;
    series.activeUsers = isActiveUsers(sample);
    series.metric = m_feed.metric(raw.name, m_tags, MetricKind::Gauge, unitOf(family));
}

/// A part of a histogram or summary.
void SeriesBook::learnPart(const FamilySample &sample, std::uint32_t number)
{
    const bool quantile = sample.role == SampleRole::Quantile;
    auto at = m_distributionOf.find(sample.group);
    if (at == m_distributionOf.end()) {
        at = m_distributionOf.emplace(sample.group, static_cast<std::uint32_t>(m_distributions.size())).first;
        const bool bounded = quantile || sample.role == SampleRole::Bucket;
        makeTags(sample.sample->labels, bounded ? (quantile ? "quantile" : "le") : "", m_tags);
        Distribution &made = m_distributions.emplace_back();
        made.summary = sample.family->type == FamilyType::Summary;
        made.metric =
            m_feed.metric(sample.family->name, m_tags, MetricKind::Histogram, unitOf(*sample.family));
    }
    Series &series = m_series[number];
    series.distribution = at->second;
    Distribution &distribution = m_distributions[at->second];
    if (sample.role == SampleRole::Count) {
        series.kind = Kind::Count;
        distribution.count = number;
    } else if (sample.role == SampleRole::Sum) {
        series.kind = Kind::Sum;
        distribution.sum = number;
    } else {
        series.kind = quantile ? Kind::Quantile : Kind::Bucket;
        series.merge = Merge::Mean;
        const std::pair place(sample.bound, number);
        distribution.bounds.insert(std::ranges::lower_bound(distribution.bounds, place), place);
    }
}

bool SeriesBook::note(const FamilySample &sample, ScrapedValues &into)
{
    const std::uint32_t number = seriesOf(sample);
    if (number == None)
        return false;
    const double value = sample.sample->value;
    switch (m_series[number].kind) {
    case Kind::Ignored:
        break;
    case Kind::StartTime:
        into.startTime = value;
        [[fallthrough]];
    case Kind::Gauge:
    case Kind::Quantile:
        if (std::isfinite(value))
            into.levels.push_back({number, value});
        break;
    case Kind::Counter:
    case Kind::Bucket:
    case Kind::Count:
    case Kind::Sum:
        if (std::isfinite(value))
            into.totals.push_back({number, m_series[number].kind == Kind::Sum, value});
        break;
    }
    return true;
}

void SeriesBook::beginRound(double now)
{
    for (const std::uint32_t number : m_touched) {
        m_series[number].value = m_series[number].before = 0;
        m_series[number].times = 0;
    }
    m_touched.clear();
    m_group.beginRound(now);
}

void SeriesBook::touch(std::uint32_t number, double value)
{
    Series &series = m_series[number];
    if (series.times++ == 0)
        m_touched.push_back(number);
    series.value = series.times > 1 && series.merge == Merge::Largest ? std::max(series.value, value)
                                                                      : series.value + value;
    if (series.distribution == None)
        return;
    Distribution &distribution = m_distributions[series.distribution];
    if (!std::exchange(distribution.touched, true))
        m_touchedDistributions.push_back(series.distribution);
}

void SeriesBook::take(std::uint32_t target, ScrapedValues &&values)
{
    // of a series that came twice the last value counts
    const auto tidy = [](auto &all, auto series) {
        if (!std::ranges::is_sorted(all, {}, series))
            std::ranges::stable_sort(all, {}, series);
        std::size_t kept = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (i + 1 == all.size() || std::invoke(series, all[i]) != std::invoke(series, all[i + 1]))
                all[kept++] = all[i];
        }
        all.resize(kept);
    };
    tidy(values.totals, &Reading::series);
    tidy(values.levels, &ScrapedValues::Level::series);
    for (const ScrapedValues::Level &level : values.levels)
        touch(level.series, level.value);
    if (m_throughView) {
        for (Reading &total : values.totals)
            total.value -= m_series[total.series].countsScrape ? 1 : 0;
    }
    const WorkerGroup::Outcome outcome = m_group.take(target, values.startTime, std::move(values.totals));
    for (const Reading &step : outcome.increments)
        touch(step.series, step.value);
    for (const Reading &total : outcome.before) {
        touch(total.series, 0);
        m_series[total.series].before += total.value;
    }
}

void SeriesBook::feedCounters()
{
    for (NewCounter &counter : m_newCounters) {
        Series &series = m_series[counter.series];
        series.metric =
            m_feed.metric(counter.name, counter.tags, MetricKind::Counter, counter.unit, series.before);
    }
    m_newCounters.clear();
}

void SeriesBook::feedLevels()
{
    double users = 0;
    bool anyUsers = false;
    for (const std::uint32_t number : m_touched) {
        const Series &series = m_series[number];
        if (series.kind == Kind::Counter) {
            m_feed.addCount(series.metric, std::max(series.value, 0.0), std::max(-series.value, 0.0));
        } else if (series.kind == Kind::Gauge || series.kind == Kind::StartTime) {
            const double value = series.merge == Merge::Mean ? series.value / series.times : series.value;
            m_feed.setGauge(series.metric, value);
            anyUsers = anyUsers || series.activeUsers;
            users += series.activeUsers ? value : 0;
        }
    }
    if (anyUsers)
        m_feed.setGauge(m_feed.metric(ActiveUsersName, {}, MetricKind::Gauge, Unit::Users), users);
}

void SeriesBook::feedInFlight()
{
    if (m_begun.empty() || m_answered.empty() || m_group.workers() == 0)
        return;
    double inFlight = 0;
    for (const std::uint32_t series : m_begun)
        inFlight += m_group.standing(series);
    for (const std::uint32_t series : m_answered)
        inFlight -= m_group.standing(series);
    m_feed.setGauge(m_feed.metric(InFlightName, {}, MetricKind::Gauge, Unit::Requests), inFlight);
}

void SeriesBook::feedDistribution(const Distribution &distribution)
{
    const auto valueOf = [this](std::uint32_t number) { return number == None ? 0 : m_series[number].value; };
    const double sum = valueOf(distribution.sum);
    Spread spread;
    m_buckets.clear();
    if (distribution.summary || distribution.bounds.empty()) {
        m_points.clear();
        for (const auto &[quantile, number] : distribution.bounds) {
            if (m_series[number].times > 0)
                m_points.push_back({quantile, m_series[number].value / m_series[number].times});
        }
        if (const double count = valueOf(distribution.count); count >= 1)
            spread = spreadOfQuantiles(m_points, count, sum);
    } else {
        double before = 0;
        for (const auto &[bound, number] : distribution.bounds) {
            const double upTo = std::max(m_series[number].value, before);
            m_buckets.push_back({bound, upTo - before});
            before = upTo;
        }
        spread = spreadOfBuckets(m_buckets, distribution.sum == None ? std::nullopt : std::optional(sum));
    }
    m_feed.addDistribution(distribution.metric, spread.sketch, spread.sum, spread.sumSquares, spread.lower,
                           spread.upper, m_buckets);
}

void SeriesBook::endRound(Millis covers)
{
    m_group.endRound();
    m_feed.beginPoll();
    feedCounters();
    feedLevels();
    feedInFlight();
    for (const std::uint32_t number : m_touchedDistributions) {
        feedDistribution(m_distributions[number]);
        m_distributions[number].touched = false;
    }
    m_touchedDistributions.clear();
    m_feed.endPoll(covers);
}

} // namespace metriscope::net
