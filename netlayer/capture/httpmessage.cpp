// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/httpmessage.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace metriscope::net
{

namespace
{

constexpr std::size_t MaxHead = std::size_t{64} << 10;
constexpr int MaxChunks = 1024; // they are counted anew with each segment
constexpr std::array<std::string_view, 9> Beginnings{"GET ",     "POST ",  "PUT ",   "HEAD ",  "DELETE ",
                                                     "OPTIONS ", "PATCH ", "TRACE ", "HTTP/1."};

bool isSame(std::string_view text, std::string_view lowerCase) noexcept
{
    return std::ranges::equal(text, lowerCase, [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
    });
}

std::string_view trimmed(std::string_view text) noexcept
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// The line at the beginning of `rest`, taken off it with its newline.
std::string_view takeLine(std::string_view &rest) noexcept
{
    const auto newline = rest.find('\n');
    std::string_view line = rest.substr(0, newline);
    rest.remove_prefix(newline == std::string_view::npos ? rest.size() : newline + 1);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

template <class Number>
bool readNumber(std::string_view text, Number &number, int base = 10) noexcept
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    return error == std::errc() && end != text.data();
}

std::size_t headSize(std::string_view text) noexcept
{
    const std::string_view searched = text.substr(0, MaxHead);
    const auto crlf = searched.find("\r\n\r\n"), lf = searched.find("\n\n");
    if (crlf == std::string_view::npos && lf == std::string_view::npos)
        return 0;
    return crlf < lf ? crlf + 4 : lf + 2;
}

struct Chunk {
    enum class State : std::uint8_t { Whole, Unfinished, Bad };
    State state = State::Unfinished;
    std::string_view data; ///< empty for the last one
    std::size_t size = 0;  ///< with its line and the newline behind it; of the last one with the trailers
};

Chunk readChunk(std::string_view text) noexcept
{
    const auto newline = text.substr(0, 1024).find('\n');
    if (newline == std::string_view::npos)
        return {text.size() < 1024 ? Chunk::State::Unfinished : Chunk::State::Bad, {}, 0};
    std::size_t length = 0;
    if (!readNumber(text, length, 16) || length > (std::size_t{1} << 40))
        return {Chunk::State::Bad, {}, 0};
    const std::size_t begin = newline + 1;
    if (length > 0) {
        const std::size_t end = begin + length;
        if (text.size() < end + 2)
            return {Chunk::State::Unfinished, {}, end + 2};
        return {Chunk::State::Whole, text.substr(begin, length), end + (text[end] == '\r' ? 2 : 1)};
    }
    if (text.substr(begin).starts_with("\r\n"))
        return {Chunk::State::Whole, {}, begin + 2};
    if (text.substr(begin).starts_with('\n'))
        return {Chunk::State::Whole, {}, begin + 1};
    const std::size_t trailers = headSize(text.substr(begin));
    return {trailers ? Chunk::State::Whole : Chunk::State::Unfinished, {}, begin + trailers};
}

} // namespace

bool beginsAsHttp(std::string_view text) noexcept
{
    return !text.empty() && std::ranges::any_of(Beginnings, [text](std::string_view beginning) {
        return text.starts_with(beginning) || (text.size() < beginning.size() && beginning.starts_with(text));
    });
}

std::optional<MessageHead> readMessageHead(std::string_view text) noexcept
{
    MessageHead head;
    head.size = headSize(text);
    if (head.size == 0 || !beginsAsHttp(text))
        return std::nullopt;
    std::string_view rest = text.substr(0, head.size);
    const std::string_view first = takeLine(rest);
    const auto blank = first.find(' ');
    if (blank == std::string_view::npos)
        return std::nullopt;
    if (first.starts_with("HTTP/")) {
        if (!readNumber(first.substr(blank + 1), head.status) || head.status < 100)
            return std::nullopt;
    } else {
        head.method = first.substr(0, blank);
        head.path = first.substr(blank + 1);
        head.path = head.path.substr(0, head.path.find(' '));
    }
    while (!rest.empty()) {
        const std::string_view line = takeLine(rest);
        const auto colon = line.find(':');
        if (colon == std::string_view::npos)
            continue;
        const std::string_view name = line.substr(0, colon), value = trimmed(line.substr(colon + 1));
        std::uint64_t length = 0;
        if (isSame(name, "content-length") && readNumber(value, length))
            head.bodySize = length;
        else if (isSame(name, "transfer-encoding"))
            head.chunked = value.size() >= 7 && isSame(value.substr(value.size() - 7), "chunked");
        else if (isSame(name, "content-type"))
            head.contentType = value;
    }
    return head;
}

HttpExtent httpExtent(std::string_view text) noexcept
{
    using State = HttpExtent::State;
    if (!beginsAsHttp(text))
        return {text.empty() ? State::Unfinished : State::Bad, 0};
    const auto head = readMessageHead(text);
    if (!head)
        return {headSize(text) || text.size() >= MaxHead ? State::Bad : State::Unfinished, text.size() + 1};
    const bool noBody = head->isRequest() ? !head->bodySize && !head->chunked
                                          : head->status < 200 || head->status == 204 || head->status == 304;
    if (noBody)
        return {State::Whole, head->size};
    if (head->chunked) {
        std::size_t at = head->size;
        for (int chunks = 0; chunks < MaxChunks; ++chunks) {
            const Chunk chunk = readChunk(text.substr(at));
            if (chunk.state == Chunk::State::Bad)
                return {State::Bad, 0};
            if (chunk.state == Chunk::State::Unfinished)
                return {State::Unfinished, std::max(text.size() + 1, at + chunk.size)};
            at += chunk.size;
            if (chunk.data.empty())
                return {State::Whole, at};
        }
        return {State::Bad, 0};
    }
    if (!head->bodySize)
        return {State::UntilClose, text.size()};
    constexpr std::uint64_t Huge = std::uint64_t{1} << 50;
    const std::uint64_t size = head->size + std::min(*head->bodySize, Huge);
    return {size <= text.size() ? State::Whole : State::Unfinished, size};
}

std::string httpBody(std::string_view message, const MessageHead &head)
{
    std::string_view rest = message.substr(std::min(head.size, message.size()));
    if (!head.chunked)
        return std::string(rest.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(
                                              head.bodySize.value_or(rest.size()), rest.size()))));
    std::string body;
    for (;;) {
        const Chunk chunk = readChunk(rest);
        if (chunk.state != Chunk::State::Whole || chunk.data.empty())
            return body;
        body += chunk.data;
        rest.remove_prefix(chunk.size);
    }
}

} // namespace metriscope::net
