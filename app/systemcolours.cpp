// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/systemcolours.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace metriscope::app
{

namespace
{

constexpr QLatin1String Service("org.freedesktop.portal.Desktop"), Path("/org/freedesktop/portal/desktop"),
    Interface("org.freedesktop.portal.Settings"), Space("org.freedesktop.appearance"), Key("color-scheme");

enum Preference : uint { NoPreference, Dark, Light };

} // namespace

SystemColours::SystemColours(bool fallback, const QDBusConnection &bus, QObject *parent)
    : QObject(parent), m_fallback(fallback), m_dark(fallback)
{
    if (!bus.isConnected())
        return;
    QDBusConnection(bus).connect(Service, Path, Interface, QStringLiteral("SettingChanged"), this,
                                 SLOT(settingChanged(QString, QString, QDBusVariant)));
    auto question = QDBusMessage::createMethodCall(Service, Path, Interface, QStringLiteral("Read"));
    question << QString(Space) << QString(Key);
    m_asked = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(m_asked, &QDBusPendingCallWatcher::finished, this, &SystemColours::takeAnswer);
}

SystemColours::~SystemColours() = default;

void SystemColours::takeAnswer()
{
    if (m_asked == nullptr || !m_asked->isFinished())
        return;
    const QDBusPendingReply<QDBusVariant> reply = *m_asked;
    m_asked->deleteLater();
    m_asked = nullptr;
    if (reply.isValid())
        prefer(reply.value().variant());
}

void SystemColours::settingChanged(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space == Space && key == Key)
        prefer(value.variant());
}

void SystemColours::prefer(const QVariant &value)
{
    QVariant plain = value;
    while (plain.canConvert<QDBusVariant>()) // Read() wraps its answer twice
        plain = plain.value<QDBusVariant>().variant();
    const uint preference = plain.toUInt();
    const bool dark = preference == Dark || (preference != Light && m_fallback);
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT changed();
}

} // namespace metriscope::app
