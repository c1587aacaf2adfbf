// SPDX-License-Identifier: GPL-3.0-or-later
// The manual explains what the command line takes: every option and command, and none that is not there.
#include "app/optiontable.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace metriscope::app
{

using namespace Qt::StringLiterals;

class ManualTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void explainsAll_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addRow("English") << u"metriscope.1"_s;
        QTest::addRow("Russian") << u"metriscope.ru.1"_s;
    }
    void explainsAll()
    {
        QFETCH(QString, page);
        QFile file(QStringLiteral(METRISCOPE_MANUALS) + page);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll()).replace("\\-"_L1, "-"_L1);

        // The head of an entry stands on the line after .TP; running text may mention options too.
        static const QRegularExpression heads(u"^\\.TP\\n.*?(--[a-z-]+)"_s,
                                              QRegularExpression::MultilineOption);
        QSet<QString> explained;
        for (auto it = heads.globalMatch(text); it.hasNext();)
            explained.insert(it.next().captured(1));

        QSet<QString> taken;
        for (const OptionRow &row : optionTable())
            taken.insert("--"_L1 + row.name);
        QCOMPARE((taken - explained).values().join(u' '), QString());
        QCOMPARE((explained - taken).values().join(u' '), QString());
        for (const CommandRow &row : commandTable())
            QVERIFY2(text.contains(u".B metriscope %1\n"_s.arg(row.name)), row.name.data());
    }
};

} // namespace metriscope::app

QTEST_GUILESS_MAIN(metriscope::app::ManualTest)
#include "tst_manual.moc"
