// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/gstats/zmtppeer.h"
#include "tests/fuzz/properties.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace metriscope::net::test
{
namespace
{

struct Heard {
    std::vector<std::string> messages;
    std::string answers;
    ZmtpPeer::Issue issue = ZmtpPeer::Issue::None;
    ZmtpSocket theirs = ZmtpSocket::Unknown;
    bool isOpen = false, isDiscarding = false;

    friend bool operator==(const Heard &, const Heard &) = default;
};

std::string written(const ZmtpPeer::Message &message)
{
    if (message.oversized)
        return "oversized";
    std::string text(message.bytes);
    for (std::size_t i = 0; i < message.count; ++i)
        text.append(1, '|').append(message.frames[i]);
    return text;
}

/// `next` gives the size of the next piece.
template <typename Next>
Heard hear(std::string_view stream, ZmtpSocket ours, std::size_t maxMessage, Next &&next, bool &bounded)
{
    constexpr std::size_t LongHeader = 9;
    Heard heard;
    ZmtpPeer peer(ours, heard.answers, maxMessage);
    std::string rest;
    while (!stream.empty() && peer.issue() == ZmtpPeer::Issue::None) {
        const std::size_t size = std::clamp<std::size_t>(next(), 1, stream.size());
        rest.append(stream.substr(0, size));
        stream.remove_prefix(size);
        rest.erase(0, peer.take(rest, heard.answers, [&](const ZmtpPeer::Message &message) {
            heard.messages.push_back(written(message));
            return true;
        }));
        bounded = bounded && (peer.issue() != ZmtpPeer::Issue::None ||
                              rest.size() < std::max(maxMessage, ZmtpPeer::MaxMessage) + LongHeader);
    }
    heard.issue = peer.issue();
    heard.theirs = peer.socket();
    heard.isOpen = peer.isOpen();
    heard.isDiscarding = peer.isDiscarding();
    return heard;
}

} // namespace

/// The first byte says what we are and the longest message, the second one how the stream is cut.
const char *brokenByZmtp(std::string_view input)
{
    if (input.size() < 2)
        return nullptr;
    constexpr std::array kinds{ZmtpSocket::Rep, ZmtpSocket::Pull, ZmtpSocket::Req, ZmtpSocket::Push};
    const unsigned first = static_cast<unsigned char>(input[0]);
    std::uint32_t random = static_cast<unsigned char>(input[1]);
    const ZmtpSocket ours = kinds[first % kinds.size()];
    const std::size_t maxMessage = std::size_t{first / kinds.size()} * 8;
    const std::string_view stream = input.substr(2);
    bool bounded = true;
    const auto whole = [&stream] { return stream.size(); };
    const auto one = [] { return std::size_t{1}; };
    const auto pieces = [&random] {
        random = random * 1664525U + 1013904223U;
        return std::size_t{random >> 26U};
    };
    const Heard expected = hear(stream, ours, maxMessage, whole, bounded);
    if (hear(stream, ours, maxMessage, one, bounded) != expected)
        return "byte by byte it is heard differently";
    if (hear(stream, ours, maxMessage, pieces, bounded) != expected)
        return "in pieces it is heard differently";
    return bounded ? nullptr : "more is kept than a message needs";
}

} // namespace metriscope::net::test
