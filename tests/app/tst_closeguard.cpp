// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/closeguard.h"

#include "netlayer/gstats/collector.h"
#include "netlayer/gstats/zmtppeer.h"
#include "tests/net/testsocket.h"
#include "widgets/forms/collectorform.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

using namespace metriscope;

/// What the window knows of the embedded collector: its settings, and what its end does to others.
class TestCloseGuard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formGivesBackWhatItWasGiven();
    void formProblems_data();
    void formProblems();
    void asksWhileApplicationsPush();
};

void TestCloseGuard::formGivesBackWhatItWasGiven()
{
    ui::CollectorSettings given;
    given.enabled = true;
    given.config.push = {net::Endpoint::Kind::Inet, "127.0.0.9", 4711};
    given.config.control = {net::Endpoint::Kind::Inet6, "::1", 4712};
    given.config.quitAllowed = true;
    given.config.counting = net::RequestBook::Counting::Original;
    ui::CollectorForm form;
    QVERIFY(form.value() == ui::CollectorSettings());
    form.setValue(given);
    QVERIFY(form.value() == given);
    QCOMPARE(form.problem(), QString());
}

void TestCloseGuard::formProblems_data()
{
    QTest::addColumn<QString>("push");
    QTest::addColumn<QString>("control");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *push, const char *control, bool good) {
        QTest::addRow("%s %s", push, control)
            << QString::fromLatin1(push) << QString::fromLatin1(control) << good;
    };
    row("tcp://127.0.0.2:2345", "tcp://127.0.0.1:2345", true);
    row("127.0.0.2:2345", " tcp://*:2345 ", true);
    row("tcp://127.0.0.1:0", "tcp://127.0.0.1:0", true);
    row("tcp://127.0.0.1:2345", "tcp://127.0.0.1:2345", false);
    row("tcp://127.0.0.2", "tcp://127.0.0.1:2345", false);
    row("http://127.0.0.2:2345", "tcp://127.0.0.1:2345", false);
    row("tcp://127.0.0.2:2345", "", false);
    row("tcp://127.0.0.2:99999", "tcp://127.0.0.1:2345", false);
}

void TestCloseGuard::formProblems()
{
    QFETCH(const QString, push);
    QFETCH(const QString, control);
    QFETCH(const bool, good);
    ui::CollectorForm form;
    form.setValue({});
    const auto fields = form.findChildren<QLineEdit *>();
    QCOMPARE(fields.size(), 2);
    fields[0]->setText(push);
    fields[1]->setText(control);
    QCOMPARE(form.problem().isEmpty(), good);
}

void TestCloseGuard::asksWhileApplicationsPush()
{
    net::CollectorConfig config;
    config.push = config.control = {net::Endpoint::Kind::Inet, "127.0.0.1", 0};
    net::Collector collector(config, nullptr);
    QWidget window;
    new app::CloseGuard(window, collector); // owned by the window
    window.show();
    QVERIFY(window.close()); // nothing is collected

    collector.start();
    window.show();
    QVERIFY(window.close()); // nobody pushes

    const QString address = collector.pushAddress();
    const auto peer =
        TestSocket::tcp("127.0.0.1", address.mid(address.lastIndexOf(QLatin1Char(':')) + 1).toUShort());
    std::string bytes("\xFF\0\0\0\0\0\0\0\x01\x7F\x03\0NULL", 16);
    bytes.append(48, '\0');
    bytes += std::string("\x04\x1A\x05READY\x0BSocket-Type\0\0\0\x04PUSH", 28);
    net::appendZmtpFrame(bytes, "my_app", true);
    net::appendZmtpFrame(bytes, "", false);
    QVERIFY(peer.send(bytes));
    QTRY_COMPARE(collector.activeApplications(), 1U);
    window.show();
    QVERIFY(!window.close());
    QVERIFY(window.isVisible());
    const QMessageBox *question = window.findChild<QMessageBox *>();
    QVERIFY(question != nullptr);
    QVERIFY(!window.close());
    QCOMPARE(window.findChildren<QMessageBox *>().size(), 1); // asked once
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::RejectRole)
            button->click();
    }
    QVERIFY(window.isVisible());

    // no tray here: out of the way, and it goes on collecting
    QTRY_VERIFY(window.findChild<QMessageBox *>() == nullptr);
    QVERIFY(!window.close());
    question = window.findChild<QMessageBox *>();
    QVERIFY(question != nullptr);
    question->defaultButton()->click();
    QVERIFY(window.isMinimized());
    QCOMPARE(collector.state(), net::Source::State::Running);
    collector.stop();
    QVERIFY(window.close());
}

QTEST_MAIN(TestCloseGuard)
#include "tst_closeguard.moc"
