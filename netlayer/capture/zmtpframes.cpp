// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/zmtpframes.h"

#include <algorithm>

namespace metriscope::net
{

namespace
{

constexpr std::size_t GreetingSize = 64, SignatureSize = 10;
constexpr unsigned More = 1, Long = 2, Command = 4;

unsigned byteAt(std::string_view text, std::size_t at) noexcept
{
    return static_cast<unsigned char>(text[at]);
}

} // namespace

ZmtpPiece readZmtpPiece(std::string_view text) noexcept
{
    ZmtpPiece piece;
    if (text.empty()) {
        piece.size = 1;
        return piece;
    }
    const unsigned flags = byteAt(text, 0);
    if (flags == 0xFF) {
        piece.what = ZmtpPiece::What::Greeting;
        piece.size = GreetingSize;
        if (text.size() >= SignatureSize && (byteAt(text, 9) & 1U) == 0)
            piece.state = ZmtpPiece::State::Bad;
        else if (text.size() >= GreetingSize)
            piece.state = ZmtpPiece::State::Whole;
        return piece;
    }
    if (flags > (More | Long | Command)) {
        piece.state = ZmtpPiece::State::Bad;
        return piece;
    }
    const std::size_t head = flags & Long ? 9 : 2;
    piece.size = head;
    piece.what = flags & Command ? ZmtpPiece::What::Command : ZmtpPiece::What::Frame;
    piece.more = (flags & More) != 0;
    if (text.size() < head)
        return piece;
    std::uint64_t length = 0;
    for (std::size_t i = 1; i < head; ++i)
        length = length << 8U | byteAt(text, i);
    if (length > (std::uint64_t{1} << 50)) {
        piece.state = ZmtpPiece::State::Bad;
        return piece;
    }
    piece.size = head + length;
    if (text.size() < piece.size)
        return piece;
    piece.state = ZmtpPiece::State::Whole;
    piece.body = text.substr(head, static_cast<std::size_t>(length));
    return piece;
}

bool beginsAsZmtp(std::string_view text) noexcept
{
    return text.size() >= SignatureSize && byteAt(text, 0) == 0xFF && byteAt(text, 9) == 0x7F;
}

} // namespace metriscope::net
