// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/optionvalues.h"

#include "netlayer/sockets/endpoint.h"
#include "netlayer/statsd/dialect.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace metriscope::app
{

using namespace Qt::StringLiterals;

namespace
{

/// Plain decimal: no exponent, no sign but a minus, no blanks, finite.
std::optional<double> readNumber(const QString &text)
{
    const auto bytes = text.toStdString();
    double value = 0;
    const auto *end = bytes.data() + bytes.size();
    const auto [at, error] = std::from_chars(bytes.data(), end, value, std::chars_format::fixed);
    if (error != std::errc{} || at != end || !std::isfinite(value))
        return std::nullopt;
    return value;
}

} // namespace

std::optional<net::Millis> readSeconds(const QString &text, double least, double most)
{
    const auto seconds = readNumber(text);
    if (!seconds || *seconds < least || *seconds > most || std::signbit(*seconds))
        return std::nullopt;
    return net::Millis{std::llround(*seconds * 1000)};
}

std::optional<std::size_t> readCount(const QString &text, std::size_t least, std::size_t most)
{
    const auto bytes = text.toStdString();
    std::size_t value = 0;
    const auto *end = bytes.data() + bytes.size();
    const auto [at, error] = std::from_chars(bytes.data(), end, value);
    if (error != std::errc{} || at != end || value < least || value > most)
        return std::nullopt;
    return value;
}

std::optional<std::vector<double>> readPercentiles(const QString &text)
{
    std::vector<double> percentiles;
    for (const QString &part : text.split(u',')) {
        const auto value = readNumber(part);
        if (!value || *value <= -100 || *value > 100 || *value == 0)
            return std::nullopt;
        if (std::ranges::find(percentiles, *value) == percentiles.end())
            percentiles.push_back(*value);
    }
    return percentiles.size() <= 32 ? std::optional(percentiles) : std::nullopt;
}

std::optional<net::PercentileRule> readPercentileRule(const QString &text)
{
    if (text == "statsd"_L1)
        return net::PercentileRule::Statsd;
    if (text == "nearest"_L1)
        return net::PercentileRule::Nearest;
    if (text == "interpolate"_L1)
        return net::PercentileRule::Interpolate;
    return std::nullopt;
}

std::optional<net::TimerUnitRule> readTimerUnit(const QString &text)
{
    const qsizetype equals = text.lastIndexOf(u'=');
    const auto unit = net::timerUnitOf(text.mid(equals + 1).toStdString());
    if (equals <= 0 || !unit)
        return std::nullopt;
    return net::TimerUnitRule{text.left(equals).toStdString(), *unit};
}

std::optional<net::PollConfig> readPoll(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    const auto kind = net::sourceKindOf(text.left(std::max<qsizetype>(equals, 0)).toStdString());
    if (equals <= 0 || !kind || !net::isPolled(*kind))
        return std::nullopt;
    net::PollConfig poll;
    poll.kind = *kind;
    poll.address = text.mid(equals + 1);
    if (net::checkPollAddress(*kind, poll.address) != net::PollIssue::None)
        return std::nullopt;
    return poll;
}

bool isHostAndPort(const QString &text)
{
    static const QRegularExpression host(u"^[\\w.-]+:\\d{1,5}$"_s);
    return net::Endpoint::fromText(text.toStdString()) || host.match(text).hasMatch();
}

bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
}

bool isExplained(const QString &kind)
{
    return kind == "statsd"_L1 || kind == "prometheus"_L1;
}

std::optional<net::Endpoint> readHttpEndpoint(const QString &text)
{
    const bool url = text.startsWith("http://"_L1);
    const auto endpoint =
        net::Endpoint::fromText((url ? text.mid(7).section(u'/', 0, 0) : text).toStdString());
    return endpoint && endpoint->kind != net::Endpoint::Kind::Unix ? endpoint : std::nullopt;
}

bool isDialect(const QString &text)
{
    return net::dialectByName(text.toStdString()) != nullptr;
}

QString dialectNames()
{
    QStringList names;
    for (const net::Dialect &dialect : net::dialects())
        names.append(QString::fromLatin1(dialect.name.data(), static_cast<qsizetype>(dialect.name.size())));
    return names.join(", "_L1);
}

} // namespace metriscope::app
