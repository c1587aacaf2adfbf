// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/checkfixture.h"

#include "netlayer/checks/wireprobe.h"

#include <QProcess>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

using namespace Qt::StringLiterals;
using metriscope::net::CheckContext;
using metriscope::net::CheckId;
using metriscope::net::CheckKind;

namespace
{

constexpr auto OwnsUdp = R"(
import socket, sys, time
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(('127.0.0.1', int(sys.argv[1])))
print('ready')
time.sleep(60)
)";
/// Says its second argument to whoever comes, and nothing else.
constexpr auto Greets = R"(
import socket, sys
s = socket.socket()
s.bind(('127.0.0.1', int(sys.argv[1])))
s.listen()
print('ready')
kept = []
while True:
    kept.append(s.accept()[0])
    kept[-1].send(sys.argv[2].encode())
)";
/// HTTPS; arguments: port, certificate, key.
constexpr auto Secure = R"(
import http.server, ssl, sys
class Site(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header('Content-Type', 'text/plain; version=0.0.4')
        self.end_headers()
        self.wfile.write(b'# TYPE http_requests_total counter\nhttp_requests_total 7\n')
    do_OPTIONS = do_GET
    def log_message(self, *args):
        pass
server = http.server.ThreadingHTTPServer(('127.0.0.1', int(sys.argv[1])), Site)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(sys.argv[2], sys.argv[3])
server.socket = context.wrap_socket(server.socket, server_side=True)
print('ready')
server.serve_forever()
)";

CheckContext statsd(quint16 port, std::chrono::milliseconds wait = {})
{
    CheckContext context;
    context.statsd = {u"127.0.0.1:%1"_s.arg(port)};
    context.wait = wait;
    return context;
}

/// A context in which everything is asked at that port.
CheckContext askedAt(CheckKind kind, quint16 port)
{
    const QString host = u"127.0.0.1:%1"_s.arg(port);
    CheckContext context = statsd(freePort());
    context.kind = kind;
    context.contexts = context.prometheus = u"http://%1/metrics"_s.arg(host);
    context.gstats = u"tcp://"_s + host;
    context.istats = u"http://"_s + host;
    context.graphite = host;
    return context;
}

