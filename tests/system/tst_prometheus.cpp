// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/console.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSettings>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;

namespace
{

constexpr int Patience = 20'000;

QElapsedTimer started()
{
    QElapsedTimer clock;
    clock.start();
    return clock;
}

/// A program of Python, ended with this object.
class Python final
{
public:
    ~Python()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.terminate();
        if (!m_process.waitForFinished(5000)) {
            m_process.kill();
            m_process.waitForFinished(5000);
        }
    }
    /// Starts it and waits for a line that matches; what is captured, empty when none came.
    QString start(const QString &program, const QStringList &arguments,
                  const QProcessEnvironment &environment, const QString &pattern)
    {
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(program, arguments);
        const QRegularExpression expression(pattern);
        const QElapsedTimer clock = started();
        while (clock.elapsed() < Patience && m_process.state() != QProcess::NotRunning) {
            m_process.waitForReadyRead(100);
            m_said += m_process.readAll();
            if (const auto match = expression.match(QString::fromUtf8(m_said)); match.hasMatch())
                return match.captured(1);
        }
        qWarning("%s", m_said.constData());
        return {};
    }
    void write(const QByteArray &bytes)
    {
        m_process.write(bytes);
        m_process.waitForBytesWritten(Patience);
    }

private:
    QProcess m_process;
    QByteArray m_said;
};

/// The status of an answer and its body.
QPair<int, QByteArray> get(quint16 port, const QByteArray &path)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    if (!socket.waitForConnected(Patience))
        return {};
    socket.write("GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n");
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(Patience)) {
    }
    const QByteArray answer = socket.readAll();
    return {answer.mid(9, 3).toInt(), answer.mid(answer.indexOf("\r\n\r\n") + 4)};
}

/// Ports in a row that nobody uses, the first of them.
quint16 freePorts(int many)
{
    for (int attempt = 0; attempt < 50; ++attempt) {
        std::vector<std::unique_ptr<QTcpServer>> servers;
        QTcpServer first;
        if (!first.listen(QHostAddress::LocalHost) || first.serverPort() > 65'000)
            continue;
        bool free = true;
        for (int i = 1; i < many && free; ++i) {
            servers.push_back(std::make_unique<QTcpServer>());
            free = servers.back()->listen(QHostAddress::LocalHost, quint16(first.serverPort() + i));
        }
        if (free)
            return first.serverPort();
    }
    return 0;
}

/// Django under gunicorn.
class Shop final
{
public:
    [[nodiscard]] bool start(int workers, const QList<QPair<QString, QString>> &variables = {})
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PYTHONDONTWRITEBYTECODE"_s, u"1"_s);
        for (const auto &[name, value] : variables)
            environment.insert(name, value);
        m_port =
            m_python
                .start(u"/usr/bin/python3"_s,
                       {u"-m"_s, u"gunicorn"_s, u"--chdir"_s, QStringLiteral(METRISCOPE_TEST_DATA "/django"),
                        u"-w"_s, QString::number(workers), u"-b"_s, u"127.0.0.1:0"_s, u"shop:application"_s},
                       environment, u"Listening at: http://127.0.0.1:(\\d+)"_s)
                .toUShort();
        // the workers come later than the listener
        return m_port > 0 && get(m_port, "/").first == 200;
    }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString url() const { return u"prometheus=http://127.0.0.1:%1/metrics"_s.arg(m_port); }

private:
    Python m_python;
    quint16 m_port = 0;
};

QJsonObject sourceOf(const QJsonObject &tick)
{
    for (const QJsonValue &source : tick[u"sources"_s].toArray()) {
        if (source[u"kind"_s] == u"prometheus"_s)
            return source.toObject();
    }
    return {};
}

QJsonObject signalOf(const QJsonObject &tick)
{
    for (const QJsonValue &signal : tick[u"signals"_s].toArray()) {
        if (signal[u"preset"_s] == u"django-prometheus"_s)
            return signal.toObject();
    }
    return {};
}

const QString Requests = u"django_http_requests_before_middlewares_total"_s;

} // namespace

