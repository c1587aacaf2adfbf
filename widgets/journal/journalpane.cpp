// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/journal/journalpane.h"

#include "widgets/common/findshortcut.h"
#include "widgets/common/themeicon.h"
#include "widgets/journal/journalexport.h"
#include "widgets/models/issuemodel.h"
#include "widgets/models/journalmodel.h"
#include "widgets/models/journaltext.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace metriscope::ui
{

namespace
{

void dress(QTableView *view)
{
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setShowGrid(false);
    view->setAlternatingRowColors(true);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + 6);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

[[nodiscard]] int widthOf(const QWidget *widget, int characters)
{
    return widget->fontMetrics().averageCharWidth() * characters;
}

} // namespace

JournalFilter::JournalFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(JournalModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void JournalFilter::setText(const QString &text)
{
    m_text = text;
    invalidateFilter();
}

void JournalFilter::setLeastSeverity(Severity severity)
{
    m_least = severity;
    invalidateFilter();
}

bool JournalFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto *model = sourceModel();
    const auto severity =
        static_cast<Severity>(model->index(row, 0, parent).data(JournalModel::SeverityRole).toInt());
    if (severity < m_least)
        return false;
    if (m_text.isEmpty())
        return true;
    for (const int column : {JournalModel::TextColumn, JournalModel::SourceColumn})
        if (model->index(row, column, parent).data().toString().contains(m_text, Qt::CaseInsensitive))
            return true;
    return false;
}

JournalPane::JournalPane(JournalModel &journal, IssueModel &issues, QWidget *parent)
    : QWidget(parent), m_journal(journal), m_issues(issues), m_filtered(new JournalFilter(this)),
      m_filter(new QLineEdit(this)), m_severityLabel(new QLabel(this)), m_severity(new QComboBox(this)),
      m_follow(new QCheckBox(this)), m_view(new QTableView(this)), m_issueView(new QTableView(this)),
      m_issueTitle(new QLabel(this)), m_evicted(new QLabel(this)), m_empty(new QLabel(this)),
      m_splitter(new QSplitter(Qt::Vertical, this)), m_copyAction(new QAction(this)),
      m_exportAction(new QAction(this)), m_clearFilterAction(new QAction(this))
{
    setObjectName(QStringLiteral("journal"));
    m_filtered->setSourceModel(&m_journal);
    m_view->setModel(m_filtered);
    auto *sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(&m_issues);
    sorted->setSortRole(IssueModel::SortRole);
    m_issueView->setModel(sorted);
    for (QTableView *view : {m_view, m_issueView}) {
        dress(view);
        view->setSortingEnabled(true);
        connect(view, &QWidget::customContextMenuRequested, this,
                [this, view](const QPoint &position) { showMenu(view, position); });
    }
    m_view->sortByColumn(JournalModel::TimeColumn, Qt::AscendingOrder);
    m_issueView->sortByColumn(IssueModel::CountColumn, Qt::DescendingOrder);
    m_view->setColumnWidth(JournalModel::TimeColumn, widthOf(m_view, 26));
    m_view->setColumnWidth(JournalModel::SeverityColumn, widthOf(m_view, 22));
    m_view->setColumnWidth(JournalModel::SourceColumn, widthOf(m_view, 16));
    m_view->setColumnWidth(JournalModel::CountColumn, widthOf(m_view, 16));
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_issueView->setColumnWidth(IssueModel::ReasonColumn, widthOf(m_view, 44));
    m_issueView->setColumnWidth(IssueModel::RemedyColumn, widthOf(m_view, 44));
    m_issueView->setColumnWidth(IssueModel::CountColumn, widthOf(m_view, 14));
    m_issueView->setColumnWidth(IssueModel::ExampleColumn, widthOf(m_view, 36));
    m_issueView->horizontalHeader()->setStretchLastSection(true);
    for (QLabel *label : {m_severityLabel, m_issueTitle, m_evicted, m_empty})
        label->setTextFormat(Qt::PlainText);
    m_severityLabel->setBuddy(m_severity);
    m_issueTitle->setBuddy(m_issueView);
    for (int i = 0; i < SeverityCount; ++i)
        m_severity->addItem(QString());
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(widthOf(this, 30));
    m_follow->setChecked(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);

    auto *exportButton = new QToolButton(this);
    exportButton->setDefaultAction(m_exportAction);
    exportButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_exportAction->setIcon(themeIcon(QStringLiteral("export")));
    m_copyAction->setShortcut(QKeySequence::Copy);
    m_copyAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_copyAction);

    auto *bar = new QHBoxLayout;
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_severityLabel);
    bar->addWidget(m_severity);
    bar->addWidget(m_follow);
    bar->addStretch();
    bar->addWidget(m_evicted);
    bar->addWidget(exportButton);
    auto *lower = new QWidget(this);
    auto *lowerLayout = new QVBoxLayout(lower);
    lowerLayout->setContentsMargins(0, 0, 0, 0);
    lowerLayout->addWidget(m_issueTitle);
    lowerLayout->addWidget(m_issueView);
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(lower);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(bar);
    layout->addWidget(m_empty);
    layout->addWidget(m_splitter, 1);

    addFindShortcut(m_filter);
    connect(m_filter, &QLineEdit::textChanged, this, &JournalPane::applyFilter);
    connect(m_severity, &QComboBox::currentIndexChanged, this, &JournalPane::applyFilter);
    connect(m_copyAction, &QAction::triggered, this,
            [this] { copySelection(m_issueView->hasFocus() ? m_issueView : m_view); });
    connect(m_exportAction, &QAction::triggered, this, &JournalPane::askAndExport);
    connect(m_clearFilterAction, &QAction::triggered, this, &JournalPane::showAll);
    connect(&m_journal, &JournalModel::evictedChanged, this, &JournalPane::updateEvicted);
    // Follows the newest row until the reader scrolls away from it, and again once the reader is back.
    QScrollBar *scroll = m_view->verticalScrollBar();
    connect(scroll, &QScrollBar::valueChanged, this,
            [this, scroll](int value) { m_follow->setChecked(value == scroll->maximum()); });
    connect(scroll, &QScrollBar::rangeChanged, this, [this, scroll] {
        if (m_follow->isChecked())
            scroll->setValue(scroll->maximum());
    });
    connect(m_follow, &QCheckBox::toggled, this, [scroll](bool on) {
        if (on)
            scroll->setValue(scroll->maximum());
    });
    connect(m_filtered, &QAbstractItemModel::rowsInserted, this,
            [this] { m_empty->setVisible(m_filtered->rowCount() == 0); });
    retranslate();
    applyFilter();
}

