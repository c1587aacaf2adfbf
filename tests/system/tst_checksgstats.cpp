// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/checkfixture.h"

#include <QFile>
#include <QHostAddress>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using metriscope::net::CheckContext;
using metriscope::net::CheckId;
using metriscope::net::CheckKind;

namespace
{

/// As gstats-collectd counts: a time that is missing or 0 is a beginning, anything else an end. Arguments:
/// port for events, port for questions.
constexpr auto Collectd = R"(
import json, sys, zmq
context = zmq.Context()
pull, rep = context.socket(zmq.PULL), context.socket(zmq.REP)
pull.bind('tcp://127.0.0.1:' + sys.argv[1])
rep.bind('tcp://127.0.0.1:' + sys.argv[2])
stats = {}
poller = zmq.Poller()
poller.register(pull, zmq.POLLIN)
poller.register(rep, zmq.POLLIN)
print('ready')
while True:
    for socket, _ in poller.poll():
        if socket is pull:
            prefix, ms = socket.recv_multipart()
            app = stats.setdefault(prefix.decode(), {'started': 0, 'finished': 0,
                                                     'processing_time': {'avg': 0.0, 'std': 0.0}})
            app['finished' if ms and float(ms) else 'started'] += 1
        else:
            socket.send(json.dumps(stats).encode() if socket.recv() == b'STATS' else b'ERROR')
)";
/// A worker: a request every 50 ms. Arguments: port, prefix, what a request takes.
constexpr auto Worker = R"(
import sys, time, zmq
context = zmq.Context()
print('ready')
for _ in range(2000):
    for ms in (b'', sys.argv[3].encode()):
        push = context.socket(zmq.PUSH)
        push.connect('tcp://127.0.0.1:' + sys.argv[1])
        push.send_multipart([sys.argv[2].encode(), ms])
        push.close()
    time.sleep(0.05)
)";
/// One socket of a type; a REP answers with the third argument, or not at all when that is missing.
constexpr auto OneSocket = R"(
import sys, time, zmq
socket = zmq.Context().socket(getattr(zmq, sys.argv[1]))
socket.bind('tcp://127.0.0.1:' + sys.argv[2])
print('ready')
while sys.argv[1] == 'REP' and len(sys.argv) > 3:
    socket.recv()
    socket.send(sys.argv[3].encode())
time.sleep(60)
)";

/// The status application of gstats: it knows one path, and the name of its variable is not that of the
/// README.
constexpr auto StatusSite = R"(
import os, zmq
context = zmq.Context()
def application(environ, start_response):
    path = environ['PATH_INFO']
    if path == '/':
        raise ValueError(path)
    if path != '/_status':
        start_response('404 Not Found', [])
        return [path.encode() + b' not found']
    if environ['REMOTE_ADDR'] not in os.environ.get('ALLOWED', '127.0.0.1'):
        start_response('403 Forbidden', [])
        return [b'You are not allowed to see this!']
    socket = context.socket(zmq.REQ)
    socket.connect(os.environ.get('GSTATS_COMMS_ADDR', 'tcp://127.0.0.1:9'))
    socket.send(b'STATS')
    start_response('200 OK', [])
    return [socket.recv()]
)";
/// Hooks as they are published; what is wrong with them is told by the environment.
constexpr auto HookedSite = R"(
def application(environ, start_response):
    start_response('200 OK', [])
    return [b'hello']
)";
constexpr auto Hooks = R"(
import os, zmq
context = zmq.Context()
def report(number, collector_addr, prefix):
    push = context.socket(zmq.PUSH)
    push.connect(collector_addr)
    push.send_multipart([prefix, number])
    push.close()
arguments = {'collector_addr': os.environ['EVENTS'], 'prefix': b'my_app'}
if os.environ['TRAP'] == 'collector=':
    arguments['collector'] = arguments.pop('collector_addr')
if os.environ['TRAP'] == 'str':
    arguments['prefix'] = 'my_app'
def pre_request(worker, req):
    report(b'', **arguments)
def post_request(worker, req, environ, resp):
    report(b'14', **arguments)
)";

QString zmq(quint16 port)
{
    return u"tcp://127.0.0.1:%1"_s.arg(port);
}

CheckContext contextFor(quint16 comm, quint16 events = 0)
{
    CheckContext context;
    context.kind = CheckKind::Gstats;
    context.gstats = zmq(comm);
    context.gstatsEvents = events == 0 ? QString() : zmq(events);
    context.gstatsNamed = true;
    return context;
}

} // namespace

