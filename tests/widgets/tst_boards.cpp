// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/metricsfixture.h"

#include "widgets/boards/boardspane.h"
#include "widgets/boards/boardview.h"
#include "widgets/boards/chartcard.h"
#include "widgets/boards/metricfinder.h"
#include "widgets/boards/readyboards.h"
#include "widgets/charts/livechart.h"
#include "widgets/charts/timeaxis.h"
#include "widgets/common/emptypage.h"
#include "widgets/models/metricmime.h"

#include <QDropEvent>
#include <QJsonDocument>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabBar>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace metriscope;
using net::Measure;
using net::MetricKind;
using Issue = ui::BoardsRead::Issue;

namespace
{

ui::BoardCurve curve(const std::string &name, MetricKind kind = MetricKind::Counter,
                     const Measure &measure = {Measure::What::Rate}, const std::string &tags = {})
{
    return {.metric = {name, tags, kind, net::StatsdSource}, .measure = measure};
}

ui::BoardBook sampleBook()
{
    ui::BoardChart requests{.title = u"Requests"_s, .stacked = true, .curves = {curve("a"), curve("b")}};
    ui::BoardChart latency{
        .title = {},
        .curves = {curve("t", MetricKind::Timer, {Measure::What::Quantile, 0.95}, "env:dev"),
                   curve("t", MetricKind::Timer, {Measure::What::Mean}, "env:dev")}};
    latency.curves[1].visible = false;
    ui::BoardBook book;
    book.boards = {{.name = u"Первая"_s, .columns = 2, .charts = {requests, latency}},
                   {.name = u"Second <b>"_s, .columns = 1, .charts = {}}};
    book.current = 1;
    return book;
}

struct Stage {
    test::Metrics metrics;
    ui::TimeAxis axis;
    std::unique_ptr<ui::BoardsPane> pane;

    Stage()
    {
        metrics.add("a");
        metrics.add("b");
        metrics.add("t", MetricKind::Timer);
        pane = std::make_unique<ui::BoardsPane>(metrics.registry, metrics.store, axis);
        pane->resize(900, 600);
        pane->show();
    }
    void tick(const std::vector<std::pair<net::MetricId, double>> &values = {})
    {
        metrics.tick(values);
        net::Tick tick;
        tick.time = metrics.now;
        tick.endNew = net::MetricId{metrics.size()};
        axis.advance(metrics.now, net::Millis{0});
        pane->apply(tick);
    }
    ui::BoardView &view() { return *pane->findChild<ui::BoardView *>(); }
    const ui::Board &board() { return pane->book().boards[std::size_t(pane->book().current)]; }
    QAction *action(const QKeySequence &keys)
    {
        for (QAction *action : view().actions())
            if (action->shortcut() == keys)
                return action;
        return nullptr;
    }
    /// Opens the menu of a chart and triggers the entry of that path.
    void choose(int chart, const QStringList &path)
    {
        QTimer::singleShot(0, pane.get(), [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            QMenu *at = menu;
            for (const QString &text : path) {
                QAction *found = nullptr;
                for (QAction *action : at->actions())
                    if (action->text().contains(text))
                        found = action;
                if (!found) {
                    QTest::qFail(qPrintable(u"no entry "_s + text), __FILE__, __LINE__);
                    break;
                }
                if (found->menu())
                    at = found->menu();
                else
                    found->trigger();
            }
            menu->close();
        });
        Q_EMIT view().menuRequested(chart, {});
    }
    void drop(QWidget &onto, const std::vector<net::MetricId> &ids)
    {
        const std::unique_ptr<QMimeData> data(ui::metricMimeData(metrics.registry, ids));
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&onto, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&onto, &drop);
    }
};

} // namespace

