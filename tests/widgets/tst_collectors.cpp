// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/collectors/collectorspane.h"
#include "widgets/collectors/detailmodel.h"
#include "widgets/collectors/polldialog.h"
#include "widgets/common/emptypage.h"

#include "netlayer/engine/netthread.h"
#include "netlayer/istats/monitorclient.h"
#include "netlayer/statsd/receiver.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTcpServer>
#include <QTest>
#include <QToolButton>

using namespace metriscope;
using namespace Qt::StringLiterals;
using Column = ui::CollectorModel::Column;
using Origin = ui::CollectorModel::Origin;
using Verb = ui::CollectorRequest::Verb;
using State = net::Source::State;

namespace
{

net::ReceiverConfig anyPort()
{
    net::ReceiverConfig config;
    config.endpoints = {{net::Endpoint::Kind::Inet, "127.0.0.1", 0}};
    return config;
}

/// A port where nobody listens.
QString deadAddress()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return u"http://127.0.0.1:%1"_s.arg(server.serverPort());
}

/// A receiver, and a pystatsd that is not there.
struct Stage {
    net::NetThread thread;
    net::PollConfig config;
    net::Receiver receiver{anyPort()};
    ui::CollectorModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    std::unique_ptr<net::MonitorClient> client;

    Stage()
    {
        config.id = u"one"_s;
        config.kind = net::SourceKind::Istats;
        config.address = deadAddress();
        client = std::make_unique<net::MonitorClient>(config, 0, thread);
        model.addSource(receiver, Origin::BuiltIn);
    }
    void addClient(Origin origin = Origin::Kept) { model.addSource(*client, origin, config); }
    [[nodiscard]] QString text(int row, int column) const
    {
        return model.index(row, column).data().toString();
    }
};

QAction *actionOf(const ui::CollectorsPane &pane, const QKeySequence &key)
{
    for (QAction *action : pane.actions())
        if (action->shortcut() == key)
            return action;
    return nullptr;
}

} // namespace

