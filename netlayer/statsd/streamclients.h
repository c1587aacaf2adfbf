// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/packets/tap.h"
#include "netlayer/sockets/endpoint.h"
#include "netlayer/sockets/filedescriptor.h"
#include "netlayer/statsd/lineframer.h"
#include "netlayer/statsd/lineintake.h"

#include <netinet/in.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// The TCP clients: accepts them up to a limit, cuts what they send into lines and forgets them when they
/// leave. A client is known by its place, which is given to another one after it left. Ingest thread.
class StreamClients final
{
public:
    /// New clients are added to the epoll set with `tag` + place as their data.
    StreamClients(int epollFd, std::uint64_t tag, std::size_t limit, LineIntake &intake, IngestCounts &counts,
                  Tap *tap);

    void acceptFrom(int listener);
    /// Reads once from a client that has something; true when there is probably more.
    bool readFrom(std::size_t place);

private:
    struct Client {
        FileDescriptor fd;
        LineFramer framer;
        sockaddr_in6 peer{}; ///< large enough for IPv4, too
        socklen_t peerSize = 0;
        [[nodiscard]] LinePeer linePeer() const noexcept
        {
            return {reinterpret_cast<const sockaddr *>(&peer), peerSize};
        }
    };
    void admit(FileDescriptor fd, const sockaddr_in6 &peer, socklen_t peerSize);
    void refuseForWantOfDescriptors(int listener);
    void leave(std::size_t place);
    void showToTap(const Client &client, std::string_view line);
    void flushToTap(const Client &client);

    const int m_epollFd;
    const std::uint64_t m_tag;
    const std::size_t m_limit;
    LineIntake &m_intake;
    IngestCounts &m_counts;
    Tap *const m_tap;
    std::string m_tapped; ///< lines of one read
    std::vector<std::unique_ptr<Client>> m_clients;
    std::vector<std::size_t> m_freePlaces;
    std::unique_ptr<char[]> m_buffer; ///< what one read fills; lines that it ends are read where they lie
    FileDescriptor m_reserve;         ///< given up for a moment to refuse a client when there are no more
};

} // namespace metriscope::net
