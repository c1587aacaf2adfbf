// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tour.h"

#include "widgets/common/checktext.h"
#include "widgets/packets/capturebar.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QFile>
#include <QGroupBox>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSet>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
namespace app = metriscope::app;
namespace net = metriscope::net;
namespace ui = metriscope::ui;

namespace
{

struct Message {
    QString context, source, comment, state;
    QStringList forms;
    bool plural = false;
    [[nodiscard]] QString key() const { return context + u'\x1f' + source + u'\x1f' + comment; }
};

[[nodiscard]] std::vector<Message> readCatalogue(const QString &file)
{
    std::vector<Message> messages;
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&in);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        const auto name = xml.name();
        if (name == u"name")
            context = xml.readElementText();
        else if (name == u"message")
            messages.push_back({context, {}, {}, {}, {}, xml.attributes().value(u"numerus"_s) == u"yes"});
        else if (name == u"source")
            messages.back().source = xml.readElementText();
        else if (name == u"comment")
            messages.back().comment = xml.readElementText();
        else if (name == u"numerusform")
            messages.back().forms << xml.readElementText();
        else if (name == u"translation") {
            messages.back().state = xml.attributes().value(u"type"_s).toString();
            if (!messages.back().plural)
                messages.back().forms << xml.readElementText();
        }
    }
    return messages;
}

[[nodiscard]] QString catalogue(const QString &language)
{
    return QStringLiteral(METRISCOPE_SOURCE "/translations/metriscope_%1.ts").arg(language);
}

[[nodiscard]] QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%L?(?:n|\\d)|\\{[a-z]+\\}"_s);
    QStringList found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    found.sort();
    found.removeDuplicates();
    return found;
}

/// The letter after the ampersand, in lower case; null when there is none.
[[nodiscard]] QChar mnemonicOf(QString text)
{
    text.replace(u"&&"_s, u""_s);
    const auto at = text.indexOf(u'&');
    return at >= 0 && at + 1 < text.size() ? text[at + 1].toLower() : QChar();
}

[[nodiscard]] bool isShown(const QWidget *widget, const QWidget *root)
{
    return widget->isVisibleTo(root) && !widget->visibleRegion().isEmpty();
}

/// What of a window's words does not fit into its widgets.
[[nodiscard]] QStringList misfits(const QWidget &root)
{
    QStringList bad;
    const auto note = [&](const QWidget *widget, const QString &text) {
        bad << u"%1 %2 of %3: %4"_s.arg(QString::fromLatin1(widget->metaObject()->className()))
                   .arg(widget->width())
                   .arg(widget->sizeHint().width())
                   .arg(text);
    };
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (!isShown(label, &root) || label->text().isEmpty())
            continue;
        const bool fits = label->wordWrap() ? label->heightForWidth(label->width()) <= label->height() + 1
                                            : label->sizeHint().width() <= label->width() + 1;
        if (!fits && label->minimumSizeHint().width() > label->width())
            note(label, label->text());
        else if (!fits && label->wordWrap())
            note(label, label->text());
    }
    for (const QAbstractButton *button : root.findChildren<QAbstractButton *>())
        if (isShown(button, &root) && !button->text().isEmpty() &&
            button->sizeHint().width() > button->width() + 1)
            note(button, button->text());
    for (const QAbstractSpinBox *box : root.findChildren<QAbstractSpinBox *>())
        if (isShown(box, &root) && box->sizeHint().width() > box->width() + 1)
            note(box, box->text());
    for (const QComboBox *box : root.findChildren<QComboBox *>()) {
        if (!isShown(box, &root) ||
            box->sizeAdjustPolicy() == QComboBox::AdjustToMinimumContentsLengthWithIcon)
            continue;
        for (int i = 0; i < box->count(); ++i)
            if (box->fontMetrics().horizontalAdvance(box->itemText(i)) > box->width() - 20)
                note(box, box->itemText(i));
    }
    return bad;
}

[[nodiscard]] QStringList clashes(const QList<QAction *> &actions)
{
    QStringList bad;
    QHash<QChar, QString> seen;
    for (const QAction *action : actions) {
        const QChar letter = mnemonicOf(action->text());
        if (letter.isNull() || !action->isVisible())
            continue;
        if (seen.contains(letter))
            bad << action->text() + u" / "_s + seen.value(letter);
        seen.insert(letter, action->text());
    }
    return bad;
}

/// Words that are the same in every language, or no words at all.
[[nodiscard]] bool isNeutral(QString text)
{
    static const QRegularExpression known(
        u"Metriscope|UDP|TCP|udp|tcp|Graphite|tcpdump|ngrep|dogstatsd|statsd|netdata|brubeck|statsite|"
        u"pystatsd|gunicorn|m3|English|EN|RU|CSV|PNG|SVG|URL|md5|JSON|gstats|django-prometheus|Prometheus|"
        "KiB|MiB|nc|printf|test\\.requests|requests\\.total|env:dev|Enter|application|Ctrl|Alt|Shift|Space|p\\d+|A–B|\\bn\\b"_s);
    text.remove(known);
    static const QRegularExpression word(u"[A-Za-z]{3,}"_s);
    return !text.contains(word);
}

