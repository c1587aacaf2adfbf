// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes a second of the exposition parser, and what it keeps in memory.
#include "netlayer/prometheus/familyreader.h"
#include "netlayer/prometheus/textparser.h"

#include <benchmark/benchmark.h>

#include <malloc.h>

#include <array>
#include <string>

using namespace metriscope::net;

namespace
{

/// As django-prometheus writes it: histograms by view and method, about 5 MB.
std::string exposition()
{
    static constexpr std::array Bounds{"0.005", "0.01", "0.025", "0.05", "0.075", "0.1",  "0.25", "0.5",
                                       "0.75",  "1.0",  "2.5",   "5.0",  "7.5",   "10.0", "+Inf"};
    const std::string name = "django_http_requests_latency_seconds_by_view_method";
    std::string text = "# HELP " + name + " Histogram of request processing time labelled by view.\n# TYPE " +
                       name + " histogram\n";
    for (int view = 0; view < 620; ++view) {
        for (const char *method : {"GET", "POST", "PUT", "DELETE"}) {
            const std::string labels = "method=\"" + std::string(method) + "\",view=\"shop.catalogue:view_" +
                                       std::to_string(view) + "\"";
            int count = 0;
            for (const char *bound : Bounds)
                text += name + "_bucket{le=\"" + bound + "\"," + labels + "} " + std::to_string(count += 97) +
                        ".0\n";
            text += name + "_count{" + labels + "} " + std::to_string(count) + ".0\n";
            text += name + "_sum{" + labels + "} " + std::to_string(count) + ".48371900000000021\n";
        }
    }
    return text;
}

struct LineSink final : public ExpositionSink {
    double sum = 0;
    std::uint64_t samples = 0, problems = 0;
    void help(std::string_view, std::string_view, std::uint64_t) override {}
    void type(std::string_view, FamilyType, std::uint64_t) override {}
    void unit(std::string_view, std::string_view, std::uint64_t) override {}
    void sample(const ExpositionSample &sample) override
    {
        ++samples;
        sum += sample.value + double(sample.labels.size());
    }
    void problem(const ExpositionProblem &) override { ++problems; }
};

struct SampleSink final : public FamilySink {
    double sum = 0;
    std::uint64_t problems = 0;
    void sample(const FamilySample &sample) override { sum += sample.sample->value + sample.bound; }
    void problem(const ExpositionProblem &) override { ++problems; }
};

void finish(benchmark::State &state, const std::string &text, std::uint64_t samples, std::uint64_t problems)
{
    if (problems > 0 || samples < 38'000)
        state.SkipWithError("the exposition was not read as it should be");
    state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
    state.SetItemsProcessed(static_cast<std::int64_t>(samples) * state.iterations());
    state.counters["MB"] = double(text.size()) / 1e6;
}

void lines(benchmark::State &state)
{
    const std::string text = exposition();
    LineSink sink;
    for (auto _ : state) {
        sink = {};
        TextParser parser(ExpositionFormat::Text, sink);
        parser.feed(text);
        parser.finish();
        benchmark::DoNotOptimize(sink.sum);
    }
    finish(state, text, sink.samples, sink.problems);
}

/// In the blocks in which an answer arrives, with everything that is checked.
void families(benchmark::State &state)
{
    const std::string text = exposition();
    std::uint64_t samples = 0, problems = 0;
    double bytes = 0;
    for (auto _ : state) {
        SampleSink sink;
        const auto before = ::mallinfo2();
        FamilyReader reader(ExpositionFormat::Text, sink);
        TextParser parser(ExpositionFormat::Text, reader);
        for (std::size_t at = 0; at < text.size(); at += 64 * 1024)
            parser.feed(std::string_view(text).substr(at, 64 * 1024));
        parser.finish();
        reader.finish();
        const auto after = ::mallinfo2();
        bytes = double(after.uordblks + after.hblkhd) - double(before.uordblks + before.hblkhd);
        samples = reader.samples();
        problems = sink.problems;
        benchmark::DoNotOptimize(sink.sum);
    }
    finish(state, text, samples, problems);
    state.counters["bytes/series"] = bytes / double(samples);
}

BENCHMARK(lines);
BENCHMARK(families);

} // namespace

BENCHMARK_MAIN();
