// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/busywindow.h"

#include "netlayer/contexts/md5.h"
#include "widgets/charts/livechart.h"
#include "widgets/charts/timeaxis.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace app = metriscope::app;
namespace net = metriscope::net;
namespace ui = metriscope::ui;

namespace
{

constexpr int ManySeries = 100'000, Charted = 12, HistorySeconds = 3600;

std::vector<std::string> plainNames()
{
    std::vector<std::string> names;
    for (int i = 0; i < ManySeries; ++i)
        names.push_back("v1.region.client.product.instance_" + std::to_string(i / 100) + ".requests.url_" +
                        std::to_string(i));
    return names;
}

/// As one m3 application sends them, for 50,000 URLs of 500 controllers.
std::vector<std::string> m3Names()
{
    const auto hash = [](const char *what, int i) {
        return net::hexOf(net::md5Of(what + std::to_string(i)));
    };
    std::vector<std::string> names;
    for (int i = 0; i < ManySeries / 2; ++i) {
        const std::string stem = "v1.region.client.product.instance_one.controller_" + hash("/c", i % 500) +
                                 ".url_" + hash("/u", i) + ".method_get.requests.";
        names.push_back(stem + "count");
        names.push_back(stem + "timing");
    }
    return names;
}

} // namespace

/// Measures how long the thread of the window is busy at a time, by its processor time: while 100,000 series
/// change every second, while as many come at once, when a page is opened over them, and while twelve curves
/// show an hour. A frame at 60 Hz leaves it 16 ms.
class TestResponsiveness final : public QObject
{
    Q_OBJECT

    static constexpr double MostMs = 16;

    std::unique_ptr<BusyWindow> m_busy;

    void writeHistory()
    {
        for (std::uint32_t i = 0; i < Charted; ++i) {
            const std::string name = "history." + std::to_string(i);
            const auto id =
                m_busy->registry().addCopy({.name = name, .tags = {}, .kind = net::MetricKind::Gauge});
            m_busy->store().addSeries(id, net::MetricKind::Gauge);
        }
        const net::Time now = net::AxisClock().now();
        for (int second = HistorySeconds; second > 0; --second) {
            m_busy->store().beginTick(now - std::chrono::seconds(second), net::Millis{1000});
            for (std::uint32_t i = 0; i < Charted; ++i)
                m_busy->store().append(net::MetricId{i},
                                       net::GaugePoint{100.0 * i + 40 * std::sin(second * 0.1 + i)});
            m_busy->store().endTick();
        }
    }

    static void pageRows()
    {
        QTest::addColumn<int>("page");
        QTest::addRow("overview") << int(app::Pages::Overview);
        QTest::addRow("metrics") << int(app::Pages::Metrics);
        QTest::addRow("charts") << int(app::Pages::Charts);
        QTest::addRow("contexts") << int(app::Pages::Contexts);
        QTest::addRow("collectors") << int(app::Pages::Collectors);
        QTest::addRow("journal") << int(app::Pages::Journal);
    }

    void measure(std::chrono::milliseconds time)
    {
        BusyMeter meter;
        meter.start();
        const int before = m_busy->ticks();
        QElapsedTimer timer;
        timer.start();
        runLoop(time);
        const double share = meter.sumMs() / static_cast<double>(timer.elapsed()) * 100;
        const char *tag = QTest::currentDataTag();
        qInfo("%s %s: longest busy slice %.1f ms (%s), %.1f %% of a core, %d ticks",
              QTest::currentTestFunction(), tag != nullptr ? tag : "", meter.longestMs(),
              qPrintable(meter.circumstances()), share, m_busy->ticks() - before);
        QVERIFY(m_busy->ticks() > before);
        QVERIFY(meter.longestMs() > 0);
        QVERIFY2(meter.longestMs() <= MostMs, qPrintable(u"%1 ms"_s.arg(meter.longestMs())));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_busy = std::make_unique<BusyWindow>(plainNames());
        writeHistory();
        QVERIFY(QTest::qWaitForWindowExposed(&m_busy->window()));
        m_busy->source().speak();
        m_busy->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_busy->registry().size() > ManySeries, 10'000);
        QTRY_VERIFY(m_busy->ticks() > 1);
    }

    void pages_data() { pageRows(); }
    void pages()
    {
        QFETCH(int, page);
        m_busy->window().showPage(page);
        runLoop(1500ms); // the first layout is not the steady state
        measure(5s);
    }

    void twelveCurvesOfAnHour()
    {
        ui::TimeAxis axis;
        ui::LiveChart chart(m_busy->store(), axis);
        std::vector<ui::Curve> curves;
        for (std::uint32_t i = 0; i < Charted; ++i)
            curves.push_back({.metric = net::MetricId{i},
                              .measure = {},
                              .unit = net::Unit::None,
                              .label = u"curve %1"_s.arg(i),
                              .colour = static_cast<int>(i)});
        chart.setCurves(curves);
        axis.setSpan(1h);
        connect(m_busy.get(), &BusyWindow::ticked, &chart, [&](const net::Tick &tick) {
            axis.advance(tick.time, tick.wallOffset);
            chart.markDirty();
        });
        chart.resize(1200, 300);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        runLoop(1500ms);
        measure(5s);
    }

    void manyNewAtOnce_data() { pageRows(); }
    void manyNewAtOnce()
    {
        QFETCH(int, page);
        m_busy = std::make_unique<BusyWindow>(m3Names());
        m_busy->window().showPage(page);
        m_busy->start();
        QVERIFY(QTest::qWaitForWindowExposed(&m_busy->window()));
        runLoop(1500ms);
        m_busy->source().speak();
        measure(8s);
        QVERIFY(m_busy->registry().size() >= ManySeries);
    }

    void opensOverMany_data() { pageRows(); }
    void opensOverMany()
    {
        QFETCH(int, page);
        m_busy = std::make_unique<BusyWindow>(m3Names());
        m_busy->source().speak();
        m_busy->start();
        QVERIFY(QTest::qWaitForWindowExposed(&m_busy->window()));
        QTRY_VERIFY_WITH_TIMEOUT(m_busy->registry().size() >= ManySeries, 10'000);
        runLoop(3s);
        QTimer::singleShot(500ms, &m_busy->window(), [&] { m_busy->window().showPage(page); });
        measure(5s);
    }

    void cleanupTestCase() { m_busy.reset(); }
};

QTEST_MAIN(TestResponsiveness)
#include "tst_responsiveness.moc"
