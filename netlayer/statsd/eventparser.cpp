// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/statsd/eventparser.h"

#include "netlayer/statsd/number.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace metriscope::net
{

namespace
{

LineReport rejected(LineIssue issue, std::size_t at, LineHint hint = LineHint::None) noexcept
{
    return {Verdict::Rejected, issue, hint, static_cast<std::uint32_t>(at)};
}

void warn(LineReport &report, LineIssue issue, std::size_t at) noexcept
{
    if (report.verdict == Verdict::Accepted)
        report = {Verdict::Warning, issue, LineHint::None, static_cast<std::uint32_t>(at)};
}

/// Calls `each(field, at)` for the fields of `line` from `at`, which is its end or a '|'.
template <class Each>
void forEachField(std::string_view line, std::size_t at, Each &&each)
{
    while (at < line.size()) {
        const std::size_t end = std::min(line.find('|', at + 1), line.size());
        each(line.substr(at + 1, end - at - 1), at + 1);
        at = end;
    }
}

struct Header {
    std::size_t titleLength = 0, textLength = 0, body = 0;
};

/// Reads `_e{12,34}:`; without a value the byte where it fails is in `at`.
std::optional<Header> readHeader(std::string_view line, std::size_t &at) noexcept
{
    Header header;
    const char *const begin = line.data();
    const char *const end = begin + line.size();
    const char *cursor = begin + 3;
    const auto number = [&](std::size_t &length, std::string_view after) {
        at = static_cast<std::size_t>(cursor - begin);
        std::uint32_t value = 0;
        const auto parsed = std::from_chars(cursor, end, value);
        if (parsed.ec != std::errc())
            return false;
        cursor = parsed.ptr;
        length = value;
        at = static_cast<std::size_t>(cursor - begin);
        if (!line.substr(at).starts_with(after))
            return false;
        cursor += after.size();
        return true;
    };
    if (!number(header.titleLength, ",") || !number(header.textLength, "}:"))
        return std::nullopt;
    header.body = static_cast<std::size_t>(cursor - begin);
    return header;
}

/// Bytes of the first `characters` characters of UTF-8 text, or more than there are.
std::size_t bytesOf(std::string_view text, std::size_t characters) noexcept
{
    std::size_t at = 0;
    for (; characters > 0 && at < text.size(); --characters) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
            ++at;
    }
    return at + characters;
}

/// Of a body as in `title|text|...`: the lengths of its two parts fall on its separators.
bool fits(std::string_view body, std::size_t titleLength, std::size_t textLength) noexcept
{
    if (titleLength >= body.size() || body[titleLength] != '|' || textLength > body.size() - titleLength - 1)
        return false;
    const std::size_t end = titleLength + 1 + textLength;
    return end == body.size() || body[end] == '|';
}

bool fitsAsCharacters(std::string_view body, const Header &header) noexcept
{
    const std::size_t title = bytesOf(body, header.titleLength);
    return title < body.size() && fits(body, title, bytesOf(body.substr(title + 1), header.textLength));
}

std::optional<Event::Level> levelOf(std::string_view word) noexcept
{
    using enum Event::Level;
    if (word == "info")
        return Info;
    if (word == "success")
        return Success;
    if (word == "warning")
        return Warning;
    if (word == "error")
        return Error;
    return std::nullopt;
}

/// A field that events and service checks share. False: none of these.
template <class Annotation>
bool readCommonField(std::string_view field, std::size_t at, Annotation &to, LineReport &report) noexcept
{
    if (field.starts_with('#')) {
        to.tags = field.substr(1);
    } else if (field.starts_with("d:")) {
        to.timestamp = readPositive(field.substr(2));
        if (to.timestamp == 0)
            warn(report, LineIssue::BadEventField, at);
    } else if (field.starts_with("h:")) {
        to.host = field.substr(2);
    } else if (field.starts_with("c:")) {
        to.container = field.substr(2);
    } else {
        return field.starts_with("e:") || field.starts_with("card:");
    }
    return true;
}

void readEventField(std::string_view field, std::size_t at, Event &event, LineReport &report) noexcept
{
    if (field.starts_with("k:")) {
        event.aggregationKey = field.substr(2);
    } else if (field.starts_with("s:")) {
        event.source = field.substr(2);
    } else if (field.starts_with("p:")) {
        event.lowPriority = field == "p:low";
        if (!event.lowPriority && field != "p:normal")
            warn(report, LineIssue::BadEventField, at);
    } else if (field.starts_with("t:")) {
        const auto level = levelOf(field.substr(2));
        event.level = level.value_or(Event::Level::Info);
        if (!level)
            warn(report, LineIssue::BadEventField, at);
    } else if (!readCommonField(field, at, event, report)) {
        warn(report, LineIssue::UnknownField, at);
    }
}

} // namespace

LineReport parseEvent(std::string_view line, const Dialect &dialect, const SampleSink &sink) noexcept
{
    if (!dialect.events)
        return rejected(LineIssue::EventNotInDialect, 0);
    std::size_t at = 0;
    const auto header = readHeader(line, at);
    if (!header)
        return rejected(LineIssue::BadEventHeader, at);
    if (header->titleLength == 0)
        return rejected(LineIssue::EmptyTitle, 3);
    const std::string_view body = line.substr(header->body);
    if (!fits(body, header->titleLength, header->textLength))
        return rejected(LineIssue::EventLength, header->body + std::min(header->titleLength, body.size()),
                        fitsAsCharacters(body, *header) ? LineHint::CharacterLengths : LineHint::None);

    Event event;
    event.title = body.substr(0, header->titleLength);
    event.text = body.substr(header->titleLength + 1, header->textLength);
    LineReport report;
    forEachField(
        line, header->body + header->titleLength + 1 + header->textLength,
        [&](std::string_view field, std::size_t fieldAt) { readEventField(field, fieldAt, event, report); });
    sink.event(event);
    return report;
}

LineReport parseServiceCheck(std::string_view line, const Dialect &dialect, const SampleSink &sink) noexcept
{
    if (!dialect.events)
        return rejected(LineIssue::EventNotInDialect, 0);
    constexpr std::size_t nameAt = 4;
    const std::size_t nameEnd = std::min(line.find('|', nameAt), line.size());
    if (nameEnd == nameAt)
        return rejected(LineIssue::EmptyName, nameAt);
    const std::size_t statusAt = std::min(nameEnd + 1, line.size());
    const std::size_t statusEnd = std::min(line.find('|', statusAt), line.size());
    if (statusEnd != statusAt + 1 || line[statusAt] < '0' || line[statusAt] > '3')
        return rejected(LineIssue::BadCheckStatus, statusAt);

    ServiceCheck check;
    check.name = line.substr(nameAt, nameEnd - nameAt);
    check.status = static_cast<ServiceCheck::Status>(line[statusAt] - '0');
    LineReport report;
    bool messageSeen = false;
    forEachField(line, statusEnd, [&](std::string_view field, std::size_t at) {
        if (messageSeen) // the message has to be the last field: what follows may be a part of it
            warn(report, LineIssue::BadEventField, at);
        if (field.starts_with("m:")) {
            check.message = field.substr(2);
            messageSeen = true;
        } else if (!readCommonField(field, at, check, report)) {
            warn(report, LineIssue::UnknownField, at);
        }
    });
    sink.serviceCheck(check);
    return report;
}

} // namespace metriscope::net
