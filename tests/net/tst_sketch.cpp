// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/series/sketch.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <random>
#include <vector>

using metriscope::net::Sketch;
using Draw = std::function<double(std::mt19937_64 &)>;
Q_DECLARE_METATYPE(Draw)

namespace
{

constexpr std::array Shares{0.0, 0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1.0};

double exactQuantile(const std::vector<double> &ascending, double share)
{
    const auto rank =
        static_cast<std::size_t>(std::ceil(share * static_cast<double>(ascending.size()) - 1e-9));
    return ascending[std::clamp<std::size_t>(rank, 1, ascending.size()) - 1];
}

bool within(double got, double exact)
{
    return std::abs(got - exact) <= std::abs(exact) * Sketch::RelativeError * (1 + 1e-9);
}

std::vector<std::uint8_t> encoded(const Sketch &sketch)
{
    std::vector<std::uint8_t> bytes;
    sketch.encode(bytes);
    return bytes;
}

} // namespace

class tst_Sketch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quantilesWithinOnePercent_data();
    void quantilesWithinOnePercent();
    void mergeIsAssociative_data() { quantilesWithinOnePercent_data(); }
    void mergeIsAssociative();
    void survivesEncoding_data() { quantilesWithinOnePercent_data(); }
    void survivesEncoding();
    void everyMagnitude();
    void empty();
    void timesCountAsSamples();
    void ignoresWhatIsNotFinite();
    void binsAreBounded();
    void ranksAndRuns();
    void ranksOfShares();
    void takesDamagedBytes();
};

void tst_Sketch::quantilesWithinOnePercent_data()
{
    QTest::addColumn<Draw>("draw");
    QTest::addColumn<int>("n");
    QTest::addRow("uniform") << Draw([](auto &r) { return std::uniform_real_distribution(0.0, 500.0)(r); })
                             << 20000;
    QTest::addRow("log-normal") << Draw([](auto &r) { return std::lognormal_distribution(3.0, 1.5)(r); })
                                << 20000;
    QTest::addRow("exponential") << Draw([](auto &r) { return std::exponential_distribution(0.01)(r); })
                                 << 20000;
    QTest::addRow("pareto") << Draw([](auto &r) {
        return std::pow(std::uniform_real_distribution(1e-6, 1.0)(r), -1.1);
    }) << 20000;
    QTest::addRow("normal around zero")
        << Draw([](auto &r) { return std::normal_distribution(0.0, 10.0)(r); }) << 20000;
    QTest::addRow("whole numbers") << Draw([](auto &r) {
        return double(std::uniform_int_distribution(-20, 20)(r));
    }) << 5000;
    QTest::addRow("constant") << Draw([](auto &) { return 42.5; }) << 100;
    QTest::addRow("zeros") << Draw([](auto &) { return 0.0; }) << 100;
    QTest::addRow("two humps") << Draw([](auto &r) {
        return std::bernoulli_distribution(0.9)(r) ? std::normal_distribution(10.0, 1.0)(r)
                                                   : std::normal_distribution(5000.0, 100.0)(r);
    }) << 20000;
    QTest::addRow("one") << Draw([](auto &) { return 7.0; }) << 1;
}

void tst_Sketch::quantilesWithinOnePercent()
{
    QFETCH(Draw, draw);
    QFETCH(int, n);
    std::mt19937_64 random(1);
    Sketch sketch;
    std::vector<double> values;
    for (int i = 0; i < n; ++i) {
        values.push_back(draw(random));
        sketch.add(values.back());
    }
    std::sort(values.begin(), values.end());
    QCOMPARE(sketch.count(), std::uint64_t(n));
    for (const double share : Shares) {
        const double got = sketch.quantile(share), exact = exactQuantile(values, share);
        QVERIFY2(within(got, exact), qPrintable(QString::number(share) + u' ' + QString::number(got) + u' ' +
                                                QString::number(exact)));
    }
}

void tst_Sketch::mergeIsAssociative()
{
    QFETCH(Draw, draw);
    QFETCH(int, n);
    std::mt19937_64 random(2);
    Sketch whole, left, middle, right;
    for (int i = 0; i < n; ++i) {
        const double value = draw(random);
        whole.add(value);
        // parts of very different size, so that both ways to merge are taken
        (i % 100 == 0 ? left : i % 2 == 0 ? middle : right).add(value);
    }
    Sketch a = left;
    a.merge(middle);
    a.merge(right);
    Sketch b = right;
    b.merge(middle);
    Sketch c = left;
    c.merge(b);
    QCOMPARE(a.count(), whole.count());
    QCOMPARE(encoded(a), encoded(whole));
    QCOMPARE(encoded(c), encoded(whole));
    a.merge(a);
    QCOMPARE(a.count(), 2 * whole.count());
    QCOMPARE(a.quantile(0.5), whole.quantile(0.5));
}

void tst_Sketch::survivesEncoding()
{
    QFETCH(Draw, draw);
    QFETCH(int, n);
    std::mt19937_64 random(3);
    Sketch sketch;
    for (int i = 0; i < n; ++i)
        sketch.add(draw(random), i % 3 == 0 ? 1000 : 1);
    Sketch back;
    back.mergeEncoded(encoded(sketch));
    QCOMPARE(back.count(), sketch.count());
    QCOMPARE(encoded(back), encoded(sketch));
}

