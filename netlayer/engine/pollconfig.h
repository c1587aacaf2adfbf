// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/metric.h"
#include "netlayer/types/time.h"

#include <QString>

#include <cstdint>

namespace metriscope::net
{

/// One thing to poll, as it is kept between runs and edited by the forms.
struct PollConfig {
    enum class Login : std::uint8_t { None, Basic, Bearer };

    QString id; ///< stable, made once; the secret stands in the system keyring under it
    SourceKind kind = SourceKind::Prometheus; ///< Gstats, GstatsHttp, Prometheus or Istats
    /// As given: "tcp://127.0.0.1:2345", "http://localhost:8001-8049/metrics". Several targets of one
    /// application are separated by spaces.
    QString address;
    QString application; ///< name to show; empty: taken from the address or, for gstats, from the prefixes
    Millis interval{0};  ///< 0: the default of the kind
    Millis timeout{0};   ///< likewise
    bool enabled = true; ///< polls as soon as the program starts
    // Prometheus
    Login login = Login::None;
    QString user;            ///< Login::Basic
    QString activeUsers;     ///< gauge that tells the active users: `name` or `name{label="value"}`
    QString metricNamespace; ///< PROMETHEUS_METRIC_NAMESPACE of the application

    friend bool operator==(const PollConfig &, const PollConfig &) = default;
};

inline constexpr Millis MinPollInterval{100}, MaxPollInterval{3'600'000};

} // namespace metriscope::net
