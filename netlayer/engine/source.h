// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/bank.h"
#include "netlayer/types/time.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <string_view>

namespace metriscope::net
{

enum class SourceError : std::uint8_t {
    None,
    AddressInUse, ///< detail: "name (pid)" of the owner where /proc tells, else empty
    AddressInvalid,
    PermissionDenied,
    SystemError, ///< detail: text of the operating system
    // of those that ask others
    Refused, ///< nobody listens there
    HostNotFound,
    Unreachable,
    TimedOut,      ///< connected or not: no answer in time
    NoReply,       ///< the peer closed the connection without an answer
    HttpStatus,    ///< detail: "404 Not Found"
    NeedsLogin,    ///< HTTP 401, 403 or a redirect to a login page; detail: status
    RedirectLoop,  ///< or too many of them
    TlsFailed,     ///< detail: what is wrong with the certificate or the handshake
    TooLarge,      ///< detail: the limit in bytes
    NotMetrics,    ///< an answer of another kind; detail: content type or first bytes
    BadAnswer,     ///< of the right kind, but damaged; detail: where and why
    NotZmq,        ///< no ZeroMQ handshake
    WrongSocket,   ///< ZeroMQ, but no socket that answers requests; detail: its type
    PeerFault,     ///< the peer says so itself; detail: its words
    NoSecret,      ///< the system keyring does not give the secret; detail: its words
    NothingAnswers ///< of a range of ports none answers; detail: the range
};

/// Stable English word, as written into JSON: "refused", "timed-out", ...; empty for None.
[[nodiscard]] std::string_view sourceErrorName(SourceError error) noexcept;

/// Worth knowing of a source that runs; bits of SourceNotes.
enum class SourceNote : std::uint8_t {
    SeveralWorkers = 1, ///< totals go back and forth: several processes answer behind one address
    DamagedLines = 2,   ///< parts of the last answer could not be read
    SomeTargetsFail = 4 ///< of several targets
};
using SourceNotes = std::uint8_t;
/// Stable English word, as written into JSON: "several-workers", ...
[[nodiscard]] std::string_view sourceNoteName(SourceNote note) noexcept;

/// Cumulative since the source was made; what a kind of source does not know stays 0.
struct SourceCounts {
    std::uint64_t received = 0; ///< messages, requests or answers
    std::uint64_t items = 0;    ///< accepted: registrations, events, samples
    std::uint64_t rejected = 0; ///< items that were damaged, and answers that could not be read
    std::uint64_t bytes = 0;
    std::uint64_t polls = 0, failedPolls = 0;
    std::uint64_t refusedSeries = 0; ///< new names that found the source's table full
    std::int64_t lastPoll = 0;       ///< wall clock, milliseconds since the epoch; 0: not yet
    Millis lastPollTook{0};
    std::uint32_t applications = 0; ///< that it saw lately: prefixes, workers
};

/// Something that measures: has an address, a state and counters, and answers every start() with exactly one
/// Running or Failed. A poller goes on asking after it failed, and says Running again when that is over.
/// Lives on the GUI thread; what it owns elsewhere is its own affair.
class Source : public QObject
{
    Q_OBJECT

public:
    enum class State : std::uint8_t { Stopped, Starting, Running, Failed };
    Q_ENUM(State)

    using QObject::QObject;
    virtual void start() = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual State state() const noexcept = 0;
    [[nodiscard]] virtual SourceId sourceId() const noexcept = 0;
    [[nodiscard]] virtual QString address() const = 0;               ///< with the real port once running
    [[nodiscard]] virtual SourceCounts counts() const { return {}; } ///< asked for about once a second
    /// What its metrics are called together where their names do not tell the application, or tell one that
    /// another source has too.
    [[nodiscard]] virtual QString application() const { return {}; }
    [[nodiscard]] virtual SourceNotes notes() const { return 0; }
    /// Null for a source that brings no metrics.
    [[nodiscard]] virtual BankSource *banks() noexcept = 0;
    /// Asks now, whatever the interval. Nothing for a source that is told.
    virtual void pollNow() {}

Q_SIGNALS:
    void stateChanged(metriscope::net::Source::State state, metriscope::net::SourceError error,
                      const QString &detail);
};

} // namespace metriscope::net
