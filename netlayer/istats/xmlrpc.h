// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/istats/xmlreader.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace metriscope::net
{

// As much of XML-RPC (xmlrpc.com/spec.md) as the monitor of a pystatsd speaks: calls of a method, answers of
// one string, faults. Pure.

struct RpcFault {
    std::int64_t code = 0;
    std::string text;
};

/// What the other side says: a string, or a fault, which comes with HTTP status 200 as well.
struct RpcAnswer {
    std::string text;
    std::optional<RpcFault> fault;
};

struct RpcCall {
    std::string method;
    std::size_t parameters = 0;
};

struct RpcTrouble {
    std::optional<XmlIssue> xml; ///< none: it is XML, but no XML-RPC of the kind that was expected
    std::size_t at = 0;          ///< byte
};

[[nodiscard]] Result<RpcAnswer, RpcTrouble> readRpcAnswer(std::string_view text);
[[nodiscard]] Result<RpcCall, RpcTrouble> readRpcCall(std::string_view text);

[[nodiscard]] std::string rpcCall(std::string_view method); ///< without parameters
[[nodiscard]] std::string rpcAnswer(std::string_view value);
[[nodiscard]] std::string rpcFault(const RpcFault &fault);

} // namespace metriscope::net
