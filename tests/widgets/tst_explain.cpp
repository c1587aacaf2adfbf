// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explain/explaindialog.h"
#include "widgets/explain/explainmodel.h"

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

    void aDialectIsChosenAndTheTextFollows()
    {
        ui::ExplainDialog dialog;
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        auto *input = dialog.findChild<QPlainTextEdit *>();
        auto *table = dialog.findChild<QTableView *>();
        auto *dialect = dialog.findChild<QComboBox *>();
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
