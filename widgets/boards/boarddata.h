// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/measure.h"
#include "netlayer/types/metric.h"

#include <QString>

#include <string>
#include <vector>

namespace metriscope::ui
{

/// A metric by what it is, not by its id: found again in every run, or waited for.
struct MetricKey {
    std::string name; ///< raw bytes
    std::string tags; ///< canonical
    net::MetricKind kind = net::MetricKind::Counter;
    net::SourceId source = net::StatsdSource;
    friend bool operator==(const MetricKey &, const MetricKey &) = default;
};
[[nodiscard]] MetricKey keyOf(const net::MetricInfo &info);

struct BoardCurve {
    MetricKey metric;
    net::Measure measure;
    bool visible = true;
    friend bool operator==(const BoardCurve &, const BoardCurve &) = default;
};

struct BoardChart {
    static constexpr std::size_t MostCurves = 12; ///< more on one chart tells nobody anything
    QString title;                                ///< empty: made from the names of its metrics
    bool stacked = false;
    std::vector<BoardCurve> curves;
    friend bool operator==(const BoardChart &, const BoardChart &) = default;
};

struct Board {
    static constexpr std::size_t MostCharts = 24;
    static constexpr int MostColumns = 3;
    QString name;
    int columns = 1;
    std::vector<BoardChart> charts;
    friend bool operator==(const Board &, const Board &) = default;
};

/// All boards of the reader.
struct BoardBook {
    static constexpr std::size_t MostBoards = 32;
    static constexpr qsizetype LongestTitle = 200; ///< characters, of a board or a chart
    std::vector<Board> boards;
    int current = 0;
    friend bool operator==(const BoardBook &, const BoardBook &) = default;
};

/// What was found in a saved book.
struct BoardsRead {
    enum class Issue : std::uint8_t {
        None,
        Repaired,   ///< some of it was damaged and is left out
        Unreadable, ///< no JSON, or no boards
        TooNew,     ///< written by a later version
        TooLarge
    };
    BoardBook book;
    Issue issue = Issue::None;
};

/// Text for people to keep and to edit; names that are not UTF-8 stand as Base64.
[[nodiscard]] QByteArray boardsToJson(const BoardBook &book);
/// Takes nothing on trust: what is wrong is left out, every number is kept within its limits.
[[nodiscard]] BoardsRead boardsFromJson(const QByteArray &json);

} // namespace metriscope::ui
