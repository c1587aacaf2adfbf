// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

// As /proc has them at this moment. Any thread.

struct Process {
    int pid = 0, parent = 0;
    std::string name; ///< as the kernel shows it, at most 15 bytes
    /// "python3 (4711)"
    [[nodiscard]] std::string text() const;
    friend bool operator==(const Process &, const Process &) = default;
};

/// Without a name when it is gone.
[[nodiscard]] Process processOf(int pid);
/// Takes some milliseconds.
[[nodiscard]] std::vector<int> childrenOf(int pid);
/// A variable of the environment that a process was started with; nothing when it has none, and for a process
/// of another user.
[[nodiscard]] std::optional<std::string> startVariable(int pid, std::string_view name);

} // namespace metriscope::net
