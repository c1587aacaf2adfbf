// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/metricsfixture.h"

#include "widgets/common/dragspring.h"
#include "widgets/common/emptypage.h"
#include "widgets/metrics/filterbar.h"
#include "widgets/metrics/metricclipboard.h"
#include "widgets/metrics/metriclistexport.h"
#include "widgets/metrics/metricspane.h"
#include "widgets/models/metricmime.h"

#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace metriscope;
using net::MetricKind;

Q_DECLARE_METATYPE(std::vector<net::MetricId>)

namespace
{

/// A pane on screen over metrics that a test makes.
struct Stage {
    test::Metrics metrics;
    std::unique_ptr<ui::MetricsPane> pane;

    explicit Stage(int count = 0)
    {
        for (int i = 0; i < count; ++i)
            metrics.add("app.m" + std::to_string(i), i % 2 ? MetricKind::Gauge : MetricKind::Counter,
                        "env:" + std::string(i % 2 ? "dev" : "prod"));
        pane = std::make_unique<ui::MetricsPane>(metrics.registry, metrics.store);
        pane->resize(1100, 600);
        pane->show();
        tick();
    }
    void tick(const std::vector<std::pair<net::MetricId, double>> &values = {})
    {
        metrics.tick(values);
        net::Tick tick;
        tick.time = metrics.now;
        tick.endNew = net::MetricId{metrics.size()};
        tick.touched = values.size();
        pane->apply(tick);
    }
    template <typename T>
    T *child(const char *name = nullptr)
    {
        return pane->findChild<T *>(QLatin1String(name));
    }
    QTableView &table() { return *pane->findChild<QTableView *>(); }
    QTreeView &tree() { return *pane->findChild<QTreeView *>(); }
    ui::MetricModel &model() { return *pane->findChild<ui::MetricModel *>(); }
    /// Not selectRow(), which looks at the modifier keys that an earlier test left pressed.
    void select(int row)
    {
        table().selectionModel()->setCurrentIndex(model().index(row, 0), QItemSelectionModel::ClearAndSelect |
                                                                             QItemSelectionModel::Rows);
    }
    QWidget *page() { return pane->findChild<QStackedWidget *>()->currentWidget(); }
    void type(const QString &text)
    {
        auto *search = child<QLineEdit>("metricFilter");
        search->setFocus();
        search->clear();
        QTest::keyClicks(search, text);
    }
    bool hasLabel(const QString &text)
    {
        const auto labels = pane->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }
};

} // namespace

