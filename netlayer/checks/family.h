// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/checks/check.h"
#include "netlayer/checks/checkcontext.h"

#include <memory>
#include <utility>
#include <vector>

namespace metriscope::net
{

/// A check among those of its family.
struct CheckNode {
    std::unique_ptr<Check> check;
    std::vector<CheckId> needs{}; ///< have to pass, with or without a warning, before it makes sense
    std::vector<CheckId> after{}; ///< are waited for; when one of them failed, it has explained this one too
};
using CheckNodes = std::vector<CheckNode>;

// One for each kind; a file each.
[[nodiscard]] CheckNodes statsdChecks(const CheckContext &context);
[[nodiscard]] CheckNodes m3Checks(const CheckContext &context);
[[nodiscard]] CheckNodes gstatsChecks(const CheckContext &context);
[[nodiscard]] CheckNodes prometheusChecks(const CheckContext &context);
[[nodiscard]] CheckNodes istatsChecks(const CheckContext &context);
[[nodiscard]] CheckNodes graphiteChecks(const CheckContext &context);

[[nodiscard]] inline CheckResult pass(CheckReason reason, CheckEvidence evidence = {})
{
    return {CheckVerdict::Pass, reason, std::move(evidence)};
}
[[nodiscard]] inline CheckResult warn(CheckReason reason, CheckEvidence evidence = {})
{
    return {CheckVerdict::Warning, reason, std::move(evidence)};
}
[[nodiscard]] inline CheckResult fail(CheckReason reason, CheckEvidence evidence = {})
{
    return {CheckVerdict::Fail, reason, std::move(evidence)};
}
[[nodiscard]] inline CheckResult skip(CheckReason reason, CheckEvidence evidence = {})
{
    return {CheckVerdict::Skipped, reason, std::move(evidence)};
}
/// Evidence that begins with an address.
[[nodiscard]] inline CheckEvidence at(const QString &address)
{
    CheckEvidence evidence;
    evidence.address = address;
    return evidence;
}

} // namespace metriscope::net
