// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/checkfixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QHostAddress>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>
#include <QUdpSocket>

#include <unistd.h>

using namespace Qt::StringLiterals;
namespace net = metriscope::net;

namespace
{

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

} // namespace

QString CheckOutcome::faults() const
{
    QStringList all;
    for (const auto &[id, result] : results) {
        if (result.verdict == net::CheckVerdict::Warning || result.verdict == net::CheckVerdict::Fail)
            all << text(net::checkIdName(id)) + u' ' + of(id);
    }
    return all.join("; "_L1);
}

QString CheckOutcome::of(net::CheckId id) const
{
    const auto found = results.find(id);
    return found == results.end() ? u"absent"_s
                                  : text(net::checkVerdictName(found->second.verdict)) + u' ' +
                                        text(net::checkReasonName(found->second.reason));
}

net::CheckEvidence CheckOutcome::evidence(net::CheckId id) const
{
    const auto found = results.find(id);
    return found == results.end() ? net::CheckEvidence{} : found->second.evidence;
}

CheckOutcome runChecks(const net::CheckContext &context, const std::function<void()> &meanwhile)
{
    net::CheckRun run(context);
    QSignalSpy finished(&run, &net::CheckRun::finished);
    QTimer timer;
    if (meanwhile) {
        QObject::connect(&timer, &QTimer::timeout, &run, meanwhile);
        timer.start(50);
    }
    QElapsedTimer clock;
    clock.start();
    run.start();
    CheckOutcome outcome;
    outcome.took = finished.wait(60'000) ? clock.elapsed() : -1;
    for (const net::CheckEntry &entry : run.entries())
        outcome.results[entry.id] = entry.result;
    return outcome;
}

quint16 freePort()
{
    for (int i = 0; i < 100; ++i) {
        QUdpSocket udp;
        QTcpServer tcp;
        if (udp.bind(QHostAddress::Any, 0, QAbstractSocket::DontShareAddress) &&
            tcp.listen(QHostAddress::Any, udp.localPort()))
            return udp.localPort();
    }
    return 0;
}

bool sendUdp(const QString &host, quint16 port, const QByteArray &bytes)
{
    QUdpSocket socket;
    return socket.writeDatagram(bytes, QHostAddress(host), port) == bytes.size();
}

Peer::~Peer()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(3000)) {
        m_process.kill();
        m_process.waitForFinished(3000);
    }
}

bool Peer::python(const QByteArray &script, const QStringList &arguments)
{
    return start(u"/usr/bin/python3"_s, QStringList{u"-u"_s, u"-c"_s, QString::fromUtf8(script)} + arguments);
}

bool Peer::start(const QString &program, const QStringList &arguments)
{
    m_process.start(program, arguments);
    if (!m_process.waitForStarted(20'000))
        return false;
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(20'000)) {
            qWarning("%s", m_process.readAllStandardError().constData());
            return false;
        }
    }
    m_firstLine = m_process.readLine().trimmed();
    return true;
}

Gunicorn::~Gunicorn()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished(2000);
    }
}

void Gunicorn::start(const QByteArray &script, quint16 port, const QStringList &arguments,
                     const std::map<QString, QString> &environment)
{
    QFile module(path(u"checked.py"_s));
    if (!module.open(QIODevice::WriteOnly) || module.write(script) != script.size())
        return;
    module.close();
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(u"PYTHONDONTWRITEBYTECODE"_s, u"1"_s);
    for (const auto &[name, value] : environment)
        variables.insert(name, value);
    m_process.setProcessEnvironment(variables);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setWorkingDirectory(m_folder.path());
    m_process.start(u"/usr/bin/gunicorn"_s,
                    QStringList{u"--graceful-timeout"_s, u"1"_s, u"--bind"_s, u"127.0.0.1:%1"_s.arg(port)} +
                        arguments + QStringList{u"checked:application"_s});
    if (!m_process.waitForStarted())
        return;
    const auto answers = [&] { return !runs() || !fetch(port, "/").isEmpty(); };
    [[maybe_unused]] const bool ready = QTest::qWaitFor(answers, 20'000);
}

QByteArray Gunicorn::said()
{
    m_said += m_process.readAll();
    return m_said;
}

QByteArray fetch(quint16 port, const QByteArray &path)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    // Where nobody listens yet, the system may give the connection that very port: it would answer itself.
    if (!socket.waitForConnected(300) || socket.localPort() == port)
        return {};
    socket.write("GET " + path + " HTTP/1.0\r\n\r\n");
    QByteArray all;
    while (socket.waitForReadyRead(3000))
        all += socket.readAll();
    return all;
}

AsNobody::AsNobody() : m_works(::geteuid() == 0 && ::seteuid(65534) == 0) {}

AsNobody::~AsNobody()
{
    if (m_works && ::seteuid(0) != 0)
        qFatal("cannot become root again");
}

std::unique_ptr<QObject> listenAndSay(quint16 &port, const QByteArray &greeting,
                                      const std::function<QByteArray(const QByteArray &)> &reply,
                                      bool closeAfter)
{
    auto server = std::make_unique<QTcpServer>();
    server->listen(QHostAddress::LocalHost, port);
    port = server->serverPort();
    QObject::connect(server.get(), &QTcpServer::newConnection, server.get(),
                     [s = server.get(), greeting, reply, closeAfter] {
                         while (QTcpSocket *socket = s->nextPendingConnection()) {
                             socket->write(greeting);
                             QObject::connect(socket, &QTcpSocket::readyRead, socket,
                                              [socket, reply, closeAfter] {
                                                  const QByteArray said = socket->readAll();
                                                  if (!reply)
                                                      return;
                                                  socket->write(reply(said));
                                                  if (closeAfter)
                                                      socket->disconnectFromHost();
                                              });
                         }
                     });
    return server;
}
