// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/gstats/zmtppeer.h"

#include <QObject>
#include <QString>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <memory>
#include <string>

namespace metriscope::net
{

/// Who was found at a ZeroMQ address, and what it said.
struct ZmqAnswer {
    enum class Outcome : std::uint8_t {
        BadAddress,
        HostNotFound,
        Refused,
        Unreachable, ///< detail: message of the system
        Mute,        ///< connected, and no greeting came
        NotZmq,      ///< detail: the first bytes, if any
        WrongSocket, ///< theirs
        Open,        ///< shook hands; nothing was asked
        NoReply,     ///< shook hands, but gave no answer
        Reply
    };
    Outcome outcome = Outcome::Open;
    ZmtpSocket theirs = ZmtpSocket::Unknown;
    std::string reply;
    bool oversized = false; ///< the reply was too long to be kept
    QString detail;
};

/// Shakes hands with a ZeroMQ socket by TCP, as one of a kind would, asks one question at most, and leaves.
/// Sends nothing that the other side would count.
class GstatsTalk final : public QObject
{
    Q_OBJECT

public:
    GstatsTalk();

    /// `address`: "tcp://127.0.0.1:2345". `command`: empty to ask nothing. Answered by one answered().
    void start(const QString &address, ZmtpSocket ours, const std::string &command,
               std::chrono::milliseconds limit);
    void cancel();

Q_SIGNALS:
    void answered(const metriscope::net::ZmqAnswer &answer);

private:
    void read();
    void failed(QAbstractSocket::SocketError error);
    void late();
    void finish(ZmqAnswer::Outcome outcome, const QString &detail = {});
    void say(const std::string &bytes);
    void flush();

    QTcpSocket m_socket;
    QTimer m_timer;
    std::unique_ptr<ZmtpPeer> m_peer;
    std::string m_in, m_first, m_command;
    std::string m_toSay; ///< held back until the other side has said what it is
    ZmqAnswer m_answer;
    std::size_t m_said = 0;
    bool m_busy = false, m_asked = false;
};

} // namespace metriscope::net
