// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/statsd/listenset.h"

#include "tests/net/testsocket.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <netinet/in.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <string>

using namespace metriscope::net;
using namespace Qt::StringLiterals;

namespace
{

/// Another process that holds a port, or the file of a unix socket.
class PortHolder final
{
public:
    PortHolder(const Endpoint &endpoint, int type, bool bothFamilies = false)
    {
        int ends[2];
        if (::pipe(ends) != 0)
            return;
        m_pid = ::fork();
        if (m_pid == 0)
            hold(*SocketAddress::of(endpoint), type, bothFamilies, ends[1]);
        ::close(ends[1]);
        if (::read(ends[0], &m_port, sizeof m_port) != sizeof m_port)
            m_port = 0;
        ::close(ends[0]);
    }
    PortHolder(const PortHolder &) = delete;
    PortHolder &operator=(const PortHolder &) = delete;
    ~PortHolder() { kill(); }
    void kill()
    {
        if (m_pid <= 0)
            return;
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
        m_pid = 0;
    }
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] std::string text() const { return "portholder (" + std::to_string(m_pid) + ')'; }

private:
    [[noreturn]] static void hold(const SocketAddress &address, int type, bool bothFamilies, int report)
    {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::prctl(PR_SET_NAME, "portholder");
        const int fd = ::socket(address.get()->sa_family, type, 0);
        const int only6 = bothFamilies ? 0 : 1;
        if (address.get()->sa_family == AF_INET6)
            ::setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &only6, sizeof only6);
        bool held = ::bind(fd, address.get(), address.size) == 0;
        if (type == SOCK_STREAM)
            held = held && ::listen(fd, 1) == 0;
        const std::uint16_t port = held ? SocketAddress::local(fd).port() : 0;
        if (::write(report, &port, sizeof port) == sizeof port)
            ::pause();
        ::_exit(0);
    }

    pid_t m_pid = 0;
    std::uint16_t m_port = 0;
};

ReceiverConfig configOf(const Endpoint &endpoint)
{
    ReceiverConfig config;
    config.endpoints = {endpoint};
    return config;
}

} // namespace