/// Parts that Qt words once, when it makes them; invisible while there is nothing to scroll.
[[nodiscard]] bool isMadeByQt(const QAction *action)
{
    return action->shortcuts() == QKeySequence::keyBindings(QKeySequence::Undo) ||
           action->shortcuts() == QKeySequence::keyBindings(QKeySequence::Redo);
}
[[nodiscard]] bool isMadeByQt(const QWidget *widget)
{
    return widget->objectName() == u"ScrollLeftButton" || widget->objectName() == u"ScrollRightButton";
}

} // namespace

class TestLanguage final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_next = 0;
    [[nodiscard]] QString freshFile() { return m_folder.filePath(u"%1.ini"_s.arg(++m_next)); }

    static void addLanguages()
    {
        QTest::addColumn<QString>("language");
        QTest::addRow("English") << u"en"_s;
        QTest::addRow("Russian") << u"ru"_s;
    }

private Q_SLOTS:
    void catalogueIsComplete_data() { addLanguages(); }
    void catalogueIsComplete()
    {
        QFETCH(QString, language);
        const auto messages = readCatalogue(catalogue(language));
        QVERIFY(messages.size() > 20);
        QStringList bad;
        for (const Message &message : messages) {
            const int forms = !message.plural ? 1 : language == u"ru" ? 3 : 2;
            bool good = message.state.isEmpty() && message.forms.size() == forms;
            for (const QString &form : message.forms)
                good = good && !form.isEmpty() && placeholders(form) == placeholders(message.source) &&
                       form.endsWith(u'…') == message.source.endsWith(u'…') &&
                       form.startsWith(u' ') == message.source.startsWith(u' ') &&
                       mnemonicOf(form).isNull() == mnemonicOf(message.source).isNull();
            if (!good)
                bad << message.context + u": "_s + message.source + u" ["_s + message.state + u']';
        }
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }
    void catalogueHoldsWhatTheSourcesSay_data() { addLanguages(); }
    void catalogueHoldsWhatTheSourcesSay()
    {
        QFETCH(QString, language);
        const QString copy = m_folder.filePath(u"fresh_%1.ts"_s.arg(language));
        QVERIFY(QFile::copy(catalogue(language), copy));
        QStringList arguments{u"-silent"_s,      u"-recursive"_s,
                              u"-extensions"_s,  u"cpp,h"_s,
                              u"-locations"_s,   u"none"_s,
                              u"-no-obsolete"_s, u"-no-ui-lines"_s,
                              u"-I"_s,           QStringLiteral(METRISCOPE_SOURCE)};
        if (language == u"en")
            arguments << u"-pluralonly"_s;
        arguments << QStringLiteral(METRISCOPE_SOURCE "/app") << QStringLiteral(METRISCOPE_SOURCE "/widgets")
                  << u"-ts"_s << copy;
        QCOMPARE(QProcess::execute(QStringLiteral(METRISCOPE_LUPDATE), arguments), 0);
        QSet<QString> ours, fresh;
        for (const Message &message : readCatalogue(catalogue(language)))
            ours.insert(message.key());
        for (const Message &message : readCatalogue(copy))
            fresh.insert(message.key());
        const QString hint = u"build the target update_translations: "_s;
        QVERIFY2((fresh - ours).isEmpty(), qPrintable(hint + (fresh - ours).values().join(u'\n')));
        QVERIFY2((ours - fresh).isEmpty(), qPrintable(hint + (ours - fresh).values().join(u'\n')));
    }
    void systemsLanguageComesFirst()
    {
        using Switcher = app::LanguageSwitcher;
        QCOMPARE(Switcher::systemLanguage({u"ru-RU"_s, u"en-US"_s}), u"ru"_s);
        QCOMPARE(Switcher::systemLanguage({u"de-DE"_s, u"ru"_s}), u"ru"_s);
        QCOMPARE(Switcher::systemLanguage({u"de-DE"_s}), u"en"_s);
        QCOMPARE(Switcher::systemLanguage({}), u"en"_s);
    }
    void pluralsAndNumbers()
    {
        Stage stage(freshFile(), u"ru"_s);
        stage.window.show();
        const auto says = [&](const QString &text) { return stage.button(text) != nullptr; };
        stage.tick(0, 0, 1);
        QVERIFY(says(u"1 отклонена"_s));
        stage.tick(1, 0, 3);
        QVERIFY(says(u"3 отклонены"_s));
        stage.tick(2, 0, 11);
        QVERIFY(says(u"11 отклонено"_s));
        stage.tick(3, 1'234'567, 21);
        QVERIFY(says(u"21 отклонена"_s));
        const QString grouped = QLocale(QLocale::Russian).toString(1'234'567);
        QVERIFY(says(grouped + u" строк/с"_s));
        stage.languages.setLanguage(u"en"_s);
        QCoreApplication::processEvents();
        QVERIFY(says(u"21 rejected"_s));
        QVERIFY(says(u"1,234,567 lines/s"_s));
    }
    void nothingStaysEnglishAfterTheSwitch()
    {
        Stage stage(freshFile(), u"en"_s);
        stage.window.resize(1280, 720);
        stage.window.show();
        stage.tick(0, 10, 3);
        stage.languages.setLanguage(u"ru"_s);
        QCoreApplication::processEvents();
        QStringList english;
        const auto check = [&](const QString &text) {
            if (!isNeutral(text))
                english << text;
        };
        for (const QAction *action : stage.window.findChildren<QAction *>())
            if (!isMadeByQt(action))
                check(action->text());
        for (const QLabel *label : stage.window.findChildren<QLabel *>())
            check(label->text());
        for (const QAbstractButton *button : stage.window.findChildren<QAbstractButton *>()) {
            if (isMadeByQt(button))
                continue;
            check(button->text());
            check(button->toolTip());
        }
        for (const QComboBox *box : stage.window.findChildren<QComboBox *>())
            for (int i = 0; i < box->count() && box->objectName() != u"captureinterface"; ++i)
                check(box->itemText(i));
        for (const QWidget *widget : stage.window.findChildren<QWidget *>()) {
            if (isMadeByQt(widget))
                continue;
            check(widget->accessibleName());
            check(widget->accessibleDescription());
            check(widget->windowTitle());
        }
        english.removeDuplicates();
        QVERIFY2(english.isEmpty(), qPrintable(english.join(u'\n')));
    }
    /// Whatever the number that a text may or may not hold.
    void checksSpeakRussian()
    {
        app::LanguageSwitcher languages;
        languages.setLanguage(u"ru"_s);
        static const QRegularExpression russian(u"[а-яё]"_s);
        QStringList english;
        for (int reason = 1; reason < static_cast<int>(net::CheckReason::Count); ++reason)
            for (const int count : {0, 1, 2, 5}) {
                net::CheckResult result{net::CheckVerdict::Fail, static_cast<net::CheckReason>(reason)};
                result.evidence.count = static_cast<decltype(result.evidence.count)>(count);
                for (const QString &text : {ui::checkEvidenceText(result), ui::checkRemedyText(result)})
                    if (!isNeutral(text) && !text.contains(russian))
                        english << text;
            }
        english.removeDuplicates();
        QVERIFY2(english.isEmpty(), qPrintable(english.join(u'\n')));
        languages.setLanguage(u"en"_s);
    }
    void qtsOwnTextsAreTranslated()
    {
        app::LanguageSwitcher languages;
        languages.setLanguage(u"ru"_s);
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Отмена"_s);
        languages.setLanguage(u"en"_s);
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Cancel"_s);
    }
    void wordsFitTheirWidgets_data() { addLanguages(); }
    void wordsFitTheirWidgets()
    {
        QFETCH(QString, language);
        QStringList bad;
        Tour(freshFile(), language, [&](QWidget &root, const QString &where) {
            for (const QString &misfit : misfits(root))
                bad << where + u": "_s + misfit;
        }).go();
        bad.removeDuplicates();
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }
    void mnemonicsDoNotClash_data() { addLanguages(); }
    void mnemonicsDoNotClash()
    {
        QFETCH(QString, language);
        QStringList bad;
        Tour(freshFile(), language, [&](QWidget &root, const QString &where) {
            for (const QMenu *menu : root.findChildren<QMenu *>())
                bad << clashes(menu->actions());
            if (const auto *bar = root.findChild<QMenuBar *>())
                bad << clashes(bar->actions());
            QHash<QChar, QString> seen;
            const auto check = [&](const QWidget *widget, const QString &text) {
                const QChar letter = mnemonicOf(text);
                if (letter.isNull() || !widget->isVisibleTo(&root))
                    return;
                if (seen.contains(letter))
                    bad << where + u": "_s + text + u" / "_s + seen.value(letter);
                seen.insert(letter, text);
            };
            for (const QAbstractButton *button : root.findChildren<QAbstractButton *>()) {
                const auto *tool = qobject_cast<const QToolButton *>(button);
                if (tool == nullptr || tool->defaultAction() == nullptr)
                    check(button, button->text());
            }
            for (const QLabel *label : root.findChildren<QLabel *>())
                if (label->buddy() != nullptr)
                    check(label, label->text());
        }).go();
        bad.removeDuplicates();
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }
};

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
