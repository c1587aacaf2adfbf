// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>

#include <cstdint>

namespace metriscope::ui
{

enum class ExportFormat : std::uint8_t { Png, Svg, Csv };
enum class ExportTheme : std::uint8_t { Screen, Light, Dark };
enum class ExportRange : std::uint8_t { Visible, All };

/// What was chosen for the last export. Comparable, kept by whoever keeps settings.
struct ExportChoice {
    static constexpr int MinSide = 160, MaxSide = 8192, MaxScale = 4;

    ExportFormat format = ExportFormat::Png;
    ExportTheme theme = ExportTheme::Screen;
    ExportRange range = ExportRange::Visible; ///< of the times in a CSV file
    QSize size{1280, 720};                    ///< of a picture, before `scale`
    int scale = 1;                            ///< pixels of a PNG per unit of `size`
    QString folder;                           ///< where the last file went

    friend bool operator==(const ExportChoice &, const ExportChoice &) = default;
};

/// For the settings; whatever of it cannot be read back becomes the default.
[[nodiscard]] QByteArray toJson(const ExportChoice &choice);
[[nodiscard]] ExportChoice exportChoiceFromJson(const QByteArray &json);

} // namespace metriscope::ui