/// Gives the network of this test this rule of a firewall and no other; what went wrong, or nothing.
QString setFirewall(const QString &rule)
{
    QProcess nft;
    nft.setProcessChannelMode(QProcess::MergedChannels);
    nft.start(u"/usr/sbin/nft"_s, {u"-f"_s, u"-"_s});
    nft.write("flush ruleset\n"
              "table inet metriscope {\n"
              "    chain input {\n"
              "        type filter hook input priority 0\n" +
              rule.toUtf8() + "\n    }\n}\n");
    nft.closeWriteChannel();
    if (!nft.waitForFinished(10'000))
        return nft.errorString();
    return nft.exitCode() == 0 ? QString() : QString::fromUtf8(nft.readAll());
}

} // namespace

/// What other users, the firewall and certificates of a machine do to an application, made for real.
class TestChecksMachine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void portOfAnotherUser()
    {
        const quint16 port = freePort();
        Peer owner;
        QVERIFY(owner.python(OwnsUdp, {QString::number(port)}));
        const AsNobody nobody;
        if (!nobody.works())
            QSKIP("becoming another user needs root");
        const auto outcome = runChecks(statsd(port));
        QCOMPARE(outcome.faults(), u"statsd.port-owner fail taken-unseen"_s);
        QCOMPARE(outcome.evidence(CheckId::PortOwner).peer, QString());
        QCOMPARE(outcome.of(CheckId::SelfTest), u"skipped depends-on"_s);
    }

    void forbiddenPort()
    {
        constexpr quint16 Forbidden = 125;
        const AsNobody nobody;
        if (!nobody.works())
            QSKIP("root is needed, to be no longer root");
        QCOMPARE(runChecks(statsd(Forbidden)).faults(), u"statsd.port-owner fail port-forbidden"_s);
    }

    void firewall_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("faults");
        QTest::newRow("lets pass") << u"udp dport %1 accept"_s << QString();
        QTest::newRow("drops what others send")
            << u"udp dport %1 ip saddr 127.0.0.2 drop"_s << u"statsd.wire-loss fail wire-lost"_s;
        QTest::newRow("drops all") << u"udp dport %1 drop"_s << u"statsd.self-test fail self-test-lost"_s;
    }
    void firewall()
    {
        using metriscope::net::WireProbe;
        QFETCH(QString, rule);
        QFETCH(QString, faults);
        const quint16 port = freePort();
        if (!networkIsOurs)
            QSKIP("this machine gives an ordinary user no network of his own");
        const auto open = qScopeGuard([] { QCOMPARE(setFirewall({}), QString()); });
        QCOMPARE(setFirewall(rule.arg(port)), QString());
        WireProbe probe;
        QSignalSpy ready(&probe, &WireProbe::ready);
        probe.start(QStringLiteral(METRISCOPE_CAPTURE));
        QVERIFY(ready.count() > 0 || ready.wait(10'000));
        CheckContext context = statsd(port, std::chrono::milliseconds(1200));
        context.wire = probe.knowledge();
        if (!context.wire.available)
            QSKIP("capturing is not allowed here");
        QUdpSocket sender;
        QVERIFY(sender.bind(QHostAddress(u"127.0.0.2"_s)));
        const auto outcome =
            runChecks(context, [&] { sender.writeDatagram("app.hits:1|c", QHostAddress::LocalHost, port); });
        QCOMPARE(outcome.faults(), faults);
        QCOMPARE(outcome.of(CheckId::KernelDrops), u"pass no-drops"_s); // so it is no full buffer
        if (outcome.of(CheckId::WireLoss) == "fail wire-lost"_L1) {
            QVERIFY(outcome.evidence(CheckId::WireLoss).count > 2);
            QCOMPARE(outcome.evidence(CheckId::WireLoss).total, 0);
        }
    }

    void certificates_data()
    {
        QTest::addColumn<CheckKind>("kind");
        QTest::addColumn<QString>("name"); // in the certificate
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<QString>("faults");
        QTest::addColumn<QString>("why");
        struct Family {
            const char *name;
            CheckKind kind;
            QString check;
        };
        for (const auto &[name, kind, check] :
             {Family{"metrics", CheckKind::Prometheus, u"prometheus.answer"_s},
              Family{"contexts", CheckKind::M3, u"m3.contexts-url"_s},
              Family{"status", CheckKind::Gstats, u"gstats.status-url"_s}}) {
            const QString fault = check + u" fail http-tls"_s;
            QTest::addRow("%s, self-signed", name)
                << kind << u"IP:127.0.0.1"_s << false << fault << u"self-signed"_s;
            QTest::addRow("%s, of another host", name)
                << kind << u"DNS:shop.example"_s << true << fault << u"host name"_s;
            // what this server says is no statistics, which is no matter of certificates
            const bool read = kind != CheckKind::Gstats;
            QTest::addRow("%s, in order", name)
                << kind << u"IP:127.0.0.1"_s << true
                << (read ? QString() : u"gstats.status-url fail status-not-stats"_s) << QString();
        }
    }
    void certificates()
    {
        QFETCH(CheckKind, kind);
        QFETCH(QString, name);
        QFETCH(bool, trusted);
        QFETCH(QString, faults);
        QFETCH(QString, why);
        QTemporaryDir folder;
        const QString certificate = folder.filePath(u"certificate"_s), key = folder.filePath(u"key"_s);
        QProcess openssl;
        openssl.start(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s,
                                     u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=test"_s, u"-addext"_s,
                                     u"subjectAltName="_s + name, u"-out"_s, certificate, u"-keyout"_s, key});
        if (!openssl.waitForStarted())
            QSKIP("openssl is not installed");
        QVERIFY(openssl.waitForFinished(30'000) && openssl.exitCode() == 0);
        const QSslConfiguration usual = QSslConfiguration::defaultConfiguration();
        const auto restore = qScopeGuard([&] { QSslConfiguration::setDefaultConfiguration(usual); });
        if (trusted) {
            QSslConfiguration more = usual;
            more.addCaCertificates(QSslCertificate::fromPath(certificate));
            QSslConfiguration::setDefaultConfiguration(more);
        }
        const quint16 port = freePort();
        Peer server;
        QVERIFY(server.python(Secure, {QString::number(port), certificate, key}));
        CheckContext context = statsd(freePort());
        context.kind = kind;
        context.contextsNamed = true;
        context.gstats = u"tcp://127.0.0.1:%1"_s.arg(freePort());
        context.contexts = context.prometheus = context.gstatsStatus =
            u"https://127.0.0.1:%1/_status"_s.arg(port);
        const auto outcome = runChecks(context);
        QCOMPARE(outcome.faults(), faults);
        QVERIFY(outcome.took < 15'000);
        if (why.isEmpty())
            return;
        for (const auto &[id, result] : outcome.results) {
            if (result.verdict != metriscope::net::CheckVerdict::Fail)
                continue;
            QVERIFY2(result.evidence.detail.contains(why), qPrintable(result.evidence.detail));
            QCOMPARE(result.evidence.owner, u"python3 (%1)"_s.arg(server.process().processId()));
        }
    }

    void portOfSomethingElse_data()
    {
        QTest::addColumn<CheckKind>("kind");
        QTest::addColumn<CheckId>("id");
        QTest::addColumn<QString>("greeting");
        QTest::addColumn<QString>("result");
        const QString ssh = u"SSH-2.0-OpenSSH_9.2p1\r\n\r\n"_s;
        QTest::newRow("contexts") << CheckKind::M3 << CheckId::ContextsUrl << ssh << u"fail http-not-http"_s;
        QTest::newRow("contexts, mute")
            << CheckKind::M3 << CheckId::ContextsUrl << QString() << u"fail http-mute"_s;
        QTest::newRow("gstats") << CheckKind::Gstats << CheckId::GstatsAddress << ssh << u"fail not-zmq"_s;
        QTest::newRow("exporter") << CheckKind::Prometheus << CheckId::ExporterAnswer << ssh
                                  << u"fail http-not-http"_s;
        QTest::newRow("exporter, mute")
            << CheckKind::Prometheus << CheckId::ExporterAnswer << QString() << u"fail exporter-slow"_s;
        QTest::newRow("monitor") << CheckKind::Istats << CheckId::MonitorAnswer << ssh
                                 << u"fail monitor-not-xml"_s;
        QTest::newRow("Graphite") << CheckKind::Graphite << CheckId::GraphiteAnswer << ssh
                                  << u"fail graphite-not-carbon"_s;
    }
    /// Who has the port is named; of another user's process, that it is one.
    void portOfSomethingElse()
    {
        QFETCH(CheckKind, kind);
        QFETCH(CheckId, id);
        QFETCH(QString, greeting);
        QFETCH(QString, result);
        const quint16 port = freePort();
        Peer owner;
        QVERIFY(owner.python(Greets, {QString::number(port), greeting}));
        const auto seen = runChecks(askedAt(kind, port));
        QCOMPARE(seen.of(id), result);
        QCOMPARE(seen.faults().count(u';'), 0);
        QCOMPARE(seen.evidence(id).owner, u"python3 (%1)"_s.arg(owner.process().processId()));
        const AsNobody nobody;
        if (!nobody.works())
            return;
        const auto unseen = runChecks(askedAt(kind, port));
        QCOMPARE(unseen.of(id), result);
        QCOMPARE(unseen.evidence(id).owner, QString());
        QVERIFY(unseen.evidence(id).owner.has_value());
    }
};

int main(int argc, char *argv[])
{
    return runInOwnNetwork<TestChecksMachine>(argc, argv);
}

#include "tst_checksmachine.moc"
