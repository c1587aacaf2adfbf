// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/boards/readyboards.h"

#include <QCoreApplication>

#include <array>
#include <string_view>

namespace metriscope::ui
{

namespace
{

struct ReadyChart {
    const char *title; ///< source text
    std::string_view name, tag;
    net::MetricKind kind;
    net::Measure measure;
    bool decides = false; ///< without it the board is of no use
};

struct ReadyBoard {
    const char *title; ///< source text
    std::array<ReadyChart, 4> charts;
};

constexpr net::Measure Value{net::Measure::What::Value}, Rate{net::Measure::What::Rate};

/// Django sites set system_usage themselves; the others come with every Python process that exports.
constexpr std::array Boards{
    ReadyBoard{QT_TRANSLATE_NOOP("readyboards", "System usage"),
               {ReadyChart{QT_TRANSLATE_NOOP("readyboards", "Processor, %"), "system_usage",
                           "resource_type:CPU", net::MetricKind::Gauge, Value, true},
                ReadyChart{QT_TRANSLATE_NOOP("readyboards", "Memory, %"), "system_usage",
                           "resource_type:Memory", net::MetricKind::Gauge, Value, true},
                ReadyChart{QT_TRANSLATE_NOOP("readyboards", "Processor seconds per second"),
                           "process_cpu_seconds_total", "", net::MetricKind::Counter, Rate},
                ReadyChart{QT_TRANSLATE_NOOP("readyboards", "Memory of the processes"),
                           "process_resident_memory_bytes", "", net::MetricKind::Gauge, Value}}}};

bool hasTag(std::string_view tags, std::string_view wanted)
{
    for (std::string_view rest = tags; !wanted.empty() && !rest.empty();) {
        const std::string_view tag = rest.substr(0, rest.find(','));
        if (tag == wanted)
            return true;
        rest.remove_prefix(std::min(rest.size(), tag.size() + 1));
    }
    return wanted.empty();
}

} // namespace

std::vector<Board> readyBoards(const net::Registry &registry)
{
    std::vector<Board> found;
    for (const ReadyBoard &ready : Boards) {
        Board board{
            .name = QCoreApplication::translate("readyboards", ready.title), .columns = 2, .charts = {}};
        bool decided = false;
        for (const ReadyChart &each : ready.charts) {
            BoardChart chart{.title = QCoreApplication::translate("readyboards", each.title), .curves = {}};
            for (std::uint32_t i = 0; i < registry.size() && chart.curves.size() < BoardChart::MostCurves;
                 ++i) {
                const net::MetricInfo info = registry.info(net::MetricId{i});
                if (info.kind == each.kind && info.name == each.name && hasTag(info.tags, each.tag))
                    chart.curves.push_back({.metric = keyOf(info), .measure = each.measure});
            }
            decided = decided || (each.decides && !chart.curves.empty());
            if (!chart.curves.empty())
                board.charts.push_back(std::move(chart));
        }
        if (decided)
            found.push_back(std::move(board));
    }
    return found;
}

} // namespace metriscope::ui
