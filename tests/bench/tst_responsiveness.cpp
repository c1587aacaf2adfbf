// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/languageswitcher.h"
#include "app/mainwindow.h"
#include "app/pages.h"

#include "netlayer/engine/foldthread.h"
#include "netlayer/engine/mailbox.h"
#include "netlayer/series/aggregator.h"
#include "widgets/charts/livechart.h"
#include "widgets/charts/timeaxis.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

#include <array>
#include <cmath>
#include <ctime>
#include <string>

using namespace Qt::StringLiterals;
namespace app = metriscope::app;
namespace net = metriscope::net;
namespace ui = metriscope::ui;

namespace
{

constexpr int ManySeries = 100'000, Charted = 12, HistorySeconds = 3600;

/// Processor time of this thread: what others do to the machine meanwhile does not count.
std::chrono::nanoseconds threadTime()
{
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return std::chrono::seconds(t.tv_sec) + std::chrono::nanoseconds(t.tv_nsec);
}

/// Runs the loop as exec() does: QTest::qWait() polls and never blocks.
void runLoop(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

/// How long the event loop of this thread lets a timer of one millisecond wait, as far as the thread itself
/// was busy.
class BusyMeter final
{
public:
    BusyMeter()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            const auto busy = threadTime() - m_last;
            m_last += busy;
            m_longest = std::max(m_longest, busy);
            m_sum += busy;
        });
    }
    void start()
    {
        m_last = threadTime();
        m_timer.start(1);
    }
    [[nodiscard]] double longestMs() const
    {
        return std::chrono::duration<double, std::milli>(m_longest).count();
    }
    [[nodiscard]] double sumMs() const { return std::chrono::duration<double, std::milli>(m_sum).count(); }

private:
    QTimer m_timer;
    std::chrono::nanoseconds m_last{0}, m_longest{0}, m_sum{0};
};

/// A source whose every series has a sample in every tick, without a socket in the way.
class BusySource final : public net::BankSource
{
public:
    BusySource()
    {
        for (int i = 0; i < ManySeries; ++i)
            m_names.push_back("v1.region.client.product.instance_" + std::to_string(i / 100) +
                              ".requests.url_" + std::to_string(i));
    }
    std::unique_ptr<net::Bank> flip(std::unique_ptr<net::Bank> empty) override
    {
        ++m_round;
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            net::Sample sample;
            sample.name = m_names[i];
            sample.value = static_cast<double>((i * 31 + m_round * 17) % 97);
            sample.kind = i % 3 == 0 ? net::MetricKind::Gauge : net::MetricKind::Counter;
            m_aggregator.add(sample);
        }
        return m_aggregator.swap(std::move(empty), std::chrono::steady_clock::now());
    }

private:
    std::vector<std::string> m_names;
    net::Aggregator m_aggregator{{}, 1};
    std::uint64_t m_round = 0;
};

} // namespace

/// Measures how long the thread of the window is busy at a time, by its processor time, while 100,000 series
/// change every second and twelve curves show an hour. A frame at 60 Hz leaves it 16 ms.
class TestResponsiveness final : public QObject
{
    Q_OBJECT

    static constexpr double MostMs = 16;

    QTemporaryDir m_folder;
    net::Registry m_registry{ManySeries + 1000};
    net::SeriesStore m_store{net::StoreConfig()};
    std::unique_ptr<app::Settings> m_settings;
    app::LanguageSwitcher m_languages;
    std::unique_ptr<app::MainWindow> m_window;
    BusySource m_source;
    net::Mailbox<net::Tick> m_mailbox{8};
    std::unique_ptr<net::FoldThread> m_fold;
    int m_ticks = 0;

