// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tickwriter.h"

#include <QCoreApplication>
#include <QStringList>

namespace metriscope::app
{

/// Ticks as aligned text for a terminal, in the language of the moment. Names from the network cannot reach
/// the terminal's controls.
class TickText final : public TickWriter
{
    Q_DECLARE_TR_FUNCTIONS(TickText)

public:
    /// `all` prints the idle metrics too, `verbose` also lines that were accepted with a warning, and
    /// long names in full.
    TickText(const net::Registry &registry, const net::SeriesStore &store, bool all, bool verbose)
        : TickWriter(registry, store), m_all(all), m_verbose(verbose)
    {
    }

    [[nodiscard]] QByteArray ready(const QStringList &statsd,
                                   const std::vector<SourceStatus> &others) override;
    [[nodiscard]] QByteArray tick(const net::Tick &tick, const std::vector<SourceStatus> &sources,
                                  const WatchCounts &counts) override;

private:
    struct Row {
        QString kind, name, values;
    };
    [[nodiscard]] QString head(const net::Tick &tick, const WatchCounts &counts) const;
    [[nodiscard]] QString nameOf(net::MetricId id) const;
    [[nodiscard]] Row metric(const net::MetricResult &result) const;
    [[nodiscard]] Row idle(net::MetricId id, net::Time now) const;
    [[nodiscard]] static Row signal(const net::Application &application, const net::SignalValues &values);
    [[nodiscard]] static Row line(const net::LineNote &note);

    const bool m_all, m_verbose;
    net::IngestCounts m_before; ///< of the tick printed before
};

} // namespace metriscope::app