void tst_Sketch::everyMagnitude()
{
    for (int exponent = -1074; exponent < 1024; ++exponent) {
        for (const double mantissa : {1.0, 1.0000001, 1.25, 1.5, 1.9999999}) {
            const double value = std::ldexp(mantissa, exponent);
            for (const double sign : {1.0, -1.0}) {
                Sketch sketch;
                sketch.add(sign * value);
                const double got = sketch.quantile(0.5);
                // the steps between denormal numbers are coarser than a bin
                const double step = std::numeric_limits<double>::denorm_min();
                QVERIFY2(within(got, sign * value) || std::abs(got - sign * value) <= step,
                         qPrintable(QString::number(value)));
            }
        }
    }
}

void tst_Sketch::empty()
{
    Sketch sketch;
    QVERIFY(std::isnan(sketch.quantile(0.5)));
    QVERIFY(std::isnan(sketch.atRank(0)));
    QVERIFY(encoded(sketch).empty());
    sketch.merge(Sketch());
    sketch.mergeEncoded({});
    QCOMPARE(sketch.count(), std::uint64_t(0));
    sketch.add(3);
    sketch.clear();
    QVERIFY(std::isnan(sketch.quantile(0.5)));
}

void tst_Sketch::timesCountAsSamples()
{
    Sketch sketch;
    sketch.add(1, 99);
    sketch.add(100);
    sketch.add(50, 0);
    QCOMPARE(sketch.count(), std::uint64_t(100));
    QVERIFY(within(sketch.quantile(0.99), 1));
    QVERIFY(within(sketch.quantile(1), 100));
}

void tst_Sketch::ignoresWhatIsNotFinite()
{
    Sketch sketch;
    for (const double value :
         {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
          std::numeric_limits<double>::quiet_NaN()})
        sketch.add(value);
    QCOMPARE(sketch.count(), std::uint64_t(0));
    sketch.add(std::numeric_limits<double>::max());
    QVERIFY(std::isfinite(sketch.quantile(1)));
}

void tst_Sketch::binsAreBounded()
{
    Sketch sketch, other;
    std::uint64_t n = 0;
    for (int exponent = -1000; exponent < 1000; exponent += 1)
        for (int step = 0; step < 32; ++step, ++n)
            (step % 2 == 0 ? sketch : other).add(std::ldexp(1 + step / 32.0, exponent));
    sketch.merge(other);
    QVERIFY(sketch.bins() <= Sketch::MaxBins);
    QCOMPARE(sketch.count(), n);
    // the upper end is still right
    QVERIFY(within(sketch.quantile(1), std::ldexp(1 + 31 / 32.0, 999)));
    QVERIFY(within(sketch.quantile(0.99), std::ldexp(1.0 + 31 / 32.0, 979)));
}

void tst_Sketch::ranksAndRuns()
{
    Sketch sketch;
    for (int i = 1; i <= 10; ++i)
        sketch.add(i);
    QVERIFY(within(sketch.atRank(0), 1));
    QVERIFY(within(sketch.atRank(9), 10));
    QVERIFY(std::isnan(sketch.atRank(10)));
    const auto run = sketch.run(1, 9);
    QCOMPARE(run.count, std::uint64_t(8));
    QVERIFY(within(run.sum, 44));
    QVERIFY(std::abs(run.sumSquares - 284) < 284 * 0.021);
}

/// However a sketch is shared out, what lies below a rank stays below it and comes to the whole in the end.
void tst_Sketch::ranksOfShares()
{
    Sketch whole;
    const std::vector<std::uint64_t> counts{3, 100, 1, 0, 57};
    std::vector<std::uint64_t> ranks;
    double value = 1;
    for (const std::uint64_t count : counts) {
        whole.add(value *= 1.004, std::uint32_t(count)); // several in one bin
        ranks.push_back((ranks.empty() ? 0 : ranks.back()) + count);
    }
    ranks.push_back(1000); // beyond the last
    std::vector<std::uint64_t> sums(ranks.size());
    Sketch all;
    for (const double from : {0.0, 0.013, 0.2, 0.21, 0.5, 0.9}) {
        const double to = from == 0     ? 0.013
                          : from < 0.2  ? 0.2
                          : from < 0.21 ? 0.21
                          : from < 0.5  ? 0.5
                          : from < 0.9  ? 0.9
                                        : 1;
        std::vector<std::uint64_t> part = ranks;
        const std::uint64_t came = all.mergeShare(whole, from, to, part);
        QVERIFY(std::ranges::is_sorted(part));
        QCOMPARE(part.back(), came);
        for (std::size_t i = 0; i < part.size(); ++i)
            sums[i] += part[i];
    }
    QCOMPARE(all.count(), whole.count());
    ranks.back() = whole.count();
    QVERIFY(sums == ranks);
}

void tst_Sketch::takesDamagedBytes()
{
    std::mt19937_64 random(4);
    for (int i = 0; i < 2000; ++i) {
        std::vector<std::uint8_t> bytes(std::uniform_int_distribution<std::size_t>(0, 40)(random));
        for (auto &byte : bytes)
            byte = static_cast<std::uint8_t>(random());
        Sketch sketch;
        sketch.mergeEncoded(bytes);
        QVERIFY(sketch.bins() <= bytes.size());
    }
}

QTEST_GUILESS_MAIN(tst_Sketch)
#include "tst_sketch.moc"