/// Prometheus targets of real components, against what `watch --json` says of them.
class TestPrometheus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKind();
    void django_data();
    void django();
    void workersOfARange();
    void requestsOfAKilledWorker();
    void aGaugeOfActiveUsers();
    void severalWorkersBehindOneUrl();
    void failures_data();
    void failures();
    void explainAnAddress_data();
    void explainAnAddress();
    void explain_data();
    void explain();

private:
    static QStringList options(const QString &poll)
    {
        return {u"--poll"_s, poll, u"--interval"_s, u"0.5"_s, u"--tick"_s, u"0.5"_s};
    }
    /// Adds up what a counter counted in the ticks until it is `wanted`, or for `Patience`.
    static double countedUntil(Console &console, const QString &metric, double wanted)
    {
        double counted = 0;
        console.tickWith([&](const QJsonObject &tick) {
            counted += metricOf(tick, metric)[u"count"_s].toDouble();
            return counted > wanted - 1e-6;
        });
        return counted;
    }
};

/// prometheus_client: counters, gauges, histograms, summaries, info and enumerations.
void TestPrometheus::everyKind()
{
    Python exporter;
    const auto port = exporter.start(
        u"/usr/bin/python3"_s, {u"-u"_s, QStringLiteral(METRISCOPE_TEST_DATA "/prometheus_exporter.py")},
        QProcessEnvironment::systemEnvironment(), u"^(\\d+)\\n"_s);
    QVERIFY(!port.isEmpty());
    Console console;
    const QString url = u"http://127.0.0.1:%1/metrics"_s.arg(port);
    QVERIFY2(console.watch(options(u"prometheus="_s + url)), qPrintable(console.err()));
    const QJsonObject first = console.tickWithMetric(u"jobs_total"_s);
    QCOMPARE(missingFrom(metricOf(first, u"jobs_total"_s),
                         QJsonObject{{u"kind"_s, u"counter"_s},
                                     {u"total"_s, 1000}, // what was before nobody saw
                                     {u"tags"_s, QJsonObject{{u"queue"_s, u"mail"_s}}}}),
             QString());
    QCOMPARE(metricOf(first, u"build_info"_s)[u"tags"_s][u"version"_s].toString(), u"1.2"_s);
    QCOMPARE(metricOf(first, u"users_online"_s)[u"value"_s].toDouble(), 7.0);
    for (const QJsonValue &metric : first[u"metrics"_s].toArray()) {
        const QString name = metric[u"name"_s].toString();
        QVERIFY2(!name.endsWith(u"_created"_s) && !name.endsWith(u"_bucket"_s), qPrintable(name));
        QVERIFY2(metric[u"tags"_s][u"le"_s].isUndefined(), qPrintable(name));
    }
    QCOMPARE(missingFrom(sourceOf(first), QJsonObject{{u"id"_s, u"prometheus"_s},
                                                      {u"state"_s, u"running"_s},
                                                      {u"address"_s, url},
                                                      {u"rejected"_s, 0},
                                                      {u"applications"_s, 1}}),
             QString());

    exporter.write("40\n");
    double jobs = 0, sum = 0, upToHalf = 0, upToTenth = 0;
    bool whole = true; // each tick's last bucket holds all
    QJsonObject histogram, summary;
    const QJsonObject last = console.tickWith([&](const QJsonObject &tick) {
        jobs += metricOf(tick, u"jobs_total"_s)[u"count"_s].toDouble();
        const QJsonObject found = metricOf(tick, u"latency_seconds"_s);
        sum += found[u"sum"_s].toDouble();
        histogram = found.isEmpty() ? histogram : found;
        if (const QJsonArray buckets = found[u"buckets"_s].toArray(); !buckets.isEmpty()) {
            upToTenth += buckets[0][1].toDouble();
            upToHalf += buckets[1][1].toDouble();
            whole = whole && buckets.last()[1].toDouble() == found[u"count"_s].toDouble();
        }
        summary = metricOf(tick, u"size_bytes"_s).isEmpty() ? summary : metricOf(tick, u"size_bytes"_s);
        return jobs > 40 - 1e-6 && sum > 12 - 1e-6;
    });
    QVERIFY2(!last.isEmpty(), qPrintable(u"%1 jobs, %2 s"_s.arg(jobs).arg(sum)));
    QVERIFY2(qAbs(jobs - 40) < 1e-6, qPrintable(QString::number(jobs)));
    QVERIFY2(qAbs(sum - 12) < 1e-6, qPrintable(QString::number(sum)));
    QCOMPARE(histogram[u"kind"_s].toString(), u"histogram"_s);
    const QJsonArray buckets = histogram[u"buckets"_s].toArray();
    QCOMPARE(buckets.size(), 4);
    QCOMPARE(buckets[0][0].toDouble(), 0.1);
    QCOMPARE(buckets[1][0].toDouble(), 0.5);
    QCOMPARE(buckets[3][0].toString(), u"+Inf"_s);
    QCOMPARE(upToTenth, 0.0);
    QCOMPARE(upToHalf, 40.0);
    QVERIFY(whole);
    QVERIFY(!summary.contains(u"buckets"_s));
    QVERIFY(qAbs(histogram[u"mean"_s].toDouble() - 0.3) < 1e-6);
    const double median = histogram[u"quantiles"_s][u"0.5"_s].toDouble();
    QVERIFY2(median > 0.1 && median <= 0.5, qPrintable(QString::number(median)));
    QVERIFY(qAbs(summary[u"mean"_s].toDouble() - 200) < 1e-6);
    QCOMPARE(console.stop(SIGTERM), 0);
}

