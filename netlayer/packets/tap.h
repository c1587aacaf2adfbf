// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/packets/packet.h"

#include <sys/socket.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// Copies of what Metriscope's own sockets receive and ask for, for who wants to look. Off, it costs a read
/// of an atomic flag. On, it takes what fits and counts what does not; it never blocks those who offer.
class Tap final
{
public:
    static constexpr std::size_t MaxPayload = 65'535;
    /// What may wait to be taken.
    static constexpr std::size_t MaxPackets = 32'768, MaxBytes = std::size_t{8} << 20;

    Tap();
    ~Tap();
    Tap(const Tap &) = delete;
    Tap &operator=(const Tap &) = delete;

    [[nodiscard]] bool isOn() const noexcept { return m_on.load(std::memory_order_relaxed); }
    /// Any thread. Memory for what waits is had while it is on; what waited when it goes off is dropped.
    void setOn(bool on);

    /// Ask isOn() first. Any thread; of a longer payload the first MaxPayload bytes are kept. Stamped with
    /// the wall clock of this moment. A null address is none.
    void offer(PacketProtocol protocol, const PacketAddress &source, const PacketAddress &destination,
               std::string_view payload) noexcept;
    void offer(PacketProtocol protocol, const sockaddr *source, const sockaddr *destination,
               std::string_view payload) noexcept;

    /// Everything that was offered and taken since the last call, oldest first. One reader, any thread.
    [[nodiscard]] std::vector<Packet> take();
    [[nodiscard]] std::uint64_t skipped() const noexcept; ///< offered, but there was no room or no time

private:
    struct State;
    std::atomic<bool> m_on = false;
    std::unique_ptr<State> m_state;
};

} // namespace metriscope::net
