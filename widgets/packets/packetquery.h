// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/packetring.h"
#include "netlayer/packets/packetfilter.h"

#include <QRegularExpression>
#include <QString>

#include <cstdint>
#include <limits>

namespace metriscope::ui
{

/// Which packets are shown.
struct PacketQuery {
    net::PacketFilter filter;
    QRegularExpression match; ///< over the payload as text; an empty pattern lets everything pass
    bool inverted = false;    ///< only what `match` does not find
    std::int64_t from = std::numeric_limits<std::int64_t>::min(); ///< nanoseconds since the epoch
    std::int64_t to = std::numeric_limits<std::int64_t>::max();   ///< the first one after

    [[nodiscard]] bool hasRange() const noexcept
    {
        return from != std::numeric_limits<std::int64_t>::min() ||
               to != std::numeric_limits<std::int64_t>::max();
    }
    [[nodiscard]] bool acceptsAll() const
    {
        return filter.isEmpty() && match.pattern().isEmpty() && !hasRange();
    }
    [[nodiscard]] bool accepts(const net::PacketRecord &record, const QString &interface,
                               const net::Dialect &dialect) const;
};

/// A value of a filter, in quotes, so that nothing in it is a wildcard.
[[nodiscard]] QString filterValue(QString value);

/// The most items of a packet that are looked at one by one.
inline constexpr std::size_t MostItems = 2000;

} // namespace metriscope::ui
