// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/systemcolours.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using metriscope::app::SystemColours;

namespace
{

/// The part of a desktop portal that tells settings.
class Portal final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    QVariant scheme;
    int asked = 0;

public Q_SLOTS:
    QDBusVariant Read(const QString &space, const QString &key) // NOLINT: the name of the protocol
    {
        ++asked;
        if (space != u"org.freedesktop.appearance"_s || key != u"color-scheme"_s)
            return QDBusVariant(QString());
        return QDBusVariant(QVariant::fromValue(QDBusVariant(scheme)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &space, const QString &key, const QDBusVariant &value); // NOLINT
};

} // namespace

class TestSystemColours final : public QObject
{
    Q_OBJECT

    QProcess m_daemon;
    QString m_address;

    [[nodiscard]] QDBusConnection connectAs(const QString &name) const
    {
        return QDBusConnection::connectToBus(m_address, name);
    }
    [[nodiscard]] bool offer(Portal &portal) const
    {
        QDBusConnection bus = connectAs(u"portal"_s);
        return bus.registerObject(u"/org/freedesktop/portal/desktop"_s, &portal,
                                  QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals) &&
               bus.registerService(u"org.freedesktop.portal.Desktop"_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        QVERIFY2(m_daemon.waitForStarted(), "dbus-daemon is a package of Debian");
        while (!m_daemon.canReadLine() && m_daemon.waitForReadyRead(10'000)) {
        }
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
        QVERIFY(connectAs(u"reader"_s).isConnected());
    }
    void cleanup() { QDBusConnection::disconnectFromBus(u"portal"_s); }
    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(u"reader"_s);
        m_daemon.terminate();
        QVERIFY(m_daemon.waitForFinished());
    }

    void asks_data()
    {
        QTest::addColumn<QVariant>("scheme");
        QTest::addColumn<bool>("fallback");
        QTest::addColumn<bool>("dark");
        QTest::addRow("dark") << QVariant(1U) << false << true;
        QTest::addRow("light") << QVariant(2U) << true << false;
        QTest::addRow("no preference, light") << QVariant(0U) << false << false;
        QTest::addRow("no preference, dark") << QVariant(0U) << true << true;
        QTest::addRow("a value of later") << QVariant(7U) << true << true;
        QTest::addRow("nonsense") << QVariant(u"dark"_s) << false << false;
    }
    void asks()
    {
        QFETCH(QVariant, scheme);
        QFETCH(bool, fallback);
        QFETCH(bool, dark);
        Portal portal;
        portal.scheme = scheme;
        QVERIFY(offer(portal));
        SystemColours colours(fallback, connectAs(u"reader"_s));
        QSignalSpy changed(&colours, &SystemColours::changed);
        QCOMPARE(colours.areDark(), fallback);
        QTRY_COMPARE(portal.asked, 1);
        if (dark == fallback)
            QVERIFY(!changed.wait(50));
        QTRY_COMPARE(colours.areDark(), dark);
    }

    void followsChanges()
    {
        Portal portal;
        portal.scheme = 1U;
        QVERIFY(offer(portal));
        SystemColours colours(false, connectAs(u"reader"_s));
        QTRY_VERIFY(colours.areDark());
        const QSignalSpy changed(&colours, &SystemColours::changed);
        Q_EMIT portal.SettingChanged(u"org.freedesktop.appearance"_s, u"accent-color"_s, QDBusVariant(2U));
        Q_EMIT portal.SettingChanged(u"org.freedesktop.appearance"_s, u"color-scheme"_s, QDBusVariant(2U));
        QTRY_VERIFY(!colours.areDark());
        Q_EMIT portal.SettingChanged(u"org.freedesktop.appearance"_s, u"color-scheme"_s, QDBusVariant(1U));
        QTRY_VERIFY(colours.areDark());
        QCOMPARE(changed.size(), 2);
    }

    void withoutAPortalTheFallbackHolds()
    {
        SystemColours colours(true, connectAs(u"reader"_s));
        QSignalSpy changed(&colours, &SystemColours::changed);
        QVERIFY(!changed.wait(200));
        QVERIFY(colours.areDark());
        const SystemColours noBus(true, QDBusConnection(u"nowhere"_s));
        QVERIFY(noBus.areDark());
    }
};

QTEST_GUILESS_MAIN(TestSystemColours)
#include "tst_systemcolours.moc"
