// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wizard/addresspage.h"
#include "widgets/wizard/checkcard.h"
#include "widgets/wizard/checklistpage.h"
#include "widgets/wizard/checkreport.h"
#include "widgets/wizard/connectivitywizard.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTcpServer>
#include <QTest>
#include <QToolButton>
#include <QUdpSocket>

#include <algorithm>

using namespace metriscope;
using namespace Qt::StringLiterals;

namespace
{

/// A port of this machine that nobody listens on.
quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

template <typename Widget>
Widget *visibleChild(const QWidget &parent, const QString &accessibleName)
{
    for (Widget *each : parent.findChildren<Widget *>()) {
        const auto *interface = QAccessible::queryAccessibleInterface(each);
        if (each->isVisible() && interface && interface->text(QAccessible::Name) == accessibleName)
            return each;
    }
    return nullptr;
}

net::CheckEntry entryOf(net::CheckVerdict verdict, net::CheckReason reason, const QString &address)
{
    net::CheckEntry entry{net::CheckId::PortOwner, net::CheckEntry::State::Done, {}, {}};
    entry.result.verdict = verdict;
    entry.result.reason = reason;
    entry.result.evidence.address = address;
    entry.result.evidence.peer = u"nc (12)"_s;
    return entry;
}

} // namespace