void TestPrometheus::django_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<int>("workers");
    QTest::newRow("view") << u"view"_s << 1;
    QTest::newRow("view with a namespace") << u"namespace"_s << 1;
    QTest::newRow("export port") << u"port"_s << 1;
    QTest::newRow("multiprocess directory") << u"multiproc"_s << 2;
}

/// The three charts of a site, however it exports.
void TestPrometheus::django()
{
    QFETCH(QString, mode);
    QFETCH(int, workers);
    QTemporaryDir directory;
    const quint16 exportPort = freePorts(1);
    QList<QPair<QString, QString>> variables;
    if (mode == u"port"_s)
        variables << qMakePair(u"SHOP_PORT"_s, QString::number(exportPort));
    if (mode == u"namespace"_s)
        variables << qMakePair(u"SHOP_NAMESPACE"_s, u"shop"_s);
    if (mode == u"multiproc"_s)
        variables << qMakePair(u"PROMETHEUS_MULTIPROC_DIR"_s, directory.path());
    Shop shop;
    QVERIFY(shop.start(workers, variables));
    Console console;
    const QString poll =
        mode == u"port"_s ? u"prometheus=http://127.0.0.1:%1/metrics"_s.arg(exportPort) : shop.url();
    QVERIFY2(console.watch(options(poll)), qPrintable(console.err()));
    QVERIFY(!console.tickWith([](const QJsonObject &tick) { return !signalOf(tick).isEmpty(); }).isEmpty());
    for (int i = 0; i < 30; ++i)
        QCOMPARE(get(shop.port(), "/").first, 200);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(get(shop.port(), "/boom").first, 500);

    // a view counts its own requests too
    double requests = 0, errors = 0;
    QJsonObject latency, inFlight;
    const QString name = mode == u"namespace"_s ? u"shop_"_s + Requests : Requests;
    const QJsonObject last = console.tickWith([&](const QJsonObject &tick) {
        const QJsonObject signal = signalOf(tick);
        const double elapsed = tick[u"elapsed"_s].toDouble();
        requests += signal[u"requestRate"_s].toDouble() * elapsed;
        errors += signal[u"errorRate"_s].toDouble() * elapsed;
        // of the tick with the slow ones: the last one may have had nothing but errors, which are quick
        if (const QJsonObject now = signal[u"latency"_s].toObject();
            now[u"p99"_s].toDouble() > latency[u"p99"_s].toDouble())
            latency = now;
        if (signal.contains(u"inFlight"_s))
            inFlight = signal;
        return requests > 32.9 && errors > 2.9;
    });
    QVERIFY2(!last.isEmpty(), qPrintable(u"%1 requests, %2 errors"_s.arg(requests).arg(errors)));
    QVERIFY2(qAbs(errors - 3) < 0.1, qPrintable(QString::number(errors)));
    QCOMPARE(latency[u"unit"_s].toString(), u"ms"_s);
    QVERIFY2(latency[u"p99"_s].toDouble() > 10 && latency[u"p99"_s].toDouble() < 10'000,
             QJsonDocument(latency).toJson().constData());
    const double open = inFlight[u"inFlight"_s].toDouble(-1);
    QVERIFY2(open > -0.5 && open < 2.5, qPrintable(QString::number(open)));
    QCOMPARE(sourceOf(last)[u"rejected"_s].toInt(), 0);
    QVERIFY(!sourceOf(last).contains(u"notes"_s));
}

