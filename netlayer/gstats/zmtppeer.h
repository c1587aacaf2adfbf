// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace metriscope::net
{

/// Socket types, as numbered by ZMTP 2.0 (https://rfc.zeromq.org/spec/15/).
enum class ZmtpSocket : std::uint8_t {
    Pair,
    Pub,
    Sub,
    Req,
    Rep,
    Dealer,
    Router,
    Pull,
    Push,
    XPub,
    XSub,
    Unknown
};
[[nodiscard]] std::string_view zmtpSocketName(ZmtpSocket socket) noexcept; ///< "PULL"; empty for Unknown
[[nodiscard]] ZmtpSocket zmtpSocketOf(std::string_view name) noexcept;

/// One connection of ZMTP 3.x with the NULL mechanism (https://rfc.zeromq.org/spec/23/) or ZMTP 2.0, seen
/// from one side, without the connection: bytes go in, messages and bytes to send come out. Pure, bounded:
/// of a message that is too long nothing but its end is looked for.
class ZmtpPeer final
{
public:
    /// What is sent to a collector is small: a prefix and a number, or a command with its envelope.
    static constexpr std::size_t MaxMessage = 4096, MaxFrames = 16;
    enum class Issue : std::uint8_t {
        None,
        NotZmtp,
        OldVersion,    ///< ZMTP 1.0, of libzmq 2.x
        OtherSecurity, ///< wants a mechanism other than NULL
        WrongSocket,   ///< a peer that ours does not talk to; see socket()
        BadFrame       ///< reserved flags, or a command that is none
    };
    struct Message {
        std::array<std::string_view, MaxFrames> frames;
        std::size_t count = 0;  ///< of `frames`
        std::string_view bytes; ///< all of it as on the wire
        bool oversized = false; ///< longer than the limit or MaxFrames: nothing of it is kept
    };

    /// What we are; `out` is given what to send first. `maxMessage`: bytes of a message with its frames'
    /// headers.
    ZmtpPeer(ZmtpSocket ours, std::string &out, std::size_t maxMessage = MaxMessage);

    /// Takes from the front of `bytes` all that is complete and calls `sink(Message)` for each message, and
    /// `sink` may end it by returning false. Returns how much was taken: the rest, a little over
    /// the limit unless the sink ended it, is to be given again with what follows. What to send goes into
    /// `out`.
    template <typename Sink>
    [[nodiscard]] std::size_t take(std::string_view bytes, std::string &out, Sink &&sink)
    {
        std::size_t at = 0;
        while (m_issue == Issue::None) {
            Message message;
            const Step step = next(bytes.substr(at), out, message);
            at += step.taken;
            if (step.what == Step::Wait)
                break;
            if (step.what == Step::Has && !sink(message))
                break;
        }
        return at;
    }

    [[nodiscard]] Issue issue() const noexcept { return m_issue; }
    [[nodiscard]] bool isOpen() const noexcept { return m_phase == Phase::Open && m_issue == Issue::None; }
    /// It has not shown yet what it is.
    [[nodiscard]] bool isShaking() const noexcept { return m_phase != Phase::Open; }
    [[nodiscard]] bool isDiscarding() const noexcept { return m_discarding; } ///< a message that is too long
    [[nodiscard]] ZmtpSocket socket() const noexcept { return m_theirs; }     ///< theirs, once known

private:
    enum class Phase : std::uint8_t { Signature, Version, Greeting3, Ready, Type2, Identity2, Open };
    struct Step {
        enum What : std::uint8_t { Wait, Has, Went } what = Wait;
        std::size_t taken = 0;
    };
    struct Header {
        std::uint8_t flags = 0;
        std::size_t size = 0; ///< of the header, 0: not all of it is there
        std::uint64_t length = 0;
    };
    [[nodiscard]] static Header headerOf(std::string_view bytes) noexcept;
    [[nodiscard]] Step next(std::string_view bytes, std::string &out, Message &message);
    [[nodiscard]] Step greet(std::string_view bytes, std::string &out);
    [[nodiscard]] Step readReady(std::string_view bytes, std::string &out);
    [[nodiscard]] Step readMessage(std::string_view bytes, std::string &out, Message &message);
    [[nodiscard]] Step discard(std::string_view bytes, Message &message);
    [[nodiscard]] Step command(std::string_view body, std::size_t taken, std::string &out);
    [[nodiscard]] Step fail(Issue issue) noexcept;
    void know(ZmtpSocket theirs) noexcept;

    std::size_t m_maxMessage;
    ZmtpSocket m_ours, m_theirs = ZmtpSocket::Unknown;
    Phase m_phase = Phase::Signature;
    Issue m_issue = Issue::None;
    bool m_discarding = false, m_moreFollows = false;
    std::uint64_t m_toDiscard = 0; ///< of the frame that is being passed over
};

/// Appends a frame: flags, length, bytes.
void appendZmtpFrame(std::string &out, std::string_view body, bool more);

} // namespace metriscope::net
