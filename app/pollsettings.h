// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/pollconfig.h"

#include <QByteArray>

#include <vector>

namespace metriscope::app
{

/// What is polled, as it is kept between runs: JSON without secrets.
[[nodiscard]] QByteArray pollsToJson(const std::vector<net::PollConfig> &polls);

struct PollsRead {
    std::vector<net::PollConfig> polls;
    bool damaged = false; ///< something of it made no sense and is left out
};
/// An entry that makes no sense, and one whose id another has, costs itself only.
[[nodiscard]] PollsRead pollsFromJson(const QByteArray &json);

} // namespace metriscope::app
