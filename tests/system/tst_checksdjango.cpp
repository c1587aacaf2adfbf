// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/checkfixture.h"

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using metriscope::net::CheckContext;
using metriscope::net::CheckId;
using metriscope::net::CheckKind;
using metriscope::net::CheckVerdict;
using Environment = std::map<QString, QString>;

namespace
{

/// Told by its environment what is wrong with it. Sends lines as m3-core does, of which no package exists.
constexpr auto Site = R"(
import os, socket, sys
from django.conf import settings
from django.http import HttpResponse
from django.urls import include, path, re_path

told = os.environ.get

class M3:
    def __init__(self, get_response):
        self.get_response, self.client = get_response, None
        if settings.ENABLE_METRICS_COLLECTION and told('M3') != 'old':
            try:
                import pystatsd
                self.client = pystatsd.Client(settings.METRICS_HOST, settings.METRICS_PORT)
            except ImportError:
                pass
    def __call__(self, request):
        if self.client:
            self.client.increment('v1.tatar.bars.test.instance_test.requests.total')
        return self.get_response(request)

before = ['django_prometheus.middleware.PrometheusBeforeMiddleware']
after = ['django_prometheus.middleware.PrometheusAfterMiddleware']
options = {}
if told('EXPORT_PORT'):
    options = {'PROMETHEUS_METRICS_EXPORT_PORT': int(told('EXPORT_PORT')),
               'PROMETHEUS_METRICS_EXPORT_ADDRESS': '127.0.0.1'}
if told('EXPORT_RANGE'):
    options = {'PROMETHEUS_METRICS_EXPORT_PORT_RANGE': range(*map(int, told('EXPORT_RANGE').split('-'))),
               'PROMETHEUS_METRICS_EXPORT_ADDRESS': '127.0.0.1'}
settings.configure(DEBUG=True, SECRET_KEY='x', ALLOWED_HOSTS=['*'], ROOT_URLCONF=__name__,
                   MIDDLEWARE={'both': before + after, 'after': after, 'none': []}[told('MIDDLEWARES', 'both')] +
                              ([__name__ + '.M3'] if told('M3') else []),
                   INSTALLED_APPS=['django_prometheus'], ENABLE_METRICS_COLLECTION=told('M3') != 'off',
                   METRICS_HOST='127.0.0.1', METRICS_PORT=int(told('METRICS_PORT', '8125')), **options)
urlpatterns = [path('', lambda request: HttpResponse('hello'))]
if told('CATCHES_ALL'):
    urlpatterns = [re_path('.*', lambda request: HttpResponse('<html><body>Shop</body></html>'))]
elif not options:
    urlpatterns.append(path(told('UNDER', ''), include('django_prometheus.urls')))

if __name__ == '__main__':
    from django.core.management import execute_from_command_line
    execute_from_command_line(sys.argv)
else:
    from django.core.wsgi import get_wsgi_application
    application = get_wsgi_application()
)";
constexpr auto Pystatsd = R"(
import socket
class Client:
    def __init__(self, host, port):
        self.address, self.socket = (host, port), socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    def increment(self, name):
        self.socket.sendto(name.encode() + b':1|c', self.address)
)";

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

/// Two neighbours that are free; the first.
quint16 freePair()
{
    for (int i = 0; i < 100; ++i) {
        const quint16 port = freePort();
        QTcpServer next;
        if (next.listen(QHostAddress::Any, static_cast<quint16>(port + 1)))
            return port;
    }
    return 0;
}

} // namespace

