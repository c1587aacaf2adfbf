// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/checkresult.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace metriscope::net
{

namespace
{

constexpr std::array<std::string_view, CheckKindCount> KindNames{"m3",         "statsd", "gstats",
                                                                 "prometheus", "istats", "graphite"};

constexpr std::array<std::string_view, CheckIdCount> IdNames{
    "statsd.port-owner",    "statsd.self-test",   "statsd.kernel-drops",
    "statsd.capture-right", "statsd.other-port",  "statsd.address-family",
    "statsd.interface",     "statsd.wire-loss",   "statsd.traffic",
    "statsd.lines",         "statsd.prefix",      "m3.identity",
    "m3.timing-unit",       "m3.user-baseline",   "m3.contexts-url",
    "m3.contexts-sent",     "gstats.address",     "gstats.prefix",
    "gstats.collector",     "gstats.events",      "gstats.in-flight",
    "gstats.status-url",    "prometheus.ports",   "prometheus.answer",
    "prometheus.workers",   "prometheus.preload", "prometheus.request-metrics",
    "istats.answer",        "istats.publishing",  "graphite.answer",
    "graphite.line"};

constexpr std::array<std::string_view, static_cast<std::size_t>(CheckReason::Count)> ReasonNames{
    "none",
    "cancelled",
    "timed-out",
    "depends-on",
    "explained-by",
    "not-waited",
    "nothing-seen",
    "not-local",
    "not-our-socket",
    "nothing-given",
    "no-capture",
    "no-right",
    "too-few",
    "owner-unseen",
    "can-be-served",
    "served-by-us",
    "taken-by",
    "taken-unseen",
    "second-console",
    "port-forbidden",
    "listen-failed",
    "bad-address",
    "host-unknown",
    "self-test-arrived",
    "self-test-lost",
    "no-drops",
    "drops-before",
    "drops-grow",
    "capture-allowed",
    "none-elsewhere",
    "seen-elsewhere",
    "seen-other-family",
    "seen-other-interface",
    "wire-matches",
    "wire-lost",
    "traffic-seen",
    "no-traffic",
    "no-traffic-m3",
    "lines-good",
    "line-escaped-newline",
    "line-decimal-comma",
    "line-carriage-return",
    "line-trailing-garbage",
    "line-empty-name",
    "line-rejected",
    "line-doubtful",
    "prefix-good",
    "prefix-trailing-dot",
    "identity-good",
    "identity-missing",
    "unit-millis",
    "unit-micros",
    "unit-known",
    "users-good",
    "users-no-baseline",
    "contexts-good",
    "contexts-servable",
    "http-refused",
    "http-mute",
    "http-no-reply",
    "http-not-http",
    "http-unreachable",
    "http-tls",
    "http-plain",
    "contexts-not-found",
    "contexts-redirect",
    "contexts-login",
    "contexts-broken",
    "contexts-seen",
    "no-registration",
    "contexts-never",
    "gstats-good",
    "gstats-servable",
    "gstats-refused",
    "gstats-mute",
    "bad-zmq-address",
    "not-zmq",
    "push-address",
    "wrong-zmq-socket",
    "gstats-no-reply",
    "gstats-bad-reply",
    "gstats-prefix-found",
    "gstats-other-prefix",
    "gstats-empty",
    "collector-good",
    "collector-down",
    "collector-is-reply",
    "events-seen",
    "no-events",
    "in-flight-good",
    "in-flight-climbs",
    "status-good",
    "status-refused",
    "status-forbidden",
    "status-path",
    "status-hangs",
    "status-variable",
    "status-not-stats",
    "ports-answer",
    "no-port-answers",
    "exporter-refused",
    "range-end-unused",
    "exporter-good",
    "exporter-not-found",
    "exporter-html",
    "exporter-same-port",
    "exporter-login",
    "exporter-redirect",
    "exporter-broken",
    "exporter-damaged",
    "exporter-slow",
    "workers-one",
    "workers-several",
    "preload-off",
    "preload-on",
    "exporter-reloader",
    "workers-without",
    "requests-found",
    "requests-missing",
    "requests-half",
    "monitor-good",
    "monitor-refused",
    "monitor-wrong-port",
    "monitor-mute",
    "monitor-fault",
    "monitor-not-xml",
    "publishing-good",
    "publishing-never",
    "publishing-old",
    "publish-errors",
    "graphite-good",
    "graphite-refused",
    "graphite-not-carbon",
    "graphite-closes",
    "marker-seen",
    "marker-lost",
    "marker-no-query",
    "marker-query-fails"};
static_assert(!ReasonNames.back().empty() && !IdNames.back().empty());

} // namespace

std::string_view checkKindName(CheckKind kind) noexcept
{
    return KindNames[static_cast<std::size_t>(kind)];
}

std::optional<CheckKind> checkKindOf(std::string_view name) noexcept
{
    const auto at = std::ranges::find(KindNames, name);
    if (at == KindNames.end())
        return std::nullopt;
    return static_cast<CheckKind>(std::distance(KindNames.begin(), at));
}

std::optional<CheckKind> checkKindFor(SourceKind kind) noexcept
{
    switch (kind) {
    case SourceKind::Statsd:
        return CheckKind::Statsd;
    case SourceKind::Contexts:
        return CheckKind::M3;
    case SourceKind::GstatsCollector:
    case SourceKind::Gstats:
    case SourceKind::GstatsHttp:
        return CheckKind::Gstats;
    case SourceKind::Prometheus:
        return CheckKind::Prometheus;
    case SourceKind::Istats:
    case SourceKind::IstatsServer:
        return CheckKind::Istats;
    case SourceKind::Signals:
    case SourceKind::Replay:
        break;
    }
    return std::nullopt;
}

std::string_view checkIdName(CheckId id) noexcept
{
    return IdNames[static_cast<std::size_t>(id)];
}

std::string_view checkVerdictName(CheckVerdict verdict) noexcept
{
    static constexpr std::array<std::string_view, 4> Names{"pass", "warning", "fail", "skipped"};
    return Names[static_cast<std::size_t>(verdict)];
}

std::string_view checkReasonName(CheckReason reason) noexcept
{
    return ReasonNames[static_cast<std::size_t>(reason)];
}

} // namespace metriscope::net
