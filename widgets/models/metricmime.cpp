// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/metricmime.h"

#include "widgets/common/displaytext.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

namespace
{
constexpr quint32 MostDragged = 1000; ///< more would not make a chart anybody can read
}

QString metricMimeType()
{
    return u"application/x-metriscope-metrics"_s;
}

QMimeData *metricMimeData(const net::Registry &registry, const std::vector<net::MetricId> &ids)
{
    const auto count = std::min(quint32(ids.size()), MostDragged);
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << QCoreApplication::applicationPid() << count;
    QStringList names;
    for (quint32 i = 0; i < count; ++i) {
        stream << quint32(net::index(ids[i]));
        names += displayText(registry.info(ids[i]).name);
    }
    auto data = std::make_unique<QMimeData>();
    data->setData(metricMimeType(), bytes);
    data->setText(names.join(u'\n'));
    return data.release();
}

std::vector<net::MetricId> metricsOf(const QMimeData &data, const net::Registry &registry)
{
    const QByteArray bytes = data.data(metricMimeType());
    QDataStream stream(bytes);
    qint64 pid = 0;
    quint32 count = 0;
    stream >> pid >> count;
    std::vector<net::MetricId> ids;
    if (stream.status() != QDataStream::Ok || pid != QCoreApplication::applicationPid() ||
        count > MostDragged)
        return ids;
    for (quint32 i = 0; i < count; ++i) {
        quint32 id = 0;
        stream >> id;
        if (stream.status() != QDataStream::Ok || id >= registry.size())
            return {};
        ids.push_back(net::MetricId{id});
    }
    return ids;
}

} // namespace metriscope::ui
