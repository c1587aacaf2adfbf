// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/capturereading.h"

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace metriscope::net
{

namespace
{

constexpr std::size_t PieceSize = std::size_t{256} << 10;

void leaveSignalsToMain()
{
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_BLOCK, &all, nullptr);
    ::pthread_setname_np(::pthread_self(), "capture");
}

} // namespace

CaptureReading::CaptureReading(FileDescriptor source, PacketFeed feed, const JudgeConfig &judge,
                               PacketQueue::WhenFull whenFull, Calls calls)
    : m_source(std::move(source)), m_feed(feed), m_judge(judge), m_calls(std::move(calls)), m_queue(whenFull),
      m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

CaptureReading::~CaptureReading()
{
    m_thread.request_stop();
    m_queue.stopWaiting();
}

std::vector<CaptureInterface> CaptureReading::interfaces() const
{
    const std::scoped_lock lock(m_mutex);
    return m_interfaces;
}

CaptureLosses CaptureReading::losses() const
{
    const std::scoped_lock lock(m_mutex);
    return m_losses;
}

void CaptureReading::run(const std::stop_token &stop)
{
    leaveSignalsToMain();
    CaptureReader reader(m_feed);
    PacketJudge judge(m_judge);
    std::vector<std::uint8_t> piece(PieceSize);
    while (!stop.stop_requested() && reader.problem() == CaptureProblem::None) {
        const ssize_t size = ::read(m_source.get(), piece.data(), piece.size());
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0)
            m_readError.store(errno, std::memory_order_relaxed);
        if (size <= 0) {
            reader.end();
            break;
        }
        reader.feed({piece.data(), static_cast<std::size_t>(size)});
        takeOver(reader, judge);
    }
    m_problem.store(reader.problem(), std::memory_order_release);
    m_offset.store(reader.offset(), std::memory_order_relaxed);
    m_ended.store(true, std::memory_order_release);
    m_calls.ended();
}

void CaptureReading::takeOver(CaptureReader &reader, PacketJudge &judge)
{
    std::vector<JudgedPacket> batch;
    while (auto captured = reader.next()) {
        JudgedPacket &judged = batch.emplace_back();
        judged.facts = judge.take(captured->packet);
        judged.packet = std::move(captured->packet);
        judged.comments = std::move(captured->comments);
    }
    bool begun = false;
    {
        const std::scoped_lock lock(m_mutex);
        begun = m_interfaces.empty() && !reader.interfaces().empty();
        if (m_interfaces.size() != reader.interfaces().size())
            m_interfaces = reader.interfaces();
        m_losses = {};
        for (const CaptureLosses &each : reader.losses()) {
            m_losses.known = m_losses.known || each.known;
            m_losses.received += each.received;
            m_losses.interfaceDrops += each.interfaceDrops;
            m_losses.kernelDrops += each.kernelDrops;
        }
    }
    m_packets.store(reader.packets(), std::memory_order_relaxed);
    m_offset.store(reader.offset(), std::memory_order_relaxed);
    if (begun)
        m_calls.begun();
    if (!batch.empty() && m_queue.put(std::move(batch)))
        m_calls.arrived();
}

} // namespace metriscope::net
