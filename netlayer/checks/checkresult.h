// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/lineissue.h"
#include "netlayer/types/metric.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace metriscope::net
{

/// What a person wants to have verified.
enum class CheckKind : std::uint8_t { M3, Statsd, Gstats, Prometheus, Istats, Graphite };
inline constexpr int CheckKindCount = 6;
/// The word of the command line: "m3", "statsd" ...
[[nodiscard]] std::string_view checkKindName(CheckKind kind) noexcept;
[[nodiscard]] std::optional<CheckKind> checkKindOf(std::string_view name) noexcept;
/// What to verify when a source of that kind is in trouble; none for one that nothing is sent to.
[[nodiscard]] std::optional<CheckKind> checkKindFor(SourceKind kind) noexcept;

enum class CheckId : std::uint8_t {
    // statsd, and m3 through it
    PortOwner,
    SelfTest,
    KernelDrops,
    CaptureRight,
    OtherPort,
    AddressFamily,
    Interface,
    WireLoss,
    Traffic,
    Lines,
    Prefix,
    // m3
    Identity,
    TimingUnit,
    UserBaseline,
    ContextsUrl,
    ContextsSent,
    // gstats
    GstatsAddress,
    GstatsPrefix,
    GstatsCollector,
    GstatsEvents,
    GstatsInFlight,
    GstatsStatusUrl,
    // django-prometheus
    ExporterPorts,
    ExporterAnswer,
    ExporterWorkers,
    ExporterPreload,
    RequestMetrics,
    // deviantART pystatsd
    MonitorAnswer,
    MonitorPublishing,
    // Graphite
    GraphiteAnswer,
    GraphiteLine,
    Count
};
inline constexpr int CheckIdCount = static_cast<int>(CheckId::Count);
/// Stable English code, "statsd.port-owner", as written into JSON and documented in `help check`.
[[nodiscard]] std::string_view checkIdName(CheckId id) noexcept;

/// Ordered from good to bad, apart from Skipped.
enum class CheckVerdict : std::uint8_t { Pass, Warning, Fail, Skipped };
[[nodiscard]] std::string_view checkVerdictName(CheckVerdict verdict) noexcept; ///< "pass", "warning" ...

/// Why a check came to its verdict. Which fields of the evidence are filled stands behind each.
enum class CheckReason : std::uint8_t {
    None,
    // skipped
    Cancelled,
    TimedOut,     ///< the check itself; count: seconds
    DependsOn,    ///< detail: id of the check that has to pass first
    ExplainedBy,  ///< detail: id of the check that has found out why
    NotWaited,    ///< needs traffic, and no time was given to wait for it
    NothingSeen,  ///< needs traffic, and none came; count: seconds
    NotLocal,     ///< address: of another machine
    NotOurSocket, ///< address, peer: what others receive cannot be seen
    NothingGiven, ///< no address or prefix to check
    NoCapture,    ///< needs the wire, which cannot be read here
    NoRight,      ///< to capture; detail: of the system, found: the command that gives it
    TooFew,       ///< too little was seen to judge; count
    OwnerUnseen,  ///< address: of a process that may not be looked into
    // port owner
    CanBeServed,   ///< address
    ServedByUs,    ///< address: this console listens there
    TakenBy,       ///< address, peer
    TakenUnseen,   ///< address: another user's process
    SecondConsole, ///< address, peer
    PortForbidden, ///< address
    ListenFailed,  ///< address, detail
    BadAddress,    ///< address cannot be read
    HostUnknown,   ///< address
    // self-test and losses
    SelfTestArrived, ///< address, count: microseconds
    SelfTestLost,    ///< address
    NoDrops,         ///< address
    DropsBefore,     ///< address, count, total: bytes of rmem_max
    DropsGrow,       ///< the same, while we looked
    CaptureAllowed,
    NoneElsewhere, ///< address, items: what was watched
    SeenElsewhere, ///< address, found: where it goes, peer: sender, detail: line, count
    SeenOtherFamily,
    SeenOtherInterface,
    WireMatches, ///< address, count: packets on the wire, total: those that came to the socket
    WireLost,    ///< the same
    // traffic
    TrafficSeen,        ///< address, count: packets, peer: a sender, detail: a line
    NoTraffic,          ///< address, count: seconds
    NoTrafficM3,        ///< the same
    LinesGood,          ///< count
    LineEscapedNewline, ///< detail: line, peer: sender, count: how many, total: of how many, items: dialects
    LineDecimalComma,
    LineCarriageReturn,
    LineTrailingGarbage,
    LineEmptyName,
    LineRejected,
    LineDoubtful,
    PrefixGood,        ///< detail
    PrefixTrailingDot, ///< detail: the prefix or a name, found: the prefix without its dot
    // m3
    IdentityGood,     ///< detail: the identity
    IdentityMissing,  ///< detail: the prefix, found: what it lacks ("instance_X")
    UnitMillis,       ///< count: timings seen
    UnitMicros,       ///< detail: the prefix, count: timings seen, found: a line
    UnitKnown,        ///< the console takes them as microseconds already; detail: the prefix
    UsersGood,        ///< detail: the prefix
    UsersNoBaseline,  ///< detail: a name
    ContextsGood,     ///< address, detail: HTTP status
    ContextsServable, ///< address
    HttpRefused,      ///< address
    HttpMute,         ///< address: takes the connection and says nothing; count: milliseconds
    HttpNoReply,      ///< address: closes the connection without an answer
    HttpNotHttp,      ///< address, detail
    HttpUnreachable,  ///< address, detail
    HttpTls,          ///< address, detail
    HttpPlain,        ///< address is https, but who listens speaks plain HTTP
    ContextsNotFound, ///< address, detail: HTTP status, found: the address with the usual path
    ContextsRedirect, ///< address, found: Location
    ContextsLogin,    ///< address, detail
    ContextsBroken,   ///< address, detail: HTTP status
    ContextsSeen,     ///< detail: identity
    NoRegistration,   ///< none came while we waited, and what came before is not known here
    ContextsNever,    ///< detail: identity
    // gstats
    GstatsGood,        ///< address
    GstatsServable,    ///< address
    GstatsRefused,     ///< address
    GstatsMute,        ///< address
    BadZmqAddress,     ///< address
    NotZmq,            ///< address, detail: the first bytes
    PushAddress,       ///< address, detail: socket type
    WrongZmqSocket,    ///< the same
    GstatsNoReply,     ///< address
    GstatsBadReply,    ///< address, detail
    GstatsPrefixFound, ///< address, items: the prefixes
    GstatsOtherPrefix, ///< address, detail: the wanted one, items
    GstatsEmpty,       ///< address
    CollectorGood,     ///< address
    CollectorDown,     ///< address
    CollectorIsReply,  ///< address
    EventsSeen,        ///< count
    NoEvents,          ///< count: seconds
    InFlightGood,      ///< count: in flight
    InFlightClimbs,    ///< detail: prefix, count: started, total: finished
    StatusGood,        ///< address
    StatusRefused,     ///< address
    StatusForbidden,   ///< address, detail
    StatusPath,        ///< address, detail, found: the address with /_status
    StatusHangs,       ///< address
    StatusVariable, ///< the same, and why; peer: who serves it, detail: the variable it has, found: it needs
    StatusNotStats, ///< address, detail
    // django-prometheus
    PortsAnswer,      ///< address, items: those that answer
    NoPortAnswers,    ///< address
    ExporterRefused,  ///< address
    RangeEndUnused,   ///< address, items: those that answer, found: the range to use
    ExporterGood,     ///< address, detail: content type
    ExporterNotFound, ///< address, detail: status, items: URLs that answer metrics
    ExporterHtml,     ///< address, detail: first bytes, items: URLs that answer metrics
    ExporterSamePort, ///< address, peer: who serves it
    ExporterLogin,    ///< address, detail: status or Location
    ExporterRedirect, ///< address, found: Location
    ExporterBroken,   ///< address, detail: HTTP status
    ExporterDamaged,  ///< address, detail: line and reason
    ExporterSlow,     ///< address
    WorkersOne,       ///< address, count: times asked
    WorkersSeveral,   ///< address, detail: a metric, items: its values
    PreloadOff,       ///< items: owners
    PreloadOn,        ///< address, peer: the master, count: its workers
    ExporterReloader, ///< address, peer: the process that restarts runserver
    WorkersWithout,   ///< address, peer: the master, count: workers, total: those that answer
    RequestsFound,    ///< count: requests so far
    RequestsMissing,  ///< address, items: what is there instead
    RequestsHalf,     ///< address: only one of the two middlewares works
    // deviantART pystatsd
    MonitorGood,      ///< address
    MonitorRefused,   ///< address
    MonitorWrongPort, ///< address, found: the one that answers
    MonitorMute,      ///< address, count: milliseconds
    MonitorFault,     ///< address, detail
    MonitorNotXml,    ///< address, detail
    PublishingGood,   ///< address, count: seconds since
    PublishingNever,  ///< address
    PublishingOld,    ///< address, count: seconds since
    PublishErrors,    ///< address, count: errors
    // Graphite
    GraphiteGood,      ///< address
    GraphiteRefused,   ///< address
    GraphiteNotCarbon, ///< address, detail: what it answers
    GraphiteCloses,    ///< address
    MarkerSeen,        ///< found: query URL, count: milliseconds
    MarkerLost,        ///< found: query URL
    MarkerNoQuery,     ///< address: sent, but nothing to ask whether it came
    MarkerQueryFails,  ///< found: query URL, detail
    Count
};
/// Stable English code such as "taken-by", as written into JSON.
[[nodiscard]] std::string_view checkReasonName(CheckReason reason) noexcept;

/// What a person can verify. Text from outside is raw: show it with displayText(). No secrets in it.
struct CheckEvidence {
    QString address; ///< what was looked at
    QString peer;    ///< a process, "name (pid)", or the address of a sender
    QString detail;  ///< verbatim: a line, a status, a message of the system
    QString found;   ///< what would be right instead
    QStringList items;
    qint64 count = 0, total = 0;
    LineIssue issue = LineIssue::None;
    LineHint hint = LineHint::None;
    /// Who listens at the address where somebody else was expected: "name (pid)", empty for another user's
    /// process; nothing where that is no question.
    std::optional<QString> owner;

    friend bool operator==(const CheckEvidence &, const CheckEvidence &) = default;
};

struct CheckResult {
    CheckVerdict verdict = CheckVerdict::Skipped;
    CheckReason reason = CheckReason::None;
    CheckEvidence evidence{};
};

} // namespace metriscope::net
