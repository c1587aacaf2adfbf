// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/checks/family.h"
#include "netlayer/checks/statsdwatch.h"

#include <functional>
#include <memory>
#include <string>

namespace metriscope::net
{

/// The statsd checks around one watch; m3 adds its own to them.
[[nodiscard]] CheckNodes statsdNodes(const std::shared_ptr<StatsdWatch> &watch);
/// Those of them that judge what came while we waited.
[[nodiscard]] CheckNodes trafficNodes(const std::shared_ptr<StatsdWatch> &watch);

/// Judges when the time of waiting is over, or at once what needs no traffic.
class WatchCheck final : public Check
{
    Q_OBJECT

public:
    using Judge = std::function<CheckResult(const StatsdWatch &)>;
    enum class When : std::uint8_t { Over, AtOnce };
    WatchCheck(CheckId id, std::shared_ptr<StatsdWatch> watch, Judge judge, When when = When::Over);

private:
    void run() override;
    void release() override;

    std::shared_ptr<StatsdWatch> m_watch;
    Judge m_judge;
    const When m_when;
    QMetaObject::Connection m_connection;
};

/// Calls `each(line, datagram)` for every line that arrived.
void forEachArrived(const StatsdWatch &watch,
                    const std::function<void(std::string_view, const SeenDatagram &)> &each);
/// Text of bytes from the network, at most 300 of them.
[[nodiscard]] QString shownBytes(std::string_view bytes);

} // namespace metriscope::net
