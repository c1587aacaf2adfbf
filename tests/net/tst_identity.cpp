// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/contexts/identity.h"
#include "netlayer/contexts/requestname.h"
#include "netlayer/contexts/requesttable.h"

#include <QTest>

using namespace metriscope::net;
using Form = PrefixReading::Form;
using What = RequestName::What;

Q_DECLARE_METATYPE(metriscope::net::PrefixReading::Form)
Q_DECLARE_METATYPE(metriscope::net::RequestName::What)
Q_DECLARE_METATYPE(metriscope::net::PrefixSpelling)

namespace
{

constexpr const char *Md5A = "2e07220ffe49e620e324f44fac4b106d";
constexpr const char *Md5B = "9e9be264d609c0e1a535693ba4c389aa";

QByteArray bytes(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

/// Who a name belongs to: prefixes as settings have them, and metric names as the client joins them.
class IdentityTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prefixes_data()
    {
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<Form>("form");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("parts");
        QTest::addColumn<bool>("trailingDot");
        QTest::addRow("as documented, trailing dot")
            << QByteArray("v1.tatar.bars.test.instance_test.") << Form::Complete
            << QByteArray("v1.tatar.bars.test.test") << QByteArray("v1|tatar|bars|test|test") << true;
        QTest::addRow("without the trailing dot")
            << QByteArray("v1.tatar.bars.test.instance_test") << Form::Complete
            << QByteArray("v1.tatar.bars.test.test") << QByteArray("v1|tatar|bars|test|test") << false;
        QTest::addRow("several trailing dots")
            << QByteArray("v1.r.c.p.instance_i...") << Form::Complete << QByteArray("v1.r.c.p.i")
            << QByteArray("v1|r|c|p|i") << true;
        QTest::addRow("short") << QByteArray("v1.tatar.") << Form::Short << QByteArray("v1.tatar")
                               << QByteArray("v1|tatar|||") << true;
        QTest::addRow("one part") << QByteArray("app") << Form::Short << QByteArray("app")
                                  << QByteArray("app||||") << false;
        QTest::addRow("none") << QByteArray() << Form::None << QByteArray() << QByteArray("||||") << false;
        QTest::addRow("nothing but a dot")
            << QByteArray(".") << Form::None << QByteArray() << QByteArray("||||") << true;
        QTest::addRow("six parts") << QByteArray("a.b.c.d.e.f") << Form::Foreign << QByteArray("a.b.c.d.e.f")
                                   << QByteArray("||||") << false;
        QTest::addRow("five without instance_") << QByteArray("a.b.c.d.e.") << Form::Foreign
                                                << QByteArray("a.b.c.d.e") << QByteArray("||||") << true;
        QTest::addRow("an empty part")
            << QByteArray("a..c.") << Form::Foreign << QByteArray("a..c") << QByteArray("||||") << true;
        QTest::addRow("a bare instance_")
            << QByteArray("v1.r.c.p.instance_") << Form::Complete << QByteArray("v1.r.c.p.instance_")
            << QByteArray("v1|r|c|p|instance_") << false;
        QTest::addRow("Cyrillic of a Python 2 client")
            << QByteArray("v1.татарстан.c.p.instance_и.") << Form::Complete
            << QByteArray("v1.татарстан.c.p.и") << QByteArray("v1|татарстан|c|p|и") << true;
    }
    void prefixes()
    {
        QFETCH(QByteArray, prefix);
        const PrefixReading reading = readPrefix(prefix.toStdString());
        QTEST(reading.form, "form");
        QTEST(reading.trailingDot, "trailingDot");
        QTEST(QByteArray::fromStdString(reading.name), "name");
        QByteArray parts;
        for (const std::string &part : reading.identity.parts)
            parts += QByteArray::fromStdString(part) + '|';
        parts.chop(1);
        QTEST(parts, "parts");
        if (reading.form != Form::Foreign) {
            QCOMPARE(reading.identity.name(), reading.name);
            QCOMPARE(Identity::fromName(reading.name), reading.identity);
        }
        QCOMPARE(reading.identity.isComplete(), reading.form == Form::Complete);
    }

    void names_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<PrefixSpelling>("spelling");
        QTest::addColumn<What>("what");
        QTest::addColumn<QByteArray>("parts"); // controller|url|method
        const QByteArray a(Md5A), b(Md5B), parts = a + '|' + b + "|post";
        const QByteArray tail = "controller_" + a + ".url_" + b + ".method_post.requests.";
        QTest::addRow("double dot") << "v1.t.b.p.instance_i.." + tail + "count"
                                    << QByteArray("v1.t.b.p.instance_i.") << PrefixSpelling::DoubleDot
                                    << What::Count << parts;
        QTest::addRow("single dot") << "v1.t.b.p.instance_i." + tail + "timing"
                                    << QByteArray("v1.t.b.p.instance_i") << PrefixSpelling::SingleDot
                                    << What::Timing << parts;
        QTest::addRow("no prefix") << tail + "timing" << QByteArray() << PrefixSpelling::None << What::Timing
                                   << parts;
        QTest::addRow("before 2013-12-16, no url and no method")
            << "v1.t.b.p.instance_i..controller_" + a + ".requests.count"
            << QByteArray("v1.t.b.p.instance_i.") << PrefixSpelling::DoubleDot << What::Count << a + "||";
        QTest::addRow("total") << QByteArray("v1.t..requests.total") << QByteArray("v1.t.")
                               << PrefixSpelling::DoubleDot << What::Anything << QByteArray("||");
        QTest::addRow("users") << QByteArray("v1.t.users.active") << QByteArray("v1.t")
                               << PrefixSpelling::SingleDot << What::Anything << QByteArray("||");
        QTest::addRow("bare users") << QByteArray("users.count") << QByteArray() << PrefixSpelling::None
                                    << What::Anything << QByteArray("||");
        QTest::addRow("a hash that is none") << QByteArray("a.controller_x.requests.count") << QByteArray("a")
                                             << PrefixSpelling::SingleDot << What::Count << QByteArray("x||");
        QTest::addRow("a prefix that looks like ours")
            << QByteArray("my_controller_x.controller_y.requests.count") << QByteArray("my_controller_x")
            << PrefixSpelling::SingleDot << What::Count << QByteArray("y||");
    }
    void names()
    {
        QFETCH(QByteArray, name);
        const std::string text = name.toStdString();
        const auto read = readRequestName(text);
        QVERIFY(read);
        QTEST(bytes(read->prefix), "prefix");
        QTEST(read->spelling, "spelling");
        QTEST(read->what, "what");
        QTEST(bytes(read->controller) + '|' + bytes(read->url) + '|' + bytes(read->method), "parts");
    }

