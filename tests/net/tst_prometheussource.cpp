// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/prometheus/prometheussource.h"
#include "netlayer/prometheus/seriesbook.h"
#include "tests/net/webpeer.h"

#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace metriscope::net;
using namespace metriscope::net::test;

namespace
{

constexpr int Patience = 20'000;

PollConfig config(const QString &address)
{
    PollConfig config;
    config.address = address;
    config.interval = Millis(100);
    return config;
}

/// What a source feeds into the ticks, by name and tags.
class Ledger final
{
public:
    explicit Ledger(PrometheusSource &source) : m_source(source) {}

    void take()
    {
        auto bank = m_source.banks()->flip(std::make_unique<Bank>());
        if (!bank)
            return;
        for (const NewName &each : bank->newNames) {
            std::string name(each.name);
            if (!each.tags.empty())
                name.append("{").append(each.tags).append("}");
            m_names.push_back(name);
            kinds[name] = each.kind;
            units[name] = each.unit;
        }
        for (const CounterCell &cell : bank->counters)
            counted[m_names.at(cell.metric)] += cell.up;
        for (const GaugeCell &cell : bank->gauges)
            levels[m_names.at(cell.metric)] = cell.value;
        for (const TimerCell &cell : bank->timers) {
            sums[m_names.at(cell.metric)] += cell.sum;
            weights[m_names.at(cell.metric)] += cell.weight;
        }
    }
    std::map<std::string, MetricKind> kinds;
    std::map<std::string, Unit> units;
    std::map<std::string, double> counted, levels, sums, weights;

private:
    PrometheusSource &m_source;
    std::vector<std::string> m_names;
};

} // namespace

/// A source against peers of its own: states, ranges, and what it feeds.
class TestPrometheusSource final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersEveryStart();
    void badAddresses_data();
    void badAddresses();
    void rangesTakeWhatAnswers();
    void nothingOfARangeAnswers();
    void severalAddresses();
    void damagedLinesAreTold();
    void whatIsFed();
    void theQuestionItselfIsNotInFlight();
    void whatAKilledWorkerBeganIsNotInFlight();
    void cutNumbersDoNotCount();
    void namesOfApplications_data();
    void namesOfApplications();

private:
    NetThread m_net;
};

