// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pollsettings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <optional>

namespace metriscope::app
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype MostPolls = 1000, LongestText = 500;
constexpr std::array Logins{"none"_L1, "basic"_L1, "bearer"_L1};

[[nodiscard]] QString kindWord(net::SourceKind kind)
{
    const std::string_view word = net::sourceKindName(kind);
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

/// Milliseconds; none when it makes no sense.
[[nodiscard]] std::optional<net::Millis> timeOf(const QJsonValue &value)
{
    const double millis = value.toDouble(value.isUndefined() ? 0 : -1);
    const bool right = millis == 0 || (millis >= double(net::MinPollInterval.count()) &&
                                       millis <= double(net::MaxPollInterval.count()));
    return right ? std::optional(net::Millis{static_cast<qint64>(millis)}) : std::nullopt;
}

[[nodiscard]] QJsonObject toObject(const net::PollConfig &poll)
{
    QJsonObject object{{u"id"_s, poll.id},
                       {u"kind"_s, kindWord(poll.kind)},
                       {u"address"_s, poll.address},
                       {u"enabled"_s, poll.enabled}};
    const auto add = [&](const QString &key, const QString &text) {
        if (!text.isEmpty())
            object.insert(key, text);
    };
    const auto addTime = [&](const QString &key, net::Millis time) {
        if (time.count() != 0)
            object.insert(key, static_cast<qint64>(time.count()));
    };
    add(u"application"_s, poll.application);
    addTime(u"intervalMs"_s, poll.interval);
    addTime(u"timeoutMs"_s, poll.timeout);
    if (poll.login != net::PollConfig::Login::None)
        add(u"login"_s, Logins.at(static_cast<std::size_t>(poll.login)));
    add(u"user"_s, poll.user);
    add(u"activeUsers"_s, poll.activeUsers);
    return object;
}

[[nodiscard]] std::optional<net::PollConfig> fromObject(const QJsonObject &object)
{
    net::PollConfig poll;
    poll.id = object[u"id"_s].toString();
    poll.address = object[u"address"_s].toString();
    poll.application = object[u"application"_s].toString();
    poll.user = object[u"user"_s].toString();
    poll.activeUsers = object[u"activeUsers"_s].toString();
    poll.enabled = object[u"enabled"_s].toBool(true);
    const auto kind = net::sourceKindOf(object[u"kind"_s].toString().toStdString());
    const auto interval = timeOf(object[u"intervalMs"_s]), timeout = timeOf(object[u"timeoutMs"_s]);
    const auto login = std::ranges::find(Logins, object[u"login"_s].toString(u"none"_s));
    const auto texts = {poll.id, poll.application, poll.user, poll.activeUsers};
    const bool tooLong = std::ranges::any_of(texts, [](const QString &t) { return t.size() > LongestText; });
    if (poll.id.isEmpty() || tooLong || !kind || !net::isPolled(*kind) || !interval || !timeout ||
        login == Logins.end() || net::checkPollAddress(*kind, poll.address) != net::PollIssue::None)
        return std::nullopt;
    poll.kind = *kind;
    poll.interval = *interval;
    poll.timeout = *timeout;
    poll.login = static_cast<net::PollConfig::Login>(login - Logins.begin());
    return poll;
}

} // namespace

QByteArray pollsToJson(const std::vector<net::PollConfig> &polls)
{
    QJsonArray array;
    for (const net::PollConfig &poll : polls)
        array.append(toObject(poll));
    return polls.empty() ? QByteArray() : QJsonDocument(array).toJson(QJsonDocument::Compact);
}

PollsRead pollsFromJson(const QByteArray &json)
{
    PollsRead read;
    if (json.isEmpty())
        return read;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    read.damaged = !document.isArray();
    for (const QJsonValue &value : document.array()) {
        const auto poll = fromObject(value.toObject());
        const bool known =
            poll && std::ranges::find(read.polls, poll->id, &net::PollConfig::id) != read.polls.end();
        if (!poll || known || read.polls.size() == std::size_t{MostPolls}) {
            read.damaged = true;
            continue;
        }
        read.polls.push_back(*poll);
    }
    return read;
}

} // namespace metriscope::app
