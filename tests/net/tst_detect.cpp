// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/detect.h"
#include "netlayer/checks/settingstext.h"

#include <QProcess>
#include <QTcpServer>
#include <QTest>
#include <QUdpSocket>

#include <algorithm>

using namespace metriscope::net;
using namespace Qt::StringLiterals;

namespace
{

OwnedSocket socketAt(Transport transport, const std::string &address,
                     const std::string &owner = "python3 (7)")
{
    return {transport, *Endpoint::fromText(address), owner};
}

std::vector<std::string> addressesOf(const std::vector<DetectedAddress> &finds, AddressRole role)
{
    std::vector<std::string> result;
    for (const DetectedAddress &find : finds) {
        if (find.role == role)
            result.push_back(find.address);
    }
    return result;
}

QString textOf(const CheckContext &context, const QString &file)
{
    for (const SettingsText &each : settingsTexts(context)) {
        if (each.file == file)
            return each.text;
    }
    return {};
}

} // namespace

class TestDetect final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usualPorts()
    {
        const std::vector<OwnedSocket> sockets{
            socketAt(Transport::Udp, "0.0.0.0:8125"),   socketAt(Transport::Tcp, "127.0.0.1:8125"),
            socketAt(Transport::Tcp, "[::]:1942"),      socketAt(Transport::Tcp, "127.0.0.1:2345"),
            socketAt(Transport::Tcp, "127.0.0.2:2345"), socketAt(Transport::Tcp, "[::1]:8135"),
            socketAt(Transport::Tcp, "127.0.0.1:2003"), socketAt(Transport::Udp, "127.0.0.1:2003")};
        const auto finds = detectedIn(sockets, {}, {});
        using Texts = std::vector<std::string>;
        QCOMPARE(addressesOf(finds, AddressRole::Statsd), Texts{"127.0.0.1:8125"}); // one, not two
        QCOMPARE(addressesOf(finds, AddressRole::Contexts), Texts{"http://127.0.0.1:1942/register"});
        QCOMPARE(addressesOf(finds, AddressRole::Gstats), Texts{"tcp://127.0.0.1:2345"});
        QCOMPARE(addressesOf(finds, AddressRole::GstatsEvents), Texts{"tcp://127.0.0.2:2345"});
        QCOMPARE(addressesOf(finds, AddressRole::Istats), Texts{"http://[::1]:8135"});
        QCOMPARE(addressesOf(finds, AddressRole::Graphite), Texts{"127.0.0.1:2003"});
    }

    void exportersMakeARange()
    {
        const std::vector<OwnedSocket> sockets{socketAt(Transport::Tcp, "127.0.0.1:8003"),
                                               socketAt(Transport::Tcp, "127.0.0.1:8001"),
                                               socketAt(Transport::Tcp, "0.0.0.0:8010", "gunicorn (9)"),
                                               socketAt(Transport::Tcp, "127.0.0.1:5432", "postgres (2)"),
                                               socketAt(Transport::Tcp, "127.0.0.1:9000", "gunicorn (11)")};
        const auto urls = addressesOf(detectedIn(sockets, {}, {}), AddressRole::Prometheus);
        QCOMPARE(urls.front(), "http://127.0.0.1:8001-8010/metrics");
        QVERIFY(std::ranges::find(urls, "http://127.0.0.1:9000/metrics") != urls.end());
        QVERIFY(std::ranges::none_of(
            urls, [](const std::string &url) { return url.find("5432") != std::string::npos; }));
    }

    void variablesBeatSockets()
    {
        const std::vector<Variable> environment{{"DD_DOGSTATSD_PORT", "9125", "app (3)"},
                                                {"DD_AGENT_HOST", "10.0.0.7", "app (3)"},
                                                {"STATSD_HOST", "::1", "other (4)"},
                                                {"METRICS_PREFIX", "v1.a.b.c.instance_d.", "app (3)"}};
        const std::vector<OwnedSocket> sockets{socketAt(Transport::Udp, "127.0.0.1:8125")};
        const auto finds = detectedIn(sockets, environment, {});
        const std::vector<std::string> wanted{"10.0.0.7:9125", "[::1]:8125", "127.0.0.1:8125"};
        QCOMPARE(addressesOf(finds, AddressRole::Statsd), wanted);
        QCOMPARE(addressesOf(finds, AddressRole::Prefix), std::vector<std::string>{"v1.a.b.c.instance_d."});
    }

    void linesTellThePrefix()
    {
        const std::vector<std::string> lines{"v1.tatar.bars.test.instance_test..requests.total:1|c",
                                             "v1.tatar.bars.test.instance_test..requests.total:1|c", "x:1|c"};
        QCOMPARE(addressesOf(detectedIn({}, {}, lines), AddressRole::Prefix),
                 std::vector<std::string>{"v1.tatar.bars.test.instance_test"});
    }

    void realSocketsAreFoundWithTheirOwner()
    {
        QTcpServer tcp;
        QVERIFY(tcp.listen(QHostAddress::LocalHost));
        QUdpSocket udp;
        QVERIFY(udp.bind(QHostAddress::LocalHostIPv6));
        const auto sockets = ownedSockets();
        const std::string self = '(' + std::to_string(QCoreApplication::applicationPid()) + ')';
        const auto has = [&](Transport transport, const std::string &text) {
            return std::ranges::any_of(sockets, [&](const OwnedSocket &each) {
                return each.transport == transport && each.local.text() == text && each.owner.ends_with(self);
            });
        };
        QVERIFY(has(Transport::Tcp, "127.0.0.1:" + std::to_string(tcp.serverPort())));
        QVERIFY(has(Transport::Udp, "[::1]:" + std::to_string(udp.localPort())));
    }

    void realVariablesAreFound()
    {
        QProcess child;
        child.setProcessEnvironment([] {
            auto environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"STATSD_HOST"_s, u"192.0.2.77"_s);
            return environment;
        }());
        child.start(u"sleep"_s, {u"30"_s});
        QVERIFY(child.waitForStarted());
        QTRY_VERIFY(std::ranges::any_of(metricVariables(), [&](const Variable &each) {
            return each.name == "STATSD_HOST" && each.value == "192.0.2.77" &&
                   each.owner == "sleep (" + std::to_string(child.processId()) + ')';
        }));
        child.kill();
        child.waitForFinished();
    }

    void settingsAreFilledIn()
    {
        CheckContext context;
        context.kind = CheckKind::M3;
        context.statsd = {u"[::1]:9125"_s};
        context.prefix = u"v1.a.b.c.instance_d.."_s;
        context.contexts = u"127.0.0.1:2942"_s;
        const QString python = textOf(context, u"settings.py"_s);
        QVERIFY(python.contains(u"METRICS_HOST = '::1'\nMETRICS_PORT = 9125\n"
                                "METRICS_PREFIX = 'v1.a.b.c.instance_d'\n"
                                "METRICS_CONTEXTS_URL = 'http://127.0.0.1:2942/register'\n"_s));
    }

    void settingsQuoteWhatTheyAreGiven()
    {
        CheckContext context;
        context.kind = CheckKind::Gstats;
        context.prefix = u"it's\\\n'; import os #"_s;
        const QString python = textOf(context, u"gunicorn.conf.py"_s);
        QVERIFY2(python.contains(u"PREFIX = b'it\\'s\\\\\\x0a\\'; import os #'"_s), qPrintable(python));
        QProcess check; // Python itself reads it
        check.start(u"python3"_s, {u"-c"_s, u"import ast, sys; ast.parse(sys.stdin.read())"_s});
        if (!check.waitForStarted())
            QSKIP("no python3 here");
        check.write(python.toUtf8());
        check.closeWriteChannel();
        QVERIFY(check.waitForFinished());
        QCOMPARE(check.exitCode(), 0);
    }

    void everyKindHasSettings()
    {
        for (int i = 0; i < CheckKindCount; ++i) {
            CheckContext context;
            context.kind = static_cast<CheckKind>(i);
            const auto texts = settingsTexts(context);
            QVERIFY(!texts.empty());
            for (const SettingsText &each : texts) {
                QVERIFY(each.text.endsWith(u'\n'));
                QVERIFY2(!each.text.contains(u"%1"_s) && !each.text.contains(u"%2"_s), qPrintable(each.text));
            }
        }
        CheckContext range;
        range.kind = CheckKind::Prometheus;
        range.prometheus = u"http://localhost:8001-8003/metrics"_s;
        QVERIFY(textOf(range, u"settings.py"_s).contains("range(8001, 8004)"_L1)); // the end is not used
        QCOMPARE(textOf(range, u"prometheus.yml"_s).count("localhost:800"_L1), 3);
    }
};

QTEST_GUILESS_MAIN(TestDetect)
#include "tst_detect.moc"
