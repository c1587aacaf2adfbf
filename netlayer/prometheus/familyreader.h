// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/prometheus/exposition.h"
#include "netlayer/prometheus/identityset.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace metriscope::net
{

/// What a sample is within its family.
enum class SampleRole : std::uint8_t { Value, Total, Created, Bucket, Count, Sum, Quantile, Info, State };

/// A metric with its samples under one name, whatever the format calls it: the counter `jobs` is written as
/// `jobs_total` in Text, with a family `jobs_created` beside it.
struct MetricFamily {
    std::string name, help, unit;
    FamilyType type = FamilyType::Unknown;
    std::uint32_t number = 0; ///< dense, in order of first sight
    std::uint64_t line = 1;   ///< of the first sight
    std::uint64_t samples = 0;
};

struct FamilySample {
    const MetricFamily *family = nullptr;
    const ExpositionSample *sample = nullptr;
    SampleRole role = SampleRole::Value;
    std::uint64_t series = 0; ///< name and labels in any order; the same for the same seed
    std::uint64_t group = 0;  ///< the family's name and the labels without `le` and `quantile`
    double bound = 0;         ///< of Bucket the `le`, of Quantile the `quantile`
};

/// Is told families and samples. A family is complete only when all has been read.
class FamilySink
{
public:
    virtual ~FamilySink() = default;
    virtual void sample(const FamilySample &sample) = 0;
    virtual void problem(const ExpositionProblem &problem) = 0;
};

/// Puts lines together to families, and finds what no line shows alone: histograms that do not add up, series
/// that come twice, types that come late. Its memory grows with the families and series, within bounds.
class FamilyReader final : public ExpositionSink
{
public:
    static constexpr std::size_t MaxFamilies = 50'000, MaxSeries = 1'000'000;
    /// `seed`: of the hashes that tell series apart; secret where the answer may be hostile.
    FamilyReader(ExpositionFormat format, FamilySink &sink, std::uint64_t seed = 0);

    void help(std::string_view name, std::string_view text, std::uint64_t line) override;
    void type(std::string_view name, FamilyType type, std::uint64_t line) override;
    void unit(std::string_view name, std::string_view unit, std::uint64_t line) override;
    void sample(const ExpositionSample &sample) override;
    void problem(const ExpositionProblem &problem) override;
    /// After the parser's finish(): tells what the histograms lack.
    void finish();

    [[nodiscard]] const std::deque<MetricFamily> &families() const noexcept { return m_families; }
    [[nodiscard]] std::uint64_t samples() const noexcept { return m_samples; }
    [[nodiscard]] std::uint64_t errors() const noexcept { return m_errors; }
    [[nodiscard]] std::uint64_t warnings() const noexcept { return m_warnings; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept
        {
            return std::hash<std::string_view>()(text);
        }
    };
    template <typename Value>
    using ByName = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;
    /// What is known of a family but is nobody else's business.
    struct Notes {
        bool typed = false, helped = false, left = false, toldInterleaved = false;
    };
    /// Where the samples of a name belong.
    struct Place {
        MetricFamily *family = nullptr;
        SampleRole role = SampleRole::Value;
        bool foreignSuffix = false;
        std::uint64_t nameHash = 0, familyHash = 0;
    };
    struct Pending {
        std::string help, unit;
    };
    struct HistogramState {
        std::uint64_t line = 0;
        double lastBound = 0, lastValue = 0, inf = 0, count = 0;
        bool any = false, hasInf = false, hasCount = false, falls = false;
    };

    [[nodiscard]] MetricFamily *find(std::string_view name);
    [[nodiscard]] MetricFamily *familyOf(std::string_view name, std::uint64_t line);
    [[nodiscard]] MetricFamily *metadataTarget(std::string_view name);
    [[nodiscard]] bool joins(std::string_view name);
    [[nodiscard]] const Place *place(std::string_view name, std::uint64_t line);
    [[nodiscard]] Place findPlace(std::string_view name, std::uint64_t line);
    [[nodiscard]] bool readBound(FamilySample &sample);
    void follow(const FamilySample &sample);
    void check(const FamilySample &sample);
    void checkBuckets(const FamilySample &sample);
    void tell(std::uint64_t line, std::uint32_t at, ExpositionIssue issue,
              ExpositionHint hint = ExpositionHint::None);

    const ExpositionFormat m_format;
    FamilySink &m_sink;
    const std::uint64_t m_seed;
    std::deque<MetricFamily> m_families;
    std::deque<Notes> m_notes; ///< by number
    ByName<MetricFamily *> m_byName;
    ByName<Pending> m_pending; ///< metadata that came before the type
    ByName<Place> m_places;    ///< found before; empty after each TYPE
    std::string_view m_lastName;
    const Place *m_lastPlace = nullptr;
    MetricFamily *m_current = nullptr;
    IdentitySet m_seen;
    std::unordered_map<std::uint64_t, HistogramState> m_histograms;
    HistogramState *m_histogram = nullptr;
    std::uint64_t m_histogramGroup = 0;
    std::uint64_t m_samples = 0, m_errors = 0, m_warnings = 0;
};

} // namespace metriscope::net
