// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/pcapngwriter.h"
#include "tests/net/frames.h"
#include "tests/system/ownnetwork.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

#include <csignal>
#include <grp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/statvfs.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
namespace net = metriscope::net;

namespace
{

constexpr int Patience = 20'000;
constexpr quint16 Statsd = 8125, Contexts = 1942, Carbon = 2003;
constexpr uid_t Nobody = 65'534;

bool networkIsOurs = false;
bool isRealRoot = false;

const QByteArray RegisterBody =
    R"({"info": {"url": {"6276da40cfa2f6ccac26f5bf34cd90ea": "/dict/rows"}, "controller": {"2e07220ffe49e620e324f44fac4b106d": {"url": "/auth"}}}, "timestamp": 1795177511, "identity": {"version": "v1", "region": "tatar", "client": "bars", "product": "test", "instance": "test"}})";
const QList<QByteArray> Lines{
    "v1.tatar.bars.test.instance_test..requests.total:1|c",
    "v1.tatar.bars.test.instance_test..users.active:7.000000|g",
    "login.time:12,5|ms",
    "a:1|c\nb:2|c\nc:3|g",
};

/// A program that writes lines to its output until it is told to end.
class Peer final
{
public:
    ~Peer()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished(Patience);
        }
    }
    void start(const QString &program, const QStringList &arguments, uid_t user = 0)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_CONFIG_HOME"_s, m_dir.path());
        environment.insert(u"HOME"_s, m_dir.path());
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        m_process.setProcessEnvironment(environment);
        if (user != 0)
            m_process.setChildProcessModifier([user] {
                if (::setgroups(0, nullptr) != 0 || ::setgid(user) != 0 || ::setuid(user) != 0)
                    ::_exit(99);
            });
        m_process.start(program, arguments);
    }
    bool waitForOutput(const QByteArray &text, bool onErrors = false, int patience = Patience)
    {
        QElapsedTimer timer;
        for (timer.start(); timer.elapsed() < patience;) {
            read();
            if ((onErrors ? m_err : m_out).contains(text))
                return true;
            if (m_process.state() == QProcess::NotRunning)
                return false;
            m_process.waitForReadyRead(50);
        }
        return false;
    }
    int stop(int signal = SIGINT)
    {
        if (m_process.state() != QProcess::NotRunning)
            ::kill(pid_t(m_process.processId()), signal);
        return waitForEnd();
    }
    int waitForEnd()
    {
        const bool ended = m_process.state() == QProcess::NotRunning || m_process.waitForFinished(Patience);
        read();
        return ended && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    QList<QJsonObject> packets() const
    {
        QList<QJsonObject> result;
        for (const QByteArray &line : m_out.split('\n')) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            if (object.contains("feed"_L1) && !object.contains("event"_L1))
                result << object;
        }
        return result;
    }
    QJsonObject event(QLatin1String name) const
    {
        for (const QByteArray &line : m_out.split('\n')) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            if (object["event"_L1] == name)
                return object;
        }
        return {};
    }
    [[nodiscard]] const QByteArray &out() const { return m_out; }
    [[nodiscard]] const QByteArray &err() const { return m_err; }

private:
    void read()
    {
        m_out += m_process.readAllStandardOutput();
        m_err += m_process.readAllStandardError();
    }
    QTemporaryDir m_dir;
    QProcess m_process;
    QByteArray m_out, m_err;
};

/// A listener that answers a register call as the contexts do, and takes what carbon gets.
class Server final : public QObject
{
    Q_OBJECT

public:
    explicit Server(quint16 port, const QByteArray &answer)
    {
        m_listens = m_server.listen(QHostAddress::LocalHost, port);
        connect(&m_server, &QTcpServer::newConnection, this, [this, answer] {
            QTcpSocket *const client = m_server.nextPendingConnection();
            connect(client, &QTcpSocket::readyRead, client, [this, client, answer] {
                got += client->readAll();
                if (!answer.isEmpty() && got.endsWith("}}"))
                    client->write(answer);
            });
        });
    }
    [[nodiscard]] bool listens() const { return m_listens; }
    QByteArray got;

private:
    QTcpServer m_server;
    bool m_listens = false;
};

