// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/contexts/contextbook.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace metriscope::net;

namespace
{

/// JSON with single quotes for double ones.
QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

RegistrationPtr registrationOf(const char *client, int urls, std::int64_t received = 1)
{
    Registration made;
    made.identity.parts = {"v1", "tatar", client, "test", "test"};
    made.received = received;
    for (int i = 0; i < urls; ++i) {
        const std::string url = "/" + std::string(client) + '/' + std::to_string(i);
        made.add(made.urls, md5Of(url), url);
    }
    made.add(made.controllers, md5Of("/auth"), "/auth");
    return std::make_shared<const Registration>(std::move(made));
}

} // namespace

/// What is known of applications, in memory and in its file.
class ContextBookTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void md5AsTheClientMakesIt()
    {
        QCOMPARE(md5Of("/auth/login"), *md5FromHex("9e9be264d609c0e1a535693ba4c389aa"));
        QCOMPARE(md5Of("/auth"), *md5FromHex("2e07220ffe49e620e324f44fac4b106D"));
        QVERIFY(!md5FromHex("2e07220ffe49e620e324f44fac4b106"));
        QVERIFY(!md5FromHex("2e07220ffe49e620e324f44fac4b106g"));
    }

    void anotherRegistrationReplaces()
    {
        ContextBook book(m_thread, {});
        QSignalSpy changed(&book, &ContextBook::changed);
        book.add(registrationOf("bars", 5));
        const std::size_t bytes = book.bytes();
        book.add(registrationOf("bars", 2));
        QCOMPARE(changed.size(), 2);
        QCOMPARE(book.registrations().size(), std::size_t{1});
        QCOMPARE(book.find("v1.tatar.bars.test.test")->urls.size(), std::size_t{2});
        QVERIFY(book.bytes() < bytes);
        QVERIFY(!book.find("v1.tatar.other.test.test"));
    }

    void resolves()
    {
        ContextBook book(m_thread, {});
        book.add(registrationOf("bars", 2));
        const RegistrationPtr bars = book.find("v1.tatar.bars.test.test");
        QCOMPARE(*book.url(bars.get(), md5Of("/bars/1")), std::string("/bars/1"));
        QCOMPARE(*book.controller(bars.get(), md5Of("/auth")), std::string("/auth"));
        QVERIFY(!book.url(bars.get(), md5Of("/bars/2")));
        QVERIFY(!book.url(nullptr, md5Of("/bars/1")));
    }

    void pastedUrls_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("path") << QStringLiteral("/bars/2") << QByteArray("/bars/2");
        QTest::newRow("blanks and CRLF") << QStringLiteral("\r\n  /bars/2 \r\n\r\n") << QByteArray("/bars/2");
        QTest::newRow("whole URL with a query")
            << QStringLiteral("http://localhost:8000/bars/2?next=/#top") << QByteArray("/bars/2");
        QTest::newRow("host alone") << QStringLiteral("http://localhost:8000") << QByteArray("/");
        QTest::newRow("Cyrillic") << QStringLiteral("/справочник") << QStringLiteral("/справочник").toUtf8();
    }
    void pastedUrls()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, url);
        ContextBook book(m_thread, {});
        QCOMPARE(book.paste(text), 1);
        QCOMPARE(book.paste(text), 0);
        QCOMPARE(book.pasted(), std::size_t{1});
        QVERIFY(book.url(nullptr, md5Of(url.toStdString())));
        QVERIFY(book.controller(nullptr, md5Of(url.toStdString())));
        book.forgetPasted();
        QVERIFY(!book.url(nullptr, md5Of(url.toStdString())));
    }

    void outlivesARestart()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("new/contexts.json"));
        {
            NetThread thread;
            ContextBook book(thread, file);
            Registration madeUp = *registrationOf("demo", 3);
            madeUp.passing = true;
            book.add(std::make_shared<const Registration>(madeUp));
            book.add(registrationOf("bars", 100, 7));
            book.add(registrationOf("второй", 3, 8));
            book.paste(QStringLiteral("/by/hand"));
        }
        ContextBook book(m_thread, file);
        QSignalSpy troubled(&book, &ContextBook::storeTroubled);
        QTRY_COMPARE(book.registrations().size(), std::size_t{2});
        const RegistrationPtr bars = book.find("v1.tatar.bars.test.test");
        QCOMPARE(bars->urls, registrationOf("bars", 100)->urls);
        QCOMPARE(bars->controllers, registrationOf("bars", 100)->controllers);
        QCOMPARE(bars->received, std::int64_t{7});
        QVERIFY(book.find("v1.tatar.второй.test.test"));
        QCOMPARE(book.pasted(), std::size_t{1});
        QVERIFY(troubled.isEmpty());
        QCOMPARE(QDir(folder.filePath(QStringLiteral("new"))).entryList(QDir::Files),
                 QStringList{QStringLiteral("contexts.json")});
    }

    void damagedStores_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("problem"); // -1: none
        QTest::addColumn<int>("kept");
        const auto row = [](const char *name, const QByteArray &content, int problem, int kept = 0) {
            QTest::newRow(name) << content << problem << kept;
        };
        const int damaged = static_cast<int>(ContextStoreProblem::Damaged);
        const QByteArray good = quoted("{'identity':{'version':'v1'},'info':{'controller':{}}}");
        row("empty file", "", damaged);
        row("text", "not JSON", damaged);
        row("half of it", quoted("{'format':1,'registrations':[{'identity':{'version':'v1'},'inf"), damaged);
        row("no format", "{}", damaged);
        row("no list", quoted("{'format':1,'registrations':{}}"), damaged);
        row("one damaged among good ones", quoted("{'format':1,'registrations':[7,") + good + "]}", damaged,
            1);
        row("zeros, as after a power cut", QByteArray(5000, '\0'), damaged);
        row("newer", quoted("{'format':2,'registrations':[]}"), static_cast<int>(ContextStoreProblem::Newer));
        row("good", quoted("{'format':1,'registrations':[") + good + "]}", -1, 1);
        row("good and empty", quoted("{'format':1,'registrations':[]}"), -1);
    }
    void damagedStores()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, problem);
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("contexts.json"));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        NetThread thread;
        ContextBook book(thread, name);
        QSignalSpy changed(&book, &ContextBook::changed), troubled(&book, &ContextBook::storeTroubled);
        QTRY_COMPARE(changed.size(), 1);
        QTEST(static_cast<int>(book.registrations().size()), "kept");
        QCOMPARE(static_cast<int>(troubled.size()), problem < 0 ? 0 : 1);
        const auto files = QDir(folder.path()).entryList(QDir::Files);
        if (problem < 0)
            return;
        QCOMPARE(static_cast<int>(troubled.first().first().value<ContextStoreProblem>()), problem);
        // whatever it was, its bytes are still there
        QVERIFY(!files.isEmpty());
        QFile aside(folder.filePath(files.first()));
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), content);
    }

    void aStoreThatCannotBeWrittenIsTold()
    {
        const QTemporaryDir folder;
        QFile blocks(folder.filePath(QStringLiteral("file")));
        QVERIFY(blocks.open(QIODevice::WriteOnly));
        ContextBook book(m_thread, folder.filePath(QStringLiteral("file/contexts.json")));
        QSignalSpy troubled(&book, &ContextBook::storeTroubled);
        book.add(registrationOf("bars", 1));
        QTRY_COMPARE(troubled.size(), 1);
        QCOMPARE(troubled.first().first().value<ContextStoreProblem>(), ContextStoreProblem::NotWritable);
    }

    void whatIsRegisteredMeanwhileBeatsTheFile()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("contexts.json"));
        {
            NetThread thread;
            ContextBook book(thread, file);
            book.add(registrationOf("bars", 10));
        }
        ContextBook book(m_thread, file);
        QSignalSpy changed(&book, &ContextBook::changed);
        book.add(registrationOf("bars", 1));
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(book.find("v1.tatar.bars.test.test")->urls.size(), std::size_t{1});
    }

    void staysWithinItsLimits()
    {
        ContextBook book(m_thread, {}, {3, 1U << 30U});
        for (const char *client : {"a", "b", "c", "d", "e"})
            book.add(registrationOf(client, 1, client[0]));
        QCOMPARE(book.registrations().size(), std::size_t{3});
        QCOMPARE(book.pushedOut(), std::uint64_t{2});
        QVERIFY(!book.find("v1.tatar.a.test.test") && book.find("v1.tatar.e.test.test"));

        ContextBook small(m_thread, {}, {100, 20'000});
        for (const char *client : {"a", "b", "c", "d", "e"})
            small.add(registrationOf(client, 100, client[0]));
        QVERIFY(small.bytes() <= 20'000);
        QCOMPARE(small.registrations().size() + small.pushedOut(), std::uint64_t{5});
    }

private:
    NetThread m_thread;
};

QTEST_GUILESS_MAIN(ContextBookTest)
#include "tst_contextbook.moc"
