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
    QString application; ///< name to show; of gstats, where prefixes are alike; empty: taken from the address
    Millis interval{0};  ///< 0: the default of the kind
    Millis timeout{0};   ///< likewise
    bool enabled = true; ///< polls as soon as the program starts
    // Prometheus
    Login login = Login::None;
    QString user;        ///< Login::Basic
    QString activeUsers; ///< gauge that tells the active users: `name` or `name{label="value"}`

    friend bool operator==(const PollConfig &, const PollConfig &) = default;
};

inline constexpr Millis MinPollInterval{100}, MaxPollInterval{3'600'000};

/// Of the kinds that ask others.
[[nodiscard]] constexpr bool isPolled(SourceKind kind) noexcept
{
    return kind == SourceKind::Gstats || kind == SourceKind::GstatsHttp || kind == SourceKind::Prometheus ||
           kind == SourceKind::Istats;
}

/// Time between two polls where nothing else was said. A pystatsd forgets its errors every minute.
[[nodiscard]] constexpr Millis defaultPollInterval(SourceKind kind) noexcept
{
    return kind == SourceKind::Istats ? Millis{10'000}
                                      : Millis{kind == SourceKind::Prometheus ? 5'000 : 2'000};
}
/// How long to wait for an answer where nothing else was said.
[[nodiscard]] constexpr Millis defaultPollTimeout(SourceKind kind) noexcept
{
    return Millis{kind == SourceKind::Gstats ? 2'000 : 5'000};
}

/// What counts, within bounds.
[[nodiscard]] Millis pollIntervalOf(const PollConfig &config) noexcept;
[[nodiscard]] Millis pollTimeoutOf(const PollConfig &config) noexcept;

/// What is wrong with an address to poll.
enum class PollIssue : std::uint8_t {
    None,
    Empty,
    TooLong,   ///< over MaxPollAddress characters
    BadText,   ///< blanks or control characters where none may stand
    NoScheme,  ///< "localhost:8000/metrics"
    BadScheme, ///< of another protocol than the kind speaks
    NoHost,
    NoPort,     ///< gstats has no port of its own
    BadPort,    ///< not 1-65535, or a range that runs backwards or where only one may stand
    HoldsSecret ///< "http://user:password@host": addresses are written down, secrets are not
};
inline constexpr int MaxPollAddress = 4096;

/// Whether this can be asked at all, not whether somebody answers.
[[nodiscard]] PollIssue checkPollAddress(SourceKind kind, const QString &address);

} // namespace metriscope::net
