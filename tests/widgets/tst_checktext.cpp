// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/checktext.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
namespace net = metriscope::net;
namespace ui = metriscope::ui;

class TestCheckText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyReasonHasWords()
    {
        static const QRegularExpression unfilled(u"%[n\\d]"_s);
        QSet<QString> names;
        for (int i = 1; i < static_cast<int>(net::CheckReason::Count); ++i) {
            net::CheckResult result{net::CheckVerdict::Fail, static_cast<net::CheckReason>(i)};
            const std::string_view name = net::checkReasonName(result.reason);
            QVERIFY(!name.empty());
            names.insert(QString::fromLatin1(name.data(), qsizetype(name.size())));
            result.evidence.address = u"127.0.0.1:8125"_s;
            const QString evidence = ui::checkEvidenceText(result);
            QVERIFY2(!evidence.isEmpty(), name.data());
            QVERIFY2(!evidence.contains(unfilled), qPrintable(evidence));
            QVERIFY2(!ui::checkRemedyText(result).contains(unfilled), name.data());
        }
        QCOMPARE(names.size(), static_cast<int>(net::CheckReason::Count) - 1);
    }

    void everyCheckAndKindHasATitle()
    {
        QSet<QString> titles, names;
        for (int i = 0; i < net::CheckIdCount; ++i) {
            titles.insert(ui::checkTitle(static_cast<net::CheckId>(i)));
            const std::string_view name = net::checkIdName(static_cast<net::CheckId>(i));
            names.insert(QString::fromLatin1(name.data(), qsizetype(name.size())));
        }
        QCOMPARE(titles.size(), net::CheckIdCount);
        QCOMPARE(names.size(), net::CheckIdCount);
        for (int i = 0; i < net::CheckKindCount; ++i) {
            const auto kind = static_cast<net::CheckKind>(i);
            QVERIFY(!ui::checkKindText(kind).isEmpty() && !ui::checkKindHint(kind).isEmpty());
            QCOMPARE(net::checkKindOf(net::checkKindName(kind)), kind);
        }
        QVERIFY(!net::checkKindOf("nothing"));
        for (int i = 0; i < 4; ++i)
            QVERIFY(!ui::checkVerdictText(static_cast<net::CheckVerdict>(i)).isEmpty());
    }

    /// What comes from outside is shown as it is: never filled again, never with control characters.
    void evidenceIsHostile()
    {
        net::CheckResult result{net::CheckVerdict::Fail, net::CheckReason::TakenBy};
        result.evidence.address = u"%2 <b>x</b>"_s;
        result.evidence.peer = u"evil\x1b[31m %1 (7)"_s;
        const QString text = ui::checkEvidenceText(result);
        QVERIFY2(text.contains(u"%2 <b>x</b>"_s) && text.contains(u"%1 (7)"_s), qPrintable(text));
        QVERIFY(!text.contains(QChar(0x1b)));
    }

    void whoListensIsNamed()
    {
        net::CheckResult result{net::CheckVerdict::Fail, net::CheckReason::NotZmq};
        const QString alone = ui::checkEvidenceText(result);
        result.evidence.owner = u"sshd (7)"_s;
        QVERIFY(ui::checkEvidenceText(result).startsWith(alone + u'\n'));
        QVERIFY(ui::checkEvidenceText(result).endsWith("sshd (7)"_L1));
        result.evidence.owner = QString();
        QVERIFY(ui::checkEvidenceText(result).contains("another user"_L1));
    }

    void otherChecksAreNamedByTheirTitle()
    {
        net::CheckResult result{net::CheckVerdict::Skipped, net::CheckReason::DependsOn};
        result.evidence.detail = u"statsd.port-owner"_s;
        QVERIFY(ui::checkEvidenceText(result).contains(ui::checkTitle(net::CheckId::PortOwner)));
    }
};

QTEST_GUILESS_MAIN(TestCheckText)
#include "tst_checktext.moc"
