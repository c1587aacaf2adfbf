// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/gstats/requestbook.h"

#include "netlayer/gstats/pythonjson.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>

namespace metriscope::net
{
namespace
{

constexpr std::string_view DefaultPrefix = "default", Blanks = " \t\n\r\v\f";

struct Spread {
    double average = 0, deviation = 0;
};

Spread spreadOf(std::size_t count, double origin, long double sum, long double sumSquares)
{
    if (count == 0)
        return {};
    const auto n = static_cast<long double>(count);
    const long double scaled = n * sumSquares - sum * sum; // of whole numbers, exact
    return {static_cast<double>(origin + sum / n),
            scaled > 0 ? static_cast<double>(std::sqrt(scaled) / n) : 0};
}

} // namespace

bool readPushedNumber(std::string_view text, double &millis) noexcept
{
    const std::size_t first = text.find_first_not_of(Blanks);
    if (first == std::string_view::npos)
        return false;
    text = text.substr(first, text.find_last_not_of(Blanks) + 1 - first);
    if (text.front() == '+' && text.size() > 1 && text[1] != '-')
        text.remove_prefix(1);
    const char *const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, millis);
    return read.ec == std::errc() && read.ptr == end && std::isfinite(millis);
}

RequestBook::RequestBook(const Limits &limits, Counting counting) : m_limits(limits), m_counting(counting) {}

RequestBook::Taken RequestBook::take(std::string_view prefix, std::string_view number, std::int64_t now)
{
    if (prefix.empty())
        prefix = DefaultPrefix;
    if (prefix.size() > m_limits.prefixBytes)
        return {Verdict::LongPrefix};
    double millis = 0;
    if (!number.empty() && !readPushedNumber(number, millis))
        return {Verdict::BadNumber};
    auto known = m_ids.find(prefix);
    if (known == m_ids.end()) {
        if (m_entries.size() >= m_limits.prefixes)
            return {Verdict::TooManyNames};
        known = m_ids.emplace(prefix, static_cast<PrefixId>(m_entries.size())).first;
        m_entries.emplace_back().name = prefix;
    }
    Entry &entry = m_entries[known->second];
    entry.lastSeen = now;
    if (number.empty() || (m_counting == Counting::Original && millis == 0)) {
        ++entry.totals.started;
        return {Verdict::Started, known->second};
    }
    ++entry.totals.finished;
    keep(entry, millis, now);
    return {Verdict::Finished, known->second, millis};
}

void RequestBook::reset()
{
    m_ids.clear();
    m_entries.clear();
    m_samples = 0;
}

void RequestBook::keep(Entry &entry, double millis, std::int64_t now)
{
    expire(entry, now);
    if (m_samples >= m_limits.samples)
        makeRoom(entry);
    if (entry.window.empty()) {
        entry.origin = millis;
        entry.sum = entry.sumSquares = 0;
    }
    const long double distance = static_cast<long double>(millis) - entry.origin;
    entry.sum += distance;
    entry.sumSquares += distance * distance;
    entry.window.push_back({now, millis});
    ++m_samples;
}

void RequestBook::dropFirst(Entry &entry)
{
    const long double distance = static_cast<long double>(entry.window.front().millis) - entry.origin;
    entry.sum -= distance;
    entry.sumSquares -= distance * distance;
    entry.window.pop_front();
    --m_samples;
}

/// Who is loud pays for itself; only a prefix without any time of its own takes from the largest.
void RequestBook::makeRoom(Entry &entry)
{
    Entry *largest = &entry;
    if (entry.window.empty())
        largest = &*std::ranges::max_element(m_entries, {}, [](const Entry &e) { return e.window.size(); });
    if (largest->window.empty())
        return;
    dropFirst(*largest);
    ++m_evicted;
}

void RequestBook::expire(Entry &entry, std::int64_t now)
{
    while (!entry.window.empty() && now - entry.window.front().at > m_limits.windowMillis)
        dropFirst(entry);
}

void RequestBook::appendStats(std::string &out, std::int64_t now)
{
    out += '{';
    std::string_view separator;
    for (Entry &entry : m_entries) {
        expire(entry, now);
        const Spread spread = spreadOf(entry.window.size(), entry.origin, entry.sum, entry.sumSquares);
        out += separator;
        appendPythonString(out, entry.name);
        out += ": {\"started\": " + std::to_string(entry.totals.started);
        out += ", \"finished\": " + std::to_string(entry.totals.finished);
        out += ", \"processing_time\": {\"avg\": ";
        appendPythonFloat(out, spread.average);
        out += ", \"std\": ";
        appendPythonFloat(out, spread.deviation);
        out += "}}";
        separator = ", ";
    }
    out += '}';
}

void RequestBook::appendTimes(std::string &out, std::int64_t now)
{
    out += '{';
    std::string_view separator;
    for (Entry &entry : m_entries) {
        expire(entry, now);
        out += separator;
        appendPythonString(out, entry.name);
        out += ": [";
        separator = {};
        for (const Timed &timed : entry.window) {
            out += separator;
            appendPythonFloat(out, timed.millis);
            separator = ", ";
        }
        out += ']';
        separator = ", ";
    }
    out += '}';
}

} // namespace metriscope::net
