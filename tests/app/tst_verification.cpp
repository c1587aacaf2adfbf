// SPDX-License-Identifier: GPL-3.0-or-later
// The ways to the connectivity wizard, and the way through it without a mouse.
#include "tests/app/stage.h"

#include "app/noticebar.h"
#include "app/pages.h"

#include "netlayer/checks/checkrun.h"
#include "netlayer/statsd/receiver.h"

#include "widgets/wizard/checklistpage.h"
#include "widgets/wizard/connectivitywizard.h"

#include <QAbstractButton>
#include <QApplication>
#include <QButtonGroup>
#include <QListView>
#include <QMenu>
#include <QSet>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

using namespace Qt::StringLiterals;
namespace app = metriscope::app;
namespace net = metriscope::net;
namespace ui = metriscope::ui;

namespace
{

using Asked = std::vector<std::optional<net::CheckKind>>;

void noteWhatIsAsked(Stage &stage, Asked &asked)
{
    QObject::connect(&stage.window, &app::MainWindow::verifyWanted, &stage.window,
                     [&asked](std::optional<net::CheckKind> kind) { asked.push_back(kind); });
}

[[nodiscard]] QAbstractButton *visibleButton(const QWidget &root, const QString &part)
{
    for (auto *button : root.findChildren<QAbstractButton *>())
        if (button->isVisible() && button->text().contains(part))
            return button;
    return nullptr;
}

/// Everything that Tab reaches, once around.
[[nodiscard]] QSet<const QWidget *> reachedByTab(QWidget &window)
{
    QSet<const QWidget *> reached;
    for (int i = 0; i < 100; ++i) {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : &window, Qt::Key_Tab);
        reached.insert(QApplication::focusWidget());
    }
    return reached;
}

/// What wants the keyboard and did not get it. Of radio buttons one stands for all.
[[nodiscard]] QStringList missedByTab(QWidget &window)
{
    const auto reached = reachedByTab(window);
    QStringList missed;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0 &&
            widget->focusProxy() == nullptr && !(button != nullptr && button->group() != nullptr) &&
            !reached.contains(widget))
            missed << QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                          widget->accessibleName();
    }
    return missed;
}

} // namespace

class TestVerification final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_next = 0;
    [[nodiscard]] QString freshFile() { return m_folder.filePath(u"%1.ini"_s.arg(++m_next)); }

