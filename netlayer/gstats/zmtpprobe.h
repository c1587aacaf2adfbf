// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/source.h"
#include "netlayer/gstats/zmtppeer.h"
#include "netlayer/sockets/endpoint.h"
#include "netlayer/sockets/filedescriptor.h"

#include <string>

namespace metriscope::net
{

/// Finds out who listens at an address: connects, shakes hands as a ZeroMQ socket of a kind would, and leaves
/// again. Never waits: advance() is called whenever the socket is ready. Any one thread.
class ZmtpProbe final
{
public:
    /// `ours`: Req to look for a socket that answers, Push for one that takes.
    ZmtpProbe(const Endpoint &peer, ZmtpSocket ours);

    void advance();
    [[nodiscard]] bool isDone() const noexcept { return m_done; }
    /// Time is up: TimedOut, when it was not done.
    void giveUp() noexcept;
    /// None: a socket that talks to ours. Otherwise Refused, Unreachable, TimedOut, NotZmq, WrongSocket,
    /// AddressInvalid or SystemError.
    [[nodiscard]] SourceError error() const noexcept { return m_error; }
    [[nodiscard]] const std::string &detail() const noexcept { return m_detail; } ///< see SourceError
    [[nodiscard]] bool isConnected() const noexcept { return m_connected; }
    [[nodiscard]] ZmtpSocket found() const noexcept
    {
        return m_peer.socket();
    } ///< Unknown before its handshake

    [[nodiscard]] int fd() const noexcept { return m_fd.get(); }
    [[nodiscard]] bool wantsToWrite() const noexcept { return !m_connected || !m_out.empty(); }

private:
    void finish(SourceError error, std::string detail = {});
    void connectFailed(int error);
    void read();
    void write();

    std::string m_out, m_in;
    ZmtpPeer m_peer;
    FileDescriptor m_fd;
    SourceError m_error = SourceError::None;
    std::string m_detail;
    bool m_done = false, m_connected = false;
};

} // namespace metriscope::net
