// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/metrics/metricclipboard.h"

#include "widgets/common/shelltext.h"

#include <QLocale>

#include <cmath>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

namespace
{

QString lineOf(const net::MetricInfo &info, const net::Latest &latest)
{
    const bool value = latest.any && std::isfinite(latest.value);
    const QString number = QString::number(value ? latest.value : 1, 'g', QLocale::FloatingPointShortest);
    switch (info.kind) {
    case net::MetricKind::Counter:
        return u":1|c"_s;
    case net::MetricKind::Gauge:
        // A sign would make it a delta.
        return u":"_s + (value && latest.value < 0 ? u"0"_s : number) + u"|g"_s;
    case net::MetricKind::Timer:
        return u":"_s + number + u"|ms"_s;
    case net::MetricKind::Histogram:
        return u":"_s + number + u"|h"_s;
    case net::MetricKind::Distribution:
        return u":"_s + number + u"|d"_s;
    case net::MetricKind::Set:
        break;
    }
    return u":member|s"_s;
}

} // namespace

QString ncCommand(const net::MetricInfo &info, const net::Latest &latest, const QString &host, int port)
{
    QByteArray line(info.name.data(), qsizetype(info.name.size()));
    line += lineOf(info, latest).toLatin1();
    if (!info.tags.empty())
        line += "|#" + QByteArray(info.tags.data(), qsizetype(info.tags.size()));
    return u"printf '%s\\n' "_s + shellQuoted(line) + u" | nc -u -w1 %1 %2"_s.arg(host).arg(port);
}

} // namespace metriscope::ui