    void foreignNames_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name :
             {"", "requests", "api.hits", "my_requests.total", "a.xcontroller_y.requests.count",
              "controller_.requests.count", "controller_x.url_y.requests.count",
              "controller_x.url_y.method_.requests.count", "controller_x.more.requests.timing",
              "controller_x.url_y.method_get.more.requests.count", "controller_xrequests.count",
              ".requests.count"})
            QTest::addRow("%s", name) << QByteArray(name);
    }
    void foreignNames()
    {
        QFETCH(QByteArray, name);
        const std::string text = name.toStdString();
        QVERIFY(!readRequestName(text));
    }

    void requestsByApplicationAndController()
    {
        const std::string a(Md5A), b(Md5B);
        const std::string tail = "controller_" + a + ".url_" + b + ".method_post.requests.";
        const std::vector<std::string> names{"v1.t.b.p.instance_i.." + tail + "count",  // 0
                                             "v1.t.b.p.instance_i.." + tail + "timing", // 1
                                             "v1.t.b.p.instance_i." + tail + "count", // 2: the other spelling
                                             "v1.t.b.p.instance_i..requests.total",   // 3
                                             "other.controller_" + b + ".requests.timing", // 4
                                             tail + "count",                               // 5
                                             "v1.t.b.p.instance_i..controller_" + a + ".url_" + b +
                                                 ".method_get.requests.count"}; // 6
        RequestTable table;
        for (std::uint32_t i = 0; i < names.size(); ++i)
            QVERIFY(table.add(MetricId{i}, {names[i], {}, MetricKind::Counter, Unit::None, StatsdSource}));
        QVERIFY(!table.add(MetricId{9}, {"api.hits", {}, MetricKind::Counter, Unit::None, StatsdSource}));
        QCOMPARE(table.applications().size(), std::size_t{3});
        const RequestTable::Application &m3 = table.applications()[0];
        QCOMPARE(m3.name, std::string("v1.t.b.p.i"));
        QCOMPARE(m3.spellings, PrefixSpellings{3});
        QCOMPARE(m3.controllers.size(), std::size_t{1});
        const RequestTable::Controller &controller = table.controllers()[m3.controllers[0]];
        QCOMPARE(controller.hash, std::string_view(a));
        QCOMPARE(controller.requests.size(), std::size_t{2});
        const RequestTable::Request &post = table.requests()[controller.requests[0]];
        QCOMPARE(post.url, std::string_view(b));
        QCOMPARE(post.method, std::string_view("post"));
        QCOMPARE(post.counts, (std::vector{MetricId{0}, MetricId{2}}));
        QCOMPARE(post.timings, std::vector{MetricId{1}});
        QCOMPARE(table.applications()[1].name, std::string("other"));
        QVERIFY(table.requests()[table.controllers()[table.applications()[1].controllers[0]].requests[0]]
                    .url.empty());
        QCOMPARE(table.applications()[2].name, std::string());
        QCOMPARE(table.applications()[2].spellings, PrefixSpellings{0});
    }

    void tooManyRequestsAreCounted()
    {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < RequestTable::MaxRequests + 10; ++i)
            names.push_back("a.controller_x.url_" + std::to_string(i) + ".method_get.requests.count");
        RequestTable table;
        for (std::uint32_t i = 0; i < names.size(); ++i)
            QVERIFY(table.add(MetricId{i}, {names[i], {}, MetricKind::Counter, Unit::None, StatsdSource}));
        QCOMPARE(table.requests().size(), RequestTable::MaxRequests);
        QCOMPARE(table.leftOut(), std::uint64_t{10});
    }
};

QTEST_APPLESS_MAIN(IdentityTest)
#include "tst_identity.moc"
