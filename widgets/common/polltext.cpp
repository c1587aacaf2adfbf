// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/errortext.h"

#include <QCoreApplication>

namespace metriscope::ui
{

namespace
{

[[nodiscard]] QString say(const char *text)
{
    return QCoreApplication::translate("errortext", text);
}

} // namespace

QString pollAddressExample(net::SourceKind kind)
{
    switch (kind) {
    case net::SourceKind::Gstats:
        return QStringLiteral("tcp://127.0.0.1:2345");
    case net::SourceKind::GstatsHttp:
        return QStringLiteral("http://localhost:8002/_status");
    case net::SourceKind::Istats:
        return QStringLiteral("http://localhost:8135");
    default:
        return QStringLiteral("http://localhost:8000/metrics");
    }
}

QString sourceKindText(net::SourceKind kind)
{
    switch (kind) {
    case net::SourceKind::Statsd:
        return say(QT_TRANSLATE_NOOP("errortext", "statsd receiver"));
    case net::SourceKind::Signals:
        return say(QT_TRANSLATE_NOOP("errortext", "signals"));
    case net::SourceKind::Contexts:
        return say(QT_TRANSLATE_NOOP("errortext", "m3 contexts"));
    case net::SourceKind::GstatsCollector:
        return say(QT_TRANSLATE_NOOP("errortext", "gstats collector (built in)"));
    case net::SourceKind::Gstats:
        return say(QT_TRANSLATE_NOOP("errortext", "gstats over ZeroMQ"));
    case net::SourceKind::GstatsHttp:
        return say(QT_TRANSLATE_NOOP("errortext", "gstats over HTTP"));
    case net::SourceKind::Prometheus:
        return say(QT_TRANSLATE_NOOP("errortext", "Prometheus or OpenMetrics"));
    case net::SourceKind::Istats:
        return say(QT_TRANSLATE_NOOP("errortext", "pystatsd monitor"));
    case net::SourceKind::IstatsServer:
        return say(QT_TRANSLATE_NOOP("errortext", "istats monitor (built in)"));
    case net::SourceKind::Replay:
        return say(QT_TRANSLATE_NOOP("errortext", "replay of a capture"));
    }
    return {};
}

QString pollIssueText(net::PollIssue issue, net::SourceKind kind)
{
    const QString example = pollAddressExample(kind);
    switch (issue) {
    case net::PollIssue::None:
        return {};
    case net::PollIssue::Empty:
        //: %1 is an example of an address
        return say(QT_TRANSLATE_NOOP("errortext", "Enter an address, such as %1.")).arg(example);
    case net::PollIssue::TooLong:
        return say(QT_TRANSLATE_NOOP("errortext", "The address is too long."));
    case net::PollIssue::BadText:
        return say(QT_TRANSLATE_NOOP("errortext", "There must be no spaces in the address."));
    case net::PollIssue::NoScheme:
    case net::PollIssue::BadScheme:
        return kind == net::SourceKind::Gstats
                   ? say(QT_TRANSLATE_NOOP("errortext",
                                           "The address begins with tcp:// or ipc://, as in %1."))
                         .arg(example)
                   : say(QT_TRANSLATE_NOOP("errortext",
                                           "The address begins with http:// or https://, as in %1."))
                         .arg(example);
    case net::PollIssue::NoHost:
        return say(QT_TRANSLATE_NOOP("errortext", "Name the host, as in %1.")).arg(example);
    case net::PollIssue::NoPort:
        return say(QT_TRANSLATE_NOOP("errortext", "Name the port, as in %1.")).arg(example);
    case net::PollIssue::BadPort:
        return kind == net::SourceKind::Prometheus
                   ? say(QT_TRANSLATE_NOOP(
                         "errortext", "A port is a number from 1 to 65535, or a range such as 8001-8049."))
                   : say(QT_TRANSLATE_NOOP("errortext", "A port is a number from 1 to 65535."));
    case net::PollIssue::HoldsSecret:
        return say(QT_TRANSLATE_NOOP("errortext",
                                     "Leave user and password out of the address: it is kept in a "
                                     "file that others may read."));
    }
    return {};
}

} // namespace metriscope::ui
