// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"
#include "widgets/common/expositiontext.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
namespace net = metriscope::net;
namespace ui = metriscope::ui;

class TestErrorText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIssueHasItsOwnWords()
    {
        QSet<QString> seen;
        for (int i = 0; i < static_cast<int>(net::LineIssue::Count); ++i) {
            const QString text = ui::issueText(static_cast<net::LineIssue>(i));
            QVERIFY2(!text.isEmpty(), qPrintable(QString::number(i)));
            QVERIFY2(!seen.contains(text), qPrintable(text));
            seen.insert(text);
        }
    }
    void everyHintHasItsOwnWords()
    {
        QSet<QString> seen;
        for (int i = 1; i < static_cast<int>(net::LineHint::Count); ++i) {
            const QString text = ui::hintText(static_cast<net::LineHint>(i));
            QVERIFY2(!text.isEmpty() && !seen.contains(text), qPrintable(QString::number(i)));
            seen.insert(text);
        }
        QVERIFY(ui::hintText(net::LineHint::None).isEmpty());
    }
    void everythingAboutExpositionsHasItsOwnWords()
    {
        QSet<QString> seen;
        for (int i = 0; i < static_cast<int>(net::ExpositionIssue::Count); ++i) {
            const QString text = ui::issueText(static_cast<net::ExpositionIssue>(i));
            QVERIFY2(!text.isEmpty() && !seen.contains(text), qPrintable(QString::number(i)));
            seen.insert(text);
        }
        for (int i = 1; i < static_cast<int>(net::ExpositionHint::Count); ++i) {
            const QString text = ui::hintText(static_cast<net::ExpositionHint>(i));
            QVERIFY2(!text.isEmpty() && !seen.contains(text), qPrintable(QString::number(i)));
            seen.insert(text);
        }
        QVERIFY(ui::hintText(net::ExpositionHint::None).isEmpty());
    }
    void everyNoteOfASourceHasItsOwnWords()
    {
        QSet<QString> seen;
        for (const auto note : {net::SourceNote::SeveralWorkers, net::SourceNote::DamagedLines,
                                net::SourceNote::SomeTargetsFail}) {
            const QString text = ui::noteText(note);
            QVERIFY(!text.isEmpty() && !seen.contains(text));
            seen.insert(text);
            QVERIFY(!net::sourceNoteName(note).empty());
        }
    }
    void everyKindAndRoleIsNamed()
    {
        for (int i = 0; i < net::MetricKindCount; ++i)
            QVERIFY(!ui::kindText(static_cast<net::MetricKind>(i)).isEmpty());
        for (int i = 0; i < net::SignalRoleCount; ++i)
            QVERIFY(!ui::roleText(static_cast<net::SignalRole>(i)).isEmpty());
        for (int i = 0; i <= static_cast<int>(net::Measure::What::Quantile); ++i)
            QVERIFY(!ui::measureText({static_cast<net::Measure::What>(i), 0.95}).isEmpty());
    }
    void errorsNameAddressAndOwner()
    {
        const QString text =
            ui::sourceErrorText(net::SourceError::AddressInUse, u"127.0.0.1:8125"_s, u"node (42)"_s);
        QVERIFY2(text.contains(u"127.0.0.1:8125"_s) && text.contains(u"node (42)"_s), qPrintable(text));
        QVERIFY(ui::sourceErrorText(net::SourceError::None, u"x"_s, {}).isEmpty());
        for (const auto error : {net::SourceError::AddressInUse, net::SourceError::AddressInvalid,
                                 net::SourceError::PermissionDenied, net::SourceError::SystemError})
            QVERIFY(ui::sourceErrorText(error, u"[::1]:8125"_s, {}).contains(u"[::1]:8125"_s));
    }

    void displayText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("shown");
        QTest::addRow("plain") << QByteArray("api.hits") << u"api.hits"_s;
        QTest::addRow("Cyrillic") << QByteArray("запросы") << u"запросы"_s;
        QTest::addRow("emoji") << QByteArray("\xF0\x9F\x9A\x80") << QString::fromUtf8("\xF0\x9F\x9A\x80");
        QTest::addRow("HTML stays text") << QByteArray("<b>x</b>&amp;") << u"<b>x</b>&amp;"_s;
        QTest::addRow("NUL and tab") << QByteArray("a\0b\tc", 5) << u"a\u2400b\u2409c"_s;
        QTest::addRow("escape sequence") << QByteArray("\x1b[31m") << u"\u241b[31m"_s;
        QTest::addRow("delete") << QByteArray("\x7f") << u"\u2421"_s;
        QTest::addRow("C1 control") << QByteArray("\xC2\x85") << u"[U+0085]"_s;
        QTest::addRow("right-to-left override") << QByteArray("a\xE2\x80\xAE"
                                                              "b")
                                                << u"a[U+202E]b"_s;
        QTest::addRow("zero width space") << QByteArray("\xE2\x80\x8B") << u"[U+200B]"_s;
        QTest::addRow("line separator") << QByteArray("\xE2\x80\xA8") << u"[U+2028]"_s;
        QTest::addRow("byte order mark") << QByteArray("x\xEF\xBB\xBF") << u"x[U+FEFF]"_s;
        QTest::addRow("invalid UTF-8") << QByteArray("a\xFFz") << u"a\uFFFDz"_s;
    }
    void displayText()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, shown);
        QCOMPARE(ui::displayText(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))),
                 shown);
    }
    void displayTextIsBounded()
    {
        const std::string longName(100'000, 'x');
        QCOMPARE(ui::displayText(longName, 10), u"xxxxxxxxxx\u2026"_s);
        QCOMPARE(ui::displayText(std::string_view("xxxxxxxxxx"), 10), u"xxxxxxxxxx"_s);
    }
    void toolTipsAreNeverMarkup()
    {
        QVERIFY(!ui::plainToolTip(u"<img src='x'>"_s).contains(u"<img"_s));
        QVERIFY(ui::plainToolTip({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
