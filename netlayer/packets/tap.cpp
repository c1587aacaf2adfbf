// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/packets/tap.h"

#include <netinet/in.h>
#include <time.h>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <utility>

namespace metriscope::net
{
namespace
{

/// A reader or another thread that offers holds the lock for as long as copying one packet takes; who does
/// not get it within these tries goes on without.
constexpr int Tries = 200;

[[nodiscard]] std::int64_t wallNanoseconds() noexcept
{
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

[[nodiscard]] PacketAddress addressOf(const sockaddr *address) noexcept
{
    PacketAddress out;
    if (address == nullptr)
        return out;
    switch (address->sa_family) {
    case AF_INET: {
        sockaddr_in in{};
        std::memcpy(&in, address, sizeof in);
        out.family = PacketAddress::Family::Inet;
        out.port = ntohs(in.sin_port);
        std::memcpy(out.bytes.data(), &in.sin_addr, sizeof in.sin_addr);
        break;
    }
    case AF_INET6: {
        sockaddr_in6 in{};
        std::memcpy(&in, address, sizeof in);
        out.family = PacketAddress::Family::Inet6;
        out.port = ntohs(in.sin6_port);
        std::memcpy(out.bytes.data(), &in.sin6_addr, sizeof in.sin6_addr);
        break;
    }
    case AF_UNIX:
        out.family = PacketAddress::Family::Unix;
        break;
    default:
        break;
    }
    return out;
}

} // namespace

struct Tap::State {
    struct Waiting {
        std::int64_t time;
        PacketAddress source, destination;
        std::uint32_t originalLength, kept;
        PacketProtocol protocol;
    };
    /// Packets in the order of arrival, their bytes one after the other.
    struct Batch {
        std::vector<Waiting> packets;
        std::vector<std::uint8_t> bytes;

        void reserve()
        {
            packets.reserve(MaxPackets);
            bytes.reserve(MaxBytes);
        }
    };

    std::mutex mutex;
    Batch open;  ///< with room for all it may hold while on, so that nobody who offers allocates
    Batch taken; ///< the reader's
    std::atomic<bool> waiting = false; ///< spares the reader the lock while there is nothing
    std::atomic<std::uint64_t> skipped = 0;
};

Tap::Tap() : m_state(std::make_unique<State>()) {}

Tap::~Tap() = default;

void Tap::setOn(bool on)
{
    State::Batch fresh;
    if (on)
        fresh.reserve();
    const std::scoped_lock lock(m_state->mutex);
    if (on == isOn())
        return;
    std::swap(m_state->open, fresh);
    m_on.store(on, std::memory_order_relaxed);
}

void Tap::offer(PacketProtocol protocol, const PacketAddress &source, const PacketAddress &destination,
                std::string_view payload) noexcept
{
    std::unique_lock lock(m_state->mutex, std::try_to_lock);
    for (int i = 0; i < Tries && !lock.owns_lock(); ++i)
        lock.try_lock();
    const std::size_t kept = std::min(payload.size(), MaxPayload);
    State::Batch &open = m_state->open;
    if (lock.owns_lock() && !isOn())
        return;
    if (!lock.owns_lock() || open.packets.size() == MaxPackets || MaxBytes - open.bytes.size() < kept) {
        m_state->skipped.fetch_add(1, std::memory_order_relaxed);
        return;
    }
    open.packets.push_back({wallNanoseconds(), source, destination,
                            static_cast<std::uint32_t>(std::min<std::size_t>(payload.size(), UINT32_MAX)),
                            static_cast<std::uint32_t>(kept), protocol});
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(payload.data());
    open.bytes.insert(open.bytes.end(), bytes, bytes + kept);
    m_state->waiting.store(true, std::memory_order_release);
}

void Tap::offer(PacketProtocol protocol, const sockaddr *source, const sockaddr *destination,
                std::string_view payload) noexcept
{
    offer(protocol, addressOf(source), addressOf(destination), payload);
}

std::vector<Packet> Tap::take()
{
    State::Batch &full = m_state->taken;
    if (!isOn()) {
        full = {};
        return {};
    }
    if (!m_state->waiting.exchange(false, std::memory_order_acquire))
        return {};
    full.reserve();
    {
        const std::scoped_lock lock(m_state->mutex);
        if (isOn())
            std::swap(full, m_state->open);
    }
    std::vector<Packet> out;
    out.reserve(full.packets.size());
    auto next = full.bytes.cbegin();
    for (const State::Waiting &waiting : full.packets) {
        Packet &packet = out.emplace_back();
        packet.time = waiting.time;
        packet.protocol = waiting.protocol;
        packet.source = waiting.source;
        packet.destination = waiting.destination;
        packet.originalLength = waiting.originalLength;
        const auto end = next + static_cast<std::ptrdiff_t>(waiting.kept);
        packet.bytes.assign(next, end);
        next = end;
    }
    full.packets.clear();
    full.bytes.clear();
    return out;
}

std::uint64_t Tap::skipped() const noexcept
{
    return m_state->skipped.load(std::memory_order_relaxed);
}

} // namespace metriscope::net
