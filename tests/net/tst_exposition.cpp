// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/expositiontext.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace metriscope::net;
using namespace metriscope::net::test;

namespace
{

constexpr auto Text = ExpositionFormat::Text;
constexpr auto OpenMetrics = ExpositionFormat::OpenMetrics;

QByteArray recorded(const QString &name)
{
    QFile file(QStringLiteral(METRISCOPE_TEST_DATA "/exposition/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(file.fileName()));
    return file.readAll();
}

} // namespace

/// What is read from expositions, line by line and as families. Rows are named after the corner cases.
class TestExposition final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers_data();
    void numbers();
    void contentTypes_data();
    void contentTypes();
    void accepts_data();
    void accepts();
    void problems_data();
    void problems();
    void familiesOfRecordedAnswers_data();
    void familiesOfRecordedAnswers();
    void formatsOfTheSameRegistryAgree();
    void chunksMakeNoDifference_data();
    void chunksMakeNoDifference();
    void memoryIsBounded();
};

void TestExposition::numbers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("good");
    QTest::addColumn<double>("value");
    const double inf = qInf(), nan = qQNaN();
    const auto row = [](const char *text, bool good, double value = 0) {
        QTest::addRow("'%s'", text) << QByteArray(text) << good << value;
    };
    row("1", true, 1);
    row("+1", true, 1);
    row("-1.5", true, -1.5);
    row("-0.0", true, -0.0);
    row("0.1", true, 0.1);
    row("123456789012345", true, 123456789012345.0);
    row("1234567890123456789", true, 1234567890123456789.0);
    row("0.30000000000000004", true, 0.30000000000000004);
    row("1.7951778285611753e+09", true, 1.7951778285611753e+09);
    row("1.7976931348623157e+308", true, 1.7976931348623157e+308);
    row("5e-324", true, 5e-324);
    row("1e-400", true, 0);
    row(".5", true, 0.5);
    row("5.", true, 5);
    row("007", true, 7);
    row("1.8e19", true, 1.8e19);
    row("NaN", true, nan);
    row("nan", true, nan);
    row("-NaN", true, nan);
    row("+Inf", true, inf);
    row("-Inf", true, -inf);
    row("inf", true, inf);
    row("Infinity", true, inf);
    row("-INFINITY", true, -inf);
    for (const char *bad : {"", "+", "-", ".", "1..2", "0x10", "1_000", "1,5", "1e400", "1e", "1 ", " 1",
                            "nan(1)", "infinit", "--1", "+-1", "1f", "e5"})
        row(bad, false);
}

void TestExposition::numbers()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, good);
    QFETCH(double, value);
    const auto read = expositionNumber({text.constData(), std::size_t(text.size())});
    QCOMPARE(read.has_value(), good);
    if (good && !qIsNaN(value)) {
        QVERIFY2(*read == value, qPrintable(QString::number(*read, 'g', 17)));
        QCOMPARE(std::signbit(*read), std::signbit(value));
    }
    if (good && qIsNaN(value))
        QVERIFY(qIsNaN(*read));
}

void TestExposition::contentTypes_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("format");
    const auto row = [](const char *type, const QString &format) {
        QTest::addRow("'%s'", type) << QByteArray(type) << format;
    };
    row("text/plain; version=0.0.4; charset=utf-8", u"text"_s);
    row("text/plain; version=1.0.0; escaping=allow-utf-8", u"text"_s);
    row("text/plain; version=9.9.9", u"text"_s); // M6
    row("text/plain", u"text"_s);                // M6
    row("", u"text"_s);                          // M6
    row("application/openmetrics-text; version=0.0.1; charset=utf-8", u"openmetrics"_s);
    row("application/openmetrics-text;version=1.0.0", u"openmetrics"_s);
    row(" Application/OpenMetrics-Text ", u"openmetrics"_s);
    row("text/html; charset=utf-8", {});
    row("application/json", {});
}

void TestExposition::contentTypes()
{
    QFETCH(QByteArray, type);
    QFETCH(QString, format);
    const auto found = formatOfContentType({type.constData(), std::size_t(type.size())});
    QCOMPARE(found ? QString::fromLatin1(formatName(*found).data()) : QString(), format);
}