class TestBoards final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip()
    {
        const ui::BoardsRead read = ui::boardsFromJson(ui::boardsToJson(sampleBook()));
        QCOMPARE(int(read.issue), int(Issue::None));
        QCOMPARE(read.book, sampleBook());
        QCOMPARE(ui::boardsFromJson(ui::boardsToJson({})).book, ui::BoardBook());
    }
    void roundTripOfEveryMeasureAndAnyName()
    {
        ui::BoardBook book;
        book.boards.push_back({.name = u"x"_s, .charts = {}});
        for (int kind = 0; kind < net::MetricKindCount; ++kind) {
            ui::BoardChart chart;
            for (const Measure &measure : net::measuresOf(MetricKind(kind)))
                chart.curves.push_back(
                    curve(std::string("n\xff\0\xD0\xBF\"\\\n", 8), MetricKind(kind), measure, "k:\xfe"));
            book.boards[0].charts.push_back(chart);
        }
        const ui::BoardsRead read = ui::boardsFromJson(ui::boardsToJson(book));
        QCOMPARE(int(read.issue), int(Issue::None));
        QCOMPARE(read.book, book);
    }
    void damaged_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("issue");
        QTest::addColumn<int>("boards");
        QTest::addColumn<int>("charts");
        QTest::addColumn<int>("curves");
        const auto row = [](const char *tag, const QByteArray &json, Issue issue, int boards = 0,
                            int charts = 0, int curves = 0) {
            QTest::addRow("%s", tag) << json << int(issue) << boards << charts << curves;
        };
        const auto withCurve = [](const QByteArray &curve) {
            return QByteArray(R"({"version":1,"boards":[{"name":"x","charts":[{"curves":[)") + curve +
                   R"(,{"name":"a","kind":"counter","measure":"rate"}]}]}]})";
        };
        row("nothing", "", Issue::Unreadable);
        row("no JSON", "\xff\xfe{", Issue::Unreadable);
        row("cut off", ui::boardsToJson(sampleBook()).left(100), Issue::Unreadable);
        row("a list", "[]", Issue::Unreadable);
        row("no version", R"({"boards":[]})", Issue::Unreadable);
        row("boards of another type", R"({"version":1,"boards":{}})", Issue::Unreadable);
        row("later version", R"({"version":2,"boards":[]})", Issue::TooNew);
        row("too large", QByteArray(9 << 20, ' '), Issue::TooLarge);
        row("deep nesting", QByteArray(100'000, '['), Issue::Unreadable);
        row("a board that is none", R"({"version":1,"boards":[1,{"name":"x"},null]})", Issue::Repaired, 1);
        row("charts of another type", R"({"version":1,"boards":[{"name":"x","charts":3}]})", Issue::Repaired,
            1);
        row("a name of another type", R"({"version":1,"boards":[{"name":7}]})", Issue::Repaired, 1);
        row("too many columns", R"({"version":1,"boards":[{"name":"x","columns":99}]})", Issue::Repaired, 1);
        row("columns not a number", R"({"version":1,"boards":[{"name":"x","columns":"2"}]})", Issue::Repaired,
            1);
        row("current out of range", R"({"version":1,"current":5,"boards":[{"name":"x"}]})", Issue::Repaired,
            1);
        row("unknown kind", withCurve(R"({"name":"a","kind":"meter","measure":"rate"})"), Issue::Repaired, 1,
            1, 1);
        row("unknown measure", withCurve(R"({"name":"a","kind":"counter","measure":"x"})"), Issue::Repaired,
            1, 1, 1);
        row("no name", withCurve(R"({"kind":"counter","measure":"rate"})"), Issue::Repaired, 1, 1, 1);
        row("empty name", withCurve(R"({"name":"","kind":"counter","measure":"rate"})"), Issue::Repaired, 1,
            1, 1);
        row("broken Base64", withCurve(R"({"nameBase64":"**","kind":"counter","measure":"rate"})"),
            Issue::Repaired, 1, 1, 1);
        row("quantile of 2", withCurve(R"({"name":"a","kind":"timer","measure":"quantile","quantile":2})"),
            Issue::Repaired, 1, 1, 1);
        row("no quantile", withCurve(R"({"name":"a","kind":"timer","measure":"quantile"})"), Issue::Repaired,
            1, 1, 1);
        row("source out of range", withCurve(R"({"name":"a","kind":"counter","measure":"rate","source":-1})"),
            Issue::Repaired, 1, 1, 2);
        row("a curve that is none", withCurve("[]"), Issue::Repaired, 1, 1, 1);
        QByteArray many;
        for (int i = 0; i < 1000; ++i)
            many +=
                "{\"name\":\"a" + QByteArray::number(i) + "\",\"kind\":\"counter\",\"measure\":\"rate\"},";
        many.chop(1);
        row("too many curves", withCurve(many), Issue::Repaired, 1, 1, int(ui::BoardChart::MostCurves));
    }
    void damaged()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const int, issue);
        QFETCH(const int, boards);
        QFETCH(const int, charts);
        QFETCH(const int, curves);
        const ui::BoardsRead read = ui::boardsFromJson(json);
        QCOMPARE(int(read.issue), issue);
        QCOMPARE(int(read.book.boards.size()), boards);
        if (boards > 0) {
            QCOMPARE(int(read.book.boards[0].charts.size()), charts);
            QVERIFY(read.book.boards[0].columns >= 1 &&
                    read.book.boards[0].columns <= ui::Board::MostColumns);
            QVERIFY(read.book.current >= 0 && read.book.current < boards);
        }
        if (charts > 0)
            QCOMPARE(int(read.book.boards[0].charts[0].curves.size()), curves);
    }
    /// Whatever is cut or changed in a saved file: no crash, and what comes out is within its limits.
    void damagedAnywhere()
    {
        const QByteArray json = ui::boardsToJson(sampleBook());
        for (qsizetype at = 0; at < json.size(); ++at) {
            (void)ui::boardsFromJson(json.left(at));
            for (const char c : {'\0', '"', '9', '{', '\xff'}) {
                QByteArray changed = json;
                changed[at] = c;
                const ui::BoardBook book = ui::boardsFromJson(changed).book;
                QVERIFY(book.current == 0 || book.current < int(book.boards.size()));
            }
        }
    }

    void findsMetricsWhenTheyCome()
    {
        test::Metrics metrics;
        ui::MetricFinder finder(metrics.registry);
        const ui::MetricKey key{"a", "env:dev", MetricKind::Gauge, net::StatsdSource};
        QCOMPARE(finder.find(key), net::NoMetric);
        metrics.add("a", MetricKind::Counter, "env:dev");
        metrics.add("a", MetricKind::Gauge);
        metrics.add("a", MetricKind::Gauge, "env:dev", net::SignalSource);
        QVERIFY(!finder.look(metrics.size()));
        const net::MetricId id = metrics.add("a", MetricKind::Gauge, "env:dev");
        QVERIFY(finder.look(metrics.size()));
        QCOMPARE(finder.find(key), id);
        // A key that is asked for later is looked for among the old ones.
        QCOMPARE(finder.find({"a", "", MetricKind::Gauge, net::StatsdSource}), net::NoMetric);
        QVERIFY(finder.look(metrics.size()));
        QCOMPARE(finder.found({"a", "", MetricKind::Gauge, net::StatsdSource}), net::MetricId{1});
    }
    void findsAmongManyInBoundedSteps()
    {
        test::Metrics metrics;
        for (int i = 0; i < 120'000; ++i)
            metrics.add("m" + std::to_string(i));
        ui::MetricFinder finder(metrics.registry);
        QCOMPARE(finder.find({"m119999", "", MetricKind::Counter, net::StatsdSource}), net::NoMetric);
        int steps = 1;
        while (!finder.look(metrics.size()))
            ++steps;
        QCOMPARE(steps, 3);
    }

    void saysWhatToDoNext()
    {
        Stage stage;
        auto *page = stage.pane->findChild<ui::EmptyPage *>();
        QVERIFY(page->isVisible());
        QSignalSpy open(stage.pane.get(), &ui::BoardsPane::openMetricsRequested);
        Q_EMIT page->firstClicked();
        QCOMPARE(open.size(), 1);
    }
    void offersTheDemoUntilMetricsCome()
    {
        test::Metrics metrics;
        ui::TimeAxis axis;
        ui::BoardsPane pane(metrics.registry, metrics.store, axis);
        pane.show();
        const auto buttons = [&] {
            const auto all = pane.findChild<ui::EmptyPage *>()->findChildren<QPushButton *>();
            return std::ranges::count_if(all, [](const QPushButton *each) { return each->isVisible(); });
        };
        QCOMPARE(buttons(), 3);
        metrics.add("a");
        net::Tick tick;
        tick.endNew = net::MetricId{metrics.size()};
        pane.apply(tick);
        QCOMPARE(buttons(), 1); // to choose from them
    }
    void showsWhatIsChartedAlready()
    {
        Stage stage;
        const std::vector both{net::MetricId{0}, net::MetricId{2}};
        stage.pane->showMetrics(both);
        stage.pane->showMetrics(both);
        stage.pane->showMetrics({net::MetricId{2}}); // one of them
        QCOMPARE(stage.board().charts.size(), std::size_t(1));
        stage.pane->showMetrics({net::MetricId{0}, net::MetricId{1}}); // no chart has both
        QCOMPARE(stage.board().charts.size(), std::size_t(2));
    }
    void chartsMetrics()
    {
        Stage stage;
        QSignalSpy saved(stage.pane.get(), &ui::BoardsPane::bookChanged);
        QSignalSpy watched(stage.pane.get(), &ui::BoardsPane::watchedChanged);
        stage.pane->addChart({net::MetricId{0}, net::MetricId{2}});
        QCOMPARE(saved.size(), 1);
        QCOMPARE(watched.size(), 1);
        QCOMPARE(stage.pane->watchedMetrics(), (std::vector{net::MetricId{0}, net::MetricId{2}}));
        QCOMPARE(stage.view().cards().size(), std::size_t(1));
        const std::vector<ui::Curve> curves = stage.view().cards()[0]->chart().curves();
        QCOMPARE(curves.size(), std::size_t(2));
        QCOMPARE(curves[0].metric, net::MetricId{0});
        QCOMPARE(int(curves[0].measure.what), int(Measure::What::Rate));
        QCOMPARE(int(curves[1].measure.what), int(Measure::What::Quantile));
        QVERIFY(curves[0].colour != curves[1].colour);
        // The same again changes nothing; another one joins.
        stage.pane->addToChart(0, {net::MetricId{0}});
        QCOMPARE(saved.size(), 1);
        stage.pane->addToChart(0, {net::MetricId{1}});
        QCOMPARE(stage.board().charts[0].curves.size(), std::size_t(3));
        QCOMPARE(stage.pane->chartTitles().size(), 1);
    }
    void tooManyOnOneChartIsSaid()
    {
        Stage stage;
        std::vector<net::MetricId> ids;
        for (int i = 0; i < 20; ++i)
            ids.push_back(stage.metrics.add("m" + std::to_string(i)));
        stage.pane->addChart(ids);
        QCOMPARE(stage.board().charts[0].curves.size(), ui::BoardChart::MostCurves);
        const auto labels = stage.pane->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](QLabel *label) {
            return label->isVisible() && label->text().contains(u"8 metric"_s);
        }));
    }
    void absentMetricsAreAwaited()
    {
        Stage stage;
        ui::BoardBook book;
        book.boards = {{.name = u"x"_s, .charts = {{.title = {}, .curves = {curve("late"), curve("a")}}}}};
        stage.pane->setBook(book);
        const auto &chart = stage.view().cards()[0]->chart();
        QCOMPARE(chart.curves()[0].metric, net::NoMetric);
        QVERIFY(chart.curves()[0].label.contains(u"waiting"_s));
        QCOMPARE(chart.curves()[1].metric, net::MetricId{0});
        QCOMPARE(stage.pane->watchedMetrics(), std::vector{net::MetricId{0}});
        QSignalSpy watched(stage.pane.get(), &ui::BoardsPane::watchedChanged);
        stage.metrics.add("other");
        stage.tick();
        QCOMPARE(watched.size(), 0);
        const net::MetricId late = stage.metrics.add("late");
        stage.tick({{late, 3}});
        QCOMPARE(watched.size(), 1);
        QCOMPARE(chart.curves()[0].metric, late);
        QVERIFY(!chart.curves()[0].label.contains(u"waiting"_s));
        QCOMPARE(stage.pane->book(), book); // nothing to save
    }
    void choosesMeasures()
    {
        Stage stage;
        stage.pane->addChart({net::MetricId{2}});
        stage.choose(0, {u"Curves"_s, u"t"_s, u"p50"_s});
        QCOMPARE(stage.board().charts[0].curves.size(), std::size_t(2));
        const std::vector<ui::Curve> curves = stage.view().cards()[0]->chart().curves();
        QCOMPARE(curves[0].colour, curves[1].colour); // one metric
        QVERIFY(curves[0].dash != curves[1].dash);
        stage.choose(0, {u"Curves"_s, u"t"_s, u"p95"_s});
        QCOMPARE(stage.board().charts[0].curves.size(), std::size_t(1));
        QCOMPARE(stage.board().charts[0].curves[0].measure.quantile, 0.5);
        stage.choose(0, {u"Stacked"_s});
        QVERIFY(stage.board().charts[0].stacked);
        stage.choose(0, {u"Curves"_s, u"t"_s, u"Remove"_s});
        QVERIFY(stage.board().charts[0].curves.empty());
    }
    void everyChangeCanBeUndone()
    {
        Stage stage;
        std::vector<ui::BoardBook> history{stage.pane->book()};
        const auto step = [&] {
            QVERIFY(stage.pane->book() != history.back());
            history.push_back(stage.pane->book());
        };
        stage.pane->addChart({net::MetricId{0}});
        step();
        stage.pane->addChart({net::MetricId{1}});
        step();
        stage.view().setCurrent(1);
        stage.action(Qt::CTRL | Qt::Key_D)->trigger();
        step();
        QCOMPARE(stage.board().charts.size(), std::size_t(3));
        stage.view().setCurrent(0);
        stage.action(Qt::ALT | Qt::Key_Down)->trigger();
        step();
        QCOMPARE(stage.board().charts[0].curves[0].metric.name, std::string("b"));
        stage.view().setCurrent(0);
        stage.action(Qt::Key_Delete)->trigger();
        step();
        QCOMPARE(stage.view().cards().size(), std::size_t(2));
        for (QToolButton *button : stage.pane->findChildren<QToolButton *>())
            if (button->text() == u"+"_s)
                button->click();
        step();
        QCOMPARE(stage.pane->book().current, 1);
        for (std::size_t i = history.size() - 1; i-- > 0;) {
            stage.pane->undoStack().undo();
            QCOMPARE(stage.pane->book(), history[i]);
        }
        QVERIFY(!stage.pane->undoStack().canUndo());
        for (std::size_t i = 1; i < history.size(); ++i) {
            stage.pane->undoStack().redo();
            QCOMPARE(stage.pane->book(), history[i]);
        }
    }
    void removalOffersUndo()
    {
        Stage stage;
        stage.pane->addChart({net::MetricId{0}});
        const ui::BoardBook before = stage.pane->book();
        stage.action(Qt::Key_Delete)->trigger();
        QVERIFY(stage.board().charts.empty());
        QToolButton *undo = nullptr;
        for (QToolButton *button : stage.pane->findChildren<QToolButton *>())
            if (button->isVisible() && button->text() == u"Undo"_s)
                undo = button;
        QVERIFY(undo);
        undo->click();
        QCOMPARE(stage.pane->book(), before);
        QVERIFY(!undo->isVisible());
    }
    void dropsMakeAndFillCharts()
    {
        Stage stage;
        stage.pane->addChart({net::MetricId{0}});
        stage.drop(*stage.view().cards()[0], {net::MetricId{1}});
        QCOMPARE(stage.board().charts.size(), std::size_t(1));
        QCOMPARE(stage.board().charts[0].curves.size(), std::size_t(2));
        stage.drop(*stage.pane, {net::MetricId{2}});
        QCOMPARE(stage.board().charts.size(), std::size_t(2));
        QMimeData other;
        other.setText(u"a"_s);
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &other, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(stage.view().cards()[0], &enter);
        QVERIFY(!enter.isAccepted());
        // Nothing inside a card takes the drop away from it.
        for (QWidget *child : stage.view().cards()[0]->findChildren<QWidget *>())
            QVERIFY(!child->acceptDrops());
    }
    void boardsInTabs()
    {
        Stage stage;
        stage.pane->setBook(sampleBook());
        auto *tabs = stage.pane->findChild<QTabBar *>();
        QCOMPARE(tabs->count(), 2);
        QCOMPARE(tabs->currentIndex(), 1);
        QVERIFY(stage.view().cards().empty());
        tabs->setCurrentIndex(0);
        QCOMPARE(stage.view().cards().size(), std::size_t(2));
        QCOMPARE(stage.pane->book().current, 0);
        QVERIFY(!stage.pane->undoStack().canUndo()); // looking elsewhere is no change
        tabs->moveTab(0, 1);
        QCOMPARE(stage.pane->book().boards[0].name, u"Second <b>"_s);
        QCOMPARE(stage.pane->book().current, 1);
        QCOMPARE(stage.view().cards().size(), std::size_t(2));
        // All boards count as watched, also those out of sight.
        tabs->setCurrentIndex(0);
        QCOMPARE(stage.pane->watchedMetrics(), (std::vector{net::MetricId{0}, net::MetricId{1}}));
    }
    void togglingACurveIsKept()
    {
        Stage stage;
        stage.pane->addChart({net::MetricId{0}, net::MetricId{1}});
        QSignalSpy saved(stage.pane.get(), &ui::BoardsPane::bookChanged);
        auto &chart = stage.view().cards()[0]->chart();
        std::vector<ui::Curve> curves = chart.curves();
        curves[1].visible = false;
        chart.setCurves(curves);
        Q_EMIT chart.curvesChanged();
        QCOMPARE(saved.size(), 1);
        QVERIFY(!stage.board().charts[0].curves[1].visible);
    }
    void titlesComeFromTheNames_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("title");
        QTest::addRow("one") << QStringList{u"a.b.c"_s} << u"a.b.c"_s;
        QTest::addRow("same folder") << QStringList{u"a.b.c"_s, u"a.b.d"_s} << u"a.b"_s;
        QTest::addRow("half a part is none") << QStringList{u"a.bcd"_s, u"a.bce"_s} << u"a"_s;
        QTest::addRow("one is the folder of the other") << QStringList{u"a.b"_s, u"a.b.c"_s} << u"a.b"_s;
        QTest::addRow("nothing in common") << QStringList{u"ab"_s, u"ac"_s} << u"2 curve(s)"_s;
        QTest::addRow("three") << QStringList{u"a.b.c"_s, u"a.b.d"_s, u"a.c"_s} << u"a"_s;
    }
    void readyBoardsAreMadeOfWhatIsThere()
    {
        Stage stage;
        QVERIFY(ui::readyBoards(stage.metrics.registry).empty());
        const net::SourceId source = net::sourceIdOf(net::SourceKind::Prometheus, 3);
        stage.metrics.add("process_resident_memory_bytes", MetricKind::Gauge, {}, source);
        QVERIFY(ui::readyBoards(stage.metrics.registry).empty()); // every Python process has that
        stage.metrics.add("system_usage", MetricKind::Gauge, "pid:7,resource_type:CPU", source);
        stage.metrics.add("system_usage", MetricKind::Gauge, "resource_type:Memory", source);
        stage.metrics.add("system_usage", MetricKind::Counter, "resource_type:CPU", source);

        QMenu *const menu = stage.pane->findChild<QToolButton *>(u"addBoard"_s)->menu();
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 3); // an empty one, a line between, and this
        menu->actions().back()->trigger();
        const ui::Board &board = stage.board();
        QCOMPARE(board.charts.size(), std::size_t{3});
        QCOMPARE(board.charts[0].curves.size(), std::size_t{1});
        QCOMPARE(board.charts[0].curves[0].metric.tags, std::string("pid:7,resource_type:CPU"));
        QCOMPARE(board.charts[1].curves[0].metric.source, source);
        QCOMPARE(board.charts[2].curves[0].metric.name, std::string("process_resident_memory_bytes"));
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 3);
        stage.pane->undoStack().undo();
        QVERIFY(stage.pane->book().boards.empty());
    }
    void titlesComeFromTheNames()
    {
        QFETCH(const QStringList, names);
        QFETCH(const QString, title);
        ui::BoardChart chart;
        for (const QString &name : names)
            chart.curves.push_back(curve(name.toStdString()));
        QCOMPARE(ui::chartTitle(chart), title);
        chart.title = u"Mine"_s;
        QCOMPARE(ui::chartTitle(chart), u"Mine"_s);
    }
};

QTEST_MAIN(TestBoards)
#include "tst_boards.moc"
