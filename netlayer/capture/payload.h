// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/frame.h"
#include "netlayer/statsd/dialect.h"
#include "netlayer/types/sample.h"
#include "netlayer/types/verdict.h"

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// What a payload speaks.
enum class PayloadKind : std::uint8_t { Unknown, Statsd, Carbon, Http, Gstats };
[[nodiscard]] std::string_view payloadKindName(
    PayloadKind kind) noexcept; ///< "statsd", "carbon", "http", ...

/// Whether a line looks like one of that kind, be it right or wrong; a part of one does not.
[[nodiscard]] bool looksLikeLine(std::string_view line, PayloadKind kind) noexcept;

/// What is wrong with an item of a payload that is no statsd line. Stable codes: payloadIssueName().
enum class PayloadIssue : std::uint8_t {
    None,
    // a line of carbon: "name value time"
    CarbonFields,  ///< not three of them
    CarbonValue,   ///< no number
    CarbonTime,    ///< no seconds since the epoch
    CarbonNoValue, ///< nan, which carbon drops in silence
    // HTTP
    BadHttp,
    MessageTooLong, ///< than is put together again
    WrongMethod,    ///< a register call that is no POST
    WrongPath,      ///< no /register, at the port of the contexts
    BadJson,        ///< a register call whose body is no JSON object
    BadRegister,    ///< JSON, but not what a register call says
    ErrorStatus,    ///< an answer of 400 and above
    // gstats
    BadZmtp,
    WrongFrames, ///< not two frames
    BadTime,     ///< neither empty nor a number
    Count
};
[[nodiscard]] std::string_view payloadIssueName(PayloadIssue issue) noexcept; ///< "carbon-fields", ...

/// Which ports speak what; the content decides elsewhere.
struct PortRoles {
    std::vector<std::uint16_t> statsd{8125}, carbon{2003}, contexts{1942}, gstats{2345};
    friend bool operator==(const PortRoles &, const PortRoles &) = default;
};
/// By who carries it, then by port (the destination's first), then by how it begins.
[[nodiscard]] PayloadKind payloadKind(const Frame &frame, std::string_view beginning, const PortRoles &roles);

/// A line or a message of a payload, and what is made of it.
struct PayloadItem {
    ByteRange range; ///< in the judged text, without the newline
    Verdict verdict = Verdict::Accepted;
    LineReport report;                       ///< of a statsd line
    std::bitset<DialectCount> acceptedBy;    ///< of a statsd line, as dialects(); where they were asked
    PayloadIssue issue = PayloadIssue::None; ///< of all others
    std::uint32_t at = 0;                    ///< the byte of the item that the issue speaks of
    bool judged = true;                      ///< false: nothing to accept or reject, as an answer of HTTP
    // what it says, where it says it
    enum class Says : std::uint8_t { Nothing, Metric, Event, ServiceCheck, Request, Answer, Handshake };
    Says says = Says::Nothing;
    std::string name;   ///< raw; of an HTTP request its method and path, of gstats the prefix
    std::string tags;   ///< canonical
    std::string member; ///< of a set
    std::string detail; ///< of BadRegister: where in the JSON, "info.controller"
    std::optional<MetricKind> kind;
    std::vector<double> values;
    double rate = 1;
    bool relative = false;      ///< a gauge with a sign
    std::int64_t timestamp = 0; ///< seconds since the epoch, 0 when it says none
    std::uint16_t status = 0;   ///< of an HTTP answer

    /// The stable code of the issue, of either kind; empty when there is none.
    [[nodiscard]] std::string_view reason() const noexcept;
};

/// What a whole payload comes to, fast.
struct PayloadCounts {
    std::uint32_t items = 0, warned = 0, rejected = 0; ///< items: those that are judged
    LineIssue issue = LineIssue::None;                 ///< of the first item with the worst verdict
    PayloadIssue otherIssue = PayloadIssue::None;
    [[nodiscard]] Verdict worst() const noexcept
    {
        return rejected ? Verdict::Rejected : warned ? Verdict::Warning : Verdict::Accepted;
    }
};

// These two are not pure: the body of a register call is read by Qt.
[[nodiscard]] PayloadCounts countPayload(std::string_view text, PayloadKind kind, const Dialect &dialect);
/// How much is found out of a statsd line: asking the dialects parses it again for each of them.
enum class JudgeDepth : std::uint8_t { Verdict, Dialects };
/// The same, item by item; at most `most` of them.
[[nodiscard]] std::vector<PayloadItem> judgePayload(std::string_view text, PayloadKind kind,
                                                    const Dialect &dialect, std::size_t most = 10'000,
                                                    JudgeDepth depth = JudgeDepth::Dialects);

} // namespace metriscope::net
