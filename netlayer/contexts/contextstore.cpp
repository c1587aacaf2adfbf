// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/contexts/contextstore.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <utility>

namespace metriscope::net
{

using namespace Qt::StringLiterals;

void ContextStore::load()
{
    std::vector<RegistrationPtr> registrations;
    QFile file(m_file);
    if (QFileInfo::exists(m_file)) {
        if (QFileInfo(m_file).isDir() || !file.open(QIODevice::ReadOnly)) {
            m_mayWrite = false;
            Q_EMIT troubled(ContextStoreProblem::NotReadable, m_file);
        } else {
            const QByteArray json = file.read(MaxFile + 1);
            file.close();
            bool newer = false;
            const bool whole = json.size() <= MaxFile && read(json, registrations, newer);
            if (newer) {
                m_mayWrite = false;
                Q_EMIT troubled(ContextStoreProblem::Newer, m_file);
            } else if (!whole) {
                keepAside();
            }
        }
    }
    Q_EMIT loaded(registrations);
}

bool ContextStore::read(const QByteArray &json, std::vector<RegistrationPtr> &into, bool &newer) const
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    const int format = root.value("format"_L1).toInt();
    newer = format > Format;
    if (format != Format || !root.value("registrations"_L1).isArray())
        return false;
    bool whole = true;
    for (const QJsonValue &each : root.value("registrations"_L1).toArray()) {
        auto registration = registrationFromJson(each.toObject());
        whole = whole && registration;
        if (registration)
            into.push_back(std::make_shared<const Registration>(*std::move(registration)));
    }
    return whole;
}

void ContextStore::keepAside()
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    QString aside = m_file + u".damaged-"_s + stamp;
    for (int i = 2; QFileInfo::exists(aside) && i < 100; ++i)
        aside = m_file + u".damaged-%1-%2"_s.arg(stamp).arg(i);
    if (QFile::rename(m_file, aside)) {
        Q_EMIT troubled(ContextStoreProblem::Damaged, aside);
    } else {
        m_mayWrite = false;
        Q_EMIT troubled(ContextStoreProblem::NotReadable, m_file);
    }
}

void ContextStore::save(const std::vector<RegistrationPtr> &registrations)
{
    if (!m_mayWrite)
        return;
    QJsonArray array;
    for (const RegistrationPtr &each : registrations)
        array.append(registrationToJson(*each));
    const QJsonObject root{{u"format"_s, Format}, {u"registrations"_s, array}};
    QSaveFile file(m_file); // a temporary file that takes the other's place when it is whole
    const bool written = QDir().mkpath(QFileInfo(m_file).absolutePath()) && file.open(QIODevice::WriteOnly) &&
                         file.write(QJsonDocument(root).toJson(QJsonDocument::Compact)) >= 0 && file.commit();
    if (!written && !std::exchange(m_told, true))
        Q_EMIT troubled(ContextStoreProblem::NotWritable, m_file);
    m_told = m_told && !written;
}

} // namespace metriscope::net
