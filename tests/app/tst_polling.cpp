// SPDX-License-Identifier: GPL-3.0-or-later
// What is polled: kept between runs, started with its secret, changed while the program runs.
#include "app/pollbook.h"
#include "app/pollsettings.h"
#include "app/secretstore.h"
#include "app/settings.h"
#include "app/sources.h"

#include "netlayer/engine/engine.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <map>

using namespace metriscope;
using namespace Qt::StringLiterals;
using app::PollBook;
using Login = net::PollConfig::Login;
using State = net::Source::State;
using Verb = ui::CollectorRequest::Verb;

namespace
{

/// A keyring that lives as long as the test.
class Pocket final : public app::SecretStore
{
public:
    void read(const QString &id, Read done) override
    {
        QTimer::singleShot(0, this, [this, id, done] {
            const auto found = secrets.find(id);
            if (broken || found == secrets.end())
                done({}, u"it is locked"_s);
            else
                done(found->second, {});
        });
    }
    void write(const QString &id, const QByteArray &secret, Done done) override
    {
        if (!broken)
            secrets[id] = secret;
        QTimer::singleShot(0, this, [this, done] { done(broken ? u"it is locked"_s : QString()); });
    }
    void forget(const QString &id) override { secrets.erase(id); }

    std::map<QString, QByteArray> secrets;
    bool broken = false;
};

net::PollConfig target(const QString &address = u"http://127.0.0.1:1/metrics"_s)
{
    net::PollConfig config;
    config.address = address;
    config.kind = net::SourceKind::Prometheus;
    return config;
}

struct Desk {
    QTemporaryDir dir;
    app::Settings settings{dir.filePath(u"metriscope.ini"_s)};
    net::NetThread net;
    net::ZmqThread zmq;
    net::Tap tap;
    net::Engine engine{net::EngineConfig()};
    Pocket pocket;
    app::Sources sources{engine, {net, zmq, tap}, pocket};
    PollBook book{settings, sources, pocket, {}};

    Desk()
    {
        engine.start();
        sources.start();
    }
    ~Desk()
    {
        engine.stop();
        sources.stop();
    }
    [[nodiscard]] const std::vector<net::PollConfig> &kept() const { return settings.data().polls; }
    [[nodiscard]] QByteArray file() const
    {
        QFile file(settings.file());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

} // namespace

class TestPolling final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isKeptBetweenRuns()
    {
        Desk desk;
        net::PollConfig everything = target(u"http://h:8001-8049/metrics http://other/x"_s);
        everything.application = u"shop"_s;
        everything.interval = net::Millis{1500};
        everything.timeout = net::Millis{700};
        everything.enabled = false;
        everything.login = Login::Basic;
        everything.user = u"me, myself"_s;
        everything.activeUsers = u"users{a=\"b\"}"_s;
        desk.book.carryOut({Verb::Add, everything, {}});
        desk.book.carryOut({Verb::Add, target(), {}});
        QCOMPARE(desk.kept().size(), std::size_t{2});
        const app::Settings again(desk.settings.file());
        QVERIFY(again.troubles().empty());
        QVERIFY(again.data().polls == desk.kept()); // ids too
        everything.id = desk.kept()[0].id;
        QVERIFY(!everything.id.isEmpty() && everything.id != desk.kept()[1].id);
        QCOMPARE(again.data().polls[0], everything);
    }

    void damagedEntriesCostThemselves_data()
    {
        QTest::addColumn<QByteArray>("entry");
        // Apostrophes for quotation marks.
        const auto row = [](const char *name, QByteArray entry) {
            QTest::addRow("%s", name) << entry.replace('\'', '"');
        };
        row("no object", "3");
        row("no id", "{'kind':'prometheus','address':'http://h/'}");
        row("no kind", "{'id':'x','address':'http://h/'}");
        row("kind that is not polled", "{'id':'x','kind':'statsd','address':'http://h/'}");
        row("no address", "{'id':'x','kind':'prometheus'}");
        row("wrong address", "{'id':'x','kind':'gstats','address':'http://h/'}");
        row("a secret in the address", "{'id':'x','kind':'prometheus','address':'http://a:b@h/'}");
        row("interval", "{'id':'x','kind':'prometheus','address':'http://h/','intervalMs':5}");
        row("interval of text", "{'id':'x','kind':'prometheus','address':'http://h/','intervalMs':'5'}");
        row("login", "{'id':'x','kind':'prometheus','address':'http://h/','login':'digest'}");
        row("id of another", "{'id':'good','kind':'prometheus','address':'http://h/'}");
    }
    void damagedEntriesCostThemselves()
    {
        QFETCH(QByteArray, entry);
        const QByteArray good =
            QByteArray("{'id':'good','kind':'istats','address':'http://h:8135'}").replace('\'', '"');
        const auto read = app::pollsFromJson('[' + good + ',' + entry + ']');
        QVERIFY(read.damaged);
        QCOMPARE(read.polls.size(), std::size_t{1});
        QCOMPARE(read.polls[0].id, u"good"_s);
    }

    void keysOfEarlierVersionsDoNoHarm()
    {
        const auto read = app::pollsFromJson(
            QByteArray("[{'id':'a','kind':'prometheus','address':'http://h/','namespace':'shop'}]")
                .replace('\'', '"'));
        QVERIFY(!read.damaged);
        QCOMPARE(read.polls.size(), std::size_t{1});
        QVERIFY(!app::pollsToJson(read.polls).contains("namespace"));
    }

