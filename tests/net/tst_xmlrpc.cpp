// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/istats/xmlrpc.h"

#include <QFile>
#include <QTest>

#include <random>

using namespace metriscope::net;

namespace
{

QByteArray recorded(const QByteArray &name)
{
    QFile file(QStringLiteral(METRISCOPE_TEST_DATA "/istats/%1.http").arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The body of a recorded HTTP message.
std::string bodyOf(const QByteArray &name)
{
    const QByteArray all = recorded(name);
    return all.mid(all.indexOf("\r\n\r\n") + 4).toStdString();
}

std::string answerOf(const std::string &value)
{
    return "<methodResponse><params><param><value>" + value + "</value></param></params></methodResponse>";
}

} // namespace

class TestXmlRpc final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedAnswer()
    {
        const auto answer = readRpcAnswer(bodyOf("answer"));
        QVERIFY(answer);
        QVERIFY(!answer->fault);
        QVERIFY(answer->text.starts_with("{\"start_time\": 1795177910.572222, "));
        QVERIFY(answer->text.ends_with("}"));
        QCOMPARE(rpcAnswer(answer->text), bodyOf("answer"));
    }

    void recordedFaults_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<qint64>("code");
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("unknown method")
            << QByteArray("fault-nope") << qint64{8001} << QByteArray("procedure nope not found");
        QTest::addRow("wrong arguments")
            << QByteArray("fault-argument") << qint64{8002} << QByteArray("error");
        QTest::addRow("introspection")
            << QByteArray("fault-system") << qint64{8001} << QByteArray("no such subHandler system");
    }
    void recordedFaults()
    {
        QFETCH(QByteArray, name);
        QFETCH(qint64, code);
        QFETCH(QByteArray, text);
        const auto answer = readRpcAnswer(bodyOf(name));
        QVERIFY(answer);
        QVERIFY(answer->fault.has_value());
        QCOMPARE(answer->fault->code, code);
        QCOMPARE(QByteArray::fromStdString(answer->fault->text), text);
        QCOMPARE(rpcFault(*answer->fault), bodyOf(name));
    }

