// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include "app/settingskeys.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace metriscope::app
{

namespace
{

constexpr qint64 MaxFileSize = 8 * 1024 * 1024;
const QString VersionKey = QStringLiteral("version");

} // namespace

Settings::Settings(QString file, std::vector<Migration> migrations, QObject *parent)
    : QObject(parent), m_file(std::move(file)), m_migrations(std::move(migrations))
{
    load();
}

QString Settings::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/metriscope/metriscope.ini");
}

void Settings::load()
{
    if (!QFileInfo::exists(m_file))
        return;
    QFile file(m_file);
    if (QFileInfo(m_file).isDir() || !file.open(QIODevice::ReadOnly)) {
        m_mayWrite = false;
        m_troubles.push_back({ui::SettingsProblem::Unreadable, m_file});
        return;
    }
    // An empty file is a new one. Nothing but text is given to the parser.
    const QByteArray content = file.read(MaxFileSize + 1);
    file.close();
    if (content.trimmed().isEmpty())
        return;
    if (content.size() > MaxFileSize || content.contains('\0')) {
        keepDamagedAside();
        return;
    }
    QSettings ini(m_file, QSettings::IniFormat);
    bool hasVersion = false;
    const int version = ini.value(VersionKey).toInt(&hasVersion);
    if (ini.status() != QSettings::NoError || !hasVersion || version < 1) {
        keepDamagedAside();
        return;
    }
    if (version > Version) {
        m_mayWrite = false;
        m_troubles.push_back({ui::SettingsProblem::Newer, m_file});
    }
    QVariantMap values;
    for (const QString &key : ini.allKeys())
        values.insert(key, ini.value(key));
    for (const Migration &migration : m_migrations)
        if (migration.from >= version)
            migration.step(values);
    for (const SettingsKey &key : settingsKeys()) {
        const auto value = values.constFind(key.name);
        if (value != values.cend() && !key.set(m_data, *value))
            m_troubles.push_back({ui::SettingsProblem::BadValue, key.name});
    }
}

void Settings::keepDamagedAside()
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    QString aside = m_file + QStringLiteral(".damaged-") + stamp;
    for (int i = 2; QFileInfo::exists(aside) && i < 100; ++i)
        aside = m_file + QStringLiteral(".damaged-%1-%2").arg(stamp).arg(i);
    if (QFile::rename(m_file, aside)) {
        m_troubles.push_back({ui::SettingsProblem::Damaged, aside});
    } else {
        m_mayWrite = false; // what is damaged may still be mended by hand: never write over it
        m_troubles.push_back({ui::SettingsProblem::Unreadable, m_file});
    }
}

void Settings::set(const SettingsData &data)
{
    if (data == m_data)
        return;
    m_data = data;
    if (m_mayWrite && !save() && !m_told) {
        m_told = true;
        Q_EMIT troubled({ui::SettingsProblem::NotWritable, m_file});
    }
    Q_EMIT changed();
}

QVariantMap Settings::toMap(const SettingsData &data)
{
    QVariantMap map;
    for (const SettingsKey &key : settingsKeys())
        map.insert(key.name, key.get(data));
    return map;
}

bool Settings::save() const
{
    if (!QDir().mkpath(QFileInfo(m_file).absolutePath()))
        return false;
    // QSettings writes a temporary file and renames it.
    QSettings ini(m_file, QSettings::IniFormat);
    if (!ini.isWritable())
        return false;
    ini.setValue(VersionKey, Version);
    const QVariantMap map = toMap(m_data);
    for (auto it = map.cbegin(); it != map.cend(); ++it) {
        // An empty list would be written as an invalid value.
        const bool nothing = it->typeId() == QMetaType::QStringList && it->toStringList().isEmpty();
        ini.setValue(it.key(), nothing ? QVariant(QString()) : *it);
    }
    ini.sync();
    return ini.status() == QSettings::NoError;
}

} // namespace metriscope::app
