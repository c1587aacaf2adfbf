// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/lineissue.h"
#include "netlayer/types/metric.h"
#include "netlayer/types/tags.h"
#include "netlayer/types/verdict.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace metriscope::net
{

/// One value of one metric. Every view points into the datagram: intern or copy before it is reused.
/// Two lines are the same series when name, nameTags, tags and kind are the same bytes, or when
/// canonicalTags() of both is the same (`#a:1,b:2` and `#b:2,a:1`).
struct Sample {
    std::string_view name;      ///< raw bytes without tags, never empty
    std::string_view nameTags;  ///< tags written into the name, raw; how, says nameTagSyntax
    std::string_view tags;      ///< after `|#`, raw, not yet canonical; empty when there is none
    std::string_view text;      ///< the value as written; the member of a set
    std::string_view container; ///< after `|c:`
    std::int64_t timestamp = 0; ///< after `|T`, seconds since the epoch, 0 when absent
    double value = 0;           ///< finite; 0 for a set
    double rate = 1;            ///< 0 < rate; a counter's value counts value / rate
    MetricKind kind = MetricKind::Counter;
    TagSyntax nameTagSyntax = TagSyntax::None;
    bool relative = false; ///< a gauge with a sign: a delta
};

/// A fresh Sample to copy. Copying 112 bytes costs a tenth of clearing them with the string instruction that
/// compilers choose for `Sample sample;`.
extern const Sample BlankSample;

/// Replaces `out` by the canonical tags of a sample: those of the name, then those of the line; see
/// tags.h.
void canonicalTags(const Sample &sample, std::string &out);

/// `_e{5,4}:title|text|...`; title and text still escaped (`\n` for a newline), see unescapeText().
struct Event {
    enum class Level : std::uint8_t { Info, Success, Warning, Error };
    std::string_view title, text, tags, host, aggregationKey, source, container;
    std::int64_t timestamp = 0;
    Level level = Level::Info;
    bool lowPriority = false;
};

/// `_sc|name|status|...`; the message still escaped.
struct ServiceCheck {
    enum class Status : std::uint8_t { Ok, Warning, Critical, Unknown };
    std::string_view name, message, tags, host, container;
    std::int64_t timestamp = 0;
    Status status = Status::Ok;
};

/// Replaces `out` by `escaped` with every backslash-n made a newline.
void unescapeText(std::string_view escaped, std::string &out);

/// What the parser decided on one line. `at` is the byte of the line where it failed or that it warns of, at
/// most the line's size. An accepted line may carry an issue too: worth knowing, nothing to worry about.
struct LineReport {
    Verdict verdict = Verdict::Accepted;
    LineIssue issue = LineIssue::None;
    LineHint hint = LineHint::None;
    std::uint32_t at = 0;
    friend bool operator==(const LineReport &, const LineReport &) = default;
};

} // namespace metriscope::net
