// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/boards/boarddata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int Version = 1;
constexpr qsizetype LargestFile = 8 << 20;
constexpr std::size_t LongestName = 65'535;

constexpr std::array<std::string_view, 12> Measures{"value", "rate",  "count",     "total",
                                                    "up",    "down",  "sum",       "mean",
                                                    "lower", "upper", "deviation", "quantile"};

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

void putBytes(QJsonObject &object, const QString &key, const std::string &bytes)
{
    const QString text = textOf(bytes);
    if (text.toUtf8().toStdString() == bytes)
        object.insert(key, text);
    else
        object.insert(key + u"Base64"_s, QString::fromLatin1(QByteArray::fromStdString(bytes).toBase64()));
}

std::optional<std::string> takeBytes(const QJsonObject &object, const QString &key)
{
    const QJsonValue plain = object[key], coded = object[key + u"Base64"_s];
    std::optional<std::string> bytes;
    if (plain.isString()) {
        bytes = plain.toString().toStdString();
    } else if (coded.isString()) {
        const auto decoded = QByteArray::fromBase64Encoding(coded.toString().toLatin1(),
                                                            QByteArray::AbortOnBase64DecodingErrors);
        if (decoded)
            bytes = (*decoded).toStdString();
    }
    return bytes && bytes->size() <= LongestName ? bytes : std::nullopt;
}

QJsonObject toObject(const BoardCurve &curve)
{
    QJsonObject object;
    putBytes(object, u"name"_s, curve.metric.name);
    if (!curve.metric.tags.empty())
        putBytes(object, u"tags"_s, curve.metric.tags);
    object.insert(u"kind"_s, textOf(net::kindName(curve.metric.kind)));
    object.insert(u"source"_s, int(curve.metric.source));
    object.insert(u"measure"_s, textOf(Measures[std::size_t(curve.measure.what)]));
    if (curve.measure.what == net::Measure::What::Quantile)
        object.insert(u"quantile"_s, curve.measure.quantile);
    if (!curve.visible)
        object.insert(u"visible"_s, false);
    return object;
}

/// Reads a book and remembers whether anything had to be left out.
class Reader final
{
public:
    bool repaired = false;

    std::vector<Board> boards(const QJsonArray &array)
    {
        std::vector<Board> boards;
        for (const QJsonValue &value : array) {
            if (!value.isObject() || boards.size() == BoardBook::MostBoards) {
                repaired = true;
                continue;
            }
            const QJsonObject object = value.toObject();
            Board board;
            board.name = title(object[u"name"]);
            board.columns = bounded(object[u"columns"], 1, Board::MostColumns, 1);
            for (const QJsonValue &chart : list(object[u"charts"])) {
                if (!chart.isObject() || board.charts.size() == Board::MostCharts)
                    repaired = true;
                else
                    board.charts.push_back(readChart(chart.toObject()));
            }
            boards.push_back(std::move(board));
        }
        return boards;
    }
    int bounded(const QJsonValue &value, int low, int high, int otherwise)
    {
        const int number = value.toInt(otherwise);
        if (!value.isUndefined() && (!value.isDouble() || number < low || number > high))
            repaired = true;
        return std::clamp(number, low, high);
    }

private:
    BoardChart readChart(const QJsonObject &object)
    {
        BoardChart chart;
        chart.title = title(object[u"title"]);
        chart.stacked = object[u"stacked"].toBool();
        for (const QJsonValue &value : list(object[u"curves"])) {
            const std::optional<BoardCurve> curve = readCurve(value.toObject());
            if (!curve || chart.curves.size() == BoardChart::MostCurves)
                repaired = true;
            else
                chart.curves.push_back(*curve);
        }
        return chart;
    }
    std::optional<BoardCurve> readCurve(const QJsonObject &object)
    {
        BoardCurve curve;
        const std::optional<std::string> name = takeBytes(object, u"name"_s);
        const bool tagged = object.contains(u"tags"_s) || object.contains(u"tagsBase64"_s);
        const std::optional<std::string> tags = tagged ? takeBytes(object, u"tags"_s) : std::string();
        const std::string kind = object[u"kind"].toString().toStdString();
        const std::string measure = object[u"measure"].toString().toStdString();
        const auto what = std::find(Measures.begin(), Measures.end(), measure);
        int kindNumber = 0;
        while (kindNumber < net::MetricKindCount && net::kindName(net::MetricKind(kindNumber)) != kind)
            ++kindNumber;
        if (!name || name->empty() || !tags || kindNumber == net::MetricKindCount || what == Measures.end())
            return {};
        curve.metric = {*name, *tags, net::MetricKind(kindNumber),
                        net::SourceId(std::uint16_t(bounded(object[u"source"], 0, 0xFFFF, 0)))};
        curve.measure.what = net::Measure::What(what - Measures.begin());
        if (curve.measure.what == net::Measure::What::Quantile) {
            curve.measure.quantile = object[u"quantile"].toDouble(-1);
            if (!(curve.measure.quantile >= 0 && curve.measure.quantile <= 1))
                return {};
        }
        curve.visible = object[u"visible"].toBool(true);
        return curve;
    }
    QString title(const QJsonValue &value)
    {
        const QString text = value.toString();
        repaired =
            repaired || (!value.isUndefined() && !value.isString()) || text.size() > BoardBook::LongestTitle;
        return text.left(BoardBook::LongestTitle);
    }
    QJsonArray list(const QJsonValue &value)
    {
        repaired = repaired || (!value.isUndefined() && !value.isArray());
        return value.toArray();
    }
};

} // namespace

MetricKey keyOf(const net::MetricInfo &info)
{
    return {std::string(info.name), std::string(info.tags), info.kind, info.source};
}

QByteArray boardsToJson(const BoardBook &book)
{
    QJsonArray boards;
    for (const Board &board : book.boards) {
        QJsonArray charts;
        for (const BoardChart &chart : board.charts) {
            QJsonArray curves;
            for (const BoardCurve &curve : chart.curves)
                curves += toObject(curve);
            QJsonObject object{{u"curves"_s, curves}};
            if (!chart.title.isEmpty())
                object.insert(u"title"_s, chart.title);
            if (chart.stacked)
                object.insert(u"stacked"_s, true);
            charts += object;
        }
        boards += QJsonObject{{u"name"_s, board.name}, {u"columns"_s, board.columns}, {u"charts"_s, charts}};
    }
    const QJsonObject root{{u"version"_s, Version}, {u"current"_s, book.current}, {u"boards"_s, boards}};
    return QJsonDocument(root).toJson();
}

BoardsRead boardsFromJson(const QByteArray &json)
{
    if (json.size() > LargestFile)
        return {{}, BoardsRead::Issue::TooLarge};
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonObject root = document.object();
    if (!document.isObject() || !root[u"boards"].isArray() || !root[u"version"].isDouble())
        return {{}, BoardsRead::Issue::Unreadable};
    if (root[u"version"].toDouble() > Version)
        return {{}, BoardsRead::Issue::TooNew};
    Reader reader;
    BoardsRead read;
    read.book.boards = reader.boards(root[u"boards"].toArray());
    read.book.current = reader.bounded(root[u"current"], 0, std::max(0, int(read.book.boards.size()) - 1), 0);
    read.issue = reader.repaired ? BoardsRead::Issue::Repaired : BoardsRead::Issue::None;
    return read;
}

} // namespace metriscope::ui