class TestListenSet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesEndpoints_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("canonical");
        QTest::addRow("IPv4") << "127.0.0.1:8125"_ba
                              << "127.0.0.1:8125"_ba;
        QTest::addRow("any port") << "0.0.0.0:0"_ba
                                  << "0.0.0.0:0"_ba;
        QTest::addRow("localhost") << "localhost:8125"_ba
                                   << "127.0.0.1:8125"_ba;
        QTest::addRow("IPv6") << "[::1]:8125"_ba
                              << "[::1]:8125"_ba;
        QTest::addRow("path") << "/run/statsd.sock"_ba
                              << "/run/statsd.sock"_ba;
        QTest::addRow("path by prefix") << "unix:/run/statsd.sock"_ba
                                        << "/run/statsd.sock"_ba;
        QTest::addRow("relative path") << "unix:statsd.sock"_ba
                                       << "unix:statsd.sock"_ba;
    }
    void parsesEndpoints()
    {
        QFETCH(QByteArray, text);
        const auto endpoint = Endpoint::fromText(text.toStdString());
        QVERIFY(endpoint.has_value());
        QFETCH(QByteArray, canonical);
        QCOMPARE(QByteArray::fromStdString(endpoint->text()), canonical);
        QVERIFY(Endpoint::fromText(endpoint->text()) == endpoint);
    }

    void refusesEndpoints_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"", ":", "127.0.0.1", "127.0.0.1:", ":8125", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:80a",
              "127.0.0.1: 80", "300.0.0.1:80", "127.1:80", "example.org:80", "::1:8125", "[::1:8125", "[]:80",
              "[127.0.0.1]:80", "[::1]", "unix:"})
            QTest::addRow("'%s'", text) << QByteArray(text);
        QTest::addRow("path too long") << '/' + QByteArray(200, 'x');
        QTest::addRow("NUL") << QByteArray("/a\0b", 4);
    }
    void refusesEndpoints()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!Endpoint::fromText(text.toStdString()).has_value());
    }

    void namesOwnerOfPort_data()
    {
        QTest::addColumn<QByteArray>("holder");
        QTest::addColumn<int>("type");
        QTest::addColumn<bool>("bothFamilies");
        QTest::addColumn<QByteArray>("wanted");
        QTest::addRow("UDP") << "127.0.0.1"_ba << int(SOCK_DGRAM) << false << "127.0.0.1"_ba;
        QTest::addRow("TCP") << "127.0.0.1"_ba << int(SOCK_STREAM) << false << "127.0.0.1"_ba;
        QTest::addRow("UDP on IPv6") << "::1"_ba << int(SOCK_DGRAM) << false << "::1"_ba;
        QTest::addRow("TCP on IPv6") << "::1"_ba << int(SOCK_STREAM) << false << "::1"_ba;
        QTest::addRow("UDP on all addresses") << "0.0.0.0"_ba << int(SOCK_DGRAM) << false << "127.0.0.1"_ba;
        QTest::addRow("UDP, we want all") << "127.0.0.1"_ba << int(SOCK_DGRAM) << false << "0.0.0.0"_ba;
        QTest::addRow("UDP on both families") << "::"_ba << int(SOCK_DGRAM) << true << "127.0.0.1"_ba;
        QTest::addRow("TCP on both families") << "::"_ba << int(SOCK_STREAM) << true << "127.0.0.1"_ba;
    }
    void namesOwnerOfPort()
    {
        const auto inet = [](const QByteArray &host, std::uint16_t port) {
            return Endpoint{host.contains(':') ? Endpoint::Kind::Inet6 : Endpoint::Kind::Inet,
                            host.toStdString(), port};
        };
        QFETCH(QByteArray, holder);
        QFETCH(int, type);
        QFETCH(bool, bothFamilies);
        const PortHolder other(inet(holder, 0), type, bothFamilies);
        QVERIFY(other.port() != 0);
        QFETCH(QByteArray, wanted);
        const auto opened = openListenSet(configOf(inet(wanted, other.port())));
        QVERIFY(!opened);
        QCOMPARE(opened.error().error, EADDRINUSE);
        QVERIFY(opened.error().transport == (type == SOCK_STREAM ? Transport::Tcp : Transport::Udp));
        QCOMPARE(QByteArray::fromStdString(
                     findPortOwner(opened.error().transport, opened.error().endpoint).text()),
                 QByteArray::fromStdString(other.text()));
    }

    void nobodyOwnsFreePort()
    {
        auto opened = openListenSet(configOf({Endpoint::Kind::Inet, "127.0.0.1", 0}));
        QVERIFY(bool(opened));
        const Endpoint endpoint = opened->endpoints.front();
        QCOMPARE(findPortOwner(Transport::Udp, endpoint).pid, ::getpid());
        opened->sockets.clear();
        QCOMPARE(findPortOwner(Transport::Udp, endpoint).pid, 0);
        QVERIFY(findPortOwner(Transport::Udp, endpoint).text().empty());
    }

    void portIsOursAlone()
    {
        const auto opened = openListenSet(configOf({Endpoint::Kind::Inet, "127.0.0.1", 0}));
        QVERIFY(bool(opened));
        const auto address = SocketAddress::of(opened->endpoints.front());
        for (const int type : {SOCK_DGRAM, SOCK_STREAM}) {
            const FileDescriptor rival(::socket(AF_INET, type, 0));
            const int on = 1;
            ::setsockopt(rival.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
            ::setsockopt(rival.get(), SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
            QVERIFY(::bind(rival.get(), address->get(), address->size) != 0 || ::listen(rival.get(), 1) != 0);
        }
    }

    void freePortIsTheSameForAll()
    {
        ReceiverConfig config;
        config.endpoints = {{Endpoint::Kind::Inet, "127.0.0.1", 0},
                            {Endpoint::Kind::Inet6, "::1", 0},
                            {Endpoint::Kind::Inet, "127.0.0.2", 0}};
        const auto opened = openListenSet(config);
        QVERIFY(bool(opened));
        QCOMPARE(opened->sockets.size(), 6U);
        for (const ListenSocket &socket : opened->sockets)
            QCOMPARE(SocketAddress::local(socket.fd.get()).port(), opened->endpoints.front().port);
    }

    void absentFamilyIsLeftOut()
    {
        ReceiverConfig config;
        config.endpoints = {{Endpoint::Kind::Inet, "127.0.0.1", 0},
                            {Endpoint::Kind::Inet6, "2001:db8::1", 0}};
        const auto opened = openListenSet(config);
        QVERIFY(bool(opened));
        QCOMPARE(opened->endpoints.size(), 1U);
        QCOMPARE(opened->absent.size(), 1U);
        QVERIFY(opened->absent.front().starts_with("[2001:db8::1]:"));
        // but it is an error when nothing else is left, and for IPv4
        QVERIFY(!openListenSet(configOf(config.endpoints[1])));
        QCOMPARE(openListenSet(configOf({Endpoint::Kind::Inet, "192.0.2.1", 0})).error().error,
                 EADDRNOTAVAIL);
        QCOMPARE(openListenSet(configOf({Endpoint::Kind::Inet, "nonsense", 0})).error().error, EINVAL);
    }

    void takesOverStaleSocketFile()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(u"statsd.sock"_s).toStdString();
        const Endpoint endpoint{Endpoint::Kind::Unix, path, 0};
        PortHolder other(endpoint, SOCK_DGRAM);
        auto opened = openListenSet(configOf(endpoint));
        QVERIFY(!opened);
        QCOMPARE(opened.error().error, EADDRINUSE);
        QCOMPARE(QByteArray::fromStdString(findPortOwner(Transport::UnixDatagram, endpoint).text()),
                 QByteArray::fromStdString(other.text()));
        other.kill(); // leaves its file
        QVERIFY(QFile::exists(QString::fromStdString(path)));
        opened = openListenSet(configOf(endpoint));
        QVERIFY(bool(opened));
        QVERIFY(!openListenSet(configOf(endpoint)));
        opened->sockets.clear();
        QVERIFY(!QFile::exists(QString::fromStdString(path)));
    }

    void touchesNoOtherFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"precious"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        const Endpoint endpoint{Endpoint::Kind::Unix, path.toStdString(), 0};
        QVERIFY(!openListenSet(configOf(endpoint)));
        QVERIFY(QFile::exists(path));
        // somebody replaced our socket meanwhile
        QVERIFY(file.remove());
        auto opened = openListenSet(configOf(endpoint));
        QVERIFY(bool(opened));
        QVERIFY(QFile::remove(path) && file.open(QIODevice::WriteOnly));
        opened->sockets.clear();
        QVERIFY(QFile::exists(path));
    }

    void saysWhatBufferItGot()
    {
        ReceiverConfig config = configOf({Endpoint::Kind::Inet, "127.0.0.1", 0});
        config.receiveBuffer = 100'000;
        const auto opened = openListenSet(config);
        QVERIFY(bool(opened));
        QCOMPARE(opened->receiveBuffer, 100'000U);
    }
};

QTEST_GUILESS_MAIN(TestListenSet)
#include "tst_listenset.moc"