class TestMetricsPane final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<std::vector<net::MetricId>>(); }

    void saysWhatToDoNext()
    {
        Stage stage;
        QTRY_VERIFY(qobject_cast<ui::EmptyPage *>(stage.page()));
        QSignalSpy demo(stage.pane.get(), &ui::MetricsPane::demoRequested);
        stage.page()->findChild<QPushButton *>()->click();
        QCOMPARE(demo.size(), 1);
        stage.metrics.add("first");
        stage.tick();
        QTRY_COMPARE(stage.page(), &stage.table());
    }
    void filtersAsOneTypes()
    {
        Stage stage(100);
        QTRY_COMPARE(stage.model().rowCount(), 100);
        QVERIFY(stage.hasLabel(u"100 metric"_s));
        stage.type(u"m9"_s);
        QTRY_COMPARE(stage.model().rowCount(), 11);
        QTRY_VERIFY(stage.hasLabel(u"11 of 100"_s));
        stage.type(u"env:dev m9"_s);
        QTRY_COMPARE(stage.model().rowCount(), 6);
        stage.type(u"nowhere"_s);
        QTRY_VERIFY(qobject_cast<ui::EmptyPage *>(stage.page()));
        QSignalSpy demo(stage.pane.get(), &ui::MetricsPane::demoRequested);
        stage.page()->findChild<QPushButton *>()->click();
        QTRY_COMPARE(stage.model().rowCount(), 100);
        QCOMPARE(demo.size(), 0);
        QCOMPARE(stage.page(), &stage.table());
    }
    void explainsAWrongExpression()
    {
        Stage stage(10);
        QTRY_COMPARE(stage.model().rowCount(), 10);
        stage.child<QComboBox>()->setCurrentIndex(2);
        stage.type(u"m1"_s);
        QTRY_COMPARE(stage.model().rowCount(), 1);
        stage.type(u"m1("_s);
        QVERIFY(stage.hasLabel(u"character"_s));
        QTRY_COMPARE(stage.model().rowCount(), 1); // what was right stays
        stage.type(u"m1()"_s);
        QVERIFY(!stage.hasLabel(u"character"_s));
    }
    void escapeClearsThenLeaves()
    {
        Stage stage(10);
        QTRY_COMPARE(stage.model().rowCount(), 10);
        stage.pane->activateWindow();
        stage.type(u"m1"_s);
        QTRY_COMPARE(stage.model().rowCount(), 1);
        auto *search = stage.child<QLineEdit>("metricFilter");
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(search->text(), QString());
        QTRY_COMPARE(stage.model().rowCount(), 10);
        QTest::keyClick(search, Qt::Key_Escape);
        QTRY_VERIFY(stage.table().hasFocus());
        stage.pane->focusSearch();
        QTRY_VERIFY(search->hasFocus());
        QSignalSpy chart(stage.pane.get(), &ui::MetricsPane::chartRequested);
        QTest::keyClick(search, Qt::Key_Return); // to the list
        QTRY_VERIFY(stage.table().hasFocus());
        QTest::keyClick(&stage.table(), Qt::Key_Return);
        QCOMPARE(chart.size(), 1);
    }
    void chartsWhatIsPicked()
    {
        Stage stage(10);
        QTRY_COMPARE(stage.model().rowCount(), 10);
        QSignalSpy chart(stage.pane.get(), &ui::MetricsPane::chartRequested);
        stage.table().setFocus();
        stage.select(3);
        QTest::keyClick(&stage.table(), Qt::Key_Return);
        QCOMPARE(chart.size(), 1);
        QCOMPARE(chart[0][0].value<std::vector<net::MetricId>>(), std::vector{net::MetricId{3}});
        stage.select(5);
        const QRect cell = stage.table().visualRect(stage.model().index(5, 0));
        QTest::mouseClick(stage.table().viewport(), Qt::LeftButton, {}, cell.center());
        QTest::mouseDClick(stage.table().viewport(), Qt::LeftButton, {}, cell.center());
        QTest::mouseRelease(stage.table().viewport(), Qt::LeftButton, {}, cell.center());
        QCOMPARE(chart.size(), 2);
        QCOMPARE(chart[1][0].value<std::vector<net::MetricId>>(), std::vector{net::MetricId{5}});
    }
    void copies()
    {
        Stage stage(4);
        QTRY_COMPARE(stage.model().rowCount(), 4);
        stage.table().setFocus();
        stage.table().selectAll();
        QTest::keySequence(&stage.table(), QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"app.m0\napp.m1\napp.m2\napp.m3"_s);
        QTest::keyClick(&stage.table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 3);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"env:prod\t"_s));
    }
    void ncCommands_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("tags");
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("argument");
        const auto row = [](const char *tag, const QByteArray &name, const QByteArray &tags, MetricKind kind,
                            double value, const QString &argument) {
            QTest::addRow("%s", tag) << name << tags << int(kind) << value << argument;
        };
        row("counter", "hits", "", MetricKind::Counter, 5, u"'hits:1|c'"_s);
        row("gauge", "g", "", MetricKind::Gauge, 0.5, u"'g:0.5|g'"_s);
        row("a negative gauge would be a delta", "g", "", MetricKind::Gauge, -2, u"'g:0|g'"_s);
        row("timer with tags", "t", "env:dev,x", MetricKind::Timer, 12.5, u"'t:12.5|ms|#env:dev,x'"_s);
        row("set", "s", "", MetricKind::Set, 3, u"'s:member|s'"_s);
        row("distribution", "d", "", MetricKind::Distribution, 3, u"'d:3|d'"_s);
        row("shell characters", "a'b;$(id)`x`%s", "", MetricKind::Counter, 1, u"'a'\\''b;$(id)`x`%s:1|c'"_s);
        row("control characters", QByteArray("a\0\\'\x1b", 5), "", MetricKind::Counter, 1,
            u"$'a\\x00\\\\\\'\\x1b:1|c'"_s);
    }
    void ncCommands()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, tags);
        QFETCH(const int, kind);
        QFETCH(const double, value);
        QFETCH(const QString, argument);
        net::MetricInfo info;
        info.name = {name.data(), std::size_t(name.size())};
        info.tags = {tags.data(), std::size_t(tags.size())};
        info.kind = MetricKind(kind);
        net::Latest latest;
        latest.any = true;
        latest.value = value;
        QCOMPARE(ui::ncCommand(info, latest, u"127.0.0.1"_s, 8125),
                 u"printf '%s\\n' "_s + argument + u" | nc -u -w1 127.0.0.1 8125"_s);
    }
    void keepsItsPlaceWhileSorting()
    {
        Stage stage(2000);
        QTRY_COMPARE(stage.model().rowCount(), 2000);
        const int row = stage.model().rowOf(net::MetricId{1001});
        stage.select(row);
        stage.table().scrollTo(stage.model().index(row, 0), QAbstractItemView::PositionAtCenter);
        const int y = stage.table().visualRect(stage.model().index(row, 0)).y();
        std::vector<std::pair<net::MetricId, double>> values;
        for (std::uint32_t i = 0; i < 2000; ++i)
            values.emplace_back(net::MetricId{i}, double((i * 7919) % 2000));
        stage.tick(values);
        stage.table().sortByColumn(int(ui::MetricColumn::Value), Qt::DescendingOrder);
        QTRY_VERIFY(stage.model().order().isSettled());
        const int now = stage.model().rowOf(net::MetricId{1001});
        QVERIFY(now != row);
        QCOMPARE(stage.table().currentIndex().row(), now);
        QVERIFY(stage.table().selectionModel()->isSelected(stage.model().index(now, 0)));
        QCOMPARE(stage.table().visualRect(stage.model().index(now, 0)).y(), y);
        // A filter that keeps it keeps it selected; one that hides it gives it back when it goes.
        stage.type(u"m1001"_s);
        QTRY_COMPARE(stage.model().rowCount(), 1);
        QTRY_VERIFY(stage.table().selectionModel()->isSelected(stage.model().index(0, 0)));
        stage.type(u"m7"_s);
        QTRY_VERIFY(stage.model().rowOf(net::MetricId{1001}) < 0);
        stage.type(u""_s);
        QTRY_COMPARE(stage.model().rowCount(), 2000);
        QTRY_COMPARE(stage.table().currentIndex().row(), stage.model().rowOf(net::MetricId{1001}));
    }
    void sortsAgainWhileThereIsNews()
    {
        Stage stage(3);
        QTRY_COMPARE(stage.model().rowCount(), 3);
        stage.table().sortByColumn(int(ui::MetricColumn::Value), Qt::DescendingOrder);
        stage.tick({{net::MetricId{1}, 5}, {net::MetricId{2}, 9}});
        QTRY_COMPARE(stage.model().idAt(0), net::MetricId{2});
        stage.tick({{net::MetricId{1}, 50}});
        QTRY_COMPARE(stage.model().idAt(0), net::MetricId{1});
        stage.tick();
        QTRY_VERIFY(stage.model().order().isSettled());
        stage.tick();
        QVERIFY(stage.model().order().isSettled()); // nothing came: nothing to do
    }
    void treeAndList()
    {
        Stage stage(20);
        QTRY_COMPARE(stage.model().rowCount(), 20);
        ui::MetricsState state = stage.pane->state();
        QVERIFY(!state.tree);
        state.tree = true;
        stage.pane->setState(state);
        QTRY_COMPARE(stage.page(), &stage.tree());
        QSignalSpy chart(stage.pane.get(), &ui::MetricsPane::chartRequested);
        const QModelIndex folder = stage.tree().model()->index(0, 0);
        QCOMPARE(folder.data().toString(), u"app"_s);
        stage.tree().setFocus();
        stage.tree().setCurrentIndex(folder);
        QTest::keyClick(&stage.tree(), Qt::Key_Return); // opens it
        QVERIFY(stage.tree().isExpanded(folder));
        QCOMPARE(chart.size(), 0);
        stage.tree().setCurrentIndex(stage.tree().model()->index(2, 0, folder));
        QTest::keyClick(&stage.tree(), Qt::Key_Return);
        QCOMPARE(chart.size(), 1);
        QVERIFY(stage.pane->state().tree);
        stage.metrics.add("app.a.new");
        stage.tick();
        QTRY_COMPARE(stage.tree().model()->rowCount(folder), 21);
        QVERIFY(stage.tree().isExpanded(folder));
    }
    void stateSurvives()
    {
        Stage stage(5);
        QTRY_COMPARE(stage.model().rowCount(), 5);
        ui::MetricsState state = stage.pane->state();
        state.tagColumns = {u"env"_s};
        state.columns = {{0, 300, true}, {8, 111, true}, {1, 0, false}, {5, 77, true}, {2, 90, true},
                         {3, 91, true},  {4, 92, true},  {6, 93, true}, {7, 94, true}};
        state.sortColumn = 8;
        state.descending = true;
        state.syntax = ui::MetricFilter::Syntax::Glob;
        QCOMPARE(ui::metricsStateFromJson(ui::metricsStateToJson(state)), state);
        Stage other(5);
        other.pane->setState(state);
        QCOMPARE(other.pane->state(), state);
        QTRY_VERIFY(other.model().order().isSettled());
        QCOMPARE(other.model().index(0, 8).data().toString(), u"prod"_s);
    }
    void addsToCharts()
    {
        Stage stage(3);
        QTRY_COMPARE(stage.model().rowCount(), 3);
        stage.pane->setChartTitles([] { return QStringList{u"First"_s, u"Second & last"_s}; });
        QSignalSpy add(stage.pane.get(), &ui::MetricsPane::addToChartRequested);
        stage.select(1);
        QTimer::singleShot(0, stage.pane.get(), [] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            for (QAction *action : menu->actions())
                if (action->menu())
                    action->menu()->actions().constLast()->trigger();
            menu->close();
        });
        Q_EMIT stage.table().customContextMenuRequested({5, 5});
        QCOMPARE(add.size(), 1);
        QCOMPARE(add[0][0].toInt(), 1);
        QCOMPARE(add[0][1].value<std::vector<net::MetricId>>(), std::vector{net::MetricId{1}});
    }
    void writesTheList()
    {
        test::Metrics metrics;
        const net::MetricId a = metrics.add("=cmd()", MetricKind::Gauge, "env:dev,zone:eu");
        metrics.add("never");
        metrics.add("n\xff\x1b\"");
        metrics.tick({{a, 0.5}});
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"list.csv"_s);
        ui::ExportProgress progress;
        const ui::ExportResult result = ui::writeMetricList(metrics.registry, metrics.store, {1, 0, 2},
                                                            net::Millis{500}, path, {}, progress);
        QVERIFY(result.ok);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines[0], "name,kind,tags,unit,last_value,rate_per_second,last_seen_utc,source");
        QCOMPARE(lines[1], "never,counter,,,,,,statsd");
        QCOMPARE(lines[2], "'=cmd(),gauge,\"env:dev,zone:eu\",,0.5,,2023-11-14T22:13:21.500Z,statsd");
        QVERIFY(lines[3].startsWith("\"n") && lines[3].contains("\"\"\",counter"));
        std::stop_source stopped;
        stopped.request_stop();
        const QString other = folder.filePath(u"other.csv"_s);
        QVERIFY(ui::writeMetricList(metrics.registry, metrics.store, {0}, {}, other, stopped.get_token(),
                                    progress)
                    .cancelled);
        QVERIFY(!QFile::exists(other));
    }
    void draggingOpensPages()
    {
        const test::Metrics metrics;
        QListWidget pages;
        pages.addItems({u"Overview"_s, u"Charts"_s});
        pages.setCurrentRow(0);
        pages.show();
        new ui::DragSpring(pages, ui::metricMimeType()); // owned by the list
        const QPointF onCharts = pages.visualItemRect(pages.item(1)).center();
        QMimeData other;
        QDragEnterEvent foreign(onCharts.toPoint(), Qt::CopyAction, &other, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(pages.viewport(), &foreign);
        QVERIFY(!foreign.isAccepted());
        const std::unique_ptr<QMimeData> data(ui::metricMimeData(metrics.registry, {}));
        QDragEnterEvent enter(onCharts.toPoint(), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(pages.viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QTRY_COMPARE(pages.currentRow(), 1);
    }
    void damagedStates_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("no JSON") << QByteArray("\xff\x00{");
        QTest::addRow("another type") << QByteArray("[1,2]");
        QTest::addRow("wrong types") << QByteArray(
            R"({"tree":"x","syntax":99,"sortColumn":"q","columns":{"a":1},"tagColumns":7})");
        QTest::addRow("out of range")
            << QByteArray(R"({"syntax":-1,"sortColumn":1e9,"columns":[{"column":99,"width":-5}]})");
        QTest::addRow("twice and without a name")
            << QByteArray(R"({"columns":[{"column":3,"width":10},{"column":3,"width":11}]})");
        QTest::addRow("name hidden") << QByteArray(R"({"columns":[{"column":0,"width":10,"shown":false}]})");
    }
    void damagedStates()
    {
        QFETCH(const QByteArray, json);
        QCOMPARE(ui::metricsStateFromJson(json), ui::MetricsState());
    }
    void isAccessible()
    {
        Stage stage(5);
        for (QWidget *widget : stage.pane->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
                continue;
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            const auto *combo = qobject_cast<QComboBox *>(widget);
            const QString name = button  ? button->text()
                                 : combo ? combo->accessibleDescription()
                                         : widget->accessibleName();
            QVERIFY2(!name.isEmpty(), qPrintable(QLatin1String(widget->metaObject()->className())));
        }
    }
};

QTEST_MAIN(TestMetricsPane)
#include "tst_metricspane.moc"
