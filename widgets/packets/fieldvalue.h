// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/frame.h"
#include "netlayer/capture/payload.h"

#include <QString>

#include <cstdint>
#include <span>

namespace metriscope::ui
{

/// What stands in a field of a frame, as people read it.
[[nodiscard]] QString fieldValue(const net::Field &field, std::span<const std::uint8_t> frame);

/// Names of the dialects that take a statsd line, "dogstatsd, statsite"; empty when none does.
[[nodiscard]] QString acceptedByText(const net::PayloadItem &item);

} // namespace metriscope::ui
