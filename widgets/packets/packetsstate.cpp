// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/packetsstate.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

QByteArray packetsStateToJson(const PacketsState &state)
{
    return QJsonDocument(QJsonObject{{u"tap"_s, state.tap},
                                     {u"interface"_s, state.interface},
                                     {u"captureFilter"_s, state.captureFilter},
                                     {u"timeStyle"_s, state.timeStyle}})
        .toJson(QJsonDocument::Compact);
}

PacketsState packetsStateFromJson(const QByteArray &json)
{
    constexpr qsizetype LongestFilter = 1000, LongestName = 100;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    PacketsState state;
    state.tap = object[u"tap"_s].toBool(state.tap);
    const QString interface = object[u"interface"_s].toString();
    if (!interface.isEmpty() && interface.size() <= LongestName)
        state.interface = interface;
    const QString filter = object[u"captureFilter"_s].toString(state.captureFilter);
    if (filter.size() <= LongestFilter)
        state.captureFilter = filter;
    const int style = object[u"timeStyle"_s].toInt();
    state.timeStyle = style >= 0 && style <= 2 ? style : 0;
    return state;
}

} // namespace metriscope::ui