/// Each piece leaves as a segment of its own.
bool sendPieces(quint16 port, const QList<QByteArray> &pieces, const QByteArray &awaited,
                const QByteArray &got)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    if (!QTest::qWaitFor([&] { return socket.state() == QTcpSocket::ConnectedState; }, Patience))
        return false;
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    qsizetype sent = 0;
    for (const QByteArray &piece : pieces) {
        socket.write(piece);
        sent += piece.size();
        if (!QTest::qWaitFor([&] { return got.size() >= sent; }, Patience))
            return false;
    }
    const bool answered = QTest::qWaitFor(
        [&] { return awaited.isEmpty() || socket.bytesAvailable() >= awaited.size(); }, Patience);
    socket.disconnectFromHost();
    return answered &&
           QTest::qWaitFor([&] { return socket.state() == QTcpSocket::UnconnectedState; }, Patience);
}

QByteArray registerCall()
{
    return "POST /register HTTP/1.1\r\nAccept-Encoding: identity\r\nContent-Length: " +
           QByteArray::number(RegisterBody.size()) +
           "\r\nHost: 127.0.0.1:1942\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" +
           RegisterBody;
}

QStringList verdicts(const QList<QJsonObject> &packets)
{
    QStringList result;
    for (const QJsonObject &packet : packets) {
        for (const QJsonValue &line : packet["lines"_L1].toArray()) {
            if (line["verdict"_L1].isString())
                result
                    << line["verdict"_L1].toString() + u' ' +
                           (line["request"_L1].isString() ? line["request"_L1] : line["name"_L1]).toString() +
                           line["reason"_L1].toString();
        }
    }
    return result;
}

const QStringList Expected{u"accepted v1.tatar.bars.test.instance_test..requests.totaldouble-dot"_s,
                           u"accepted v1.tatar.bars.test.instance_test..users.activedouble-dot"_s,
                           u"rejected bad-number"_s,
                           u"accepted a"_s,
                           u"accepted b"_s,
                           u"accepted c"_s,
                           u"accepted POST /register"_s,
                           u"accepted servers.web.load"_s,
                           u"accepted servers.web.users"_s,
                           u"rejected servers.web.badcarbon-value"_s};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString fileOf(const QString &program)
{
    return QFileInfo(program).absoluteFilePath();
}

} // namespace

class TestSniff final : public QObject
{
    Q_OBJECT

private:
    QString m_program = QStringLiteral(METRISCOPE_BINARY), m_helper = QStringLiteral(METRISCOPE_CAPTURE);
    const QString m_filter = u"udp dst port 8125 or tcp port 1942 or tcp port 2003"_s;

    bool traffic()
    {
        QUdpSocket receiver;
        Server contexts(Contexts, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"), carbon(Carbon, {});
        if (!receiver.bind(QHostAddress::LocalHost, Statsd) || !contexts.listens() || !carbon.listens())
            return false;
        QUdpSocket sender;
        for (const QByteArray &line : Lines)
            sender.writeDatagram(line, QHostAddress::LocalHost, Statsd);
        const QByteArray call = registerCall();
        return sendPieces(Contexts, {call.left(100), call.mid(100, 200), call.mid(300)},
                          "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", contexts.got) &&
               sendPieces(Carbon,
                          {"servers.web.load 1.5 17951775", "11\nservers.web.users 7 1795177511\nserv",
                           "ers.web.bad x 1\n"},
                          {}, carbon.got);
    }

    /// Copies that `nobody` may run.
    QString copied(const QString &program, const QTemporaryDir &folder)
    {
        const QString copy = folder.filePath(QFileInfo(program).fileName());
        QFile::copy(fileOf(program), copy);
        QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                        QFile::ReadOther | QFile::ExeOther | QFile::ReadGroup |
                                        QFile::ExeGroup);
        return copy;
    }

