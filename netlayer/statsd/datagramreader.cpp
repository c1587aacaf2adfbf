// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/statsd/datagramreader.h"

#include <linux/sock_diag.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace metriscope::net
{
namespace
{

/// Buffers that start a multiple of 4 KiB apart would compete for the same few places in the cache.
constexpr std::size_t CacheLine = 64, Stagger = 17 * CacheLine;

std::size_t strideFor(std::size_t bufferBytes)
{
    return (bufferBytes + CacheLine - 1) / CacheLine * CacheLine + Stagger;
}

} // namespace

DatagramReader::DatagramReader(std::size_t bufferBytes, std::size_t batch)
    : m_buffers(std::make_unique_for_overwrite<char[]>(strideFor(bufferBytes) * batch)), m_headers(batch),
      m_vectors(batch), m_peers(batch), m_controls(batch)
{
    for (std::size_t i = 0; i < batch; ++i) {
        m_vectors[i] = {m_buffers.get() + i * strideFor(bufferBytes), bufferBytes};
        msghdr &header = m_headers[i].msg_hdr;
        header.msg_iov = &m_vectors[i];
        header.msg_iovlen = 1;
        header.msg_name = &m_peers[i];
        header.msg_control = m_controls[i].bytes;
        makeReady(i);
    }
}

void DatagramReader::makeReady(std::size_t index) noexcept
{
    msghdr &header = m_headers[index].msg_hdr;
    header.msg_namelen = sizeof(sockaddr_storage);
    header.msg_controllen = sizeof(Control);
    header.msg_flags = 0;
}

std::size_t DatagramReader::receive(int fd) noexcept
{
    m_lost.reset();
    for (std::size_t i = 0; i < m_used; ++i)
        makeReady(i);
    m_used = 0;
    const int received =
        ::recvmmsg(fd, m_headers.data(), static_cast<unsigned>(m_headers.size()), MSG_DONTWAIT, nullptr);
    if (received <= 0)
        return 0;
    const auto count = m_used = static_cast<std::size_t>(received);
    msghdr &last = m_headers[count - 1].msg_hdr; // the count only grows: the last one knows it all
    for (cmsghdr *c = CMSG_FIRSTHDR(&last); c != nullptr; c = CMSG_NXTHDR(&last, c)) {
        if (c->cmsg_level != SOL_SOCKET || c->cmsg_type != SO_RXQ_OVFL)
            continue;
        std::uint32_t total = 0;
        std::memcpy(&total, CMSG_DATA(c), sizeof total);
        m_lost = total;
    }
    return count;
}

Datagram DatagramReader::at(std::size_t index) const noexcept
{
    const mmsghdr &header = m_headers[index];
    const iovec &vector = m_vectors[index];
    const std::size_t size = std::min<std::size_t>(header.msg_len, vector.iov_len);
    return {{static_cast<const char *>(vector.iov_base), size},
            reinterpret_cast<const sockaddr *>(&m_peers[index]),
            header.msg_hdr.msg_namelen,
            (header.msg_hdr.msg_flags & MSG_TRUNC) != 0};
}

std::optional<std::uint32_t> lostDatagrams(int fd) noexcept
{
    std::array<std::uint32_t, SK_MEMINFO_VARS> info{};
    socklen_t size = sizeof info;
    if (::getsockopt(fd, SOL_SOCKET, SO_MEMINFO, info.data(), &size) != 0 ||
        size <= SK_MEMINFO_DROPS * sizeof(std::uint32_t))
        return std::nullopt;
    return info[SK_MEMINFO_DROPS];
}

} // namespace metriscope::net