class TestCollectors final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsStateAndErrorInWords()
    {
        Stage stage;
        stage.addClient();
        stage.receiver.start();
        stage.client->start();
        QTRY_COMPARE(stage.client->state(), State::Failed);
        QCOMPARE(stage.model.rowCount(), 2);
        QCOMPARE(stage.text(0, Column::KindColumn), u"statsd receiver"_s);
        QVERIFY(stage.text(0, Column::StateColumn).contains(u"running"_s));
        QVERIFY(stage.text(0, Column::LastPollColumn).isEmpty());
        QCOMPARE(stage.text(1, Column::AddressColumn), stage.config.address);
        QVERIFY(stage.text(1, Column::StateColumn).contains(u"failed"_s));
        QVERIFY(stage.text(1, Column::StateColumn).at(0) != stage.text(0, Column::StateColumn).at(0));
        QVERIFY(stage.text(1, Column::MessageColumn).contains(u"Nobody listens"_s));
        stage.model.refresh();
        QVERIFY(!stage.text(1, Column::LastPollColumn).isEmpty());
        QVERIFY(!stage.text(1, Column::LatencyColumn).isEmpty());
    }

    void aSourceThatEndsLeavesTheTable()
    {
        Stage stage;
        stage.addClient();
        ui::CollectorsPane pane(stage.model);
        pane.select(*stage.client);
        QVERIFY(pane.current() != nullptr && pane.current()->source == stage.client.get());
        stage.client.reset();
        QCOMPARE(stage.model.rowCount(), 1);
        QVERIFY(pane.current() == nullptr || pane.current()->source == &stage.receiver);
    }

    void hostileAddressIsShownHarmless()
    {
        Stage stage;
        stage.config.address = u"http://h/<b>\u202e"_s;
        stage.client = std::make_unique<net::MonitorClient>(stage.config, 1, stage.thread);
        stage.addClient();
        QVERIFY(!stage.text(1, Column::AddressColumn).contains(QChar(0x202e)));
    }

    void offersWhatTheRowAllows_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<Origin>("origin");
        QTest::addColumn<bool>("edit");
        QTest::addColumn<bool>("change");
        QTest::addRow("receiver") << 0 << Origin::Kept << true << false;
        QTest::addRow("kept") << 1 << Origin::Kept << true << true;
        QTest::addRow("command line") << 1 << Origin::CommandLine << false << false;
    }
    void offersWhatTheRowAllows()
    {
        QFETCH(int, row);
        QFETCH(Origin, origin);
        QFETCH(bool, edit);
        QFETCH(bool, change);
        Stage stage;
        stage.addClient(origin);
        ui::CollectorsPane pane(stage.model);
        pane.select(*stage.model.row(row).source);
        QCOMPARE(actionOf(pane, Qt::Key_F2)->isEnabled(), edit);
        QCOMPARE(actionOf(pane, Qt::Key_Delete)->isEnabled(), change);
        QCOMPARE(actionOf(pane, Qt::CTRL | Qt::Key_Return)->isEnabled(), change);
        QVERIFY(actionOf(pane, QKeySequence::New)->isEnabled());
    }

    void pollsNow()
    {
        Stage stage;
        stage.addClient();
        ui::CollectorsPane pane(stage.model);
        pane.select(*stage.client);
        QVERIFY(!actionOf(pane, Qt::Key_F5)->isEnabled()); // it does not run
        stage.client->start();
        QTRY_COMPARE(stage.client->state(), State::Failed);
        QVERIFY(actionOf(pane, Qt::Key_F5)->isEnabled());
        const auto before = stage.client->counts().polls;
        actionOf(pane, Qt::Key_F5)->trigger();
        QTRY_VERIFY(stage.client->counts().polls > before); // the interval is 10 s
    }

    void removesAndBringsBack()
    {
        Stage stage;
        stage.addClient();
        ui::CollectorsPane pane(stage.model);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        pane.select(*stage.client);
        std::vector<ui::CollectorRequest> asked;
        connect(&pane, &ui::CollectorsPane::requested, this,
                [&](const ui::CollectorRequest &request) { asked.push_back(request); });
        auto *table = pane.findChild<QTableView *>();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(asked.size(), std::size_t{1});
        QCOMPARE(asked[0].verb, Verb::Remove);
        QCOMPARE(asked[0].config, stage.config);
        QTest::keyClick(table, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(asked.size(), std::size_t{2});
        QCOMPARE(asked[1].verb, Verb::Restore);
        QCOMPARE(asked[1].config, stage.config);
        QTest::keyClick(table, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(asked.size(), std::size_t{3});
        QCOMPARE(asked[2].verb, Verb::Disable);
        stage.config.enabled = false;
        stage.model.setConfig(*stage.client, stage.config);
        QTest::keyClick(table, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(asked.back().verb, Verb::Enable);
        QCOMPARE(stage.text(1, Column::MessageColumn), u"Disabled: not polled."_s);
    }

    void addsByDialog()
    {
        Stage stage;
        ui::CollectorsPane pane(stage.model);
        pane.show();
        QSignalSpy asked(&pane, &ui::CollectorsPane::requested);
        pane.add(net::SourceKind::Istats);
        auto *dialog = pane.findChild<ui::PollDialog *>();
        QVERIFY(dialog != nullptr);
        auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(!ok->isEnabled()); // there is no address yet
        for (QLineEdit *line : dialog->findChildren<QLineEdit *>())
            if (line->placeholderText() == u"http://localhost:8135"_s)
                line->setText(u"http://localhost:8135"_s);
        QVERIFY(ok->isEnabled());
        ok->click();
        QCOMPARE(asked.size(), 1);
        const auto request = asked.first().first().value<ui::CollectorRequest>();
        QCOMPARE(request.verb, Verb::Add);
        QCOMPARE(request.config.address, u"http://localhost:8135"_s);
        QCOMPARE(request.config.kind, net::SourceKind::Istats);
    }

    void explainsEveryField()
    {
        Stage stage;
        stage.addClient();
        const auto details = ui::sourceDetails(stage.model.row(1));
        QVERIFY(details.size() > net::MonitorFieldCount);
        for (const ui::SourceDetail &detail : details)
            QVERIFY2(!detail.name.isEmpty() && !detail.value.isEmpty() && !detail.meaning.isEmpty(),
                     qPrintable(detail.name));
        ui::DetailModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDetails(details);
        QCOMPARE(model.rowCount(), static_cast<int>(details.size()));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setDetails(details);
        QVERIFY(changed.isEmpty()); // nothing moves that has no news
    }

    void anEmptyTableSaysWhatToDo()
    {
        Stage stage;
        ui::CollectorsPane pane(stage.model);
        pane.resize(800, 600);
        pane.show();
        auto *empty = pane.findChild<ui::EmptyPage *>();
        QVERIFY(empty->isVisible());
        QSignalSpy verify(&pane, &ui::CollectorsPane::verifyRequested);
        Q_EMIT empty->secondClicked();
        QCOMPARE(verify.size(), 1);
        stage.addClient();
        QVERIFY(!empty->isVisible());
    }
};

QTEST_MAIN(TestCollectors)
#include "tst_collectors.moc"
