// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/testcommand.h"

#include "netlayer/sockets/endpoint.h"

namespace metriscope::app
{

QString testCommand(const QString &address)
{
    const QString line = QStringLiteral("printf 'test.requests:1|c\\n' | nc ");
    const auto endpoint = net::Endpoint::fromText(address.toStdString());
    if (!endpoint)
        return {};
    const QString host = QString::fromStdString(endpoint->host);
    if (endpoint->kind == net::Endpoint::Kind::Unix) {
        QString quoted = host;
        quoted.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
        return line + QStringLiteral("-u -U -w1 '%1'").arg(quoted);
    }
    return line + QStringLiteral("-u -w1 %1 %2").arg(host).arg(endpoint->port);
}

} // namespace metriscope::app
