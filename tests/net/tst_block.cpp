// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/chain.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <random>
#include <utility>

using namespace metriscope::net;
using Draw = std::function<double(std::mt19937_64 &)>;
Q_DECLARE_METATYPE(Draw)
Q_DECLARE_METATYPE(MetricKind)

namespace
{

struct Kept {
    BucketNumber number = 0;
    Cell cell;
    std::vector<std::uint8_t> sketch;
};

std::vector<Kept> contents(const Chain &chain, MetricKind kind)
{
    std::vector<Kept> all;
    Points points;
    chain.forEach([&](const Block &block) {
        block.unpack(kind, points);
        auto sketches = block.sketches(kind);
        std::uint64_t present = block.present();
        for (unsigned point = 0; present != 0; ++point, present &= present - 1) {
            const auto sketch = takeSketch(sketches);
            all.push_back({block.base() + unsigned(std::countr_zero(present)),
                           points.cell(fieldsOf(kind), point),
                           {sketch.begin(), sketch.end()}});
        }
    });
    return all;
}

bool same(const Kept &a, const Kept &b, MetricKind kind)
{
    for (std::size_t field = 0; field < fieldsOf(kind); ++field)
        if (a.cell[field] != b.cell[field])
            return false;
    return a.number == b.number && a.sketch == b.sketch;
}

} // namespace

class tst_Block : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsEveryValueExactly_data();
    void holdsEveryValueExactly();
    void widths_data();
    void widths();
    void sameBucketIsMerged();
    void dropsTheOldest();
    void seriesOfOneTickGrowAtDifferentOnes();
    void poolReusesPieces();
    void poolPrepares();
};

void tst_Block::holdsEveryValueExactly_data()
{
    QTest::addColumn<Draw>("draw");
    const auto row = [](const char *name, Draw draw) { QTest::addRow("%s", name) << draw; };
    row("small counts", [](auto &r) { return double(r() % 20); });
    row("signed", [](auto &r) { return double(r() % 100) - 50; });
    row("16 bits", [](auto &r) { return double(r() % 60000); });
    row("32 bits", [](auto &r) { return double(r() % 4000000000U); });
    row("53 bits", [](auto &r) { return double(r() >> 11); });
    row("hundredths", [](auto &r) { return double(r() % 100000) / 100; });
    row("millionths", [](auto &r) { return double(r() % 100000) / 1e6; });
    row("floats", [](auto &r) { return double(std::uniform_real_distribution<float>(0, 1)(r)); });
    row("doubles", [](auto &r) { return std::uniform_real_distribution(0.0, 1.0)(r); });
    row("constant", [](auto &) { return 7.25; });
    row("constant double", [](auto &) { return 0.1; });
    row("widening", [n = 1.0](auto &) mutable { return n *= 1.5; });
    row("anything", [](auto &r) {
        switch (r() % 8) {
        case 0:
            return 0.0;
        case 1:
            return std::numeric_limits<double>::max();
        case 2:
            return -std::numeric_limits<double>::denorm_min();
        case 3:
            return double(std::numeric_limits<float>::max());
        case 4:
            return 1e-7;
        case 5:
            return -1125899906842624.0;
        default:
            return double(r() % 1000) / 8;
        }
    });
}

void tst_Block::holdsEveryValueExactly()
{
    QFETCH(Draw, draw);
    for (const MetricKind kind :
         {MetricKind::Counter, MetricKind::Gauge, MetricKind::Set, MetricKind::Timer}) {
        for (const double density : {1.0, 0.3, 0.01}) {
            std::mt19937_64 random(5);
            Ledger ledger;
            Chain chain;
            std::vector<Kept> model;
            for (BucketNumber number = Timeline::Origin; number < 1000; ++number) {
                if (std::uniform_real_distribution(0.0, 1.0)(random) >= density)
                    continue;
                Kept kept{number, {}, {}};
                for (std::size_t field = 0; field < fieldsOf(kind); ++field)
                    kept.cell[field] = draw(random);
                if (kind != MetricKind::Counter && random() % 2 == 0) // as with a lone sample
                    kept.cell[level::Lower] = kept.cell[level::Upper] = kept.cell[level::Last];
                if (isSampled(kind))
                    kept.sketch.assign(random() % 300, std::uint8_t(random()));
                chain.append(ledger, kind, 13, number, kept.cell, kept.sketch);
                model.push_back(kept);
            }
            const auto got = contents(chain, kind);
            QCOMPARE(got.size(), model.size());
            for (std::size_t i = 0; i < got.size(); ++i)
                QVERIFY(same(got[i], model[i], kind));
            QCOMPARE(ledger.points, std::uint64_t(model.size()));
            QCOMPARE(chain.dropBefore(ledger, kind, 2000).points, std::uint64_t(model.size()));
            QVERIFY(chain.empty());
            QCOMPARE(ledger.used(), std::size_t(0));
            QCOMPARE(ledger.sketchBytes, std::size_t(0));
        }
    }
}

void tst_Block::widths_data()
{
    QTest::addColumn<Draw>("draw");
    QTest::addColumn<double>("bytes"); // a point at most, all included
    QTest::addRow("constant") << Draw([](auto &) { return 3.0; }) << 0.6;
    QTest::addRow("8 bits") << Draw([](auto &r) { return double(r() % 250); }) << 1.6;
    QTest::addRow("8 bits far up") << Draw([](auto &r) { return 1e9 + double(r() % 100); }) << 1.6;
    QTest::addRow("hundredths") << Draw([](auto &r) { return double(r() % 60000) / 100; }) << 2.6;
    QTest::addRow("32 bits") << Draw([](auto &r) { return double(r() % 1000000); }) << 4.6;
    QTest::addRow("doubles") << Draw([](auto &r) { return std::sqrt(double(r() % 1000)); }) << 8.6;
}

