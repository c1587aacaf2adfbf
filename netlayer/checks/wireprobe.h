// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/wirecapture.h"
#include "netlayer/checks/checkcontext.h"

#include <QObject>

#include <cstdint>
#include <deque>
#include <map>
#include <string>

namespace metriscope::net
{

/// Looks at the wire for the checks, as far as this machine allows: keeps the newest datagrams of all ports
/// and says why it cannot when it cannot. GUI thread.
class WireProbe final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t MaxDatagrams = 20'000, MaxSenders = 10'000;

    explicit WireProbe(QObject *parent = nullptr);

    /// Answered by ready(). `helper`: as in WireConfig.
    void start(const QString &helper = {});
    void stop();
    [[nodiscard]] bool isReady() const noexcept; ///< it captures, or has found out that it cannot
    /// What the checks are given; its functions are good while this lives.
    [[nodiscard]] WireKnowledge knowledge();

Q_SIGNALS:
    void ready();

private:
    void keepArrived();
    [[nodiscard]] std::vector<Packet> since(std::int64_t time);

    WireCapture m_capture;
    std::deque<Packet> m_datagrams; ///< payloads, oldest first
    /// Where a sender was seen first: a bridge shows the datagrams of its cables once more.
    std::map<std::string, std::uint32_t> m_interfaces;
    QString m_helper;
    CaptureError m_error = CaptureError::None;
    QString m_detail;
};

} // namespace metriscope::net
