// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/captureerror.h"
#include "netlayer/capture/capturereader.h"
#include "netlayer/capture/packetjudge.h"
#include "netlayer/engine/source.h"
#include "netlayer/series/aggregator.h"
#include "netlayer/sockets/filedescriptor.h"
#include "netlayer/statsd/bankexchange.h"

#include <QString>

#include <atomic>
#include <cstdint>
#include <memory>
#include <thread>

namespace metriscope::net
{

struct ReplayConfig {
    QString path;
    QString dialect = QStringLiteral("dogstatsd"); ///< an unknown name means the default
    double speed = 1;                              ///< times as fast as it was captured; 0: at once
    PortRoles roles;
};

/// Plays the statsd lines of a capture file into the ticks, as if they came in now: with their own pauses,
/// faster or at once, under any dialect. Its series are its own and never mix with those of the receiver.
/// When all was played it goes on until the last of it is in a tick, then it is Stopped and finished() tells.
class ReplaySource final : public Source, public BankSource
{
    Q_OBJECT

public:
    explicit ReplaySource(const AggregatorLimits &limits = {}, QObject *parent = nullptr);
    ~ReplaySource() override;

    void configure(const ReplayConfig &config) { m_config = config; } ///< for the next start()
    void start() override;
    void stop() override; ///< without finished()
    [[nodiscard]] State state() const noexcept override { return m_state; }
    [[nodiscard]] SourceId sourceId() const noexcept override { return sourceIdOf(SourceKind::Replay, 0); }
    [[nodiscard]] QString address() const override { return m_config.path; }
    /// `received` counts packets, `items` accepted lines, `rejected` the others.
    [[nodiscard]] SourceCounts counts() const override;
    [[nodiscard]] BankSource *banks() noexcept override { return this; }
    [[nodiscard]] std::unique_ptr<Bank> flip(std::unique_ptr<Bank> empty) override;

    [[nodiscard]] std::uint64_t size() const noexcept { return m_size; } ///< of the file, bytes
    [[nodiscard]] std::uint64_t played() const noexcept
    {
        return m_offset.load(std::memory_order_relaxed);
    } ///< of it

Q_SIGNALS:
    void finished(metriscope::net::CaptureError error, const QString &detail);

private:
    class Player;

    void answer(State state, SourceError error = SourceError::None, const QString &detail = {});
    void ended(std::uint64_t run, CaptureError error, const QString &detail);

    ReplayConfig m_config;
    State m_state = State::Stopped;
    std::uint64_t m_run = 0, m_size = 0;
    Aggregator m_aggregator; ///< the thread's while it runs; numbers of metrics go on
    IngestCounts m_counts;   ///< likewise
    BankExchange m_exchange;
    FileDescriptor m_wake;
    std::atomic<std::uint64_t> m_offset = 0, m_packets = 0, m_accepted = 0, m_rejected = 0, m_bytes = 0;
    std::jthread m_thread;
};

} // namespace metriscope::net
