// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/sockets/filedescriptor.h"
#include "netlayer/sockets/portowner.h"
#include "netlayer/statsd/receiverconfig.h"
#include "netlayer/types/result.h"

#include <sys/types.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace metriscope::net
{

/// The file of a unix socket; goes with the socket, unless somebody else has put another one in its place.
class SocketFile final
{
public:
    explicit SocketFile(std::string path);
    SocketFile(SocketFile &&other) noexcept;
    SocketFile &operator=(SocketFile &&) = delete;
    ~SocketFile();

private:
    std::string m_path;
    ino_t m_inode = 0;
    dev_t m_device = 0;
};

struct ListenSocket {
    FileDescriptor fd;
    Transport transport = Transport::Udp;
    std::optional<SocketFile> file{};
};

/// Every socket of a receiver, bound, non-blocking, and exclusively ours.
struct ListenSet {
    std::vector<ListenSocket> sockets;
    std::vector<Endpoint> endpoints; ///< with their real ports
    std::vector<std::string> absent; ///< "[::1]:8125: why", an address family that this machine does not have
    std::size_t receiveBuffer = 0;   ///< bytes the kernel granted the smallest datagram socket, 0 without any
};

struct ListenFailure {
    int error = 0; ///< errno; EINVAL for an address that is none
    Endpoint endpoint;
    Transport transport = Transport::Udp;
};

[[nodiscard]] Result<ListenSet, ListenFailure> openListenSet(const ReceiverConfig &config);

} // namespace metriscope::net
