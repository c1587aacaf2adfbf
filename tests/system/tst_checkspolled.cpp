// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/checkfixture.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using metriscope::net::CheckContext;
using metriscope::net::CheckId;
using metriscope::net::CheckKind;

namespace
{

const QByteArray Metrics = "HTTP/1.0 200 OK\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n\r\n"
                           "# TYPE django_http_requests_before_middlewares_total counter\n"
                           "django_http_requests_before_middlewares_total 7.0\n"
                           "# TYPE django_http_responses_total_by_status_total counter\n"
                           "django_http_responses_total_by_status_total{status=\"200\"} 6.0\n";
const QByteArray Page = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body>Shop</body></html>";

QByteArray withStatus(const QByteArray &status, const QByteArray &headers = {}, const QByteArray &body = {})
{
    return "HTTP/1.0 " + status + "\r\n" + headers + "\r\n" + body;
}

QString url(quint16 port, const QString &path = u"/metrics"_s)
{
    return u"http://127.0.0.1:%1%2"_s.arg(port).arg(path);
}

CheckContext exporter(const QString &address)
{
    CheckContext context;
    context.kind = CheckKind::Prometheus;
    context.prometheus = address;
    return context;
}

/// Answers HTTP requests by their path.
using Pages = std::map<QByteArray, QByteArray>;
std::unique_ptr<QObject> serve(quint16 &port, const Pages &pages)
{
    return listenAndSay(port, {}, [pages](const QByteArray &said) {
        const auto page = pages.find(said.split(' ').value(1));
        return page != pages.end() ? page->second : pages.at("*");
    });
}

/// Who is asked in vain is looked for on the usual port too.
bool usualMonitorIsFree()
{
    QTcpServer server;
    return networkIsOurs || server.listen(QHostAddress::LocalHost, 8135);
}

bool written(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

bool connects(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected(1000) && socket.localPort() != port; // not to itself: see fetch()
}

} // namespace

/// Faults of exporters, monitors and Graphite, made for real; the checks have to name exactly that one.
class TestChecksPolled final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exporterAnswers_data()
    {
        QTest::addColumn<Pages>("pages");
        QTest::addColumn<QString>("faults");
        QTest::newRow("good") << Pages{{"*", Metrics}} << QString();
        QTest::newRow("under a prefix")
            << Pages{{"/prometheus/metrics", Metrics}, {"*", withStatus("404 Not Found")}}
            << u"prometheus.answer fail exporter-not-found"_s;
        QTest::newRow("nowhere") << Pages{{"*", withStatus("404 Not Found")}}
                                 << u"prometheus.answer fail exporter-not-found"_s;
        QTest::newRow("a page") << Pages{{"*", Page}} << u"prometheus.answer fail exporter-html"_s;
        QTest::newRow("login") << Pages{{"*", withStatus("401 Unauthorized")}}
                               << u"prometheus.answer fail exporter-login"_s;
        QTest::newRow("redirect to a login")
            << Pages{{"*", withStatus("302 Found", "Location: /accounts/login/?next=/metrics\r\n")}}
            << u"prometheus.answer fail exporter-login"_s;
        QTest::newRow("redirect") << Pages{{"*",
                                            withStatus("301 Moved Permanently", "Location: /metrics/\r\n")}}
                                  << u"prometheus.answer fail exporter-redirect"_s;
        QTest::newRow("broken") << Pages{{"*", withStatus("500 Internal Server Error")}}
                                << u"prometheus.answer fail exporter-broken"_s;
        QTest::newRow("damaged") << Pages{{"*", Metrics + "django_x{ 3\n"}}
                                 << u"prometheus.answer fail exporter-damaged"_s;
        QTest::newRow("no HTTP") << Pages{{"*", "hello\r\n"}} << u"prometheus.answer fail http-not-http"_s;
        QTest::newRow("no requests") << Pages{{"*", withStatus("200 OK", "Content-Type: text/plain\r\n",
                                                               "# TYPE up gauge\nup 1\n")}}
                                     << u"prometheus.request-metrics warning requests-missing"_s;
        QTest::newRow("one middleware") << Pages{{"*", QByteArray(Metrics).replace("total 7.0", "total 0.0")}}
                                        << u"prometheus.request-metrics warning requests-half"_s;
    }
    void exporterAnswers()
    {
        QFETCH(Pages, pages);
        QFETCH(QString, faults);
        quint16 port = 0;
        const auto server = serve(port, pages);
        const auto outcome = runChecks(exporter(url(port)));
        QCOMPARE(outcome.faults(), faults);
        QVERIFY(outcome.took < 5000);
        if (pages.contains("/prometheus/metrics"))
            QCOMPARE(outcome.evidence(CheckId::ExporterAnswer).items,
                     QStringList{url(port, u"/prometheus/metrics"_s)});
        for (const auto &[id, result] : outcome.results)
            QVERIFY(!result.evidence.address.contains("secret"_L1));
    }

