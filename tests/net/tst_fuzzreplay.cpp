// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/statsd/lineparser.h"
#include "tests/fuzz/properties.h"
#include "tests/net/statsdtext.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <new>
#include <random>
#include <string>

using namespace metriscope::net;
using namespace metriscope::net::test;

namespace
{
std::atomic<std::size_t> allocations = 0;
}

// Every allocation of this program is counted. Parsing must make none.
void *operator new(std::size_t size)
{
    allocations.fetch_add(1, std::memory_order_relaxed);
    if (void *block = std::malloc(size > 0 ? size : 1))
        return block;
    throw std::bad_alloc();
}
void *operator new(std::size_t size, const std::nothrow_t &) noexcept
{
    allocations.fetch_add(1, std::memory_order_relaxed);
    return std::malloc(size > 0 ? size : 1);
}
void operator delete(void *block) noexcept
{
    std::free(block);
}
void operator delete(void *block, std::size_t) noexcept
{
    std::free(block);
}

/// Runs what the fuzzers check over their seeds, over lines bent at random, and over plain noise.
class TestFuzzReplay final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seeds_data();
    void seeds();
    void bentSeeds();
    void noise();
    void parsingAllocatesNothing();
};

namespace
{

using Property = const char *(*)(std::string_view);

struct Seed {
    QByteArray name, input;
};

QList<Seed> seedsOf(const QString &folder)
{
    QList<Seed> seeds;
    const QDir dir(QStringLiteral(METRISCOPE_TEST_DATA "/fuzz/") + folder);
    const auto names = dir.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            seeds.append({name.toUtf8(), file.readAll()});
    }
    return seeds;
}

struct Target {
    QString folder;
    Property property;
};

QList<Target> targets()
{
    return {{QStringLiteral("lineparser"), brokenByLineParser},
            {QStringLiteral("lineframer"), brokenByLineFramer},
            {QStringLiteral("exposition"), brokenByExposition},
            {QStringLiteral("zmtp"), brokenByZmtp}};
}

struct Silent {
    std::size_t calls = 0;
    void sample(const Sample &) { ++calls; }
    void event(const Event &) { ++calls; }
    void serviceCheck(const ServiceCheck &) { ++calls; }
};

} // namespace

void TestFuzzReplay::seeds_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("atLeast");
    QTest::newRow("lineparser") << QStringLiteral("lineparser") << 100;
    QTest::newRow("lineframer") << QStringLiteral("lineframer") << 10;
    QTest::newRow("exposition") << QStringLiteral("exposition") << 80;
    QTest::newRow("zmtp") << QStringLiteral("zmtp") << 14;
}

void TestFuzzReplay::seeds()
{
    QFETCH(QString, folder);
    QFETCH(int, atLeast);
    const QList<Seed> all = seedsOf(folder);
    QVERIFY2(all.size() >= atLeast, "the seeds are not where they should be");
    const QList<Target> known = targets();
    const auto target = std::ranges::find(known, folder, &Target::folder);
    QVERIFY(target != known.end());
    for (const Seed &seed : all) {
        const char *const broken = target->property(view(seed.input));
        QVERIFY2(!broken, (seed.name + ": " + broken).constData());
    }
}

/// Seeds with bytes changed, taken out, doubled, and with the end of another seed.
void TestFuzzReplay::bentSeeds()
{
    for (const Target &target : targets()) {
        const QList<Seed> all = seedsOf(target.folder);
        std::mt19937 random(20);
        const auto below = [&random](qsizetype limit) {
            return limit > 0 ? qsizetype(random() % quint32(limit)) : 0;
        };
        static constexpr std::string_view likely = "|:@#;,=[]{}.-+0123456789ecgmshdT_\\n\r\n \xD0\xB6";
        for (int i = 0; i < 4000; ++i) {
            QByteArray input = all.at(below(all.size())).input.left(400);
            for (qsizetype bends = 1 + below(4); bends > 0; --bends) {
                const qsizetype at = below(input.size() + 1);
                switch (below(5)) {
                case 0:
                    input.insert(at, likely[std::size_t(below(qsizetype(likely.size())))]);
                    break;
                case 1:
                    input.remove(at, 1 + below(3));
                    break;
                case 2:
                    input.insert(at, input.mid(below(input.size()), below(20)));
                    break;
                case 3:
                    input = input.left(at) + all.at(below(all.size())).input.right(below(30));
                    break;
                default:
                    if (at < input.size())
                        input[at] = char(random() & 0xFFU);
                }
            }
            const char *const broken = target.property(view(input));
            QVERIFY2(!broken, (input.toPercentEncoding() + ": " + broken).constData());
        }
    }
}

void TestFuzzReplay::noise()
{
    std::mt19937 random(7);
    for (int i = 0; i < 2000; ++i) {
        QByteArray input(qsizetype(random() % 300U), '\0');
        for (char &byte : input)
            byte = char(random() & 0xFFU);
        for (const Target &target : targets()) {
            const char *const broken = target.property(view(input));
            QVERIFY2(!broken, (input.toPercentEncoding() + ": " + broken).constData());
        }
    }
}

void TestFuzzReplay::parsingAllocatesNothing()
{
    const QList<Seed> all = seedsOf(QStringLiteral("lineparser"));
    const std::string packed = "a" + std::string(1000, ':') + "1|c|@0.5|#" + std::string(5000, 't');
    Silent sink;
    const std::size_t before = allocations;
    std::size_t lines = 0;
    for (const Dialect &dialect : dialects()) {
        (void)parseLine(packed, dialect, sink);
        for (const Seed &seed : all) {
            lines += forEachLine(view(seed.input),
                                 [&](std::string_view line) { (void)parseLine(line, dialect, sink); });
        }
    }
    const std::size_t after = allocations;
    QCOMPARE(after, before);
    QVERIFY(lines > 600);
    QVERIFY(sink.calls > 300);
    { // the count works
        const std::string counted(100, 'x');
        QVERIFY(allocations > after && counted.size() == 100);
    }
}

QTEST_GUILESS_MAIN(TestFuzzReplay)
#include "tst_fuzzreplay.moc"