void TestPrometheusSource::answersEveryStart()
{
    WebPeer peer(sends(webPage("a_total 1\n")));
    PrometheusSource source(config(peer.url().toString()), 3, m_net);
    QCOMPARE(source.sourceId(), sourceIdOf(SourceKind::Prometheus, 3));
    QSignalSpy states(&source, &Source::stateChanged);
    const auto said = [&states] {
        QList<Source::State> all;
        for (const auto &each : states)
            all << each.front().value<Source::State>();
        states.clear();
        return all;
    };
    using enum Source::State;
    for (int i = 0; i < 2; ++i) {
        source.start();
        QTRY_COMPARE_WITH_TIMEOUT(source.state(), Running, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(source.counts().polls > 2, Patience);
        source.stop();
        QCOMPARE(said(), (QList{Starting, Running, Stopped}));
    }
    // and again when the peer comes and goes
    source.start();
    QTRY_COMPARE_WITH_TIMEOUT(source.state(), Running, Patience);
    peer.answerWith(sends("HTTP/1.0 500 Oh\r\n\r\n"));
    QTRY_COMPARE_WITH_TIMEOUT(source.state(), Failed, Patience);
    peer.answerWith(sends(webPage("a_total 2\n")));
    QTRY_COMPARE_WITH_TIMEOUT(source.state(), Running, Patience);
    QCOMPARE(said(), (QList{Starting, Running, Failed, Running}));
    QVERIFY(source.counts().failedPolls > 0);
    QVERIFY(source.counts().lastPoll > 0);
    source.start(); // runs already
    source.stop();
    source.stop();
    QCOMPARE(said(), (QList{Stopped}));
}

void TestPrometheusSource::badAddresses_data()
{
    QTest::addColumn<QString>("address");
    for (const char *address : {"", "ftp://a/b", "http://a:8049-8001/", "http://"})
        QTest::addRow("'%s'", address) << QString::fromLatin1(address);
}

void TestPrometheusSource::badAddresses()
{
    QFETCH(QString, address);
    PrometheusSource source(config(address), 0, m_net);
    QSignalSpy states(&source, &Source::stateChanged);
    source.start();
    QCOMPARE(states.size(), 2);
    QCOMPARE(states[1][0].value<Source::State>(), Source::State::Failed);
    QCOMPARE(states[1][1].value<SourceError>(), SourceError::AddressInvalid);
    source.stop();
    QCOMPARE(source.state(), Source::State::Stopped);
}

/// M7: refused is normal, and so is a port where something else answers.
void TestPrometheusSource::rangesTakeWhatAnswers()
{
    std::unique_ptr<WebPeer> worker, other;
    for (int attempt = 0; attempt < 50 && !(other && other->isReady); ++attempt) {
        worker = std::make_unique<WebPeer>(
            sends(webPage("# TYPE a counter\na_total 5\nprocess_start_time_seconds 1000.25\n")));
        other = std::make_unique<WebPeer>(sends("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"),
                                          QHostAddress::LocalHost, quint16(worker->port() + 1));
    }
    QVERIFY(worker->isReady && other->isReady);
    PrometheusSource source(
        config(u"http://127.0.0.1:%1-%2/metrics"_s.arg(worker->port() - 2).arg(worker->port() + 1)), 0,
        m_net);
    source.start();
    QTRY_COMPARE_WITH_TIMEOUT(source.state(), Source::State::Running, Patience);
    QCOMPARE(source.notes(), SourceNotes(0));
    QCOMPARE(source.counts().applications, 1U);
    QCOMPARE(source.targets().size(), std::size_t{4});
    QCOMPARE(source.targets()[2].samples, std::uint64_t{2});
    QCOMPARE(source.targets()[3].error, SourceError::HttpStatus);
    QVERIFY(!other->requests.isEmpty());
}

void TestPrometheusSource::nothingOfARangeAnswers()
{
    quint16 port = 0;
    {
        const WebPeer gone(sends({}));
        port = gone.port();
    }
    const QString range = u"http://127.0.0.1:%1-%2"_s.arg(port).arg(port + 1);
    PrometheusSource source(config(range), 0, m_net);
    QSignalSpy states(&source, &Source::stateChanged);
    source.start();
    QTRY_COMPARE_WITH_TIMEOUT(source.state(), Source::State::Failed, Patience);
    QCOMPARE(states.back()[1].value<SourceError>(), SourceError::NothingAnswers);
    QCOMPARE(states.back()[2].toString(), range);
}

void TestPrometheusSource::severalAddresses()
{
    WebPeer one(sends(webPage("a_total 5\nlevel 3\n"))), two(sends(webPage("a_total 7\nlevel 4\n"))),
        bad(sends("HTTP/1.0 503 Busy\r\n\r\n"));
    PrometheusSource source(
        config(one.url().toString() + u' ' + two.url().toString() + u' ' + bad.url().toString()), 0, m_net);
    source.start();
    QTRY_COMPARE_WITH_TIMEOUT(source.state(), Source::State::Running, Patience);
    QCOMPARE(source.notes(), SourceNotes(SourceNote::SomeTargetsFail));
    QCOMPARE(source.counts().applications, 2U);
    one.answerWith(sends(webPage("a_total 6\nlevel 3\n")));
    two.answerWith(sends(webPage("a_total 9\nlevel 5\n")));
    Ledger ledger(source);
    QTRY_VERIFY_WITH_TIMEOUT((ledger.take(), ledger.counted["a_total"] > 2.999), Patience);
    QTRY_COMPARE_WITH_TIMEOUT((ledger.take(), ledger.levels["level"]), 8.0, Patience); // workers sum
    QVERIFY(qAbs(ledger.counted["a_total"] - 3) < 1e-9);
}

void TestPrometheusSource::damagedLinesAreTold()
{
    WebPeer peer(sends(webPage("a 1\nb 1,5\n")));
    PrometheusSource source(config(peer.url().toString()), 0, m_net);
    source.start();
    QTRY_COMPARE_WITH_TIMEOUT(source.state(), Source::State::Running, Patience);
    QCOMPARE(source.notes(), SourceNotes(SourceNote::DamagedLines));
    QVERIFY(source.counts().rejected > 0);
    QCOMPARE(source.targets()[0].detail, u"2:3 bad-value (decimal comma)"_s);
    // nothing but damage is no metrics page
    peer.answerWith(sends(webPage("hello world\n")));
    QTRY_COMPARE_WITH_TIMEOUT(source.state(), Source::State::Failed, Patience);
    QCOMPARE(source.targets()[0].error, SourceError::NotMetrics);
    // what is too long to be kept is counted
    QCOMPARE(source.counts().refusedSeries, std::uint64_t{0});
    peer.answerWith(sends(webPage("a{x=\"" + QByteArray(5000, 'y') + "\"} 1\nb 1\n")));
    QTRY_COMPARE_WITH_TIMEOUT(source.state(), Source::State::Running, Patience);
    QCOMPARE(source.targets()[0].samples, std::uint64_t{1});
    QVERIFY(source.counts().refusedSeries > 0);
}

void TestPrometheusSource::whatIsFed()
{
    const auto page = [](int more) {
        const QByteArray n = QByteArray::number(10 + more), twice = QByteArray::number(20 + 2 * more);
        return webPage(
            "# TYPE jobs counter\njobs_total{q=\"a,b\",empty=\"\",z=\"1\"} " + n +
                "\njobs_created 12\n# TYPE lat_seconds histogram\nlat_seconds_bucket{le=\"1\",p=\"x\"} " + n +
                "\nlat_seconds_bucket{le=\"+Inf\",p=\"x\"} " + twice + "\nlat_seconds_count{p=\"x\"} " +
                twice + "\nlat_seconds_sum{p=\"x\"} " + twice +
                "\n# TYPE online gauge\nonline{site=\"a\"} 7\nonline{site=\"b\"} 30\nuntyped_total " + n +
                "\nuntyped 4\n# TYPE gone gauge\ngone NaN\n# EOF\n",
            "application/openmetrics-text; version=1.0.0");
    };
    WebPeer peer(sends(page(0)));
    PollConfig poll = config(peer.url().toString());
    poll.activeUsers = u"online{site=\"b\"}"_s;
    PrometheusSource source(poll, 0, m_net);
    Ledger ledger(source);
    source.start();
    QTRY_VERIFY_WITH_TIMEOUT((ledger.take(), ledger.levels.contains("untyped")), Patience);
    QVERIFY(ledger.counted["jobs_total{q:a_b,z:1}"] == 0);
    peer.answerWith(sends(page(4)));
    const std::string jobs = "jobs_total{q:a_b,z:1}", latency = "lat_seconds{p:x}";
    QTRY_VERIFY_WITH_TIMEOUT((ledger.take(), ledger.counted[jobs] > 3.999 && ledger.weights[latency] > 7.999),
                             Patience);
    QVERIFY(qAbs(ledger.counted[jobs] - 4) < 1e-9);
    QVERIFY(qAbs(ledger.counted["untyped_total"] - 4) < 1e-9); // the name is all there is
    QVERIFY(qAbs(ledger.sums[latency] - 8) < 1e-9);
    QCOMPARE(ledger.kinds[latency], MetricKind::Histogram);
    QCOMPARE(ledger.units[latency], Unit::Seconds);
    QCOMPARE(ledger.levels["online{site:a}"], 7.0);
    QCOMPARE(ledger.levels["metriscope_active_users"], 30.0);
    QVERIFY(!ledger.levels.contains("gone"));
    for (const auto &[name, kind] : ledger.kinds)
        QVERIFY2(name.find("le:") == std::string::npos && name.find("_created") == std::string::npos,
                 name.c_str());
}

/// A view counts the request that asks it before it answers. Its series come with the second answer.
void TestPrometheusSource::theQuestionItselfIsNotInFlight()
{
    int asked = 0;
    WebPeer peer({});
    peer.answerWith([&asked](QTcpSocket &socket, const QByteArray &) {
        ++asked;
        QByteArray page = "# TYPE django_http_requests_before_middlewares_total counter\n"
                          "django_http_requests_before_middlewares_total " +
                          QByteArray::number(100 + asked) +
                          "\n# TYPE django_http_responses_before_middlewares_total counter\n"
                          "django_http_responses_before_middlewares_total " +
                          QByteArray::number(99 + asked) + '\n';
        if (asked > 1)
            page += "# TYPE django_http_requests_total_by_view_transport_method_total counter\n"
                    "django_http_requests_total_by_view_transport_method_total{view=\"prometheus-django-"
                    "metrics\"} " +
                    QByteArray::number(asked - 1) + '\n';
        socket.write(webPage(page));
        socket.disconnectFromHost();
    });
    PrometheusSource source(config(peer.url().toString()), 0, m_net);
    Ledger ledger(source);
    source.start();
    const std::string requests = "django_http_requests_before_middlewares_total",
                      responses = "django_http_responses_before_middlewares_total";
    QTRY_VERIFY_WITH_TIMEOUT((ledger.take(), ledger.counted[responses] > 5), Patience);
    source.stop();
    // the one of the first answer is taken off as soon as it is known who answers
    const auto behind = [&] { return ledger.counted[responses] - ledger.counted[requests]; };
    QTRY_VERIFY2_WITH_TIMEOUT((ledger.take(), qAbs(behind() - 1) < 1e-6),
                              qPrintable(QString::number(behind())), Patience);
    QCOMPARE(ledger.levels[std::string(SeriesBook::InFlightName)], 0.0);
}

/// The requests that die with their worker have no response, ever.
void TestPrometheusSource::whatAKilledWorkerBeganIsNotInFlight()
{
    const auto page = [](int start, int begun, int answered) {
        return webPage("process_start_time_seconds " + QByteArray::number(start) +
                       "\n# TYPE shop_django_http_requests_before_middlewares_total counter\n"
                       "shop_django_http_requests_before_middlewares_total " +
                       QByteArray::number(begun) +
                       "\n# TYPE shop_django_http_responses_before_middlewares_total counter\n"
                       "shop_django_http_responses_before_middlewares_total " +
                       QByteArray::number(answered) + '\n');
    };
    WebPeer one(sends(page(1000, 10, 8))), two(sends(page(1001, 5, 4)));
    PrometheusSource source(config(one.url().toString() + u' ' + two.url().toString()), 0, m_net);
    Ledger ledger(source);
    source.start();
    const std::string inFlight(SeriesBook::InFlightName);
    QTRY_COMPARE_WITH_TIMEOUT((ledger.take(), ledger.levels[inFlight]), 3.0, Patience);
    QCOMPARE(ledger.units[inFlight], Unit::Requests);
    one.answerWith(sends(page(2000, 0, 0)));
    QTRY_COMPARE_WITH_TIMEOUT((ledger.take(), ledger.levels[inFlight]), 1.0, Patience);
    one.answerWith(sends(page(2000, 4, 3)));
    QTRY_COMPARE_WITH_TIMEOUT((ledger.take(), ledger.levels[inFlight]), 2.0, Patience);
}

/// Where an answer may have been cut, its last line is not believed: 12 of 1234 would look like a restart.
void TestPrometheusSource::cutNumbersDoNotCount()
{
    const QByteArray head = "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n";
    WebPeer peer(sends(head + "a_total 1234\nb_total 1234\n"));
    PrometheusSource source(config(peer.url().toString()), 0, m_net);
    Ledger ledger(source);
    source.start();
    QTRY_COMPARE_WITH_TIMEOUT(source.counts().polls >= 2, true, Patience);
    peer.answerWith(sends(head + "a_total 1234\nb_total 12"));
    const auto polls = source.counts().polls;
    QTRY_VERIFY_WITH_TIMEOUT(source.counts().polls > polls + 3, Patience);
    peer.answerWith(sends(head + "a_total 1234\nb_total 1235\n"));
    QTRY_VERIFY_WITH_TIMEOUT((ledger.take(), ledger.counted["b_total"] > 0.999), Patience);
    const auto later = source.counts().polls;
    QTRY_VERIFY_WITH_TIMEOUT((ledger.take(), source.counts().polls > later + 3), Patience);
    QVERIFY2(ledger.counted["b_total"] < 1.0001, qPrintable(QString::number(ledger.counted["b_total"])));
}

void TestPrometheusSource::namesOfApplications_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("application");
    QTest::newRow("one") << u"http://localhost:8000/metrics"_s << u"localhost:8000"_s;
    QTest::newRow("range") << u"http://localhost:8001-8049/metrics"_s << u"localhost:8001-8049"_s;
    QTest::newRow("several") << u"http://a:1/x http://b:2"_s << u"a:1"_s;
    QTest::newRow("no path") << u"https://shop.example"_s << u"shop.example"_s;
}

void TestPrometheusSource::namesOfApplications()
{
    QFETCH(QString, address);
    QFETCH(QString, application);
    PollConfig poll = config(address);
    QCOMPARE(PrometheusSource(poll, 0, m_net).application(), application);
    poll.application = u"Shop"_s;
    QCOMPARE(PrometheusSource(poll, 0, m_net).application(), u"Shop"_s);
}

QTEST_GUILESS_MAIN(TestPrometheusSource)
#include "tst_prometheussource.moc"
