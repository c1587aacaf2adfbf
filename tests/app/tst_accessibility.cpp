// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tour.h"

#include "app/navigation.h"
#include "app/theme.h"

#include "widgets/models/journaltext.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QMenuBar>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
namespace app = metriscope::app;
namespace ui = metriscope::ui;

namespace
{

[[nodiscard]] double luminance(const QColor &colour)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

/// As WCAG 2 defines it, 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

[[nodiscard]] QString called(const QWidget *widget, const QString &where)
{
    return where + u": "_s + QString::fromLatin1(widget->metaObject()->className()) + u' ' +
           widget->objectName();
}

/// Whoever reads the window aloud must have something to say at every place the keyboard reaches.
[[nodiscard]] QStringList nameless(QWidget &root, const QString &where)
{
    QStringList bad;
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&root) || (widget->focusPolicy() & Qt::TabFocus) == 0 ||
            widget->focusProxy() != nullptr)
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        if (spoken == nullptr) {
            bad << called(widget, where);
            continue;
        }
        const QString name = spoken->text(QAccessible::Name);
        const QString description = spoken->text(QAccessible::Description);
        const bool labelled = !spoken->relations(QAccessible::Label).isEmpty();
        const bool isCombo = qobject_cast<QComboBox *>(widget) != nullptr;
        // The name of a combo box is what is chosen in it: what it is for must be said otherwise.
        if (isCombo ? description.isEmpty() && !labelled : name.isEmpty() && !labelled)
            bad << called(widget, where);
    }
    return bad;
}

} // namespace

class TestAccessibility final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_next = 0;
    [[nodiscard]] QString freshFile() { return m_folder.filePath(u"%1.ini"_s.arg(++m_next)); }

private Q_SLOTS:
    void everythingHasAName_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addRow("English") << u"en"_s;
        QTest::addRow("Russian") << u"ru"_s;
    }
    void everythingHasAName()
    {
        QFETCH(QString, language);
        QStringList bad;
        Tour(freshFile(), language, [&](QWidget &root, const QString &where) {
            bad << nameless(root, where);
        }).go();
        bad.removeDuplicates();
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }
    void tabReachesEveryControl()
    {
        Stage stage(freshFile());
        stage.window.resize(1280, 720);
        stage.window.show();
        stage.tick(0, 10, 3);
        stage.window.showPage(app::Pages::Journal);
        QVERIFY(QTest::qWaitForWindowActive(&stage.window));
        QSet<const QWidget *> reached;
        for (int i = 0; i < 200; ++i) {
            QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget()
                                                                   : &stage.window,
                            Qt::Key_Tab);
            reached.insert(QApplication::focusWidget());
        }
        QStringList missed;
        for (QWidget *widget : stage.window.findChildren<QWidget *>())
            if (widget->isVisibleTo(&stage.window) && widget->isEnabled() &&
                (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr &&
                !reached.contains(widget))
                missed << called(widget, u"journal"_s);
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
    }
    void togglingFromOutsideActs()
    {
        Stage stage(freshFile());
        stage.window.show();
        const auto toggle = [](QToolButton *button) {
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(button);
            spoken->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        };
        QAction *pause = stage.action(Qt::Key_Space), *follow = stage.action(Qt::Key_F);
        toggle(stage.button(u"Pause"_s));
        QVERIFY(pause->isChecked());
        toggle(stage.button(u"Follow"_s));
        QVERIFY(!pause->isChecked());
        QVERIFY(follow->isChecked());
        toggle(stage.button(u"RU"_s));
        QCOMPARE(stage.languages.language(), u"ru"_s);
    }
    void choosingAPageFromOutsideShowsIt()
    {
        Stage stage(freshFile());
        stage.window.show();
        auto *list = stage.window.findChild<app::NavigationList *>();
        const auto toggle = [&](app::Pages::Page page) {
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(list)->child(page);
            spoken->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        };
        toggle(app::Pages::Journal);
        QTRY_COMPARE(list->currentRow(), int(app::Pages::Journal));
        toggle(app::Pages::Metrics);
        QTRY_COMPARE(list->currentRow(), int(app::Pages::Metrics));
        toggle(app::Pages::Metrics); // there is always one
        QTRY_VERIFY(list->item(app::Pages::Metrics)->isSelected());
        QCOMPARE(list->selectedItems().size(), 1);
    }
    void menusNeedNoMouse()
    {
        Stage stage(freshFile());
        for (const QAction *menu : stage.window.menuBar()->actions())
            QVERIFY2(menu->text().contains(u'&'), qPrintable(menu->text()));
    }
    void coloursAreReadable_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addRow("light") << int(app::Theme::Light);
        QTest::addRow("dark") << int(app::Theme::Dark);
    }
    void coloursAreReadable()
    {
        QFETCH(int, theme);
        const QPalette palette = app::themePalette(static_cast<app::Theme>(theme), {});
        for (const auto ground : {QPalette::Base, QPalette::AlternateBase, QPalette::Window}) {
            const QColor paper = palette.color(ground);
            QVERIFY(contrast(palette.color(QPalette::Text), paper) >= 7);
            QVERIFY(contrast(palette.color(QPalette::PlaceholderText), paper) >= 4.5);
            QVERIFY(contrast(palette.color(QPalette::Link), paper) >= 4.5);
            for (int severity = 0; severity < ui::SeverityCount; ++severity)
                QVERIFY(contrast(ui::severityColour(static_cast<ui::Severity>(severity), palette), paper) >=
                        4.5);
        }
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >=
                4.5);
        QVERIFY(contrast(palette.color(QPalette::ButtonText), palette.color(QPalette::Button)) >= 7);
    }
    void statesAreNotToldByColourAlone()
    {
        QSet<QString> glyphs;
        for (int severity = 0; severity < ui::SeverityCount; ++severity)
            glyphs.insert(ui::severityGlyph(static_cast<ui::Severity>(severity)));
        QCOMPARE(glyphs.size(), ui::SeverityCount);
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
