// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <QTest>

#include <functional>

using namespace metriscope::app;
using namespace metriscope;
using namespace Qt::StringLiterals;
using Change = std::function<void(Options &)>;

namespace
{

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

net::Endpoint endpoint(net::Endpoint::Kind kind, const char *host, std::uint16_t port = 0)
{
    return {kind, host, port};
}

} // namespace

class TestCommandLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<Change>("change");
        const auto row = [](const char *line, Change change) {
            QTest::addRow("%s", line) << words(line) << std::move(change);
        };
        using Kind = net::Endpoint::Kind;
        row("", [](Options &) {});
        row("watch", [](Options &o) { o.command = Command::Watch; });
        row("--lang ru watch", [](Options &o) {
            o.command = Command::Watch;
            o.language = u"ru"_s;
        });
        row("watch --json --all --demo --quiet", [](Options &o) {
            o.command = Command::Watch;
            o.json = o.all = o.demo = o.quiet = true;
        });
        row("--statsd 127.0.0.1:8125",
            [](Options &o) { o.statsd = {endpoint(Kind::Inet, "127.0.0.1", 8125)}; });
        row("--statsd=127.0.0.1:0 --statsd [::1]:8126 --statsd unix:/run/x.sock", [](Options &o) {
            o.statsd = {endpoint(Kind::Inet, "127.0.0.1"), endpoint(Kind::Inet6, "::1", 8126),
                        endpoint(Kind::Unix, "/run/x.sock")};
        });
        row("--statsd 0.0.0.0:65535",
            [](Options &o) { o.statsd = {endpoint(Kind::Inet, "0.0.0.0", 65535)}; });
        row("--no-statsd --verbose", [](Options &o) { o.noStatsd = o.verbose = true; });
        row("--poll gstats=tcp://127.0.0.1:2345 --interval 0.5 --poll prometheus=http://h:8001-8049/metrics",
            [](Options &o) {
                net::PollConfig poll;
                poll.id = u"command-line-1"_s;
                poll.kind = net::SourceKind::Gstats;
                poll.address = u"tcp://127.0.0.1:2345"_s;
                poll.interval = net::Millis{500};
                o.polls.push_back(poll);
                poll.id = u"command-line-2"_s;
                poll.kind = net::SourceKind::Prometheus;
                poll.address = u"http://h:8001-8049/metrics"_s;
                o.polls.push_back(poll);
                o.interval = net::Millis{500};
            });
        row("--gstats-collector watch", [](Options &o) {
            o.command = Command::Watch;
            o.gstatsCollector = true;
        });
        row("--gstats-collector=tcp://127.0.0.2:0,tcp://127.0.0.1:2345", [](Options &o) {
            o.gstatsCollector = true;
            o.gstatsStats = u"tcp://127.0.0.2:0"_s;
            o.gstatsComm = u"tcp://127.0.0.1:2345"_s;
        });
        row("--contexts [::1]:0", [](Options &o) { o.contexts = u"[::1]:0"_s; });
        row("--contexts=http://127.0.0.1:1942/register",
            [](Options &o) { o.contexts = u"http://127.0.0.1:1942/register"_s; });
        row("--no-contexts", [](Options &o) { o.noContexts = true; });
        row("--tick 0.1", [](Options &o) { o.tick = net::Millis{100}; });
        row("--tick 1 --tick 2.5", [](Options &o) { o.tick = net::Millis{2500}; });
        row("--exit-after 0", [](Options &o) { o.exitAfter = net::Millis{0}; });
        row("--exit-after=1.5", [](Options &o) { o.exitAfter = net::Millis{1500}; });
        row("--percentiles 50,90,99.9", [](Options &o) { o.percentiles = {50, 90, 99.9}; });
        row("--percentiles -10,90,90", [](Options &o) { o.percentiles = {-10, 90}; });
        row("--percentile-rule nearest", [](Options &o) { o.percentileRule = net::PercentileRule::Nearest; });
        row("--dialect brubeck", [](Options &o) { o.dialect = u"brubeck"_s; });
        row("--max-series 1000", [](Options &o) { o.maxSeries = 1000; });
        row("--timer-unit v1.=ms --timer-unit a=b=us", [](Options &o) {
            o.timerUnits = {{"v1.", net::TimerUnit::Milliseconds}, {"a=b", net::TimerUnit::Microseconds}};
        });
        row("--config c.ini --export out", [](Options &o) {
            o.config = u"c.ini"_s;
            o.exportDirectory = u"out"_s;
        });
        row("-platform offscreen --demo", [](Options &o) { o.demo = true; });
        row("check m3 --statsd localhost:8125 --prefix v1. --wait 2.5 --json", [](Options &o) {
            o.command = Command::Check;
            o.words = QStringList{u"m3"_s};
            o.checkStatsd = QStringList{u"localhost:8125"_s};
            o.prefix = u"v1."_s;
            o.wait = net::Millis{2500};
            o.json = true;
        });
        row("check graphite --poll graphite=g:2003,http://g", [](Options &o) {
            o.command = Command::Check;
            o.words = QStringList{u"graphite"_s};
            o.checkGraphite = u"g:2003,http://g"_s;
        });
        row("sniff --interface any --filter=udp -x -i -v users|login --write a.pcapng --json",
            [](Options &o) {
                o.command = Command::Sniff;
                o.interface = u"any"_s;
                o.captureFilter = u"udp"_s;
                o.hex = o.ignoreCase = o.invert = o.json = true;
                o.words = QStringList{u"users|login"_s};
                o.writeFile = u"a.pcapng"_s;
            });
        row("sniff --read a.pcap -- -x", [](Options &o) {
            o.command = Command::Sniff;
            o.readFile = u"a.pcap"_s;
            o.words = QStringList{u"-x"_s};
        });
        row("explain statsd - --dialect brubeck", [](Options &o) {
            o.command = Command::Explain;
            o.words = QStringList{u"statsd"_s, u"-"_s};
            o.dialect = u"brubeck"_s;
        });
        row("check --help", [](Options &o) {
            o.command = Command::Help;
            o.helpOn = Command::Check;
        });
        row("help explain", [](Options &o) {
            o.command = Command::Help;
            o.helpOn = Command::Explain;
        });
        row("--help", [](Options &o) { o.command = Command::Help; });
        row("-h", [](Options &o) { o.command = Command::Help; });
        row("help", [](Options &o) { o.command = Command::Help; });
        row("help watch", [](Options &o) {
            o.command = Command::Help;
            o.helpOn = Command::Watch;
        });
        row("watch --help", [](Options &o) {
            o.command = Command::Help;
            o.helpOn = Command::Watch;
        });
        row("--version", [](Options &o) { o.command = Command::Version; });
    }
    void accepts()
    {
        QFETCH(QStringList, arguments);
        QFETCH(Change, change);
        Options expected;
        change(expected);
        const auto result = parseArguments(arguments);
        QVERIFY2(bool(result), result ? "" : qPrintable(result.error().text));
        QVERIFY(*result == expected);
    }

    void rejects_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says"); // a part of the sentence
        const auto row = [](const char *line, const QString &says) {
            QTest::addRow("%s", line) << words(line) << says;
        };
        row("wach", u"did you mean watch?"_s);
        row("snif", u"did you mean sniff?"_s);
        row("check", u"check needs an argument: KIND"_s);
        row("check m4", u"m4 is not one of: m3"_s);
        row("check m3 statsd", u"unexpected argument statsd"_s);
        row("check statsd --statsd nowhere", u"such as 127.0.0.1:8125"_s);
        row("check statsd --wait -1", u"seconds from 0 to 3600"_s);
        row("check statsd --all", u"--all belongs to the command watch"_s);
        row("watch --wait 3", u"--wait belongs to the command check"_s);
        row("--prefix a", u"--prefix belongs to the command check"_s);
        row("watch --poll graphite=127.0.0.1:2003", u"KIND=ADDRESS"_s);
        row("sniff (", u"( is not a regular expression: at"_s);
        row("sniff a b", u"unexpected argument b"_s);
        row("sniff --read a --interface lo", u"--read and --interface cannot be used together"_s);
        row("sniff --read a --filter udp", u"--read and --filter cannot be used together"_s);
        row("sniff --interface ../lo", u"the name of a network interface"_s);
        row("watch --filter udp", u"--filter belongs to the command sniff"_s);
        row("watch -x", u"unknown option -x"_s);
        row("explain", u"explain needs an argument"_s);
        row("explain gstats", u"gstats is not one of"_s);
        row("help watch watch", u"unexpected argument watch"_s);
        row("watch file.pcapng", u"unexpected argument file.pcapng"_s);
        row("watch watch", u"unexpected argument watch"_s);
        row("--jsn", u"did you mean --json?"_s);
        row("--perc 50", u"did you mean --percentile"_s);
        row("--contexts 127.0.0.1:1942 --no-contexts", u"cannot be used together"_s);
        for (const char *value : {"1942", "127.0.0.1", "example.org:1942", "http://example.org:1942/register",
                                  "unix:/tmp/x", "https://127.0.0.1:1942", ""})
            row(qPrintable(u"--contexts=%1"_s.arg(QLatin1String(value))), u"--contexts cannot be"_s);
        row("-x", u"unknown option -x"_s);
        row("watch -platform offscreen", u"unknown option -platform"_s);
        row("--json", u"belongs to the command watch"_s);
        row("--json=1 watch", u"takes no value"_s);
        row("watch --tick", u"--tick needs a value"_s);
        row("watch --tick --json", u"--tick needs a value"_s);
        row("--no-statsd --statsd 127.0.0.1:1", u"cannot be used together"_s);
        row("--no-statsd --demo", u"cannot be used together"_s);
        row("--quiet --verbose", u"cannot be used together"_s);
        for (const char *value :
             {"0", "0.09", "3601", "-1", "1s", "1,5", "nan", "inf", "1e1", "0x1", "+1", ""})
            row(qPrintable(u"--tick=%1"_s.arg(QLatin1String(value))), u"--tick cannot be"_s);
        for (const char *value : {"-1", "x", "2000001", "-0"})
            row(qPrintable(u"--exit-after=%1"_s.arg(QLatin1String(value))), u"--exit-after cannot be"_s);
        for (const char *value : {"", "0", "101", "-100", "50,", "50,,90", "50;90", "p50"})
            row(qPrintable(u"--percentiles=%1"_s.arg(QLatin1String(value))), u"--percentiles cannot be"_s);
        for (const char *value : {"0", "-1", "1.5", "99999999999999999999", "50000001", "many"})
            row(qPrintable(u"--max-series=%1"_s.arg(QLatin1String(value))), u"--max-series cannot be"_s);
        for (const char *value : {"8125", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1",
                                  "127.0.0.1:+80", "::1:8125", "[::1]", "[127.0.0.1]:1", "example.org:1",
                                  "unix:", "256.1.1.1:1", "127.1:80", ":8125", ""})
            row(qPrintable(u"--statsd=%1"_s.arg(QLatin1String(value))), u"--statsd cannot be"_s);
        for (const char *value :
             {"", "gstats", "gstats=", "=http://h/", "statsd=127.0.0.1:8125", "prom=http://h/metrics",
              "signals=x", "prometheus=localhost:8000/metrics", "prometheus=http://",
              "prometheus=http://:80/", "prometheus=http://h:0/", "prometheus=http://h:65536/",
              "prometheus=http://h:8049-8001/", "gstats-http=http://h:1-2/", "istats=ftp://h",
              "gstats=http://h:1", "gstats=tcp://h", "prometheus=http://me:secret@h/metrics"})
            row(qPrintable(u"--poll=%1"_s.arg(QLatin1String(value))), u"--poll cannot be"_s);
        for (const char *value : {"", "0", "0.09", "3601", "2s"})
            row(qPrintable(u"--interval=%1"_s.arg(QLatin1String(value))), u"--interval cannot be"_s);
        for (const char *value : {"", "tcp://127.0.0.2:2345", "tcp://127.0.0.2,tcp://127.0.0.1:2345",
                                  "tcp://a:1,tcp://b:2,tcp://c:3"})
            row(qPrintable(u"--gstats-collector=%1"_s.arg(QLatin1String(value))),
                u"--gstats-collector cannot be"_s);
        for (const char *value : {"v1", "v1=h", "=ms", ""})
            row(qPrintable(u"--timer-unit=%1"_s.arg(QLatin1String(value))), u"--timer-unit cannot be"_s);
        row("--dialect=DogStatsD", u"brubeck"_s);
        row("--percentile-rule=median", u"--percentile-rule cannot be"_s);
        row("--lang=de", u"--lang cannot be"_s);
        row("--config=", u"--config cannot be"_s);
    }
    void rejects()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const auto result = parseArguments(arguments);
        QVERIFY(!result);
        QVERIFY2(result.error().text.contains(says), qPrintable(result.error().text));
    }

    void hostileWordsAreShownHarmless()
    {
        const auto result = parseArguments({u"\u001b[31mred\u202e"_s + QString(5000, u'x')});
        QVERIFY(!result);
        QVERIFY(!result.error().text.contains(QChar(0x1b)));
        QVERIFY(!result.error().text.contains(QChar(0x202e)));
        QVERIFY(result.error().text.size() < 600);
    }

    void languageIsFoundFirst()
    {
        QCOMPARE(languageArgument(words("--wrong --lang ru")), u"ru"_s);
        QCOMPARE(languageArgument(words("--lang=en watch")), u"en"_s);
        QCOMPARE(languageArgument(words("--lang de")), QString());
        QCOMPARE(languageArgument(words("watch --lang")), QString());
    }

    void helpNamesEveryOption()
    {
        const QString window = helpText(Command::Help), watch = helpText(Command::Watch);
        for (const char *name : {"--statsd",
                                 "--no-statsd",
                                 "--poll",
                                 "--interval",
                                 "--gstats-collector",
                                 "--tick",
                                 "--percentiles",
                                 "--percentile-rule",
                                 "--dialect",
                                 "--max-series",
                                 "--timer-unit",
                                 "--config",
                                 "--lang",
                                 "--exit-after",
                                 "--export",
                                 "--demo",
                                 "--quiet",
                                 "--verbose",
                                 "--help",
                                 "--version"}) {
            QVERIFY2(window.contains(QLatin1String(name)), name);
            QVERIFY2(watch.contains(QLatin1String(name)), name);
        }
        QVERIFY(watch.contains("--json"_L1) && watch.contains("--all"_L1));
        QVERIFY(window.contains("metriscope watch"_L1));
        QVERIFY(window.contains("metriscope sniff"_L1));
        for (const QString &line : (window + watch).split(u'\n'))
            QVERIFY2(line.size() <= 100, qPrintable(line));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
