// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo.h"
#include "app/demoscript.h"
#include "app/jsonwriter.h"
#include "app/outputpipe.h"
#include "app/terminationsignals.h"
#include "app/tickjson.h"
#include "app/ticktext.h"
#include "netlayer/signals/presetfile.h"
#include "netlayer/signals/presetmatcher.h"
#include "netlayer/statsd/lineparser.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>
#include <QUdpSocket>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <limits>
#include <set>
#include <sys/socket.h>
#include <unistd.h>

using namespace metriscope;
using namespace metriscope::app;
using namespace Qt::StringLiterals;

namespace
{

struct Pipe {
    Pipe()
    {
        std::array<int, 2> fds{};
        if (::pipe2(fds.data(), O_CLOEXEC) != 0)
            qFatal("no pipe");
        reader = fds[0];
        writer = fds[1];
    }
    ~Pipe()
    {
        closeReader();
        ::close(writer);
    }
    void closeReader()
    {
        if (reader >= 0)
            ::close(std::exchange(reader, -1));
    }
    QByteArray readAll() const
    {
        ::fcntl(reader, F_SETFL, O_NONBLOCK);
        QByteArray all(1 << 20, '\0');
        const auto got = ::read(reader, all.data(), std::size_t(all.size()));
        return all.left(std::max<qsizetype>(0, got));
    }
    int reader = -1, writer = -1;
};

net::MetricResult timerResult(net::MetricId id)
{
    net::MetricResult result;
    result.id = id;
    result.kind = net::MetricKind::Timer;
    result.samples = 10;
    result.count = 10;
    result.sum = 0.1 + 0.2;
    result.mean = std::numeric_limits<double>::quiet_NaN();
    result.percentiles.push_back({99.9, 10, 5.5, 55, 385, 10});
    result.percentiles.push_back({-10, 10, 10, 10, 100, 1});
    return result;
}

} // namespace

