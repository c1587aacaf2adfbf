// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace metriscope::capturehelper
{

/// Closes what came from the caller but the three standard descriptors, and forgets the environment.
void closeDescriptors() noexcept;
/// Gives up every capability, for good, and root's name; nothing this process runs could have them again.
/// False when that fails, which must end the program.
[[nodiscard]] bool dropRights() noexcept;
/// From now on: reading and writing what is open, waiting, memory. Everything else is refused by the kernel.
/// False where the kernel has no seccomp.
bool confine() noexcept;

} // namespace metriscope::capturehelper