class TestWizard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCardTellsItsVerdictToAll()
    {
        ui::CheckCard card(net::CheckId::PortOwner);
        card.resize(600, 200);
        card.show();
        auto *head = card.findChild<QToolButton *>();
        const auto name = [head] {
            return QAccessible::queryAccessibleInterface(head)->text(QAccessible::Name);
        };
        QVERIFY(name().endsWith(u": waiting"_s));
        card.setEntry(entryOf(net::CheckVerdict::Fail, net::CheckReason::TakenBy, u"127.0.0.1:8125"_s));
        QVERIFY(name().endsWith(u": fault"_s));
        QVERIFY(!card.isUnfolded());
        head->setFocus();
        QTest::keyClick(head, Qt::Key_Space);
        QVERIFY(card.isUnfolded());
        auto *copy = visibleChild<QPushButton>(card, u"Copy the remedy"_s);
        QVERIFY(copy != nullptr);
        copy->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"nc (12)"_s));
    }

    void aCardIsNoWiderThanItsList()
    {
        auto entry = entryOf(net::CheckVerdict::Warning, net::CheckReason::PrefixTrailingDot, {});
        entry.result.evidence.detail = QString(60, u'x') + u'.' + QString(200, u'y');
        entry.result.evidence.found = entry.result.evidence.detail;
        ui::CheckCard card(net::CheckId::Prefix);
        card.setEntry(entry);
        card.setUnfolded(true);
        card.resize(500, 100);
        card.show();
        QVERIFY(QTest::qWaitForWindowExposed(&card));
        QVERIFY2(card.minimumSizeHint().width() < 500, qPrintable(QString::number(card.width())));
    }

    void aWholeRunByKeyboard()
    {
        QUdpSocket ours; // what the console would listen on
        QVERIFY(ours.bind(QHostAddress::LocalHost));
        ui::WizardHost host;
        host.console.pid = QCoreApplication::applicationPid();
        host.detect = [] {
            return std::vector<net::DetectedAddress>{
                {net::AddressRole::Statsd, "127.0.0.1:9", "somebody (1)"}};
        };
        ui::ConnectivityWizard wizard(host);
        wizard.show();
        QVERIFY(QTest::qWaitForWindowExposed(&wizard));
        auto *statsd = visibleChild<QRadioButton>(wizard, u"statsd or DogStatsD"_s);
        QVERIFY(statsd != nullptr);
        statsd->setFocus();
        QTest::keyClick(statsd, Qt::Key_Space);
        QTest::keyClick(&wizard, Qt::Key_Return);
        QTRY_COMPARE(wizard.currentId(), int(ui::ConnectivityWizard::Addresses));

        auto *detect = visibleChild<QPushButton>(wizard, u"Detect"_s);
        QVERIFY(detect != nullptr);
        detect->click();
        const auto combos = wizard.findChildren<QComboBox *>();
        const auto found = std::ranges::find_if(combos, [](const QComboBox *each) {
            return each->isVisible() && each->accessibleName() == "statsd address"_L1;
        });
        QVERIFY(found != combos.end());
        QComboBox *address = *found;
        QCOMPARE(address->currentText(), u"127.0.0.1:9"_s);
        QPushButton *next = qobject_cast<QPushButton *>(wizard.button(QWizard::NextButton));
        address->setCurrentText(u"nonsense"_s);
        QVERIFY(!next->isEnabled());
        address->setCurrentText(u"127.0.0.1:%1"_s.arg(freePort()));
        QVERIFY(next->isEnabled());
        for (auto *wait : wizard.findChildren<QSpinBox *>())
            if (wait->isVisible())
                wait->setValue(0);
        next->click();
        QTRY_COMPARE(wizard.currentId(), int(ui::ConnectivityWizard::Checks));

        auto *list = wizard.findChild<ui::ChecklistPage *>();
        QTRY_VERIFY_WITH_TIMEOUT(list->isComplete(), 15'000);
        const auto cards = list->findChildren<ui::CheckCard *>();
        QCOMPARE(cards.size(), qsizetype(list->checks()->entries().size()));
        QVERIFY(!cards.empty());
        QVERIFY(std::ranges::all_of(cards, [](const ui::CheckCard *card) {
            return card->entry().state == net::CheckEntry::State::Done;
        }));
        QCOMPARE(list->checks()->counts().fail, 0);

        next->click();
        QTRY_COMPARE(wizard.currentId(), int(ui::ConnectivityWizard::Results));
        auto *files = wizard.findChild<QTabWidget *>();
        QVERIFY(files->count() > 1);
        const auto *text = qobject_cast<QPlainTextEdit *>(files->currentWidget());
        QVERIFY(text->toPlainText().contains(address->currentText()));
        visibleChild<QPushButton>(wizard, u"Copy these settings"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), text->toPlainText());
        QVERIFY(visibleChild<QPushButton>(wizard, u"Add to the console"_s) == nullptr); // it sends, we listen
    }

    /// Who owns the port is named; when he goes away, watching turns the list green.
    void watchingTurnsGreen()
    {
        auto owner = std::make_unique<QUdpSocket>();
        QVERIFY(owner->bind(QHostAddress::LocalHost));
        net::CheckContext context;
        context.kind = net::CheckKind::Statsd;
        context.statsd = {u"127.0.0.1:%1"_s.arg(owner->localPort())};
        context.console.pid = 1; // not we
        ui::ChecklistPage page;
        page.resize(700, 500);
        page.show();
        page.run(context);
        QTRY_VERIFY_WITH_TIMEOUT(page.isComplete(), 15'000);
        QVERIFY(page.checks()->counts().fail > 0);
        const auto cards = page.findChildren<ui::CheckCard *>();
        QVERIFY(std::ranges::any_of(cards, &ui::CheckCard::isUnfolded)); // the fault opens by itself
        auto *watch = visibleChild<QPushButton>(page, u"Keep watching"_s);
        watch->click();
        QVERIFY(watch->isChecked());
        owner.reset();
        QTRY_VERIFY_WITH_TIMEOUT(!watch->isChecked(), 20'000);
        QCOMPARE(page.checks()->counts().fail, 0);
    }

    void whatCanBePolledIsAdded()
    {
        ui::ConnectivityWizard wizard({});
        wizard.setKind(net::CheckKind::Istats);
        QSignalSpy added(&wizard, &ui::ConnectivityWizard::addRequested);
        wizard.show();
        QVERIFY(QTest::qWaitForWindowExposed(&wizard));
        wizard.next();
        const QString url = u"http://127.0.0.1:%1"_s.arg(freePort());
        auto *address = visibleChild<QLineEdit>(wizard, u"Address"_s);
        QVERIFY(address != nullptr);
        auto *page = qobject_cast<ui::AddressPage *>(wizard.currentPage());
        QVERIFY(page->isComplete()); // what is left empty is checked where it usually is
        QCOMPARE(page->pollConfig()->address, address->placeholderText());
        address->setText(u"nonsense"_s);
        QVERIFY(!page->isComplete());
        address->setText(url);
        wizard.next();
        QTRY_VERIFY_WITH_TIMEOUT(wizard.findChild<ui::ChecklistPage *>()->isComplete(), 15'000);
        wizard.next();
        auto *add = visibleChild<QPushButton>(wizard, u"Add to the console"_s);
        QVERIFY(add != nullptr);
        add->click();
        QCOMPARE(added.size(), 1);
        QCOMPARE(added[0][0].value<net::PollConfig>().address, url);
        QVERIFY(!add->isEnabled());
    }

    void reportsKeepSecrets()
    {
        const std::vector<net::CheckEntry> entries{
            entryOf(net::CheckVerdict::Fail, net::CheckReason::TakenBy, u"http://me:hush@127.0.0.1:1/*x*"_s)};
        const QString text = ui::reportText(net::CheckKind::M3, entries);
        const QString markdown = ui::reportMarkdown(net::CheckKind::M3, entries);
        const QByteArray json = ui::reportJson(net::CheckKind::M3, entries);
        for (const QString &each : {text, markdown, QString::fromUtf8(json)})
            QVERIFY2(!each.contains(u"hush"_s) && each.contains(u"nc"_s), qPrintable(each));
        QVERIFY(markdown.contains(u"\\*x\\*"_s)); // no markup from outside
        const QJsonObject object = QJsonDocument::fromJson(json).object();
        QCOMPARE(object[u"kind"_s].toString(), u"m3"_s);
        QCOMPARE(object[u"counts"_s].toObject()[u"fail"_s].toInt(), 1);
    }
};

QTEST_MAIN(TestWizard)
#include "tst_wizard.moc"