/// The faults of a Django site, made with the real thing behind gunicorn; the checks have to name exactly
/// that one.
class TestChecksDjango final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QProcess::execute(u"/usr/bin/python3"_s, {u"-c"_s, u"import django_prometheus, gunicorn"_s}) != 0)
            QSKIP("gunicorn and python3-django-prometheus are not installed");
    }

    void view_data()
    {
        QTest::addColumn<int>("workers");
        QTest::addColumn<Environment>("environment");
        QTest::addColumn<QString>("faults");
        QTest::newRow("healthy") << 1 << Environment{} << QString();
        QTest::newRow("several workers")
            << 3 << Environment{} << u"prometheus.workers warning workers-several"_s;
        QTest::newRow("no middleware") << 1 << Environment{{u"MIDDLEWARES"_s, u"none"_s}}
                                       << u"prometheus.request-metrics warning requests-missing"_s;
        QTest::newRow("half") << 1 << Environment{{u"MIDDLEWARES"_s, u"after"_s}}
                              << u"prometheus.request-metrics warning requests-half"_s;
        QTest::newRow("under a prefix")
            << 1 << Environment{{u"UNDER"_s, u"prom/"_s}} << u"prometheus.answer fail exporter-not-found"_s;
        QTest::newRow("the port of the site")
            << 1 << Environment{{u"CATCHES_ALL"_s, u"1"_s}} << u"prometheus.answer fail exporter-same-port"_s;
    }
    void view()
    {
        QFETCH(int, workers);
        QFETCH(Environment, environment);
        QFETCH(QString, faults);
        const quint16 port = freePort();
        Gunicorn site;
        site.start(Site, port, {u"--workers"_s, QString::number(workers)}, environment);
        QVERIFY2(fetch(port, "/").contains("200 OK"), site.said().constData());
        const auto outcome = runChecks(exporter(url(port)));
        QCOMPARE(outcome.faults(), faults);
        QVERIFY2(outcome.took < (faults.isEmpty() ? 5000 : 15'000),
                 qPrintable(QString::number(outcome.took)));
        if (environment.contains(u"UNDER"_s))
            QCOMPARE(outcome.evidence(CheckId::ExporterAnswer).items,
                     QStringList{url(port, u"/prom/metrics"_s)});
        if (environment.contains(u"CATCHES_ALL"_s))
            QVERIFY(outcome.evidence(CheckId::ExporterAnswer).peer.startsWith("gunicorn ("_L1));
    }

    void ports_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("length"); // of the range in settings.py
        QTest::addColumn<int>("asked");  // ports of the range asked for
        QTest::addColumn<QString>("faults");
        const QStringList two{u"--workers"_s, u"2"_s};
        QTest::newRow("healthy") << two << 2 << 2 << QString();
        QTest::newRow("range too short") << two << 1 << 2 << u"prometheus.preload warning workers-without"_s;
        QTest::newRow("one of the range asked")
            << two << 2 << 1 << u"prometheus.preload warning workers-without"_s;
        QTest::newRow("preload") << two + QStringList{u"--preload"_s} << 2 << 2
                                 << u"prometheus.preload warning preload-on"_s;
    }
    void ports()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, length);
        QFETCH(int, asked);
        QFETCH(QString, faults);
        const quint16 port = freePort(), first = freePair();
        Gunicorn site;
        site.start(Site, port, arguments, {{u"EXPORT_RANGE"_s, u"%1-%2"_s.arg(first).arg(first + length)}});
        QVERIFY2(fetch(port, "/").contains("hello"), site.said().constData());
        const bool preloaded = arguments.contains(u"--preload"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            !fetch(static_cast<quint16>(first + (preloaded ? 0 : length - 1)), "/metrics").isEmpty(), 20'000);
        // a range that is too short is only logged, and that after the last worker has come up
        const auto booted = [&] { return site.said().count("Booting worker") == 2; };
        QTRY_VERIFY_WITH_TIMEOUT(booted(), 20'000);
        if (length == 1)
            QTRY_VERIFY_WITH_TIMEOUT(site.said().contains("Cannot export Prometheus"), 20'000);
        const auto outcome =
            runChecks(exporter(u"http://127.0.0.1:%1-%2/metrics"_s.arg(first).arg(first + asked - 1)));
        QCOMPARE(outcome.faults(), faults);
        const auto evidence = outcome.evidence(CheckId::ExporterPreload);
        if (preloaded) {
            QCOMPARE(evidence.count, 2);
            QCOMPARE(outcome.evidence(CheckId::RequestMetrics).count, 0); // whatever was asked of the site
        } else if (!faults.isEmpty()) {
            QCOMPARE(std::pair(evidence.count, evidence.total), std::pair(qint64{2}, qint64{1}));
            QVERIFY2(evidence.peer.startsWith("gunicorn ("_L1), qPrintable(evidence.peer));
        } else {
            QCOMPARE(evidence.items.size(), 2);
        }
    }

    /// One port for two workers: the second one cannot boot, and gunicorn takes all down with it.
    void onePortForSeveralWorkers()
    {
        const quint16 port = freePort(), own = freePort();
        Gunicorn site;
        site.start(Site, port, {u"--workers"_s, u"2"_s}, {{u"EXPORT_PORT"_s, QString::number(own)}});
        QTRY_VERIFY_WITH_TIMEOUT(!site.runs(), 40'000);
        QVERIFY2(site.said().contains("Address already in use"), site.said().constData());
        QCOMPARE(runChecks(exporter(url(own))).faults(), u"prometheus.ports fail exporter-refused"_s);
    }

    /// range(8049, 8050) has one port.
    void endOfRange()
    {
        const quint16 port = freePort();
        Gunicorn site;
        site.start(Site, port, {}, {{u"EXPORT_RANGE"_s, u"8049-8050"_s}});
        QVERIFY2(fetch(port, "/").contains("hello"), site.said().constData());
        if (fetch(8049, "/metrics").isEmpty())
            QSKIP("port 8049 is in use on this machine");
        const auto outcome = runChecks(exporter(u"http://127.0.0.1:8049-8050/metrics"_s));
        QCOMPARE(outcome.faults(), u"prometheus.ports warning range-end-unused"_s);
        QCOMPARE(outcome.evidence(CheckId::ExporterPorts).found, u"http://127.0.0.1:8049-8049/metrics"_s);
    }

    /// runserver watches the files from a process that opens the port as well, and first.
    void reloader()
    {
        const quint16 port = freePort(), own = freePort();
        QTemporaryDir folder;
        QFile script(folder.filePath(u"site.py"_s));
        QVERIFY(script.open(QIODevice::WriteOnly) && script.write(Site) > 0);
        script.close();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"EXPORT_PORT"_s, QString::number(own));
        environment.insert(u"PYTHONDONTWRITEBYTECODE"_s, u"1"_s);
        Peer runserver;
        runserver.process().setProcessEnvironment(environment);
        runserver.process().setProcessChannelMode(QProcess::MergedChannels);
        QVERIFY(runserver.start(u"/usr/bin/python3"_s,
                                {script.fileName(), u"runserver"_s, u"127.0.0.1:%1"_s.arg(port)}));
        QByteArray said = runserver.firstLine();
        QTRY_VERIFY_WITH_TIMEOUT((said += runserver.process().readAll()).contains("AssertionError"), 20'000);
        const auto outcome = runChecks(exporter(url(own)));
        QCOMPARE(outcome.faults(), u"prometheus.preload fail exporter-reloader"_s);
        QCOMPARE(outcome.evidence(CheckId::ExporterPreload).peer,
                 u"python3 (%1)"_s.arg(runserver.process().processId()));
    }

    /// Of a process of another user the system tells nothing, and nothing is guessed.
    void ofAnotherUser()
    {
        const quint16 port = freePort(), own = freePort();
        Gunicorn site;
        site.start(Site, port, {u"--preload"_s}, {{u"EXPORT_PORT"_s, QString::number(own)}});
        QVERIFY2(fetch(port, "/").contains("hello"), site.said().constData());
        const AsNobody nobody;
        if (!nobody.works())
            QSKIP("becoming another user needs root");
        const auto outcome = runChecks(exporter(url(own)));
        QCOMPARE(outcome.faults(), QString());
        QCOMPARE(outcome.of(CheckId::ExporterPreload), u"skipped owner-unseen"_s);
    }

    void m3_data()
    {
        QTest::addColumn<QString>("trouble");
        QTest::addColumn<QString>("faults");
        QTest::newRow("sends") << u"on"_s << QString();
        for (const char *trouble : {"off", "missing", "old"})
            QTest::newRow(trouble) << QString::fromLatin1(trouble) << u"statsd.traffic fail no-traffic-m3"_s;
    }
    /// Collection is off, pystatsd is missing, m3-core knows nothing of metrics: from outside they are one.
    void m3()
    {
        QFETCH(QString, trouble);
        QFETCH(QString, faults);
        const quint16 port = freePort(), metrics = freePort();
        Gunicorn site;
        QFile pystatsd(site.path(u"pystatsd.py"_s));
        if (trouble != "missing"_L1)
            QVERIFY(pystatsd.open(QIODevice::WriteOnly) && pystatsd.write(Pystatsd) > 0);
        pystatsd.close();
        site.start(Site, port, {}, {{u"M3"_s, trouble}, {u"METRICS_PORT"_s, QString::number(metrics)}});
        CheckContext context;
        context.kind = CheckKind::M3;
        context.statsd = {u"127.0.0.1:%1"_s.arg(metrics)};
        context.contexts = u"127.0.0.1:%1"_s.arg(freePort());
        context.wait = std::chrono::milliseconds(800);
        int answers = 0;
        const auto outcome =
            runChecks(context, [&] { answers += fetch(port, "/").contains("hello") ? 1 : 0; });
        QVERIFY2(answers > 0, site.said().constData());
        QCOMPARE(outcome.faults(), faults);
    }
};

int main(int argc, char *argv[])
{
    return runInOwnNetwork<TestChecksDjango>(argc, argv);
}

#include "tst_checksdjango.moc"
