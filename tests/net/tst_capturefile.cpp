// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/capturereader.h"
#include "netlayer/capture/capturetime.h"
#include "netlayer/capture/capturewriter.h"
#include "netlayer/capture/filecapture.h"
#include "netlayer/capture/packetjudge.h"
#include "netlayer/capture/pcapngwriter.h"
#include "netlayer/capture/replaysource.h"
#include "netlayer/capture/verdictcomment.h"
#include "tests/net/frames.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace metriscope::net;
using namespace metriscope::net::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(CaptureProblem)

namespace
{

struct Order {
    bool big = false;
    void put(std::string &out, std::uint64_t value, int bytes) const
    {
        for (int i = 0; i < bytes; ++i)
            out += char(value >> 8U * unsigned(big ? bytes - 1 - i : i));
    }
};

std::string pcap(Order order, bool nanoseconds, LinkType link, const std::vector<std::string> &frames)
{
    std::string out;
    order.put(out, nanoseconds ? 0xA1B23C4D : 0xA1B2C3D4, 4);
    order.put(out, 2, 2);
    order.put(out, 4, 2);
    order.put(out, 0, 8);
    order.put(out, 262144, 4);
    order.put(out, std::uint64_t(link), 4);
    std::uint32_t second = 1'700'000'000;
    for (const std::string &frame : frames) {
        order.put(out, second++, 4);
        order.put(out, 123'456, 4);
        order.put(out, frame.size(), 4);
        order.put(out, frame.size() + 5, 4);
        out += frame;
    }
    return out;
}

std::string padded(std::string text)
{
    text.resize((text.size() + 3) / 4 * 4);
    return text;
}
std::string block(Order order, std::uint32_t type, const std::string &body)
{
    std::string out;
    order.put(out, type, 4);
    order.put(out, body.size() + 12, 4);
    out += body;
    order.put(out, body.size() + 12, 4);
    return out;
}
std::string option(Order order, unsigned code, const std::string &value)
{
    std::string out;
    order.put(out, code, 2);
    order.put(out, value.size(), 2);
    return out + padded(value);
}
std::string section(Order order, unsigned major = 1)
{
    std::string body;
    order.put(body, 0x1A2B3C4D, 4);
    order.put(body, major, 2);
    order.put(body, 0, 2);
    order.put(body, ~std::uint64_t{0}, 8);
    return block(order, 0x0A0D0D0A, body);
}
std::string interfaceBlock(Order order, LinkType link, const std::string &options = {},
                           std::uint32_t snap = 0)
{
    std::string body;
    order.put(body, std::uint64_t(link), 2);
    order.put(body, 0, 2);
    order.put(body, snap, 4);
    return block(order, 1, body + options);
}
std::string packetBlock(Order order, std::uint32_t interface, std::uint64_t stamp, const std::string &frame,
                        const std::string &options = {}, int captured = -1)
{
    std::string body;
    order.put(body, interface, 4);
    order.put(body, stamp >> 32U, 4);
    order.put(body, stamp, 4);
    order.put(body, captured >= 0 ? std::uint64_t(captured) : frame.size(), 4);
    order.put(body, frame.size(), 4);
    return block(order, 6, body + padded(frame) + options);
}

struct Read {
    QStringList packets; ///< "interface time original captured comment"
    CaptureProblem problem = CaptureProblem::None;
    std::size_t interfaces = 0;
    friend bool operator==(const Read &, const Read &) = default;
};

[[nodiscard]] QString commentsOf(const CapturedPacket &packet)
{
    QStringList comments;
    for (const std::string &comment : packet.comments)
        comments << QString::fromStdString(comment);
    return comments.join(u' ');
}

template <class Next>
Read readBy(std::string_view bytes, Next &&next)
{
    CaptureReader reader;
    Read read;
    while (!bytes.empty()) {
        const std::size_t size = std::clamp<std::size_t>(next(), 1, bytes.size());
        reader.feed({reinterpret_cast<const std::uint8_t *>(bytes.data()), size});
        while (const auto packet = reader.next())
            read.packets << u"%1 %2 %3 %4 %5"_s.arg(packet->packet.interface)
                                .arg(packet->packet.time)
                                .arg(packet->packet.originalLength)
                                .arg(packet->packet.bytes.size())
                                .arg(commentsOf(*packet))
                                .trimmed();
        bytes.remove_prefix(size);
    }
    reader.end();
    read.problem = reader.problem();
    read.interfaces = reader.interfaces().size();
    return read;
}
Read readAll(std::string_view bytes)
{
    return readBy(bytes, [&] { return bytes.size(); });
}

QString write(const QTemporaryDir &folder, const QString &name, std::string_view bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(bytes.data(), qsizetype(bytes.size()));
    return file.fileName();
}

QByteArray run(const QString &program, const QStringList &arguments, QByteArray &errors)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(30'000))
        return {};
    errors = process.readAllStandardError();
    errors.replace("Running as user \"root\" and group \"root\". This could be dangerous.\n", "");
    return process.readAllStandardOutput();
}

constexpr Order Little{false}, Big{true};

} // namespace

class TestCaptureFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("packets");
        QTest::addColumn<CaptureProblem>("problem");
        const auto row = [](const char *name, const std::string &bytes, const QStringList &packets,
                            CaptureProblem problem = CaptureProblem::None) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << packets << problem;
        };
        const QStringList micro{u"0 1700000000123456000 9 4"_s, u"0 1700000001123456000 5 0"_s};
        const QStringList nano{u"0 1700000000000123456 9 4"_s, u"0 1700000001000123456 5 0"_s};
        for (const Order order : {Little, Big}) {
            const char *const name = order.big ? "big" : "little";
            row(qPrintable(u"pcap, %1"_s.arg(QLatin1String(name))),
                pcap(order, false, LinkType::Ethernet, {"abcd", ""}), micro);
            row(qPrintable(u"pcap ns, %1"_s.arg(QLatin1String(name))),
                pcap(order, true, LinkType::Null, {"abcd", ""}), nano);
            std::string offset;
            order.put(offset, 100, 8);
            std::string simple;
            order.put(simple, 6, 4);
            std::string old;
            order.put(old, 1, 2);
            order.put(old, 0, 2);
            order.put(old, 0, 4);
            order.put(old, 7, 4);
            order.put(old, 2, 4);
            order.put(old, 9, 4);
            row(qPrintable(u"pcapng, %1"_s.arg(QLatin1String(name))),
                section(order) + interfaceBlock(order, LinkType::Ethernet, option(order, 2, "eth0"), 4) +
                    interfaceBlock(order, LinkType::CookedV2,
                                   option(order, 9, "\x09") + option(order, 14, offset)) +
                    packetBlock(order, 0, 5'000'000, "abc") +
                    packetBlock(order, 1, 5'000'000, "abcde", option(order, 1, "why")) +
                    block(order, 0xBAD, "unknown!") + block(order, 3, simple + "abcd") +
                    block(order, 2, old + padded("xy")) + packetBlock(order, 9, 1, "nobody's"),
                {u"0 5000000000 3 3"_s, u"1 100005000000 5 5 why"_s, u"0 100005000000 6 4"_s,
                 u"1 100000000007 9 2"_s});
        }
        row("two sections of either order",
            section(Little) + interfaceBlock(Little, LinkType::Raw) + packetBlock(Little, 0, 1, "a") +
                section(Big) + interfaceBlock(Big, LinkType::Raw, option(Big, 9, "\x83")) +
                packetBlock(Big, 0, 9, "bb"),
            {u"0 1000 1 1"_s, u"1 1125000000 2 2"_s});
        row("nothing", "", {}, CaptureProblem::NotACapture);
        row("text", "hello, world", {}, CaptureProblem::NotACapture);
        row("three bytes", "\xa1\xb2\xc3", {}, CaptureProblem::NotACapture);
        const std::string whole = pcap(Little, false, LinkType::Raw, {"abcd"});
        row("cut in the head", whole.substr(0, 20), {}, CaptureProblem::NotACapture);
        row("cut in a record's head", whole.substr(0, 30), {}, CaptureProblem::Cut);
        row("cut in a record", whole.substr(0, whole.size() - 1), {}, CaptureProblem::Cut);
        std::string lies = whole;
        lies[32] = lies[33] = lies[34] = lies[35] = '\xff';
        row("a record of 4 GiB", lies, {}, CaptureProblem::BadLength);
        lies = section(Little) + interfaceBlock(Little, LinkType::Raw);
        const std::string good = packetBlock(Little, 0, 1, "a");
        row("a block of 8 bytes", lies + std::string("\6\0\0\0\10\0\0\0", 8) + std::string(8, 0), {},
            CaptureProblem::BadLength);
        row("an odd block", lies + std::string("\6\0\0\0\41\0\0\0", 8) + std::string(40, 0), {},
            CaptureProblem::BadLength);
        row("lengths that differ", lies + good + good.substr(0, good.size() - 4) + std::string(4, '\1'),
            {u"0 1000 1 1"_s}, CaptureProblem::BadLength);
        row("more captured than is there", lies + packetBlock(Little, 0, 1, "abcd", {}, 5000), {},
            CaptureProblem::BadLength);
        row("an unknown block beyond the end",
            lies + std::string("\xad\x0b\0\0\0\0\0\x10", 8) + std::string(99, 0), {}, CaptureProblem::Cut);
        row("a later version", section(Little, 2), {}, CaptureProblem::BadVersion);
        row("a section without byte order", std::string("\n\r\r\n\34\0\0\0????", 12) + std::string(16, 0), {},
            CaptureProblem::BadLength);
        row("options that lie", lies + packetBlock(Little, 0, 1, "a", std::string("\1\0\xff\xff", 4)),
            {u"0 1000 1 1"_s});
    }
    void reads()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, packets);
        QFETCH(CaptureProblem, problem);
        const std::string_view view(bytes.constData(), std::size_t(bytes.size()));
        const Read once = readAll(view);
        QCOMPARE(once.packets, packets);
        QCOMPARE(captureProblemName(once.problem), captureProblemName(problem));
        std::mt19937 random(5);
        QVERIFY(readBy(view, [] { return 1U; }) == once);
        for (int i = 0; i < 20; ++i)
            QVERIFY(readBy(view, [&] { return std::size_t(random() % 60); }) == once);
    }

    void times_data()
    {
        QTest::addColumn<quint64>("stamp");
        QTest::addColumn<int>("resolution");
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<qint64>("nanoseconds");
        const quint64 most = ~quint64(0);
        QTest::newRow("microseconds")
            << quint64(1'700'000'000'123'456) << 6 << qint64(0) << qint64(1'700'000'000'123'456'000);
        QTest::newRow("nanoseconds") << quint64(1'700'000'000'123'456'789) << 9 << qint64(0)
                                     << qint64(1'700'000'000'123'456'789);
        QTest::newRow("picoseconds") << quint64(1'234'567'890'123) << 12 << qint64(0)
                                     << qint64(1'234'567'890);
        QTest::newRow("seconds") << quint64(17) << 0 << qint64(3) << qint64(20'000'000'000);
        QTest::newRow("10^-30") << quint64(17) << 30 << qint64(1) << qint64(1'000'000'000);
        QTest::newRow("half seconds") << quint64(3) << 0x81 << qint64(-1) << qint64(500'000'000);
        QTest::newRow("2^-32") << (quint64(5) << 32 | 0x80000000U) << 0xA0 << qint64(0)
                               << qint64(5'500'000'000);
        QTest::newRow("2^-127") << most << 0xFF << qint64(2) << qint64(2'000'000'000);
        QTest::newRow("far beyond") << most << 0 << std::numeric_limits<qint64>::max()
                                    << qint64(9'223'372'035'000'000'000);
        QTest::newRow("far before") << quint64(0) << 6 << std::numeric_limits<qint64>::min()
                                    << qint64(-9'223'372'035'000'000'000);
    }
    void times()
    {
        QFETCH(quint64, stamp);
        QFETCH(int, resolution);
        QFETCH(qint64, offset);
        QFETCH(qint64, nanoseconds);
        QCOMPARE(qint64(captureTime(stamp, std::uint8_t(resolution), offset)), nanoseconds);
    }

    /// A jumbo frame is cut, not refused; one that is beyond all bounds is passed over without being kept.
    void jumbo()
    {
        const std::string huge(3'000'000, 'x');
        for (const std::string &file :
             {section(Little) + interfaceBlock(Little, LinkType::Raw) + packetBlock(Little, 0, 1, huge) +
                  packetBlock(Little, 0, 2, "after"),
              pcap(Big, false, LinkType::Raw, {huge, "after"})}) {
            const Read read = readBy(file, [] { return 65'536U; });
            QCOMPARE(read.problem, CaptureProblem::None);
            QCOMPARE(read.packets.size(), 2);
            QVERIFY(read.packets[0].contains(u"262144"_s));
        }
    }

    void noise()
    {
        std::mt19937 random(3);
        const std::string seeds[] = {
            pcap(Little, true, LinkType::Raw, {"abcd", "", "efghij"}),
            section(Big) + interfaceBlock(Big, LinkType::Raw, option(Big, 2, "lo") + option(Big, 9, "\x09")) +
                packetBlock(Big, 0, 5, "abc", option(Big, 1, "x")) + packetBlock(Big, 0, 6, "abcdef")};
        for (int i = 0; i < 20'000; ++i) {
            std::string bytes = seeds[random() % 2];
            for (unsigned bends = unsigned(random() % 6); bends > 0; --bends)
                bytes[random() % bytes.size()] = char(random());
            bytes.resize(random() % (bytes.size() + 1));
            const Read once = readAll(bytes);
            QVERIFY(once == readBy(bytes, [] { return 7U; }));
        }
    }

    void statistics()
    {
        std::string out;
        PcapngWriter writer(out);
        writer.header("test");
        writer.interface({LinkType::Raw, 100, "lo", "udp"});
        writer.statistics(0, 5, {7, 1, 3, true});
        writer.statistics(0, 6, {9, 2, 4, true});
        CaptureReader reader;
        reader.feed({reinterpret_cast<const std::uint8_t *>(out.data()), out.size()});
        QVERIFY(!reader.next());
        reader.end();
        QCOMPARE(reader.problem(), CaptureProblem::None);
        QCOMPARE(reader.losses()[0].received, 9U);
        QCOMPARE(reader.losses()[0].interfaceDrops, 2U);
        QCOMPARE(reader.losses()[0].kernelDrops, 4U);
        QCOMPARE(reader.interfaces()[0].filter, std::string("udp"));
    }

    void files()
    {
        const QTemporaryDir folder;
        std::vector<std::string> frames;
        for (int i = 0; i < 50'000; ++i) {
            const Bytes frame = ipv4(udp("a" + std::to_string(i) + ":1|c"));
            frames.emplace_back(frame.begin(), frame.end());
        }
        const std::string bytes = pcap(Little, false, LinkType::Raw, frames);
        FileCapture capture;
        QSignalSpy finished(&capture, &FileCapture::finished);
        std::size_t taken = 0, accepted = 0;
        connect(&capture, &FileCapture::arrived, this, [&] {
            for (auto packets = capture.take(1000); !packets.empty(); packets = capture.take(1000)) {
                taken += packets.size();
                for (const JudgedPacket &packet : packets)
                    accepted += packet.facts.counts.items;
            }
        });
        capture.start(write(folder, u"a.pcap"_s, bytes));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished[0][0].value<CaptureError>(), CaptureError::None);
        QCOMPARE(taken, 50'000U);
        QCOMPARE(accepted, 50'000U);
        QCOMPARE(capture.read(), std::uint64_t(bytes.size()));
        finished.clear();
        capture.start(write(folder, u"b.pcap"_s, bytes.substr(0, 100)));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished[0][0].value<CaptureError>(), CaptureError::FileCut);
        finished.clear();
        capture.start(folder.filePath(u"none"_s));
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished[0][0].value<CaptureError>(), CaptureError::FileUnreadable);
        capture.start(u"/dev/zero"_s);
        QCOMPARE(finished.size(), 2);
        // one that nobody takes from is stopped without ado
        capture.start(folder.filePath(u"a.pcap"_s));
        capture.stop();
    }

    void replay_data()
    {
        QTest::addColumn<double>("speed");
        QTest::addColumn<QString>("dialect");
        QTest::addColumn<double>("count");
        QTest::newRow("at once") << 0.0 << u"dogstatsd"_s << 3.0;
        QTest::newRow("under statsite") << 0.0 << u"statsite"_s << 6.0;
        QTest::newRow("five times as fast") << 5.0 << u"dogstatsd"_s << 3.0;
    }
    void replay()
    {
        QFETCH(double, speed);
        QFETCH(QString, dialect);
        QFETCH(double, count);
        const auto frame = [](std::string_view text) {
            const Bytes bytes = ipv4(udp(text));
            return std::string(bytes.begin(), bytes.end());
        };
        const QTemporaryDir folder;
        ReplayConfig config;
        config.path = write(folder, u"a.pcap"_s,
                            pcap(Little, false, LinkType::Raw,
                                 {frame("a:1|c\na:1,5|c"), frame("a:1|c\na:2,5|c"), frame("a:1|c")}));
        config.speed = speed;
        config.dialect = dialect;
        ReplaySource source;
        source.configure(config);
        QSignalSpy finished(&source, &ReplaySource::finished);
        QElapsedTimer timer;
        timer.start();
        source.start();
        QCOMPARE(source.state(), Source::State::Running);
        double sum = 0;
        std::unique_ptr<Bank> bank;
        while (std::unique_ptr<Bank> full = source.flip(std::move(bank))) {
            for (const CounterCell &cell : full->counters)
                sum += cell.up;
            bank = std::move(full);
            bank->clear();
            if (source.counts().received == 3 && speed > 0)
                QVERIFY(timer.elapsed() >= 390); // two seconds of the capture
            QTest::qWait(5);
        }
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(sum, count);
        QCOMPARE(source.state(), Source::State::Stopped);
        QCOMPARE(source.counts().received, 3U);
        QCOMPARE(source.counts().items + source.counts().rejected, 5U);
        source.start(); // again, and stopped in the middle
        source.stop();
        QVERIFY(!source.flip(nullptr));
        QCOMPARE(finished.size(), 1);
        config.path = u"/nonexistent"_s;
        source.configure(config);
        source.start();
        QCOMPARE(source.state(), Source::State::Failed);
    }

    void recognisesItsComments_data()
    {
        QTest::addColumn<QByteArray>("comment");
        QTest::addColumn<bool>("ours");
        const auto row = [](const char *comment, bool ours) {
            QTest::addRow("%s", comment) << QByteArray(comment) << ours;
        };
        row("accepted 12", true);
        row("accepted 1\nrejected bad-number at 3: a:1,5|c", true);
        row("warning double-dot at 0: a..b:1|c", true);
        row("rejected bad-number at 3: a:1,5|c", true);
        row("", false);
        row("accepted", false);
        row("accepted by all", false);
        row("accepted 5 of 7", false);
        row("rejected by the firewall", false);
        row("rejected bad-number at noon: why?", false);
        row("warning: the switch was on fire", false);
        row("Accepted 1", false);
    }
    void recognisesItsComments()
    {
        QFETCH(QByteArray, comment);
        QFETCH(bool, ours);
        QCOMPARE(isVerdictComment(comment.toStdString()), ours);
    }

    /// C5: what we write comes back, and Wireshark's tools have nothing to complain about. The last one: the
    /// thread sanitizer wants no new threads after QProcess has forked.
    void roundTrip()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"saved.pcapng"_s);
        CaptureWriter writer;
        QCOMPARE(writer.open(path), QString());
        const Bytes frame = ethernet(vlan(ipv4(udp("a:1,5|c")), 5), 0x8100);
        Packet wire = packetOf(frame, LinkType::Ethernet, 1'700'000'000'123'456'789);
        wire.originalLength += 10;
        // with what others wrote, and with what we did when the dialect was another
        const std::vector<std::string> came{"seen twice, ask the network", "accepted 1",
                                            std::string(9000, 'x')};
        writer.add(wire, "eth0", savedComments("a:1,5|c", PayloadKind::Statsd, defaultDialect(), came));
        writer.add(
            packetOf(cookedV2(ipv6(udp("b:2|c")), 0x86DD), LinkType::CookedV2, 1'700'000'001'000'000'001),
            "any");
        Packet tap;
        tap.protocol = PacketProtocol::Http;
        tap.source.family = tap.destination.family = PacketAddress::Family::Inet;
        tap.source.bytes = {127, 0, 0, 1};
        tap.destination = tap.source;
        tap.destination.port = 1942;
        tap.time = 1'700'000'002'000'000'000;
        tap.bytes = raw("GET /register HTTP/1.1\r\nHost: a\r\n\r\n");
        writer.add(tap, {}, std::vector<std::string>{"accepted 1"});
        QCOMPARE(writer.finish(), QString());

        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        CaptureReader reader;
        reader.feed({reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t(bytes.size())});
        auto packet = reader.next();
        QVERIFY(packet);
        QCOMPARE(packet->packet.time, wire.time);
        QCOMPARE(packet->packet.bytes, wire.bytes);
        QCOMPARE(packet->packet.originalLength, wire.originalLength);
        QCOMPARE(packet->comments,
                 (std::vector<std::string>{"rejected bad-number at 3: a:1,5|c", came[0], came[2]}));
        QVERIFY(reader.next() && reader.next() && !reader.next());
        QCOMPARE(reader.interfaces().size(), 3U);
        QCOMPARE(reader.interfaces()[0].name, std::string("eth0"));
        QCOMPARE(reader.interfaces()[2].name, std::string("metriscope"));

        QByteArray errors;
        const QByteArray info = run(u"capinfos"_s, {u"-M"_s, path}, errors);
        if (info.isEmpty())
            QSKIP("Wireshark's tools are not installed");
        QCOMPARE(errors, QByteArray());
        QVERIFY2(info.contains("Number of packets:   3"), info.constData());
        QVERIFY2(info.contains("Number of interfaces in file: 3"), info.constData());
        // through tshark and back
        const QString copy = folder.filePath(u"copy.pcapng"_s);
        (void)run(u"tshark"_s, {u"-r"_s, path, u"-w"_s, copy}, errors);
        QCOMPARE(errors, QByteArray());
        QFile again(copy);
        QVERIFY(again.open(QIODevice::ReadOnly));
        const QByteArray copied = again.readAll();
        QCOMPARE(readAll({copied.constData(), std::size_t(copied.size())}).packets,
                 readAll({bytes.constData(), std::size_t(bytes.size())}).packets);
        const QByteArray fields =
            run(u"tshark"_s,
                {u"-r"_s, path, u"-o"_s, u"ip.check_checksum:TRUE"_s, u"-o"_s, u"tcp.check_checksum:TRUE"_s,
                 u"-Y"_s, u"tcp.port==1942"_s, u"-T"_s, u"fields"_s, u"-e"_s, u"frame.comment"_s, u"-e"_s,
                 u"frame.time_epoch"_s, u"-e"_s, u"http.request.uri"_s, u"-e"_s, u"tcp.checksum.status"_s},
                errors);
        QCOMPARE(fields, QByteArray("accepted 1\t1700000002.000000000\t/register\t1\n"));
    }
};

QTEST_GUILESS_MAIN(TestCaptureFile)
#include "tst_capturefile.moc"
