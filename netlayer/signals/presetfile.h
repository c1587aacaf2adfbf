// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/signals/preset.h"
#include "netlayer/types/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <vector>

namespace metriscope::net
{

enum class PresetError : std::uint8_t {
    NotReadable, ///< detail: text of the operating system
    TooLarge,    ///< more than MaxPresetBytes or MaxPresetRules
    NotJson,     ///< detail: what the JSON parser says and where
    UnknownFormat,
    MissingField,
    WrongType,
    UnknownField,
    BadId, ///< not 1..64 characters of a-z, 0-9, - and _
    UnknownRole,
    UnknownKind,
    UnknownUnit,
    UnknownSource,
    KindDoesNotFitRole,
    BadPattern
};
/// What is wrong and at which field, e.g. `rules[3].pattern`.
struct PresetProblem {
    PresetError error = PresetError::NotReadable;
    QString where;
    QString detail;
};

inline constexpr qint64 MaxPresetBytes = 256 * 1024;
inline constexpr qsizetype MaxPresetRules = 256;

/// A preset as JSON: an object with `format` 1, `id`, `applicationName`, `timerUnit` ("us", "ms", "s"),
/// `foldTrailingDots`, `lastPartMark`, `source` and `applicationOfSource` where wanted, and `rules`, each
/// with `role`, `kind`, `pattern` and where wanted `tags` and `negative`. See resources/presets.
[[nodiscard]] Result<Preset, PresetProblem> presetFromJson(const QByteArray &json);
[[nodiscard]] QByteArray presetToJson(const Preset &preset);
[[nodiscard]] Result<Preset, PresetProblem> loadPreset(const QString &path);
/// Those that come with the program, in the order in which they are asked.
[[nodiscard]] std::vector<Preset> shippedPresets();
/// What the user put into a folder of his own, in the order of the files' names.
struct UserPresets {
    struct Trouble {
        QString file;
        PresetProblem problem;
    };
    std::vector<Preset> presets;
    std::vector<Trouble> problems;
};
inline constexpr qsizetype MaxUserPresets = 100;
[[nodiscard]] UserPresets loadUserPresets(const QString &folder);
[[nodiscard]] QString userPresetFolder(); ///< in the user's data folder
/// The shipped ones behind the user's own, behind what he said in the window. One of the user's with the id
/// of a shipped one stands in its place.
[[nodiscard]] std::vector<Preset> allPresets(const GenericPreset &generic,
                                             const std::vector<Preset> &ofUser = {});

/// For the settings. Damaged or missing fields fall back to the defaults.
[[nodiscard]] QJsonObject genericToJson(const GenericPreset &generic);
[[nodiscard]] GenericPreset genericFromJson(const QJsonObject &json);

} // namespace metriscope::net
