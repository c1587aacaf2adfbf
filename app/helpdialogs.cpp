// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/helpdialogs.h"

#include "app/testcommand.h"

#include "widgets/common/displaytext.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace metriscope::app
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(metriscope::app::Help)
};

[[nodiscard]] QDialog *makeDialog(QWidget *window, const QString &title, QWidget *content, QSize size)
{
    auto *dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    buttons->button(QDialogButtonBox::Close)->setText(Words::tr("Close"));
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(content);
    layout->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    dialog->resize(size);
    dialog->open();
    return dialog;
}

void addKey(QTableWidget &table, const QString &keys, const QString &what)
{
    const int row = table.rowCount();
    table.insertRow(row);
    table.setItem(row, 0, new QTableWidgetItem(keys));
    table.setItem(row, 1, new QTableWidgetItem(what));
}

[[nodiscard]] QString plain(QString text)
{
    return text.remove(QLatin1Char('&')).remove(QChar(0x2026));
}

/// What an action does, with the submenu that it stands in: "1 min" alone tells nobody anything.
[[nodiscard]] QString meaningOf(const QAction &action)
{
    for (const QObject *place : action.associatedObjects()) {
        const auto *menu = qobject_cast<const QMenu *>(place);
        if (menu != nullptr && qobject_cast<const QMenu *>(menu->parentWidget()) != nullptr)
            //: %1 is the title of a menu, %2 one of its entries
            return Words::tr("%1: %2").arg(plain(menu->title()), plain(action.text()));
    }
    return plain(action.text());
}

void addChartKeys(QTableWidget &table)
{
    addKey(table, QStringLiteral("←  →"), Words::tr("In a chart: move the cursor point by point"));
    addKey(table, QStringLiteral("A  B"), Words::tr("In a chart: set cursor A or B"));
    addKey(table, QStringLiteral("+  −"), Words::tr("In a chart: zoom in or out"));
    addKey(table, QStringLiteral("Esc"), Words::tr("In a chart: remove the cursors"));
}

[[nodiscard]] QString paragraph(const QString &text)
{
    return QStringLiteral("<p>") + text.toHtmlEscaped() + QStringLiteral("</p>");
}

[[nodiscard]] QString heading(const QString &text)
{
    return QStringLiteral("<h3>") + text.toHtmlEscaped() + QStringLiteral("</h3>");
}

[[nodiscard]] QString code(const QString &text)
{
    return QStringLiteral("<pre>") + text.toHtmlEscaped() + QStringLiteral("</pre>");
}

[[nodiscard]] QString manualText(const QString &address)
{
    return heading(Words::tr("Send something")) +
           paragraph(
               Words::tr(
                   "Metriscope is the statsd server: point your application at %1, over UDP or TCP. To see "
                   "that it works, type this in a terminal:")
                   .arg(ui::displayText(address))) +
           code(testCommand(address)) +
           paragraph(Words::tr(
               "Nothing to send yet? Start the demo in the menu Sources: it sends made-up traffic, and "
               "the window says DEMO as long as it runs.")) +
           heading(Words::tr("Is it right?")) +
           paragraph(
               Words::tr("Every line that is rejected is counted, and the Journal says why, shows the last "
                         "example and what to change. The numbers below the window lead there.")) +
           heading(Words::tr("Nothing arrives?")) +
           paragraph(Words::tr("Verify in the tool bar checks step by step where the metrics stop, and says "
                               "what to do. The page "
                               "Packets shows every line with its verdict, and Tools, Explain lines judges "
                               "what you paste.")) +
           heading(Words::tr("Do you measure otherwise?")) +
           paragraph(Words::tr(
               "On the page Collectors, add what shall be asked: gstats collectors, metrics pages of "
               "django-prometheus or another Prometheus client, pystatsd monitors. m3 applications register "
               "their "
               "URLs by themselves when they start; the page Contexts shows them.")) +
           heading(Words::tr("How is my application doing?")) +
           paragraph(Words::tr(
               "The Overview draws request rate, latency and active users of every application that a "
               "preset recognises. For other names, say in Tools, Settings, Signals what your metrics "
               "are called. Any metric can be charted: choose it in Metrics and press Enter.")) +
           heading(Words::tr("In a chart")) +
           paragraph(Words::tr(
               "Drag to zoom, turn the wheel to zoom around the pointer. F follows the time again, Space "
               "freezes the view while receiving goes on. A and B set two cursors; their difference "
               "stands below."));
}

} // namespace

QDialog *showAbout(QWidget *window)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    label->setText(
        Words::tr(
            "Metriscope %1\n\nA console for the metrics of your own web applications.\n\nBuilt on Qt %2. "
            "Free software under the GNU General Public License, version 3 or later, without any "
            "warranty.")
            .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion())));
    return makeDialog(window, Words::tr("About Metriscope"), label, {420, 240});
}

QDialog *showShortcuts(QWidget *window, const std::vector<QAction *> &actions)
{
    auto *table = new QTableWidget(0, 2);
    table->setAccessibleName(Words::tr("Keyboard shortcuts"));
    table->setHorizontalHeaderLabels({Words::tr("Keys"), Words::tr("What they do")});
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    for (const QAction *action : actions)
        if (!action->shortcut().isEmpty())
            addKey(*table, action->shortcut().toString(QKeySequence::NativeText), meaningOf(*action));
    addKey(*table, QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText),
           Words::tr("Go to the filter of the page"));
    addChartKeys(*table);
    table->resizeColumnToContents(0);
    return makeDialog(window, Words::tr("Keyboard shortcuts"), table, {520, 560});
}

QDialog *showManual(QWidget *window, const QString &address)
{
    auto *browser = new QTextBrowser;
    browser->setOpenLinks(false);
    browser->setAccessibleName(Words::tr("Getting started"));
    browser->setHtml(manualText(address));
    return makeDialog(window, Words::tr("Getting started"), browser, {640, 560});
}

} // namespace metriscope::app
