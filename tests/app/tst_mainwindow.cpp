// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages.h"
#include "app/testcommand.h"

#include "tests/app/stage.h"

#include "widgets/boards/boardspane.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
namespace app = metriscope::app;
namespace net = metriscope::net;
namespace ui = metriscope::ui;

class TestMainWindow final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_next = 0;
    [[nodiscard]] QString freshFile() { return m_folder.filePath(u"%1.ini"_s.arg(++m_next)); }

private Q_SLOTS:
    void showsWhatTicksBring()
    {
        Stage stage(freshFile());
        stage.window.show();
        stage.tick(0, 1000);
        stage.tick(1, 2284, 3);
        QVERIFY(stage.button(u"1,284 lines/s"_s));
        QVERIFY(stage.button(u"3 rejected"_s));
        QVERIFY(stage.button(u"0 dropped"_s));
        QVERIFY(stage.button(u"2,310 series"_s));
    }
    void numbersLeadToTheirPlace()
    {
        Stage stage(freshFile());
        stage.window.show();
        stage.tick(0, 10, 3);
        stage.button(u"series"_s)->click();
        QCOMPARE(stage.page(), int(app::Pages::Metrics));
        stage.button(u"rejected"_s)->click();
        QCOMPARE(stage.page(), int(app::Pages::Journal));
    }
    void keysReachEveryPage()
    {
        Stage stage(freshFile());
        stage.window.show();
        QVERIFY(QTest::qWaitForWindowActive(&stage.window));
        for (int i = 3; i >= 0; --i) {
            QTest::keyClick(&stage.window, static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
            QCOMPARE(stage.page(), i);
        }
    }
    void findLeadsFromAnywhereToTheFilterOfThePage()
    {
        Stage stage(freshFile());
        stage.window.show();
        QVERIFY(QTest::qWaitForWindowActive(&stage.window));
        stage.tick(0, 10, 3);
        for (const app::Pages::Page page : {app::Pages::Metrics, app::Pages::Packets, app::Pages::Journal}) {
            stage.window.showPage(page);
            stage.button(u"series"_s)->setFocus();
            QTest::keyClick(&stage.window, Qt::Key_F, Qt::ControlModifier);
            const auto *field = qobject_cast<QLineEdit *>(stage.window.focusWidget());
            QVERIFY2(field != nullptr, qPrintable(QString::number(page)));
            QVERIFY(stage.window.findChild<app::Pages *>()->currentWidget()->isAncestorOf(field));
        }
    }
    void spaceBelongsToAFocusedButton()
    {
        Stage stage(freshFile());
        stage.window.show();
        QVERIFY(QTest::qWaitForWindowActive(&stage.window));
        QAction *pause = stage.action(QKeySequence(Qt::Key_Space));
        QVERIFY(pause);
        stage.window.setFocus();
        QTest::keyClick(&stage.window, Qt::Key_Space);
        QVERIFY(pause->isChecked());
        QTest::keyClick(&stage.window, Qt::Key_F);
        QVERIFY(!pause->isChecked());
        stage.button(u"series"_s)->setFocus();
        QTest::keyClick(stage.button(u"series"_s), Qt::Key_Space);
        QVERIFY(!pause->isChecked());
        QCOMPARE(stage.page(), int(app::Pages::Metrics));
    }
    void everyKeyIsUsedOnce()
    {
        Stage stage(freshFile());
        QHash<QString, QString> seen;
        for (const QAction *action : stage.window.findChildren<QAction *>()) {
            if (action->shortcut().isEmpty() || action->shortcutContext() != Qt::WindowShortcut)
                continue;
            const QString key = action->shortcut().toString();
            QVERIFY2(!seen.contains(key), qPrintable(key + u' ' + action->text() + u' ' + seen.value(key)));
            seen.insert(key, action->text());
        }
        QVERIFY(seen.size() > 15);
    }
    void comesBackAsItWasLeft()
    {
        const QString file = freshFile();
        QSize size;
        {
            Stage stage(file);
            stage.window.show();
            stage.window.resize(600, 650);
            stage.window.showPage(app::Pages::Journal);
            for (QAction *span : stage.window.findChildren<QAction *>())
                if (span->data().toInt() == 3600 && span->isCheckable())
                    span->trigger();
            stage.window.findChild<QDockWidget *>(u"sources"_s)->hide();
            QTRY_VERIFY(stage.window.width() > 600); // as wide as the page needs
            size = stage.window.size();
            stage.window.close();
        }
        Stage again(file);
        again.window.show();
        QCOMPARE(again.window.size(), size);
        QCOMPARE(again.page(), int(app::Pages::Journal));
        QCOMPARE(again.settings.data().window.spanSeconds, 3600);
        QVERIFY(again.window.findChild<QDockWidget *>(u"sources"_s)->isHidden());
    }
    void neverComesBackOffScreen()
    {
        const QString file = freshFile();
        {
            Stage stage(file);
            stage.window.show();
            stage.window.move(50'000, 50'000);
            stage.window.close();
        }
        Stage again(file);
        again.window.show();
        const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
        QVERIFY(screen.intersects(again.window.geometry()));
    }
    void comesBackWholeOnASmallerScreen() // without a display it is 800x800
    {
        const QString file = freshFile();
        const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
        {
            Stage stage(file);
            stage.window.show();
            stage.window.setGeometry(screen.adjusted(100, 100, 500, 500));
            stage.window.close();
        }
        Stage again(file);
        again.window.show();
        QVERIFY(again.window.geometry().top() > screen.top()); // there is a title bar
        QVERIFY(again.window.geometry().bottom() < screen.bottom());
        QVERIFY(again.window.geometry().left() < screen.left() + 100); // it went as far as it had to
    }
    void firstFitsTheScreen()
    {
        Stage stage(freshFile());
        stage.window.show();
        const QSize screen = QGuiApplication::primaryScreen()->availableSize(); // 800x800 without a display
        QVERIFY(stage.window.height() < screen.height());
        QVERIFY(stage.window.width() < screen.width());
    }
    void damagedSettingsAreTold()
    {
        const QString file = freshFile();
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("no settings at all");
        out.close();
        Stage stage(file);
        QCOMPARE(stage.window.journal().rowCount(), 1);
        QVERIFY(stage.window.journal().entry(0).kind == ui::JournalKind::SettingsProblem);
    }
    void everyPageSaysWhatItExports()
    {
        Stage stage(freshFile());
        stage.window.show();
        stage.tick(0, 10);
        auto *pages = stage.window.findChild<app::Pages *>();
        for (int page = 0; page < app::Pages::Count; ++page) {
            stage.window.showPage(page);
            QMenu menu;
            pages->fillExportMenu(menu);
            QVERIFY2(!menu.isEmpty(), qPrintable(app::Pages::idOf(page)));
        }
    }
    void chartsAreKept()
    {
        const QString file = freshFile();
        {
            Stage stage(file);
            const net::MetricId id = stage.registry.addCopy({"api.hits", "", net::MetricKind::Counter});
            stage.store.addSeries(id, net::MetricKind::Counter);
            stage.window.show();
            stage.tick(0, 10);
            stage.window.findChild<ui::BoardsPane *>()->addChart({id});
            QVERIFY(!stage.settings.data().boards.isEmpty()); // at once, not only at the end
        }
        Stage again(file);
        again.window.show();
        again.tick(0, 10);
        const ui::BoardBook book = again.window.findChild<ui::BoardsPane *>()->book();
        QCOMPARE(book.boards.size(), std::size_t{1});
        QCOMPARE(book.boards.front().charts.size(), std::size_t{1});
        QCOMPARE(book.boards.front().charts.front().curves.front().metric.name, std::string("api.hits"));
    }
    void aPageTakesTheKeyboard()
    {
        Stage stage(freshFile());
        stage.window.show();
        QVERIFY(QTest::qWaitForWindowActive(&stage.window));
        for (int i = 1; i < app::Pages::Count; ++i) {
            QTest::keyClick(&stage.window, static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
            const QWidget *focus = QApplication::focusWidget();
            QVERIFY(focus != nullptr && stage.window.findChild<app::Pages *>()->isAncestorOf(focus));
        }
    }
    void theDemoIsMarked()
    {
        Stage stage(freshFile());
        stage.window.show();
        QSignalSpy wanted(&stage.window, &app::MainWindow::demoWanted);
        stage.action(QKeySequence(Qt::CTRL | Qt::Key_D))->trigger();
        QCOMPARE(wanted.takeFirst().front().toBool(), true);
        stage.window.setDemoRunning(true);
        stage.action(QKeySequence(Qt::CTRL | Qt::Key_D))->trigger();
        QCOMPARE(wanted.takeFirst().front().toBool(), false);
        QCOMPARE(stage.window.journal().rowCount(), 1);
    }

    void testCommands_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("command");
        QTest::addRow("IPv4") << u"127.0.0.1:8125"_s
                              << u"printf 'test.requests:1|c\\n' | nc -u -w1 127.0.0.1 8125"_s;
        QTest::addRow("IPv6") << u"[::1]:8125"_s << u"printf 'test.requests:1|c\\n' | nc -u -w1 ::1 8125"_s;
        QTest::addRow("unix") << u"/tmp/a'b.sock"_s
                              << u"printf 'test.requests:1|c\\n' | nc -u -U -w1 '/tmp/a'\\''b.sock'"_s;
        QTest::addRow("nothing") << u""_s << u""_s;
    }
    void testCommands()
    {
        QFETCH(QString, address);
        QFETCH(QString, command);
        QCOMPARE(app::testCommand(address), command);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