void tst_Block::widths()
{
    QFETCH(Draw, draw);
    QFETCH(double, bytes);
    std::mt19937_64 random(6);
    Ledger ledger;
    Chain chain;
    for (BucketNumber number = Timeline::Origin; number < Timeline::Origin + 64 * 20; ++number) {
        const double value = draw(random);
        chain.append(ledger, MetricKind::Gauge, 0, number, Cell{{value, value, value}}, {});
    }
    const double got = double(ledger.used()) / double(ledger.points);
    QVERIFY2(got <= bytes, qPrintable(QString::number(got)));
}

void tst_Block::sameBucketIsMerged()
{
    Ledger ledger;
    Chain counters, timers;
    for (int i = 0; i < 3; ++i)
        counters.append(ledger, MetricKind::Counter, 0, 100, Cell{{5, 1}}, {});
    counters.append(ledger, MetricKind::Counter, 0, 99, Cell{{5, 1}}, {}); // what is past stays
    const auto counted = contents(counters, MetricKind::Counter);
    QCOMPARE(counted.size(), std::size_t(1));
    QCOMPARE(counted[0].cell[counter::Up], 15.0);
    QCOMPARE(counted[0].cell[counter::Down], 3.0);

    timers.append(ledger, MetricKind::Timer, 0, 100, Cell{{1, 1, 2, 0, 2, 2}}, {});
    timers.append(ledger, MetricKind::Timer, 0, 100, Cell{{1, 1, 4, 0, 4, 4}}, {});
    const auto timed = contents(timers, MetricKind::Timer);
    QCOMPARE(timed.size(), std::size_t(1));
    QCOMPARE(timed[0].cell[timer::Samples], 2.0);
    QCOMPARE(timed[0].cell[timer::Sum], 6.0);
    QCOMPARE(timed[0].cell[timer::Spread], 2.0);
    QCOMPARE(timed[0].cell[timer::Lower], 2.0);
    QCOMPARE(timed[0].cell[timer::Upper], 4.0);
    Sketch sketch;
    sketch.mergeEncoded(timed[0].sketch);
    QCOMPARE(sketch.count(), std::uint64_t(2));
}

void tst_Block::dropsTheOldest()
{
    Ledger ledger;
    Chain chain;
    for (BucketNumber number = Timeline::Origin; number < Timeline::Origin + 640; ++number)
        chain.append(ledger, MetricKind::Counter, 0, number, Cell{{double(number), 0}}, {});
    chain.dropBefore(ledger, MetricKind::Counter, Timeline::Origin + 130);
    const auto left = contents(chain, MetricKind::Counter);
    QCOMPARE(left.front().number, Timeline::Origin + 128); // a block goes when all of it is old
    QCOMPARE(left.back().number, Timeline::Origin + 639);
    QCOMPARE(chain.oldest()->base(), Timeline::Origin + 128);
}

/// All of a hundred thousand that grow in the same tick would hold it up.
void tst_Block::seriesOfOneTickGrowAtDifferentOnes()
{
    constexpr BucketNumber Ticks = 32;
    constexpr std::uint32_t Series = 64;
    Ledger ledger;
    std::array<unsigned, Ticks> moved{};
    for (std::uint32_t phase = 0; phase < Series; ++phase) {
        Chain chain;
        const Block *last = nullptr;
        for (BucketNumber tick = 0; tick < Ticks; ++tick) {
            chain.append(ledger, MetricKind::Counter, phase, Timeline::Origin + tick,
                         Cell{{double(tick % 2), 0}}, {});
            if (std::exchange(last, chain.newest()) != chain.newest())
                ++moved[tick];
        }
    }
    const auto anew =
        moved.begin() + 2; // the first point and the second one, by which they stop being the same
    const unsigned most = *std::max_element(anew, moved.end());
    QVERIFY2(most <= Series / 3, QByteArray::number(most).constData());
    QVERIFY(std::accumulate(anew, moved.end(), 0U) >= Series);
}

void tst_Block::poolReusesPieces()
{
    BytePool pool;
    std::vector<void *> pieces;
    for (std::size_t bytes = 1; bytes < 3000; bytes += 7)
        pieces.push_back(pool.allocate(bytes));
    QVERIFY(pool.used() >= 3000 * 3000 / 14);
    std::size_t at = 0;
    for (std::size_t bytes = 1; bytes < 3000; bytes += 7)
        pool.free(pieces[at++], bytes);
    QCOMPARE(pool.used(), std::size_t(0));
    void *first = pool.allocate(40);
    pool.free(first, 40);
    QCOMPARE(pool.allocate(33), first);
    pool.free(first, 33);
}

void tst_Block::poolPrepares()
{
    BytePool pool;
    const auto fill = [&pool](int slabs) { // pieces of a sixty-fourth of a slab
        for (int i = 0; i < slabs * 64; ++i)
            (void)pool.allocate(1024);
    };
    fill(3);
    QCOMPARE(pool.ready(), std::size_t(0));
    pool.prepare();
    const std::size_t ready = pool.ready();
    QCOMPARE(ready, std::size_t(6 * 64) << 10);
    fill(2);
    QCOMPARE(pool.ready(), ready - (std::size_t(2 * 64) << 10));
    pool.prepare(); // four are there
    QCOMPARE(pool.ready(), std::size_t(4 * 64) << 10);
    pool.prepare();
    QCOMPARE(pool.ready(), std::size_t(0)); // nobody took any
    fill(2000);
    pool.prepare();
    QCOMPARE(pool.ready(), std::size_t(32) << 20); // as much and no more
}

QTEST_GUILESS_MAIN(tst_Block)
#include "tst_block.moc"
