// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explain/explaindialog.h"
#include "widgets/explain/explainmodel.h"
#include "widgets/explain/expositionmodel.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

using namespace metriscope;
using namespace Qt::StringLiterals;

class TestExplain final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("dialect");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("reading");
        QTest::addColumn<QString>("marked");
        QTest::newRow("accepted") << QByteArray("api.hits:3|c|@0.1|#env:dev") << QByteArray("dogstatsd")
                                  << u"accepted"_s << u"counter  3 @ 0.1  env:dev"_s
                                  << u"api.hits:3|c|@0.1|#env:dev"_s;
        QTest::newRow("packed") << QByteArray("t:1:2|ms") << QByteArray("dogstatsd") << u"accepted"_s
                                << u"timer  1, 2"_s << u"t:1:2|ms"_s;
        QTest::newRow("packed, strict") << QByteArray("t:1:2|ms") << QByteArray("brubeck") << u"rejected"_s
                                        << QString() << u"t:1:2|ms\n   ^"_s;
        QTest::newRow("decimal comma") << QByteArray("a:1,5|c") << QByteArray("dogstatsd") << u"rejected"_s
                                       << QString() << u"a:1,5|c\n   ^"_s;
        QTest::newRow("event") << QByteArray("_e{5,4}:title|text") << QByteArray("dogstatsd") << u"accepted"_s
                               << u"title"_s << u"_e{5,4}:title|text"_s;
        QTest::newRow("html") << QByteArray("<b>x</b>:1|c") << QByteArray("dogstatsd") << u"accepted"_s
                              << u"counter  1"_s << u"<b>x</b>:1|c"_s;
    }
    void verdicts()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, dialect);
        QFETCH(QString, verdict);
        QFETCH(QString, reading);
        QFETCH(QString, marked);
        ui::ExplainModel model;
        const QAbstractItemModelTester tester(&model);
        model.explain("\n" + line + "\n\r\n\n", *net::dialectByName(dialect.toStdString()));
        QCOMPARE(model.rowCount(), 1);
        const auto cell = [&](int column) { return model.index(0, column).data().toString(); };
        QCOMPARE(cell(ui::ExplainModel::NumberColumn), u"2"_s);
        QCOMPARE(cell(ui::ExplainModel::VerdictColumn).section(u' ', 1), verdict);
        if (!reading.isEmpty())
            QCOMPARE(cell(ui::ExplainModel::ReasonColumn), reading);
        QVERIFY(model.marked(0).startsWith(marked));
        QVERIFY(!model.detail(0).isEmpty());
    }

    void marksFarBytes()
    {
        ui::ExplainModel model;
        model.explain(QByteArray(5000, 'n') + ":12x|c", net::defaultDialect());
        const QString marked = model.marked(0);
        const QStringList lines = marked.split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].size() < 200);
        QCOMPARE(lines[0][lines[1].size() - 1], u'x');
    }

    void linesAreBounded()
    {
        ui::ExplainModel model;
        QByteArray many;
        for (std::size_t i = 0; i < ui::ExplainModel::MaxLines + 5; ++i)
            many += "a:1|c\n";
        model.explain(many, net::defaultDialect());
        QCOMPARE(model.rowCount(), int(ui::ExplainModel::MaxLines));
        QCOMPARE(model.left(), 5);
    }

    void expositions_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("rows"); // number, verdict, line or metric, reading or reason
        QTest::addColumn<QString>("marked");   // the first row
        const QByteArray up = "# HELP up Whether it runs\n# TYPE up gauge\nup 1\n";
        QTest::newRow("good") << up << QStringList{u"2 accepted up gauge  1 sample(s)"_s}
                              << u"# TYPE up gauge"_s;
        QTest::newRow("decimal comma") << up + "b 1,5\n"
                                       << QStringList{u"4 rejected b 1,5 the value is not a number"_s,
                                                      u"2 accepted up gauge  1 sample(s)"_s}
                                       << u"b 1,5\n  ^"_s;
        QTest::newRow("errors before warnings")
            << up + "up 2\nb x\n"
            << QStringList{u"5 rejected b x the value is not a number"_s,
                           u"4 accepted with a warning up 2 the series was there before; the last value counts"_s,
                           u"2 accepted up gauge  2 sample(s)"_s}
            << u"b x\n  ^"_s;
        QTest::newRow("page") << QByteArray("<html>Shop</html>")
                              << QStringList{u"1 rejected <html>Shop</html> this is not a metrics page, the "
                                             "rest is not read"_s}
                              << u"<html>Shop</html>\n^"_s;
    }
    void expositions()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, rows);
        QFETCH(QString, marked);
        ui::ExpositionModel model;
        const QAbstractItemModelTester tester(&model);
        model.explain(text, net::ExpositionFormat::Text);
        QStringList found;
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto cell = [&](int column) { return model.index(row, column).data().toString(); };
            found << cell(ui::VerdictModel::NumberColumn) + u' ' +
                         cell(ui::VerdictModel::VerdictColumn).section(u' ', 1) + u' ' +
                         cell(ui::VerdictModel::LineColumn) + u' ' + cell(ui::VerdictModel::ReasonColumn);
            QVERIFY(!model.detail(row).isEmpty());
        }
        QCOMPARE(found, rows);
        QCOMPARE(model.marked(0), marked);
    }

    void theKindIsFoundOrChosen_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("summary");
        QTest::newRow("statsd") << QByteArray("a:1|c\n") << u"1 accepted"_s;
        QTest::newRow("text")
            << QByteArray("# TYPE up gauge\nup 1\n")
            << u"text format of Prometheus: 1 family(s), 1 sample(s), 0 error(s), 0 warning(s)"_s;
        QTest::newRow("sample alone")
            << QByteArray("up 1\n")
            << u"text format of Prometheus: 1 family(s), 1 sample(s), 0 error(s), 0 warning(s)"_s;
        QTest::newRow("OpenMetrics") << QByteArray("# TYPE up gauge\nup 1\n# EOF\n")
                                     << u"OpenMetrics: 1 family(s), 1 sample(s), 0 error(s), 0 warning(s)"_s;
    }
    void theKindIsFoundOrChosen()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, summary);
        ui::ExplainDialog dialog;
        dialog.show();
        dialog.setLines(text);
        const auto *shown = dialog.findChild<QLabel *>(u"summary"_s);
        QCOMPARE(shown->text(), summary);
        const bool lines = summary.startsWith(u'1');
        QCOMPARE(dialog.findChild<QComboBox *>(u"dialect"_s)->isVisible(), lines);
        auto *kind = dialog.findChild<QComboBox *>(u"kind"_s);
        kind->setCurrentIndex(kind->count() - 1);
        QVERIFY2(shown->text().startsWith("OpenMetrics: "_L1), qPrintable(shown->text()));
        kind->setCurrentIndex(1);
        QVERIFY2(shown->text().contains("accepted"_L1) || shown->text().contains("rejected"_L1),
                 qPrintable(shown->text()));
    }

    void aDialectIsChosenAndTheTextFollows()
    {
        ui::ExplainDialog dialog;
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        auto *input = dialog.findChild<QPlainTextEdit *>();
        auto *table = dialog.findChild<QTableView *>();
        auto *dialect = dialog.findChild<QComboBox *>(u"dialect"_s);
        input->setFocus();
        QTest::keyClicks(input, u"a:1:2|c"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QVERIFY(table->model()->index(0, 1).data().toString().endsWith(u"accepted"_s));
        dialog.setDialect(u"netdata"_s);
        QCOMPARE(dialect->currentText(), u"netdata"_s);
        dialog.setDialect(u"pystatsd"_s);
        QVERIFY(table->model()->index(0, 1).data().toString().endsWith(u"rejected"_s));
        for (QWidget *widget : dialog.findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() ||
                qobject_cast<QLabel *>(widget) != nullptr || widget->parentWidget() == table)
                continue;
            const auto *interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(interface != nullptr && (!interface->text(QAccessible::Name).isEmpty() ||
                                              !interface->text(QAccessible::Description).isEmpty()),
                     widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(TestExplain)
#include "tst_explain.moc"
