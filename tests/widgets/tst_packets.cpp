// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/frames.h"
#include "tests/widgets/packetfixture.h"
#include "widgets/packets/capturebar.h"
#include "widgets/packets/filteredit.h"
#include "widgets/packets/followdialog.h"
#include "widgets/packets/hexview.h"
#include "widgets/packets/notestrip.h"
#include "widgets/packets/packetclipboard.h"
#include "widgets/packets/packetdetail.h"
#include "widgets/packets/packetmodel.h"
#include "widgets/packets/packetspane.h"
#include "widgets/packets/packettable.h"
#include "widgets/packets/searchbar.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStringListModel>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
namespace net = metriscope::net;
using namespace metriscope::ui;

namespace
{

[[nodiscard]] QString cell(const PacketModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

[[nodiscard]] QTreeWidgetItem *findRow(const PacketDetail &detail, const QString &name)
{
    return detail.tree()->findItems(name, Qt::MatchExactly | Qt::MatchRecursive, 0).value(0);
}

} // namespace

class TestPackets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<int>("port");
        QTest::addColumn<int>("protocol");
        QTest::addColumn<QString>("summary");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char *name, const QByteArray &payload, int port,
                            net::PacketProtocol protocol, const QString &summary, const QString &verdict) {
            QTest::addRow("%s", name) << payload << port << int(protocol) << summary << verdict;
        };
        using enum net::PacketProtocol;
        row("statsd", "a.b:3|c", 8125, Udp, u"a.b  3  counter"_s, u"✔ accepted"_s);
        row("two lines", "a:1|c\nb:2|g", 8125, Udp, u"a  1  counter   b  2  gauge"_s, u"✔ accepted"_s);
        row("many lines", "a:1|c\na:1|c\na:1|c\na:1|c\na:1|c", 8125, Udp,
            u"a  1  counter   a  1  counter   a  1  counter   2 more"_s, u"✔ accepted"_s);
        row("a delta", "a:+3|g", 8125, Udp, u"a  +3  gauge"_s, u"✔ accepted"_s);
        row("rejected", "a:1,5|c", 8125, Udp, u"a:1,5|c"_s, u"✖ rejected: the value is not a number"_s);
        row("the worst counts", "a:1|c\nb", 8125, Udp, u"a  1  counter   b"_s,
            u"✖ rejected: no colon between name and value"_s);
        row("hostile", "a\x1b[2J:1|c", 8125, Udp, u"a␛[2J  1  counter"_s, u"✔ accepted"_s);
        row("unknown", "hello", 9999, Udp, u"hello"_s, QString());
        row("a unix socket", "a:1|c", 0, UnixDatagram, u"a  1  counter"_s, u"✔ accepted"_s);
    }
    void rows()
    {
        QFETCH(QByteArray, payload);
        QFETCH(int, port);
        QFETCH(int, protocol);
        QFETCH(QString, summary);
        QFETCH(QString, verdict);
        PacketDesk desk;
        PacketModel model(desk);
        desk.add({tapped(payload, 0, static_cast<std::uint16_t>(port), net::PacketProtocol(protocol))});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(cell(model, 0, PacketModel::SummaryColumn), summary);
        QCOMPARE(cell(model, 0, PacketModel::VerdictColumn), verdict);
        QCOMPARE(cell(model, 0, PacketModel::LengthColumn), QString::number(payload.size()));
    }

    /// What passes several interfaces is one datagram: its copies say so, in letters and to a screen reader.
    void countsCopies()
    {
        PacketDesk desk;
        PacketModel model(desk);
        std::vector<net::Packet> packets;
        for (const std::uint32_t interface : {5U, 6U, 7U})
            packets.push_back(net::test::packetOf(
                net::test::cookedV2(net::test::ipv4(net::test::udp("a.b:3|c")), 0x0800, 0, interface),
                net::LinkType::CookedV2, Start + interface));
        desk.add(std::move(packets));
        QCOMPARE(model.rowCount(), 3);
        const QStringList said{u"a.b  3  counter"_s, u"×2   a.b:3|c"_s, u"×3   a.b:3|c"_s};
        for (int row = 0; row < 3; ++row) {
            QCOMPARE(cell(model, row, PacketModel::SummaryColumn), said[row]);
            const QModelIndex index = model.index(row, PacketModel::SummaryColumn);
            const QString spoken = index.data(Qt::AccessibleTextRole).toString();
            QCOMPARE(spoken.contains(u"seen %1 time"_s.arg(row + 1)), row > 0);
            QCOMPARE(index.data(Qt::ToolTipRole).toString().contains(u"several interfaces"_s), row > 0);
        }
    }

    void timeStyles()
    {
        PacketDesk desk;
        PacketModel model(desk);
        fill(desk);
        model.setTimeStyle(PacketModel::TimeStyle::SinceFirst);
        QCOMPARE(cell(model, 3, PacketModel::TimeColumn), u"3.000000"_s);
        model.setTimeStyle(PacketModel::TimeStyle::SinceLast);
        QCOMPARE(cell(model, 3, PacketModel::TimeColumn), u"1.000000"_s);
        QCOMPARE(cell(model, 0, PacketModel::TimeColumn), u"0.000000"_s);
        model.setTimeStyle(PacketModel::TimeStyle::Clock);
        QVERIFY(cell(model, 3, PacketModel::TimeColumn).endsWith(u":23.000000"_s));
    }

    void queries_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("match");
        QTest::addColumn<bool>("inverted");
        QTest::addColumn<int>("rows");
        QTest::addRow("all") << QString() << QString() << false << 10;
        QTest::addRow("verdict") << u"verdict = rejected"_s << QString() << false << 4;
        QTest::addRow("name") << u"name = requests.n4"_s << QString() << false << 1;
        QTest::addRow("match") << QString() << u"n[45]:"_s << false << 2;
        QTest::addRow("inverted") << QString() << u"n[45]:"_s << true << 8;
        QTest::addRow("both") << u"verdict = accepted"_s << u"n[45]:"_s << true << 4;
        QTest::addRow("none") << u"port = 1"_s << QString() << false << 0;
    }
    void queries()
    {
        QFETCH(QString, filter);
        QFETCH(QString, match);
        QFETCH(bool, inverted);
        QFETCH(int, rows);
        PacketDesk desk;
        PacketModel model(desk);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        fill(desk);
        PacketQuery query;
        query.filter = *net::PacketFilter::parse(filter.toStdString());
        query.match.setPattern(match);
        query.inverted = inverted;
        model.setQuery(query);
        QTRY_COMPARE(model.progress(), 1.0);
        QCOMPARE(model.rowCount(), rows);
        fill(desk); // what comes later is asked the same
        QTRY_COMPARE(model.progress(), 1.0);
        QCOMPARE(model.rowCount(), 2 * rows);
        query.from = Start + 2 * Second;
        query.to = Start + 4 * Second;
        model.setQuery(query);
        QTRY_COMPARE(model.progress(), 1.0);
        QVERIFY(model.rowCount() <= 4);
    }

    void theNewestAreFoundFirst()
    {
        PacketDesk desk;
        PacketModel model(desk);
        for (int i = 0; i < 5000; ++i)
            fill(desk);
        QTRY_COMPARE(desk.waiting(), 0U);
        PacketQuery query;
        query.match.setPattern(u"."_s);
        model.setQuery(query);
        QVERIFY(model.progress() < 1); // in pieces
        QTRY_VERIFY(model.rowCount() > 0);
        QCOMPARE(model.number(model.rowCount() - 1), desk.ring().end() - 1);
        QTRY_COMPARE_WITH_TIMEOUT(model.progress(), 1.0, 30'000);
        QCOMPARE(model.rowCount(), 50'000);
        for (int row = 1; row < model.rowCount(); ++row)
            QVERIFY(model.number(row - 1) < model.number(row));
    }

    void forgetsWithTheRing_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addRow("all") << QString();
        QTest::addRow("filtered") << u"verdict = accepted"_s;
    }
    void forgetsWithTheRing()
    {
        QFETCH(QString, filter);
        PacketDesk desk;
        desk.setLimits({.packets = 256, .bytes = std::size_t{16} << 20});
        PacketModel model(desk);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        PacketQuery query;
        query.filter = *net::PacketFilter::parse(filter.toStdString());
        model.setQuery(query);
        for (int i = 0; i < 100; ++i)
            fill(desk);
        QTRY_COMPARE(desk.waiting(), 0U);
        QTRY_COMPARE(model.progress(), 1.0);
        QVERIFY(desk.ring().evicted() > 700);
        QVERIFY(model.rowCount() > 100 && model.rowCount() <= 256);
        QCOMPARE(model.rowOf(model.number(5)), 5);
        QCOMPARE(model.rowOf(0), -1);
        desk.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void tapFeedsTheDesk()
    {
        net::Tap tap;
        PacketDesk desk;
        PacketModel model(desk);
        desk.setTapOn(true); // wanted before there is one
        QVERIFY(!desk.isTapOn());
        desk.setTap(&tap);
        QVERIFY(tap.isOn());
        tap.offer(net::PacketProtocol::Udp, loopback(1), loopback(8125), "a:1|c");
        QTRY_COMPARE(model.rowCount(), 1);
        tap.offer(net::PacketProtocol::Udp, loopback(1), loopback(8125), "b:1|c");
        desk.setTapOn(false);
        QVERIFY(!tap.isOn());
        QCOMPARE(model.rowCount(), 2);
        desk.setTap(nullptr);
    }

    void treeAndBytesLeadToEachOther()
    {
        PacketDesk desk;
        PacketsPane pane(desk);
        pane.resize(1200, 700);
        pane.show();
        desk.add({tapped("ok.total:1|c|#env:dev\nlogin:1,5|c\n")});
        pane.table().choose(0);
        const PacketDetail &detail = pane.detail();
        QCOMPARE(detail.hex()->bytes(), "ok.total:1|c|#env:dev\nlogin:1,5|c\n"_ba);
        QTreeWidgetItem *rejected = findRow(detail, u"✖ rejected"_s);
        QVERIFY(rejected != nullptr);
        detail.tree()->setCurrentItem(rejected);
        QCOMPARE(detail.hex()->marked(), (net::ByteRange{22, 11}));
        QVERIFY(!detail.currentItem() || detail.currentItem()->verdict == net::Verdict::Rejected);
        QCOMPARE(findRow(detail, u"Reason"_s)->text(1), u"the value is not a number"_s);
        detail.tree()->setCurrentItem(findRow(detail, u"Reason"_s));
        QCOMPARE(detail.hex()->marked().size, 1U);
        // a click on the hex of byte 4 of the first line
        const int width = detail.hex()->fontMetrics().horizontalAdvance(u'0');
        QTest::mouseClick(detail.hex()->viewport(), Qt::LeftButton, {},
                          QPoint(width * (1 + 10 + 4 * 3) + 2, 4));
        QCOMPARE(detail.hex()->marked(), (net::ByteRange{0, 21}));
        QCOMPARE(QString::fromStdString(detail.currentItem()->name), u"ok.total"_s);
        for (int i = 4; i < 22; ++i)
            QTest::keyClick(detail.hex(), Qt::Key_Right);
        QCOMPARE(detail.hex()->marked(), (net::ByteRange{22, 11}));
        QCOMPARE(detail.currentItem()->verdict, net::Verdict::Rejected);
    }

    void staysWithTheNewestUntilScrolled()
    {
        PacketDesk desk;
        desk.setLimits({.packets = 1280, .bytes = std::size_t{16} << 20});
        PacketsPane pane(desk);
        pane.resize(1200, 700);
        pane.show();
        for (int i = 0; i < 20; ++i)
            fill(desk);
        QScrollBar *bar = pane.table().verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
        QVERIFY(pane.table().isFollowing());
        bar->setValue(bar->maximum() / 2); // as the reader does
        QVERIFY(!pane.table().isFollowing());
        QVERIFY(pane.table().newestButton()->isVisible());
        const auto top = [&] { return pane.model().number(pane.table().rowAt(0)); };
        const std::uint64_t looked = top();
        fill(desk);
        QCoreApplication::processEvents();
        QCOMPARE(top(), looked);
        for (int i = 0; i < 112; ++i) // some of those above it go
            fill(desk);
        QTRY_COMPARE(desk.waiting(), 0U);
        QVERIFY(desk.ring().evicted() > 0);
        if (desk.ring().contains(looked))
            QCOMPARE(top(), looked);
        pane.table().newestButton()->click();
        QVERIFY(pane.table().isFollowing());
        QVERIFY(!pane.table().newestButton()->isVisible());
        fill(desk);
        QTRY_COMPARE(bar->value(), bar->maximum());
    }

    /// The scroll bar may end above where the reader is, between the going of some and the coming of others.
    void staysWhenTheOldestGo_data()
    {
        QTest::addColumn<int>("above"); ///< rows above the lowest position
        QTest::addRow("one row above the newest") << 1;
        QTest::addRow("a page above the newest") << 20;
        QTest::addRow("far above") << 700;
    }
    void staysWhenTheOldestGo()
    {
        QFETCH(int, above);
        PacketDesk desk;
        desk.setLimits({.packets = 1280, .bytes = std::size_t{16} << 20});
        PacketsPane pane(desk);
        pane.resize(1200, 700);
        pane.show();
        while (desk.ring().size() < 1270)
            fill(desk);
        QScrollBar *bar = pane.table().verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > above && bar->value() == bar->maximum());
        bar->setValue(bar->maximum() - above);
        const auto top = [&] { return pane.model().number(pane.table().rowAt(0)); };
        const std::uint64_t looked = top();
        int went = 0;
        for (int i = 0; i < 60; ++i) {
            const std::uint64_t before = desk.ring().evicted();
            fill(desk);
            QTRY_COMPARE(desk.waiting(), 0U);
            went += desk.ring().evicted() > before ? 1 : 0;
            QVERIFY(!pane.table().isFollowing());
            if (desk.ring().contains(looked))
                QCOMPARE(top(), looked);
        }
        QVERIFY(went >= 2);
        QCOMPARE(desk.ring().contains(looked), above < 700);
    }

    void showsPacketsOfAMetric()
    {
        PacketDesk desk;
        PacketsPane pane(desk);
        pane.show();
        fill(desk);
        desk.add({tapped("odd \"na*me\":1|c", 4)});
        pane.showPackets({u"requests.n4"_s, u"odd \"na*me\""_s}, Start + 4 * Second, Start + 5 * Second);
        QTRY_COMPARE(pane.model().rowCount(), 2);
        QTRY_COMPARE(pane.table().currentNumber(), std::optional<std::uint64_t>(4));
        QVERIFY(!pane.table().isFollowing());
        pane.showPackets({u"nothing"_s}, Start, Start + Second);
        QTRY_COMPARE(pane.model().rowCount(), 0);
        pane.search().clear();
        QTRY_COMPARE(pane.model().rowCount(), 11);
    }

    void asksForMetricAndChart()
    {
        PacketDesk desk;
        PacketsPane pane(desk);
        pane.show();
        fill(desk);
        QSignalSpy metric(&pane, &PacketsPane::metricRequested), chart(&pane, &PacketsPane::chartRequested);
        auto *showMetric = pane.findChild<QAction *>(u"showmetric"_s);
        auto *showChart = pane.findChild<QAction *>(u"showchart"_s);
        pane.table().choose(0); // a broken line speaks of no metric
        QVERIFY(!showMetric->isEnabled() && !showChart->isEnabled());
        pane.table().choose(4);
        showMetric->trigger();
        showChart->trigger();
        QCOMPARE(metric.count(), 1);
        QCOMPARE(chart.count(), 1);
        QCOMPARE(QString::fromStdString(chart[0][0].value<net::PayloadItem>().name), u"requests.n4"_s);
        QCOMPARE(chart[0][1].toLongLong(), (Start + 4 * Second) / 1'000'000);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("match");
        QTest::addColumn<QString>("says");
        QTest::addRow("a field") << u"colour = red"_s << QString() << u"There is no field “colour”."_s;
        QTest::addRow("a value") << u"port = http"_s << QString() << u"“http” is not a number."_s;
        QTest::addRow("an expression") << QString() << u"(a"_s << u"cannot be read at character"_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, filter);
        QFETCH(QString, match);
        QFETCH(QString, says);
        SearchBar bar;
        QSignalSpy changed(&bar, &SearchBar::queryChanged);
        bar.setMatch(match, false, false);
        bar.setFilter(filter);
        QVERIFY2(bar.problem().contains(says), qPrintable(bar.problem()));
        QCOMPARE(changed.count(), 0); // what was right stays
        bar.clear();
        QCOMPARE(bar.problem(), QString());
    }

    void completes()
    {
        FilterEdit edit;
        edit.show();
        QTest::keyClicks(&edit, u"ver"_s);
        QCOMPARE(edit.completions()->model()->rowCount(), 1);
        Q_EMIT edit.completions()->activated(u"verdict"_s);
        QCOMPARE(edit.text(), u"verdict "_s);
        QTest::keyClicks(&edit, u"= re"_s);
        Q_EMIT edit.completions()->activated(u"rejected"_s);
        QCOMPARE(edit.text(), u"verdict = rejected "_s);
    }

    void copies()
    {
        PacketDesk desk;
        desk.add({tapped("it's:1|c"), tapped("a\n", 1, 2003, net::PacketProtocol::Tcp),
                  tapped("a:1|c", 0, 0, net::PacketProtocol::UnixDatagram)});
        const net::PacketRing &ring = desk.ring();
        QCOMPARE(sendAgainCommand(ring.at(0)), u"printf '%s' 'it'\\''s:1|c' | nc -u -w1 127.0.0.1 8125"_s);
        QCOMPARE(sendAgainCommand(ring.at(1)), u"printf '%s' $'a\\x0a' | nc -w1 127.0.0.1 2003"_s);
        QCOMPARE(sendAgainCommand(ring.at(2)), QString());
        QCOMPARE(packetHex(ring.at(0)),
                 u"00000000  69 74 27 73 3a 31 7c 63                           |it's:1|c|\n"_s);
        PacketsPane pane(desk);
        pane.show();
        pane.table().selectAll();
        for (QAction *action : pane.actions())
            if (action->shortcut() == QKeySequence::Copy)
                action->trigger();
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0].split(u'\t').size(), int(PacketModel::ColumnCount));
    }

    void followsConversation()
    {
        PacketDesk desk;
        net::Packet answer = tapped("answer\n", 1, 8125, net::PacketProtocol::Tcp);
        std::swap(answer.source, answer.destination);
        desk.add({tapped("a:1|c\n", 0, 8125, net::PacketProtocol::Tcp), answer,
                  tapped("other:1|c\n", 1, 8126, net::PacketProtocol::Tcp),
                  tapped("b:1|c\n", 2, 8125, net::PacketProtocol::Tcp)});
        FollowDialog dialog(desk, 3);
        QTRY_VERIFY(dialog.isComplete());
        QCOMPARE(dialog.text(), u"a:1|c\nanswer\nb:1|c\n"_s);
        dialog.findChild<QComboBox *>()->setCurrentIndex(2);
        QTRY_VERIFY(dialog.isComplete());
        QCOMPARE(dialog.text(), u"answer\n"_s);
    }

    /// A conversation that is longer than what is shown, and one whose middle is missing.
    void followsLongConversations()
    {
        PacketDesk desk;
        std::vector<net::Packet> packets;
        const std::string line(999, 'x');
        for (std::uint32_t i = 0; i < 3000; ++i)
            packets.push_back(net::test::packetOf(
                net::test::ipv4(net::test::tcp(line + '\n', 1 + i * 1000 + (i < 5 ? 0 : 42)),
                                {.protocol = net::test::TcpProtocol}),
                net::LinkType::Raw, Start + i));
        desk.add(std::move(packets));
        QTRY_COMPARE(desk.waiting(), 0U);
        FollowDialog dialog(desk, 7);
        QTRY_VERIFY(dialog.isComplete());
        const QStringList lines = dialog.text().split(u'\n');
        QCOMPARE(lines[4], QString::fromStdString(line));
        QVERIFY2(lines[5].startsWith(u"[42 byte"_s), qPrintable(lines[5]));
        QCOMPARE(lines[6], QString::fromStdString(line));
        QVERIFY(dialog.text().size() <= qsizetype(net::Conversation::MaxBytes) + 100);
        QVERIFY(dialog.findChild<QLabel *>()->text().contains(u"beginning"_s));
    }

    void saysWhyItCannotCapture()
    {
        PacketDesk desk;
        PacketsPane pane(desk);
        pane.show();
        desk.startCapture(u"nosuch0"_s, {});
        QTRY_COMPARE(desk.captureState(), net::WireCapture::State::Failed);
        QVERIFY(!pane.note().text().isEmpty());
        QCoreApplication::postEvent(&pane, new QEvent(QEvent::LanguageChange));
        QCoreApplication::processEvents();
        QVERIFY(!pane.note().text().isEmpty());
        pane.note().dismiss();
        pane.captureBar().setFilter(u"udp dst prot 8125"_s);
        QTRY_VERIFY(!pane.note().text().isEmpty());
        pane.captureBar().setFilter(u"udp dst port 8125"_s);
        QTRY_VERIFY(pane.note().text().isEmpty());
    }

    void remembersItsState()
    {
        const PacketsState state{true, u"lo"_s, u"tcp dst port 2003"_s, 2};
        QCOMPARE(packetsStateFromJson(packetsStateToJson(state)), state);
        QCOMPARE(packetsStateFromJson("nonsense"), PacketsState());
        QCOMPARE(packetsStateFromJson(R"({"timeStyle":17,"interface":"","tap":"yes"})"), PacketsState());
    }
};

QTEST_MAIN(TestPackets)
#include "tst_packets.moc"