private Q_SLOTS:
    void emptyPagesLeadToIt_data()
    {
        QTest::addColumn<int>("page");
        using app::Pages;
        for (const int page : {Pages::Overview, Pages::Metrics, Pages::Charts, Pages::Packets,
                               Pages::Collectors, Pages::Contexts})
            QTest::addRow("%s", qPrintable(Pages::idOf(page))) << page;
    }
    void emptyPagesLeadToIt()
    {
        QFETCH(int, page);
        Stage stage(freshFile());
        Asked asked;
        noteWhatIsAsked(stage, asked);
        stage.window.show();
        stage.window.showPage(page);
        QWidget *shown = stage.window.findChild<app::Pages *>()->currentWidget();
        QTRY_VERIFY(visibleButton(*shown, u"Verify"_s) != nullptr);
        visibleButton(*shown, u"Verify"_s)->click();
        QCOMPARE(asked.size(), std::size_t{1});
    }
    void troubledSourcesLeadToIt()
    {
        QUdpSocket owner;
        QVERIFY(owner.bind(QHostAddress::LocalHost));
        net::ReceiverConfig config;
        config.endpoints = {{net::Endpoint::Kind::Inet, "127.0.0.1", owner.localPort()}};
        config.tcp = false;
        net::Receiver receiver(config);
        Stage stage(freshFile());
        Asked asked;
        noteWhatIsAsked(stage, asked);
        stage.window.show();
        stage.window.addSource(receiver);
        receiver.start();
        QTRY_COMPARE(receiver.state(), net::Source::State::Failed);
        auto *bar = stage.window.findChild<app::NoticeBar *>();
        QTRY_VERIFY(visibleButton(*bar, u"Verify"_s) != nullptr);
        visibleButton(*bar, u"Verify"_s)->click();
        QCOMPARE(asked, (Asked{net::CheckKind::Statsd}));

        for (auto *view : stage.window.findChildren<QListView *>()) {
            if (view->accessibleName() != u"Sources"_s)
                continue;
            for (int row = 0; row < view->model()->rowCount(); ++row) {
                Q_EMIT view->customContextMenuRequested(
                    view->visualRect(view->model()->index(row, 0)).center());
                auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
                QVERIFY(menu != nullptr);
                menu->actions().front()->trigger();
                menu->close();
            }
        }
        QCOMPARE(asked.size(), std::size_t{3});
        QVERIFY(std::ranges::find(asked, std::optional(net::CheckKind::M3)) != asked.end());

        owner.close(); // which mends it, and takes back what was said
        receiver.start();
        QTRY_COMPARE(receiver.state(), net::Source::State::Running);
        QTRY_VERIFY(!bar->isVisible());
    }
    void theStatusBarLeadsToIt()
    {
        Stage stage(freshFile());
        Asked asked;
        noteWhatIsAsked(stage, asked);
        stage.window.show();
        visibleButton(*stage.window.statusBar(), u"Verify"_s)->click();
        QCOMPARE(asked, (Asked{std::nullopt}));
    }

    void keysAreEnough_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("kind");
        for (const auto &language : {u"en"_s, u"ru"_s})
            for (int kind = 0; kind < net::CheckKindCount; ++kind)
                QTest::addRow("%s %d", qPrintable(language), kind) << language << kind;
    }
    void keysAreEnough()
    {
        QFETCH(QString, language);
        QFETCH(int, kind);
        app::LanguageSwitcher languages;
        languages.setLanguage(language);
        ui::ConnectivityWizard wizard({});
        wizard.setKind(net::CheckKind::M3);
        wizard.show();
        QVERIFY(QTest::qWaitForWindowActive(&wizard));
        const auto key = [&wizard](Qt::Key which) {
            QWidget *focus = QApplication::focusWidget();
            QTest::keyClick(focus != nullptr ? focus : &wizard, which);
        };
        const auto tabTo = [&key](auto &&found) {
            for (int i = 0; i < 100 && !found(QApplication::focusWidget()); ++i)
                key(Qt::Key_Tab);
            return found(QApplication::focusWidget());
        };
        const auto nextByKey = [&] {
            const QAbstractButton *next = wizard.button(QWizard::NextButton);
            if (!tabTo([next](const QWidget *widget) { return widget == next; }))
                return false;
            key(Qt::Key_Space);
            return true;
        };
        QVERIFY(tabTo([](const QWidget *widget) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            return button != nullptr && button->group() != nullptr;
        }));
        for (int i = 0; i < kind; ++i)
            key(Qt::Key_Down);
        QStringList missed = missedByTab(wizard);
        QVERIFY(nextByKey());
        QCOMPARE(wizard.currentId(), int(ui::ConnectivityWizard::Addresses));
        missed << missedByTab(wizard);
        QVERIFY(nextByKey());
        QCOMPARE(wizard.currentId(), int(ui::ConnectivityWizard::Checks));
        auto *list = wizard.findChild<ui::ChecklistPage *>();
        QCOMPARE(int(list->checks()->context().kind), kind);
        list->stop(); // what they find is not what is looked at here
        QTRY_VERIFY(list->isComplete());
        missed << missedByTab(wizard);
        QVERIFY(nextByKey());
        QCOMPARE(wizard.currentId(), int(ui::ConnectivityWizard::Results));
        missed << missedByTab(wizard);
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
        const QAbstractButton *finish = wizard.button(QWizard::FinishButton);
        QVERIFY(tabTo([finish](const QWidget *widget) { return widget == finish; }));
        key(Qt::Key_Space);
        QVERIFY(!wizard.isVisible());
        languages.setLanguage(u"en"_s);
    }
};

QTEST_MAIN(TestVerification)
#include "tst_verification.moc"