    void captures(const QString &program, uid_t user)
    {
        Peer sniff;
        sniff.start(program, {u"sniff"_s, u"--json"_s, u"--interface"_s, u"any"_s, u"--filter"_s, m_filter},
                    user);
        QVERIFY2(sniff.waitForOutput("\"ready\""), sniff.err().constData());
        QVERIFY(traffic());
        QVERIFY2(sniff.waitForOutput("carbon-value"), sniff.out().constData());
        QCOMPARE(sniff.stop(), 0);
        QCOMPARE(verdicts(sniff.packets()), Expected);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!networkIsOurs)
            QSKIP("this machine gives an ordinary user no network of his own");
    }

    void allThreePresets() { captures(m_program, 0); }

    /// What Metriscope finds is what ngrep and tcpdump find.
    void sameAsNgrepAndTcpdump()
    {
        if (!isRealRoot)
            QSKIP("tcpdump insists on becoming another user, whom only root can become");
        const QTemporaryDir folder;
        const QString dump = folder.filePath(u"dump.pcap"_s), saved = folder.filePath(u"saved.pcapng"_s);
        Peer sniff, ngrep, tcpdump;
        sniff.start(m_program, {u"sniff"_s, u"--json"_s, u"--interface"_s, u"any"_s, u"--filter"_s, m_filter,
                                u"--write"_s, saved});
        QVERIFY2(sniff.waitForOutput("\"ready\""), sniff.err().constData());
        ngrep.start(u"ngrep"_s, {u"-l"_s, u"-W"_s, u"none"_s, u"-d"_s, u"any"_s, u""_s, m_filter});
        // with its own snaplen its buffer would hold eight packets
        tcpdump.start(u"tcpdump"_s, {u"-i"_s, u"any"_s, u"-s"_s, u"4096"_s, u"-U"_s, u"--immediate-mode"_s,
                                     u"-Z"_s, u"root"_s, u"-w"_s, dump, m_filter});
        QVERIFY2(ngrep.waitForOutput("filter:"), ngrep.err().constData());
        QVERIFY2(tcpdump.waitForOutput("listening on", true), tcpdump.err().constData());
        QVERIFY(traffic());
        QVERIFY(sniff.waitForOutput("carbon-value"));
        QVERIFY(ngrep.waitForOutput("ers.web.bad x 1"));
        QTRY_VERIFY_WITH_TIMEOUT(contentOf(dump).contains("ers.web.bad x 1"),
                                 Patience); // tcpdump takes its time
        QCOMPARE(sniff.stop(), 0);
        tcpdump.stop();
        ngrep.stop();
        QCOMPARE(verdicts(sniff.packets()), Expected);
        QCOMPARE(sniff.event("summary"_L1)["kernelDrops"_L1].toInt(-1), 0);

        // the bytes of every datagram and segment, by each of the three
        int datagrams = 0;
        for (const QJsonObject &packet : sniff.packets()) {
            QCOMPARE(packet["interface"_L1].toString(), u"lo"_s);
            QVERIFY(!packet["truncated"_L1].toBool(true));
            const QByteArray payload = packet["payload"_L1].toString().toUtf8();
            if (packet["protocol"_L1] != "udp"_L1)
                continue;
            ++datagrams;
            QVERIFY(Lines.contains(payload));
            for (const QByteArray &line : payload.split('\n'))
                QVERIFY2(ngrep.out().contains(line), ngrep.out().constData());
        }
        QCOMPARE(datagrams, int(Lines.size()));
        QCOMPARE(ngrep.out().count("\nU "), Lines.size());

        // tcpdump's file, read by us, says the same; so does ours, read by tcpdump
        Peer reader;
        reader.start(m_program, {u"sniff"_s, u"--json"_s, u"--read"_s, dump});
        QCOMPARE(reader.waitForEnd(), 0);
        QCOMPARE(verdicts(reader.packets()), Expected);
        Peer back;
        back.start(u"tcpdump"_s, {u"-r"_s, saved, u"-A"_s, u"-n"_s});
        QCOMPARE(back.waitForEnd(), 0);
        for (const QByteArray &line : Lines)
            QVERIFY(back.out().contains(line.split('\n').last()));
        QVERIFY(back.out().contains("servers.web.users 7 1795177511"));
        Peer tshark;
        tshark.start(u"tshark"_s, {u"-r"_s, saved, u"-Y"_s, u"frame.comment contains \"bad-number\""_s,
                                   u"-T"_s, u"fields"_s, u"-e"_s, u"udp.dstport"_s});
        QCOMPARE(tshark.waitForEnd(), 0);
        QCOMPARE(tshark.out(), QByteArray("8125\n"));
    }

    void asNobodyWithTheCapability()
    {
        if (!isRealRoot)
            QSKIP("only root can give a file a capability and become somebody else");
        const QTemporaryDir folder;
        struct statvfs system {
        };
        if (::statvfs(folder.path().toLocal8Bit().constData(), &system) != 0 ||
            (system.f_flag & ST_NOSUID) != 0)
            QSKIP("the folder for temporary files is mounted without capabilities");
        QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                                 QFile::ReadOther | QFile::ExeOther);
        const QString program = copied(m_program, folder), helper = copied(m_helper, folder);

        // without the right: said with the command that gives it
        Peer refused;
        refused.start(program, {u"sniff"_s, u"--json"_s, u"--interface"_s, u"any"_s}, Nobody);
        QCOMPARE(refused.waitForEnd(), 2);
        QVERIFY2(refused.err().contains("sudo setcap cap_net_raw+ep " + helper.toLocal8Bit()),
                 refused.err().constData());

        QCOMPARE(QProcess::execute(u"setcap"_s, {u"cap_net_raw+ep"_s, helper}), 0);
        captures(program, Nobody);

        // taken away again
        QCOMPARE(QProcess::execute(u"setcap"_s, {u"-r"_s, helper}), 0);
        Peer again;
        again.start(program, {u"sniff"_s, u"--interface"_s, u"lo"_s}, Nobody);
        QCOMPARE(again.waitForEnd(), 2);
        QVERIFY(again.err().contains("setcap"));

        QVERIFY(QFile::remove(helper));
        Peer missing;
        missing.start(program, {u"sniff"_s, u"--interface"_s, u"lo"_s}, Nobody);
        QCOMPARE(missing.waitForEnd(), 2);
        QVERIFY2(missing.err().contains("metriscope-capture"), missing.err().constData());
    }

    /// While it captures, the helper has no right, no descriptor and no system call that it does not need.
    void theHelperIsConfined()
    {
        QProcess helper;
        helper.start(m_helper, {u"lo"_s, u"65535"_s, u"1048576"_s, u"udp"_s});
        QVERIFY(helper.waitForReadyRead(Patience));
        const QString folder = u"/proc/%1/"_s.arg(helper.processId());
        QFile status(folder + u"status"_s);
        QVERIFY(status.open(QIODevice::ReadOnly));
        const QByteArray text = status.readAll();
        for (const char *line :
             {"CapInh:\t0000000000000000", "CapPrm:\t0000000000000000", "CapEff:\t0000000000000000",
              "CapAmb:\t0000000000000000", "NoNewPrivs:\t1", "Seccomp:\t2"})
            QVERIFY2(text.contains(line), text.constData());
        if (isRealRoot) {
            QVERIFY2(text.contains("Uid:\t65534\t65534\t65534\t65534"), text.constData());
            QVERIFY2(text.contains("CapBnd:\t0000000000000000"), text.constData());
            const QStringList open =
                QDir(folder + u"fd"_s).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
            QVERIFY2(open.size() <= 5,
                     qPrintable(open.join(u' '))); // three, the socket, and an eventfd of libpcap
        }
        helper.closeWriteChannel(); // the end of its input is its end
        QVERIFY(helper.waitForFinished(Patience));
        QCOMPARE(helper.exitCode(), 0);
    }

    void refusals_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("filter") << QStringList{u"--interface"_s, u"lo"_s, u"--filter"_s,
                                               u"udp dst prot 8125"_s}
                                << 2 << QByteArray("filter");
        QTest::newRow("interface") << QStringList{u"--interface"_s, u"nope0"_s} << 2 << QByteArray("nope0");
        QTest::newRow("file") << QStringList{u"--read"_s, u"/nonexistent"_s} << 2
                              << QByteArray("No such file");
        QTest::newRow("no capture") << QStringList{u"--read"_s, QStringLiteral(METRISCOPE_BINARY)} << 2
                                    << QByteArray("pcapng");
        QTest::newRow("pattern") << QStringList{u"--read"_s, u"x"_s, u"(unclosed"_s} << 2
                                 << QByteArray("(unclosed");
        QTest::newRow("two feeds") << QStringList{u"--read"_s, u"x"_s, u"--interface"_s, u"lo"_s} << 2
                                   << QByteArray("--interface");
        QTest::newRow("unwritable") << QStringList{u"--interface"_s, u"lo"_s, u"--write"_s,
                                                   u"/nonexistent/x"_s}
                                    << 2 << QByteArray("/nonexistent/x");
    }
    void refusals()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QByteArray, says);
        Peer sniff;
        sniff.start(m_program, QStringList{u"sniff"_s} + arguments);
        QCOMPARE(sniff.waitForEnd(), status);
        QVERIFY2(sniff.err().contains(says), sniff.err().constData());
        QVERIFY2(sniff.out().isEmpty(), sniff.out().constData());
    }

    /// Switched off it may come back, so the capture waits for it; gone is gone.
    void anInterfaceThatGoesAway()
    {
        const auto ip = [](const QString &arguments) {
            QProcess process;
            process.start(u"ip"_s, arguments.split(u' '));
            return process.waitForFinished(Patience) && process.exitCode() == 0;
        };
        (void)ip(u"link del sniff0"_s);
        if (!ip(u"link add sniff0 type veth peer name sniff1"_s) || !ip(u"link set sniff0 up"_s))
            QSKIP("this machine makes no pair of interfaces");
        Peer sniff;
        sniff.start(m_program, {u"sniff"_s, u"--json"_s, u"--interface"_s, u"sniff0"_s});
        QVERIFY2(sniff.waitForOutput("\"ready\""), sniff.err().constData());
        QVERIFY(ip(u"link set sniff0 down"_s) && ip(u"link set sniff0 up"_s));
        QVERIFY(!sniff.waitForOutput("\"summary\"", false, 300));
        QVERIFY(ip(u"link del sniff0"_s));
        QCOMPARE(sniff.waitForEnd(), 1);
        QVERIFY2(sniff.err().contains("“sniff0” went away"), sniff.err().constData());
        QVERIFY(!sniff.event("summary"_L1).isEmpty());
    }

    void theTapNeedsNoRight()
    {
        Peer sniff;
        sniff.start(m_program,
                    {u"sniff"_s, u"--json"_s, u"--statsd"_s, u"127.0.0.1:0"_s, u"-i"_s, u"USERS|login"_s});
        QVERIFY2(sniff.waitForOutput("\"ready\""), sniff.err().constData());
        const quint16 port = sniff.event("ready"_L1)["statsd"_L1].toString().section(u':', -1).toUShort();
        QUdpSocket sender;
        for (const QByteArray &line : Lines)
            sender.writeDatagram(line, QHostAddress::LocalHost, port);
        QVERIFY2(sniff.waitForOutput("bad-number"), sniff.out().constData());
        QCOMPARE(sniff.stop(), 0);
        QCOMPARE(verdicts(sniff.packets()), (QStringList{Expected[1], Expected[2]}));
        const QJsonObject first = sniff.packets().constFirst();
        QCOMPARE(first["feed"_L1].toString(), u"tap"_s);
        QCOMPARE(first["destination"_L1].toString(), u"127.0.0.1:%1"_s.arg(port));
        QCOMPARE(first["length"_L1].toInt(), int(Lines[1].size()));
        QCOMPARE(sniff.event("summary"_L1)["captured"_L1].toInt(), int(Lines.size()));
    }

    void textAndHex()
    {
        Peer sniff;
        sniff.start(m_program, {u"sniff"_s, u"--interface"_s, u"lo"_s, u"--filter"_s, u"udp dst port 8125"_s,
                                u"-x"_s, u"-v"_s, u"requests"_s});
        QVERIFY2(sniff.waitForOutput("lo", true), sniff.err().constData());
        QVERIFY(traffic());
        QVERIFY2(sniff.waitForOutput("c:3|g"), sniff.out().constData());
        QCOMPARE(sniff.stop(), 0);
        QVERIFY2(!sniff.out().contains("requests.total"), sniff.out().constData());
        QVERIFY2(sniff.out().contains("decimal point, not a comma"), sniff.out().constData());
        QVERIFY2(sniff.out().contains("6c 6f 67 69 6e"), sniff.out().constData());
    }

    /// A file of 4 GiB, most of it holes that take no room on the disk: blocks of a kind that nobody knows
    /// between the packets. It is read as a stream.
    void aLargeFileInBoundedMemory()
    {
        constexpr std::uint32_t BlockBytes = 1U << 31U;
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"large.pcapng"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        std::string out;
        net::PcapngWriter writer(out);
        writer.header("test");
        writer.interface({net::LinkType::Raw, 0, "eth0", {}});
        for (int i = 0; i < 2; ++i) {
            writer.packet(0, i, 0, net::test::ipv4(net::test::udp("large:1|c")));
            QVERIFY(file.write(out.data(), qint64(out.size())) == qint64(out.size()));
            const std::uint32_t head[]{0x0BAD, BlockBytes};
            QVERIFY(file.write(reinterpret_cast<const char *>(head), sizeof head) == sizeof head);
            if (!file.resize(file.size() + BlockBytes - 12))
                QSKIP("the folder for temporary files takes no file of 4 GiB");
            QVERIFY(file.seek(file.size()));
            QVERIFY(file.write(reinterpret_cast<const char *>(head + 1), 4) == 4);
            out.clear();
        }
        file.close();
        QProcess sniff;
        sniff.start(m_program, {u"sniff"_s, u"--json"_s, u"--read"_s, file.fileName()});
        QVERIFY(sniff.waitForFinished(100'000));
        QCOMPARE(sniff.exitCode(), 0);
        QCOMPARE(sniff.readAllStandardOutput().count("\"name\":\"large\""), 2);
        rusage usage{};
        ::getrusage(RUSAGE_CHILDREN, &usage); // the most that any of them had
        QVERIFY2(usage.ru_maxrss < 200'000, qPrintable(u"%1 KiB"_s.arg(usage.ru_maxrss)));
    }

    void aReaderWhoLeavesEndsItQuietly()
    {
        QProcess shell;
        shell.start(u"sh"_s, {u"-c"_s, u"\"$1\" sniff --json --interface lo | head -n 2 >/dev/null; exit 0"_s,
                              u"sh"_s, m_program});
        QVERIFY(shell.waitForStarted());
        QUdpSocket sender;
        QTRY_VERIFY_WITH_TIMEOUT((sender.writeDatagram("a:1|c", QHostAddress::LocalHost, 9),
                                  shell.state() == QProcess::NotRunning),
                                 Patience);
        QCOMPARE(shell.readAllStandardError(), QByteArray());
    }
};

int main(int argc, char *argv[])
{
    isRealRoot = ::geteuid() == 0;
    networkIsOurs = makeOwnNetwork();
    QCoreApplication application(argc, argv);
    TestSniff test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sniff.moc"
