// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/properties.h"

#include "netlayer/statsd/explain.h"
#include "netlayer/statsd/graphitename.h"
#include "netlayer/statsd/lineframer.h"
#include "netlayer/statsd/lineparser.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

namespace metriscope::net::test
{

namespace
{

/// Checks and writes down all that it is handed.
class Watcher final
{
public:
    Watcher(std::string_view line, const Dialect &dialect) : m_line(line), m_dialect(dialect) {}

    std::string record;
    const char *broken = nullptr;
    int calls = 0;

    void sample(const Sample &s)
    {
        ++calls;
        write({s.name, s.nameTags, s.tags, s.container});
        if (!m_dialect.emptySetMember)
            write({s.text});
        write(s.timestamp, s.value, s.rate, static_cast<double>(s.kind), static_cast<double>(s.nameTagSyntax),
              s.relative ? 1 : 0);
        if (!std::isfinite(s.value) || !std::isfinite(s.rate) || s.rate <= 0 ||
            !std::isfinite(s.value / s.rate))
            broken = "a number that is not finite, or a rate that is not positive";
        if (s.name.empty() && !m_dialect.emptyName)
            broken = "a metric without a name";
        if (s.kind == MetricKind::Timer && s.value < 0 && !m_dialect.negativeTimers)
            broken = "a negative timer";
        if (s.nameTags.empty() != (s.nameTagSyntax == TagSyntax::None))
            broken = "tags and their syntax do not agree";
        std::string tags, again;
        canonicalTags(s, tags);
        canonicalTags({}, TagSyntax::None, tags, again);
        if (tags != again)
            broken = "canonical tags that are not";
        const std::string graphite = graphiteName(s.name);
        if (graphite.empty() || std::any_of(graphite.begin(), graphite.end(),
                                            [](char c) { return c <= ' ' || c >= 127 || c == '/'; }))
            broken = "a name that Graphite does not take";
    }
    void event(const Event &e)
    {
        ++calls;
        write({e.title, e.text, e.tags, e.host, e.aggregationKey, e.source, e.container});
        write(e.timestamp, static_cast<double>(e.level), e.lowPriority ? 1 : 0);
        if (e.title.empty())
            broken = "an event without a title";
    }
    void serviceCheck(const ServiceCheck &c)
    {
        ++calls;
        write({c.name, c.message, c.tags, c.host, c.container});
        write(c.timestamp, static_cast<double>(c.status));
        if (c.name.empty() || c.status > ServiceCheck::Status::Unknown)
            broken = "a service check without a name or status";
    }

private:
    void write(std::initializer_list<std::string_view> texts)
    {
        for (const std::string_view text : texts) {
            if (!text.empty() &&
                (text.data() < m_line.data() || text.data() + text.size() > m_line.data() + m_line.size()))
                broken = "a view that leaves the line";
            record += text;
            record += '\n';
        }
    }
    template <class... Numbers>
    void write(std::int64_t first, Numbers... numbers)
    {
        record += std::to_string(first);
        const auto add = [this](double number) {
            char raw[sizeof number];
            std::memcpy(raw, &number, sizeof number);
            record.append(raw, sizeof raw);
        };
        (add(static_cast<double>(numbers)), ...);
    }

    std::string_view m_line;
    const Dialect &m_dialect;
};

const char *brokenByLine(std::string_view shared)
{
    // A block of its own size: the sanitizers see one byte too many.
    const auto block = std::make_unique<char[]>(shared.size());
    std::copy(shared.begin(), shared.end(), block.get());
    const std::string_view line(block.get(), shared.size());

    const Explanation explanation = explainLine(line, dialects()[0]);
    for (std::size_t i = 0; i < DialectCount; ++i) {
        const Dialect &dialect = dialects()[i];
        Watcher watcher(line, dialect), whole(line, dialect);
        const LineReport report = parseLine(line, dialect, watcher);
        if (watcher.broken)
            return watcher.broken;
        if (report.at > line.size())
            return "an offset behind the line";
        if ((report.verdict == Verdict::Rejected) != (watcher.calls == 0))
            return "handed out of a rejected line, or nothing of an accepted one";
        if (report.verdict != Verdict::Accepted && report.issue == LineIssue::None)
            return "a verdict without a reason";
        if (report != parseAnyLine(line, dialect, SampleSink(whole)) || watcher.record != whole.record)
            return "the short cut differs from the grammar";
        if (explanation.acceptedBy[i] != (watcher.calls > 0) ||
            (i == 0 && explanation.report.verdict != report.verdict))
            return "the explanation differs from the verdict";
    }
    return nullptr;
}

struct Framed {
    std::vector<std::string> lines;
    std::string tail;
    std::uint64_t oversized = 0;
    friend bool operator==(const Framed &, const Framed &) = default;
};

/// What a framer ought to do, said in the simplest way.
Framed model(std::string_view stream, std::size_t maxLine)
{
    Framed framed;
    for (;;) {
        const std::size_t newline = stream.find('\n');
        const std::string line(stream.substr(0, newline));
        if (line.size() > maxLine)
            ++framed.oversized;
        else if (newline == std::string_view::npos)
            framed.tail = line == "\r" ? std::string() : line;
        else if (!line.empty() && line != "\r")
            framed.lines.push_back(line);
        if (newline == std::string_view::npos)
            return framed;
        stream.remove_prefix(newline + 1);
    }
}

/// `next` says how many bytes come in one piece.
template <class Next>
Framed frame(std::string_view stream, std::size_t maxLine, Next &&next, bool &bounded)
{
    LineFramer framer(maxLine);
    Framed framed;
    while (!stream.empty()) {
        const std::size_t size = std::clamp<std::size_t>(next(), 1, stream.size());
        framer.feed(stream.substr(0, size), [&](std::string_view line) { framed.lines.emplace_back(line); });
        stream.remove_prefix(size);
        bounded = bounded && framer.capacity() <= 2 * maxLine + 64;
    }
    framed.tail = framer.tail();
    framed.oversized = framer.oversized();
    return framed;
}

} // namespace

const char *brokenByLineParser(std::string_view input)
{
    if (const char *broken = brokenByLine(input))
        return broken;
    const char *broken = nullptr;
    forEachLine(input, [&](std::string_view line) {
        if (!broken)
            broken = brokenByLine(line);
    });
    return broken;
}

/// The first byte sets the longest line, the second one how the stream is cut.
const char *brokenByLineFramer(std::string_view input)
{
    if (input.size() < 2)
        return nullptr;
    const std::size_t maxLine = 1U + static_cast<unsigned char>(input[0]);
    std::uint32_t random = static_cast<unsigned char>(input[1]);
    const std::string_view stream = input.substr(2);
    bool bounded = true;
    const Framed expected = model(stream, maxLine);
    if (frame(
            stream, maxLine, [&] { return stream.size(); }, bounded) != expected)
        return "a stream in one piece";
    if (frame(
            stream, maxLine, [] { return std::size_t{1}; }, bounded) != expected)
        return "a stream byte by byte";
    const auto next = [&random] {
        random = random * 1664525U + 1013904223U;
        return std::size_t{random >> 26U};
    };
    if (frame(stream, maxLine, next, bounded) != expected)
        return "a stream in pieces";
    return bounded ? nullptr : "more memory than a line needs";
}

} // namespace metriscope::net::test
