// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/export/exportchoice.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

constexpr std::array Formats{"png"_L1, "svg"_L1, "csv"_L1};
constexpr std::array Themes{"screen"_L1, "light"_L1, "dark"_L1};
constexpr std::array Ranges{"visible"_L1, "all"_L1};

template <typename Enum, std::size_t N>
Enum parse(const std::array<QLatin1String, N> &names, const QJsonValue &value, Enum otherwise)
{
    const auto found = std::find(names.begin(), names.end(), value.toString());
    return found == names.end() ? otherwise : Enum(found - names.begin());
}

int bounded(const QJsonValue &value, int otherwise, int least, int most)
{
    return int(std::clamp(value.toDouble(otherwise), double(least), double(most)));
}

} // namespace

QByteArray toJson(const ExportChoice &choice)
{
    const QJsonObject object{{"format"_L1, Formats.at(std::size_t(choice.format))},
                             {"theme"_L1, Themes.at(std::size_t(choice.theme))},
                             {"range"_L1, Ranges.at(std::size_t(choice.range))},
                             {"width"_L1, choice.size.width()},
                             {"height"_L1, choice.size.height()},
                             {"scale"_L1, choice.scale},
                             {"folder"_L1, choice.folder}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

ExportChoice exportChoiceFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    ExportChoice choice;
    choice.format = parse(Formats, object["format"_L1], choice.format);
    choice.theme = parse(Themes, object["theme"_L1], choice.theme);
    choice.range = parse(Ranges, object["range"_L1], choice.range);
    constexpr int Least = ExportChoice::MinSide, Most = ExportChoice::MaxSide;
    choice.size = {bounded(object["width"_L1], choice.size.width(), Least, Most),
                   bounded(object["height"_L1], choice.size.height(), Least, Most)};
    choice.scale = bounded(object["scale"_L1], choice.scale, 1, ExportChoice::MaxScale);
    choice.folder = object["folder"_L1].toString();
    return choice;
}

} // namespace metriscope::ui