    void whatIsNoListIsNone()
    {
        for (const char *json : {"{}", "nothing", "[", "\"a\""})
            QVERIFY2(app::pollsFromJson(json).damaged && app::pollsFromJson(json).polls.empty(), json);
        QVERIFY(!app::pollsFromJson({}).damaged);
        QVERIFY(app::pollsToJson({}).isEmpty());
    }

    void addsChangesAndRemovesWhileItRuns()
    {
        Desk desk;
        QSignalSpy added(&desk.book, &PollBook::added);
        desk.book.carryOut({Verb::Add, target(), {}});
        QCOMPARE(added.size(), 1);
        net::PollConfig config = desk.kept().front();
        QPointer<net::Source> first = desk.sources.find(config.id);
        QVERIFY(first && first->state() != State::Stopped);
        const auto firstId = first->sourceId();

        desk.book.carryOut({Verb::Disable, config, {}});
        QCOMPARE(first->state(), State::Stopped);
        QVERIFY(!desk.kept().front().enabled);
        desk.book.carryOut({Verb::Enable, config, {}});
        QVERIFY(desk.sources.find(config.id) == first.data()); // the same source goes on
        QVERIFY(first->state() != State::Stopped);

        config.address = u"http://127.0.0.1:2/metrics"_s;
        desk.book.carryOut({Verb::Change, config, {}});
        net::Source *second = desk.sources.find(config.id);
        QVERIFY(first.isNull() && second != nullptr);
        QCOMPARE(second->address(), config.address);
        QVERIFY(second->sourceId() != firstId); // numbers are never used again

        desk.book.carryOut({Verb::Remove, config, {}});
        QVERIFY(desk.sources.find(config.id) == nullptr && desk.kept().empty());
        desk.book.carryOut({Verb::Restore, config, {}});
        QVERIFY(desk.sources.find(config.id) != nullptr);
        QCOMPARE(desk.kept().front(), config);
    }

    void whatTheCommandLineNamesStaysAndIsNotKept()
    {
        Desk desk;
        net::PollConfig named = target(u"http://127.0.0.1:3/"_s);
        named.id = u"command-line-1"_s;
        PollBook book(desk.settings, desk.sources, desk.pocket, {named});
        desk.sources.apply({named});
        net::Source *source = desk.sources.find(named.id);
        book.carryOut({Verb::Add, target(), {}});
        QVERIFY(desk.sources.find(named.id) == source);
        QCOMPARE(desk.kept().size(), std::size_t{1});
        QVERIFY(!desk.file().contains("command-line"));
    }

    void secretsStandInTheKeyringOnly()
    {
        Desk desk;
        net::PollConfig config = target();
        config.login = Login::Bearer;
        desk.book.carryOut({Verb::Add, config, u"t0ken-of-mine"_s});
        config = desk.kept().front();
        QCOMPARE(desk.pocket.secrets.at(config.id), QByteArray("t0ken-of-mine"));
        QVERIFY(!desk.file().isEmpty());
        QVERIFY(!desk.file().contains("t0ken"));
        QVERIFY(!QByteArray::fromBase64(desk.file()).contains("t0ken"));
        QTRY_VERIFY(desk.sources.find(config.id)->state() != State::Stopped);

        desk.book.carryOut({Verb::Remove, config, {}});
        QTRY_VERIFY(desk.pocket.secrets.empty());
        desk.book.carryOut({Verb::Restore, config, {}});
        QCOMPARE(desk.pocket.secrets.at(config.id), QByteArray("t0ken-of-mine"));
        config.login = Login::None;
        desk.book.carryOut({Verb::Change, config, {}});
        QVERIFY(desk.pocket.secrets.empty());
    }

    void isReadBeforeTheSourceStarts()
    {
        Desk desk;
        net::PollConfig config = target();
        config.id = u"kept"_s;
        config.login = Login::Bearer;
        desk.pocket.secrets[config.id] = "t0ken";
        desk.sources.apply({config});
        net::Source *source = desk.sources.find(config.id);
        QCOMPARE(source->state(), State::Stopped); // nothing is asked without it
        QTRY_VERIFY(source->state() != State::Stopped);
        QCOMPARE(desk.sources.secret(config.id), QByteArray("t0ken"));
    }

    void withoutASecretTheSourceSaysWhy()
    {
        Desk desk;
        desk.pocket.broken = true;
        net::PollConfig config = target();
        config.id = u"kept"_s;
        config.login = Login::Bearer;
        desk.sources.apply({config});
        net::Source *source = desk.sources.find(config.id);
        QSignalSpy states(source, &net::Source::stateChanged);
        QTRY_COMPARE(source->state(), State::Failed);
        QCOMPARE(states.last().at(1).value<net::SourceError>(), net::SourceError::NoSecret);
        QCOMPARE(states.last().at(2).toString(), u"it is locked"_s);
        // Typed again, it is used at once, and what the keyring says about it is told.
        QSignalSpy lost(&desk.book, &PollBook::secretLost);
        desk.book.carryOut({Verb::Change, config, u"t0ken"_s});
        source = desk.sources.find(config.id);
        QVERIFY(source->state() == State::Starting || source->state() == State::Running ||
                source->state() == State::Failed);
        QTRY_COMPARE(lost.size(), 1);
        QCOMPARE(lost.first().at(1).toString(), u"it is locked"_s);
    }

    void aSystemWithoutAKeyringAnswers()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        app::Keyring keyring;
        QString trouble;
        keyring.read(u"metriscope-test"_s, [&](const QByteArray &, const QString &why) { trouble = why; });
        QTRY_VERIFY_WITH_TIMEOUT(!trouble.isEmpty(), 30'000);
    }
};

QTEST_GUILESS_MAIN(TestPolling)
#include "tst_polling.moc"
