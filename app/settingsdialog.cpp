// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settingsdialog.h"

#include "app/appearanceform.h"

#include "widgets/forms/collectorform.h"
#include "widgets/forms/contextsform.h"
#include "widgets/forms/historyform.h"
#include "widgets/forms/packetsform.h"
#include "widgets/forms/receiverform.h"
#include "widgets/forms/signalsform.h"
#include "widgets/models/journaltext.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace metriscope::app
{

SettingsDialog::SettingsDialog(const net::Registry &registry, const SettingsData &given,
                               const SettingsData &inForce, QWidget *parent)
    : QDialog(parent), m_data(given), m_inForce(inForce), m_list(new QListWidget(this)),
      m_stack(new QStackedWidget(this)), m_problem(new QLabel(this)), m_consequence(new QLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel |
                                         QDialogButtonBox::Apply | QDialogButtonBox::RestoreDefaults,
                                     this)),
      m_receiver(new ui::ReceiverForm), m_contexts(new ui::ContextsForm), m_collector(new ui::CollectorForm),
      m_history(new ui::HistoryForm), m_packets(new ui::PacketsForm),
      m_signals(new ui::SignalsForm(registry)), m_appearance(new AppearanceForm)
{
    setObjectName(QStringLiteral("settings"));
    addPage(m_receiver);
    addPage(m_contexts);
    addPage(m_collector);
    addPage(m_history);
    addPage(m_packets);
    addPage(m_signals);
    addPage(m_appearance);
    for (QLabel *label : {m_problem, m_consequence}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *layout = new QGridLayout(this);
    layout->addWidget(m_list, 0, 0, 3, 1);
    layout->addWidget(m_stack, 0, 1);
    layout->addWidget(m_problem, 1, 1);
    layout->addWidget(m_consequence, 2, 1);
    layout->addWidget(m_buttons, 3, 0, 1, 2);
    layout->setColumnStretch(1, 1);
    layout->setRowStretch(0, 1);
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        apply();
        accept();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons->button(QDialogButtonBox::Apply), &QPushButton::clicked, this, &SettingsDialog::apply);
    connect(m_buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            [this] { load(SettingsData()); });
    m_list->setSpacing(3);
    m_list->setCurrentRow(0);
    retranslate();
    load(m_data);
    resize(760, 640);
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::addPage(ui::SettingsPage *page)
{
    m_pages.push_back(page);
    m_list->addItem(QString());
    auto *area = new QScrollArea(m_stack);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus); // it follows the focus of what is in it
    area->setWidget(page);
    m_stack->addWidget(area);
    connect(page, &ui::SettingsPage::edited, this, &SettingsDialog::check);
}

void SettingsDialog::showPage(Page page)
{
    m_list->setCurrentRow(page);
}

void SettingsDialog::focusBuffer()
{
    showPage(ReceiverPage);
    m_receiver->focusBuffer();
}

void SettingsDialog::load(const SettingsData &from)
{
    m_loading = true;
    m_receiver->setValue(from.receiver);
    m_contexts->setValue(from.contexts);
    m_collector->setValue(from.collector);
    m_history->setValue({from.store, from.fold, from.maxSeries});
    m_packets->setValue(from.packetLimits);
    m_signals->setValue(from.signalling);
    m_appearance->setValue(from.appearance);
    m_loading = false;
    check();
}

SettingsData SettingsDialog::gathered() const
{
    SettingsData now = m_data;
    now.receiver = m_receiver->value();
    now.contexts = m_contexts->value();
    now.collector = m_collector->value();
    const ui::HistorySettings history = m_history->value();
    now.store = history.store;
    now.fold = history.fold;
    now.maxSeries = history.maxSeries;
    now.packetLimits = m_packets->value();
    now.signalling = m_signals->value();
    now.appearance = m_appearance->value();
    return now;
}

void SettingsDialog::check()
{
    if (m_loading)
        return;
    QString problem;
    for (const ui::SettingsPage *page : m_pages) {
        if (const QString words = page->problem(); !words.isEmpty() && problem.isEmpty())
            //: %1 is the name of a page of settings, %2 says what is wrong on it
            problem = tr("%1: %2").arg(page->title(), words);
    }
    const SettingsData now = gathered();
    m_problem->setText(
        problem.isEmpty() ? QString() : ui::severityGlyph(ui::Severity::Error) + QLatin1Char(' ') + problem);
    m_problem->setVisible(!problem.isEmpty());
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, ui::severityColour(ui::Severity::Error, palette()));
    m_problem->setPalette(colours);
    const QString cost = problem.isEmpty() ? consequence(now) : QString();
    m_consequence->setText(cost);
    m_consequence->setVisible(!cost.isEmpty());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(problem.isEmpty());
    m_buttons->button(QDialogButtonBox::Apply)->setEnabled(problem.isEmpty() && now != m_data);
}

QString SettingsDialog::consequence(const SettingsData &now) const
{
    QStringList words;
    if (now.receiver != m_data.receiver)
        words << tr("The receiver will be started again: connections over TCP are closed.");
    if (now.collector != m_data.collector && now.collector.enabled)
        words << tr("The collector will be started again; what it has counted stays.");
    if (now.store != m_inForce.store || now.maxSeries != m_inForce.maxSeries || now.fold != m_inForce.fold)
        words << tr("Ticks and history change when Metriscope starts the next time.");
    return words.join(QLatin1Char('\n'));
}

void SettingsDialog::apply()
{
    const SettingsData now = gathered();
    if (now == m_data)
        return;
    m_data = now;
    Q_EMIT applied(now);
    check();
}

void SettingsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    m_list->setAccessibleName(tr("Pages of the settings"));
    int width = 0;
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        m_list->item(static_cast<int>(i))->setText(m_pages[i]->title());
        width = std::max(width, m_list->fontMetrics().horizontalAdvance(m_pages[i]->title()));
    }
    m_list->setFixedWidth(width + 6 * m_list->fontMetrics().averageCharWidth());
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("OK"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_buttons->button(QDialogButtonBox::Apply)->setText(tr("&Apply"));
    m_buttons->button(QDialogButtonBox::RestoreDefaults)->setText(tr("Restore defaults"));
    check();
}

} // namespace metriscope::app