/// Two workers on ports of a range: they add up, and one that dies and comes again makes no spike.
void TestPrometheus::workersOfARange()
{
    const quint16 first = freePorts(6);
    const QString range = u"%1-%2"_s.arg(first).arg(first + 5);
    Shop shop;
    QVERIFY(shop.start(2, {{u"SHOP_PORTS"_s, range}}));
    Console console;
    QVERIFY2(console.watch(options(u"prometheus=http://127.0.0.1:%1/metrics"_s.arg(range))),
             qPrintable(console.err()));
    QVERIFY(
        !console
             .tickWith([](const QJsonObject &tick) { return sourceOf(tick)[u"applications"_s].toInt() == 2; })
             .isEmpty());
    QSet<QByteArray> processes;
    for (int i = 0; i < 40; ++i)
        processes.insert(get(shop.port(), "/").second);
    const double counted = countedUntil(console, Requests, 40);
    QVERIFY2(qAbs(counted - 40) < 1e-6, qPrintable(QString::number(counted)));

    QVERIFY(!processes.isEmpty());
    QCOMPARE(::kill(processes.begin()->toInt(), SIGKILL), 0);
    // its successor takes the port and begins at zero: nothing is lost, nothing is counted twice
    int answered = 0;
    for (QElapsedTimer clock = started(); answered < 30 && clock.elapsed() < Patience;)
        answered += get(shop.port(), "/").first == 200 ? 1 : 0;
    QCOMPARE(answered, 30);
    const double after = countedUntil(console, Requests, answered);
    QVERIFY2(qAbs(after - answered) < 1e-6, qPrintable(QString::number(after)));
    const QJsonObject quiet = console.tickWith([](const QJsonObject &) { return true; });
    QVERIFY(metricOf(quiet, Requests)[u"count"_s].toDouble() < 1e-6);
    QCOMPARE(sourceOf(quiet)[u"state"_s].toString(), u"running"_s);
}

/// A request that dies with its worker has no response, ever: it is in flight for as long as the worker
/// lives.
void TestPrometheus::requestsOfAKilledWorker()
{
    const quint16 first = freePorts(3);
    const QString range = u"%1-%2"_s.arg(first).arg(first + 2);
    Shop shop;
    QVERIFY(shop.start(1, {{u"SHOP_PORTS"_s, range}}));
    const QByteArray process = get(shop.port(), "/").second;
    Console console;
    QVERIFY2(console.watch(options(u"prometheus=http://127.0.0.1:%1/metrics"_s.arg(range))),
             qPrintable(console.err()));
    const auto inFlight = [&console](double wanted) {
        return !console
                    .tickWith([wanted](const QJsonObject &tick) {
                        return signalOf(tick)[u"inFlight"_s].toDouble(-1) == wanted;
                    })
                    .isEmpty();
    };
    QVERIFY(inFlight(0));
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, shop.port());
    QVERIFY(socket.waitForConnected(Patience));
    socket.write("GET /slow HTTP/1.0\r\nHost: localhost\r\n\r\n");
    QVERIFY(socket.waitForBytesWritten(Patience));
    QVERIFY(inFlight(1));
    QCOMPARE(::kill(process.toInt(), SIGKILL), 0);
    QVERIFY(inFlight(0));
}

