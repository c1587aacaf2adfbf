// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/gstatstalk.h"

#include "netlayer/checks/httpprobe.h"

#include <QUrl>

#include <algorithm>

namespace metriscope::net
{

using namespace Qt::StringLiterals;
using Outcome = ZmqAnswer::Outcome;

GstatsTalk::GstatsTalk()
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &GstatsTalk::late);
    connect(&m_socket, &QTcpSocket::readyRead, this, &GstatsTalk::read);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &GstatsTalk::failed);
}

void GstatsTalk::start(const QString &address, ZmtpSocket ours, const std::string &command,
                       std::chrono::milliseconds limit)
{
    cancel();
    m_busy = true;
    m_asked = false;
    m_in.clear();
    m_first.clear();
    m_toSay.clear();
    m_said = 0;
    m_answer = {};
    m_command = command;
    const QUrl url(address.contains("://"_L1) ? address : "tcp://"_L1 + address, QUrl::StrictMode);
    if (url.scheme() != "tcp"_L1 || url.host().isEmpty() || url.port() <= 0)
        return finish(Outcome::BadAddress);
    m_timer.start(limit);
    std::string greeting;
    m_peer = std::make_unique<ZmtpPeer>(ours, greeting);
    m_socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    say(greeting); // waits for the connection
}

void GstatsTalk::cancel()
{
    m_busy = false;
    m_timer.stop();
    m_socket.abort();
}

void GstatsTalk::say(const std::string &bytes)
{
    m_toSay += bytes;
    flush();
}

/// libzmq hangs up on a socket of a kind that it does not talk to, and its own name may be lost with that. So
/// ours, which follows the greeting, is told only when we know theirs.
void GstatsTalk::flush()
{
    static constexpr std::size_t Greeting = 64;
    const bool known = m_peer->socket() != ZmtpSocket::Unknown;
    const std::size_t now =
        known ? m_toSay.size() : std::min(m_toSay.size(), Greeting - std::min(Greeting, m_said));
    m_socket.write(m_toSay.data(), static_cast<qint64>(now));
    m_toSay.erase(0, now);
    m_said += now;
}

void GstatsTalk::read()
{
    if (!m_busy)
        return;
    const QByteArray fresh = m_socket.readAll();
    m_in.append(fresh.constData(), static_cast<std::size_t>(fresh.size()));
    if (m_first.size() < 64)
        m_first.append(fresh.constData(), static_cast<std::size_t>(fresh.size()));
    std::string out;
    bool replied = false;
    const std::size_t taken = m_peer->take(m_in, out, [&](const ZmtpPeer::Message &message) {
        replied = true;
        m_answer.oversized = message.oversized;
        if (message.count > 0)
            m_answer.reply = message.frames[message.count - 1];
        return false;
    });
    m_in.erase(0, taken);
    say(out);
    m_answer.theirs = m_peer->socket();
    if (replied)
        return finish(Outcome::Reply);
    if (m_peer->issue() == ZmtpPeer::Issue::WrongSocket)
        return finish(Outcome::WrongSocket);
    if (m_peer->issue() != ZmtpPeer::Issue::None)
        return finish(Outcome::NotZmq, firstBytes(QByteArray::fromStdString(m_first)));
    if (!m_peer->isOpen() || m_asked)
        return;
    if (m_command.empty())
        return finish(Outcome::Open);
    m_asked = true;
    std::string question;
    appendZmtpFrame(question, {}, true);
    appendZmtpFrame(question, m_command, false);
    say(question);
}

void GstatsTalk::failed(QAbstractSocket::SocketError error)
{
    const QString why = m_socket.errorString();
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return finish(Outcome::Refused);
    case QAbstractSocket::HostNotFoundError:
        return finish(Outcome::HostNotFound);
    case QAbstractSocket::RemoteHostClosedError:
        read();
        return finish(m_asked ? Outcome::NoReply : Outcome::NotZmq,
                      firstBytes(QByteArray::fromStdString(m_first)));
    default:
        return finish(Outcome::Unreachable, why);
    }
}

void GstatsTalk::late()
{
    if (m_asked)
        return finish(Outcome::NoReply);
    if (m_socket.state() != QAbstractSocket::ConnectedState)
        return finish(Outcome::Unreachable, m_socket.errorString());
    finish(m_first.empty() ? Outcome::Mute : Outcome::NotZmq, firstBytes(QByteArray::fromStdString(m_first)));
}

void GstatsTalk::finish(Outcome outcome, const QString &detail)
{
    if (!m_busy)
        return;
    cancel();
    m_answer.outcome = outcome;
    m_answer.detail = detail;
    Q_EMIT answered(m_answer);
}

} // namespace metriscope::net
