// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/metrics/metricsstate.h"

#include "widgets/models/metriccells.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace metriscope::ui
{

namespace
{

constexpr int WidestColumn = 4000;

QList<MetricsState::Column> columnsOf(const QJsonArray &array, int count)
{
    QList<MetricsState::Column> columns;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        const MetricsState::Column column{object[u"column"].toInt(-1), object[u"width"].toInt(-1),
                                          object[u"shown"].toBool(true)};
        const bool twice = std::any_of(columns.begin(), columns.end(),
                                       [&](const auto &other) { return other.column == column.column; });
        if (column.column >= 0 && column.column < count && column.width >= 0 &&
            column.width <= WidestColumn && !twice)
            columns += column;
    }
    return columns;
}

} // namespace

QByteArray metricsStateToJson(const MetricsState &state)
{
    QJsonArray columns;
    for (const MetricsState::Column &column : state.columns)
        columns += QJsonObject{{QStringLiteral("column"), column.column},
                               {QStringLiteral("width"), column.width},
                               {QStringLiteral("shown"), column.shown}};
    const QJsonObject object{{QStringLiteral("tree"), state.tree},
                             {QStringLiteral("syntax"), int(state.syntax)},
                             {QStringLiteral("sortColumn"), state.sortColumn},
                             {QStringLiteral("descending"), state.descending},
                             {QStringLiteral("tagColumns"), QJsonArray::fromStringList(state.tagColumns)},
                             {QStringLiteral("columns"), columns}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

MetricsState metricsStateFromJson(const QByteArray &json)
{
    MetricsState state;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    state.tree = object[u"tree"].toBool();
    const int syntax = object[u"syntax"].toInt();
    if (syntax >= 0 && syntax <= int(MetricFilter::Syntax::Regex))
        state.syntax = MetricFilter::Syntax(syntax);
    for (const QJsonValue &key : object[u"tagColumns"].toArray()) {
        const QString text = key.toString();
        if (!text.isEmpty() && !state.tagColumns.contains(text) &&
            state.tagColumns.size() < MetricsState::MostTagColumns)
            state.tagColumns += text;
    }
    const int count = MetricColumnCount + int(state.tagColumns.size());
    const int sortColumn = object[u"sortColumn"].toInt();
    state.sortColumn = sortColumn >= 0 && sortColumn < count ? sortColumn : 0;
    state.descending = object[u"descending"].toBool();
    const auto columns = columnsOf(object[u"columns"].toArray(), count);
    // With the name hidden nobody could tell the rows apart.
    const bool named = std::any_of(columns.begin(), columns.end(),
                                   [](const auto &column) { return column.column == 0 && column.shown; });
    if (named)
        state.columns.assign(columns.begin(), columns.end());
    return state;
}

} // namespace metriscope::ui
