// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/pollconfig.h"
#include "netlayer/engine/source.h"
#include "netlayer/series/fold.h"
#include "netlayer/series/measure.h"
#include "netlayer/series/seriesstore.h"
#include "netlayer/signals/application.h"
#include "netlayer/types/lineissue.h"
#include "netlayer/types/metric.h"
#include "netlayer/types/verdict.h"

#include <QString>

namespace metriscope::ui
{

// The only place where enumerations of the netlayer get words, in the language of the moment. Ask again after
// a change of language; never keep what is returned.

/// Why a line was rejected or warned of: a clause without a full stop, "no colon between name and value".
[[nodiscard]] QString issueText(net::LineIssue issue);
/// What the sender should change; empty for None.
[[nodiscard]] QString hintText(net::LineHint hint);
[[nodiscard]] QString verdictText(net::Verdict verdict);
[[nodiscard]] QString kindText(net::MetricKind kind);
/// Short, to stand behind a number: "ms", "req/s" is composed by the caller. Empty for None.
[[nodiscard]] QString unitText(net::Unit unit);
/// "rate", "mean", "p95" ...
[[nodiscard]] QString measureText(const net::Measure &measure);
[[nodiscard]] QString stateText(net::Source::State state);
/// A whole sentence with the remedy. `address` and `detail` are shown as plain text.
[[nodiscard]] QString sourceErrorText(net::SourceError error, const QString &address, const QString &detail);
/// Name of a source by its number: "statsd", "signals", "prometheus-2".
[[nodiscard]] QString sourceText(net::SourceId source);
/// What a kind of source is, for who chooses one: "Prometheus or OpenMetrics".
[[nodiscard]] QString sourceKindText(net::SourceKind kind);
/// An address such as a source of this kind has; the same in every language.
[[nodiscard]] QString pollAddressExample(net::SourceKind kind);
/// A sentence with the remedy; empty for None.
[[nodiscard]] QString pollIssueText(net::PollIssue issue, net::SourceKind kind);
[[nodiscard]] QString noteText(net::SignalNote note);
/// A sentence with the remedy.
[[nodiscard]] QString noteText(net::SourceNote note);
[[nodiscard]] QString roleText(net::SignalRole role);
[[nodiscard]] QString timerUnitText(net::TimerUnit unit);
[[nodiscard]] QString idlePolicyText(net::IdlePolicy policy);
[[nodiscard]] QString percentileRuleText(net::PercentileRule rule);

} // namespace metriscope::ui
