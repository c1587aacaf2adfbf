// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/prometheus/targetscrape.h"

namespace metriscope::net
{

void TargetScrape::begin(ExpositionFormat format)
{
    m_values = {};
    m_samples = m_errors = 0;
    m_firstError.reset();
    m_reader = std::make_unique<FamilyReader>(format, *this, m_seed);
    m_parser = std::make_unique<TextParser>(format, *m_reader);
}

bool TargetScrape::bytes(std::string_view chunk)
{
    m_parser->feed(chunk);
    return !m_parser->gaveUp();
}

void TargetScrape::sample(const FamilySample &sample)
{
    if (sample.sample->cut && !m_whole)
        return;
    if (m_book.note(sample, m_values))
        ++m_samples;
}

void TargetScrape::problem(const ExpositionProblem &problem)
{
    if (!isError(problem.issue))
        return;
    ++m_errors;
    if (!m_firstError)
        m_firstError = problem;
}

void TargetScrape::finish(bool whole)
{
    if (!m_parser)
        return;
    m_whole = whole;
    m_parser->finish();
    m_reader->finish();
    m_whole = false;
    m_parser.reset();
    m_reader.reset();
}

} // namespace metriscope::net
