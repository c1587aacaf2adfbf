// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/metricsfixture.h"

#include "widgets/models/metricmime.h"
#include "widgets/models/metricmodel.h"
#include "widgets/models/metrictreemodel.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace metriscope;
using net::MetricKind;
using ui::MetricFilter;
using ui::MetricMatcher;

namespace
{

QStringList namesIn(const ui::MetricModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names += model.index(row, 0).data().toString();
    return names;
}

QStringList namesIn(const ui::MetricTreeModel &model, const QModelIndex &parent = {})
{
    QStringList names;
    for (int row = 0; row < model.rowCount(parent); ++row)
        names += model.index(row, 0, parent).data().toString();
    return names;
}

template <typename Model>
void settle(Model &model)
{
    QTRY_VERIFY(model.order().isSettled());
}

} // namespace

class TestMetricModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filters_data()
    {
        using Syntax = MetricFilter::Syntax;
        QTest::addColumn<int>("syntax");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("tags");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *tag, Syntax syntax, const QString &text, const QByteArray &name,
                            const QByteArray &tags, bool matches) {
            QTest::addRow("%s", tag) << int(syntax) << text << name << tags << matches;
        };
        row("nothing typed", Syntax::Text, u"  "_s, "a", "", true);
        row("part of a name", Syntax::Text, u"hit"_s, "api.hits", "", true);
        row("case does not count", Syntax::Text, u"HiT"_s, "api.hITs", "", true);
        row("no part of it", Syntax::Text, u"miss"_s, "api.hits", "", false);
        row("both words", Syntax::Text, u"hits api"_s, "api.hits", "", true);
        row("only one word", Syntax::Text, u"hits web"_s, "api.hits", "", false);
        row("excluded", Syntax::Text, u"api -hits"_s, "api.hits", "", false);
        row("not excluded", Syntax::Text, u"api -miss"_s, "api.hits", "", true);
        row("a dash alone is text", Syntax::Text, u"-"_s, "api-hits", "", true);
        row("in the tags", Syntax::Text, u"eu-west"_s, "a", "env:dev,zone:eu-west-1", true);
        row("a tag", Syntax::Text, u"env:dev"_s, "a", "env:dev,zone:eu", true);
        row("a tag half typed", Syntax::Text, u"zone:e"_s, "a", "env:dev,zone:eu", true);
        row("a tag's end is no tag", Syntax::Text, u"one:eu"_s, "a", "env:dev,zone:eu", false);
        row("another value", Syntax::Text, u"env:prod"_s, "a", "env:dev", false);
        row("excluded tag", Syntax::Text, u"-env:dev"_s, "a", "env:dev", false);
        row("Cyrillic, other case", Syntax::Text, u"ПРИВЕТ"_s, "привет.мир", "", true);
        row("regular expression is text here", Syntax::Text, u"a.*"_s, "abc", "", false);

        row("star", Syntax::Glob, u"api.*"_s, "api.v1.hits", "", true);
        row("star in the middle", Syntax::Glob, u"api.*.hits"_s, "api.v1.hits", "", true);
        row("the whole name", Syntax::Glob, u"api"_s, "api.hits", "", false);
        row("question mark", Syntax::Glob, u"a?c"_s, "abc", "", true);
        row("question mark takes one", Syntax::Glob, u"a?c"_s, "abbc", "", false);
        row("question mark takes a character", Syntax::Glob, u"?б"_s, "аб", "", true);
        row("class", Syntax::Glob, u"v[0-9]"_s, "v3", "", true);
        row("not in the class", Syntax::Glob, u"v[0-9]"_s, "vx", "", false);
        row("negated class", Syntax::Glob, u"v[!0-9]"_s, "vx", "", true);
        row("a tag by wildcard", Syntax::Glob, u"env:d*"_s, "a", "env:dev,zone:eu", true);
        row("many stars end", Syntax::Glob, u"*a*a*a*a*a*a*a*a*b"_s, QByteArray(2000, 'a'), "", false);
        row("only stars", Syntax::Glob, u"***"_s, "x", "", true);

        row("expression anywhere", Syntax::Regex, u"h.t"_s, "api.hits", "", true);
        row("anchored", Syntax::Regex, u"^hits"_s, "api.hits", "", false);
        row("case of expression", Syntax::Regex, u"^API\\."_s, "api.hits", "", true);
        row("expression in tags", Syntax::Regex, u"env:(dev|test)"_s, "a", "env:test", true);
        row("back reference", Syntax::Regex, u"(.)\\1"_s, "hello", "", true);
    }
    void filters()
    {
        QFETCH(const int, syntax);
        QFETCH(const QString, text);
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, tags);
        QFETCH(const bool, matches);
        const MetricMatcher matcher({.text = text, .syntax = MetricFilter::Syntax(syntax)});
        QCOMPARE(int(matcher.error()), int(MetricMatcher::Error::None));
        net::MetricInfo info;
        info.name = {name.data(), std::size_t(name.size())};
        info.tags = {tags.data(), std::size_t(tags.size())};
        QCOMPARE(matcher.match(info) == MetricMatcher::Answer::Yes, matches);
    }
    void refusesFilters_data()
    {
        QTest::addColumn<MetricFilter>("filter");
        QTest::addColumn<int>("error");
        QTest::addColumn<int>("at");
        using Syntax = MetricFilter::Syntax;
        using Error = MetricMatcher::Error;
        const auto row = [](const char *tag, const QString &text, Syntax syntax, Error error, int at) {
            QTest::addRow("%s", tag) << MetricFilter{.text = text, .syntax = syntax} << int(error) << at;
        };
        row("open group", u"ab(c"_s, Syntax::Regex, Error::BadExpression, 4);
        row("nothing to repeat", u"*"_s, Syntax::Regex, Error::BadExpression, 0);
        row("open class", u"a[b"_s, Syntax::Glob, Error::OpenBracket, 1);
        row("empty class", u"a[]"_s, Syntax::Glob, Error::OpenBracket, 1);
        row("too long", QString(5000, u'x'), Syntax::Text, Error::TooLong, -1);
    }
    void refusesFilters()
    {
        QFETCH(const MetricFilter, filter);
        QFETCH(const int, error);
        QFETCH(const int, at);
        const MetricMatcher matcher(filter);
        QCOMPARE(int(matcher.error()), error);
        QCOMPARE(int(matcher.errorAt()), at);
    }
    void givesUpOnExpressionsThatExplode()
    {
        const MetricMatcher matcher({.text = u"^(a+)+$"_s, .syntax = MetricFilter::Syntax::Regex});
        const std::string name = std::string(60, 'a') + "!";
        net::MetricInfo info;
        info.name = name;
        QCOMPARE(int(matcher.match(info)), int(MetricMatcher::Answer::Undecided));
    }
    void filtersKinds()
    {
        const MetricMatcher matcher({.text = {}, .kinds = 1U << unsigned(MetricKind::Gauge)});
        QVERIFY(!matcher.acceptsAll());
        QVERIFY(matcher.match({.name = "a", .tags = {}, .kind = MetricKind::Gauge}) ==
                MetricMatcher::Answer::Yes);
        QVERIFY(matcher.match({.name = "a", .tags = {}, .kind = MetricKind::Timer}) ==
                MetricMatcher::Answer::No);
    }

    void comparesNames_data()
    {
        QTest::addColumn<QByteArray>("less");
        QTest::addColumn<QByteArray>("more");
        const auto row = [](const QByteArray &less, const QByteArray &more) {
            QTest::addRow("%s < %s", less.constData(), more.constData()) << less << more;
        };
        row("a", "b");
        row("a", "aa");
        row("a", "B");
        row("A", "a");
        row("A.x", "a.b");
        row("a2", "a10");
        row("a2.z", "a10.a");
        row("a1b", "a1c");
        row("a01", "a1");
        row("a", "a.b");
        row("a.z", "a-b");
        row("a.b", "a1");
        row("node9.x", "node10");
        row("", "a");
        row("a.9", "a.10.x");
        row("a.10", "a.b");
    }
    void comparesNames()
    {
        QFETCH(const QByteArray, less);
        QFETCH(const QByteArray, more);
        const std::string_view a{less.data(), std::size_t(less.size())};
        const std::string_view b{more.data(), std::size_t(more.size())};
        QVERIFY(ui::compareNames(a, b) < 0);
        QVERIFY(ui::compareNames(b, a) > 0);
        QCOMPARE(ui::compareNames(a, a), 0);
    }
    /// Sorting needs a strict order, and the tree that the names of a folder stand together.
    void namesAreInOneOrder()
    {
        std::vector<std::string> names;
        const std::string letters = "aA01.-";
        for (int i = 0; i < 6 * 6 * 6 * 6; ++i) {
            std::string name;
            for (int n = i; n > 0; n /= 6)
                name += letters[std::size_t(n % 6)];
            names.push_back(name);
        }
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
        std::sort(names.begin(), names.end(),
                  [](const std::string &a, const std::string &b) { return ui::compareNames(a, b) < 0; });
        for (std::size_t i = 0; i < names.size(); ++i)
            for (std::size_t j = i + 1; j < names.size(); ++j)
                QVERIFY2(ui::compareNames(names[i], names[j]) < 0, (names[i] + " " + names[j]).c_str());
        std::vector<std::string> folders;
        for (const std::string &name : names) {
            const std::string folder = name.substr(0, name.find('.') + 1);
            if (!folder.empty() && (folders.empty() || folders.back() != folder))
                folders.push_back(folder);
        }
        std::sort(folders.begin(), folders.end());
        QVERIFY(std::adjacent_find(folders.begin(), folders.end()) == folders.end());
    }

    void growsByOneInsert()
    {
        test::Metrics metrics;
        ui::MetricModel model(metrics.registry, metrics.store);
        const QAbstractItemModelTester tester(&model);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        for (const char *name : {"b", "a", "c"})
            metrics.add(name);
        model.order().grow(metrics.size());
        settle(model);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(namesIn(model), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        metrics.add("aa");
        model.order().grow(metrics.size());
        settle(model);
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(namesIn(model), (QStringList{u"a"_s, u"aa"_s, u"b"_s, u"c"_s}));
        QCOMPARE(int(model.order().total()), 4);
    }
    void filtersAndGrowsAtOnce()
    {
        test::Metrics metrics;
        ui::MetricModel model(metrics.registry, metrics.store);
        const QAbstractItemModelTester tester(&model);
        for (int i = 0; i < 1000; ++i)
            metrics.add("m" + std::to_string(i));
        model.order().grow(metrics.size());
        // Before the first answer is there: the rows to come and the filter must both count.
        QVERIFY(model.order().setFilter({.text = u"m99"_s}));
        metrics.add("m99.new");
        model.order().grow(metrics.size());
        settle(model);
        QCOMPARE(model.rowCount(), 12); // m99, m99.new, m990 .. m999
        QCOMPARE(model.index(1, 0).data().toString(), u"m99.new"_s);
        metrics.add("other");
        metrics.add("m99.newer");
        model.order().grow(metrics.size());
        settle(model);
        QCOMPARE(model.rowCount(), 13);
        QCOMPARE(int(model.order().total()), 1003);
        QVERIFY(!model.order().setFilter({.text = u"("_s, .syntax = MetricFilter::Syntax::Regex}));
        settle(model);
        QCOMPARE(model.rowCount(), 13);
        QVERIFY(model.order().setFilter({}));
        settle(model);
        QCOMPARE(model.rowCount(), 1003);
    }
    void sortsByValuesAndKeepsIndexes()
    {
        test::Metrics metrics;
        const net::MetricId a = metrics.add("a", MetricKind::Gauge), b = metrics.add("b", MetricKind::Gauge),
                            c = metrics.add("c", MetricKind::Gauge);
        metrics.add("silent", MetricKind::Gauge);
        ui::MetricModel model(metrics.registry, metrics.store);
        const QAbstractItemModelTester tester(&model);
        metrics.tick({{a, 5}, {b, -1}, {c, 100}});
        model.order().grow(metrics.size());
        settle(model);
        const QPersistentModelIndex onB = model.index(model.rowOf(b), 0);
        model.sort(int(ui::MetricColumn::Value), Qt::DescendingOrder);
        settle(model);
        QCOMPARE(namesIn(model), (QStringList{u"c"_s, u"a"_s, u"b"_s, u"silent"_s}));
        QCOMPARE(onB.row(), 2);
        metrics.tick({{a, 5}, {b, 1000}, {c, 100}});
        model.order().resort();
        settle(model);
        QCOMPARE(namesIn(model), (QStringList{u"b"_s, u"c"_s, u"a"_s, u"silent"_s}));
        QCOMPARE(onB.row(), 0);
        QCOMPARE(model.idAt(0), b);
        model.sort(int(ui::MetricColumn::Value), Qt::AscendingOrder);
        settle(model);
        QCOMPARE(namesIn(model), (QStringList{u"a"_s, u"c"_s, u"b"_s, u"silent"_s}));
    }
    void sortsByEveryColumn_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QStringList>("up");
        QTest::addColumn<QStringList>("down");
        const auto row = [](const char *tag, ui::MetricColumn column, const QString &up,
                            const QString &down) {
            QTest::addRow("%s", tag) << int(column) << up.split(u' ') << down.split(u' ');
        };
        row("name", ui::MetricColumn::Name, u"a b c d"_s, u"d c b a"_s);
        row("kind", ui::MetricColumn::Kind, u"b d a c"_s, u"c a b d"_s);
        row("tags", ui::MetricColumn::Tags, u"d b a c"_s, u"b d a c"_s);
        row("value", ui::MetricColumn::Value, u"d b a c"_s, u"a b d c"_s);
        row("rate", ui::MetricColumn::Rate, u"d b a c"_s, u"b d a c"_s);
        row("age", ui::MetricColumn::Age, u"a b d c"_s, u"d a b c"_s);
        row("source", ui::MetricColumn::Source, u"a b c d"_s, u"a b c d"_s);
        QTest::addRow("a tag's value")
            << ui::MetricColumnCount << u"d b a c"_s.split(u' ') << u"b d a c"_s.split(u' ');
    }
    void sortsByEveryColumn()
    {
        QFETCH(const int, column);
        QFETCH(const QStringList, up);
        QFETCH(const QStringList, down);
        test::Metrics metrics;
        const net::MetricId a = metrics.add("a", MetricKind::Gauge),
                            b = metrics.add("b", MetricKind::Counter, "env:test"),
                            c = metrics.add("c", MetricKind::Timer),
                            d = metrics.add("d", MetricKind::Counter, "env:dev");
        metrics.tick({{d, 3}});
        metrics.tick({{a, 50}, {b, 7}});
        Q_UNUSED(c);
        ui::MetricModel model(metrics.registry, metrics.store);
        const QAbstractItemModelTester tester(&model);
        model.setTagColumns({u"env"_s});
        model.order().grow(metrics.size());
        model.sort(column, Qt::AscendingOrder);
        settle(model);
        QCOMPARE(namesIn(model), up);
        model.sort(column, Qt::DescendingOrder);
        settle(model);
        QCOMPARE(namesIn(model), down);
    }
    void tagsAreColumns()
    {
        test::Metrics metrics;
        metrics.add("a", MetricKind::Counter, "bare,env:dev,zone:eu");
        ui::MetricModel model(metrics.registry, metrics.store);
        const QAbstractItemModelTester tester(&model);
        model.order().grow(metrics.size());
        settle(model);
        model.setTagColumns({u"zone"_s, u"env"_s, u"none"_s});
        QCOMPARE(model.columnCount(), ui::MetricColumnCount + 3);
        QCOMPARE(model.headerData(ui::MetricColumnCount, Qt::Horizontal, Qt::DisplayRole).toString(),
                 u"zone"_s);
        QCOMPARE(model.index(0, ui::MetricColumnCount).data().toString(), u"eu"_s);
        QCOMPARE(model.index(0, ui::MetricColumnCount + 2).data().toString(), QString());
        model.setTagColumns({u"env"_s});
        QCOMPARE(model.columnCount(), ui::MetricColumnCount + 1);
        QCOMPARE(model.index(0, ui::MetricColumnCount).data().toString(), u"dev"_s);
    }
    void cellsTellValues()
    {
        test::Metrics metrics;
        const net::MetricId hits = metrics.add("hits"), users = metrics.add("users", MetricKind::Gauge);
        metrics.add("evil\x1b\xE2\x80\xAE<b>");
        metrics.tick({{hits, 12}, {users, 3}});
        for (int i = 0; i < 70; ++i)
            metrics.tick({{hits, 12}});
        ui::MetricModel model(metrics.registry, metrics.store);
        model.order().grow(metrics.size());
        settle(model);
        const auto cell = [&](net::MetricId id, ui::MetricColumn column, int role = Qt::DisplayRole) {
            return model.index(model.rowOf(id), int(column)).data(role);
        };
        QCOMPARE(cell(hits, ui::MetricColumn::Value, ui::MetricRole::Sort).toDouble(), 12.0);
        QCOMPARE(cell(hits, ui::MetricColumn::Rate, ui::MetricRole::Sort).toDouble(), 12.0);
        QCOMPARE(cell(hits, ui::MetricColumn::Age).toString(), u"0 s"_s);
        QCOMPARE(cell(users, ui::MetricColumn::Age).toString(), u"1 min"_s);
        QCOMPARE(cell(users, ui::MetricColumn::Value, ui::MetricRole::Sort).toDouble(), 3.0);
        QVERIFY(std::isnan(cell(users, ui::MetricColumn::Rate, ui::MetricRole::Sort).toDouble()));
        QVERIFY(cell(users, ui::MetricColumn::Name, ui::MetricRole::Idle).toBool());
        QVERIFY(!cell(hits, ui::MetricColumn::Name, ui::MetricRole::Idle).toBool());
        QVERIFY(!cell(hits, ui::MetricColumn::Trend, Qt::AccessibleTextRole).toString().isEmpty());
        const QString evil = cell(net::MetricId{2}, ui::MetricColumn::Name).toString();
        QVERIFY(!evil.contains(QChar(0x1b)) && !evil.contains(QChar(0x202e)) && evil.contains(u"<b>"_s));
        QCOMPARE(cell(net::MetricId{2}, ui::MetricColumn::Value).toString(), QString());
    }
    void refreshIsOneChange()
    {
        test::Metrics metrics;
        for (int i = 0; i < 50; ++i)
            metrics.add("m" + std::to_string(i));
        ui::MetricModel model(metrics.registry, metrics.store);
        model.order().grow(metrics.size());
        settle(model);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.refresh(10, 1000);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 10);
        QCOMPARE(changed[0][1].toModelIndex().row(), 49);
        model.refresh(-1, 4);
        model.refresh(60, 70);
        QCOMPARE(changed.size(), 1);
    }
    void doesNothingWhileNobodyLooks()
    {
        test::Metrics metrics;
        metrics.add("a");
        ui::MetricModel model(metrics.registry, metrics.store);
        model.order().setActive(false);
        model.order().grow(metrics.size());
        QVERIFY(model.order().isSettled());
        QCOMPARE(model.rowCount(), 0);
        model.order().setActive(true);
        settle(model);
        QCOMPARE(model.rowCount(), 1);
    }
    void endsWhileSorting()
    {
        test::Metrics metrics;
        for (int i = 0; i < 50'000; ++i)
            metrics.add("some.name." + std::to_string(i * 7919 % 50'000));
        ui::MetricModel model(metrics.registry, metrics.store);
        model.order().grow(metrics.size());
        QVERIFY(!model.order().isSettled());
    }

    void treeOpensLazily()
    {
        test::Metrics metrics;
        for (const char *name : {"api.v1.hits", "api.v1.time", "api.v2.hits", "api", "web..x", "api.v1"})
            metrics.add(name);
        ui::MetricTreeModel model(metrics.registry, metrics.store);
        model.order().grow(metrics.size());
        settle(model);
        QCOMPARE(namesIn(model), (QStringList{u"api"_s, u"api"_s, u"web"_s}));
        const QModelIndex leaf = model.index(0, 0), api = model.index(1, 0), web = model.index(2, 0);
        QVERIFY(!model.hasChildren(leaf) && model.hasChildren(api));
        QCOMPARE(model.idAt(leaf), net::MetricId{3});
        QCOMPARE(model.idAt(api), net::NoMetric);
        QCOMPARE(model.pathOf(api), std::string("api."));
        QCOMPARE(namesIn(model, api), (QStringList{u"v1"_s, u"v1"_s, u"v2"_s}));
        QCOMPARE(namesIn(model, model.index(1, 0, api)), (QStringList{u"hits"_s, u"time"_s}));
        QCOMPARE(model.idsBelow(api).size(), std::size_t(4));
        QCOMPARE(model.rowCount(web), 1);
        QVERIFY(!model.index(0, 0, web).data().toString().isEmpty());
        QCOMPARE(model.indexOf(net::MetricId{1}).data().toString(), u"time"_s);
        QCOMPARE(model.folderAt("api.v1."), model.index(1, 0, api));
        QVERIFY(!model.folderAt("api.v3.").isValid());
        const QAbstractItemModelTester tester(&model);
    }
    void treeGrowsInPlace()
    {
        test::Metrics metrics;
        for (const char *name : {"b.x", "b.z", "d.x"})
            metrics.add(name);
        ui::MetricTreeModel model(metrics.registry, metrics.store);
        const QAbstractItemModelTester tester(&model);
        model.order().grow(metrics.size());
        settle(model);
        const QPersistentModelIndex b = model.index(0, 0), z = model.index(1, 0, b);
        QCOMPARE(model.idsBelow(model.index(1, 0)).size(), std::size_t(1));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        for (const char *name : {"b.y", "a", "c.x", "d.a.b", "b.a", "b.zz", "e", "b"})
            metrics.add(name);
        model.order().grow(metrics.size());
        settle(model);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(namesIn(model), (QStringList{u"a"_s, u"b"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}));
        QCOMPARE(b.row(), 2);
        QCOMPARE(namesIn(model, b), (QStringList{u"a"_s, u"x"_s, u"y"_s, u"z"_s, u"zz"_s}));
        QCOMPARE(z.row(), 3);
        QCOMPARE(model.idAt(z), net::MetricId{1});
        QCOMPARE(namesIn(model, model.index(4, 0)), (QStringList{u"a"_s, u"x"_s}));
        QVERIFY(model.order().setFilter({.text = u"d."_s}));
        settle(model);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(namesIn(model), (QStringList{u"d"_s}));
    }
    void treeHoldsWhatTheListHolds()
    {
        test::Metrics metrics;
        ui::MetricTreeModel tree(metrics.registry, metrics.store);
        unsigned random = 1;
        for (int round = 0; round < 20; ++round) {
            for (int i = 0; i < 50; ++i) {
                std::string name;
                for (int part = 0; part < 4; ++part) {
                    random = random * 1664525U + 1013904223U;
                    name += "aAb1.."[(random >> 16) % 6];
                }
                metrics.add(name);
            }
            tree.order().grow(metrics.size());
            settle(tree);
            // Everything that is open stays right while it grows.
            std::vector<std::uint32_t> leaves;
            std::vector<QModelIndex> open{QModelIndex()};
            while (!open.empty()) {
                const QModelIndex folder = open.back();
                open.pop_back();
                QCOMPARE(tree.rowCount(folder) > 0, tree.hasChildren(folder));
                for (int row = 0; row < tree.rowCount(folder); ++row) {
                    const QModelIndex child = tree.index(row, 0, folder);
                    QCOMPARE(child.parent(), folder);
                    if (tree.hasChildren(child))
                        open.push_back(child);
                    else
                        leaves.push_back(net::index(tree.idAt(child)));
                }
            }
            std::sort(leaves.begin(), leaves.end());
            QCOMPARE(leaves.size(), std::size_t(metrics.size()));
            QVERIFY(std::adjacent_find(leaves.begin(), leaves.end()) == leaves.end());
        }
        const QAbstractItemModelTester tester(&tree);
    }

    void hundredThousandRows()
    {
        test::Metrics metrics;
        for (int i = 0; i < 100'000; ++i)
            metrics.add("app" + std::to_string(i % 97) + ".url_" + std::to_string(i) + ".requests.count",
                        i % 3 ? MetricKind::Counter : MetricKind::Gauge);
        ui::MetricModel model(metrics.registry, metrics.store);
        ui::MetricTreeModel tree(metrics.registry, metrics.store);
        model.order().grow(metrics.size());
        tree.order().grow(metrics.size());
        settle(model);
        settle(tree);
        QCOMPARE(model.rowCount(), 100'000);
        QCOMPARE(tree.rowCount(), 97);
        QCOMPARE(tree.idsBelow({}).size(), std::size_t(100'000));
        QVERIFY(model.order().setFilter({.text = u"url_9999"_s}));
        settle(model);
        QCOMPARE(model.rowCount(), 11);
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.rowOf(model.idAt(row)), row);
    }

    void mimeRoundTrip()
    {
        test::Metrics metrics;
        metrics.add("a");
        metrics.add("b");
        const std::unique_ptr<QMimeData> data(
            ui::metricMimeData(metrics.registry, {net::MetricId{1}, net::MetricId{0}}));
        QCOMPARE(ui::metricsOf(*data, metrics.registry), (std::vector{net::MetricId{1}, net::MetricId{0}}));
        QCOMPARE(data->text(), u"b\na"_s);
        const test::Metrics fewer;
        QVERIFY(ui::metricsOf(*data, fewer.registry).empty());
        QMimeData damaged;
        QByteArray bytes = data->data(ui::metricMimeType());
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            damaged.setData(ui::metricMimeType(), bytes.left(size));
            QVERIFY(ui::metricsOf(damaged, metrics.registry).empty());
        }
    }
};

QTEST_MAIN(TestMetricModel)
#include "tst_metricmodel.moc"
