// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/messagecutter.h"

#include "netlayer/capture/httpmessage.h"
#include "netlayer/capture/zmtpframes.h"

#include <algorithm>

namespace metriscope::net
{

namespace
{

constexpr int MaxFrames = 1024; // of a message; they are counted anew with each segment
constexpr std::size_t None = std::string_view::npos;

ByteRange rangeOf(std::size_t begin, std::size_t end) noexcept
{
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
}

/// Where the message at the beginning of a text ends.
struct Extent {
    enum class State : std::uint8_t { Whole, Unfinished, UntilClose, Bad };
    State state = State::Unfinished;
    std::uint64_t size = 0;
};

Extent extentOf(std::string_view text, PayloadKind kind) noexcept
{
    if (kind == PayloadKind::Http) {
        const HttpExtent extent = httpExtent(text);
        return {static_cast<Extent::State>(extent.state), extent.size};
    }
    std::uint64_t at = 0;
    for (int frames = 0; frames < MaxFrames; ++frames) {
        const ZmtpPiece piece = readZmtpPiece(text.substr(static_cast<std::size_t>(at)));
        at += piece.size;
        if (piece.state == ZmtpPiece::State::Bad)
            return {Extent::State::Bad, 0};
        if (piece.state == ZmtpPiece::State::Unfinished)
            return {Extent::State::Unfinished, at};
        if (!piece.more)
            return {Extent::State::Whole, at};
    }
    return {Extent::State::Bad, 0};
}
static_assert(static_cast<int>(HttpExtent::State::Whole) == static_cast<int>(Extent::State::Whole));
static_assert(static_cast<int>(HttpExtent::State::Unfinished) == static_cast<int>(Extent::State::Unfinished));
static_assert(static_cast<int>(HttpExtent::State::UntilClose) == static_cast<int>(Extent::State::UntilClose));
static_assert(static_cast<int>(HttpExtent::State::Bad) == static_cast<int>(Extent::State::Bad));

} // namespace

void MessageCutter::begin(PayloadKind kind, bool midway)
{
    m_begun = true;
    m_kind = kind;
    m_midway = midway;
}

void MessageCutter::lose()
{
    m_part = {};
    m_needed = 0;
    m_skip = 0;
    m_lost = true;
}

/// Where in `bytes` to begin when it is not known whether they are the middle of something; None: nowhere.
std::size_t MessageCutter::findStart(std::string_view bytes)
{
    switch (m_kind) {
    case PayloadKind::Statsd:
    case PayloadKind::Carbon: {
        const std::size_t newline = bytes.find('\n');
        if (m_midway && looksLikeLine(bytes.substr(0, newline), m_kind))
            return 0; // most clients send whole lines
        return newline == None ? None : newline + 1;
    }
    case PayloadKind::Http:
        return beginsAsHttp(bytes) ? 0 : None;
    case PayloadKind::Gstats:
        return extentOf(bytes, m_kind).state == Extent::State::Whole ? 0 : None;
    case PayloadKind::Unknown:
        break;
    }
    return None;
}

/// Sets m_needed, m_skip and m_lost for what follows the last whole message.
std::size_t MessageCutter::endOfMessages(std::string_view text)
{
    m_needed = 0;
    if (m_kind == PayloadKind::Statsd || m_kind == PayloadKind::Carbon) {
        const std::size_t newline = text.rfind('\n');
        return newline == None ? 0 : newline + 1;
    }
    std::size_t at = 0;
    while (at < text.size()) {
        const Extent extent = extentOf(text.substr(at), m_kind);
        if (extent.state == Extent::State::Bad) {
            m_lost = true;
            return at;
        }
        if (extent.state != Extent::State::Whole) {
            m_needed =
                extent.state == Extent::State::UntilClose ? None : static_cast<std::size_t>(extent.size);
            return at;
        }
        at += static_cast<std::size_t>(extent.size);
    }
    return at;
}

MessageCutter::Cut MessageCutter::feed(std::string_view bytes)
{
    Cut cut;
    if (m_kind == PayloadKind::Unknown || bytes.empty())
        return cut;
    std::size_t start = 0;
    if (m_skip > 0) {
        start = static_cast<std::size_t>(std::min<std::uint64_t>(m_skip, bytes.size()));
        m_skip -= start;
    }
    if (m_lost || m_midway) {
        const std::size_t found = findStart(bytes.substr(start));
        m_midway = false;
        if (found == None) {
            m_lost = true;
            return cut;
        }
        m_lost = false;
        start += found;
    }
    const bool lines = m_kind == PayloadKind::Statsd || m_kind == PayloadKind::Carbon;
    if (m_part.empty()) {
        const std::size_t end = start + endOfMessages(bytes.substr(start));
        cut.whole = rangeOf(start, end);
        if (!m_lost)
            m_part.assign(bytes.substr(end));
    } else {
        m_part += bytes;
        const bool worth = lines ? bytes.find('\n') != None : m_needed != None && m_part.size() >= m_needed;
        const std::size_t end = worth ? endOfMessages(m_part) : 0;
        if (end > 0) {
            cut.whole = rangeOf(0, end);
            std::string rest = m_part.substr(end);
            cut.joined = std::move(m_part);
            m_part = std::move(rest);
        }
        if (m_lost)
            m_part = {};
    }
    const std::size_t most = lines ? MaxLine : MaxMessage;
    if (m_part.size() > most || (m_needed != None && m_needed > most)) {
        cut.tooLong = true;
        const std::uint64_t skip =
            m_needed != None && m_needed > m_part.size() ? m_needed - m_part.size() : 0;
        lose();
        m_skip = skip;
        m_lost = skip == 0;
    }
    return cut;
}

MessageCutter::Cut MessageCutter::finish(std::string_view bytes)
{
    Cut cut = feed(bytes);
    const bool untilEnd = m_kind == PayloadKind::Statsd || m_kind == PayloadKind::Carbon || m_needed == None;
    if (untilEnd && !m_part.empty()) {
        if (cut.joined) { // its end is the part
            cut.whole.size = static_cast<std::uint32_t>(cut.joined->size());
        } else if (m_part.size() <= bytes.size()) {
            cut.whole =
                rangeOf(cut.whole.size > 0 ? cut.whole.offset : bytes.size() - m_part.size(), bytes.size());
        } else {
            cut.joined = m_part;
            cut.whole = rangeOf(0, m_part.size());
        }
    }
    m_part = {};
    m_needed = 0;
    return cut;
}

} // namespace metriscope::net
