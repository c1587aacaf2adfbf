// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/statsd/receiver.h"

#include "tests/net/testsocket.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <map>
#include <string>

using namespace metriscope::net;
using namespace Qt::StringLiterals;

namespace
{

ReceiverConfig anyPort()
{
    ReceiverConfig config;
    config.endpoints = {{Endpoint::Kind::Inet, "127.0.0.1", 0}};
    return config;
}

std::uint16_t port(const Receiver &receiver)
{
    return receiver.endpoints().front().port;
}

/// Flips until enough has arrived and adds everything up, as the fold does.
class Gathered final
{
public:
    explicit Gathered(Receiver &receiver) : m_receiver(receiver) {}

    bool until(const std::function<bool()> &enough)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 20'000) {
            if (!flip())
                return false;
            if (enough())
                return true;
            QTest::qWait(1);
        }
        return enough();
    }
    bool lines(std::uint64_t count)
    {
        return until([this, count] { return counts.lines >= count; }) && counts.lines == count;
    }
    bool flip()
    {
        std::unique_ptr<Bank> bank = m_receiver.flip(std::move(m_empty));
        if (!bank)
            return false;
        for (const NewName &name : bank->newNames)
            names.push_back(std::string(name.name) + (name.tags.empty() ? "" : "#") + std::string(name.tags));
        for (const CounterCell &cell : bank->counters)
            counters[names.at(cell.metric)] += cell.up - cell.down;
        for (const LineNote &note : bank->notes)
            notes.push_back(note);
        for (const Annotation &annotation : bank->annotations)
            annotations.push_back(annotation);
        counts = bank->counts;
        dropsOfBanks += bank->kernelDrops;
        bank->clear();
        m_empty = std::move(bank);
        return true;
    }

    std::vector<std::string> names;
    std::map<std::string, double> counters;
    std::vector<LineNote> notes;
    std::vector<Annotation> annotations;
    IngestCounts counts;
    std::uint64_t dropsOfBanks = 0;

private:
    Receiver &m_receiver;
    std::unique_ptr<Bank> m_empty;
};

} // namespace

class TestReceiver final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsDatagram_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addRow("IPv4") << QByteArray("127.0.0.1");
        QTest::addRow("IPv6") << QByteArray("::1");
    }
    void countsDatagram()
    {
        QFETCH(QByteArray, host);
        ReceiverConfig config;
        config.endpoints = {{Endpoint::Kind::Inet, "127.0.0.1", 0}, {Endpoint::Kind::Inet6, "::1", 0}};
        Receiver receiver(config);
        QSignalSpy spy(&receiver, &Source::stateChanged);
        receiver.start();
        QCOMPARE(spy.count(), 2); // Starting, Running
        QCOMPARE(receiver.state(), Source::State::Running);
        QCOMPARE(receiver.endpoints().size(), 2U);
        QCOMPARE(receiver.endpoints()[0].port, receiver.endpoints()[1].port);
        QVERIFY(receiver.address().startsWith("127.0.0.1:"_L1));
        QVERIFY(receiver.receiveBuffer() > 100'000);

        const TestSocket client = TestSocket::udp(host.toStdString(), receiver.endpoints()[0].port);
        client.send("a.b:3|c\nbad line\nb:7|c|@0.5|#y:2,x:1\n");
        Gathered gathered(receiver);
        QVERIFY(gathered.lines(3));
        QCOMPARE(gathered.counters["a.b"], 3.0);
        QCOMPARE(gathered.counters["b#x:1,y:2"], 14.0);
        QCOMPARE(gathered.counts.packets, 1U);
        QCOMPARE(gathered.counts.accepted, 2U);
        QCOMPARE(gathered.counts.rejected, 1U);
        QCOMPARE(gathered.notes.size(), 1U);
        QCOMPARE(QByteArray::fromStdString(gathered.notes[0].line), "bad line"_ba);
        QVERIFY(QByteArray::fromStdString(gathered.notes[0].peer)
                    .startsWith(host.contains(':') ? "[::1]:" : "127.0.0.1:"));
        receiver.stop();
        QCOMPARE(receiver.state(), Source::State::Stopped);
        QVERIFY(receiver.flip(nullptr) == nullptr);
    }

    void countsStreamSplitAtEveryByte()
    {
        Receiver receiver(anyPort());
        receiver.start();
        Gathered gathered(receiver);
        const std::string text = "split.a:1|c\nsplit.b:2|c\r\n";
        for (std::size_t at = 0; at <= text.size(); ++at) {
            TestSocket client = TestSocket::tcp("127.0.0.1", port(receiver));
            QVERIFY(client.send(text.substr(0, at)));
            QVERIFY(gathered.until([&] { return gathered.counts.bytes >= text.size() * at + at; }));
            QVERIFY(client.send(text.substr(at)));
            QVERIFY(gathered.lines(2 * (at + 1)));
        }
        QCOMPARE(gathered.counts.rejected, 0U);
        QCOMPARE(gathered.counters["split.a"], 1.0 * double(text.size() + 1));
        QCOMPARE(gathered.counters["split.b"], 2.0 * double(text.size() + 1));
        QCOMPARE(gathered.counts.connections, text.size() + 1);
    }

    void countsTailOfStream()
    {
        Receiver receiver(anyPort());
        receiver.start();
        TestSocket client = TestSocket::tcp("127.0.0.1", port(receiver));
        QVERIFY(client.send("whole:1|c\ntail:5|c"));
        client.close();
        Gathered gathered(receiver);
        QVERIFY(gathered.lines(2));
        QCOMPARE(gathered.counters["tail"], 5.0);
        QCOMPARE(gathered.counts.accepted, 2U);
        QCOMPARE(gathered.counts.byIssue[std::size_t(LineIssue::Unterminated)], 1U);
    }
};

QTEST_GUILESS_MAIN(TestReceiver)
#include "tst_receiver.moc"