void JournalPane::showAll()
{
    showOnly(Severity::Information);
}

void JournalPane::showOnly(Severity least, const QString &text)
{
    m_severity->setCurrentIndex(static_cast<int>(least));
    m_filter->setText(text);
}

void JournalPane::showRejected()
{
    showOnly(Severity::Warning);
    m_issueView->setFocus(Qt::OtherFocusReason);
    if (m_issueView->model()->rowCount() > 0 && !m_issueView->currentIndex().isValid())
        m_issueView->selectRow(0);
}

bool JournalPane::exportTo(const QString &file, QString &why) const
{
    return exportJournal(*m_filtered, file, why);
}

void JournalPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void JournalPane::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter the journal"));
    m_filter->setAccessibleName(tr("Filter the journal"));
    m_severityLabel->setText(tr("Sho&w"));
    m_severity->setItemText(0, tr("Everything"));
    m_severity->setItemText(1, tr("Warnings and errors"));
    m_severity->setItemText(2, tr("Errors only"));
    m_severity->setAccessibleName(tr("Severity"));
    m_severity->setAccessibleDescription(tr("How severe an entry must be to be shown"));
    m_follow->setText(tr("F&ollow the newest"));
    m_view->setAccessibleName(tr("Journal"));
    m_issueTitle->setText(tr("&Rejected and doubtful lines by reason"));
    m_issueView->setAccessibleName(tr("Rejected and doubtful lines by reason"));
    m_empty->setText(
        tr("Nothing to show. What happens to the sources, and every kind of line that was rejected, "
           "is noted here."));
    m_copyAction->setText(tr("&Copy"));
    m_exportAction->setText(tr("E&xport the journal…"));
    m_clearFilterAction->setText(tr("Show e&verything"));
    m_journal.retranslate();
    m_issues.retranslate();
    updateEvicted();
}

void JournalPane::applyFilter()
{
    m_filtered->setLeastSeverity(static_cast<Severity>(m_severity->currentIndex()));
    m_filtered->setText(m_filter->text().trimmed());
    m_empty->setVisible(m_filtered->rowCount() == 0);
}

void JournalPane::updateEvicted()
{
    const std::uint64_t gone = m_journal.evicted();
    m_evicted->setVisible(gone > 0);
    m_evicted->setText(
        tr("%Ln older entry(s) dropped", nullptr, static_cast<int>(std::min<std::uint64_t>(gone, INT_MAX))));
}

void JournalPane::copySelection(const QTableView *view) const
{
    QModelIndexList rows = view->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < view->model()->columnCount(); ++column)
            cells << row.siblingAtColumn(column).data().toString();
        lines << cells.join(QLatin1Char('\t'));
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void JournalPane::showMenu(QTableView *view, const QPoint &position)
{
    QMenu menu(this);
    view->setFocus(Qt::OtherFocusReason);
    m_copyAction->setEnabled(view->selectionModel()->hasSelection());
    menu.addAction(m_copyAction);
    menu.addAction(m_clearFilterAction);
    menu.addSeparator();
    menu.addAction(m_exportAction);
    menu.exec(view->viewport()->mapToGlobal(position));
    m_copyAction->setEnabled(true);
}

void JournalPane::askAndExport()
{
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Export the journal"), QStringLiteral("metriscope-journal.csv"),
                                     tr("CSV table (*.csv);;Text (*.txt)"));
    if (file.isEmpty())
        return;
    QString why;
    if (exportTo(file, why))
        Q_EMIT exported(file);
    else
        Q_EMIT exportFailed(file, why);
}

} // namespace metriscope::ui
