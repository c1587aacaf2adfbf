// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/statsd/dialect.h"
#include "netlayer/statsd/samplesink.h"
#include "netlayer/types/sample.h"

#include <cstddef>
#include <string_view>

namespace metriscope::net
{

/// Walks one metric line, `name:value|kind|field...:value|kind...`, twice: first to find what is wrong with
/// it, then, when nothing is, to hand out its values.
class MetricReader final
{
public:
    MetricReader(std::string_view line, const Dialect &dialect) noexcept : m_line(line), m_dialect(dialect) {}

    [[nodiscard]] LineReport read(const SampleSink &sink) noexcept;

private:
    bool readName() noexcept;
    void splitTags(std::string_view key) noexcept;
    bool readSegments(const SampleSink *sink) noexcept;
    bool readKind(std::string_view word, std::size_t at) noexcept;
    bool readField(std::string_view field, std::size_t at) noexcept;
    bool readSampleRate(std::string_view field, std::size_t at) noexcept;
    bool readValues(std::string_view text, std::size_t at, const SampleSink *sink) noexcept;
    bool readMember(std::string_view text, std::size_t at, const SampleSink *sink) noexcept;
    bool readValue(std::string_view text, std::size_t at, const SampleSink *sink) noexcept;

    bool fail(LineIssue issue, std::size_t at, LineHint hint = LineHint::None) noexcept;
    void warn(LineIssue issue, std::size_t at) noexcept;
    void report(Verdict verdict, LineIssue issue, std::size_t at, LineHint hint) noexcept;

    const std::string_view m_line;
    const Dialect &m_dialect;
    std::size_t m_values = 0; ///< where the first value starts; past the end when there is none
    Sample m_sample;
    LineReport m_report;
};

} // namespace metriscope::net
