// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/metricsfixture.h"

#include "widgets/charts/timeaxis.h"
#include "widgets/contexts/applicationstrip.h"
#include "widgets/contexts/contextfilter.h"
#include "widgets/contexts/contextmodel.h"
#include "widgets/contexts/contextspane.h"

#include "netlayer/contexts/contextbook.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace metriscope;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ui::ContextModel;

namespace
{

const std::string Prefix = "v1.tatar.bars.test.instance_test.";

std::string hexOf(const char *url)
{
    return net::hexOf(net::md5Of(url));
}

net::RegistrationPtr registrationOf(std::initializer_list<const char *> controllers,
                                    std::initializer_list<const char *> urls)
{
    net::Registration made;
    made.identity.parts = {"v1", "tatar", "bars", "test", "test"};
    made.received = 1'700'000'000'000;
    for (const char *url : controllers)
        made.add(made.controllers, net::md5Of(url), url);
    for (const char *url : urls)
        made.add(made.urls, net::md5Of(url), url);
    return std::make_shared<const net::Registration>(std::move(made));
}

} // namespace

/// The Contexts page: what rows there are, what they say, and what the reader can do with them.
class ContextsPaneTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_metrics = std::make_unique<test::Metrics>();
        m_book = std::make_unique<net::ContextBook>(m_thread, QString());
        m_applications.clear();
    }

    void registeredUrlsAreThereBeforeARequest()
    {
        ContextModel model(m_metrics->registry, m_metrics->store, *m_book);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_book->add(
            registrationOf({"/auth", "/dict"}, {"/auth/login", "/auth/logout", "/dict/rows", "/other"}));
        QCOMPARE(model.rowCount(), 1);
        const QModelIndex application = model.index(0, 0);
        QCOMPARE(application.data().toString(), u"v1.tatar.bars.test.test"_s);
        QCOMPARE(names(model, application), (QStringList{u"(other URLs)"_s, u"/auth"_s, u"/dict"_s}));
        QCOMPARE(names(model, child(model, application, u"/auth"_s)),
                 (QStringList{u"/auth/login"_s, u"/auth/logout"_s}));
        QCOMPARE(names(model, child(model, application, u"/dict"_s)), QStringList{u"/dict/rows"_s});
        QCOMPARE(names(model, child(model, application, u"(other URLs)"_s)), QStringList{u"/other"_s});
        QCOMPARE(model.quiet(), std::size_t{4});
        // another registration of the same application takes away what it does not know
        m_book->add(registrationOf({"/auth", "/dict"}, {"/auth/login", "/dict/new"}));
        QCOMPARE(names(model, child(model, application, u"/auth"_s)), QStringList{u"/auth/login"_s});
        QCOMPARE(names(model, child(model, application, u"/dict"_s)), QStringList{u"/dict/new"_s});
        QCOMPARE(model.quiet(), std::size_t{2});
    }

    void requestsComeAlive()
    {
        ContextModel model(m_metrics->registry, m_metrics->store, *m_book);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_book->add(registrationOf({"/auth"}, {"/auth/login", "/auth/logout"}));
        addRequest("/auth", "/auth/login", "post");
        addRequest("/auth", "/auth/login", "get");
        addRequest("/auth", "/auth/unknown", "get");
        apply(model);
        const QModelIndex auth = child(model, model.index(0, 0), u"/auth"_s);
        const QString unknown = QString::fromStdString(hexOf("/auth/unknown")) + u" (not registered)"_s;
        QCOMPARE(names(model, auth), (QStringList{u"/auth/login GET"_s, u"/auth/login POST"_s,
                                                  u"/auth/logout"_s, unknown + u" GET"_s}));
        // pasted by hand it gets its name
        QCOMPARE(m_book->paste(u"http://localhost/auth/unknown?x=1"_s), 1);
        QVERIFY(names(model, auth).contains(u"/auth/unknown GET"_s));
        // before 2013-12-16 names told no URL
        m_metrics->add(Prefix + ".controller_" + hexOf("/old") + ".requests.timing", net::MetricKind::Timer);
        apply(model);
        const QModelIndex old =
            child(model, model.index(0, 0), QString::fromStdString(hexOf("/old")) + u" (not registered)"_s);
        QVERIFY(old.isValid());
        QCOMPARE(names(model, old), QStringList{u"(all URLs)"_s});
    }

    void bothSpellingsAreOneRow()
    {
        ContextModel model(m_metrics->registry, m_metrics->store, *m_book);
        addRequest("/auth", "/auth/login", "post");
        addRequest("/auth", "/auth/login", "post", "v1.tatar.bars.test.instance_test");
        apply(model);
        QCOMPARE(model.rowCount(), 1);
        const QModelIndex request = model.index(0, 0, model.index(0, 0, model.index(0, 0)));
        QCOMPARE(model.timings(request).size(), std::size_t{2});
        QCOMPARE(model.counts(request).size(), std::size_t{2});
        QCOMPARE(int(model.application(request).spellings), 3);
    }

    void numbersAreOfTheRange()
    {
        ContextModel model(m_metrics->registry, m_metrics->store, *m_book);
        m_book->add(registrationOf({"/auth"}, {"/auth/login", "/auth/logout"}));
        const Request login = addRequest("/auth", "/auth/login", "post"),
                      logout = addRequest("/auth", "/auth/logout", "get");
        apply(model);
        // ten seconds: nine quick requests a second here, one slow one there, in microseconds
        for (int second = 0; second < 10; ++second) {
            m_metrics->now += net::Millis{1000};
            m_metrics->store.beginTick(m_metrics->now, net::Millis{1000});
            append(login, std::vector<double>(9, 10'000));
            append(logout, {110'000});
            m_metrics->store.endTick();
        }
        const net::TimeRange range{m_metrics->now - net::Millis{10'000}, m_metrics->now};
        QVERIFY(model.refresh(range, std::chrono::seconds(10)));
        const QModelIndex application = model.index(0, 0), auth = model.index(0, 0, application);
        const auto value = [&](const QModelIndex &row, int column) {
            return row.siblingAtColumn(column).data(ContextModel::SortRole).toDouble();
        };
        const QModelIndex quick = child(model, auth, u"/auth/login"_s),
                          slow = child(model, auth, u"/auth/logout"_s);
        QCOMPARE(value(quick, ContextModel::RateColumn), 9.0);
        QCOMPARE(value(quick, ContextModel::MeanColumn), 10.0);
        QCOMPARE(value(slow, ContextModel::RateColumn), 1.0);
        QVERIFY(qAbs(value(slow, ContextModel::P95Column) - 110) <= 1.1);
        QCOMPARE(value(quick, ContextModel::ShareColumn), 0.45);
        QCOMPARE(value(slow, ContextModel::ShareColumn), 0.55);
        QCOMPARE(value(auth, ContextModel::RateColumn), 10.0);
        QCOMPARE(value(auth, ContextModel::MeanColumn), 20.0);
        // of all samples together, which is not an average of 10 and 110
        QVERIFY(qAbs(value(auth, ContextModel::P95Column) - 110) <= 1.1);
        QCOMPARE(value(application, ContextModel::MeanColumn), 20.0);
        // a tiny budget gets there as well, and a span without requests has no latency
        const net::TimeRange before{range.from - net::Millis{60'000}, range.from};
        int slices = 0;
        while (!model.refresh(before, std::chrono::microseconds(0)) && slices < 3)
            ++slices;
        QCOMPARE(slices, 3); // no time, no progress
        QVERIFY(model.refresh(before, std::chrono::seconds(10)));
        QCOMPARE(quick.siblingAtColumn(ContextModel::MeanColumn).data().toString(), QString());
    }

    void millisecondsWhereTheReaderSaysSo()
    {
        ContextModel model(m_metrics->registry, m_metrics->store, *m_book);
        const Request login = addRequest("/auth", "/auth/login", "post");
        net::Application application;
        application.name = "v1.tatar.bars.test.test";
        application.preset = "m3";
        application.timerUnit = net::TimerUnit::Milliseconds;
        m_applications = {application};
        apply(model);
        m_metrics->now += net::Millis{1000};
        m_metrics->store.beginTick(m_metrics->now, net::Millis{1000});
        append(login, {12.5});
        m_metrics->store.endTick();
        QVERIFY(
            model.refresh({m_metrics->now - net::Millis{1000}, m_metrics->now}, std::chrono::seconds(10)));
        QCOMPARE(model.index(0, ContextModel::MeanColumn).data(ContextModel::SortRole).toDouble(), 12.5);
    }

    void sortsAndFilters()
    {
        ContextModel model(m_metrics->registry, m_metrics->store, *m_book);
        ui::ContextFilter filter;
        filter.setSourceModel(&model);
        const QAbstractItemModelTester tester(&filter,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_book->add(registrationOf({"/auth", "/dict"}, {"/auth/login", "/auth/logout", "/dict/rows"}));
        addRequest("/auth", "/auth/login", "post");
        apply(model);
        filter.sort(ContextModel::NameColumn, Qt::DescendingOrder);
        QCOMPARE(filter.index(0, 0, filter.index(0, 0)).data().toString(), u"/dict"_s);
        filter.setWords(u"login POST"_s);
        QCOMPARE(filter.rowCount(filter.index(0, 0)), 1);
        QCOMPARE(filter.rowCount(filter.index(0, 0, filter.index(0, 0))), 1);
        filter.setWords(u"/dict"_s); // with what is below it
        QCOMPARE(filter.rowCount(filter.index(0, 0, filter.index(0, 0))), 1);
        filter.setWords(u"nothing like that"_s);
        QCOMPARE(filter.rowCount(), 0);
        filter.setWords({});
        filter.setActiveOnly(true);
        QCOMPARE(filter.rowCount(filter.index(0, 0)), 1);
        filter.setWords(QString::fromStdString(hexOf("/auth/login")));
        QCOMPARE(filter.rowCount(), 1);
    }

    void tenThousandUrlsAtOnce()
    {
        net::Registration made;
        made.identity.parts = {"v1", "tatar", "bars", "test", "test"};
        for (int controller = 0; controller < 100; ++controller) {
            const std::string base = "/c" + std::to_string(controller);
            made.add(made.controllers, net::md5Of(base), base);
            for (int i = 0; i < 100; ++i) {
                const std::string url = base + '/' + std::to_string(i);
                made.add(made.urls, net::md5Of(url), url);
            }
        }
        ui::TimeAxis axis;
        ui::ContextsPane pane(m_metrics->registry, m_metrics->store, *m_book, axis);
        pane.show();
        m_book->add(std::make_shared<const net::Registration>(std::move(made)));
        QCOMPARE(pane.model()->quiet(), std::size_t{10'000});
        QCOMPARE(pane.view()->model()->rowCount(pane.view()->model()->index(0, 0)), 100);
    }

    /// Every start of a site registers again, and every time the rows must let go of what they pointed to.
    void registersAgainAndAgain()
    {
        ui::TimeAxis axis;
        ui::ContextsPane pane(m_metrics->registry, m_metrics->store, *m_book, axis);
        pane.show();
        for (int round = 0; round < 5; ++round) {
            net::Registration made;
            made.identity.parts = {"v1", "tatar", "bars", "test", round % 2 ? "one" : "two"};
            for (int i = 0; i < 2000; ++i) {
                const std::string url = "/c" + std::to_string(i % 20) + '/' + std::to_string(i + round);
                made.add(made.urls, net::md5Of(url), url);
                const std::string controller = "/c" + std::to_string(i % 20);
                made.add(made.controllers, net::md5Of(controller), controller);
            }
            m_book->add(std::make_shared<const net::Registration>(std::move(made)));
            QCOMPARE(m_book->paste(u"/by/hand/%1"_s.arg(round)), 1);
            QCOMPARE(pane.model()->quiet(), std::size_t{round == 0 ? 2000U : 4000U});
        }
        m_book->forgetPasted();
        m_book->forget("v1.tatar.bars.test.one");
        QCOMPARE(pane.model()->quiet(), std::size_t{2000});
    }

    void manyNewMetricsComeInSlices()
    {
        for (int i = 0; i < 1000; ++i)
            addRequest("/auth", ("/auth/" + std::to_string(i)).c_str(), "get");
        ContextModel model(m_metrics->registry, m_metrics->store, *m_book);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.apply(tick());
        const auto rows = [&] { return model.rowCount(model.index(0, 0, model.index(0, 0))); };
        QVERIFY(!model.look(0s));
        QVERIFY(rows() > 0 && rows() < 1000);
        const int before = rows();
        QVERIFY(!model.look(0s));
        QVERIFY(rows() > before);
        while (!model.look(0s)) {
        }
        QCOMPARE(rows(), 1000);
    }

    void enterCharts()
    {
        ui::TimeAxis axis;
        ui::ContextsPane pane(m_metrics->registry, m_metrics->store, *m_book, axis);
        const Request login = addRequest("/auth", "/auth/login", "post");
        pane.apply(tick());
        pane.show();
        QTRY_COMPARE(pane.model()->rowCount(), 1);
        QSignalSpy charted(&pane, &ui::ContextsPane::chartRequested);
        const auto *model = pane.view()->model();
        const QModelIndex controller = model->index(0, 0, model->index(0, 0));
        pane.view()->setExpanded(controller, true);
        pane.view()->setCurrentIndex(model->index(0, 0, controller));
        QTest::keyClick(pane.view(), Qt::Key_Return);
        QCOMPARE(charted.size(), 1);
        QCOMPARE(charted.first().first().value<std::vector<net::MetricId>>(), std::vector{login.timing});
    }

    void stripSaysWhatIsKnown()
    {
        ui::TimeAxis axis;
        ui::ContextsPane pane(m_metrics->registry, m_metrics->store, *m_book, axis);
        pane.show();
        addRequest("/auth", "/auth/login", "post");
        net::Application application;
        application.name = "v1.tatar.bars.test.test";
        application.preset = "m3";
        application.hasTimers = true;
        application.timerUnit = application.presetUnit = net::TimerUnit::Microseconds;
        application.notes = static_cast<net::SignalNotes>(net::SignalNote::TimerUnitDoubtful);
        m_applications = {application};
        pane.apply(tick());
        const auto *strip = pane.findChild<ui::ApplicationStrip *>();
        QTRY_VERIFY(strip->isVisible());
        const auto says = [&](const QString &text) {
            const auto labels = strip->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *label) {
                return label->isVisible() && label->text().contains(text);
            });
        };
        QVERIFY(says(u"region tatar, client bars, product test, instance test"_s));
        QVERIFY(says(u"Not registered"_s));
        QVERIFY(says(u"double dot"_s));
        QVERIFY(says(u"The values have fractions"_s));
        m_book->add(registrationOf({"/auth"}, {"/auth/login"}));
        QVERIFY(says(u"Registered"_s) && !says(u"Not registered"_s));
        auto *unit = strip->findChild<QComboBox *>();
        QCOMPARE(unit->currentIndex(), static_cast<int>(net::TimerUnit::Microseconds));
        QSignalSpy chosen(&pane, &ui::ContextsPane::timerUnitChosen);
        unit->setFocus();
        QTest::keyClick(unit, Qt::Key_Down);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().at(1).value<net::TimerUnit>(), net::TimerUnit::Milliseconds);
    }

private:
    struct Request {
        net::MetricId count = net::NoMetric, timing = net::NoMetric;
    };
    Request addRequest(const char *controller, const char *url, const char *method,
                       const std::string &prefix = Prefix)
    {
        const std::string name = prefix + ".controller_" + hexOf(controller) + ".url_" + hexOf(url) +
                                 ".method_" + method + ".requests.";
        return {m_metrics->add(name + "count"), m_metrics->add(name + "timing", net::MetricKind::Timer)};
    }
    void append(const Request &request, const std::vector<double> &samples)
    {
        net::Sketch sketch;
        net::TimerPoint point;
        for (const double sample : samples) {
            sketch.add(sample);
            point.sum += sample;
            point.sumSquares += sample * sample;
            point.upper = std::max(point.upper, sample);
            point.lower = point.samples == 0 ? sample : std::min(point.lower, sample);
            ++point.samples;
        }
        point.weight = static_cast<double>(samples.size());
        point.sketch = &sketch;
        m_metrics->store.append(request.count, net::CounterPoint{point.weight, 0});
        m_metrics->store.append(request.timing, point);
    }
    [[nodiscard]] net::Tick tick() const
    {
        net::Tick tick;
        tick.time = m_metrics->now;
        tick.elapsed = net::Millis{1000};
        tick.endNew = net::MetricId{m_metrics->size()};
        tick.applications = m_applications;
        return tick;
    }
    void apply(ContextModel &model) const
    {
        model.apply(tick());
        while (!model.look(1s)) {
        }
    }
    /// Of the children, with their methods, sorted.
    [[nodiscard]] static QStringList names(const ContextModel &model, const QModelIndex &parent)
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(parent); ++row)
            all += (model.index(row, 0, parent).data().toString() + u' ' +
                    model.index(row, ContextModel::MethodColumn, parent).data().toString())
                       .trimmed();
        all.sort();
        return all;
    }
    [[nodiscard]] static QModelIndex child(const ContextModel &model, const QModelIndex &parent,
                                           const QString &name)
    {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            if (model.index(row, 0, parent).data().toString() == name)
                return model.index(row, 0, parent);
        }
        return {};
    }

    net::NetThread m_thread;
    std::unique_ptr<test::Metrics> m_metrics;
    std::unique_ptr<net::ContextBook> m_book;
    std::vector<net::Application> m_applications;
};

QTEST_MAIN(ContextsPaneTest)
#include "tst_contextspane.moc"
