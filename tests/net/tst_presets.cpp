// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/prometheus/seriesbook.h"
#include "netlayer/signals/namepattern.h"
#include "netlayer/signals/presetfile.h"
#include "netlayer/signals/presetmatcher.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <string>

using namespace metriscope::net;
using namespace Qt::StringLiterals;

namespace
{

const std::string Md5 = "2e07220ffe49e620e324f44fac4b106d";

QByteArray edited(const QString &key, const QJsonValue &value)
{
    auto object = QJsonDocument::fromJson(presetToJson(shippedPresets().front())).object();
    if (value.isUndefined())
        object.remove(key);
    else
        object[key] = value;
    return QJsonDocument(object).toJson();
}

QByteArray withRule(const QString &role, const QString &kind, const QString &pattern)
{
    return edited(u"rules"_s,
                  QJsonArray{QJsonObject{{u"role"_s, role}, {u"kind"_s, kind}, {u"pattern"_s, pattern}}});
}

} // namespace

class TestPresets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void patternMatches_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("matches");
        QTest::addColumn<QByteArray>("application");
        const auto row = [](const char *pattern, const char *name, bool matches,
                            const char *application = "") {
            QTest::addRow("%s on %s", pattern, name)
                << QByteArray(pattern) << QByteArray(name) << matches << QByteArray(application);
        };
        row("a.b", "a.b", true);
        row("a.b", "a.b.c", false);
        row("a.b", "xa.b", false);
        row("{application}.t", "x.t", true, "x");
        row("{application}.t", "x..t", true, "x.");
        row("{application}.t", ".t", false);
        row("{application}.t", "t", false);
        row("{application}.t", "a.t.t", true, "a.t");
        row("in.{application}.t", "in.a.b.t", true, "a.b");
        row("*.{application}.t", "in.a.b.t", true, "a.b");
        row("*.t", "a.t", true);
        row("*.t", "a.b.t", false);
        row("*.t", ".t", false);
        row("a.*.t", "a..t", false);
        row("st.5*", "st.500", true);
        row("st.5*", "st.5", false);
        row("st.5*", "st.50.0", false);
        row("**.t", "t", true);
        row("**.t", "a.t", true);
        row("**.t", "a.b..t", true);
        row("**.t", "at", false);
        row("a.**.t", "a.t", true);
        row("a.**.t", "a.b.c.t", true);
        row("a.**.t", "ab.t", false);
        row("a.**", "a", true);
        row("a.**", "a.b.c", true);
        row("a.**", "ab", false);
        row("{application}.**.t", "a.b.t", true, "a.b");
        row("{application}**.t", "a.t", false);
        row("ключ.*", "ключ.раз", true);
        row("a", "", false);
    }
    void patternMatches()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, name);
        QFETCH(bool, matches);
        QFETCH(QByteArray, application);
        const auto parsed = NamePattern::parse(pattern.toStdString());
        if (pattern == "{application}**.t") {
            QVERIFY(!parsed);
            return;
        }
        QVERIFY(bool(parsed));
        const auto got = parsed->match(std::string_view(name.constData(), std::size_t(name.size())));
        QCOMPARE(got.has_value(), matches);
        if (matches)
            QCOMPARE(QByteArray(got->data(), qsizetype(got->size())), application);
    }

    void patternRejects_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<PatternError>("error");
        QTest::addRow("empty") << QByteArray() << PatternError::Empty;
        QTest::addRow("long") << QByteArray(257, 'a') << PatternError::TooLong;
        QTest::addRow("other placeholder") << QByteArray("{app}.x") << PatternError::UnknownPlaceholder;
        QTest::addRow("open brace") << QByteArray("a{") << PatternError::UnknownPlaceholder;
        QTest::addRow("twice") << QByteArray("{application}.{application}") << PatternError::TwoApplications;
        QTest::addRow("** in a part") << QByteArray("a**.b") << PatternError::MisplacedWildcard;
        QTest::addRow("** alone") << QByteArray("**") << PatternError::MisplacedWildcard;
        QTest::addRow("***") << QByteArray("a.***.b") << PatternError::MisplacedWildcard;
    }
    void patternRejects()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(PatternError, error);
        const auto parsed = NamePattern::parse(pattern.toStdString());
        QVERIFY(!parsed);
        QCOMPARE(parsed.error(), error);
    }

    /// Names and patterns made to send a backtracking matcher round in circles.
    void hostileNamesTakeBoundedTime()
    {
        std::string pattern = "{application}";
        for (int i = 0; i < 40; ++i)
            pattern += ".**.*a";
        pattern += ".z";
        const auto parsed = NamePattern::parse(pattern);
        QVERIFY(bool(parsed));
        std::string name;
        while (name.size() < NamePattern::MaxName - 10)
            name += "aaaaa.";
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!parsed->match(name + "y.z"));
        QVERIFY(timer.elapsed() < 2000);
        QVERIFY(!NamePattern::parse("**.z").operator*().match(std::string(NamePattern::MaxName, '.') + "z"));
    }

    void shippedPresetsKnowTheirNames_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<MetricKind>("kind");
        QTest::addColumn<QByteArray>("expected"); // preset/role/application, empty: no match
        const auto row = [](const std::string &name, MetricKind kind, const char *expected) {
            QTest::addRow("%s %s", name.c_str(), std::string(kindName(kind)).c_str())
                << QByteArray::fromStdString(name) << kind << QByteArray(expected);
        };
        using enum MetricKind;
        const std::string plain = "v1.tatar.bars.test.instance_test", path = "controller_" + Md5;
        const std::string url = path + ".url_" + Md5 + ".method_post";
        for (const std::string &prefix : {plain + '.', plain + ".."}) {
            row(prefix + "requests.total", Counter, "m3/requestRate/v1.tatar.bars.test.test");
            row(prefix + url + ".requests.timing", Timer, "m3/latency/v1.tatar.bars.test.test");
            row(prefix + path + ".requests.timing", Timer, "m3/latency/v1.tatar.bars.test.test");
            row(prefix + "users.active", Gauge, "m3/activeUsers/v1.tatar.bars.test.test");
            row(prefix + "users.active", Counter, "m3/activeUsers/v1.tatar.bars.test.test");
            row(prefix + "users.count", Gauge, "m3/totalUsers/v1.tatar.bars.test.test");
            row(prefix + url + ".requests.count", Counter, "");
            row(prefix + "requests.total", Gauge, "");
        }
        row("requests.total", Counter, "m3/requestRate/m3");
        row(url + ".requests.timing", Timer, "m3/latency/m3");
        row("users.active", Counter, "m3/activeUsers/m3");
        row("gunicorn.requests", Counter, "gunicorn/requestRate/gunicorn");
        row("shop.gunicorn.requests", Counter, "gunicorn/requestRate/shop");
        row("shop.gunicorn.request.duration", Timer, "gunicorn/latency/shop");
        row("shop.gunicorn.request.status.500", Counter, "gunicorn/errors/shop");
        row("shop.gunicorn.request.status.404", Counter, "");
        row("shop.gunicorn.workers", Gauge, "");
        row("gunicorn.log.error", Counter, "");
    }
    void shippedPresetsKnowTheirNames()
    {
        QFETCH(QByteArray, name);
        QFETCH(MetricKind, kind);
        QFETCH(QByteArray, expected);
        const PresetMatcher matcher(shippedPresets(), {});
        const std::string bytes = name.toStdString();
        const auto match = matcher.match({bytes, {}, kind}, {});
        QCOMPARE(match.has_value(), !expected.isEmpty());
        if (match)
            QCOMPARE(match->preset->id + '/' + std::string(roleName(match->parts.front().role)) + '/' +
                         match->application,
                     expected.toStdString());
    }

    /// What django-prometheus exports: its names of today and of before, with and without a namespace.
    void djangoPrometheus_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("tags");
        QTest::addColumn<MetricKind>("kind");
        QTest::addColumn<QByteArray>("roles");
        const auto row = [](const char *name, const char *tags, MetricKind kind, const char *roles) {
            for (const char *space : {"", "shop_"})
                QTest::addRow("%s%s %s", space, name, tags)
                    << QByteArray(space) + name << QByteArray(tags) << kind << QByteArray(roles);
        };
        using enum MetricKind;
        row("django_http_requests_before_middlewares_total", "", Counter, "requestRate");
        row("django_http_responses_before_middlewares_total", "", Counter, "");
        row("django_http_requests_latency_including_middlewares_seconds", "", Histogram, "latency");
        row("django_http_responses_total_by_status_total", "status:500", Counter, "errors");
        row("django_http_responses_total_by_status", "status:503", Counter, "errors");
        row("django_http_responses_total_by_status_total", "status:404", Counter, "");
        row("django_http_requests_total_by_method_total", "method:GET", Counter, "");
        row("django_http_requests_latency_seconds_by_view_method", "method:GET,view:index", Histogram, "");
    }
    void djangoPrometheus()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, tags);
        QFETCH(MetricKind, kind);
        QFETCH(QByteArray, roles);
        const PresetMatcher matcher(shippedPresets(), {});
        const std::string bytes = name.toStdString(), tagBytes = tags.toStdString();
        MetricInfo info{bytes, tagBytes, kind, Unit::None, sourceIdOf(SourceKind::Prometheus, 0)};
        const auto match = matcher.match(info, "shop on 8000");
        QByteArray found;
        for (const auto &[role, negative] : match ? match->parts : std::vector<PresetMatcher::Part>())
            found += (found.isEmpty() ? "" : " ") + QByteArray(negative ? "-" : "") +
                     QByteArray::fromStdString(std::string(roleName(role)));
        QCOMPARE(found, roles);
        if (match)
            QCOMPARE(match->application, std::string("shop on 8000"));
        info.source = StatsdSource;
        QVERIFY(!matcher.match(info, {}));
    }
    /// What our own poller adds has no namespace.
    void django()
    {
        const PresetMatcher matcher(shippedPresets(), {});
        const auto role = [&](std::string_view name) {
            const auto match = matcher.match(
                {name, {}, MetricKind::Gauge, Unit::None, sourceIdOf(SourceKind::Prometheus, 0)}, {});
            return match ? std::string(roleName(match->parts.front().role)) : std::string();
        };
        QCOMPARE(role(SeriesBook::InFlightName), std::string("inFlight"));
        QCOMPARE(role(SeriesBook::ActiveUsersName), std::string("activeUsers"));
    }

    void gstats()
    {
        const PresetMatcher matcher(shippedPresets(), {});
        const auto found = [&](std::string_view name, MetricKind kind, SourceKind source) {
            const auto match = matcher.match({name, {}, kind, Unit::None, sourceIdOf(source, 1)}, {});
            return match ? match->preset->id + '/' + std::string(roleName(match->parts.front().role)) + '/' +
                               match->application
                         : std::string();
        };
        using enum MetricKind;
        for (const SourceKind source :
             {SourceKind::Gstats, SourceKind::GstatsHttp, SourceKind::GstatsCollector}) {
            QCOMPARE(found("my.app.finished", Counter, source), std::string("gstats/requestRate/my.app"));
            QCOMPARE(found("my.app.time", Timer, source), std::string("gstats/latency/my.app"));
            QCOMPARE(found("my.app.time.avg", Gauge, source), std::string("gstats/latencyMean/my.app"));
            QCOMPARE(found("my.app.time.std", Gauge, source), std::string("gstats/latencyDeviation/my.app"));
            QCOMPARE(found("my.app.in_flight", Gauge, source), std::string("gstats/inFlight/my.app"));
            QCOMPARE(found("my.app.started", Counter, source), std::string());
        }
        QCOMPARE(found("my.app.finished", Counter, SourceKind::Statsd), std::string());
    }

    void timerUnits_data()
    {
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<bool>("applies");
        QTest::addRow("whole name") << QByteArray("v1.tatar.bars") << true;
        QTest::addRow("as in the settings") << QByteArray("v1.tatar.bars.") << true;
        QTest::addRow("beginning") << QByteArray("v1.") << true;
        QTest::addRow("star") << QByteArray("v1.*.bars") << true;
        QTest::addRow("all") << QByteArray("*") << true;
        QTest::addRow("timer's name") << QByteArray("web.lat") << true;
        QTest::addRow("other") << QByteArray("v2.") << false;
        QTest::addRow("longer") << QByteArray("v1.tatar.bars.more") << false;
    }
    void timerUnits()
    {
        QFETCH(QByteArray, prefix);
        QFETCH(bool, applies);
        const auto m3 = shippedPresets().front();
        const PresetMatcher matcher({m3}, {{prefix.toStdString(), TimerUnit::Milliseconds}});
        QCOMPARE(matcher.timerUnit(m3, "v1.tatar.bars", "web.latency"),
                 applies ? TimerUnit::Milliseconds : TimerUnit::Microseconds);
    }

    void everyShippedPresetLoadsAndReturns()
    {
        const auto presets = shippedPresets();
        QCOMPARE(presets.size(), std::size_t{4});
        for (const Preset &preset : presets) {
            const auto again = presetFromJson(presetToJson(preset));
            QVERIFY(bool(again));
            QCOMPARE(*again, preset);
        }
    }

    void everyFieldReturns()
    {
        Preset preset = shippedPresets().front();
        preset.source = SourceKind::GstatsHttp;
        preset.applicationOfSource = true;
        preset.sourcesApart = true;
        preset.rules = {{SignalRole::InFlight, MetricKind::Counter, "a", {{"k", "v*"}, {"l", ""}}, true}};
        const auto again = presetFromJson(presetToJson(preset));
        QVERIFY(bool(again));
        QCOMPARE(*again, preset);
    }

    void presetRejects_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<PresetError>("error");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *name, const QByteArray &json, PresetError error,
                            const QString &where = {}) {
            QTest::addRow("%s", name) << json << error << where;
        };
        using enum PresetError;
        const auto none = QJsonValue(QJsonValue::Undefined);
        row("nothing", {}, NotJson);
        row("text", "hello", NotJson);
        row("array", "[]", WrongType);
        row("huge", QByteArray(MaxPresetBytes + 1, ' '), TooLarge);
        row("deep", QByteArray(100'000, '['), NotJson);
        row("no format", edited(u"format"_s, none), MissingField, u"format"_s);
        row("format 2", edited(u"format"_s, 2), UnknownFormat, u"format"_s);
        row("no id", edited(u"id"_s, none), MissingField, u"id"_s);
        row("id with a slash", edited(u"id"_s, u"../x"_s), BadId, u"id"_s);
        row("id a number", edited(u"id"_s, 3), WrongType, u"id"_s);
        row("source", edited(u"source"_s, u"carrier pigeon"_s), UnknownSource, u"source"_s);
        row("source of itself", edited(u"source"_s, u"signals"_s), UnknownSource, u"source"_s);
        row("unit", edited(u"timerUnit"_s, u"hours"_s), UnknownUnit, u"timerUnit"_s);
        row("fold", edited(u"foldTrailingDots"_s, u"yes"_s), WrongType, u"foldTrailingDots"_s);
        row("rules", edited(u"rules"_s, QJsonObject()), WrongType, u"rules"_s);
        row("a rule", edited(u"rules"_s, QJsonArray{1}), WrongType, u"rules[0]"_s);
        row("an unknown field", edited(u"colour"_s, u"red"_s), UnknownField, u"colour"_s);
        row("role", withRule(u"speed"_s, u"counter"_s, u"a"_s), UnknownRole, u"rules[0].role"_s);
        row("kind", withRule(u"latency"_s, u"clock"_s, u"a"_s), UnknownKind, u"rules[0].kind"_s);
        row("role and kind", withRule(u"latency"_s, u"gauge"_s, u"a"_s), KindDoesNotFitRole,
            u"rules[0].kind"_s);
        row("pattern", withRule(u"latency"_s, u"timer"_s, u"a**"_s), BadPattern, u"rules[0].pattern"_s);
    }
    void presetRejects()
    {
        QFETCH(QByteArray, json);
        QFETCH(PresetError, error);
        QFETCH(QString, where);
        const auto result = presetFromJson(json);
        QVERIFY(!result);
        QCOMPARE(result.error().error, error);
        QCOMPARE(result.error().where, where);
    }

    void aMissingFileIsSaid()
    {
        const QTemporaryDir dir;
        const auto result = loadPreset(dir.filePath(u"none.json"_s));
        QVERIFY(!result);
        QCOMPARE(result.error().error, PresetError::NotReadable);
        QVERIFY(!result.error().detail.isEmpty());
    }

    void presetsOfTheUsersOwn()
    {
        const QTemporaryDir dir;
        QVERIFY(loadUserPresets(dir.filePath(u"none"_s)).presets.empty());
        const auto write = [&](const QString &name, const QByteArray &content) {
            QFile file(dir.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        };
        Preset shop;
        shop.id = "shop";
        shop.applicationName = "shop";
        shop.lastPartMark = "host-";
        shop.rules = {{SignalRole::RequestRate, MetricKind::Counter, "{application}.sales"}};
        Preset mine = shop;
        mine.id = "m3";
        QVERIFY(write(u"a.json"_s, presetToJson(shop)) && write(u"b.json"_s, "{}") &&
                write(u"c.json"_s, presetToJson(mine)) && write(u"notes.txt"_s, "not a preset"));
        const UserPresets read = loadUserPresets(dir.path());
        QCOMPARE(read.presets, (std::vector{shop, mine}));
        QCOMPARE(read.problems.size(), std::size_t{1});
        QCOMPARE(read.problems.front().file, dir.filePath(u"b.json"_s));
        QCOMPARE(read.problems.front().problem.error, PresetError::MissingField);
        // asked before those that come with the program, and in place of the one with the same id
        const std::vector<Preset> all = allPresets({}, read.presets);
        QCOMPARE(all.size(), shippedPresets().size() + 2);
        QCOMPARE(all[1], shop);
        QCOMPARE(all[2], mine);
        const PresetMatcher matcher(all, {});
        QCOMPARE(matcher.match({"a.host-b.sales", {}, MetricKind::Counter}, {})->application,
                 std::string("a.b"));
        QCOMPARE(matcher.match({"host-.sales", {}, MetricKind::Counter}, {})->application,
                 std::string("host-"));
    }

    void genericPresetSurvivesTheSettings()
    {
        GenericPreset generic;
        QVERIFY(generic.preset().rules.empty());
        generic.applicationName = "склад";
        generic.requestRate = "{application}.hits";
        generic.latency = "*.time";
        generic.activeUsers = "users";
        generic.timerUnit = TimerUnit::Seconds;
        QCOMPARE(genericFromJson(genericToJson(generic)), generic);
        QCOMPARE(generic.preset().rules.size(), std::size_t{4});
        QCOMPARE(genericFromJson({{u"latency"_s, u"a**"_s}, {u"timerUnit"_s, 7}}), GenericPreset());
        QCOMPARE(allPresets(generic).front().id, std::string(GenericPreset::Id));
    }
};

QTEST_GUILESS_MAIN(TestPresets)
#include "tst_presets.moc"
