// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/engine/axisclock.h"
#include "netlayer/engine/mailbox.h"
#include "netlayer/engine/residentmemory.h"
#include "netlayer/engine/tick.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace metriscope::net;

namespace metriscope::net
{

struct Sum {
    int value = 0;
};
void absorb(Sum &later, Sum &&earlier)
{
    later.value += earlier.value;
}

} // namespace metriscope::net

class TestEngine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mailboxWakesOnlyWhenItWasEmpty()
    {
        Mailbox<Sum> box(4);
        QVERIFY(box.post({1}));
        QVERIFY(!box.post({2}));
        QCOMPARE(box.take().size(), std::size_t{2});
        QVERIFY(box.post({3}));
    }

    void mailboxMergesTheOldestWhenFull()
    {
        Mailbox<Sum> box(2);
        for (int i = 1; i <= 5; ++i)
            (void)box.post({i});
        const auto values = box.take();
        QCOMPARE(values.size(), std::size_t{2});
        QCOMPARE(values.front().value, 1 + 2 + 3 + 4);
        QCOMPARE(values.back().value, 5);
    }

    void mailboxLosesNothingBetweenThreads()
    {
        constexpr int count = 20'000;
        Mailbox<Sum> box(8);
        std::atomic<bool> done = false;
        std::jthread writer([&] {
            for (int i = 0; i < count; ++i)
                (void)box.post({1});
            done = true;
        });
        int sum = 0;
        bool last = false;
        while (!last) {
            last = done;
            for (const Sum &value : box.take())
                sum += value.value;
        }
        QCOMPARE(sum, count);
    }

    void absorbedTickKeepsWhatMustNotBeLost()
    {
        Tick earlier;
        earlier.elapsed = Millis{1000};
        earlier.firstNew = MetricId{10};
        earlier.endNew = MetricId{15};
        earlier.kernelDrops = 3;
        earlier.notes.resize(2);
        earlier.notes[0].line = "first";
        Tick later;
        later.elapsed = Millis{1200};
        later.firstNew = MetricId{15};
        later.endNew = MetricId{20};
        later.kernelDrops = 4;
        later.notes.resize(Bank::MaxNotes);
        later.annotations.resize(1);

        absorb(later, std::move(earlier));

        QCOMPARE(later.elapsed, Millis{2200});
        QCOMPARE(index(later.firstNew), 10U);
        QCOMPARE(index(later.endNew), 20U);
        QCOMPARE(later.kernelDrops, std::uint64_t{7});
        QCOMPARE(later.merged, std::uint64_t{1});
        QCOMPARE(later.notes.size(), Bank::MaxNotes);
        QCOMPARE(later.notes.front().line, std::string("first"));
        QCOMPARE(later.annotations.size(), std::size_t{1});
    }

    void axisStartsAtTheWallClockAndNeverFalls()
    {
        AxisClock clock;
        const auto wall = std::chrono::system_clock::now();
        Time last = clock.now();
        QVERIFY(std::chrono::abs(wall - last) < std::chrono::seconds(5));
        for (int i = 0; i < 1000; ++i) {
            const Time now = clock.now();
            QVERIFY(now >= last);
            last = now;
        }
        QCOMPARE(clock.wallOffset(), Millis{0});
    }

    void residentMemoryIsPlausible()
    {
        const auto before = residentMemory();
        QVERIFY(before > 1'000'000);
        std::vector<char> block(64'000'000, 'x');
        QVERIFY(residentMemory() > before + 50'000'000);
        QCOMPARE(block[1], 'x');
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
