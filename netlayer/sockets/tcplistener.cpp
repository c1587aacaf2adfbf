// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/sockets/tcplistener.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace metriscope::net
{

namespace
{

SourceError errorOf(int error)
{
    switch (error) {
    case EADDRINUSE:
        return SourceError::AddressInUse;
    case EINVAL:
    case EADDRNOTAVAIL:
        return SourceError::AddressInvalid;
    case EACCES:
    case EPERM:
        return SourceError::PermissionDenied;
    default:
        return SourceError::SystemError;
    }
}

void enable(int fd, int level, int option)
{
    const int on = 1;
    ::setsockopt(fd, level, option, &on, sizeof on);
}

} // namespace

Result<FileDescriptor, int> listenTcp(Endpoint &endpoint)
{
    const auto address = SocketAddress::of(endpoint);
    if (!address || endpoint.kind == Endpoint::Kind::Unix)
        return EINVAL;
    FileDescriptor fd(::socket(address->get()->sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!fd)
        return errno;
    if (endpoint.kind == Endpoint::Kind::Inet6)
        enable(fd.get(), IPPROTO_IPV6, IPV6_V6ONLY);
    // lets us start again while old connections linger; two listeners stay impossible
    enable(fd.get(), SOL_SOCKET, SO_REUSEADDR);
    if (::bind(fd.get(), address->get(), address->size) != 0 || ::listen(fd.get(), SOMAXCONN) != 0)
        return errno;
    endpoint.port = SocketAddress::local(fd.get()).port();
    return fd;
}

ListenTrouble listenTrouble(int error, Transport transport, const Endpoint &endpoint)
{
    ListenTrouble trouble{errorOf(error), {}};
    if (trouble.error == SourceError::AddressInUse)
        trouble.detail = QString::fromStdString(findPortOwner(transport, endpoint).text());
    else if (trouble.error == SourceError::SystemError)
        trouble.detail = QString::fromStdString(std::generic_category().message(error));
    return trouble;
}

} // namespace metriscope::net
