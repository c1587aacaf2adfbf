// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sourcefactory.h"

#include "netlayer/gstats/gstatsclient.h"
#include "netlayer/gstats/gstatshttp.h"
#include "netlayer/istats/monitorclient.h"
#include "netlayer/prometheus/prometheussource.h"

namespace metriscope::app
{

std::unique_ptr<net::Source> makeSource(const net::PollConfig &config, std::uint16_t number,
                                        const SourceGround &ground)
{
    switch (config.kind) {
    case net::SourceKind::Gstats:
        return std::make_unique<net::GstatsClient>(config, number, ground.zmq, &ground.tap);
    case net::SourceKind::GstatsHttp:
        return std::make_unique<net::GstatsHttp>(config, number, ground.net);
    case net::SourceKind::Prometheus:
        return std::make_unique<net::PrometheusSource>(config, number, ground.net);
    case net::SourceKind::Istats:
        return std::make_unique<net::MonitorClient>(config, number, ground.net);
    default:
        return nullptr;
    }
}

void giveSecret(net::Source &source, const QByteArray &secret, const QString &whyNone)
{
    if (auto *prometheus = qobject_cast<net::PrometheusSource *>(&source))
        prometheus->setSecret(secret, whyNone);
}

} // namespace metriscope::app
