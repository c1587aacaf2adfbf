// SPDX-License-Identifier: GPL-3.0-or-later
// Nanoseconds a line of the parser alone: no hash, no aggregation.
#include "netlayer/statsd/lineframer.h"
#include "netlayer/statsd/lineparser.h"

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

using namespace metriscope::net;

namespace
{

struct Sum {
    double value = 0;
    std::size_t names = 0;
    void sample(const Sample &sample)
    {
        value += sample.value;
        names += sample.name.size();
    }
};

/// A hundred datagrams of ten lines each; %1 of `line` becomes a number.
std::vector<std::string> datagrams(std::string_view line)
{
    std::vector<std::string> all(100);
    for (std::size_t i = 0; i < 1000; ++i) {
        std::string text(line);
        if (const std::size_t at = text.find("%1"); at != std::string::npos)
            text.replace(at, 2, std::to_string(100000 + i * 7919 % 900000));
        all[i / 10] += text + '\n';
    }
    return all;
}

void parse(benchmark::State &state, std::string_view line)
{
    const std::vector<std::string> input = datagrams(line);
    const Dialect &dialect = defaultDialect();
    std::size_t lines = 0;
    std::size_t bytes = 0;
    for (auto _ : state) {
        Sum sum;
        for (const std::string &datagram : input) {
            lines += forEachLine(datagram, [&](std::string_view one) {
                benchmark::DoNotOptimize(parseLine(one, dialect, sum));
            });
            bytes += datagram.size();
        }
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(lines));
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
    state.counters["ns/line"] = benchmark::Counter(static_cast<double>(lines) / 1e9,
                                                   benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

constexpr std::string_view m3 =
    "v1.tatar.bars.test.instance_test..controller_2e07220ffe49e620e324f44fac4b106d."
    "url_9e9be264d609c0e1a535693ba4%1.method_post.requests.";

void frameBytes(benchmark::State &state)
{
    const std::string stream = datagrams("api.requests.%1:1|c")[0];
    std::size_t lines = 0;
    LineFramer framer;
    for (auto _ : state) {
        for (const char &byte : stream)
            framer.feed({&byte, 1}, [&](std::string_view) { ++lines; });
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(lines));
}

} // namespace

int main(int argc, char **argv)
{
    const auto add = [](const char *name, std::string line) {
        benchmark::RegisterBenchmark(
            name, [line = std::move(line)](benchmark::State &state) { parse(state, line); });
    };
    add("m3/count", std::string(m3) + "count:1|c");
    add("m3/timing", std::string(m3) + "timing:12453.000000|ms");
    add("m3/gauge", "v1.tatar.bars.test.instance_test..users.active:7.000000|g");
    add("short/counter", "api.hits.%1:1|c");
    add("short/timer", "api.time.%1:320|ms");
    add("short/gauge", "queue.%1:17|g");
    add("short/delta", "queue.%1:-3|g");
    add("short/set", "users.%1:bob|s");
    add("short/histogram", "size.%1:512|h");
    add("short/distribution", "size.%1:512|d");
    add("short/rate", "api.hits.%1:1|c|@0.1");
    add("short/tags", "api.hits:1|c|#env:prod,service:web,host:h%1");
    add("short/rate and tags", "api.hits:1|c|@0.5|#env:prod,service:web,host:h%1");
    add("short/graphite tags", "api.hits;env=prod;host=h%1:1|c");
    add("short/packed", "api.time.%1:1:2:3:4|ms");
    add("short/exponent", "api.time.%1:1.5e3|ms");
    add("short/container", "api.hits:1|c|#env:prod|c:ci-%1");
    add("event", "_e{5,4}:title|text|#host:h%1");
    add("rejected/comma", "api.time.%1:1,5|ms");
    add("rejected/name only", "api.time.%1");
    benchmark::RegisterBenchmark("framer/byte by byte", frameBytes);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
