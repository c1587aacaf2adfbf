// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/gstats/zmtppeer.h"

#include <algorithm>

namespace metriscope::net
{
namespace
{

using namespace std::string_view_literals;

constexpr std::uint8_t More = 1, Long = 2, Command = 4, KnownFlags = More | Long | Command;
constexpr std::size_t SignatureSize = 10, RestOfGreeting3 = 53;
constexpr std::string_view Signature = "\xFF\0\0\0\0\0\0\0\x01\x7F"sv, Null = "NULL";
constexpr std::size_t MechanismSize = 20;
constexpr char MinorVersion = 1; // 3.1, in which nothing is new for sockets like ours
constexpr std::array Names{"PAIR"sv,   "PUB"sv,  "SUB"sv,  "REQ"sv,  "REP"sv, "DEALER"sv,
                           "ROUTER"sv, "PULL"sv, "PUSH"sv, "XPUB"sv, "XSUB"sv};

std::uint64_t bigEndian(std::string_view bytes) noexcept
{
    std::uint64_t value = 0;
    for (const char c : bytes)
        value = value << 8U | static_cast<unsigned char>(c);
    return value;
}

void appendBigEndian(std::string &out, std::uint64_t value, unsigned bytes)
{
    for (unsigned i = bytes; i-- > 0;)
        out += static_cast<char>(static_cast<unsigned char>(value >> (8U * i)));
}

std::string readyCommand(ZmtpSocket socket)
{
    constexpr std::string_view property = "\x05READY\x0BSocket-Type"sv;
    const std::string_view name = zmtpSocketName(socket);
    std::string body(property);
    appendBigEndian(body, name.size(), 4);
    body += name;
    return static_cast<char>(Command) + (static_cast<char>(body.size()) + body);
}

/// The value of a property of a READY command's metadata; empty when it is not there.
std::string_view propertyOf(std::string_view metadata, std::string_view wanted) noexcept
{
    while (!metadata.empty()) {
        const std::size_t nameSize = static_cast<unsigned char>(metadata.front());
        if (metadata.size() < 1 + nameSize + 4)
            return {};
        const std::string_view name = metadata.substr(1, nameSize);
        const std::uint64_t size = bigEndian(metadata.substr(1 + nameSize, 4));
        metadata.remove_prefix(1 + nameSize + 4);
        if (size > metadata.size())
            return {};
        const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
        if (std::ranges::equal(name, wanted, same))
            return metadata.substr(0, size);
        metadata.remove_prefix(size);
    }
    return {};
}

bool talksTo(ZmtpSocket ours, ZmtpSocket theirs) noexcept
{
    switch (ours) {
    case ZmtpSocket::Pull:
        return theirs == ZmtpSocket::Push;
    case ZmtpSocket::Rep:
        return theirs == ZmtpSocket::Req || theirs == ZmtpSocket::Dealer;
    case ZmtpSocket::Req:
        return theirs == ZmtpSocket::Rep || theirs == ZmtpSocket::Router;
    case ZmtpSocket::Push:
        return theirs == ZmtpSocket::Pull;
    default:
        return false;
    }
}

} // namespace

std::string_view zmtpSocketName(ZmtpSocket socket) noexcept
{
    const auto at = static_cast<std::size_t>(socket);
    return at < Names.size() ? Names[at] : std::string_view();
}

ZmtpSocket zmtpSocketOf(std::string_view name) noexcept
{
    return static_cast<ZmtpSocket>(std::ranges::find(Names, name) - Names.begin());
}

void appendZmtpFrame(std::string &out, std::string_view body, bool more)
{
    const bool isLong = body.size() > 255;
    out += static_cast<char>((more ? More : 0) | (isLong ? Long : 0));
    appendBigEndian(out, body.size(), isLong ? 8 : 1);
    out += body;
}

ZmtpPeer::ZmtpPeer(ZmtpSocket ours, std::string &out, std::size_t maxMessage)
    : m_maxMessage(maxMessage), m_ours(ours)
{
    out += Signature;
    out += '\x03'; // a peer of ZMTP 2.0 goes on in its own way when it knows us as of 2.0 or later
}

ZmtpPeer::Step ZmtpPeer::fail(Issue issue) noexcept
{
    m_issue = issue;
    return {};
}

void ZmtpPeer::know(ZmtpSocket theirs) noexcept
{
    m_theirs = theirs;
    if (!talksTo(m_ours, theirs))
        m_issue = Issue::WrongSocket;
}

ZmtpPeer::Header ZmtpPeer::headerOf(std::string_view bytes) noexcept
{
    Header header;
    if (bytes.empty())
        return header;
    header.flags = static_cast<std::uint8_t>(bytes.front());
    const std::size_t lengthSize = (header.flags & Long) != 0 ? 8 : 1;
    if (bytes.size() < 1 + lengthSize)
        return header;
    header.size = 1 + lengthSize;
    header.length = bigEndian(bytes.substr(1, lengthSize));
    return header;
}

ZmtpPeer::Step ZmtpPeer::next(std::string_view bytes, std::string &out, Message &message)
{
    switch (m_phase) {
    case Phase::Signature:
    case Phase::Version:
    case Phase::Greeting3:
    case Phase::Type2:
        return greet(bytes, out);
    case Phase::Ready:
        return readReady(bytes, out);
    case Phase::Identity2:
    case Phase::Open:
        break;
    }
    return m_discarding ? discard(bytes, message) : readMessage(bytes, out, message);
}

ZmtpPeer::Step ZmtpPeer::greet(std::string_view bytes, std::string &out)
{
    if (m_phase == Phase::Signature) {
        constexpr std::string_view greeting1 = "\x01\0"sv; // no identity, as everybody had then
        if (bytes.starts_with(greeting1))
            return fail(Issue::OldVersion);
        if (!greeting1.starts_with(bytes) && static_cast<unsigned char>(bytes.front()) != 0xFF)
            return fail(Issue::NotZmtp);
        if (bytes.size() < SignatureSize)
            return {};
        if ((bytes[SignatureSize - 1] & 1) == 0)
            return fail(Issue::NotZmtp);
        m_phase = Phase::Version;
        return {Step::Went, SignatureSize};
    }
    if (m_phase == Phase::Version) {
        if (bytes.empty())
            return {};
        const auto major = static_cast<unsigned char>(bytes.front());
        if (major == 0)
            return fail(Issue::OldVersion);
        if (major < 3) {
            out += static_cast<char>(m_ours);
            out += "\0\0"sv; // no identity
            m_phase = Phase::Type2;
            return {Step::Went, 1};
        }
        out += MinorVersion; // theirs may only come when they have ours
        out += Null;
        out.append(RestOfGreeting3 - 1 - Null.size(), '\0');
        if (m_ours != ZmtpSocket::Req)
            out += readyCommand(m_ours);
        m_phase = Phase::Greeting3;
        return {Step::Went, 1};
    }
    if (m_phase == Phase::Type2) {
        if (bytes.empty())
            return {};
        know(static_cast<ZmtpSocket>(std::min<unsigned>(static_cast<unsigned char>(bytes.front()),
                                                        static_cast<unsigned>(ZmtpSocket::Unknown))));
        m_phase = Phase::Identity2;
        return {Step::Went, 1};
    }
    if (bytes.size() < RestOfGreeting3)
        return {};
    const std::string_view mechanism = bytes.substr(1, MechanismSize);
    if (!mechanism.starts_with(Null) ||
        mechanism.find_first_not_of('\0', Null.size()) != std::string_view::npos)
        return fail(Issue::OtherSecurity);
    m_phase = Phase::Ready;
    return {Step::Went, RestOfGreeting3};
}

/// Who asks lets the other side speak first: a socket of the wrong type would hang up before it says its own.
ZmtpPeer::Step ZmtpPeer::readReady(std::string_view bytes, std::string &out)
{
    constexpr std::string_view ready = "\x05READY";
    const Header header = headerOf(bytes);
    if (!bytes.empty() && (header.flags & Command) == 0)
        return fail(Issue::BadFrame);
    if (header.size != 0 && header.length > MaxMessage)
        return fail(Issue::BadFrame);
    if (header.size == 0 || bytes.size() - header.size < header.length)
        return {};
    const std::string_view body = bytes.substr(header.size, header.length);
    if (!body.starts_with(ready))
        return fail(Issue::BadFrame);
    know(zmtpSocketOf(propertyOf(body.substr(ready.size()), "Socket-Type")));
    if (m_ours == ZmtpSocket::Req)
        out += readyCommand(m_ours);
    m_phase = Phase::Open;
    return {Step::Went, header.size + body.size()};
}

ZmtpPeer::Step ZmtpPeer::readMessage(std::string_view bytes, std::string &out, Message &message)
{
    std::size_t at = 0;
    for (;;) {
        const Header header = headerOf(bytes.substr(at));
        if (header.size == 0)
            return {};
        const bool isCommand = (header.flags & Command) != 0;
        if ((header.flags & ~KnownFlags) != 0 || (isCommand && (at != 0 || (header.flags & More) != 0)))
            return fail(Issue::BadFrame);
        if (message.count == MaxFrames || header.length > m_maxMessage || at + header.length > m_maxMessage) {
            if (isCommand)
                return fail(Issue::BadFrame);
            m_discarding = true; // from the start of the message, frame by frame
            m_moreFollows = true;
            m_toDiscard = 0;
            return {Step::Went, 0};
        }
        const std::size_t frameEnd = at + header.size + header.length;
        if (frameEnd > bytes.size())
            return {};
        const std::string_view body = bytes.substr(at + header.size, header.length);
        if (isCommand)
            return command(body, frameEnd, out);
        message.frames[message.count++] = body;
        at = frameEnd;
        if ((header.flags & More) == 0)
            break;
    }
    if (m_phase == Phase::Identity2) { // the first message of ZMTP 2.0
        m_phase = Phase::Open;
        return {Step::Went, at};
    }
    message.bytes = bytes.substr(0, at);
    return {Step::Has, at};
}

ZmtpPeer::Step ZmtpPeer::discard(std::string_view bytes, Message &message)
{
    if (m_toDiscard > 0) {
        const auto passed = static_cast<std::size_t>(std::min<std::uint64_t>(m_toDiscard, bytes.size()));
        m_toDiscard -= passed;
        return {passed > 0 ? Step::Went : Step::Wait, passed};
    }
    if (!m_moreFollows) {
        m_discarding = false;
        message.oversized = true;
        return {Step::Has, 0};
    }
    const Header header = headerOf(bytes);
    if (header.size == 0)
        return {};
    if ((header.flags & ~(More | Long)) != 0)
        return fail(Issue::BadFrame);
    m_toDiscard = header.length;
    m_moreFollows = (header.flags & More) != 0;
    return {Step::Went, header.size};
}

ZmtpPeer::Step ZmtpPeer::command(std::string_view body, std::size_t taken, std::string &out)
{
    constexpr std::string_view ping = "\x04PING", pong = "\x04PONG";
    constexpr std::size_t TimeToLive = 2, MaxContext = 16;
    if (body.starts_with(ping) && body.size() >= ping.size() + TimeToLive) {
        const std::string_view context = body.substr(ping.size() + TimeToLive, MaxContext);
        out += static_cast<char>(Command);
        out += static_cast<char>(pong.size() + context.size());
        out += pong;
        out += context;
    }
    return {Step::Went, taken}; // others are for kinds of sockets that are not ours
}

} // namespace metriscope::net
