// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wizard/addressfields.h"

#include <QRegularExpression>
#include <QUrl>

#include <array>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

bool isHostAndPort(const QString &text)
{
    static const QRegularExpression form(u"^(\\[[0-9A-Fa-f:.%a-z]+\\]|[^\\s:/\\[\\]@]+):(\\d{1,5})$"_s);
    const auto match = form.match(text);
    const int port = match.captured(2).toInt();
    return match.hasMatch() && port > 0 && port <= 0xFFFF;
}

} // namespace

std::span<const AddressField> addressFields()
{
    using enum net::CheckKind;
    using enum AddressField::Form;
    using Role = net::AddressRole;
    static constexpr std::array Fields{
        AddressField{M3, Role::Statsd, QT_TRANSLATE_NOOP("AddressPage", "&statsd address"), "127.0.0.1:8125",
                     Endpoint},
        AddressField{M3, Role::Prefix, "METRICS_&PREFIX:", "version.region.client.product.instance_NAME",
                     Text},
        AddressField{M3, Role::Contexts, QT_TRANSLATE_NOOP("AddressPage", "Address for &contexts"),
                     "http://127.0.0.1:1942/register", Url},
        AddressField{Statsd, Role::Statsd, QT_TRANSLATE_NOOP("AddressPage", "&statsd address"),
                     "127.0.0.1:8125", Endpoint},
        AddressField{Statsd, Role::Prefix, QT_TRANSLATE_NOOP("AddressPage", "&Prefix of the names"), "",
                     Text},
        AddressField{Gstats, Role::GstatsEvents, QT_TRANSLATE_NOOP("AddressPage", "Address for &events"),
                     "tcp://127.0.0.2:2345", ZmqEndpoint},
        AddressField{Gstats, Role::GstatsStatus, QT_TRANSLATE_NOOP("AddressPage", "&Status page"), "", Url},
        AddressField{Gstats, Role::Prefix, QT_TRANSLATE_NOOP("AddressPage", "Prefi&x of the application"), "",
                     Text},
        AddressField{Graphite, Role::Graphite, QT_TRANSLATE_NOOP("AddressPage", "&Graphite address"),
                     "127.0.0.1:2003", Endpoint},
        AddressField{Graphite, Role::GraphiteQuery, QT_TRANSLATE_NOOP("AddressPage", "Address for &queries"),
                     "", Url},
    };
    return Fields;
}

void putAddress(net::CheckContext &context, net::AddressRole role, const QString &value)
{
    switch (role) {
    case net::AddressRole::Statsd:
        context.statsd = value.split(u' ', Qt::SkipEmptyParts);
        break;
    case net::AddressRole::Prefix:
        context.prefix = value;
        break;
    case net::AddressRole::Contexts:
        context.contexts = value;
        break;
    case net::AddressRole::Gstats:
        context.gstats = value;
        break;
    case net::AddressRole::GstatsEvents:
        context.gstatsEvents = value;
        break;
    case net::AddressRole::GstatsStatus:
        context.gstatsStatus = value;
        break;
    case net::AddressRole::Prometheus:
        context.prometheus = value;
        break;
    case net::AddressRole::Istats:
        context.istats = value;
        break;
    case net::AddressRole::Graphite:
        context.graphite = value;
        break;
    case net::AddressRole::GraphiteQuery:
        context.graphiteQuery = value;
        break;
    }
}

bool isWellFormed(AddressField::Form form, const QString &value)
{
    if (value.isEmpty())
        return true;
    switch (form) {
    case AddressField::Form::Endpoint:
        return isHostAndPort(value);
    case AddressField::Form::Url: {
        const QUrl url(value, QUrl::StrictMode);
        const bool http = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
        return isHostAndPort(value) || (url.isValid() && http && !url.host().isEmpty());
    }
    case AddressField::Form::ZmqEndpoint:
        return value.startsWith("tcp://"_L1) && isHostAndPort(value.mid(6));
    case AddressField::Form::Text:
        return true;
    }
    return false;
}

} // namespace metriscope::ui
