// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/istats/monitordesk.h"

#include "netlayer/istats/xmlrpc.h"

namespace metriscope::net
{

namespace
{

// As Twisted's XML-RPC resource answers, which a pystatsd is built on.
constexpr std::int64_t NotFound = 8001, Failure = 8002;

[[nodiscard]] RpcFault unknownMethod(const std::string &method)
{
    const auto dot = method.find('.');
    if (dot != std::string::npos)
        return {NotFound, "no such subHandler " + method.substr(0, dot)};
    return {NotFound, "procedure " + method + " not found"};
}

} // namespace

std::string MonitorDesk::reply(std::string_view body)
{
    const auto call = readRpcCall(body);
    if (call && call->method == "istats" && call->parameters == 0) {
        answered.fetch_add(1, std::memory_order_relaxed);
        const std::scoped_lock lock(m_mutex);
        return rpcAnswer(monitorJson(m_values));
    }
    faults.fetch_add(1, std::memory_order_relaxed);
    if (!call)
        return rpcFault({Failure, "Can't deserialize input: byte " + std::to_string(call.error().at)});
    return rpcFault(call->method == "istats" ? RpcFault{Failure, "error"} : unknownMethod(call->method));
}

} // namespace metriscope::net
