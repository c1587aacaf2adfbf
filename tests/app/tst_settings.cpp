// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"
#include "app/settingskeys.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
namespace app = metriscope::app;
namespace net = metriscope::net;
namespace ui = metriscope::ui;

class TestSettings final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_next = 0;

    [[nodiscard]] QString freshFile() { return m_folder.filePath(u"%1/metriscope.ini"_s.arg(++m_next)); }
    static void write(const QString &file, const QByteArray &content)
    {
        QDir().mkpath(QFileInfo(file).absolutePath());
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(content);
    }

private Q_SLOTS:
    void firstRunHasDefaultsAndNoFile()
    {
        const QString file = freshFile();
        const app::Settings settings(file);
        QVERIFY(settings.data() == app::SettingsData());
        QVERIFY(settings.troubles().empty());
        QVERIFY(!QFile::exists(file));
    }
    void everyKeyIsUniqueAndTakesItsOwnDefault()
    {
        QSet<QString> seen;
        for (const app::SettingsKey &key : app::settingsKeys()) {
            QVERIFY2(!seen.contains(key.name), key.name.data());
            seen.insert(key.name);
            app::SettingsData data;
            QVERIFY2(key.set(data, key.get(data)), key.name.data());
            QVERIFY2(data == app::SettingsData(), key.name.data());
        }
    }
    void everythingComesBack()
    {
        const QString file = freshFile();
        app::SettingsData data;
        data.receiver.enabled = false;
        data.receiver.config.receiveBuffer = 512 * 1024;
        data.receiver.config.endpoints = {*net::Endpoint::fromText("0.0.0.0:9125"),
                                          *net::Endpoint::fromText("[::]:9125"),
                                          *net::Endpoint::fromText("/run/app, with comma/statsd.sock")};
        data.receiver.config.tcp = false;
        data.receiver.config.dialect = "netdata";
        data.signalling.generic.applicationName = "shop";
        data.signalling.generic.requestRate = "shop.{application}.requests";
        data.signalling.generic.timerUnit = net::TimerUnit::Microseconds;
        data.store.tick = net::Millis{250};
        data.store.memoryBudget = std::size_t{64} << 20;
        data.store.gauges = net::IdlePolicy::Gap;
        data.fold.percentiles = {50, 99.9, -10};
        data.fold.rule = net::PercentileRule::Interpolate;
        data.maxSeries = 1234;
        data.signalling.disabledPresets = QStringList{u"m3"_s};
        data.signalling.timerUnits = {{"my app, with comma", net::TimerUnit::Seconds}};
        data.appearance.language = u"ru"_s;
        data.appearance.theme = app::Theme::Dark;
        data.window.geometry = QByteArray("\0\xff\"%;=", 6);
        data.window.page = u"journal"_s;
        data.window.spanSeconds = 3600;
        data.boards = "{\"boards\":[]}";
        {
            app::Settings settings(file);
            QSignalSpy changed(&settings, &app::Settings::changed);
            settings.set(data);
            settings.set(data);
            QCOMPARE(changed.count(), 1);
        }
        const app::Settings again(file);
        QVERIFY(again.troubles().empty());
        QCOMPARE(app::Settings::toMap(again.data()), app::Settings::toMap(data));
        QVERIFY(again.data() == data);
        QCOMPARE(QDir(QFileInfo(file).absolutePath()).entryList(QDir::Files),
                 QStringList{u"metriscope.ini"_s});
    }

    void emptyListsComeBack()
    {
        const QString file = freshFile();
        app::SettingsData data;
        data.fold.percentiles.clear();
        data.receiver.config.endpoints.clear();
        app::Settings(file).set(data);
        const app::Settings again(file);
        QVERIFY(again.troubles().empty());
        QVERIFY(again.data() == data);
        QFile in(file);
        QVERIFY(in.open(QIODevice::ReadOnly));
        QVERIFY(!in.readAll().contains("@Invalid"));
    }
    void rejects_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("key");
        QTest::addRow("not a number") << QByteArray("[history]\ntickMs=soon\n") << u"history/tickMs"_s;
        QTest::addRow("below range") << QByteArray("[history]\ntickMs=0\n") << u"history/tickMs"_s;
        QTest::addRow("above range") << QByteArray("[history]\nmemoryMiB=1e30\n") << u"history/memoryMiB"_s;
        QTest::addRow("NaN") << QByteArray("[history]\nmemoryMiB=nan\n") << u"history/memoryMiB"_s;
        QTest::addRow("unknown word") << QByteArray("[appearance]\ntheme=pink\n") << u"appearance/theme"_s;
        QTest::addRow("unknown language")
            << QByteArray("[appearance]\nlanguage=xx\n") << u"appearance/language"_s;
        QTest::addRow("neither true nor false")
            << QByteArray("[receiver]\nenabled=maybe\n") << u"receiver/enabled"_s;
        QTest::addRow("no address") << QByteArray("[receiver]\naddresses=somewhere\n")
                                    << u"receiver/addresses"_s;
        QTest::addRow("no base64") << QByteArray("[window]\ngeometry=%%%\n") << u"window/geometry"_s;
        QTest::addRow("percentile of zero")
            << QByteArray("[history]\npercentiles=50, 0\n") << u"history/percentiles"_s;
        QTest::addRow("unit without a name")
            << QByteArray("[signals]\ntimerUnits=weeks a\n") << u"signals/timerUnits"_s;
    }
    void rejects()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, key);
        const QString file = freshFile();
        write(file, "[General]\nversion=1\n" + line);
        const app::Settings settings(file);
        QCOMPARE(settings.troubles().size(), std::size_t{1});
        QVERIFY((settings.troubles().front() == app::SettingsTrouble{ui::SettingsProblem::BadValue, key}));
        QVERIFY(settings.data() == app::SettingsData());
    }

    void damagedFileIsKeptAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addRow("random bytes") << QByteArray("\x7f"
                                                    "ELF\x01\0\0\xff\xfe garbage",
                                                    17);
        QTest::addRow("no version") << QByteArray("[history]\ntickMs=1000\n");
        QTest::addRow("cut in the middle") << QByteArray("[General]\nversion=1\n[wind");
        QTest::addRow("version is no number") << QByteArray("[General]\nversion=one\n");
        QTest::addRow("too large") << QByteArray("[General]\nversion=1\n[x]\ny=") +
                                          QByteArray(9'000'000, 'z');
    }
    void damagedFileIsKeptAside()
    {
        QFETCH(QByteArray, content);
        const QString file = freshFile();
        write(file, content);
        app::Settings settings(file);
        QVERIFY(settings.data() == app::SettingsData());
        QCOMPARE(settings.troubles().size(), std::size_t{1});
        const app::SettingsTrouble trouble = settings.troubles().front();
        QVERIFY(trouble.problem == ui::SettingsProblem::Damaged);
        QVERIFY(trouble.detail.contains(u".damaged-"_s));
        QFile aside(trouble.detail);
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), content);
        app::SettingsData data;
        data.window.spanSeconds = 60;
        settings.set(data);
        QCOMPARE(app::Settings(file).data().window.spanSeconds, 60);
    }
    void newerFileIsReadAndLeftAlone()
    {
        const QString file = freshFile();
        const QByteArray content = "[General]\nversion=99\n[window]\nspanSeconds=60\n";
        write(file, content);
        app::Settings settings(file);
        QCOMPARE(settings.data().window.spanSeconds, 60);
        QVERIFY(settings.troubles().front().problem == ui::SettingsProblem::Newer);
        settings.set(app::SettingsData());
        QFile in(file);
        QVERIFY(in.open(QIODevice::ReadOnly));
        QCOMPARE(in.readAll(), content);
    }
    void unwritableFolderIsToldOnce()
    {
        // A file where the folder should be: fails for root as well.
        const QString blocker = m_folder.filePath(u"blocker"_s);
        write(blocker, "x");
        app::Settings settings(blocker + u"/metriscope.ini"_s);
        QSignalSpy troubled(&settings, &app::Settings::troubled);
        app::SettingsData data;
        for (const int seconds : {60, 900}) {
            data.window.spanSeconds = seconds;
            settings.set(data);
        }
        QCOMPARE(troubled.count(), 1);
        QCOMPARE(settings.data().window.spanSeconds, 900);
    }
    void folderInPlaceOfTheFile()
    {
        const QString file = freshFile();
        QDir().mkpath(file);
        const app::Settings settings(file);
        QVERIFY(settings.troubles().front().problem == ui::SettingsProblem::Unreadable);
        QVERIFY(settings.data() == app::SettingsData());
    }
    void migrationsRunFromTheFilesVersionOn()
    {
        const QString file = freshFile();
        write(file, "[General]\nversion=1\n[old]\nspan=60\n");
        const app::Settings settings(
            file, {{0, [](QVariantMap &values) { values.insert(u"window/page"_s, u"never"_s); }},
                   {1, [](QVariantMap &values) {
                        values.insert(u"window/spanSeconds"_s, values.take(u"old/span"_s));
                    }}});
        QCOMPARE(settings.data().window.spanSeconds, 60);
        QCOMPARE(settings.data().window.page, u"overview"_s);
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
