// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/engine/pollconfig.h"

#include <QStringList>

#include <algorithm>

namespace metriscope::net
{

using namespace Qt::StringLiterals;

namespace
{

[[nodiscard]] int portOf(QStringView text)
{
    const bool digits = !text.isEmpty() && text.size() <= 5 &&
                        std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    const int port = digits ? text.toInt() : 0;
    return port <= 65'535 ? port : 0;
}

[[nodiscard]] PollIssue checkPort(QStringView text, bool mayBeRange)
{
    const qsizetype dash = mayBeRange ? text.indexOf(u'-') : -1;
    if (dash < 0)
        return portOf(text) > 0 ? PollIssue::None : PollIssue::BadPort;
    const int first = portOf(text.first(dash)), last = portOf(text.sliced(dash + 1));
    return first > 0 && last >= first ? PollIssue::None : PollIssue::BadPort;
}

/// `authority`: what stands between "://" and the path.
[[nodiscard]] PollIssue checkAuthority(SourceKind kind, QStringView authority)
{
    if (authority.contains(u'@'))
        return PollIssue::HoldsSecret;
    QStringView host = authority, port;
    bool hasPort = false;
    const qsizetype bracket = authority.startsWith(u'[') ? authority.indexOf(u']') : -1;
    if (authority.startsWith(u'[') && bracket < 0)
        return PollIssue::NoHost;
    if (const qsizetype colon = authority.indexOf(u':', bracket + 1); colon >= 0) {
        host = authority.first(colon);
        port = authority.sliced(colon + 1);
        hasPort = true;
    }
    if (host.isEmpty() || host == "[]"_L1)
        return PollIssue::NoHost;
    if (!hasPort)
        return kind == SourceKind::Gstats ? PollIssue::NoPort : PollIssue::None;
    return checkPort(port, kind == SourceKind::Prometheus);
}

[[nodiscard]] PollIssue checkOne(SourceKind kind, QStringView address)
{
    const qsizetype colon = address.indexOf("://"_L1);
    if (colon <= 0)
        return PollIssue::NoScheme;
    const QStringView scheme = address.first(colon), rest = address.sliced(colon + 3);
    if (kind == SourceKind::Gstats) {
        if (scheme == "ipc"_L1)
            return rest.isEmpty() ? PollIssue::NoHost : PollIssue::None;
        return scheme == "tcp"_L1 ? checkAuthority(kind, rest) : PollIssue::BadScheme;
    }
    if (scheme.compare("http"_L1, Qt::CaseInsensitive) != 0 &&
        scheme.compare("https"_L1, Qt::CaseInsensitive) != 0)
        return PollIssue::BadScheme;
    const auto end = std::ranges::find_if(rest, [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; });
    return checkAuthority(kind, rest.first(end - rest.begin()));
}

} // namespace

Millis pollIntervalOf(const PollConfig &config) noexcept
{
    return config.interval == Millis{0} ? defaultPollInterval(config.kind)
                                        : std::clamp(config.interval, MinPollInterval, MaxPollInterval);
}

Millis pollTimeoutOf(const PollConfig &config) noexcept
{
    return config.timeout == Millis{0} ? defaultPollTimeout(config.kind)
                                       : std::clamp(config.timeout, MinPollInterval, MaxPollInterval);
}

PollIssue checkPollAddress(SourceKind kind, const QString &address)
{
    if (address.size() > MaxPollAddress)
        return PollIssue::TooLong;
    const bool many = kind == SourceKind::Prometheus;
    const QStringList parts = many ? address.split(u' ', Qt::SkipEmptyParts) : QStringList{address};
    if (address.isEmpty() || parts.isEmpty())
        return PollIssue::Empty;
    for (const QString &part : parts) {
        if (std::ranges::any_of(part, [](QChar c) { return c.isSpace() || !c.isPrint(); }))
            return PollIssue::BadText;
        if (const PollIssue issue = checkOne(kind, part); issue != PollIssue::None)
            return issue;
    }
    return PollIssue::None;
}

} // namespace metriscope::net
