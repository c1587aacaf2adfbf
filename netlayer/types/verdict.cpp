// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/types/verdict.h"

namespace metriscope::net
{

std::string_view verdictName(Verdict verdict) noexcept
{
    switch (verdict) {
    case Verdict::Accepted:
        return "accepted";
    case Verdict::Warning:
        return "warning";
    case Verdict::Rejected:
        return "rejected";
    }
    return {};
}

} // namespace metriscope::net