    void exporterIsSilent()
    {
        quint16 port = 0;
        const auto server = listenAndSay(port, {});
        const auto outcome = runChecks(exporter(url(port)));
        QCOMPARE(outcome.faults(), u"prometheus.answer fail exporter-slow"_s);
        QVERIFY(outcome.took < 15'000);
    }

    void secretsStayAway()
    {
        quint16 port = 0;
        QByteArray said;
        const auto server = listenAndSay(port, {}, [&](const QByteArray &request) {
            said = request;
            return withStatus("401 Unauthorized");
        });
        const auto outcome = runChecks(exporter(u"http://me:secret@127.0.0.1:%1/metrics"_s.arg(port)));
        QCOMPARE(outcome.faults(), u"prometheus.answer fail exporter-login"_s);
        QVERIFY(said.contains("Authorization: Basic " + QByteArray("me:secret").toBase64()));
        for (const auto &[id, result] : outcome.results)
            QVERIFY2(!(result.evidence.address + result.evidence.items.join(u' ')).contains("secret"_L1),
                     qPrintable(result.evidence.address));
    }

    void exporterPorts()
    {
        const quint16 port = freePort();
        QCOMPARE(runChecks(exporter(url(port))).faults(), u"prometheus.ports fail exporter-refused"_s);
        const QString range = u"http://127.0.0.1:%1-%2/metrics"_s.arg(port).arg(port + 2);
        QCOMPARE(runChecks(exporter(range)).faults(), u"prometheus.ports fail no-port-answers"_s);
        QCOMPARE(runChecks(exporter(u"ftp://x/"_s)).faults(), u"prometheus.ports fail bad-address"_s);
        QCOMPARE(runChecks(exporter(u"http://no.such.host.invalid/metrics"_s)).faults(),
                 u"prometheus.ports fail host-unknown"_s);
        quint16 one = port;
        const auto server = serve(one, {{"*", Metrics}});
        const auto outcome = runChecks(exporter(range)); // the others refuse, which is normal
        QCOMPARE(outcome.faults(), QString());
        QCOMPARE(outcome.evidence(CheckId::ExporterPorts).items, QStringList{url(port)});
    }

    void samePortAsTheApplication()
    {
        const quint16 port = freePort();
        Peer site;
        QVERIFY(site.python(R"(
import http.server, sys
class Site(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header('Content-Type', 'text/html')
        self.end_headers()
        self.wfile.write(b'<!doctype html><title>Shop</title>')
    def log_message(self, *args):
        pass
server = http.server.ThreadingHTTPServer(('127.0.0.1', int(sys.argv[1])), Site)
print('ready')
server.serve_forever()
)",
                            {QString::number(port)}));
        const auto outcome = runChecks(exporter(url(port)));
        QCOMPARE(outcome.faults(), u"prometheus.answer fail exporter-same-port"_s);
        QCOMPARE(outcome.evidence(CheckId::ExporterAnswer).peer,
                 u"python3 (%1)"_s.arg(site.process().processId()));
    }

    void exporterStartedBeforeTheWorkers()
    {
        const quint16 port = freePort();
        Peer master;
        if (!master.python(R"(
import os, sys, time
from prometheus_client import start_http_server, Counter
Counter('django_http_requests_before_middlewares', 'x')
start_http_server(int(sys.argv[1]), '127.0.0.1')
children = [os.fork() for _ in range(2)]
if 0 in children:
    parent = os.getppid()
    while os.getppid() == parent:
        time.sleep(0.2)
    os._exit(0)
print('ready')
time.sleep(60)
)",
                           {QString::number(port)}))
            QSKIP("python3-prometheus-client is not installed");
        const auto outcome = runChecks(exporter(url(port)));
        QCOMPARE(outcome.faults(), u"prometheus.preload warning preload-on"_s);
        QCOMPARE(outcome.evidence(CheckId::ExporterPreload).count, 2);
    }