    void recordedCalls_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("parameters");
        QTest::addRow("istats") << QByteArray("call-istats") << QByteArray("istats") << 0;
        QTest::addRow("unknown") << QByteArray("call-nope") << QByteArray("nope") << 0;
        QTest::addRow("argument") << QByteArray("call-with-argument") << QByteArray("istats") << 1;
        QTest::addRow("dotted") << QByteArray("call-system.listMethods") << QByteArray("system.listMethods")
                                << 0;
    }
    void recordedCalls()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, method);
        QFETCH(int, parameters);
        const auto call = readRpcCall(bodyOf(name));
        QVERIFY(call);
        QCOMPARE(QByteArray::fromStdString(call->method), method);
        QCOMPARE(static_cast<int>(call->parameters), parameters);
        if (parameters == 0)
            QCOMPARE(rpcCall(call->method), bodyOf(name));
    }

    void readsStrings_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const QByteArray &value, const QByteArray &text) {
            QTest::addRow("%s", name) << value << text;
        };
        row("typed", "<string>a</string>", "a");
        row("without a type", "plain text", "plain text");
        row("empty", "<string/>", "");
        row("empty without a type", "", "");
        row("blanks stay", "<string> a\n b </string>", " a\n b ");
        row("between blanks", "\n <string>a</string>\n", "a");
        row("escapes", "<string>&lt;&amp;amp;&gt;&quot;&apos;</string>", "<&amp;>\"'");
        row("decimal reference", "<string>&#1103;</string>", "\xD1\x8F");
        row("hex reference", "<string>&#x1F600;</string>", "\xF0\x9F\x98\x80");
        row("references in a row", "<string>&#65;&#66;</string>", "AB");
        row("section", "<string><![CDATA[<a>&amp;]]></string>", "<a>&amp;");
        row("remark within", "<string>a<!-- b -->c</string>", "ac");
        row("attributes", "<string lang='en' note=\"a > b / c\">a</string>", "a");
    }
    void readsStrings()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, text);
        const auto answer = readRpcAnswer(answerOf(value.toStdString()));
        QVERIFY(answer);
        QCOMPARE(QByteArray::fromStdString(answer->text), text);
    }

    void acceptsWhatStandsAround_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addRow("prolog") << QByteArray("<?xml version='1.0' encoding='utf-8'?>\r\n")
                                << QByteArray("\r\n");
        QTest::addRow("byte order mark") << QByteArray("\xEF\xBB\xBF<?xml version='1.0'?>") << QByteArray();
        QTest::addRow("remarks") << QByteArray("<!-- a --> <?pi?>") << QByteArray("<!-- z -->\n");
    }
    void acceptsWhatStandsAround()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QVERIFY(readRpcAnswer(before.toStdString() + answerOf("x") + after.toStdString()));
    }

    void refusesXml_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<XmlIssue>("issue");
        QTest::addColumn<int>("at"); // -1: not asked
        const auto row = [](const char *name, const QByteArray &text, XmlIssue issue, int at = -1) {
            QTest::addRow("%s", name) << text << issue << at;
        };
        row("nothing", "", XmlIssue::NotXml, 0);
        row("blanks", " \n", XmlIssue::NotXml);
        row("JSON", "{\"a\": 1}", XmlIssue::NotXml, 0);
        row("text before", "OK <a/>", XmlIssue::NotXml, 0);
        row("text after", "<a/>b", XmlIssue::TrailingText, 4);
        row("second root", "<a/><b/>", XmlIssue::TrailingText, 4);
        row("cut in a name", "<met", XmlIssue::Truncated);
        row("cut in a bracket", "<", XmlIssue::Truncated);
        row("cut in text", "<a>text", XmlIssue::Truncated, 7);
        row("cut in an end", "<a></a", XmlIssue::Truncated);
        row("cut in a remark", "<!-- a", XmlIssue::Truncated);
        row("cut in a section", "<a><![CDATA[b", XmlIssue::Truncated);
        row("wrong end", "<a></b>", XmlIssue::Mismatch, 3);
        row("end without a beginning", "</a>", XmlIssue::Mismatch, 0);
        row("ends across", "<a><b></a></b>", XmlIssue::Mismatch, 6);
        row("no name", "<>", XmlIssue::BadName);
        row("bracket in a tag", "<a <b></a>", XmlIssue::BadName);
        row("HTML", "<!DOCTYPE html><html></html>", XmlIssue::Doctype, 0);
        row("entity bomb",
            "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><l>&b;</l>",
            XmlIssue::Doctype, 21);
        row("foreign file", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
            XmlIssue::Doctype, 0);
        row("unknown entity", "<a>&nbsp;</a>", XmlIssue::BadEntity, 3);
        row("lone ampersand", "<a>a & b</a>", XmlIssue::BadEntity, 5);
        row("reference to nothing", "<a>&#;</a>", XmlIssue::BadEntity, 3);
        row("reference to zero", "<a>&#0;</a>", XmlIssue::BadEntity, 3);
        row("reference to a surrogate", "<a>&#xD800;</a>", XmlIssue::BadEntity, 3);
        row("reference beyond Unicode", "<a>&#x110000;</a>", XmlIssue::BadEntity, 3);
        row("reference without bounds", "<a>&#99999999999999999999;</a>", XmlIssue::BadEntity, 3);
        row("depth", QByteArray("<a>").repeated(100'000), XmlIssue::TooDeep);
        row("number of elements", "<a>" + QByteArray("<b/>").repeated(5000) + "</a>", XmlIssue::TooMany);
        row("size", "<a>" + QByteArray(1 << 20, 'x') + "</a>", XmlIssue::TooLarge);
    }
    void refusesXml()
    {
        QFETCH(QByteArray, text);
        QFETCH(XmlIssue, issue);
        QFETCH(int, at);
        const auto read = readXml(text.toStdString());
        QVERIFY(!read);
        QCOMPARE(read.error().issue, issue);
        if (at >= 0)
            QCOMPARE(static_cast<int>(read.error().at), at);
    }

    void refusesOtherXml_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const std::string &text) {
            QTest::addRow("%s", name) << QByteArray::fromStdString(text);
        };
        row("a page", "<html><body>It works</body></html>");
        row("a call", rpcCall("istats"));
        row("no parameters", "<methodResponse/>");
        row("no value", "<methodResponse><params><param/></params></methodResponse>");
        row("a number", answerOf("<int>3</int>"));
        row("a list", answerOf("<array><data><value>a</value></data></array>"));
        row("an empty fault", "<methodResponse><fault/></methodResponse>");
        row("a fault without members",
            "<methodResponse><fault><value><struct/></value></fault></methodResponse>");
    }
    void refusesOtherXml()
    {
        QFETCH(QByteArray, text);
        const auto answer = readRpcAnswer(text.toStdString());
        QVERIFY(!answer);
        QVERIFY(!answer.error().xml.has_value());
        if (!text.contains("methodCall"))
            QVERIFY(!readRpcCall(text.toStdString()));
    }

    void everyPieceOfAnAnswerIsRefusedInOrder()
    {
        const std::string whole = bodyOf("answer");
        for (std::size_t length = 0; length + 1 < whole.size(); ++length)
            QVERIFY2(!readRpcAnswer(std::string_view(whole).substr(0, length)),
                     qPrintable(QString::number(length)));
    }

    void writesWhatItReads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("markup") << QByteArray("<a href=\"x\">&amp; 'b' ]]></a>");
        QTest::addRow("Cyrillic") << QByteArray("\xD0\xBE\xD1\x88\xD0\xB8\xD0\xB1\xD0\xBA\xD0\xB0");
        QTest::addRow("lines") << QByteArray("a\n\tb");
    }
    void writesWhatItReads()
    {
        QFETCH(QByteArray, text);
        const auto answer = readRpcAnswer(rpcAnswer(text.toStdString()));
        QVERIFY(answer);
        QCOMPARE(QByteArray::fromStdString(answer->text), text);
        const auto fault = readRpcAnswer(rpcFault({-1, text.toStdString()}));
        QVERIFY(fault && fault->fault);
        QCOMPARE(fault->fault->code, std::int64_t{-1});
        QCOMPARE(QByteArray::fromStdString(fault->fault->text), text);
        QVERIFY(readRpcCall(rpcCall(text.toStdString())));
    }

    void bentBytesNeverBreakIt()
    {
        std::mt19937 random(1); // the same bytes in every run
        const std::string whole = bodyOf("fault-nope");
        for (int round = 0; round < 20'000; ++round) {
            std::string bent = whole;
            for (int i = 0; i < 3; ++i) {
                const std::size_t at = random() % bent.size();
                switch (random() % 3) {
                case 0:
                    bent[at] = static_cast<char>(random());
                    break;
                case 1:
                    bent.erase(at, random() % 20);
                    break;
                default:
                    bent.insert(at, whole, random() % whole.size(), random() % 30);
                }
            }
            if (const auto root = readXml(bent))
                QVERIFY(root->text.size() <= bent.size());
            const auto answer = readRpcAnswer(bent);
            if (answer && answer->fault)
                QVERIFY(answer->fault->text.size() <= bent.size());
        }
    }

    void leavesOutWhatXmlCannotHold()
    {
        const auto answer = readRpcAnswer(rpcAnswer(std::string("a\0b\x1B", 4)));
        QVERIFY(answer);
        QCOMPARE(answer->text, std::string("ab"));
    }
};

QTEST_GUILESS_MAIN(TestXmlRpc)
#include "tst_xmlrpc.moc"
