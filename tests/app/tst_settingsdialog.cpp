// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settingsdialog.h"

#include "widgets/forms/historyform.h"
#include "widgets/forms/receiverform.h"
#include "widgets/forms/signalsform.h"

#include "netlayer/series/registry.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
namespace app = metriscope::app;
namespace net = metriscope::net;
namespace ui = metriscope::ui;

class TestSettingsDialog final : public QObject
{
    Q_OBJECT

    net::Registry m_registry{1000};

    [[nodiscard]] static QPushButton *button(const QDialog &dialog, QDialogButtonBox::StandardButton which)
    {
        return dialog.findChild<QDialogButtonBox *>()->button(which);
    }
    [[nodiscard]] static bool says(const QWidget &widget, const QString &part)
    {
        for (const QLabel *label : widget.findChildren<QLabel *>())
            if (label->isVisibleTo(&widget) && label->text().contains(part))
                return true;
        return false;
    }

private Q_SLOTS:
    void givesBackWhatItWasGiven()
    {
        ui::ReceiverSettings receiver;
        receiver.config.endpoints = {*net::Endpoint::fromText("0.0.0.0:9125"),
                                     *net::Endpoint::fromText("/run/s.sock")};
        receiver.config.dialect = "brubeck";
        receiver.config.tcp = false;
        ui::ReceiverForm receiverForm;
        receiverForm.setValue(receiver);
        QVERIFY(receiverForm.value() == receiver);

        ui::HistorySettings history{{}, {}, 4321};
        history.store.tick = net::Millis{2500};
        history.store.sets = net::IdlePolicy::Hold;
        history.fold.percentiles = {50, 99.9, -5};
        ui::HistoryForm historyForm;
        historyForm.setValue(history);
        QVERIFY(historyForm.value() == history);

        ui::SignalSettings signalling;
        signalling.disabledPresets = QStringList{u"m3"_s, u"one that is not installed"_s};
        signalling.generic.applicationName = "shop";
        signalling.generic.latency = "{application}.time";
        signalling.timerUnits = {{"shop.", net::TimerUnit::Microseconds}};
        ui::SignalsForm signalsForm(m_registry);
        signalsForm.setValue(signalling);
        ui::SignalSettings back = signalsForm.value();
        back.disabledPresets.sort();
        signalling.disabledPresets.sort();
        QVERIFY(back == signalling);
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::addRow("two") << u"127.0.0.1:8125, [::1]:8125"_s << true;
        QTest::addRow("unix") << u"/run/user/1000/statsd.sock"_s << true;
        QTest::addRow("stray comma") << u"127.0.0.1:8125,"_s << true;
        QTest::addRow("no port") << u"127.0.0.1"_s << false;
        QTest::addRow("port too large") << u"127.0.0.1:99999"_s << false;
        QTest::addRow("nothing") << u" , "_s << false;
    }
    void addresses()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        ui::ReceiverForm form;
        form.setValue({});
        form.findChild<QLineEdit *>()->setText(text);
        QCOMPARE(form.problem().isEmpty(), good);
    }
    void warnsWhenOthersCanReachIt()
    {
        ui::ReceiverForm form;
        form.setValue({});
        QVERIFY(!says(form, u"Other machines"_s));
        form.findChild<QLineEdit *>()->setText(u"0.0.0.0:8125"_s);
        QVERIFY(says(form, u"Other machines"_s));
    }
    void percentiles_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::addRow("usual") << u"50, 95,99.9"_s << 3;
        QTest::addRow("semicolons and doubles") << u"50;50 90"_s << 2;
        QTest::addRow("none") << u""_s << 0;
        QTest::addRow("negative") << u"-10"_s << 1;
        QTest::addRow("zero") << u"0"_s << -1;
        QTest::addRow("over") << u"101"_s << -1;
        QTest::addRow("words") << u"most"_s << -1;
        QTest::addRow("infinite") << u"inf"_s << -1;
    }
    void percentiles()
    {
        QFETCH(QString, text);
        QFETCH(int, count);
        const auto read = ui::readPercentileList(text);
        QCOMPARE(read ? int(read->size()) : -1, count);
    }
    void countsMatchesAsOneTypes()
    {
        net::Registry registry(1000);
        for (const char *name : {"shop.a.requests", "shop.b.requests", "other"})
            QVERIFY(registry.addCopy({name, "", net::MetricKind::Counter}) != net::NoMetric);
        ui::SignalsForm form(registry);
        ui::SignalSettings value;
        value.generic.requestRate = "shop.{application}.requests";
        form.setValue(value);
        QVERIFY(says(form, u"matches 2 metric"_s));
        for (QLineEdit *edit : form.findChildren<QLineEdit *>())
            if (edit->text() == u"shop.{application}.requests"_s)
                edit->setText(u"other"_s);
        QTRY_VERIFY(says(form, u"matches 1 metric"_s));
    }

    void appliesOnlyWhatIsRight()
    {
        app::SettingsDialog dialog(m_registry, {}, {});
        dialog.show();
        QSignalSpy applied(&dialog, &app::SettingsDialog::applied);
        QPushButton *apply = button(dialog, QDialogButtonBox::Apply);
        QVERIFY(!apply->isEnabled());
        auto *addresses = dialog.findChild<ui::ReceiverForm *>()->findChild<QLineEdit *>();
        addresses->setText(u"nonsense"_s);
        QVERIFY(!apply->isEnabled() && !button(dialog, QDialogButtonBox::Ok)->isEnabled());
        QVERIFY(says(dialog, u"nonsense"_s));
        addresses->setText(u"127.0.0.1:9000"_s);
        QVERIFY(apply->isEnabled());
        QVERIFY(says(dialog, u"receiver will be started again"_s));
        apply->click();
        QCOMPARE(applied.count(), 1);
        const auto chosen = applied.front().front().value<app::SettingsData>();
        QCOMPARE(chosen.receiver.config.endpoints.front().port, std::uint16_t{9000});
        QVERIFY(!apply->isEnabled());
        button(dialog, QDialogButtonBox::Ok)->click();
        QCOMPARE(applied.count(), 1);
        QVERIFY(!dialog.isVisible());
    }
    void saysWhatNeedsANewStart()
    {
        app::SettingsDialog dialog(m_registry, {}, {});
        dialog.show();
        const QString cost = u"when Metriscope starts the next time"_s;
        QVERIFY(!says(dialog, cost));
        dialog.findChild<ui::HistoryForm *>()->findChild<QSpinBox *>()->setValue(64);
        QVERIFY(says(dialog, cost));
        button(dialog, QDialogButtonBox::RestoreDefaults)->click();
        QVERIFY(!says(dialog, cost));
    }
};

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
