// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/prometheus/familyreader.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>
#include <vector>

namespace metriscope::net
{

namespace
{

using Issue = ExpositionIssue;
using Hint = ExpositionHint;

std::uint64_t hashOf(std::string_view text, std::uint64_t seed) noexcept
{
    return XXH3_64bits_withSeed(text.data(), text.size(), seed);
}

/// The same however the label is written.
std::uint64_t hashOf(const ExpositionLabel &label, std::uint64_t seed)
{
    if (!label.raw.empty() && label.raw.size() == label.name.size() + label.value.size() + 3)
        return hashOf(label.raw, seed);
    std::string text(label.name);
    text.append("=\"").append(label.value).append("\"");
    return hashOf(text, seed);
}

struct Suffix {
    std::string_view text;
    SampleRole role;
    unsigned types; ///< bits of FamilyType
};

constexpr unsigned bit(FamilyType type) noexcept
{
    return 1U << static_cast<unsigned>(type);
}

constexpr std::array Suffixes{
    Suffix{"_bucket", SampleRole::Bucket, bit(FamilyType::Histogram) | bit(FamilyType::GaugeHistogram)},
    Suffix{"_total", SampleRole::Total, bit(FamilyType::Counter)},
    Suffix{"_count", SampleRole::Count, bit(FamilyType::Histogram) | bit(FamilyType::Summary)},
    Suffix{"_sum", SampleRole::Sum, bit(FamilyType::Histogram) | bit(FamilyType::Summary)},
    Suffix{"_created", SampleRole::Created,
           bit(FamilyType::Counter) | bit(FamilyType::Histogram) | bit(FamilyType::Summary) |
               bit(FamilyType::GaugeHistogram)},
    Suffix{"_gcount", SampleRole::Count, bit(FamilyType::GaugeHistogram)},
    Suffix{"_gsum", SampleRole::Sum, bit(FamilyType::GaugeHistogram)},
    Suffix{"_info", SampleRole::Info, bit(FamilyType::Info)},
};

std::string_view without(std::string_view name, std::string_view suffix) noexcept
{
    return name.substr(0, name.size() - suffix.size());
}

bool endsWith(std::string_view name, std::string_view suffix) noexcept
{
    return name.size() > suffix.size() && name.ends_with(suffix);
}

/// Of the sample whose name is the family's.
std::pair<SampleRole, bool> roleOfPlainName(FamilyType type) noexcept
{
    switch (type) {
    case FamilyType::Unknown:
    case FamilyType::Gauge:
        break;
    case FamilyType::Counter:
        return {SampleRole::Total, true};
    case FamilyType::Summary:
        return {SampleRole::Quantile, false};
    case FamilyType::StateSet:
        return {SampleRole::State, false};
    case FamilyType::Info:
        return {SampleRole::Info, true};
    case FamilyType::Histogram:
    case FamilyType::GaugeHistogram:
        return {SampleRole::Value, true};
    }
    return {SampleRole::Value, false};
}

} // namespace

FamilyReader::FamilyReader(ExpositionFormat format, FamilySink &sink, std::uint64_t seed)
    : m_format(format), m_sink(sink), m_seed(seed)
{
}

void FamilyReader::problem(const ExpositionProblem &problem)
{
    ++(isError(problem.issue) ? m_errors : m_warnings);
    m_sink.problem(problem);
}

void FamilyReader::tell(std::uint64_t line, std::uint32_t at, ExpositionIssue issue, ExpositionHint hint)
{
    problem({line, at, issue, hint});
}

MetricFamily *FamilyReader::find(std::string_view name)
{
    const auto at = m_byName.find(name);
    return at == m_byName.end() ? nullptr : at->second;
}

/// Null, and told, when there are too many.
MetricFamily *FamilyReader::familyOf(std::string_view name, std::uint64_t line)
{
    if (MetricFamily *known = find(name))
        return known;
    if (m_families.size() == MaxFamilies) {
        tell(line, 0, Issue::TooManyFamilies);
        return nullptr;
    }
    MetricFamily &family = m_families.emplace_back();
    m_notes.emplace_back();
    family.name = name;
    family.number = static_cast<std::uint32_t>(m_families.size() - 1);
    family.line = line;
    m_byName.emplace(family.name, &family);
    return &family;
}

/// Whom a HELP or UNIT of this name means, if that is known by now.
MetricFamily *FamilyReader::metadataTarget(std::string_view name)
{
    if (MetricFamily *family = find(name))
        return family;
    MetricFamily *const counter = endsWith(name, "_total") ? find(without(name, "_total")) : nullptr;
    return counter && counter->type == FamilyType::Counter && m_format == ExpositionFormat::Text ? counter
                                                                                                 : nullptr;
}

void FamilyReader::help(std::string_view name, std::string_view text, std::uint64_t line)
{
    MetricFamily *const family = metadataTarget(name);
    if (!family) {
        if (m_pending.size() < MaxFamilies)
            m_pending.try_emplace(std::string(name)).first->second.help = text;
        return;
    }
    if (std::exchange(m_notes[family->number].helped, true))
        tell(line, 0, Issue::DuplicateMetadata);
    else
        family->help = text;
}

void FamilyReader::unit(std::string_view name, std::string_view unit, std::uint64_t line)
{
    if (!unit.empty() && !endsWith(name, unit))
        tell(line, 0, Issue::UnitNotInName);
    if (MetricFamily *const family = metadataTarget(name))
        family->unit = unit;
    else if (m_pending.size() < MaxFamilies)
        m_pending.try_emplace(std::string(name)).first->second.unit = unit;
}

/// In Text, what belongs to a family but is not of its type stands there as a gauge of its own.
bool FamilyReader::joins(std::string_view name)
{
    for (const Suffix &suffix : Suffixes) {
        if (!endsWith(name, suffix.text))
            continue;
        MetricFamily *const family = find(without(name, suffix.text));
        if (!family)
            continue;
        const bool ofGauges = suffix.text.starts_with("_g");
        if (ofGauges && family->type == FamilyType::Histogram)
            family->type = FamilyType::GaugeHistogram;
        if ((ofGauges || suffix.role == SampleRole::Created) && (suffix.types & bit(family->type)) != 0)
            return true;
    }
    return false;
}

void FamilyReader::type(std::string_view name, FamilyType type, std::uint64_t line)
{
    m_places.clear();
    m_lastPlace = nullptr;
    const bool text = m_format == ExpositionFormat::Text;
    if (text && type == FamilyType::Gauge && joins(name))
        return;
    const bool total = text && type == FamilyType::Counter && endsWith(name, "_total");
    MetricFamily *const family = familyOf(total ? without(name, "_total") : name, line);
    if (!family)
        return;
    bool late = family->samples > 0;
    for (const Suffix &suffix : Suffixes) {
        if ((suffix.types & bit(type)) == 0)
            continue;
        const MetricFamily *const early = find(family->name + std::string(suffix.text));
        late = late || (early && early->samples > 0 && !m_notes[early->number].typed);
    }
    if (late)
        tell(line, 0, Issue::TypeAfterSamples);
    Notes &notes = m_notes[family->number];
    if (std::exchange(notes.typed, true)) {
        tell(line, 0, Issue::DuplicateMetadata);
        return;
    }
    family->type = type;
    if (const auto pending = m_pending.find(name); pending != m_pending.end()) {
        notes.helped = notes.helped || !pending->second.help.empty();
        family->help = std::move(pending->second.help);
        family->unit = std::move(pending->second.unit);
        m_pending.erase(pending);
    }
}

FamilyReader::Place FamilyReader::findPlace(std::string_view name, std::uint64_t line)
{
    Place place;
    MetricFamily *family = find(name);
    if (family) {
        std::tie(place.role, place.foreignSuffix) = roleOfPlainName(family->type);
        // Text knows no rule for the names of counters
        place.foreignSuffix = place.foreignSuffix && (family->type != FamilyType::Counter ||
                                                      m_format == ExpositionFormat::OpenMetrics);
    }
    for (const Suffix &suffix : Suffixes) {
        if (family || !endsWith(name, suffix.text))
            continue;
        MetricFamily *const base = find(without(name, suffix.text));
        if (!base || (suffix.types & bit(base->type)) == 0)
            continue;
        family = base;
        place.role = suffix.role;
    }
    if (!family)
        family = familyOf(name, line);
    if (!family)
        return place;
    if (const auto pending = m_pending.find(name); pending != m_pending.end()) {
        if (family->help.empty())
            family->help = pending->second.help;
        m_pending.erase(pending);
    }
    place.family = family;
    place.nameHash = hashOf(name, m_seed);
    place.familyHash = hashOf(family->name, m_seed + 1);
    return place;
}

const FamilyReader::Place *FamilyReader::place(std::string_view name, std::uint64_t line)
{
    if (m_lastPlace && name == m_lastName)
        return m_lastPlace;
    auto at = m_places.find(name);
    if (at == m_places.end()) {
        const Place found = findPlace(name, line);
        if (!found.family)
            return nullptr;
        at = m_places.emplace(name, found).first;
        if (found.foreignSuffix)
            tell(line, 0, Issue::SuffixOfOtherType,
                 found.role == SampleRole::Total ? Hint::MissingTotal : Hint::None);
    }
    m_lastName = at->first;
    m_lastPlace = &at->second;
    return m_lastPlace;
}

/// False, and told, when it is no number.
bool FamilyReader::readBound(FamilySample &sample)
{
    const bool bucket = sample.role == SampleRole::Bucket;
    const std::string_view wanted = bucket ? "le" : "quantile";
    for (const ExpositionLabel &label : sample.sample->labels) {
        if (label.name != wanted)
            continue;
        const auto bound = expositionNumber(label.value);
        if (!bound || std::isnan(*bound) || (!bucket && (*bound < 0 || *bound > 1)))
            break;
        sample.bound = *bound;
        return true;
    }
    tell(sample.sample->line, sample.sample->labelsAt, bucket ? Issue::BadBucketBound : Issue::BadQuantile);
    return false;
}

void FamilyReader::sample(const ExpositionSample &raw)
{
    const Place *const where = place(raw.name, raw.line);
    if (!where)
        return;
    FamilySample sample;
    sample.family = where->family;
    sample.sample = &raw;
    sample.role = where->role;
    const bool bounded = sample.role == SampleRole::Bucket || sample.role == SampleRole::Quantile;
    if (bounded && !readBound(sample))
        return;
    sample.series = where->nameHash;
    sample.group = where->familyHash;
    for (const ExpositionLabel &label : raw.labels) {
        if (label.value.empty())
            continue; // the same as no label
        const std::uint64_t hash = hashOf(label, m_seed);
        sample.series += hash;
        const bool isBound = bounded && label.name == (sample.role == SampleRole::Bucket ? "le" : "quantile");
        sample.group += isBound ? 0 : hash;
    }
    if (m_seen.size() >= MaxSeries)
        return tell(raw.line, 0, Issue::TooManySeries);
    if (!m_seen.insert(sample.series))
        tell(raw.line, 0, Issue::DuplicateSeries);
    follow(sample);
    check(sample);
    ++m_samples;
    ++where->family->samples;
    m_sink.sample(sample);
}

void FamilyReader::follow(const FamilySample &sample)
{
    if (sample.family == m_current)
        return;
    if (m_current)
        m_notes[m_current->number].left = true;
    m_current = &m_families[sample.family->number];
    Notes &notes = m_notes[m_current->number];
    if (notes.left && !std::exchange(notes.toldInterleaved, true))
        tell(sample.sample->line, 0, Issue::InterleavedFamily);
}

void FamilyReader::check(const FamilySample &sample)
{
    const ExpositionSample &raw = *sample.sample;
    const bool counts = sample.role == SampleRole::Total || sample.role == SampleRole::Bucket ||
                        sample.role == SampleRole::Count;
    if (counts && !(raw.value >= 0))
        tell(raw.line, 0, Issue::NegativeCounter);
    if (raw.exemplar && sample.role != SampleRole::Total && sample.role != SampleRole::Bucket)
        tell(raw.line, 0, Issue::MisplacedExemplar);
    const bool ofBuckets =
        sample.family->type == FamilyType::Histogram || sample.family->type == FamilyType::GaugeHistogram;
    if (ofBuckets && (sample.role == SampleRole::Bucket || sample.role == SampleRole::Count))
        checkBuckets(sample);
}

void FamilyReader::checkBuckets(const FamilySample &sample)
{
    if (!m_histogram || m_histogramGroup != sample.group) {
        m_histogram = &m_histograms[sample.group];
        m_histogramGroup = sample.group;
    }
    HistogramState &state = *m_histogram;
    if (state.line == 0)
        state.line = sample.sample->line;
    const double value = sample.sample->value;
    if (sample.role == SampleRole::Count) {
        state.count = value;
        state.hasCount = true;
        return;
    }
    state.falls = state.falls || (state.any && sample.bound > state.lastBound && value < state.lastValue);
    state.any = true;
    state.lastBound = sample.bound;
    state.lastValue = value;
    if (std::isinf(sample.bound) && sample.bound > 0) {
        state.hasInf = true;
        state.inf = value;
    }
}

void FamilyReader::finish()
{
    std::vector<ExpositionProblem> found;
    for (const auto &[group, state] : m_histograms) {
        if (state.any && !state.hasInf)
            found.push_back({state.line, 0, Issue::NoInfBucket, Hint::None});
        if (state.hasInf && state.hasCount && state.inf != state.count)
            found.push_back({state.line, 0, Issue::InfBucketIsNotCount, Hint::None});
        if (state.falls)
            found.push_back({state.line, 0, Issue::FallingBuckets, Hint::None});
    }
    std::ranges::sort(found, {}, [](const ExpositionProblem &each) {
        return std::pair(each.line, static_cast<unsigned>(each.issue));
    });
    for (const ExpositionProblem &each : found)
        problem(each);
}

} // namespace metriscope::net
