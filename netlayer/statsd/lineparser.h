// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/statsd/dialect.h"
#include "netlayer/statsd/plainline.h"
#include "netlayer/statsd/samplesink.h"
#include "netlayer/types/sample.h"

#include <cstddef>
#include <string_view>
#include <utility>

namespace metriscope::net
{

/// The whole grammar, without the short cut of parseLine().
[[nodiscard]] LineReport parseAnyLine(std::string_view line, const Dialect &dialect,
                                      const SampleSink &sink) noexcept;

/// Parses one line such as `api.hits:3|c|@0.1`, without its newline; a carriage return at the end is taken
/// off. The sink's sample(const Sample &) is called once per value, event(const Event &) and
/// serviceCheck(const ServiceCheck &) (both optional) once per line of theirs, and nothing is called before
/// the whole line was found valid. Allocates nothing and throws nothing; a sink that throws ends the program.
///
/// A sink in a hurry has `Sample &draft()` and `void accept()` as well: a plain line is then read straight
/// into the draft, any state of which is good, and accept() takes it.
template <class Sink>
[[nodiscard]] LineReport parseLine(std::string_view line, const Dialect &dialect, Sink &&sink) noexcept
{
    if (dialect.plainNames) [[likely]] {
        if constexpr (requires { sink.draft(); }) {
            Sample &sample = sink.draft();
            sample = BlankSample;
            if (plain::readLine(line, dialect, sample)) [[likely]] {
                sink.accept();
                return {};
            }
        } else {
            Sample sample = BlankSample;
            if (plain::readLine(line, dialect, sample)) [[likely]] {
                sink.sample(std::as_const(sample));
                return {};
            }
        }
    }
    return parseAnyLine(line, dialect, SampleSink(sink));
}

/// Calls `each(line)` for the lines of a datagram. Empty lines (also of a lone carriage return) are no lines.
/// Returns how many there were. A last line without a newline counts.
template <class Each>
std::size_t forEachLine(std::string_view datagram, Each &&each)
{
    std::size_t lines = 0;
    while (!datagram.empty()) {
        const std::size_t newline = datagram.find('\n');
        const std::string_view line = datagram.substr(0, newline);
        datagram.remove_prefix(newline == std::string_view::npos ? datagram.size() : newline + 1);
        if (line.empty() || line == "\r")
            continue;
        ++lines;
        each(line);
    }
    return lines;
}

} // namespace metriscope::net
