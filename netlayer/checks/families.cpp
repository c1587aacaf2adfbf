// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/family.h"

namespace metriscope::net
{

CheckNodes statsdChecks(const CheckContext &)
{
    return {};
}

CheckNodes m3Checks(const CheckContext &)
{
    return {};
}

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
