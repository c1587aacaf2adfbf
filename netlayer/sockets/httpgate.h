// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

class QTcpSocket;
class QTimer;

namespace metriscope::net
{

struct HttpLimits {
    qint64 body = qint64{8} * 1024 * 1024;
    qint64 head = qint64{16} * 1024;
    qint64 buffered = qint64{32} * 1024 * 1024; ///< of all requests that are on their way in
    std::size_t connections = 128;
    std::chrono::milliseconds whole{5000}; ///< from the connection to the last byte of its request
    friend bool operator==(const HttpLimits &, const HttpLimits &) = default;
};

/// Cumulative. Any thread reads.
struct HttpCounts {
    std::atomic<std::uint64_t> requests{0};  ///< whole ones, handed on
    std::atomic<std::uint64_t> refused{0};   ///< answered by the gate: damaged, too large, too slow
    std::atomic<std::uint64_t> pushedOut{0}; ///< half-sent, closed because others needed the room
    std::atomic<std::uint64_t> bytes{0};
};

/// Stands before a QHttpServer, which in Qt 6.4 bounds neither a request's size nor its time nor the number
/// of connections, leaves `Expect: 100-continue` without an answer and a connection open that the client
/// wants closed. The gate lets a request pass when the whole of it is there, so that the server answers at
/// once and nobody waits for a slow client; it refuses what is damaged (400), too large (413, 431), without a
/// length (411) or too slow (408) itself, with a status line and Content-Length always, and closes after one
/// request. When room runs out, who has waited longest half-sent has to go.
///
/// Lives on the thread of its server, see QHttpServer::bind().
class HttpGate final : public QTcpServer
{
    Q_OBJECT

public:
    /// Called with every whole request before it is answered.
    using Witness = std::function<void(const QTcpSocket &from, const QByteArray &request)>;

    /// `wantsWitness` is asked first: a request is copied only then.
    HttpGate(const HttpLimits &limits, std::shared_ptr<HttpCounts> counts, QObject *parent = nullptr);
    ~HttpGate() override;

    void setWitness(std::function<bool()> wanted, Witness witness);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Visitor;

    [[nodiscard]] Visitor *find(const QTcpSocket *socket);
    void read(QTcpSocket *socket);
    void readHead(Visitor &visitor);
    void pass(Visitor &visitor);
    void refuse(Visitor &visitor, const QByteArray &status);
    void drain(Visitor &visitor);
    void forget(QTcpSocket *socket);
    void makeRoom(const QTcpSocket *keep);
    void closeLate();

    const HttpLimits m_limits;
    const std::shared_ptr<HttpCounts> m_counts;
    std::function<bool()> m_wanted;
    Witness m_witness;
    std::vector<std::unique_ptr<Visitor>> m_visitors; ///< the one that came first in front
    QTimer *m_timer;
};

} // namespace metriscope::net