void TestExposition::accepts_data()
{
    QTest::addColumn<bool>("openMetrics");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("samples");
    const auto row = [](const char *name, ExpositionFormat format, const QByteArray &text,
                        const QStringList &samples) {
        QTest::newRow(name) << (format == OpenMetrics) << text << samples;
    };
    row("plain", Text, "a 1\n", {u"a value a{} 1"_s});
    row("M1 escapes", Text,
        R"(a{q="a\"b\\c\nd"} 1.5)"
        "\n",
        {u"a value a{q=a\"b\\c\nd} 1.5"_s});
    row("M1 blanks and tabs", Text, "a\t { x = \"1\" ,\ty=\"2\" }  3\t 1700000000123 \n",
        {u"a value a{x=1,y=2} 3 @1700000000.123"_s});
    row("M1 trailing comma", Text, "a{x=\"b\",} 1\n", {u"a value a{x=b} 1"_s});
    row("no labels in braces", Text, "a{} 1\n", {u"a value a{} 1"_s});
    row("M1 values that are none", Text, "a +Inf\nb -Inf\nc NaN\n",
        {u"a value a{} inf"_s, u"b value b{} -inf"_s, u"c value c{} nan"_s});
    row("M1 timestamps of OpenMetrics", OpenMetrics, "a 1 1700000000.123\n# EOF\n",
        {u"a value a{} 1 @1700000000.123"_s});
    row("M2 no type", Text, "a_total 1\n", {u"a_total value a_total{} 1"_s});
    row("M3 exemplar", OpenMetrics,
        "# TYPE foo counter\nfoo_total 1 # {trace_id=\"x\"} 0.67 1520879607.789\n# EOF\n",
        {u"foo total foo_total{} 1 #{trace_id=x} 0.67000000000000004 @1520879607.789"_s});
    row("exemplar behind a timestamp, without one of its own", OpenMetrics,
        "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 1 5 # {} 3\n# EOF\n",
        {u"h bucket h_bucket{le=+Inf} 1 @5.000 #{} 3"_s});
    row("M3 EOF is a comment in text", Text, "a 1\n# EOF\nb 2\n", {u"a value a{} 1"_s, u"b value b{} 2"_s});
    row("M4 counter in OpenMetrics", OpenMetrics,
        "# TYPE foo counter\nfoo_total{a=\"1\"} 2\nfoo_created{a=\"1\"} 3\n# EOF\n",
        {u"foo total foo_total{a=1} 2"_s, u"foo created foo_created{a=1} 3"_s});
    row("M4 counter in text", Text,
        "# TYPE foo_total counter\nfoo_total 2\n# TYPE foo_created gauge\nfoo_created 3\n",
        {u"foo total foo_total{} 2"_s, u"foo created foo_created{} 3"_s});
    row("M5 quoted name", Text, "{\"http.server.requests\",\"http.method\"=\"get\"} 171\n",
        {u"http.server.requests value http.server.requests{http.method=get} 171"_s});
    row("M5 quoted name with its type", Text, "# HELP \"a.b\" Help\n# TYPE \"a.b\" counter\n{\"a.b\"} 1\n",
        {u"a.b total a.b{} 1"_s});
    row("M5 colon that HELP and TYPE do not have", Text, "# HELP a_b h\n# TYPE a_b gauge\na:b{x=\"1\"} 4\n",
        {u"a:b value a:b{x=1} 4"_s});
    row("UTF-8 in a value", Text, "a{q=\"приложение\"} 3\n", {u"a value a{q=приложение} 3"_s});
    row("summary", Text,
        "# TYPE s summary\ns{quantile=\"0.5\"} 1\ns{quantile=\"0.99\"} 2\ns_sum 3\ns_count 4\n",
        {u"s quantile s{quantile=0.5} 1"_s, u"s quantile s{quantile=0.99} 2"_s, u"s sum s_sum{} 3"_s,
         u"s count s_count{} 4"_s});
    row("info and stateset", OpenMetrics,
        "# TYPE b info\nb_info{v=\"1\"} 1\n# TYPE s stateset\ns{s=\"up\"} 1\ns{s=\"down\"} 0\n# EOF\n",
        {u"b info b_info{v=1} 1"_s, u"s state s{s=up} 1"_s, u"s state s{s=down} 0"_s});
    row("gauge histogram", OpenMetrics,
        "# TYPE g gaugehistogram\ng_bucket{le=\"+Inf\"} 3\ng_gcount 3\ng_gsum -4\n# EOF\n",
        {u"g bucket g_bucket{le=+Inf} 3"_s, u"g count g_gcount{} 3"_s, u"g sum g_gsum{} -4"_s});
    row("blanks within a comment", Text, "#  HELP   a  Text\n#\tTYPE\ta\tgauge\n# whatever {\na 1\n",
        {u"a value a{} 1"_s});
    row("unit", OpenMetrics, "# TYPE a_seconds gauge\n# UNIT a_seconds seconds\na_seconds 1\n# EOF\n",
        {u"a_seconds value a_seconds{} 1"_s});
    row("labels in another order are other samples of one family", Text,
        "a{x=\"1\",y=\"2\"} 1\na{x=\"2\",y=\"1\"} 2\n",
        {u"a value a{x=1,y=2} 1"_s, u"a value a{x=2,y=1} 2"_s});
    row("names of the family as prefix of another", Text,
        "# TYPE a counter\na_total 1\n# TYPE a_total_b gauge\na_total_b 2\n",
        {u"a total a_total{} 1"_s, u"a_total_b value a_total_b{} 2"_s});
}

