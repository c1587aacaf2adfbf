// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/bank.h"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace metriscope::net
{

/// Where the fold thread leaves an empty bank and waits for the ingest thread to hand over the full one.
class BankExchange final
{
public:
    /// Ready for requests; `wakeFd` is an eventfd that the ingest thread waits on. Before the thread starts.
    void open(int wakeFd);
    /// No more answers: whoever waits gets null. After the ingest thread has ended.
    void close();

    /// Fold thread; blocks.
    [[nodiscard]] std::unique_ptr<Bank> request(std::unique_ptr<Bank> empty);

    /// Ingest thread, cheap enough for every round of its loop.
    [[nodiscard]] bool isWanted() const noexcept { return m_wanted.load(std::memory_order_relaxed); }
    [[nodiscard]] std::unique_ptr<Bank> takeEmpty();
    void deliver(std::unique_ptr<Bank> full);

private:
    std::mutex m_mutex;
    std::condition_variable m_delivered;
    std::unique_ptr<Bank> m_empty, m_full;
    std::atomic<bool> m_wanted = false;
    int m_wakeFd = -1;
    Bank::Extent m_expected; ///< the load is what it was; the fold thread's
};

} // namespace metriscope::net
