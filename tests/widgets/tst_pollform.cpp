// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/pollform.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace metriscope;
using namespace Qt::StringLiterals;
using Kind = net::SourceKind;
using Login = net::PollConfig::Login;
using Change = std::function<void(net::PollConfig &)>;

class TestPollForm final : public QObject
{
    Q_OBJECT

private:
    static net::PollConfig target()
    {
        net::PollConfig config;
        config.id = u"one"_s;
        config.address = u"http://localhost:8001-8049/metrics"_s;
        return config;
    }

private Q_SLOTS:
    void givesBackWhatItWasGiven_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addRow("range of ports") << Change([](net::PollConfig &) {});
        QTest::addRow("all of Prometheus") << Change([](net::PollConfig &c) {
            c.application = u"shop"_s;
            c.interval = net::Millis{1500};
            c.timeout = net::Millis{700};
            c.enabled = false;
            c.login = Login::Basic;
            c.user = u"me"_s;
            c.activeUsers = u"active_users{site=\"main\"}"_s;
        });
        QTest::addRow("gstats") << Change([](net::PollConfig &c) {
            c.kind = Kind::Gstats;
            c.address = u"tcp://127.0.0.1:2345"_s;
        });
        QTest::addRow("istats") << Change([](net::PollConfig &c) {
            c.kind = Kind::Istats;
            c.address = u"http://[::1]:8135"_s;
            c.interval = net::Millis{10'000};
        });
    }
    void givesBackWhatItWasGiven()
    {
        QFETCH(Change, change);
        net::PollConfig config = target();
        change(config);
        ui::PollForm form;
        form.setSecretKept(true);
        form.setValue(config);
        QCOMPARE(form.value(), config);
        QCOMPARE(form.problem(), QString());
        QVERIFY(form.secret().isEmpty());
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const Change &change, const QString &says) {
            QTest::addRow("%s", name) << change << says;
        };
        const auto at = [](Kind kind, const QString &address) {
            return [=](net::PollConfig &c) {
                c.kind = kind;
                c.address = address;
            };
        };
        row("nothing", at(Kind::Prometheus, {}), u"Enter an address"_s);
        row("no scheme", at(Kind::Prometheus, u"localhost:8000/metrics"_s), u"http://"_s);
        row("other scheme", at(Kind::Gstats, u"http://localhost:1"_s), u"tcp://"_s);
        row("no host", at(Kind::Istats, u"http://"_s), u"host"_s);
        row("no port", at(Kind::Gstats, u"tcp://localhost"_s), u"port"_s);
        row("range backwards", at(Kind::Prometheus, u"http://h:9-8/"_s), u"range"_s);
        row("range where none may be", at(Kind::GstatsHttp, u"http://h:8-9/"_s), u"1 to 65535"_s);
        row("second address", at(Kind::Prometheus, u"http://h:1/ http://h:0/"_s), u"range"_s);
        row("two where one may be", at(Kind::Istats, u"http://h:1/ http://h:2/"_s), u"no spaces"_s);
        row("password", at(Kind::Prometheus, u"http://me:x@h/"_s), u"file"_s);
        row(
            "no user", [](net::PollConfig &c) { c.login = Login::Basic; }, u"user"_s);
        row(
            "no token", [](net::PollConfig &c) { c.login = Login::Bearer; }, u"token"_s);
        row(
            "no gauge", [](net::PollConfig &c) { c.activeUsers = u"active users"_s; }, u"gauge"_s);
    }
    void saysWhatIsWrong()
    {
        QFETCH(Change, change);
        QFETCH(QString, says);
        net::PollConfig config = target();
        change(config);
        ui::PollForm form;
        form.setValue(config);
        QVERIFY2(form.problem().contains(says), qPrintable(form.problem()));
    }

    void showsTheFieldsOfItsKind()
    {
        ui::PollForm form;
        form.setValue(target());
        form.show();
        auto *kind = form.findChildren<QComboBox *>().first();
        const auto rows = [&] {
            const auto *layout = form.findChild<QFormLayout *>();
            int visible = 0;
            for (int row = 0; row < layout->rowCount(); ++row)
                visible += layout->isRowVisible(row) ? 1 : 0;
            return visible;
        };
        const int prometheus = rows();
        kind->setCurrentIndex(kind->findData(static_cast<int>(Kind::Istats)));
        QVERIFY(rows() < prometheus);
        QCOMPARE(form.value().kind, Kind::Istats);
        form.setKindFixed(true);
        QVERIFY(!kind->isEnabled());
    }

    void secretIsAskedForAndNeverShown()
    {
        net::PollConfig config = target();
        config.login = Login::Bearer;
        ui::PollForm form;
        form.setValue(config);
        QSignalSpy edited(&form, &ui::SettingsPage::edited);
        QLineEdit *field = nullptr;
        for (QLineEdit *line : form.findChildren<QLineEdit *>())
            if (line->echoMode() == QLineEdit::Password)
                field = line;
        QVERIFY(field != nullptr);
        field->setText(u"s3cret"_s);
        QVERIFY(!edited.isEmpty());
        QCOMPARE(form.secret(), u"s3cret"_s);
        QCOMPARE(form.problem(), QString());
        // Given something else to edit, it forgets.
        form.setValue(config);
        QVERIFY(form.secret().isEmpty());
        form.setSecretKept(true);
        QCOMPARE(form.problem(), QString());
    }
};

QTEST_MAIN(TestPollForm)
#include "tst_pollform.moc"