void TestExposition::accepts()
{
    QFETCH(bool, openMetrics);
    QFETCH(QByteArray, text);
    QFETCH(QStringList, samples);
    const ExpositionLog log = readExposition(text, openMetrics ? OpenMetrics : Text);
    QCOMPARE(log.samples, samples);
    QCOMPARE(log.problems, QStringList());
}

void TestExposition::problems_data()
{
    QTest::addColumn<bool>("openMetrics");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("problems");
    QTest::addColumn<int>("samples"); ///< that are accepted all the same
    const auto row = [](const char *name, ExpositionFormat format, const QByteArray &text, int samples,
                        const QStringList &problems) {
        QTest::newRow(name) << (format == OpenMetrics) << text << problems << samples;
    };
    row("M1 no newline at the end", Text, "a 1\nb 2", 2, {u"2:3 missing-newline"_s});
    row("M2 type after samples", Text, "a 1\n# TYPE a counter\n", 1, {u"2:0 type-after-samples"_s});
    row("M2 type of a histogram after samples", Text,
        "h_bucket{le=\"+Inf\"} 1\n# TYPE h histogram\nh_count 1\n", 2, {u"2:0 type-after-samples"_s});
    row("M2 series twice", Text, "a{x=\"1\",y=\"2\"} 1\na{y=\"2\", x=\"1\"} 2\n", 2,
        {u"2:0 duplicate-series"_s});
    row("an empty label is no label", Text, "a{x=\"\"} 1\na 2\n", 2, {u"2:0 duplicate-series"_s});
    row("M2 no bucket for all", Text, "# TYPE h histogram\nh_bucket{le=\"1\"} 1\nh_count 1\nh_sum 1\n", 3,
        {u"2:0 no-inf-bucket"_s});
    row("M2 bucket for all that is not the count", Text,
        "# TYPE h histogram\nh_bucket{le=\"1\"} 1\nh_bucket{le=\"+Inf\"} 1\nh_count 2\nh_sum 1\n", 4,
        {u"2:0 inf-bucket-is-not-count"_s});
    row("buckets that fall", Text,
        "# TYPE h histogram\nh_bucket{le=\"1\"} 3\nh_bucket{le=\"2\"} 2\nh_bucket{le=\"+Inf\"} 3\n", 3,
        {u"2:0 falling-buckets"_s});
    row("histograms that lie between each other", Text,
        "# TYPE h histogram\nh_bucket{le=\"1\",p=\"a\"} 3\nh_bucket{le=\"1\",p=\"b\"} 1\n"
        "h_bucket{le=\"+Inf\",p=\"a\"} 3\nh_bucket{le=\"+Inf\",p=\"b\"} 1\nh_count{p=\"a\"} 3\n",
        5, {});
    row("M3 data after EOF", OpenMetrics, "a 1\n# EOF\nb 1\nc 1\n", 3, {u"3:0 data-after-eof"_s});
    row("M3 no EOF", OpenMetrics, "a 1\n", 1, {u"1:0 missing-eof (truncated)"_s});
    row("M3 no EOF, cut within a line", OpenMetrics, "a 1\nb{x=\"tr", 0 + 1,
        {u"2:4 unterminated-value (truncated)"_s, u"2:7 missing-newline"_s,
         u"2:0 missing-eof (truncated)"_s});
    row("EOF without a newline", OpenMetrics, "a 1\n# EOF", 1, {});
    row("M3 exemplar in text", Text, "a_total 1 # {trace_id=\"x\"} 0.67\nb 1\n", 1,
        {u"1:10 exemplar-in-text (OpenMetrics sent as text)"_s});
    row("exemplar damaged", OpenMetrics, "# TYPE a counter\na_total 1 # {x=\"1\" 0.67\n# EOF\n", 1,
        {u"2:19 bad-exemplar"_s});
    row("exemplar without a value", OpenMetrics, "# TYPE a counter\na_total 1 # {x=\"1\"}\n# EOF\n", 1,
        {u"2:19 bad-exemplar"_s});
    row("exemplar of a gauge", OpenMetrics, "# TYPE a gauge\na 1 # {x=\"1\"} 1\n# EOF\n", 1,
        {u"2:0 misplaced-exemplar"_s});
    row("exemplar too long", OpenMetrics,
        "# TYPE a counter\na_total 1 # {x=\"" + QByteArray(130, 'y') + "\"} 1\n# EOF\n", 1,
        {u"2:10 long-exemplar"_s});
    row("M6 HTML", Text, "\n<html>\n<body>x</body>\n", 0, {u"2:0 bad-name"_s, u"3:0 bad-name"_s});
    row("HTML", Text, "<!DOCTYPE html>\n<html>\na 1\n", 0, {u"1:0 not-exposition (HTML page)"_s});
    row("HTML in one line", Text, "  <html>a</html>", 0, {u"1:2 not-exposition (HTML page)"_s});
    row("JSON", Text, "{\"status\": \"ok\", \"a\": 1}\n", 0, {u"1:0 not-exposition (JSON document)"_s});
    row("gzip", Text, "\x1f\x8b\x08rest", 0, {u"1:0 not-exposition (gzip bytes)"_s});
    row("byte order mark", Text, "\xEF\xBB\xBF# HELP a b\na 1\n", 1, {u"1:0 byte-order-mark"_s});
    row("carriage returns", Text, "# TYPE a gauge\r\na 1\r\nb 2\r\n", 2, {u"1:14 carriage-return"_s});
    row("leading blank", Text, " a 1\n\tb 2\n", 2, {u"1:0 leading-blank"_s});
    row("empty lines", Text, "\n \na 1\n", 1, {});
    row("empty line in OpenMetrics", OpenMetrics, "\na 1\n# EOF\n", 1, {u"1:0 empty-line"_s});
    row("not UTF-8", Text, "a{q=\"\xD0\"} 1\n", 1, {u"1:0 invalid-utf8"_s});
    row("unknown escape", Text, "a{q=\"a\\d\"} 1\n", 1, {u"1:6 unknown-escape"_s});
    row("timestamp with a fraction", Text, "a 1 1.5\nb 1 -3\n", 2, {u"1:4 odd-timestamp"_s});
    row("timestamp that is none", Text, "a 1 x\nb 1\n", 1, {u"1:4 bad-timestamp"_s});
    row("text behind", Text, "a 1 2 3\n", 0, {u"1:6 trailing-text"_s});
    row("decimal comma", Text, "a 1,5\nb 1\n", 1, {u"1:2 bad-value (decimal comma)"_s});
    row("hexadecimal", Text, "a 0x10\n", 0, {u"1:2 bad-value (hexadecimal number)"_s});
    row("digit separator", Text, "a 1_000\n", 0, {u"1:2 bad-value (digit separator)"_s});
    row("out of range", Text, "a 1e400\n", 0, {u"1:2 bad-value (out of range)"_s});
    row("no value", Text, "a\nb{x=\"1\"}\n", 0, {u"1:1 missing-value"_s, u"2:8 missing-value"_s});
    row("raw newline in a label", Text, "a{x=\"1\n2\"} 1\nb 1\n", 1,
        {u"1:4 unterminated-value (raw newline in a label value)"_s, u"2:0 bad-name"_s});
    row("label twice", Text, "a{x=\"1\",x=\"2\"} 1\n", 0, {u"1:8 duplicate-label"_s});
    row("label without quotes", Text, "a{x=1} 1\n", 0, {u"1:4 bad-labels"_s});
    row("label name with a dash", Text, "a{x-y=\"1\"} 1\n", 0, {u"1:3 bad-labels"_s});
    row("label without a name", Text, "a{=\"1\"} 1\n", 0, {u"1:2 bad-label-name"_s});
    row("no closing brace", Text, "a{x=\"1\" 1\n", 0, {u"1:8 bad-labels"_s});
    row("two commas", Text, "a{x=\"1\",,y=\"2\"} 1\n", 0, {u"1:8 bad-label-name"_s});
    row("name of a digit", Text, "1a 1\n", 0, {u"1:0 bad-name"_s});
    row("name with a dash", Text, "a-b 1\n", 0, {u"1:1 bad-name"_s});
    row("no name at all", Text, "{x=\"1\"} 1\n", 0, {u"1:0 bad-name"_s});
    row("a line of statsd", Text, "api.hits:1|c\nhits:1|c\n", 0,
        {u"1:3 bad-name"_s, u"2:6 bad-name (statsd line)"_s});
    row("type that is none", Text, "# TYPE a meter\na 1\n", 1, {u"1:9 unknown-type"_s});
    row("type without a name", Text, "# TYPE\n# TYPE a\n# HELP -\n", 0,
        {u"1:6 bad-comment"_s, u"2:8 bad-comment"_s, u"3:7 bad-comment"_s});
    row("type twice", Text, "# TYPE a gauge\n# TYPE a counter\na 1\n", 1, {u"2:0 duplicate-metadata"_s});
    row("help twice", Text, "# HELP a x\n# TYPE a gauge\n# HELP a y\na 1\n", 1,
        {u"3:0 duplicate-metadata"_s});
    row("families that lie between each other", Text,
        "# TYPE a gauge\n# TYPE b gauge\na{x=\"1\"} 1\nb 1\na{x=\"2\"} 1\nb{x=\"2\"} 1\na{x=\"3\"} 1\n", 5,
        {u"5:0 interleaved-family"_s, u"6:0 interleaved-family"_s});
    row("unit that the name does not have", OpenMetrics, "# UNIT a seconds\na 1\n# EOF\n", 1,
        {u"1:0 unit-not-in-name"_s});
    row("counter without _total", OpenMetrics, "# TYPE a counter\na 1\n# EOF\n", 1,
        {u"2:0 suffix-of-other-type (counter without _total)"_s});
    row("bucket without a bound", Text, "# TYPE h histogram\nh_bucket{x=\"1\"} 1\nh_bucket{le=\"x\"} 1\n", 0,
        {u"2:8 bad-bucket-bound"_s, u"3:8 bad-bucket-bound"_s});
    row("quantile beyond one", Text, "# TYPE s summary\ns{quantile=\"95\"} 1\n", 0, {u"2:1 bad-quantile"_s});
    row("counter below zero", Text, "# TYPE a counter\na_total -1\n", 1, {u"2:0 negative-counter"_s});
    row("line too long", Text, "a{x=\"" + QByteArray(70'000, 'y') + "\"} 1\nb 2\n", 1,
        {u"1:65536 line-too-long"_s});
    QByteArray many = "a{";
    for (int i = 0; i < 65; ++i)
        many += 'l' + QByteArray::number(i) + "=\"1\",";
    row("too many labels", Text, many + "} 1\nb 1\n", 1,
        {u"1:%1 too-many-labels"_s.arg(many.lastIndexOf('l'))});
}

void TestExposition::problems()
{
    QFETCH(bool, openMetrics);
    QFETCH(QByteArray, text);
    QFETCH(QStringList, problems);
    QFETCH(int, samples);
    const ExpositionLog log = readExposition(text, openMetrics ? OpenMetrics : Text);
    QCOMPARE(log.problems, problems);
    QCOMPARE(int(log.sampleCount), samples);
}

void TestExposition::familiesOfRecordedAnswers_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("some"); ///< of its families
    QTest::addColumn<int>("families");
    QTest::newRow("every kind, text")
        << u"prom_client_allkinds_0.0.4.txt"_s
        << QStringList{u"jobs counter 6"_s,   u"temp_celsius gauge 8"_s, u"lat summary 3"_s,
                       u"hist histogram 7"_s, u"build_info gauge 1"_s,   u"state gauge 2"_s,
                       u"withts gauge 1"_s,   u"unk untyped 1"_s,        u"gh gaugehistogram 4"_s}
        << 9;
    QTest::newRow("every kind, OpenMetrics")
        << u"prom_client_allkinds_openmetrics.txt"_s
        << QStringList{u"jobs counter 6"_s,     u"temp_celsius gauge 8 celsius"_s,
                       u"lat summary 3"_s,      u"hist histogram 7"_s,
                       u"build info 1"_s,       u"state stateset 2"_s,
                       u"withts gauge 1"_s,     u"unk unknown 1"_s,
                       u"gh gaugehistogram 4"_s}
        << 9;
    const QStringList django{u"django_http_requests_before_middlewares counter 2"_s,
                             u"process_start_time_seconds gauge 1"_s};
    for (const char *file :
         {"django_view_0.0.4.txt", "django_export_port_0.0.4.txt", "django_export_port_openmetrics.txt",
          "django_port_range_8001_0.0.4.txt", "django_port_range_8001_openmetrics.txt"})
        QTest::newRow(file) << QString::fromLatin1(file) << django << 0;
    QTest::newRow("django_namespace")
        << u"django_namespace_0.0.4.txt"_s
        << QStringList{u"myproject_django_http_requests_before_middlewares counter 2"_s} << 0;
    QTest::newRow("django_multiproc")
        << u"django_multiproc_after_worker_death_0.0.4.txt"_s
        << QStringList{u"django_http_requests_before_middlewares counter 1"_s} << 0;
}

