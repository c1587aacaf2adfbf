// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/journal/journalexport.h"
#include "widgets/journal/journalfeed.h"
#include "widgets/journal/journalpane.h"
#include "widgets/models/issuemodel.h"
#include "widgets/models/journalmodel.h"
#include "widgets/models/journaltext.h"
#include "widgets/models/sourcemodel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCoreApplication>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
namespace net = metriscope::net;
using namespace metriscope::ui;

namespace
{

class FakeSource final : public net::Source
{
public:
    void start() override { become(State::Running, net::SourceError::None, {}); }
    void stop() override { become(State::Stopped, net::SourceError::None, {}); }
    void fail(net::SourceError error, const QString &detail) { become(State::Failed, error, detail); }
    [[nodiscard]] State state() const noexcept override { return m_state; }
    [[nodiscard]] net::SourceId sourceId() const noexcept override { return net::StatsdSource; }
    [[nodiscard]] QString address() const override { return u"127.0.0.1:8125"_s; }
    [[nodiscard]] net::BankSource *banks() noexcept override { return nullptr; }

private:
    void become(State state, net::SourceError error, const QString &detail)
    {
        m_state = state;
        Q_EMIT stateChanged(state, error, detail);
    }
    State m_state = State::Stopped;
};

[[nodiscard]] net::Tick tickAt(int second)
{
    net::Tick tick;
    tick.time = net::Time{std::chrono::seconds{1'700'000'000 + second}};
    tick.elapsed = net::Millis{1000};
    return tick;
}

[[nodiscard]] net::Tick withRejected(int second, std::uint64_t total, const char *line = "a:1,5|c")
{
    net::Tick tick = tickAt(second);
    tick.statsd.byIssue[static_cast<std::size_t>(net::LineIssue::BadNumber)] = total;
    tick.notes.push_back({{net::Verdict::Rejected, net::LineIssue::BadNumber, net::LineHint::DecimalComma, 3},
                          line,
                          "127.0.0.1:40112"});
    return tick;
}

[[nodiscard]] JournalEntry entryOf(JournalKind kind, std::int64_t when,
                                   Severity severity = Severity::Information)
{
    JournalEntry entry;
    entry.kind = kind;
    entry.severity = severity;
    entry.first = when;
    return entry;
}

} // namespace

class TestJournal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFloodOfBadLinesIsOneRow()
    {
        JournalModel journal;
        IssueModel issues;
        const QAbstractItemModelTester first(&journal), second(&issues);
        JournalFeed feed(journal, issues);
        for (int i = 0; i < 300; ++i)
            feed.apply(withRejected(i, std::uint64_t(i + 1) * 100'000));
        QCOMPARE(journal.rowCount(), 1);
        QCOMPARE(journal.entry(0).count, std::uint64_t{30'000'000});
        QCOMPARE(issues.rowCount(), 1);
        QCOMPARE(issues.index(0, IssueModel::CountColumn).data(IssueModel::SortRole).toULongLong(),
                 30'000'000ULL);
        QCOMPARE(issues.index(0, IssueModel::ExampleColumn).data().toString(), u"a:1,5|c"_s);
        QCOMPARE(issues.index(0, IssueModel::PeerColumn).data().toString(), u"127.0.0.1:40112"_s);
        QVERIFY(!issues.index(0, IssueModel::RemedyColumn).data().toString().isEmpty());
        // Later than a minute after the last one it is news again.
        feed.apply(withRejected(400, 30'000'001));
        QCOMPARE(journal.rowCount(), 2);
        QCOMPARE(journal.entry(1).count, std::uint64_t{1});
    }
    void aSteadyTrickleStartsANewRowNowAndThen()
    {
        JournalModel journal;
        IssueModel issues;
        JournalFeed feed(journal, issues);
        for (int i = 0; i <= 1200; i += 30)
            feed.apply(withRejected(i, std::uint64_t(i / 30 + 1)));
        QCOMPARE(journal.rowCount(), 2);
    }
    void quietTicksAreNoNews()
    {
        JournalModel journal;
        IssueModel issues;
        JournalFeed feed(journal, issues);
        for (int i = 0; i < 10; ++i)
            feed.apply(tickAt(i));
        QCOMPARE(journal.rowCount(), 0);
    }
    void countsThatBeginAgainAreNotNegative()
    {
        JournalModel journal;
        IssueModel issues;
        JournalFeed feed(journal, issues);
        feed.apply(withRejected(0, 50));
        feed.apply(withRejected(1, 2));
        QCOMPARE(journal.entry(0).count, std::uint64_t{52});
    }
    void aPolledSourceAnswersAndDoesNotListen()
    {
        JournalEntry entry = entryOf(JournalKind::PollState, 1);
        entry.raw = "http://127.0.0.1:9100/metrics";
        entry.code = static_cast<int>(net::Source::State::Running);
        QCOMPARE(journalText(entry), u"http://127.0.0.1:9100/metrics answers"_s);
        entry.code = static_cast<int>(net::Source::State::Stopped);
        QCOMPARE(journalText(entry), u"Stopped polling"_s);
        entry.kind = JournalKind::SourceState;
        QCOMPARE(journalText(entry), u"Stopped listening"_s);
        // why it failed is told in the same words by both
        entry.code = static_cast<int>(net::Source::State::Failed);
        entry.extra = static_cast<int>(net::SourceError::None) + 1;
        const QString failed = journalText(entry);
        entry.kind = JournalKind::PollState;
        QVERIFY(!failed.isEmpty());
        QCOMPARE(journalText(entry), failed);
    }
    void clockStepsAreTold()
    {
        JournalModel journal;
        IssueModel issues;
        JournalFeed feed(journal, issues);
        for (const int offset : {0, 100, -3'600'000}) {
            net::Tick tick = tickAt(1);
            tick.wallOffset = net::Millis{offset};
            feed.apply(tick);
        }
        QCOMPARE(journal.rowCount(), 1);
        QVERIFY(journal.entry(0).kind == JournalKind::ClockStep);
        QCOMPARE(journal.entry(0).code, std::int64_t{-3'600'100});
    }
    void limitsAreTold()
    {
        JournalModel journal;
        IssueModel issues;
        JournalFeed feed(journal, issues);
        net::Tick tick = tickAt(0);
        tick.statsd.kernelDrops = 5;
        tick.statsd.refusedSeries = 6;
        tick.statsd.refusedMembers = 7;
        tick.statsd.oversized = 8;
        tick.statsd.refusedConnections = 9;
        tick.self.store.evictedPoints = 10;
        tick.self.lateTicks = 2;
        tick.merged = 3;
        feed.apply(tick);
        QCOMPARE(journal.rowCount(), 8);
        for (int row = 0; row < journal.rowCount(); ++row)
            QVERIFY(!journal.index(row, JournalModel::TextColumn).data().toString().isEmpty());
        tick.merged = 0;
        feed.apply(tick);
        QCOMPARE(journal.rowCount(), 8);
    }
    void theRingIsBoundedAndCounts()
    {
        JournalModel journal(100);
        const QAbstractItemModelTester tester(&journal);
        for (int i = 0; i < 1000; ++i)
            journal.add(entryOf(JournalKind::DemoStarted, i));
        QCOMPARE(journal.rowCount(), 100);
        QCOMPARE(journal.evicted(), std::uint64_t{900});
        QCOMPARE(journal.entry(0).first, std::int64_t{900});
    }
    void aRowThatLeftTheRingIsNotJoined()
    {
        JournalModel journal(2);
        journal.add(entryOf(JournalKind::KernelDrops, 1));
        for (int i = 0; i < 3; ++i)
            journal.add(entryOf(JournalKind::DemoStarted, 2));
        journal.add(entryOf(JournalKind::KernelDrops, 3));
        QCOMPARE(journal.rowCount(), 2);
        QVERIFY(journal.entry(1).kind == JournalKind::KernelDrops);
        QCOMPARE(journal.entry(1).count, std::uint64_t{1});
    }
    void sortRoleIsRaw()
    {
        JournalModel journal;
        JournalEntry entry = entryOf(JournalKind::KernelDrops, 42, Severity::Error);
        entry.count = 1'234'567;
        journal.add(entry);
        const auto raw = [&](int column) { return journal.index(0, column).data(JournalModel::SortRole); };
        QCOMPARE(raw(JournalModel::TimeColumn), QVariant(qint64{42}));
        QCOMPARE(raw(JournalModel::CountColumn), QVariant(quint64{1'234'567}));
        QCOMPARE(raw(JournalModel::SeverityColumn), QVariant(2));
    }
    void everyKindHasWords()
    {
        for (int kind = 0; kind <= static_cast<int>(JournalKind::ExportFailed); ++kind) {
            JournalEntry entry = entryOf(static_cast<JournalKind>(kind), 1);
            entry.code = 1;
            entry.raw = "x";
            QVERIFY2(!journalText(entry).isEmpty(), qPrintable(QString::number(kind)));
        }
    }
    void hostileTextIsShownAsText()
    {
        JournalModel journal;
        IssueModel issues;
        JournalFeed feed(journal, issues);
        feed.apply(withRejected(0, 1, "<img src=x>\x1b[2J\xE2\x80\xAE"));
        const QString text = journal.index(0, JournalModel::TextColumn).data().toString();
        QVERIFY2(text.contains(u"<img src=x>\u241b[2J[U+202E]"_s), qPrintable(text));
        QVERIFY(
            !journal.index(0, JournalModel::TextColumn).data(Qt::ToolTipRole).toString().contains(u"<img"_s));
    }
    void filters()
    {
        JournalModel journal;
        IssueModel issues;
        JournalFilter filter;
        filter.setSourceModel(&journal);
        const QAbstractItemModelTester tester(&filter);
        journal.add(entryOf(JournalKind::DemoStarted, 1));
        journal.add(entryOf(JournalKind::KernelDrops, 2, Severity::Error));
        journal.add(entryOf(JournalKind::PointsEvicted, 3, Severity::Warning));
        QCOMPARE(filter.rowCount(), 3);
        filter.setLeastSeverity(Severity::Warning);
        QCOMPARE(filter.rowCount(), 2);
        filter.setText(u"BUFFER"_s);
        QCOMPARE(filter.rowCount(), 1);
        filter.setText(u"nothing of the kind"_s);
        QCOMPARE(filter.rowCount(), 0);
    }
    void theViewFollowsUntilTheReaderScrollsAway()
    {
        JournalModel journal;
        IssueModel issues;
        JournalPane pane(journal, issues);
        pane.resize(900, 400);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        auto *view = pane.findChild<QTableView *>();
        auto *follow = pane.findChild<QCheckBox *>();
        const auto fill = [&](int count) {
            for (int i = 0; i < count; ++i)
                journal.add(entryOf(JournalKind::DemoStarted, i));
            QCoreApplication::processEvents();
        };
        fill(200);
        QTRY_COMPARE(view->verticalScrollBar()->value(), view->verticalScrollBar()->maximum());
        view->verticalScrollBar()->setValue(10);
        QVERIFY(!follow->isChecked());
        fill(50);
        QCOMPARE(view->verticalScrollBar()->value(), 10);
        follow->setChecked(true);
        QCOMPARE(view->verticalScrollBar()->value(), view->verticalScrollBar()->maximum());
    }
    void copies()
    {
        JournalModel journal;
        IssueModel issues;
        JournalPane pane(journal, issues);
        journal.add(entryOf(JournalKind::DemoStarted, 1));
        journal.add(entryOf(JournalKind::DemoStopped, 2));
        auto *view = pane.findChild<QTableView *>();
        view->selectAll();
        for (QAction *action : pane.actions())
            if (action->shortcut() == QKeySequence::Copy)
                action->trigger();
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[1].contains(journalText(journal.entry(1))));
    }
    void exports()
    {
        QTemporaryDir folder;
        JournalModel journal;
        JournalEntry entry = entryOf(JournalKind::Event, 0, Severity::Warning);
        entry.raw = "=HYPERLINK(\"x\")";
        journal.add(entry);
        QString why;
        const QString csv = folder.filePath(u"j.csv"_s);
        QVERIFY2(exportJournal(journal, csv, why), qPrintable(why));
        QFile in(csv);
        QVERIFY(in.open(QIODevice::ReadOnly));
        QCOMPARE(in.readLine(), QByteArray("first,last,severity,source,count,text\r\n"));
        QCOMPARE(in.readLine(),
                 QByteArray("\"1970-01-01T00:00:00.000Z\",\"1970-01-01T00:00:00.000Z\",\"Warning\","
                            "\"\",\"1\",\"'=HYPERLINK(\"\"x\"\")\"\r\n"));
        QVERIFY(!exportJournal(journal, folder.filePath(u"missing/j.csv"_s), why));
        QVERIFY(!why.isEmpty());
    }
    void sourcesTellTheirState()
    {
        SourceModel model;
        const QAbstractItemModelTester tester(&model);
        auto source = std::make_unique<FakeSource>();
        model.addSource(*source);
        const auto text = [&] { return model.index(0).data().toString(); };
        QVERIFY2(text().contains(u"stopped"_s), qPrintable(text()));
        source->start();
        QVERIFY2(text().contains(u"running"_s) && text().contains(u"127.0.0.1:8125"_s), qPrintable(text()));
        source->fail(net::SourceError::AddressInUse, u"node (42)"_s);
        QVERIFY2(text().contains(u"failed"_s) && text().contains(u"node (42)"_s), qPrintable(text()));
        QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(u"failed"_s));
        source.reset();
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestJournal)
#include "tst_journal.moc"
