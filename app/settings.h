// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settingsdata.h"

#include "widgets/models/journalentry.h"

#include <QObject>
#include <QVariantMap>

#include <vector>

namespace metriscope::app
{

struct SettingsTrouble {
    ui::SettingsProblem problem = ui::SettingsProblem::Unreadable;
    QString detail; ///< see SettingsProblem
    friend bool operator==(const SettingsTrouble &, const SettingsTrouble &) = default;
};

/// One INI file, read once and written whole, atomically, whenever something changed. Whatever is wrong with
/// it costs at most what it held: defaults are used and troubles() says why. GUI thread.
class Settings final : public QObject
{
    Q_OBJECT

public:
    static constexpr int Version = 1;
    /// Brings the values that version `from` wrote into the form of the next version.
    struct Migration {
        int from = 0;
        void (*step)(QVariantMap &values) = nullptr;
    };

    explicit Settings(QString file, std::vector<Migration> migrations = {}, QObject *parent = nullptr);

    [[nodiscard]] static QString defaultFile(); ///< in the user's configuration folder
    [[nodiscard]] const QString &file() const noexcept { return m_file; }
    [[nodiscard]] const SettingsData &data() const noexcept { return m_data; }
    /// What went wrong while reading.
    [[nodiscard]] const std::vector<SettingsTrouble> &troubles() const noexcept { return m_troubles; }
    /// Stores and saves, when it differs; a file that cannot be written is told once by troubled().
    void set(const SettingsData &data);
    /// Keys and values as they are written: the key table applied.
    [[nodiscard]] static QVariantMap toMap(const SettingsData &data);

Q_SIGNALS:
    void changed();
    void troubled(const metriscope::app::SettingsTrouble &trouble);

private:
    void load();
    void keepDamagedAside();
    [[nodiscard]] bool save() const;

    QString m_file;
    std::vector<Migration> m_migrations;
    SettingsData m_data;
    std::vector<SettingsTrouble> m_troubles;
    bool m_mayWrite = true; ///< false: the file belongs to a newer version, or could not be read
    bool m_told = false;
};

} // namespace metriscope::app
