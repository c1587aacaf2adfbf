// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/source.h"
#include "netlayer/gstats/zmtppeer.h"
#include "netlayer/sockets/endpoint.h"
#include "netlayer/sockets/filedescriptor.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace metriscope::net
{

class Tap;

/// A REQ socket with one connection: connects, shakes hands, asks one question at a time. Never waits:
/// advance() is called whenever fd() is ready to be written to or, when it does not want that, to be read.
/// Any one thread.
///
/// It is ours, not libzmq's, because that takes any server that talks for a ZeroMQ of old, tries one that
/// refuses again and again without a word, and keeps an answer of any number of frames in memory.
class ReqSocket final
{
public:
    /// A longer answer than `mostReply` bytes ends the connection. `tap` may be null.
    ReqSocket(const Endpoint &peer, std::size_t mostReply, Tap *tap);

    void advance();
    [[nodiscard]] int fd() const noexcept { return m_fd.get(); } ///< -1 when it has ended
    [[nodiscard]] bool wantsToWrite() const noexcept { return !m_connected || !m_out.empty(); }

    [[nodiscard]] bool isOpen() const noexcept { return m_peer.isOpen() && !hasEnded(); }
    [[nodiscard]] bool hasEnded() const noexcept { return m_error != SourceError::None; }
    /// Why it has ended: Refused, Unreachable, TimedOut, NotZmq, WrongSocket, AddressInvalid, NoReply,
    /// TooLarge, BadAnswer or SystemError.
    [[nodiscard]] SourceError error() const noexcept { return m_error; }
    [[nodiscard]] const std::string &detail() const noexcept { return m_detail; } ///< see SourceError

    /// One frame; the socket is open. What else comes before its answer is not waited for any more.
    void ask(std::string_view request);
    /// The first frame of the answer, once; others are not looked at.
    [[nodiscard]] std::optional<std::string> takeReply() { return std::exchange(m_reply, std::nullopt); }

private:
    void end(SourceError error, std::string detail = {});
    void connectFailed(int error);
    [[nodiscard]] bool isConnected();
    void read();
    void write();
    void take(const ZmtpPeer::Message &message);
    void offer(std::string_view frames, bool request) const;

    const std::size_t m_mostReply;
    Tap *const m_tap;
    std::string m_out, m_in; ///< what the other side has not taken yet, what is not complete yet
    ZmtpPeer m_peer;
    SocketAddress m_theirs;
    FileDescriptor m_fd;
    SourceError m_error = SourceError::None;
    std::string m_detail;
    bool m_connected = false, m_asked = false;
    std::optional<std::string> m_reply;
};

} // namespace metriscope::net
