// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/gstats/statsreply.h"

#include "netlayer/gstats/lenientjson.h"

#include <bit>
#include <cmath>
#include <limits>

namespace metriscope::net
{
namespace
{

constexpr double LargestCount = 0x1p53;

std::optional<double> numberOf(LenientJson &json, std::uint32_t &damaged)
{
    double value = 0;
    const LenientJson::Kind kind = json.value(value);
    if (kind == LenientJson::Kind::Number)
        return value;
    if (kind != LenientJson::Kind::Null && !json.failed())
        ++damaged;
    return std::nullopt;
}

std::optional<std::uint64_t> countOf(LenientJson &json, std::uint32_t &damaged)
{
    const std::optional<double> value = numberOf(json, damaged);
    if (!value)
        return std::nullopt;
    if (*value < 0 || *value > LargestCount || *value != std::floor(*value)) {
        ++damaged;
        return std::nullopt;
    }
    return static_cast<std::uint64_t>(*value);
}

void readPrefix(LenientJson &json, PrefixStats &stats, std::uint32_t &damaged)
{
    json.object([&](const std::string &key) {
        if (key == "started")
            stats.started = countOf(json, damaged);
        else if (key == "finished")
            stats.finished = countOf(json, damaged);
        else if (key != "processing_time")
            json.skip();
        else if (!json.isObject())
            damaged += json.skip() == LenientJson::Kind::Null ? 0 : 1;
        else
            json.object([&](const std::string &inner) {
                if (inner == "avg")
                    stats.average = numberOf(json, damaged);
                else if (inner == "std")
                    stats.deviation = numberOf(json, damaged);
                else
                    json.skip();
            });
    });
}

/// Reads the object of prefixes; `read` is called with the reader before each value.
template <typename Reply, typename Read>
Reply readReply(std::string_view bytes, Read &&read)
{
    Reply reply;
    LenientJson json(bytes);
    if (!json.isObject()) {
        reply.issue = bytes == "ERROR" ? ReplyIssue::Fault : ReplyIssue::NotJson;
        if (isNullReply(bytes))
            reply.issue = ReplyIssue::None;
        return reply;
    }
    json.object([&](std::string &prefix) {
        if (reply.prefixes.size() == MaxReplyPrefixes) {
            ++reply.damaged;
            json.skip();
            return;
        }
        read(json, reply, std::move(prefix));
    });
    json.end();
    if (json.failed()) {
        reply.issue = reply.prefixes.empty() && json.at() <= 2 ? ReplyIssue::NotJson : ReplyIssue::Damaged;
        reply.at = json.at();
    }
    return reply;
}

} // namespace

bool isNullReply(std::string_view bytes) noexcept
{
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && bytes.substr(first, 4) == "null" &&
           bytes.find_first_not_of(" \t\r\n", first + 4) == std::string_view::npos;
}

StatsReply readStatsReply(std::string_view bytes)
{
    return readReply<StatsReply>(bytes, [](LenientJson &json, StatsReply &reply, std::string &&prefix) {
        if (!json.isObject()) {
            reply.damaged += json.skip() == LenientJson::Kind::Null ? 0 : 1;
            return;
        }
        PrefixStats stats;
        stats.prefix = std::move(prefix);
        readPrefix(json, stats, reply.damaged);
        reply.prefixes.push_back(std::move(stats));
    });
}

TimesReply readTimesReply(std::string_view bytes)
{
    std::size_t total = 0;
    return readReply<TimesReply>(bytes, [&](LenientJson &json, TimesReply &reply, std::string &&prefix) {
        if (!json.isArray()) {
            reply.damaged += json.skip() == LenientJson::Kind::Null ? 0 : 1;
            return;
        }
        PrefixTimes times;
        times.prefix = std::move(prefix);
        json.array([&] {
            double value = 0;
            const bool isNumber = json.value(value) == LenientJson::Kind::Number;
            reply.damaged += isNumber ? 0 : 1;
            if (++total <= MaxReplyTimes)
                times.millis.push_back(isNumber ? value : std::numeric_limits<double>::quiet_NaN());
        });
        reply.prefixes.push_back(std::move(times));
    });
}

std::size_t newTimes(const std::vector<double> &before, const std::vector<double> &now,
                     std::optional<std::uint64_t> expected)
{
    if (before.empty() || now.empty())
        return now.size();
    // All beginnings of `now` that are ends of `before`, by the failure links of Knuth, Morris and Pratt
    const auto same = [](double a, double b) {
        return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
    };
    std::vector<std::size_t> link(now.size(), 0);
    std::size_t matched = 0;
    for (std::size_t i = 1; i < now.size(); ++i) {
        while (matched > 0 && !same(now[i], now[matched]))
            matched = link[matched - 1];
        matched += same(now[i], now[matched]) ? 1 : 0;
        link[i] = matched;
    }
    matched = 0;
    for (const double value : before) {
        if (matched == now.size())
            matched = link[matched - 1];
        while (matched > 0 && !same(value, now[matched]))
            matched = link[matched - 1];
        matched += same(value, now[matched]) ? 1 : 0;
    }
    if (!expected)
        return now.size() - matched;
    const auto missed = [&](std::size_t overlap) {
        const auto fresh = static_cast<std::uint64_t>(now.size() - overlap);
        return fresh > *expected ? fresh - *expected : *expected - fresh;
    };
    std::size_t best = matched;
    for (std::size_t overlap = matched; overlap > 0;) {
        overlap = link[overlap - 1];
        if (missed(overlap) < missed(best))
            best = overlap;
    }
    return now.size() - best;
}

} // namespace metriscope::net
