// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/engine/residentmemory.h"

#include <fstream>

#include <unistd.h>

namespace metriscope::net
{

std::uint64_t residentMemory()
{
    std::ifstream file("/proc/self/statm");
    std::uint64_t total = 0, resident = 0;
    file >> total >> resident;
    return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

} // namespace metriscope::net