    void writeHistory()
    {
        for (std::uint32_t i = 0; i < Charted; ++i) {
            const std::string name = "history." + std::to_string(i);
            const auto id = m_registry.addCopy({.name = name, .tags = {}, .kind = net::MetricKind::Gauge});
            m_store.addSeries(id, net::MetricKind::Gauge);
        }
        const net::Time now = net::AxisClock().now();
        for (int second = HistorySeconds; second > 0; --second) {
            m_store.beginTick(now - std::chrono::seconds(second), net::Millis{1000});
            for (std::uint32_t i = 0; i < Charted; ++i)
                m_store.append(net::MetricId{i},
                               net::GaugePoint{100.0 * i + 40 * std::sin(second * 0.1 + i)});
            m_store.endTick();
        }
    }

    void drain()
    {
        for (const net::Tick &tick : m_mailbox.take()) {
            ++m_ticks;
            Q_EMIT ticked(tick);
        }
    }

    void measure(const char *what)
    {
        runLoop(std::chrono::milliseconds{
            1500}); // the page was just opened: its first layout is not the steady state
        BusyMeter meter;
        meter.start();
        const int before = m_ticks;
        QElapsedTimer timer;
        timer.start();
        runLoop(std::chrono::seconds{5});
        const double share = meter.sumMs() / static_cast<double>(timer.elapsed()) * 100;
        qInfo("%s: longest busy slice %.1f ms, %.1f %% of a core, %d ticks", what, meter.longestMs(), share,
              m_ticks - before);
        QVERIFY(m_ticks - before >= 3);
        QVERIFY(meter.longestMs() > 0);
        QVERIFY2(meter.longestMs() <= MostMs, qPrintable(u"%1 ms"_s.arg(meter.longestMs())));
    }

Q_SIGNALS:
    void ticked(const metriscope::net::Tick &tick);

private Q_SLOTS:
    void initTestCase()
    {
        writeHistory();
        m_settings = std::make_unique<app::Settings>(m_folder.filePath(u"settings.ini"_s));
        m_window = std::make_unique<app::MainWindow>(m_registry, m_store, *m_settings, m_languages);
        m_window->resize(1280, 720);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        connect(this, &TestResponsiveness::ticked, m_window.get(), &app::MainWindow::apply);
        net::EngineConfig config;
        m_fold = std::make_unique<net::FoldThread>(
            config, m_registry, m_store, std::vector<net::FoldThread::Inlet>{{&m_source, net::StatsdSource}},
            [this](net::Tick &&tick) {
                if (m_mailbox.post(std::move(tick)))
                    QMetaObject::invokeMethod(this, &TestResponsiveness::drain, Qt::QueuedConnection);
            });
        QTRY_VERIFY_WITH_TIMEOUT(m_registry.size() > ManySeries, 10'000);
        QTRY_VERIFY(m_ticks > 1);
    }

    void pages_data()
    {
        QTest::addColumn<int>("page");
        QTest::addRow("overview") << int(app::Pages::Overview);
        QTest::addRow("metrics") << int(app::Pages::Metrics);
        QTest::addRow("charts") << int(app::Pages::Charts);
        QTest::addRow("journal") << int(app::Pages::Journal);
    }
    void pages()
    {
        QFETCH(int, page);
        m_window->showPage(page);
        measure(QTest::currentDataTag());
    }

    void twelveCurvesOfAnHour()
    {
        ui::TimeAxis axis;
        ui::LiveChart chart(m_store, axis);
        std::vector<ui::Curve> curves;
        for (std::uint32_t i = 0; i < Charted; ++i)
            curves.push_back({.metric = net::MetricId{i},
                              .measure = {},
                              .unit = net::Unit::None,
                              .label = u"curve %1"_s.arg(i),
                              .colour = static_cast<int>(i)});
        chart.setCurves(curves);
        axis.setSpan(std::chrono::hours{1});
        connect(this, &TestResponsiveness::ticked, &chart, [&](const net::Tick &tick) {
            axis.advance(tick.time, tick.wallOffset);
            chart.markDirty();
        });
        chart.resize(1200, 300);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        measure("twelve curves of an hour");
    }

    void cleanupTestCase()
    {
        m_fold.reset();
        m_window.reset();
    }
};

QTEST_MAIN(TestResponsiveness)
#include "tst_responsiveness.moc"
