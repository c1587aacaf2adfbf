// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/gstats/collectorconfig.h"

namespace metriscope::net
{
namespace
{

constexpr std::string_view TcpScheme = "tcp://", IpcScheme = "ipc://";

} // namespace

std::optional<Endpoint> zmqEndpoint(std::string_view text)
{
    if (text.starts_with(TcpScheme))
        text.remove_prefix(TcpScheme.size());
    std::string address(text);
    if (address.starts_with("*:"))
        address.replace(0, 1, "0.0.0.0");
    const std::optional<Endpoint> endpoint = Endpoint::fromText(address);
    return endpoint && endpoint->kind != Endpoint::Kind::Unix ? endpoint : std::nullopt;
}

std::string zmqAddress(const Endpoint &endpoint)
{
    if (endpoint.kind == Endpoint::Kind::Unix)
        return std::string(IpcScheme) + endpoint.host;
    return std::string(TcpScheme) + endpoint.text();
}

} // namespace metriscope::net