void TestExposition::familiesOfRecordedAnswers()
{
    QFETCH(QString, file);
    QFETCH(QStringList, some);
    QFETCH(int, families);
    QStringList found;
    const auto format = file.contains(u"openmetrics"_s) ? OpenMetrics : Text;
    const ExpositionLog log = readExposition(recorded(file), format, 4096, &found);
    QCOMPARE(log.problems, QStringList());
    QVERIFY(log.sampleCount > 30);
    for (const QString &each : some)
        QVERIFY2(found.contains(each), qPrintable(each + u" is not among:\n"_s + found.join(u'\n')));
    if (families > 0)
        QCOMPARE(found.size(), families);
}

/// M4: whatever was negotiated, the same samples come of it.
void TestExposition::formatsOfTheSameRegistryAgree()
{
    const ExpositionLog text = readExposition(recorded(u"prom_client_allkinds_0.0.4.txt"_s), Text);
    const ExpositionLog open =
        readExposition(recorded(u"prom_client_allkinds_openmetrics.txt"_s), OpenMetrics);
    const auto names = [](const ExpositionLog &log) {
        QStringList all;
        for (const QString &line : log.samples)
            all << line.section(u' ', 2, 2);
        all.sort();
        return all;
    };
    QCOMPARE(names(text), names(open));
}

