// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/prometheus/familyreader.h"
#include "netlayer/prometheus/scraper.h"
#include "netlayer/prometheus/seriesbook.h"
#include "netlayer/prometheus/textparser.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace metriscope::net
{

/// Reads the answer of one target into the numbers of a SeriesBook.
class TargetScrape final : public ScrapeBody, public FamilySink
{
public:
    TargetScrape(SeriesBook &book, std::uint64_t seed) : m_book(book), m_seed(seed) {}

    void begin(ExpositionFormat format) override;
    [[nodiscard]] bool bytes(std::string_view chunk) override;
    void sample(const FamilySample &sample) override;
    void problem(const ExpositionProblem &problem) override;
    /// There is no more. A last line without an end counts only where the answer is known to be whole.
    void finish(bool whole);

    [[nodiscard]] ScrapedValues takeValues() { return std::move(m_values); }
    [[nodiscard]] std::uint64_t samples() const noexcept { return m_samples; }
    [[nodiscard]] std::uint64_t errors() const noexcept { return m_errors; }
    [[nodiscard]] const std::optional<ExpositionProblem> &firstError() const noexcept { return m_firstError; }

private:
    SeriesBook &m_book;
    const std::uint64_t m_seed;
    std::unique_ptr<FamilyReader> m_reader;
    std::unique_ptr<TextParser> m_parser;
    ScrapedValues m_values;
    std::uint64_t m_samples = 0, m_errors = 0;
    bool m_whole = false;
    std::optional<ExpositionProblem> m_firstError;
};

} // namespace metriscope::net
