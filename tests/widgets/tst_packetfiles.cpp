// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/packetfixture.h"
#include "widgets/packets/notestrip.h"
#include "widgets/packets/packetdetail.h"
#include "widgets/packets/packetmodel.h"
#include "widgets/packets/packetsave.h"
#include "widgets/packets/packetspane.h"
#include "widgets/packets/packettable.h"

#include <QCoreApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>
#include <QUrl>

using namespace Qt::StringLiterals;
namespace net = metriscope::net;
using namespace metriscope::ui;

namespace
{

[[nodiscard]] QList<QTreeWidgetItem *> commentsOf(const PacketDetail &detail)
{
    return detail.tree()->findItems(u"Comment"_s, Qt::MatchExactly | Qt::MatchRecursive);
}

} // namespace

/// Captures that are saved and opened.
class TestPacketFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesAndOpens()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"some.pcapng"_s);
        PacketDesk desk;
        fill(desk);
        desk.add({tapped("tcp.a:1|c\n", 11, 8125, net::PacketProtocol::Tcp)});
        PacketSave save(desk);
        QSignalSpy done(&save, &PacketSave::finished);
        save.start(allNumbers(desk), path);
        QTRY_COMPARE(done.count(), 1);
        QCOMPARE(done[0], (QVariantList{path, QString(), quint64{0}}));
        save.start(allNumbers(desk), folder.filePath(u"no/such/folder"_s));
        QCOMPARE(done.count(), 2);
        QVERIFY(!done[1][1].toString().isEmpty() && !save.isRunning());

        PacketDesk other;
        PacketModel model(other);
        QSignalSpy read(&other, &PacketDesk::fileRead);
        other.openFile(path);
        QTRY_COMPARE(model.rowCount(), 11);
        QTRY_COMPARE(read.count(), 1);
        QCOMPARE(read[0][0].value<net::CaptureError>(), net::CaptureError::None);
        for (int row = 0; row < 11; ++row) {
            const net::PacketRecord record = model.record(model.number(row));
            QCOMPARE(record.time, desk.ring().at(static_cast<std::uint64_t>(row)).time);
            QCOMPARE(record.text(), desk.ring().at(static_cast<std::uint64_t>(row)).text());
            QCOMPARE(record.verdict(), desk.ring().at(static_cast<std::uint64_t>(row)).verdict());
            QCOMPARE(record.destination.text(), "127.0.0.1:8125");
        }
        QCOMPARE(model.index(1, PacketModel::InterfaceColumn).data().toString(), u"metriscope"_s);
        other.openFile(folder.filePath(u"missing"_s));
        QTRY_COMPARE(read.count(), 2);
        QCOMPARE(read[1][0].value<net::CaptureError>(), net::CaptureError::FileUnreadable);
        QCOMPARE(model.rowCount(), 0);
    }

    /// What somebody wrote about a packet is shown, and stays with it when it is saved again.
    void keepsComments()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"commented.pcapng"_s),
                      again = folder.filePath(u"again.pcapng"_s);
        const std::vector<std::string> comments{"the one that was lost\n<b>twice</b>", "ask the network"};
        net::CaptureWriter writer;
        QCOMPARE(writer.open(path), QString());
        writer.add(tapped("broken"), {}, comments);
        writer.add(tapped("a:1|c", 1), {});
        QCOMPARE(writer.finish(), QString());

        PacketDesk desk;
        PacketsPane pane(desk);
        pane.show();
        for (const QString &file : {path, again}) {
            pane.openFile(file);
            QTRY_COMPARE(pane.model().rowCount(), 2);
            pane.table().choose(1);
            QVERIFY(commentsOf(pane.detail()).isEmpty());
            pane.table().choose(0);
            const auto rows = commentsOf(pane.detail());
            QCOMPARE(rows.size(), 2);
            QCOMPARE(rows[0]->text(1), u"the one that was lost␊<b>twice</b>"_s);
            QCOMPARE(rows[1]->text(1), u"ask the network"_s);
            QVERIFY(rows[0]->parent()->isExpanded());
            QSignalSpy exported(&pane, &PacketsPane::exported);
            pane.save().start(allNumbers(desk), again);
            QTRY_COMPARE(exported.count(), 1);
        }
    }

    /// A file is opened when it is dropped onto the page; nothing else is taken.
    void opensWhatIsDropped()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"dropped.pcapng"_s);
        net::CaptureWriter writer;
        QCOMPARE(writer.open(path), QString());
        writer.add(tapped("a:1|c"), {});
        QCOMPARE(writer.finish(), QString());
        PacketDesk desk;
        PacketsPane pane(desk);
        pane.show();
        const auto enters = [&pane](const QMimeData &data) {
            QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            enter.ignore();
            QApplication::sendEvent(&pane, &enter);
            return enter.isAccepted();
        };
        QMimeData words, page, file;
        words.setText(u"hello"_s);
        page.setUrls({QUrl(u"http://example.org/a.pcapng"_s)});
        file.setUrls({QUrl::fromLocalFile(path)});
        QVERIFY(!enters(words) && !enters(page));
        QVERIFY(enters(file));
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&pane, &drop);
        QTRY_COMPARE(pane.model().rowCount(), 1);
        QCOMPARE(desk.file(), path);
    }

    void savesPieceByPiece()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"many.pcapng"_s);
        PacketDesk desk;
        desk.setLimits({.packets = 1'000'000, .bytes = std::size_t{512} << 20});
        PacketsPane pane(desk);
        pane.show();
        const std::vector<net::Packet> some(10'000, tapped("requests.total:1|c"));
        while (desk.ring().end() < 200'000) {
            desk.add(some);
            QCoreApplication::processEvents();
        }
        QSignalSpy exported(&pane, &PacketsPane::exported);
        pane.save().start(allNumbers(desk), path);
        QVERIFY(pane.stopSavingButton()->isVisible());
        QTRY_VERIFY(pane.save().percent() > 0);
        QVERIFY(pane.save().isRunning() && pane.save().percent() < 100); // it took more than one piece
        pane.stopSavingButton()->click();
        QVERIFY(!pane.save().isRunning() && !pane.stopSavingButton()->isVisible());
        QTRY_COMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList());
        pane.save().start(allNumbers(desk), path);
        QTRY_VERIFY(pane.save().percent() > 0);
        desk.clear(); // what is gone is said, what was written stays
        QTRY_COMPARE(exported.count(), 1);
        QVERIFY(QFileInfo(path).size() > 1000);
        QVERIFY2(pane.note().text().contains(u"had gone"_s), qPrintable(pane.note().text()));
    }
};

QTEST_MAIN(TestPacketFiles)
#include "tst_packetfiles.moc"
