// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/frame.h"
#include "netlayer/capture/messagecutter.h"
#include "netlayer/capture/payload.h"
#include "netlayer/capture/segmentorder.h"

#include <cstddef>
#include <cstdint>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>

namespace metriscope::net
{

/// Puts TCP streams together again, each direction by itself, and cuts them into messages. Bounded: so many
/// streams, so many bytes that wait for a segment that is missing; the stream that was quiet the longest goes
/// first.
class StreamTracker final
{
public:
    struct Answer {
        PayloadKind kind = PayloadKind::Unknown;
        std::string joined; ///< the text that `whole` speaks of, when it is more than the segment's payload
        ByteRange whole;    ///< of the payload, or of `joined`: whole messages
        bool gap = false;
        bool repeated = false;
        bool tooLong = false; ///< a message went over what is put together
    };
    /// A segment of a capture, in order of capture.
    [[nodiscard]] Answer take(const Frame &frame, std::string_view payload, const PortRoles &roles);
    /// Bytes of a stream that come in order by themselves (the tap).
    [[nodiscard]] Answer takeOrdered(const Frame &frame, std::string_view payload, const PortRoles &roles);

    [[nodiscard]] std::size_t streams() const noexcept { return m_streams.size(); }
    [[nodiscard]] std::size_t held() const noexcept { return m_held; } ///< bytes
    [[nodiscard]] std::uint64_t dropped() const noexcept
    {
        return m_dropped;
    } ///< streams given up for others

private:
    static constexpr std::size_t MaxStreams = 4096, MaxHeld = std::size_t{32} << 20;

    struct Key {
        PacketAddress source, destination;
        friend bool operator==(const Key &, const Key &) = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key &key) const noexcept;
    };
    struct Stream {
        Key key;
        SegmentOrder order;
        MessageCutter cutter;
    };
    using Order = std::list<Stream>; ///< the one heard of last stands first

    [[nodiscard]] Order::iterator stream(const PacketAddress &source, const PacketAddress &destination);
    void acknowledge(const Frame &frame);
    [[nodiscard]] Answer deliver(Order::iterator which, std::string_view payload, std::string_view bytes,
                                 bool withinPayload, bool last, const Frame &frame, const PortRoles &roles);
    [[nodiscard]] static std::string wholeAhead(Stream &stream, std::string_view bytes, const Frame &frame,
                                                const PortRoles &roles);
    static void begin(Stream &stream, std::string_view bytes, const Frame &frame, const PortRoles &roles);
    void release(Order::iterator which);
    [[nodiscard]] static std::size_t heldBy(const Stream &stream) noexcept;

    Order m_order;
    std::unordered_map<Key, Order::iterator, KeyHash> m_streams;
    std::size_t m_held = 0;
    std::uint64_t m_dropped = 0;
};

} // namespace metriscope::net
