// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/source.h"
#include "netlayer/statsd/bankexchange.h"
#include "netlayer/statsd/ingestloop.h"
#include "netlayer/statsd/receiverconfig.h"

#include <QStringList>

#include <cstddef>
#include <memory>
#include <thread>

namespace metriscope::net
{

/// The statsd server: UDP, TCP and unix datagram sockets, read by a thread of its own that gathers into
/// banks. start() answers before it returns. Running comes with the addresses that this machine has no family
/// for as its detail, one a line.
class Receiver final : public Source, public BankSource
{
    Q_OBJECT

public:
    /// `tap` is offered whatever the sockets receive, and outlives the receiver; null for none.
    explicit Receiver(const ReceiverConfig &config, QObject *parent = nullptr, Tap *tap = nullptr);
    ~Receiver() override;

    void start() override;
    void stop() override;
    [[nodiscard]] State state() const noexcept override { return m_state; }
    [[nodiscard]] SourceId sourceId() const noexcept override { return StatsdSource; }
    /// The first one; the one that could not be had when the start failed.
    [[nodiscard]] QString address() const override;
    [[nodiscard]] BankSource *banks() noexcept override { return this; }
    [[nodiscard]] std::unique_ptr<Bank> flip(std::unique_ptr<Bank> empty) override;

    /// Takes effect with the next start(), except for the capacity of the name table, which stays.
    void configure(const ReceiverConfig &config) { m_config = config; }
    [[nodiscard]] const ReceiverConfig &config() const noexcept { return m_config; }
    [[nodiscard]] const std::vector<Endpoint> &endpoints() const noexcept { return m_endpoints; }
    /// Self-tests that arrived, see selftest.h; any thread.
    [[nodiscard]] std::uint64_t selfTests() const noexcept
    {
        return m_ledger.selfTests.load(std::memory_order_relaxed);
    }
    /// Bytes that the kernel granted each datagram socket, which may be less than was asked for.
    [[nodiscard]] std::size_t receiveBuffer() const noexcept { return m_receiveBuffer; }

private:
    void answer(State state, SourceError error = SourceError::None, const QString &detail = {});
    void fail(const ListenFailure &failure);

    ReceiverConfig m_config;
    Tap *const m_tap;
    State m_state = State::Stopped;
    std::vector<Endpoint> m_endpoints;
    std::size_t m_receiveBuffer = 0;
    IngestLoop::Ledger m_ledger; ///< the thread's while it runs
    BankExchange m_exchange;
    std::unique_ptr<IngestLoop> m_loop;
    std::jthread m_thread;
};

} // namespace metriscope::net
