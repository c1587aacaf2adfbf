// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/socket.h>
#include <sys/uio.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// One datagram; all of it is valid until the next receive().
struct Datagram {
    std::string_view bytes;
    const sockaddr *peer = nullptr;
    socklen_t peerSize = 0;
    bool truncated = false; ///< was longer than the buffer
};

/// Reads many datagrams with one system call, recvmmsg(2). The buffers are allocated once; pages that no
/// datagram was long enough to reach cost nothing.
class DatagramReader final
{
public:
    DatagramReader(std::size_t bufferBytes, std::size_t batch);

    /// Number of datagrams read, 0 when none is waiting. Does not block.
    std::size_t receive(int fd) noexcept;
    [[nodiscard]] Datagram at(std::size_t index) const noexcept;
    [[nodiscard]] std::size_t batch() const noexcept { return m_headers.size(); }
    /// Datagrams that the socket has lost so far, as the last receive() was told (SO_RXQ_OVFL; wraps around).
    [[nodiscard]] std::optional<std::uint32_t> lost() const noexcept { return m_lost; }

private:
    struct alignas(cmsghdr) Control {
        char bytes[CMSG_SPACE(sizeof(std::uint32_t))];
    };
    void makeReady(std::size_t index) noexcept;

    std::unique_ptr<char[]> m_buffers;
    std::vector<mmsghdr> m_headers;
    std::vector<iovec> m_vectors;
    std::vector<sockaddr_storage> m_peers;
    std::vector<Control> m_controls;
    std::size_t m_used = 0; ///< headers that the last call has written to
    std::optional<std::uint32_t> m_lost;
};

/// Turns a socket's wrapping count of lost datagrams into what is new.
class LossCounter final
{
public:
    /// How many were lost since the last call. A reading older than the last one says nothing new.
    std::uint32_t observe(std::uint32_t total) noexcept
    {
        const std::uint32_t more = total - m_last;
        if (more > 0x7FFF'FFFFU)
            return 0;
        m_last = total;
        return more;
    }

private:
    std::uint32_t m_last = 0;
};

/// Datagrams a socket has lost up to now, whether or not one arrived after (SO_MEMINFO); none on an old
/// kernel.
[[nodiscard]] std::optional<std::uint32_t> lostDatagrams(int fd) noexcept;

} // namespace metriscope::net
