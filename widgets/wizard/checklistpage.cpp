// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wizard/checklistpage.h"

#include <QAccessible>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace metriscope::ui
{

using State = net::CheckEntry::State;
using namespace std::chrono_literals;

ChecklistPage::ChecklistPage(QWidget *parent)
    : WizardPage(parent), m_progress(new QProgressBar(this)), m_summary(new QLabel(this)),
      m_area(new QScrollArea(this)), m_again(new QPushButton(this)), m_stop(new QPushButton(this)),
      m_watch(new QPushButton(this))
{
    auto *cards = new QWidget(m_area);
    m_list = new QVBoxLayout(cards);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(4);
    m_list->addStretch();
    m_area->setWidget(cards);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus); // it follows the focus of its cards
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(6);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_watch->setCheckable(true);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_again);
    buttons->addWidget(m_stop);
    buttons->addWidget(m_watch);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_progress);
    layout->addWidget(m_summary);
    layout->addWidget(m_area, 1);
    layout->addLayout(buttons);

    m_pause.setSingleShot(true);
    m_pause.setInterval(2s);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_run && m_watch->isChecked())
            m_run->start();
    });
    connect(m_again, &QPushButton::clicked, this, [this] {
        if (m_run)
            m_run->start();
        showSummary();
    });
    connect(m_stop, &QPushButton::clicked, this, &ChecklistPage::stop);
    connect(m_watch, &QPushButton::toggled, this, &ChecklistPage::setWatching);
    retranslate();
}

ChecklistPage::~ChecklistPage() = default;

void ChecklistPage::run(const net::CheckContext &context)
{
    m_everFinished = false;
    m_run = std::make_unique<net::CheckRun>(context);
    connect(m_run.get(), &net::CheckRun::changed, this, &ChecklistPage::showEntry);
    connect(m_run.get(), &net::CheckRun::finished, this, &ChecklistPage::finishRun);
    rebuildCards();
    m_run->start();
    showSummary();
}

void ChecklistPage::stop()
{
    m_watch->setChecked(false);
    m_pause.stop();
    if (m_run)
        m_run->cancel();
    showSummary();
}

void ChecklistPage::cleanupPage()
{
    stop();
    WizardPage::cleanupPage();
}

void ChecklistPage::rebuildCards()
{
    qDeleteAll(m_cards);
    m_cards.clear();
    QWidget *before = m_summary;
    for (const net::CheckEntry &entry : m_run->entries()) {
        auto *card = new CheckCard(entry.id, m_area->widget());
        m_list->insertWidget(m_list->count() - 1, card);
        m_cards.push_back(card);
        card->setEntry(entry);
        setTabOrder(before, card);
        before = card;
    }
}

void ChecklistPage::showEntry(int index)
{
    const net::CheckEntry &entry = m_run->entries()[static_cast<std::size_t>(index)];
    CheckCard *card = m_cards[static_cast<std::size_t>(index)];
    const bool wasDone = card->entry().state == State::Done;
    card->setEntry(entry);
    // What needs the reader's attention opens by itself, once.
    if (entry.state == State::Done && !wasDone && !m_everFinished)
        card->setUnfolded(entry.result.verdict == net::CheckVerdict::Fail ||
                          entry.result.verdict == net::CheckVerdict::Warning);
    showSummary();
}

void ChecklistPage::finishRun()
{
    m_everFinished = true;
    if (m_watch->isChecked() && !allInOrder())
        m_pause.start();
    else
        m_watch->setChecked(false);
    showSummary();
    QAccessibleEvent event(m_summary, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
    Q_EMIT completeChanged();
}

bool ChecklistPage::allInOrder() const
{
    const net::CheckCounts counts = m_run->counts();
    return counts.warning == 0 && counts.fail == 0;
}

void ChecklistPage::setWatching(bool watching)
{
    if (watching && m_run && !m_run->isRunning())
        m_run->start();
    if (!watching)
        m_pause.stop();
    showSummary();
}

bool ChecklistPage::isComplete() const
{
    return m_everFinished;
}

void ChecklistPage::showSummary()
{
    const bool running = m_run && m_run->isRunning();
    m_again->setEnabled(m_run && !running);
    m_stop->setEnabled(running || m_watch->isChecked());
    if (!m_run)
        return;
    const auto &entries = m_run->entries();
    const auto done = std::ranges::count(entries, State::Done, &net::CheckEntry::state);
    m_progress->setRange(0, static_cast<int>(entries.size()));
    m_progress->setValue(running ? static_cast<int>(done) : static_cast<int>(entries.size()));
    const net::CheckCounts counts = m_run->counts();
    QStringList words;
    if (running && !m_watch->isChecked())
        words << tr("Checking…");
    else if (m_watch->isChecked())
        words << tr("Watching: the checks are repeated until all is in order.");
    else if (counts.fail == 0 && counts.warning == 0)
        words << tr("All is in order.");
    if (counts.pass > 0)
        words << tr("%n in order", "checks", counts.pass);
    if (counts.warning > 0)
        words << tr("%n warning(s)", nullptr, counts.warning);
    if (counts.fail > 0)
        words << tr("%n fault(s)", nullptr, counts.fail);
    if (counts.skipped > 0)
        words << tr("%n not checked", "checks", counts.skipped);
    m_summary->setText(words.join(QStringLiteral("   ")));
    m_progress->setAccessibleDescription(m_summary->text());
}

void ChecklistPage::retranslate()
{
    setTitle(tr("Checks"));
    setSubTitle(tr("Each check says what it found and, where something is wrong, what to do."));
    m_progress->setAccessibleName(tr("Progress of the checks"));
    m_again->setText(tr("&Run again"));
    m_stop->setText(tr("&Stop"));
    m_watch->setText(tr("Keep &watching"));
    m_watch->setToolTip(tr("Repeats the checks until all is in order: fix a fault and see it turn green"));
    for (CheckCard *card : m_cards)
        card->retranslate();
    showSummary();
}

} // namespace metriscope::ui
