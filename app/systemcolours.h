// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>

class QDBusPendingCallWatcher;
class QDBusVariant;

namespace metriscope::app
{

/// Whether the desktop prefers dark colours, now and when it changes its mind: `color-scheme` of
/// org.freedesktop.appearance, which the desktop portal tells on the session bus. Qt 6.4 does not ask for it.
/// Never waits for an answer.
class SystemColours final : public QObject
{
    Q_OBJECT

public:
    /// `fallback` holds where there is no bus, no portal or no preference.
    explicit SystemColours(bool fallback, const QDBusConnection &bus = QDBusConnection::sessionBus(),
                           QObject *parent = nullptr);
    ~SystemColours() override;

    [[nodiscard]] bool areDark() const noexcept { return m_dark; }
    /// Takes an answer that came while no event loop ran, so that the first frame has the right colours.
    void takeAnswer();

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void prefer(const QVariant &value);

    const bool m_fallback;
    bool m_dark;
    QDBusPendingCallWatcher *m_asked = nullptr; ///< until it is answered
};

} // namespace metriscope::app
