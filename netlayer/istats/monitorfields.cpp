// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/istats/monitorfields.h"

#include "netlayer/gstats/lenientjson.h"
#include "netlayer/gstats/pythonjson.h"

#include <algorithm>

namespace metriscope::net
{

namespace
{

using enum MonitorFieldInfo::Nature;

constexpr std::array<MonitorFieldInfo, MonitorFieldCount> Fields{{
    {"start_time", Moment, "istats.uptime"},
    {"flush_errors", Forgotten, "istats.flush_errors"},
    {"pending_stats", Level, "istats.pending_stats"},
    {"publish_error.socket", Forgotten, "istats.publish_error.socket"},
    {"publish_error.unknown", Forgotten, "istats.publish_error.unknown"},
    {"metrics.discarded", Count, "istats.metrics.discarded"},
    {"metrics.batch.count", Level, "istats.metrics.batch.count"},
    {"metrics.batch.discarded", Level, "istats.metrics.batch.discarded"},
    {"last_publish.duration", Duration, "istats.last_publish.duration"},
    {"render.gauge.count", Level, "istats.render.gauge.count"},
    {"render.gauge.duration", Duration, "istats.render.gauge.duration"},
    {"render.set.count", Level, "istats.render.set.count"},
    {"render.set.duration", Duration, "istats.render.set.duration"},
    {"render.counters.count", Level, "istats.render.counters.count"},
    {"render.counters.duration", Duration, "istats.render.counters.duration"},
    {"render.timers.count", Level, "istats.render.timers.count"},
    {"render.timers.duration", Duration, "istats.render.timers.duration"},
    {"render.time", Duration, "istats.render.time"},
    {"render.total", Level, "istats.render.total"},
    {"last_publish.time", Moment, "istats.last_publish.age"},
    {"flush_duration", Duration, "istats.flush_duration"},
}};

} // namespace

const MonitorFieldInfo &monitorField(MonitorField field) noexcept
{
    return Fields[static_cast<std::size_t>(field)];
}

MonitorReading readMonitorValues(std::string_view json)
{
    MonitorReading reading;
    LenientJson reader(json);
    reading.whole = reader.isObject();
    if (!reading.whole)
        return reading;
    reader.object([&](const std::string &key) {
        double value = 0;
        const LenientJson::Kind kind = reader.value(value);
        const auto field = std::ranges::find(Fields, std::string_view(key), &MonitorFieldInfo::key);
        if (field == Fields.end())
            return;
        if (kind == LenientJson::Kind::Number)
            reading.values[static_cast<std::size_t>(field - Fields.begin())] = value;
        else
            ++reading.damaged;
    });
    reader.end();
    reading.whole = !reader.failed();
    reading.at = reader.at();
    return reading;
}

std::string monitorJson(const MonitorValues &values)
{
    std::string out = "{";
    for (std::size_t i = 0; i < MonitorFieldCount; ++i) {
        if (!values[i])
            continue;
        out += out.size() > 1 ? ", \"" : "\"";
        out += Fields[i].key;
        out += "\": ";
        const auto nature = Fields[i].nature;
        if (nature == Moment || nature == Duration)
            appendPythonFloat(out, *values[i]);
        else
            out += std::to_string(static_cast<std::int64_t>(*values[i]));
    }
    return out += '}';
}

} // namespace metriscope::net