void TestExposition::chunksMakeNoDifference_data()
{
    QTest::addColumn<int>("chunk");
    for (const int chunk : {1, 2, 7, 100, 4095})
        QTest::addRow("%d bytes", chunk) << chunk;
}

void TestExposition::chunksMakeNoDifference()
{
    QFETCH(int, chunk);
    for (const auto &[file, format] : {std::pair{u"prom_client_allkinds_0.0.4.txt"_s, Text},
                                       std::pair{u"prom_client_allkinds_openmetrics.txt"_s, OpenMetrics}}) {
        const QByteArray text = recorded(file);
        const ExpositionLog whole = readExposition(text, format),
                            pieces = readExposition(text, format, chunk);
        QCOMPARE(pieces.samples, whole.samples);
        QCOMPARE(pieces.problems, whole.problems);
    }
}

/// A hundred megabytes without a newline cost a line's memory.
void TestExposition::memoryIsBounded()
{
    ExpositionLog log;
    FamilyReader reader(Text, log);
    TextParser parser(Text, reader);
    const std::string chunk(1 << 20, 'x');
    for (int i = 0; i < 100; ++i)
        parser.feed(chunk);
    parser.feed("\nb 1\n");
    parser.finish();
    QCOMPARE(log.problems, QStringList{u"1:65536 line-too-long"_s});
    QCOMPARE(log.samples, QStringList{u"b value b{} 1"_s});
    for (std::size_t i = 0; i < FamilyReader::MaxFamilies + 3; ++i)
        parser.feed("f" + std::to_string(i) + " 1\n");
    QCOMPARE(log.problems.size(), 5);
    QCOMPARE(log.problems.back(), u"50005:0 too-many-families"_s);
}

QTEST_GUILESS_MAIN(TestExposition)
#include "tst_exposition.moc"