/// Every fault of gstats is made for real by pyzmq, and the checks have to name exactly that one.
class TestChecksGstats final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QProcess::execute(u"/usr/bin/python3"_s, {u"-c"_s, u"import zmq"_s}) != 0)
            QSKIP("python3-zmq is not installed");
    }

    void healthy()
    {
        const quint16 events = freePort(), comm = freePort();
        Peer collector, worker;
        QVERIFY(collector.python(Collectd, {QString::number(events), QString::number(comm)}));
        QVERIFY(worker.python(Worker, {QString::number(events), u"my_app"_s, u"14"_s}));
        CheckContext context = contextFor(comm, events);
        context.prefix = u"my_app"_s;
        context.wait = std::chrono::milliseconds(900);
        const auto outcome = runChecks(context);
        QCOMPARE(outcome.faults(), QString());
        QCOMPARE(outcome.of(CheckId::GstatsAddress), u"pass gstats-good"_s);
        QCOMPARE(outcome.of(CheckId::GstatsCollector), u"pass collector-good"_s);
        QCOMPARE(outcome.of(CheckId::GstatsEvents), u"pass events-seen"_s);
        QCOMPARE(outcome.of(CheckId::GstatsInFlight), u"pass in-flight-good"_s);
        QCOMPARE(outcome.evidence(CheckId::GstatsPrefix).items, QStringList{u"my_app"_s});
        QVERIFY2(outcome.took < 5000, qPrintable(QString::number(outcome.took)));
    }

    /// It asks for the counters and for nothing that would change them.
    void onlyReads()
    {
        const quint16 comm = freePort();
        Peer collector;
        QVERIFY(collector.python(R"(
import sys, zmq
socket = zmq.Context().socket(zmq.REP)
socket.bind('tcp://127.0.0.1:' + sys.argv[1])
print('ready')
while True:
    print(socket.recv().decode())
    socket.send(b'{"my_app": {"started": 2, "finished": 1}}')
)",
                                 {QString::number(comm)}));
        CheckContext context = contextFor(comm);
        context.wait = std::chrono::milliseconds(100);
        QCOMPARE(runChecks(context).of(CheckId::GstatsAddress), u"pass gstats-good"_s);
        QByteArray said;
        QTRY_COMPARE((said += collector.process().readAll()), QByteArray("STATS\nSTATS\n"));
    }

    void otherPrefix()
    {
        const quint16 events = freePort(), comm = freePort();
        Peer collector, worker;
        QVERIFY(collector.python(Collectd, {QString::number(events), QString::number(comm)}));
        QVERIFY(worker.python(Worker, {QString::number(events), u"theirs"_s, u"14"_s}));
        CheckContext context = contextFor(comm, events);
        context.prefix = u"mine"_s;
        context.wait = std::chrono::milliseconds(500);
        const auto outcome = runChecks(context);
        QCOMPARE(outcome.faults(), u"gstats.prefix fail gstats-other-prefix"_s);
        QCOMPARE(outcome.evidence(CheckId::GstatsPrefix).items, QStringList{u"theirs"_s});
    }

    /// Requests of less than a millisecond count as begun twice.
    void fastRequests()
    {
        const quint16 events = freePort(), comm = freePort();
        Peer collector, worker;
        QVERIFY(collector.python(Collectd, {QString::number(events), QString::number(comm)}));
        QVERIFY(worker.python(Worker, {QString::number(events), u"my_app"_s, u"0"_s}));
        CheckContext context = contextFor(comm, events);
        context.wait = std::chrono::milliseconds(800);
        // the two of one request may fall on the two sides of a question
        CheckOutcome outcome;
        for (int i = 0; i < 5 && outcome.faults().isEmpty(); ++i)
            outcome = runChecks(context);
        QCOMPARE(outcome.faults(), u"gstats.in-flight warning in-flight-climbs"_s);
        QVERIFY(outcome.evidence(CheckId::GstatsInFlight).count >= 2);
    }

    void nobodyReports()
    {
        const quint16 events = freePort(), comm = freePort();
        Peer collector;
        QVERIFY(collector.python(Collectd, {QString::number(events), QString::number(comm)}));
        CheckContext context = contextFor(comm, events);
        QCOMPARE(runChecks(context).faults(), u"gstats.prefix warning gstats-empty"_s);
        context.wait = std::chrono::milliseconds(300);
        QCOMPARE(runChecks(context).faults(), u"gstats.events fail no-events"_s);
    }

    void addressesMixedUp()
    {
        const quint16 events = freePort(), comm = freePort();
        Peer collector;
        QVERIFY(collector.python(Collectd, {QString::number(events), QString::number(comm)}));
        const auto outcome = runChecks(contextFor(events, comm));
        QCOMPARE(outcome.faults(), u"gstats.address fail push-address"_s);
        QCOMPARE(outcome.evidence(CheckId::GstatsAddress).detail, u"PULL"_s);
        QCOMPARE(runChecks(contextFor(comm, comm)).faults(), u"gstats.collector fail collector-is-reply"_s);
    }

    void collectorIsDown()
    {
        const quint16 comm = freePort(), events = freePort();
        Peer collector;
        QVERIFY(collector.python(OneSocket, {u"REP"_s, QString::number(comm),
                                             u"{\"my_app\": {\"started\": 2, \"finished\": 1}}"_s}));
        QCOMPARE(runChecks(contextFor(comm, events)).faults(), u"gstats.collector fail collector-down"_s);
    }

    void otherSockets_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("fault");
        QTest::newRow("PUB") << QStringList{u"PUB"_s} << u"fail wrong-zmq-socket"_s;
        QTest::newRow("mute REP") << QStringList{u"REP"_s} << u"fail gstats-no-reply"_s;
        QTest::newRow("ERROR") << QStringList{u"REP"_s, u"ERROR"_s} << u"fail gstats-bad-reply"_s;
        QTest::newRow("no JSON") << QStringList{u"REP"_s, u"hello"_s} << u"fail gstats-bad-reply"_s;
    }
    void otherSockets()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, fault);
        const quint16 port = freePort();
        Peer peer;
        arguments.insert(1, QString::number(port));
        QVERIFY(peer.python(OneSocket, arguments));
        const auto outcome = runChecks(contextFor(port));
        QCOMPARE(outcome.faults(), u"gstats.address "_s + fault);
        QVERIFY(outcome.took < 5000);
    }

    void noZmqAtAll_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<QString>("fault");
        QTest::newRow("SSH") << QByteArray("SSH-2.0-OpenSSH_9.2p1\r\n") << QByteArray() << u"fail not-zmq"_s;
        QTest::newRow("HTTP") << QByteArray() << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n")
                              << u"fail not-zmq"_s;
        QTest::newRow("mute") << QByteArray() << QByteArray() << u"fail gstats-mute"_s;
    }
    void noZmqAtAll()
    {
        QFETCH(QByteArray, greeting);
        QFETCH(QByteArray, reply);
        QFETCH(QString, fault);
        quint16 port = 0;
        std::function<QByteArray(const QByteArray &)> answer;
        if (!reply.isEmpty())
            answer = [&](const QByteArray &) { return reply; };
        const auto server = listenAndSay(port, greeting, answer);
        QCOMPARE(runChecks(contextFor(port)).faults(), u"gstats.address "_s + fault);
    }

    void nobodyListens()
    {
        CheckContext context = contextFor(freePort(), freePort());
        QCOMPARE(runChecks(context).faults(), u"gstats.address fail gstats-refused"_s);
        context.gstatsNamed = false; // then the console can be the collector
        const auto outcome = runChecks(context);
        QCOMPARE(outcome.faults(), QString());
        QCOMPARE(outcome.of(CheckId::GstatsAddress), u"pass gstats-servable"_s);
        context.gstats = u"127.0.0.1"_s;
        QCOMPARE(runChecks(context).faults(), u"gstats.address fail bad-zmq-address"_s);
    }

    void statusPage_data()
    {
        QTest::addColumn<QByteArray>("usual"); // what /_status answers
        QTest::addColumn<QByteArray>("other"); // and any other path
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("result");
        const QByteArray good = "HTTP/1.0 200 OK\r\n\r\n{\"a\": {\"started\": 1, \"finished\": 1}}",
                         missing = "HTTP/1.0 404 Not Found\r\n\r\n/x not found",
                         broken = "HTTP/1.0 500 Internal Server Error\r\n\r\n<html>",
                         forbidden = "HTTP/1.0 403 Forbidden\r\n\r\nYou are not allowed to see this!",
                         page = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<html>";
        QTest::newRow("good") << good << missing << u"/_status"_s << u"pass status-good"_s;
        QTest::newRow("no path") << good << broken << u"/"_s << u"fail status-path"_s;
        QTest::newRow("wrong path") << good << missing << u"/status"_s << u"fail status-path"_s;
        QTest::newRow("forbidden") << forbidden << missing << u"/_status"_s << u"fail status-forbidden"_s;
        QTest::newRow("broken") << broken << broken << u"/_status"_s << u"fail status-not-stats"_s;
        QTest::newRow("page") << page << page << u"/_status"_s << u"fail status-not-stats"_s;
        QTest::newRow("hangs") << QByteArray() << missing << u"/_status"_s << u"fail status-hangs"_s;
    }
    void statusPage()
    {
        QFETCH(QByteArray, usual);
        QFETCH(QByteArray, other);
        QFETCH(QString, path);
        QFETCH(QString, result);
        quint16 port = 0;
        const auto server = listenAndSay(
            port, {},
            [&](const QByteArray &said) { return said.startsWith("GET /_status ") ? usual : other; },
            !usual.isEmpty());
        CheckContext context = contextFor(freePort());
        context.gstatsNamed = false;
        context.gstatsStatus = u"http://127.0.0.1:%1%2"_s.arg(port).arg(path);
        const auto outcome = runChecks(context);
        QCOMPARE(outcome.of(CheckId::GstatsStatusUrl), result);
        QCOMPARE(outcome.faults(),
                 result.startsWith("fail"_L1) ? u"gstats.status-url "_s + result : QString());
    }
    void statusApplication_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("allowed");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("result");
        const QString read = u"GSTATS_COMMS_ADDR"_s, published = u"GSTATS_COMM_ADDR"_s, me = u"127.0.0.1"_s,
                      status = u"/_status"_s;
        QTest::newRow("healthy") << read << me << status << u"pass status-good"_s;
        QTest::newRow("name of the README") << published << me << status << u"fail status-variable"_s;
        QTest::newRow("no variable") << QString() << me << status << u"fail status-hangs"_s;
        QTest::newRow("not allowed") << read << u"10.0.0.1"_s << status << u"fail status-forbidden"_s;
        QTest::newRow("no path") << read << me << u"/"_s << u"fail status-path"_s;
        QTest::newRow("wrong path") << read << me << u"/status"_s << u"fail status-path"_s;
    }
    void statusApplication()
    {
        QFETCH(QString, variable);
        QFETCH(QString, allowed);
        QFETCH(QString, path);
        QFETCH(QString, result);
        const quint16 port = freePort(), events = freePort(), comm = freePort();
        Peer collector;
        QVERIFY(collector.python(Collectd, {QString::number(events), QString::number(comm)}));
        Gunicorn site;
        std::map<QString, QString> environment{{u"ALLOWED"_s, allowed}};
        if (!variable.isEmpty())
            environment[variable] = zmq(comm);
        site.start(StatusSite, port, {}, environment);
        QVERIFY2(site.runs(), site.said().constData());
        CheckContext context = contextFor(freePort());
        context.gstatsNamed = false;
        context.gstatsStatus = u"http://127.0.0.1:%1%2"_s.arg(port).arg(path);
        const auto outcome = runChecks(context);
        QCOMPARE(outcome.of(CheckId::GstatsStatusUrl), result);
        QCOMPARE(outcome.faults(),
                 result.startsWith("fail"_L1) ? u"gstats.status-url "_s + result : QString());
        if (result.contains("variable"_L1)) {
            const auto evidence = outcome.evidence(CheckId::GstatsStatusUrl);
            QCOMPARE(evidence.found, u"GSTATS_COMMS_ADDR="_s + zmq(comm));
            QVERIFY2(evidence.peer.startsWith("gunicorn ("_L1), qPrintable(evidence.peer));
        }
    }

    void publishedHooks_data()
    {
        QTest::addColumn<QString>("trap");
        QTest::addColumn<QString>("faults");
        QTest::newRow("corrected") << QString() << QString();
        QTest::newRow("collector=") << u"collector="_s << u"gstats.events fail no-events"_s;
        QTest::newRow("str prefix") << u"str"_s << u"gstats.events fail no-events"_s;
    }
    void publishedHooks()
    {
        QFETCH(QString, trap);
        QFETCH(QString, faults);
        const quint16 port = freePort(), events = freePort(), comm = freePort();
        Peer collector;
        QVERIFY(collector.python(Collectd, {QString::number(events), QString::number(comm)}));
        Gunicorn site;
        QFile hooks(site.path(u"gunicorn.conf.py"_s));
        QVERIFY(hooks.open(QIODevice::WriteOnly) && hooks.write(Hooks) > 0);
        hooks.close();
        site.start(HookedSite, port, {}, {{u"EVENTS"_s, zmq(events)}, {u"TRAP"_s, trap}});
        CheckContext context = contextFor(comm, events);
        context.wait = std::chrono::milliseconds(800);
        int answers = 0;
        const auto outcome = runChecks(context, [&] { answers += fetch(port, "/").isEmpty() ? 0 : 1; });
        QVERIFY2(answers > 0, site.said().constData());
        QCOMPARE(outcome.faults(), faults);
    }

    void statusPageIsAbsent()
    {
        CheckContext context = contextFor(freePort());
        context.gstatsNamed = false;
        context.gstatsStatus = u"http://127.0.0.1:%1/_status"_s.arg(freePort());
        QCOMPARE(runChecks(context).faults(), u"gstats.status-url fail status-refused"_s);
    }
};

int main(int argc, char *argv[])
{
    return runInOwnNetwork<TestChecksGstats>(argc, argv);
}

#include "tst_checksgstats.moc"
