// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/aggregator.h"

#include <QTest>

#include <atomic>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <new>
#include <span>
#include <string>
#include <vector>

namespace
{

std::atomic<std::size_t> allocations{0};

void *counted(std::size_t bytes, std::size_t alignment = alignof(std::max_align_t))
{
    ++allocations;
    void *memory = std::aligned_alloc(alignment, (bytes + alignment - 1) / alignment * alignment);
    if (memory == nullptr)
        throw std::bad_alloc();
    return memory;
}

} // namespace

void *operator new(std::size_t bytes)
{
    return counted(bytes);
}
void *operator new(std::size_t bytes, const std::nothrow_t &) noexcept
{
    return counted(bytes);
}
void *operator new(std::size_t bytes, std::align_val_t alignment)
{
    return counted(bytes, std::size_t(alignment));
}
void operator delete(void *memory) noexcept
{
    std::free(memory);
}
void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}
void operator delete(void *memory, const std::nothrow_t &) noexcept
{
    std::free(memory);
}
void operator delete(void *memory, std::align_val_t) noexcept
{
    std::free(memory);
}
void operator delete(void *memory, std::size_t, std::align_val_t) noexcept
{
    std::free(memory);
}

using namespace metriscope::net;

namespace
{

Sample sampleOf(std::string_view name, MetricKind kind, double value, double rate = 1)
{
    Sample sample;
    sample.name = name;
    sample.kind = kind;
    sample.value = value;
    sample.rate = rate;
    return sample;
}

Sample counterOf(std::string_view name, double value, double rate = 1)
{
    return sampleOf(name, MetricKind::Counter, value, rate);
}

Sample gaugeOf(std::string_view name, double value)
{
    return sampleOf(name, MetricKind::Gauge, value);
}

Sample deltaOf(std::string_view name, double value)
{
    Sample sample = gaugeOf(name, value);
    sample.relative = true;
    return sample;
}

Sample memberOf(std::string_view name, std::string_view member)
{
    Sample sample = sampleOf(name, MetricKind::Set, 0);
    sample.text = member;
    return sample;
}

Sample tagged(std::string_view name, std::string_view tags)
{
    Sample sample = counterOf(name, 1);
    sample.tags = tags;
    return sample;
}

std::unique_ptr<Bank> flip(Aggregator &aggregator, std::unique_ptr<Bank> empty = nullptr)
{
    if (!empty)
        empty = std::make_unique<Bank>();
    return aggregator.swap(std::move(empty), {});
}

std::unique_ptr<Bank> gather(Aggregator &aggregator, std::span<const Sample> samples)
{
    for (const Sample &sample : samples)
        aggregator.add(sample);
    return flip(aggregator);
}

std::vector<double> exactSamples(const Bank &bank, const TimerCell &cell)
{
    std::vector<double> values;
    for (std::uint32_t i = cell.firstChunk; i != TimerCell::None; i = bank.chunks[i].next) {
        const SampleChunk &chunk = bank.chunks[i];
        values.insert(values.end(), chunk.values.begin(), chunk.values.begin() + chunk.size);
    }
    return values;
}

} // namespace

