// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/source.h"
#include "netlayer/engine/tick.h"
#include "netlayer/series/registry.h"
#include "netlayer/series/seriesstore.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <string>
#include <vector>

namespace metriscope::app
{

/// A source as the output names it.
struct SourceStatus {
    net::SourceId id = net::StatsdSource;
    net::Source::State state = net::Source::State::Stopped;
    QString address;
    net::SourceCounts counts;
    net::SourceError error = net::SourceError::None;
    QString detail; ///< of the error
    net::SourceNotes notes = 0;
};

/// What the watching itself did.
struct WatchCounts {
    std::uint64_t mergedTicks = 0;
    std::uint64_t unwritten = 0; ///< ticks that a slow reader of the output never got
};

/// Words of the output that scripts read: never translated.
[[nodiscard]] std::string_view sourceName(net::SourceId id) noexcept;
/// Tells apart those of one kind: "prometheus", "prometheus-2", ...
[[nodiscard]] std::string sourceIdName(net::SourceId id);
[[nodiscard]] std::string_view stateName(net::Source::State state) noexcept;
[[nodiscard]] std::string_view noteName(net::SignalNote note) noexcept;

/// Turns ticks into what `watch` prints.
class TickWriter
{
public:
    TickWriter(const net::Registry &registry, const net::SeriesStore &store)
        : m_registry(registry), m_store(store)
    {
    }
    virtual ~TickWriter() = default;
    TickWriter(const TickWriter &) = delete;
    TickWriter &operator=(const TickWriter &) = delete;

    /// `others`: all that was asked for beside the receiver, as it stands now.
    [[nodiscard]] virtual QByteArray ready(const QStringList &statsd,
                                           const std::vector<SourceStatus> &others) = 0;
    [[nodiscard]] virtual QByteArray tick(const net::Tick &tick, const std::vector<SourceStatus> &sources,
                                          const WatchCounts &counts) = 0;

protected:
    const net::Registry &m_registry;
    const net::SeriesStore &m_store;
};

} // namespace metriscope::app
