// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/capturereader.h"
#include "netlayer/capture/packetjudge.h"
#include "netlayer/capture/packetqueue.h"
#include "netlayer/sockets/filedescriptor.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace metriscope::net
{

/// A thread that reads a capture from a pipe or file, judges its packets and leaves them in a queue.
class CaptureReading final
{
public:
    struct Calls {
        std::function<void()> arrived; ///< the queue was empty and is not any more
        std::function<void()> begun;   ///< the first interface is known
        std::function<void()> ended;   ///< nothing will follow
    };                                 ///< on the reading thread

    CaptureReading(FileDescriptor source, PacketFeed feed, const JudgeConfig &judge,
                   PacketQueue::WhenFull whenFull, Calls calls);
    ~CaptureReading(); ///< of a pipe, the writer must have been told to end

    [[nodiscard]] PacketQueue &queue() noexcept { return m_queue; }
    [[nodiscard]] std::vector<CaptureInterface> interfaces() const;
    [[nodiscard]] CaptureLosses losses() const; ///< of all interfaces together
    [[nodiscard]] std::uint64_t packets() const noexcept { return m_packets.load(std::memory_order_relaxed); }
    [[nodiscard]] std::uint64_t offset() const noexcept { return m_offset.load(std::memory_order_relaxed); }
    [[nodiscard]] CaptureProblem problem() const noexcept
    {
        return m_problem.load(std::memory_order_acquire);
    }
    [[nodiscard]] int readError() const noexcept
    {
        return m_readError.load(std::memory_order_relaxed);
    } ///< errno
    [[nodiscard]] bool hasEnded() const noexcept { return m_ended.load(std::memory_order_acquire); }

private:
    void run(const std::stop_token &stop);
    void takeOver(CaptureReader &reader, PacketJudge &judge);

    const FileDescriptor m_source;
    const PacketFeed m_feed;
    const JudgeConfig m_judge;
    const Calls m_calls;
    PacketQueue m_queue;
    mutable std::mutex m_mutex;
    std::vector<CaptureInterface> m_interfaces;
    CaptureLosses m_losses;
    std::atomic<std::uint64_t> m_packets = 0, m_offset = 0;
    std::atomic<CaptureProblem> m_problem = CaptureProblem::None;
    std::atomic<int> m_readError = 0;
    std::atomic<bool> m_ended = false;
    std::jthread m_thread;
};

} // namespace metriscope::net
