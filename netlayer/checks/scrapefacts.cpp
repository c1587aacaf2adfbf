// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/scrapefacts.h"

#include "netlayer/prometheus/textparser.h"

#include <set>

namespace metriscope::net
{

namespace
{

constexpr std::string_view Before = "django_http_requests_before_middlewares_total",
                           Responses = "django_http_responses_total_by_status";

class Gatherer final : public ExpositionSink
{
public:
    explicit Gatherer(ScrapeFacts &facts) : m_facts(facts) {}

    void help(std::string_view, std::string_view, std::uint64_t) override {}
    void unit(std::string_view, std::string_view, std::uint64_t) override {}
    void type(std::string_view name, FamilyType type, std::uint64_t) override
    {
        if (m_facts.families.size() < ScrapeFacts::MostFamilies)
            m_facts.families.emplace_back(name);
        if (type == FamilyType::Counter && m_counters.size() < ScrapeFacts::MostFamilies) {
            m_counters.emplace(name);
            m_counters.insert(std::string(name) + "_total"); // as OpenMetrics names its samples
        }
    }
    void sample(const ExpositionSample &sample) override
    {
        ++m_facts.samples;
        const std::string_view name = sample.name;
        if (name == "process_start_time_seconds")
            m_facts.startTime = sample.value;
        m_facts.isDjango = m_facts.isDjango || name.find("django_") != std::string_view::npos;
        if (name.ends_with(Before))
            m_facts.requestsBefore += sample.value;
        if (name.find(Responses) != std::string_view::npos && !name.ends_with("_created"))
            m_facts.responses += sample.value;
        m_facts.hasRequests = m_facts.hasRequests || name.find("http_request") != std::string_view::npos ||
                              name.find("requests_total") != std::string_view::npos;
        if (m_counters.contains(std::string(name)) && m_facts.counters.size() < ScrapeFacts::MostCounters) {
            std::string key(name);
            for (const ExpositionLabel &label : sample.labels)
                key.append(" ").append(label.name).append("=").append(label.value);
            m_facts.counters[key] = sample.value;
        }
    }
    void problem(const ExpositionProblem &problem) override
    {
        if (!isError(problem.issue))
            return;
        ++m_facts.errors;
        if (!m_facts.firstError)
            m_facts.firstError = problem;
    }

private:
    ScrapeFacts &m_facts;
    std::set<std::string> m_counters;
};

} // namespace

ScrapeFacts readScrape(std::string_view body, ExpositionFormat format)
{
    ScrapeFacts facts;
    Gatherer gatherer(facts);
    TextParser parser(format, gatherer);
    parser.feed(body);
    parser.finish();
    facts.isExposition = !parser.gaveUp() && (facts.samples > 0 || facts.errors == 0);
    return facts;
}

} // namespace metriscope::net