class TestOutput final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("whole") << 7.0 << QByteArray("{\"n\":7}\n");
        QTest::newRow("shortest") << 0.1 << QByteArray("{\"n\":0.1}\n");
        QTest::newRow("round trip") << 0.1 + 0.2 << QByteArray("{\"n\":0.30000000000000004}\n");
        QTest::newRow("huge") << 1e300 << QByteArray("{\"n\":1e+300}\n");
        QTest::newRow("NaN") << std::numeric_limits<double>::quiet_NaN() << QByteArray("{}\n");
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << QByteArray("{}\n");
    }
    void numbers()
    {
        QFETCH(double, value);
        QFETCH(QByteArray, json);
        JsonWriter writer;
        writer.beginObject();
        writer.number("n", value);
        writer.endObject();
        QCOMPARE(writer.takeLine(), json);
    }

    void structure()
    {
        JsonWriter writer;
        for (int twice = 0; twice < 2; ++twice) { // a line leaves nothing behind
            writer.beginObject();
            writer.text("a", "x\"\\\n\x01\xff\xd0\xb6");
            writer.beginArray("b");
            writer.beginObject();
            writer.yes("c");
            writer.endObject();
            writer.textItem("d");
            writer.endArray();
            writer.beginObject("e");
            writer.endObject();
            writer.seconds("t", 1'795'177'910'007);
            writer.seconds("before", -1500);
            writer.integer("i", std::numeric_limits<std::uint64_t>::max());
            writer.endObject();
            QCOMPARE(writer.takeLine(),
                     QByteArray(
                         "{\"a\":\"x\\\"\\\\\\u000a\\u0001\xef\xbf\xbd\xd0\xb6\",\"b\":[{\"c\":true},\"d\"],"
                         "\"e\":{},\"t\":1795177910.007,\"before\":-1.500,\"i\":18446744073709551615}\n"));
        }
    }

    void tickAsJson()
    {
        net::Registry registry(10);
        net::SeriesStore store({});
        const auto id = registry.addCopy({"t", "bare,env:dev", net::MetricKind::Timer});
        store.addSeries(id, net::MetricKind::Timer);
        const auto idle = registry.addCopy({"g", {}, net::MetricKind::Gauge});
        store.addSeries(idle, net::MetricKind::Gauge);
        const auto derived = registry.addCopy(
            {"app.latency", {}, net::MetricKind::Timer, net::Unit::Milliseconds, net::SignalSource});
        store.addSeries(derived, net::MetricKind::Timer);

        net::Tick tick;
        tick.time = net::Time{net::Millis{1000}};
        tick.wallOffset = net::Millis{2345};
        tick.elapsed = net::Millis{1001};
        tick.endNew = net::MetricId{3};
        tick.self.series = 3;
        tick.results = {timerResult(id)};
        net::Application application{"app", "m3"};
        application.notes = 7;
        tick.applications = {application};
        net::SignalValues values;
        values.latencyMean = 2.5;
        values.latencyP95 = 4;
        tick.signalValues = {values};
        tick.notes.push_back(
            {{net::Verdict::Rejected, net::LineIssue::BadNumber, net::LineHint::DecimalComma, 3},
             "a:1,5|c",
             "127.0.0.1:4000"});
        TickJson json(registry, store, true);
        const QByteArray line = json.tick(tick, {}, {3, 4});
        QCOMPARE(line.count('\n'), 1);
        QVERIFY(!line.contains("null") && !line.contains("nan"));
        QVERIFY(line.contains("\"t\":3.345,\"elapsed\":1.001,"));
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        const QJsonArray metrics = object[u"metrics"_s].toArray();
        QCOMPARE(metrics.size(), 2); // the signal's own series is not repeated here
        const QJsonValue timer = metrics[0];
        QCOMPARE(timer[u"tags"_s].toObject(), (QJsonObject{{u"bare"_s, u""_s}, {u"env"_s, u"dev"_s}}));
        QVERIFY(timer[u"mean"_s].isUndefined());
        QVERIFY(line.contains("\"sum\":0.30000000000000004,"));
        QCOMPARE(timer[u"percentiles"_s][u"99.9"_s][u"upper"_s].toDouble(), 10);
        QCOMPARE(timer[u"percentiles"_s][u"-10"_s][u"lower"_s].toDouble(), 10);
        QVERIFY(metrics[1][u"value"_s].isUndefined()); // registered, never set
        const QJsonValue signal = object[u"signals"_s][0];
        QCOMPARE(signal[u"latency"_s].toObject(),
                 (QJsonObject{{u"mean"_s, 2.5}, {u"p95"_s, 4}, {u"unit"_s, u"ms"_s}}));
        QCOMPARE(signal[u"notes"_s].toArray(),
                 (QJsonArray{u"timer-unit-us"_s, u"users-since-start"_s, u"timer-unit-doubtful"_s}));
        QCOMPARE(object[u"lines"_s][0][u"hint"_s].toString(), u"decimal comma"_s);
        QCOMPARE(object[u"self"_s][u"series"_s].toInt(), 2);
        QCOMPARE(object[u"self"_s][u"mergedBatches"_s].toInt(), 3);
        QCOMPARE(object[u"self"_s][u"unwrittenTicks"_s].toInt(), 4);

        TickText text(registry, store, true, false);
        const QString shown = QString::fromUtf8(text.tick(tick, {}, {0, 4}));
        for (const char *part :
             {"t {bare,env:dev}", "p99.9 10", "a:1,5|c", "127.0.0.1:4000", "app", "not written"})
            QVERIFY2(shown.contains(QLatin1String(part)), qPrintable(shown));
    }

    void readyNamesEveryAddress()
    {
        net::Registry registry(1);
        net::SeriesStore store({});
        TickJson json(registry, store, false);
        QCOMPARE(json.ready({}, {}), QByteArray("{\"event\":\"ready\"}\n"));
        QCOMPARE(json.ready({u"127.0.0.1:1"_s}, {}),
                 QByteArray("{\"event\":\"ready\",\"statsd\":\"127.0.0.1:1\"}\n"));
        QCOMPARE(json.ready({u"127.0.0.1:1"_s, u"[::1]:1"_s}, {}),
                 QByteArray("{\"event\":\"ready\",\"statsd\":\"127.0.0.1:1\","
                            "\"statsdAddresses\":[\"127.0.0.1:1\",\"[::1]:1\"]}\n"));
    }

    void outputIsWrittenInOrderAndWhole()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        QByteArray expected;
        {
            OutputPipe output(file.handle());
            for (int i = 0; i < 300; ++i) {
                const QByteArray record = QByteArray::number(i).repeated(1000) + '\n';
                expected += record;
                output.write(record);
            }
            QCOMPARE(output.dropped(), std::uint64_t{0});
        }
        file.seek(0);
        QVERIFY(file.readAll() == expected);
    }

    void aSlowReaderCostsWholeRecordsOnly()
    {
        const QByteArray record = QByteArray(9'999, 'x') + '\n';
        Pipe pipe;
        QByteArray got;
        std::jthread reader;
        {
            OutputPipe output(pipe.writer, 200'000);
            for (int i = 0; i < 100; ++i) // a pipe holds 64 KiB
                output.write(record);
            const auto dropped = qsizetype(output.dropped());
            QVERIFY(dropped > 50 && dropped < 90);
            reader = std::jthread([&got, &pipe, whole = (100 - dropped) * record.size()] {
                std::array<char, 65536> bytes;
                while (got.size() < whole) {
                    if (const auto size = ::read(pipe.reader, bytes.data(), bytes.size()); size > 0)
                        got.append(bytes.data(), size);
                    else
                        return;
                }
            });
        }
        reader.join();
        QCOMPARE(got.size() % record.size(), 0);
        QVERIFY(got == record.repeated(got.size() / record.size()) && !got.isEmpty());
    }

    void aReaderWhoIsGoneIsTold()
    {
        const auto before = ::signal(SIGPIPE, SIG_IGN);
        Pipe pipe;
        pipe.closeReader();
        OutputPipe output(pipe.writer);
        QSignalSpy closed(&output, &OutputPipe::closed);
        output.write("x\n");
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(closed[0][0].toInt(), EPIPE);
        QTRY_VERIFY(output.dropped() > 0);
        output.write("y\n");
        ::signal(SIGPIPE, before);
    }

    void aStoppedReaderDelaysTheEndByItsPatienceOnly()
    {
        Pipe pipe;
        QElapsedTimer timer;
        {
            OutputPipe output(pipe.writer);
            output.write(QByteArray(1 << 20, 'x'));
            timer.start();
        }
        QVERIFY(timer.elapsed() < 20'000);
        QVERIFY(!pipe.readAll().isEmpty());
    }

    void signalsBecomeEvents()
    {
        TerminationSignals signals_;
        QSignalSpy received(&signals_, &TerminationSignals::received);
        ::raise(SIGTERM);
        QTRY_COMPARE(received.size(), 1);
        struct sigaction action {
        };
        ::sigaction(SIGTERM, nullptr, &action);
        QVERIFY(action.sa_handler == SIG_DFL); // the second one ends the program
        ::raise(SIGINT);
        QTRY_COMPARE(received.size(), 2);
    }

    void demoIsTheSameForTheSameSeed()
    {
        DemoScript one(5), other(5), third(6);
        const auto whole = one.upTo(10);
        auto pieces = other.upTo(3.3);
        for (auto &datagram : other.upTo(10))
            pieces.push_back(std::move(datagram));
        QVERIFY(whole == pieces);
        QVERIFY(whole != third.upTo(10));
        QVERIFY(one.upTo(10).empty());
    }

    void demoLooksLikeApplications()
    {
        DemoScript script;
        const net::PresetMatcher matcher(net::shippedPresets(), {});
        std::set<std::string> applications;
        std::size_t lines = 0, rejected = 0, events = 0;
        struct Sink {
            const net::PresetMatcher &matcher;
            std::set<std::string> &applications;
            std::size_t &events;
            void sample(const net::Sample &sample)
            {
                if (const auto match = matcher.match({sample.name, {}, sample.kind}, {}))
                    applications.insert(match->application);
            }
            void event(const net::Event &) { ++events; }
            void serviceCheck(const net::ServiceCheck &) { ++events; }
        } sink{matcher, applications, events};
        constexpr int Seconds = 600;
        for (const std::string &datagram : script.upTo(Seconds)) {
            lines += net::forEachLine(datagram, [&](std::string_view line) {
                if (net::parseLine(line, net::defaultDialect(), sink).verdict == net::Verdict::Rejected)
                    ++rejected;
            });
        }
        QCOMPARE(applications, (std::set<std::string>{"demo-api", "v1.demo.metriscope.billing.demo",
                                                      "v1.demo.metriscope.portal.demo"}));
        QVERIFY2(lines / Seconds > 50 && lines / Seconds < 500, qPrintable(QString::number(lines / Seconds)));
        QVERIFY(rejected > 20 && rejected < lines / 100);
        QVERIFY(events > 10);
    }

    void demoReachesARealSocket()
    {
        QUdpSocket socket;
        QVERIFY(socket.bind(QHostAddress::LocalHost, 0));
        const Demo demo({net::Endpoint::Kind::Inet, "0.0.0.0", socket.localPort()});
        QTRY_VERIFY(socket.hasPendingDatagrams());
    }
};

QTEST_GUILESS_MAIN(TestOutput)
#include "tst_output.moc"