    void monitor_data()
    {
        QTest::addColumn<QByteArray>("stats"); // JSON, or a whole answer
        QTest::addColumn<QString>("faults");
        QTest::newRow("healthy") << QByteArray("{\"start_time\": 1000, \"last_publish.time\": 1995.5}")
                                 << QString();
        QTest::newRow("old") << QByteArray("{\"start_time\": 1000, \"last_publish.time\": 1500}")
                             << u"istats.publishing fail publishing-old"_s;
        QTest::newRow("never") << QByteArray("{\"start_time\": 1000}")
                               << u"istats.publishing fail publishing-never"_s;
        QTest::newRow("just started") << QByteArray("{\"start_time\": 1999}") << QString();
        QTest::newRow("no Graphite") << QByteArray(
                                            "{\"last_publish.time\": 1995, \"publish_error.socket\": 3}")
                                     << u"istats.publishing fail publish-errors"_s;
        QTest::newRow("fault") << QByteArray(
                                      "<?xml version='1.0'?><methodResponse><fault><value><struct><member>"
                                      "<name>faultCode</name><value><int>8001</int></value></member><member>"
                                      "<name>faultString</name><value><string>procedure istats not found"
                                      "</string></value></member></struct></value></fault></methodResponse>")
                               << u"istats.answer fail monitor-fault"_s;
        QTest::newRow("page") << QByteArray("<html>hello</html>") << u"istats.answer fail monitor-not-xml"_s;
    }
    void monitor()
    {
        QFETCH(QByteArray, stats);
        QFETCH(QString, faults);
        if (!usualMonitorIsFree())
            QSKIP("port 8135 is in use on this machine");
        quint16 port = 0;
        const QByteArray body =
            stats.startsWith('<')
                ? stats
                : "<?xml version='1.0'?>\n<methodResponse>\n<params>\n<param>\n<value><string>" + stats +
                      "</string></value>\n</param>\n</params>\n</methodResponse>\n";
        const auto server = listenAndSay(port, {}, [&](const QByteArray &said) {
            return said.startsWith("POST ") && said.contains("<methodName>istats</methodName>")
                       ? withStatus("200 OK", "Content-Type: text/xml\r\n", body)
                       : withStatus("405 Method Not Allowed");
        });
        CheckContext context;
        context.kind = CheckKind::Istats;
        context.istats = u"http://127.0.0.1:%1"_s.arg(port);
        context.now = [] { return QDateTime::fromSecsSinceEpoch(2000, Qt::UTC); };
        const auto outcome = runChecks(context);
        QCOMPARE(outcome.faults(), faults);
        QVERIFY(outcome.took < (faults.isEmpty() ? 5000 : 15'000));
        if (faults.contains("monitor-fault"_L1))
            QCOMPARE(outcome.evidence(CheckId::MonitorAnswer).detail, u"procedure istats not found"_s);

        context.istats = u"http://127.0.0.1:%1"_s.arg(port - 10); // the statsd port itself
        if (faults.isEmpty()) {
            const auto wrong = runChecks(context);
            QCOMPARE(wrong.faults(), u"istats.answer fail monitor-wrong-port"_s);
            QCOMPARE(wrong.evidence(CheckId::MonitorAnswer).found, u"http://127.0.0.1:%1"_s.arg(port));
        }
    }
    void monitorIsAbsent()
    {
        if (!usualMonitorIsFree())
            QSKIP("port 8135 is in use on this machine");
        CheckContext context;
        context.kind = CheckKind::Istats;
        context.istats = u"http://127.0.0.1:%1"_s.arg(freePort());
        QCOMPARE(runChecks(context).faults(), u"istats.answer fail monitor-refused"_s);
        quint16 port = 0;
        const auto server = listenAndSay(port, {});
        context.istats = u"http://127.0.0.1:%1"_s.arg(port);
        QCOMPARE(runChecks(context).faults(), u"istats.answer fail monitor-mute"_s);
    }

    void graphite_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<QString>("faults");
        QTest::newRow("healthy") << QByteArray() << QByteArray() << false << QString();
        QTest::newRow("HTTP") << QByteArray() << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n") << true
                              << u"graphite.answer fail graphite-not-carbon"_s;
        QTest::newRow("SMTP") << QByteArray("220 mail ESMTP\r\n") << QByteArray() << false
                              << u"graphite.answer fail graphite-not-carbon"_s;
        QTest::newRow("pickle") << QByteArray() << QByteArray() << true
                                << u"graphite.answer fail graphite-closes"_s;
    }
    void graphite()
    {
        QFETCH(QByteArray, greeting);
        QFETCH(QByteArray, reply);
        QFETCH(bool, closes);
        QFETCH(QString, faults);
        quint16 port = 0;
        const auto server = listenAndSay(
            port, greeting, [&](const QByteArray &) { return reply; }, closes);
        CheckContext context;
        context.kind = CheckKind::Graphite;
        context.graphite = u"127.0.0.1:%1"_s.arg(port);
        const auto outcome = runChecks(context);
        QCOMPARE(outcome.faults(), faults);
        QVERIFY(outcome.took < (faults.isEmpty() ? 5000 : 15'000));
        if (faults.isEmpty())
            QCOMPARE(outcome.of(CheckId::GraphiteLine), u"skipped marker-no-query"_s);
    }

    void graphiteKeepsTheLine_data()
    {
        QTest::addColumn<bool>("keeps");
        QTest::addColumn<QString>("faults");
        QTest::newRow("kept") << true << QString();
        QTest::newRow("shown from elsewhere") << false << u"graphite.line fail marker-lost"_s;
    }
    /// Graphite itself: carbon-cache takes the line, graphite-web shows what is in the folder it was given.
    void graphiteKeepsTheLine()
    {
        QFETCH(bool, keeps);
        QFETCH(QString, faults);
        const QTemporaryDir folder;
        const QByteArray kept = folder.path().toUtf8();
        const quint16 lines = freePort(), query = freePort(), web = freePort();
        QVERIFY(QDir(folder.path()).mkpath(u"lines"_s) && QDir(folder.path()).mkpath(u"none"_s));
        QVERIFY(written(folder.filePath(u"storage-schemas.conf"_s),
                        "[all]\npattern = .*\nretentions = 1s:10m\n"));
        QVERIFY(written(folder.filePath(u"carbon.conf"_s),
                        "[cache]\nUSER =\nCONF_DIR = " + kept + "\nSTORAGE_DIR = " + kept +
                            "\nLOCAL_DATA_DIR = " + kept +
                            "/lines\nLINE_RECEIVER_INTERFACE = 127.0.0.1\nLINE_RECEIVER_PORT = " +
                            QByteArray::number(lines) +
                            "\nPICKLE_RECEIVER_PORT = 0\nCACHE_QUERY_INTERFACE = 127.0.0.1\n"
                            "CACHE_QUERY_PORT = " +
                            QByteArray::number(query) + "\nMAX_CREATES_PER_MINUTE = inf\n"));
        Peer carbon;
        QVERIFY(carbon.start(u"/usr/bin/carbon-cache"_s,
                             {u"--config="_s + folder.filePath(u"carbon.conf"_s), u"--nodaemon"_s,
                              u"--pidfile="_s + folder.filePath(u"pid"_s), u"--logdir="_s + folder.path(),
                              u"start"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(connects(lines) && connects(query), 20'000);
        const QByteArray shown = "'" + kept + (keeps ? "/lines'" : "/none'");
        Gunicorn graphite;
        graphite.start("SECRET_KEY = 'test'\nSTORAGE_DIR = CONF_DIR = LOG_DIR = '" + kept +
                           "'\nWHISPER_DIR = " + shown + "\nSTANDARD_DIRS = [WHISPER_DIR]\nINDEX_FILE = '" +
                           kept + "/index'\nCARBONLINK_HOSTS = [" +
                           (keeps ? "'127.0.0.1:" + QByteArray::number(query) + "'" : QByteArray()) +
                           "]\nDATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': "
                           "':memory:'}}\nfrom graphite.wsgi import application\n",
                       web, {},
                       {{u"GRAPHITE_SETTINGS_MODULE"_s, u"checked"_s},
                        {u"DJANGO_SETTINGS_MODULE"_s, u"graphite.settings"_s}});
        QVERIFY2(graphite.runs(), graphite.said().constData());
        CheckContext context;
        context.kind = CheckKind::Graphite;
        context.graphite = u"127.0.0.1:%1"_s.arg(lines);
        context.graphiteQuery = u"http://127.0.0.1:%1"_s.arg(web);
        const auto outcome = runChecks(context);
        QCOMPARE(outcome.faults(), faults);
        QVERIFY(outcome.took < (faults.isEmpty() ? 5000 : 15'000));
    }

    void graphiteIsAbsent()
    {
        CheckContext context;
        context.kind = CheckKind::Graphite;
        context.graphite = u"127.0.0.1:%1"_s.arg(freePort());
        QCOMPARE(runChecks(context).faults(), u"graphite.answer fail graphite-refused"_s);
        context.graphite = u"no.such.host.invalid:2003"_s;
        QCOMPARE(runChecks(context).faults(), u"graphite.answer fail host-unknown"_s);
    }
};

int main(int argc, char *argv[])
{
    return runInOwnNetwork<TestChecksPolled>(argc, argv);
}

#include "tst_checkspolled.moc"
