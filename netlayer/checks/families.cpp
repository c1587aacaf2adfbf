// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/family.h"

namespace metriscope::net
{

CheckNodes gstatsChecks(const CheckContext &)
{
    return {};
}

} // namespace metriscope::net