/// As the window keeps it: no option of the command line chooses a gauge.
void TestPrometheus::aGaugeOfActiveUsers()
{
    Python exporter;
    const auto port = exporter.start(
        u"/usr/bin/python3"_s, {u"-u"_s, QStringLiteral(METRISCOPE_TEST_DATA "/prometheus_exporter.py")},
        QProcessEnvironment::systemEnvironment(), u"^(\\d+)\\n"_s);
    QVERIFY(!port.isEmpty());
    Console console;
    const QJsonObject target{{u"id"_s, u"shop"_s},
                             {u"kind"_s, u"prometheus"_s},
                             {u"address"_s, u"http://127.0.0.1:%1/metrics"_s.arg(port)},
                             {u"application"_s, u"shop"_s},
                             {u"intervalMs"_s, 200},
                             {u"activeUsers"_s, u"users_online{site=\"b\"}"_s}};
    const QString settings = console.path(u"settings.ini"_s);
    {
        QSettings ini(settings, QSettings::IniFormat);
        ini.setValue(u"version"_s, 1);
        ini.setValue(
            u"polling/targets"_s,
            QString::fromLatin1(QJsonDocument(QJsonArray{target}).toJson(QJsonDocument::Compact).toBase64()));
    }
    QVERIFY2(console.watch({u"--config"_s, settings, u"--tick"_s, u"0.2"_s}), qPrintable(console.err()));
    const QJsonObject tick = console.tickWith(
        [](const QJsonObject &each) { return applicationOf(each, u"shop"_s).contains(u"activeUsers"_s); });
    QCOMPARE(applicationOf(tick, u"shop"_s)[u"activeUsers"_s].toDouble(), 30.0);
    exporter.write("3\n");
    QVERIFY(!console
                 .tickWith([](const QJsonObject &each) {
                     return applicationOf(each, u"shop"_s)[u"activeUsers"_s].toDouble() == 33;
                 })
                 .isEmpty());
    QCOMPARE(console.stop(SIGTERM), 0);
}

/// M8: a view without the multiprocess directory is told, and what it says is still counted right.
void TestPrometheus::severalWorkersBehindOneUrl()
{
    Shop shop;
    QVERIFY(shop.start(2));
    Console console;
    QVERIFY2(console.watch({u"--poll"_s, shop.url(), u"--interval"_s, u"0.1"_s}), qPrintable(console.err()));
    double most = 0;
    const QJsonObject told = console.tickWith([&](const QJsonObject &tick) {
        most = std::max(most, metricOf(tick, Requests)[u"rate"_s].toDouble());
        return sourceOf(tick)[u"notes"_s].toArray().contains(u"several-workers"_s);
    });
    QVERIFY(!told.isEmpty());
    QVERIFY2(most < 40, qPrintable(QString::number(most))); // ten scrapes a second are requests too
}

void TestPrometheus::failures_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("error");
    QTest::newRow("nobody listens") << QByteArray() << u"refused"_s;
    QTest::newRow("HTML") << QByteArray("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<html>")
                          << u"not-metrics"_s;
    QTest::newRow("404") << QByteArray("HTTP/1.0 404 Not Found\r\n\r\n") << u"http-status"_s;
    QTest::newRow("says nothing") << QByteArray("-") << u"timed-out"_s;
}

/// A clear reason for that source, and all others go on.
void TestPrometheus::failures()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, error);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        QTcpSocket *const socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
            if (!socket->readAll().isEmpty() && answer != "-") {
                socket->write(answer);
                socket->disconnectFromHost();
            }
        });
    });
    if (answer.isEmpty())
        server.close();
    Console console;
    QProcess &process = console.process();
    process.start(QStringLiteral(METRISCOPE_BINARY),
                  {u"watch"_s, u"--json"_s, u"--statsd"_s, u"127.0.0.1:0"_s, u"--poll"_s,
                   u"prometheus=http://127.0.0.1:%1/metrics"_s.arg(port), u"--interval"_s, u"0.5"_s});
    const QByteArray wanted = "\"error\":\"" + error.toUtf8() + '"';
    QByteArray out;
    const bool told =
        QTest::qWaitFor([&] { return (out += process.readAllStandardOutput()).contains(wanted); }, Patience);
    process.terminate();
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, Patience);
    QVERIFY2(told, (out.right(2000) + process.readAllStandardError()).constData());
}

