// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace metriscope::net
{

/// Text 0.0.4 (and 1.0.0 with its quoted names), or OpenMetrics 1.0 and 0.0.1. Told by the Content-Type,
/// never guessed from the body.
enum class ExpositionFormat : std::uint8_t { Text, OpenMetrics };
[[nodiscard]] std::string_view formatName(ExpositionFormat format) noexcept; ///< "text", "openmetrics"
/// Of an HTTP answer; any other media type of text, and none at all, is Text. nullopt: a type that is no
/// exposition, such as text/html.
[[nodiscard]] std::optional<ExpositionFormat> formatOfContentType(std::string_view contentType) noexcept;

enum class FamilyType : std::uint8_t {
    Unknown,
    Counter,
    Gauge,
    Histogram,
    Summary,
    Info,
    StateSet,
    GaugeHistogram
};
/// As the format writes it: no type is "untyped" in Text and "unknown" in OpenMetrics.
[[nodiscard]] std::string_view familyTypeName(FamilyType type, ExpositionFormat format) noexcept;
[[nodiscard]] std::optional<FamilyType> familyTypeOf(std::string_view name) noexcept;

/// What is wrong with an exposition. An error costs its line, a warning costs nothing.
enum class ExpositionIssue : std::uint8_t {
    // errors
    NotExposition, ///< the answer as a whole; nothing more of it is read
    ByteOrderMark,
    LineTooLong,
    BadName,
    BadLabels,
    BadLabelName,
    UnterminatedValue, ///< of a label
    DuplicateLabel,
    TooManyLabels,
    MissingValue,
    BadValue,
    BadTimestamp,
    TrailingText,
    ExemplarInText,
    BadComment, ///< HELP, TYPE or UNIT without what belongs there
    UnknownType,
    BadBucketBound,
    BadQuantile,
    TooManyFamilies,
    TooManySeries,
    // warnings
    FirstWarning,
    MissingNewline = FirstWarning,
    CarriageReturn,
    LeadingBlank,
    EmptyLine,
    InvalidUtf8,
    UnknownEscape,
    OddTimestamp, ///< a fraction or a sign, which the format does not know
    DuplicateMetadata,
    TypeAfterSamples,
    DuplicateSeries,
    InterleavedFamily,
    SuffixOfOtherType,
    UnitNotInName,
    NoInfBucket,
    InfBucketIsNotCount,
    FallingBuckets,
    NegativeCounter,
    BadExemplar,
    MisplacedExemplar,
    LongExemplar,
    MissingEof,
    DataAfterEof,
    Count
};
/// Stable English code such as "bad-value", as written into JSON.
[[nodiscard]] std::string_view issueName(ExpositionIssue issue) noexcept;
[[nodiscard]] constexpr bool isError(ExpositionIssue issue) noexcept
{
    return issue < ExpositionIssue::FirstWarning;
}

/// What most likely made it wrong.
enum class ExpositionHint : std::uint8_t {
    None,
    HtmlPage,
    GzipBytes,
    JsonDocument,
    DecimalComma,
    HexNumber,
    DigitSeparator,
    OutOfRange,
    RawNewline,
    Truncated,
    OpenMetricsAsText, ///< the Content-Type should say OpenMetrics
    MissingTotal,
    StatsdLine,
    Count
};
/// Stable English text such as "decimal comma", as written into JSON.
[[nodiscard]] std::string_view hintName(ExpositionHint hint) noexcept;

struct ExpositionProblem {
    std::uint64_t line = 1; ///< from 1
    std::uint32_t at = 0;   ///< byte of the line, from 0
    ExpositionIssue issue = ExpositionIssue::NotExposition;
    ExpositionHint hint = ExpositionHint::None;
    friend bool operator==(const ExpositionProblem &, const ExpositionProblem &) = default;
};

struct ExpositionLabel {
    std::string_view name, value; ///< without escapes
    std::string_view raw;         ///< `name="value"` as written; empty when it is written in an odd way
};

struct ExpositionExemplar {
    std::span<const ExpositionLabel> labels;
    double value = 0;
    std::optional<double> timestamp; ///< seconds since the epoch
};

/// One value of one series. Every view is good until the call that brings it returns.
struct ExpositionSample {
    std::uint64_t line = 1;
    std::uint32_t labelsAt = 0; ///< byte of the line where the labels begin
    bool cut = false;           ///< the last line, without its end: its number may be a part of one
    std::string_view name;
    std::span<const ExpositionLabel> labels;
    double value = 0;
    std::optional<double> timestamp; ///< seconds since the epoch
    const ExpositionExemplar *exemplar = nullptr;
};

/// Told line by line what a TextParser reads.
class ExpositionSink
{
public:
    virtual ~ExpositionSink() = default;
    virtual void help(std::string_view name, std::string_view text, std::uint64_t line) = 0;
    virtual void type(std::string_view name, FamilyType type, std::uint64_t line) = 0;
    virtual void unit(std::string_view name, std::string_view unit, std::uint64_t line) = 0;
    virtual void sample(const ExpositionSample &sample) = 0;
    virtual void problem(const ExpositionProblem &problem) = 0;
};

/// A number as expositions write it: decimal, with an exponent, NaN, Inf and Infinity in any case and with a
/// sign. No hexadecimal, no separators, nothing beyond the range of a double.
[[nodiscard]] std::optional<double> expositionNumber(std::string_view text) noexcept;

} // namespace metriscope::net
