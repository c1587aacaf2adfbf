// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/carbonline.h"
#include "netlayer/capture/httpmessage.h"
#include "netlayer/capture/payload.h"
#include "netlayer/capture/zmtpframes.h"
#include "netlayer/contexts/registration.h"
#include "netlayer/statsd/explain.h"
#include "netlayer/statsd/lineparser.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace metriscope::net
{

namespace
{

constexpr std::uint32_t offsetIn(std::string_view whole, std::string_view part) noexcept
{
    return static_cast<std::uint32_t>(part.data() - whole.data());
}

struct Counter {
    void sample(const Sample &) const noexcept {}
};

/// Writes down what a line says.
class ItemSink final
{
public:
    explicit ItemSink(PayloadItem &item) noexcept : m_item(item) {}

    void sample(const Sample &sample)
    {
        if (m_item.says == PayloadItem::Says::Nothing) {
            m_item.says = PayloadItem::Says::Metric;
            m_item.name = sample.name;
            canonicalTags(sample, m_item.tags);
            m_item.kind = sample.kind;
            m_item.rate = sample.rate;
            m_item.relative = sample.relative;
            m_item.timestamp = sample.timestamp;
        }
        if (sample.kind == MetricKind::Set)
            m_item.member = sample.text;
        else if (m_item.values.size() < MaxValues)
            m_item.values.push_back(sample.value);
    }
    void event(const Event &event)
    {
        m_item.says = PayloadItem::Says::Event;
        unescapeText(event.title, m_item.name);
        canonicalTags({}, TagSyntax::None, event.tags, m_item.tags);
        m_item.timestamp = event.timestamp;
    }
    void serviceCheck(const ServiceCheck &check)
    {
        m_item.says = PayloadItem::Says::ServiceCheck;
        m_item.name = check.name;
        canonicalTags({}, TagSyntax::None, check.tags, m_item.tags);
        m_item.timestamp = check.timestamp;
    }

private:
    static constexpr std::size_t MaxValues = 1000;
    PayloadItem &m_item;
};

void reject(PayloadItem &item, PayloadIssue issue, std::size_t at = 0)
{
    item.verdict = Verdict::Rejected;
    item.issue = issue;
    item.at = static_cast<std::uint32_t>(at);
}

PayloadItem statsdItem(std::string_view line, const Dialect &dialect, JudgeDepth depth)
{
    PayloadItem item;
    const Explanation explanation = depth == JudgeDepth::Dialects ? explainLine(line, dialect)
                                                                  : Explanation{judgeLine(line, dialect), {}};
    item.report = explanation.report;
    item.acceptedBy = explanation.acceptedBy;
    item.verdict = item.report.verdict;
    item.at = item.report.at;
    if (item.verdict != Verdict::Rejected)
        static_cast<void>(parseLine(line, dialect, ItemSink(item)));
    return item;
}

PayloadItem carbonItem(std::string_view line)
{
    PayloadItem item;
    const CarbonLine read = readCarbonLine(line);
    item.name = read.name;
    if (read.issue != PayloadIssue::None) {
        reject(item, read.issue, read.at);
        return item;
    }
    item.says = PayloadItem::Says::Metric;
    item.values.push_back(read.value);
    item.timestamp = std::abs(read.time) < 1e15 ? static_cast<std::int64_t>(read.time) : 0;
    return item;
}

PayloadItem httpItem(std::string_view message)
{
    PayloadItem item;
    const auto head = readMessageHead(message);
    if (!head) {
        reject(item, PayloadIssue::BadHttp);
        return item;
    }
    if (!head->isRequest()) {
        item.says = PayloadItem::Says::Answer;
        item.status = head->status;
        item.judged = head->status >= 400;
        if (item.judged) {
            item.verdict = Verdict::Warning;
            item.issue = PayloadIssue::ErrorStatus;
        }
        return item;
    }
    item.says = PayloadItem::Says::Request;
    item.name = std::string(head->method) + ' ' + std::string(head->path);
    const bool registers = head->path == "/register";
    item.judged = registers;
    if (!registers)
        return item;
    if (head->method != "POST") {
        reject(item, PayloadIssue::WrongMethod);
        return item;
    }
    const std::string body = httpBody(message, *head);
    const auto read =
        readRegistration(QByteArray::fromRawData(body.data(), static_cast<qsizetype>(body.size())));
    if (!read) {
        const RegistrationProblem &problem = read.error();
        const bool json = problem.error == RegistrationError::NotJson;
        reject(item, json ? PayloadIssue::BadJson : PayloadIssue::BadRegister,
               head->size + static_cast<std::size_t>(std::max(problem.at, 0)));
        item.detail = problem.where.toStdString();
    }
    return item;
}

/// All frames of a message, as the collector of gstats counts it: a prefix, and a time or nothing.
PayloadItem gstatsItem(std::string_view message)
{
    PayloadItem item;
    std::string_view frames[2];
    std::size_t count = 0;
    for (std::size_t at = 0; at < message.size();) {
        const ZmtpPiece piece = readZmtpPiece(message.substr(at));
        if (piece.state != ZmtpPiece::State::Whole) {
            reject(item, PayloadIssue::BadZmtp, at);
            return item;
        }
        if (piece.what != ZmtpPiece::What::Frame) {
            item.says = PayloadItem::Says::Handshake;
            item.judged = false;
            return item;
        }
        if (count < 2)
            frames[count] = piece.body;
        ++count;
        at += static_cast<std::size_t>(piece.size);
    }
    if (count != 2) {
        reject(item, PayloadIssue::WrongFrames);
        return item;
    }
    const auto isWord = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '{'; };
    if (frames[0].empty() && !frames[1].empty() && isWord(frames[1].front())) {
        item.judged = false; // an envelope: a call of the control socket, or its answer
        item.name = frames[1].substr(0, 200);
        item.says = PayloadItem::Says::Request;
        return item;
    }
    item.says = PayloadItem::Says::Metric;
    item.name = frames[0].empty() ? "default" : frames[0];
    std::string_view number = frames[1];
    const auto first = number.find_first_not_of(" \t\r\n");
    number = first == std::string_view::npos
                 ? std::string_view()
                 : number.substr(first, number.find_last_not_of(" \t\r\n") - first + 1);
    if (number.empty()) {
        item.kind = MetricKind::Counter;
        item.values.push_back(1);
        return item;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (error != std::errc() || end != number.data() + number.size() || !std::isfinite(value)) {
        reject(item, PayloadIssue::BadTime, offsetIn(message, frames[1]));
        return item;
    }
    item.kind = MetricKind::Timer;
    item.values.push_back(value);
    return item;
}

/// Calls `each(message)` for the messages of a text; what does not hold one ends it, as a message that is
/// cut.
template <class Each>
void forEachMessage(std::string_view text, PayloadKind kind, Each &&each)
{
    while (!text.empty()) {
        std::uint64_t size = 0;
        if (kind == PayloadKind::Http) {
            const HttpExtent extent = httpExtent(text);
            size = extent.state == HttpExtent::State::Whole ? extent.size : text.size();
        } else {
            ZmtpPiece piece;
            do {
                piece = readZmtpPiece(text.substr(static_cast<std::size_t>(size)));
                size += piece.size;
            } while (piece.state == ZmtpPiece::State::Whole && piece.more);
            if (piece.state != ZmtpPiece::State::Whole)
                size = text.size();
        }
        if (!each(text.substr(0, static_cast<std::size_t>(size))))
            return;
        text.remove_prefix(static_cast<std::size_t>(size));
    }
}

void count(PayloadCounts &counts, Verdict verdict, LineIssue issue, PayloadIssue other)
{
    ++counts.items;
    if (verdict == Verdict::Accepted)
        return;
    const bool worse =
        verdict == Verdict::Rejected ? counts.rejected == 0 : counts.rejected + counts.warned == 0;
    if (worse) {
        counts.issue = issue;
        counts.otherIssue = other;
    }
    ++(verdict == Verdict::Rejected ? counts.rejected : counts.warned);
}

} // namespace

PayloadCounts countPayload(std::string_view text, PayloadKind kind, const Dialect &dialect)
{
    PayloadCounts counts;
    switch (kind) {
    case PayloadKind::Statsd:
        forEachLine(text, [&](std::string_view line) {
            const LineReport report = parseLine(line, dialect, Counter());
            count(counts, report.verdict, report.issue, PayloadIssue::None);
        });
        break;
    case PayloadKind::Carbon:
        forEachLine(text, [&](std::string_view line) {
            const PayloadIssue issue = readCarbonLine(line).issue;
            count(counts, issue == PayloadIssue::None ? Verdict::Accepted : Verdict::Rejected,
                  LineIssue::None, issue);
        });
        break;
    case PayloadKind::Http:
    case PayloadKind::Gstats:
        forEachMessage(text, kind, [&](std::string_view message) {
            const PayloadItem item = kind == PayloadKind::Http ? httpItem(message) : gstatsItem(message);
            if (item.judged)
                count(counts, item.verdict, LineIssue::None, item.issue);
            return true;
        });
        break;
    case PayloadKind::Unknown:
        break;
    }
    return counts;
}

std::vector<PayloadItem> judgePayload(std::string_view text, PayloadKind kind, const Dialect &dialect,
                                      std::size_t most, JudgeDepth depth)
{
    std::vector<PayloadItem> items;
    const auto add = [&](std::string_view part, PayloadItem item) {
        item.range = {offsetIn(text, part), static_cast<std::uint32_t>(part.size())};
        items.push_back(std::move(item));
    };
    if (kind == PayloadKind::Statsd || kind == PayloadKind::Carbon) {
        forEachLine(text, [&](std::string_view line) {
            if (items.size() < most)
                add(line, kind == PayloadKind::Statsd ? statsdItem(line, dialect, depth) : carbonItem(line));
        });
    } else if (kind != PayloadKind::Unknown) {
        forEachMessage(text, kind, [&](std::string_view message) {
            add(message, kind == PayloadKind::Http ? httpItem(message) : gstatsItem(message));
            return items.size() < most;
        });
    }
    return items;
}

} // namespace metriscope::net