void TestPrometheus::explainAnAddress_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("says"); ///< with ' for "
    QTest::newRow("metrics") << QByteArray("HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\na 1\n") << 0
                             << QByteArray("'format':'text','families':1,'samples':1,'errors':0");
    QTest::newRow("openmetrics by its type, which is cut")
        << QByteArray("HTTP/1.0 200 OK\r\nContent-Type: application/openmetrics-text\r\n\r\na 1\n") << 0
        << QByteArray("'reason':'missing-eof','hint':'truncated'");
    QTest::newRow("HTML") << QByteArray("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n26106") << 1
                          << QByteArray("'reason':'not-exposition','hint':'HTML page'");
    QTest::newRow("404") << QByteArray("HTTP/1.0 404 Not Found\r\n\r\n") << 2 << QByteArray();
}

void TestPrometheus::explainAnAddress()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, status);
    QFETCH(QByteArray, says);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        QTcpSocket *const socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
            socket->readAll();
            socket->write(answer);
            socket->disconnectFromHost();
        });
    });
    QProcess process;
    process.start(QStringLiteral(METRISCOPE_BINARY),
                  {u"explain"_s, u"prometheus"_s, u"http://127.0.0.1:%1/metrics"_s.arg(server.serverPort()),
                   u"--json"_s});
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, Patience);
    const QByteArray out = process.readAllStandardOutput();
    QCOMPARE(process.exitCode(), status);
    QVERIFY2(out.contains(says.replace('\'', '"')), out.constData());
    QCOMPARE(process.readAllStandardError().isEmpty(), status != 2);
}

void TestPrometheus::explain_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArrayList>("lines"); ///< JSON with ' for "; each is in one of the lines
    QTest::newRow("good") << QByteArray("# HELP a Some\n# TYPE a gauge\na{x=\"1\"} NaN 1500\n")
                          << QStringList() << 0
                          << QByteArrayList{
                                 "{'event':'family','name':'a','type':'gauge','unit':'','help':'Some',"
                                 "'samples':[{'name':'a','labels':{'x':'1'},'value':'NaN',"
                                 "'timestamp':1.5}]}",
                                 "{'event':'summary','format':'text','families':1,'samples':1,"
                                 "'errors':0,'warnings':0}"};
    QTest::newRow("a bad line") << QByteArray("a 1,5\n") << QStringList() << 1
                                << QByteArrayList{"{'event':'problem','line':1,'at':2,'severity':'error',"
                                                  "'reason':'bad-value','hint':'decimal comma'}"};
    QTest::newRow("a warning is no failure")
        << QByteArray("a 1") << QStringList() << 0
        << QByteArrayList{
               "{'event':'problem','line':1,'at':3,'severity':'warning','reason':'missing-newline'}"};
    QTest::newRow("openmetrics by its end")
        << QByteArray("# TYPE a counter\na_total 1 # {t=\"x\"} 0.5 2.5\n# EOF\n") << QStringList() << 0
        << QByteArrayList{"'exemplar':{'labels':{'t':'x'},'value':0.5,'timestamp':2.5}",
                          "{'event':'summary','format':'openmetrics','families':1,'samples':1,'errors':0,"
                          "'warnings':0}"};
    QTest::newRow("text by name") << QByteArray("# TYPE a counter\na_total 1 # {t=\"x\"} 0.5\n# EOF\n")
                                  << QStringList{u"--format"_s, u"text"_s} << 1
                                  << QByteArrayList{"'reason':'exemplar-in-text'"};
}

void TestPrometheus::explain()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, options);
    QFETCH(int, status);
    QFETCH(QByteArrayList, lines);
    Console console;
    QFile file(console.path(u"exposition"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    QCOMPARE(console.run(QStringList{u"explain"_s, u"prometheus"_s, file.fileName(), u"--json"_s} + options),
             status);
    for (QByteArray &line : lines)
        QVERIFY2(console.out().contains(line.replace('\'', '"')), (line + "\n" + console.out()).constData());
}

QTEST_GUILESS_MAIN(TestPrometheus)
#include "tst_prometheus.moc"
