// SPDX-License-Identifier: GPL-3.0-or-later
// What a registration costs before it is answered, and what a new metric costs to be found its place.
#include "netlayer/contexts/contextbook.h"
#include "netlayer/contexts/registration.h"
#include "netlayer/contexts/requesttable.h"

#include <QCoreApplication>

#include <benchmark/benchmark.h>

#include <memory>
#include <string>
#include <vector>

using namespace metriscope::net;

namespace
{

QByteArray registrationOf(std::int64_t urls)
{
    Registration made;
    made.identity.parts = {"v1", "tatar", "bars", "test", "test"};
    for (std::int64_t i = 0; i < urls; ++i) {
        const std::string url = "/controller" + std::to_string(i % 200) + "/action/" + std::to_string(i);
        made.add(made.urls, md5Of(url), url);
    }
    QByteArray json = R"({"identity":{"version":"v1"},"info":{"controller":{},"url":{)";
    for (bool first = true; const auto &[md5, url] : made.urls) {
        json += (std::exchange(first, false) ? "\"" : ",\"") + QByteArray::fromStdString(hexOf(md5)) +
                "\":\"" + QByteArray::fromStdString(url) + '"';
    }
    return json + "}}}";
}

/// All that happens before the answer.
void readsRegistration(benchmark::State &state)
{
    const QByteArray json = registrationOf(state.range(0));
    for (auto _ : state) {
        auto read = readRegistration(json);
        benchmark::DoNotOptimize(read);
    }
    state.SetBytesProcessed(state.iterations() * json.size());
}
BENCHMARK(readsRegistration)->Arg(100)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

/// Every metric once, when it is new.
void placesNewMetrics(benchmark::State &state)
{
    const auto count = static_cast<std::uint32_t>(state.range(0));
    std::vector<std::string> names;
    for (std::uint32_t i = 0; i < count; ++i) {
        names.push_back("v1.tatar.bars.test.instance_test..controller_" +
                        hexOf(md5Of(std::to_string(i % 50))) + ".url_" + hexOf(md5Of(std::to_string(i / 2))) +
                        ".method_get.requests." + (i % 2 ? "count" : "timing"));
    }
    for (auto _ : state) {
        RequestTable table;
        for (std::uint32_t i = 0; i < count; ++i)
            table.add(MetricId{i}, {names[i], {}, MetricKind::Counter, Unit::None, StatsdSource});
        benchmark::DoNotOptimize(table);
    }
    state.SetItemsProcessed(state.iterations() * count);
}
BENCHMARK(placesNewMetrics)->Arg(1000)->Arg(20'000)->Unit(benchmark::kMillisecond);

/// The names of other clients, which have no place there.
void passesOverOthers(benchmark::State &state)
{
    RequestTable table;
    for (auto _ : state)
        benchmark::DoNotOptimize(
            table.add(MetricId{0},
                      {"shop.gunicorn.request.duration", {}, MetricKind::Timer, Unit::None, StatsdSource}));
}
BENCHMARK(passesOverOthers);

void resolvesHash(benchmark::State &state)
{
    NetThread thread;
    ContextBook book(thread, {});
    auto read = readRegistration(registrationOf(10'000));
    book.add(std::make_shared<const Registration>(*std::move(read)));
    const RegistrationPtr registration = book.find("v1");
    std::vector<Md5> hashes;
    for (const auto &[md5, url] : registration->urls)
        hashes.push_back(md5);
    std::size_t at = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(book.url(registration.get(), hashes[at]));
        at = at + 1 == hashes.size() ? 0 : at + 1;
    }
}
BENCHMARK(resolvesHash);

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv); // the book has timers
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