class TestAggregator final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsCounters()
    {
        Aggregator aggregator({}, 1);
        const auto bank = gather(aggregator, std::vector{counterOf("a", 3), counterOf("b", 1),
                                                         counterOf("a", -1), counterOf("a", 1, 0.1)});
        QCOMPARE(bank->newNames.size(), 2U);
        QVERIFY(bank->newNames[0].name == "a" && bank->newNames[1].name == "b");
        QCOMPARE(bank->counters.size(), 2U);
        QCOMPARE(bank->counters[0].metric, 0U);
        QCOMPARE(bank->counters[0].samples, 3U);
        QCOMPARE(bank->counters[0].up, 13.0);
        QCOMPARE(bank->counters[0].down, 1.0);
        QCOMPARE(bank->counters[0].sinceRebase, 12.0);
        QCOMPARE(bank->counters[1].metric, 1U);
    }

    void keepsTotalsFinite()
    {
        Aggregator aggregator({}, 1);
        const auto bank = gather(
            aggregator, std::vector{counterOf("a", 3), counterOf("a", 1e308, 1e-9), counterOf("a", 1)});
        QCOMPARE(bank->counters[0].up, 4.0);
        QCOMPARE(bank->counters[0].samples, 3U);
    }

    void numbersStayFromBankToBank()
    {
        Aggregator aggregator({}, 1);
        flip(aggregator);
        auto first = gather(aggregator, std::vector{counterOf("a", 1), counterOf("b", 1)});
        const auto second = gather(aggregator, std::vector{counterOf("c", 1), counterOf("b", 5)});
        QCOMPARE(first->newNames.size(), 2U);
        QCOMPARE(second->newNames.size(), 1U);
        QCOMPARE(second->counters[0].metric, 2U);
        QCOMPARE(second->counters[1].metric, 1U);
        QCOMPARE(second->counters[1].up, 5.0);
        const std::string_view name = first->newNames[1].name;
        const auto alive = first->names;
        first->clear();
        QVERIFY(name == "b"); // the arena outlives the bank
    }

    void gauges_data()
    {
        QTest::addColumn<std::vector<Sample>>("samples");
        QTest::addColumn<bool>("set");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("delta");
        QTest::addRow("G1 set, then a delta")
            << std::vector{gaugeOf("g", 10), deltaOf("g", -3)} << true << 7.0 << 0.0;
        QTest::addRow("G1 first ever is a delta") << std::vector{deltaOf("g", -10)} << false << 0.0 << -10.0;
        QTest::addRow("G1 zero, then a delta")
            << std::vector{gaugeOf("g", 0), deltaOf("g", -3)} << true << -3.0 << 0.0;
        QTest::addRow("delta, then set")
            << std::vector{deltaOf("g", 4), gaugeOf("g", 9), deltaOf("g", 1)} << true << 10.0 << 4.0;
        Sample rated = gaugeOf("g", 5);
        rated.rate = 0.1;
        QTest::addRow("G3 a rate means nothing") << std::vector{rated} << true << 5.0 << 0.0;
    }
    void gauges()
    {
        QFETCH(std::vector<Sample>, samples);
        Aggregator aggregator({}, 1);
        const auto bank = gather(aggregator, samples);
        QCOMPARE(bank->gauges.size(), 1U);
        QTEST(bank->gauges[0].set, "set");
        QTEST(bank->gauges[0].value, "value");
        QTEST(bank->gauges[0].delta, "delta");
    }

    void G5_gaugeRebasesItsCounter()
    {
        Aggregator aggregator({}, 1);
        const auto users = [](double value) { return counterOf("users.active", value); };
        const auto level = [](double value) { return gaugeOf("users.active", value); };
        auto bank = gather(aggregator, std::vector{level(12), users(1), users(1), users(-1)});
        QCOMPARE(bank->newNames.size(), 2U);
        QCOMPARE(bank->gauges[0].value, 12.0);
        QCOMPARE(bank->counters[0].sinceRebase, 1.0);

        bank = gather(aggregator, std::vector{users(1), users(1), level(9), users(-1)});
        QCOMPARE(bank->gauges[0].value, 9.0);
        QCOMPARE(bank->counters[0].up, 2.0);
        QCOMPARE(bank->counters[0].down, 1.0);
        QCOMPARE(bank->counters[0].sinceRebase, -1.0);

        // the counter was seen first; a delta is no rebase
        Aggregator other({}, 1);
        bank = gather(other, std::vector{users(5), deltaOf("users.active", 1), users(2)});
        QCOMPARE(bank->counters[0].sinceRebase, 7.0);
        bank = gather(other, std::vector{users(5), level(1), users(2)});
        QCOMPARE(bank->counters[0].sinceRebase, 2.0);
    }

    void A1_keepsTimersExact()
    {
        Aggregator aggregator({}, 1);
        std::vector<Sample> samples;
        for (int i = 1; i <= 10; ++i)
            samples.push_back(sampleOf("t", MetricKind::Timer, i));
        const auto bank = gather(aggregator, samples);
        const TimerCell &cell = bank->timers[0];
        QCOMPARE(cell.samples, 10U);
        QCOMPARE(cell.weight, 10.0);
        QCOMPARE(cell.sum, 55.0);
        QCOMPARE(cell.sumSquares, 385.0);
        QCOMPARE(cell.lower, 1.0);
        QCOMPARE(cell.upper, 10.0);
        QCOMPARE(cell.sketch, TimerCell::None);
        QCOMPARE(exactSamples(*bank, cell), (std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
    }

    void A8_rateWeighsButDoesNotMultiply()
    {
        Aggregator aggregator({}, 1);
        const auto bank = gather(aggregator, std::vector{sampleOf("t", MetricKind::Timer, 10, 0.1)});
        QCOMPARE(bank->timers[0].samples, 1U);
        QCOMPARE(bank->timers[0].weight, 10.0);
        QCOMPARE(bank->timers[0].sum, 10.0);
    }

    void samplesBeyondTheExactOnesGoIntoSketch()
    {
        Aggregator aggregator({}, 1);
        std::vector<Sample> samples;
        for (std::uint32_t i = 1; i <= TimerCell::MaxExactSamples; ++i)
            samples.push_back(sampleOf("t", MetricKind::Timer, i));
        auto bank = gather(aggregator, samples);
        QCOMPARE(bank->timers[0].sketch, TimerCell::None);
        QCOMPARE(exactSamples(*bank, bank->timers[0]).size(), std::size_t{TimerCell::MaxExactSamples});

        for (std::uint32_t i = TimerCell::MaxExactSamples + 1; i <= 10'000; ++i)
            samples.push_back(sampleOf("t", MetricKind::Timer, i));
        for (int round = 0; round < 2; ++round) { // the second time with a used bank
            bank->clear();
            bank = aggregator.swap(std::move(bank), {});
            for (const Sample &sample : samples)
                aggregator.add(sample);
            bank = flip(aggregator, std::move(bank));
            const TimerCell &cell = bank->timers.at(0);
            QCOMPARE(cell.samples, 10'000U);
            QCOMPARE(cell.upper, 10'000.0);
            QCOMPARE(bank->sketches.at(cell.sketch).count(), 10'000U);
            QVERIFY(std::abs(bank->sketches[cell.sketch].quantile(0.5) - 5000) <= 51);
        }
    }

    void kindIsPartOfTheIdentity()
    {
        Aggregator aggregator({}, 1);
        std::vector<Sample> samples;
        for (int kind = 0; kind < MetricKindCount; ++kind)
            samples.push_back(sampleOf("x", MetricKind(kind), 1));
        const auto bank = gather(aggregator, samples);
        QCOMPARE(bank->newNames.size(), std::size_t{MetricKindCount});
        QCOMPARE(bank->timers.size(), 3U);
    }

    void P29_orderOfTagsDoesNotMatter()
    {
        Aggregator aggregator({}, 1);
        Sample inName = counterOf("a", 1);
        inName.nameTags = "x=1;y=2";
        inName.nameTagSyntax = TagSyntax::Graphite;
        const std::vector samples{tagged("a", "y:2,x:1"), tagged("a", "x:1,y:2"), inName,
                                  tagged("a", "y:2,x:1"), tagged("a", "x:1"),     tagged("a", ""),
                                  tagged("a", ",")};
        for (int round = 0; round < 3; ++round) {
            const auto bank = gather(aggregator, samples);
            QCOMPARE(bank->counters.size(), 3U);
            QCOMPARE(bank->counters[0].up, 4.0);
            QCOMPARE(bank->counters[1].up, 1.0);
            QCOMPARE(bank->counters[2].up, 2.0);
            if (round == 0) {
                QCOMPARE(bank->newNames.size(), 3U);
                QVERIFY(bank->newNames[0].tags == "x:1,y:2");
            }
        }
        QCOMPARE(aggregator.names().aliases(), 3U);
    }

    void namesAreBytes_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addRow("NUL") << QByteArray("a\0b", 3);
        QTest::addRow("control characters") << QByteArray("\x01\x1b[2J\x7f");
        QTest::addRow("UTF-8") << QByteArray("привет");
        QTest::addRow("no UTF-8") << QByteArray("\xff\xfe");
        QTest::addRow("P23 object member") << QByteArray("__proto__");
        QTest::addRow("64 KiB") << QByteArray(65'000, 'x');
        QTest::addRow("300 bytes") << QByteArray(300, 'y');
    }
    void namesAreBytes()
    {
        QFETCH(QByteArray, name);
        Aggregator aggregator({}, 1);
        const std::string_view view(name.constData(), std::size_t(name.size()));
        const auto bank = gather(
            aggregator, std::vector{counterOf(view, 1), counterOf(view.substr(1), 1), counterOf(view, 1)});
        QCOMPARE(bank->newNames.size(), 2U);
        QVERIFY(bank->newNames[0].name == view);
        QCOMPARE(bank->counters[0].up, 2.0);
    }

    void G8_setsCountDifferentTexts()
    {
        Aggregator aggregator({}, 1);
        const auto bank =
            gather(aggregator, std::vector{memberOf("s", "1"), memberOf("s", "01"), memberOf("s", "1"),
                                           memberOf("t", "1"), memberOf("s", "")});
        QCOMPARE(bank->sets[0].samples, 4U);
        QCOMPARE(bank->sets[0].unique, 3U);
        QCOMPARE(bank->sets[1].unique, 1U);
    }

    void setsHaveACap()
    {
        AggregatorLimits limits;
        limits.membersOfSet = 1000;
        Aggregator aggregator(limits, 1);
        std::vector<std::string> members;
        for (int i = 0; i < 1500; ++i)
            members.push_back(std::to_string(i));
        std::unique_ptr<Bank> empty;
        for (std::uint64_t round = 1; round <= 3; ++round) {
            for (const std::string &member : members)
                aggregator.add(memberOf("s", member));
            aggregator.add(memberOf("s", "7")); // a known one is not refused
            aggregator.add(memberOf("t", "7"));
            auto bank = flip(aggregator, std::move(empty));
            QCOMPARE(bank->sets[0].unique, 1000U);
            QCOMPARE(bank->sets[0].refused, 500U);
            QCOMPARE(bank->sets[1].unique, 1U);
            QCOMPARE(aggregator.refusedMembers(), 500 * round);
            bank->clear();
            empty = std::move(bank);
        }
    }

    void fullTableRefusesNewNamesOnly()
    {
        AggregatorLimits limits;
        limits.series = 1000;
        Aggregator aggregator(limits, 1);
        std::vector<std::string> names;
        for (int i = 0; i < 3000; ++i)
            names.push_back("metric." + std::to_string(i));
        for (int round = 0; round < 2; ++round) {
            for (const std::string &name : names)
                aggregator.add(counterOf(name, 1));
        }
        const auto bank = flip(aggregator);
        QCOMPARE(bank->newNames.size(), 1000U);
        QCOMPARE(bank->counters.size(), 1000U);
        QCOMPARE(aggregator.refusedSeries(), 4000U);
        QCOMPARE(bank->counters[999].up, 2.0);
        // another spelling of a known metric is not new
        Aggregator tags({1, 10}, 1);
        const auto spelt =
            gather(tags, std::vector{tagged("a", "x:1,y:2"), tagged("a", "y:2,x:1"), tagged("a", "y:2,x:1,,"),
                                     tagged("a", "y:2,x:1,,"), tagged("b", "")});
        QCOMPARE(spelt->counters[0].up, 4.0);
        QCOMPARE(tags.names().aliases(), 1U);
        QCOMPARE(tags.refusedSeries(), 1U);
    }

    void knownNamesAllocateNothing()
    {
        Aggregator aggregator({}, 1);
        std::vector<std::string> names, members;
        for (int i = 0; i < 2000; ++i) {
            names.push_back("v1.region.client.product.instance..controller.requests." + std::to_string(i));
            members.push_back("user-" + std::to_string(i));
        }
        const auto tick = [&](std::unique_ptr<Bank> empty) {
            for (std::size_t i = 0; i < names.size(); ++i) {
                aggregator.add(counterOf(names[i], 1));
                aggregator.add(gaugeOf(names[i], 1));
                aggregator.add(sampleOf(names[i], MetricKind::Timer, double(i)));
                aggregator.add(sampleOf(names[0], MetricKind::Timer, double(i)));
                aggregator.add(sampleOf(names[0], MetricKind::Timer, double(i)));
                aggregator.add(sampleOf(names[0], MetricKind::Timer, double(i))); // beyond the exact ones
                aggregator.add(memberOf(names[i % 3], members[i]));
                aggregator.add(tagged(names[i], "b:2,a:1"));
            }
            return aggregator.swap(std::move(empty), {});
        };
        auto bank = std::make_unique<Bank>();
        for (int warm = 0; warm < 4; ++warm) {
            bank = tick(std::move(bank));
            bank->clear();
        }
        const std::size_t before = allocations;
        for (int i = 0; i < 20; ++i) {
            bank = tick(std::move(bank));
            bank->clear();
        }
        QCOMPARE(allocations - before, 0U);
    }

    void quietBanksGiveMemoryBack()
    {
        Aggregator aggregator({}, 1);
        std::vector<std::string> names;
        for (int i = 0; i < 100'000; ++i)
            names.push_back("metric." + std::to_string(i));
        for (const std::string &name : names)
            aggregator.add(counterOf(name, 1));
        auto bank = flip(aggregator);
        for (int i = 0; i < 100; ++i)
            bank->clear();
        QVERIFY(bank->counters.capacity() < 1000);
        QVERIFY(bank->newNames.capacity() < 10'000);
    }

    void preparedBankNeedsNoMoreMemory()
    {
        Aggregator aggregator({}, 1);
        std::vector<std::string> names;
        for (int i = 0; i < 3'000; ++i)
            names.push_back("metric." + std::to_string(i));
        const auto load = [&] {
            for (const std::string &name : names) {
                Sample sample = counterOf(name, 1);
                aggregator.add(sample);
                sample.kind = MetricKind::Timer;
                aggregator.add(sample);
            }
        };
        load();
        auto first = flip(aggregator), second = std::make_unique<Bank>();
        second->prepare(first->extent());
        QVERIFY(second->counters.empty() && second->timers.empty() && second->chunks.empty());
        const std::size_t counters = second->counters.capacity(), timers = second->timers.capacity(),
                          chunks = second->chunks.capacity();
        first = aggregator.swap(std::move(second), {});
        load();
        second = flip(aggregator);
        QCOMPARE(second->chunks.size(), names.size());
        QCOMPARE(second->counters.capacity(), counters);
        QCOMPARE(second->timers.capacity(), timers);
        QCOMPARE(second->chunks.capacity(), chunks);
    }

    void namesCostLittle()
    {
        AggregatorLimits limits;
        Aggregator aggregator(limits, 1);
        const std::string prefix(100, 'm');
        for (int i = 0; i < 100'000; ++i) {
            const std::string name = prefix + std::to_string(1'000'000'000 + i);
            aggregator.add(counterOf(name, 1));
            aggregator.settle();
        }
        QCOMPARE(aggregator.names().size(), 100'000U);
        const double each = double(aggregator.names().bytes()) / 100'000;
        QVERIFY2(each <= 180, QByteArray::number(each).constData());
    }
};

QTEST_GUILESS_MAIN(TestAggregator)
#include "tst_aggregator.moc"
