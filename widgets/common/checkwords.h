// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/checks/checkresult.h"

#include <span>

namespace metriscope::ui
{

/// Source texts of a reason. In both: %1 address, %2 peer, %3 detail, %4 found, %5 items, %6 and %7 the
/// numbers of the evidence, %8 what is wrong with a line, %n a plural by the first number.
struct CheckWords {
    net::CheckReason reason;
    const char *evidence;
    const char *remedy = nullptr;
};

// A file each, by the family that has the reasons; context "checktext".
[[nodiscard]] std::span<const CheckWords> statsdCheckWords();
[[nodiscard]] std::span<const CheckWords> m3CheckWords();
[[nodiscard]] std::span<const CheckWords> pollCheckWords();

} // namespace metriscope::ui
