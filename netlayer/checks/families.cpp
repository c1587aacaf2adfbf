// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/family.h"

namespace metriscope::net
{

CheckNodes gstatsChecks(const CheckContext &)
{
    return {};
}

CheckNodes prometheusChecks(const CheckContext &)
{
    return {};
}

CheckNodes istatsChecks(const CheckContext &)
{
    return {};
}

CheckNodes graphiteChecks(const CheckContext &)
{
    return {};
}

} // namespace metriscope::net
