// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/contexts/contextspane.h"

#include "widgets/charts/timeaxis.h"
#include "widgets/common/displaytext.h"
#include "widgets/common/emptypage.h"
#include "widgets/common/findshortcut.h"
#include "widgets/common/timeformat.h"
#include "widgets/contexts/applicationstrip.h"
#include "widgets/contexts/contextfilter.h"
#include "widgets/contexts/contextmodel.h"
#include "widgets/contexts/pasteurlsdialog.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QTreeView>

#include <algorithm>

namespace metriscope::ui
{

namespace
{

using namespace std::chrono_literals;
/// A slice every so often: a tenth of the window's time at most while there are many requests.
constexpr auto SliceEvery = 20ms, BetweenRounds = 500ms;
constexpr auto SliceBudget = 2ms;
constexpr std::string_view NoPrefix = "m3"; ///< what the preset calls an application without a prefix

} // namespace

ContextsPane::ContextsPane(const net::Registry &registry, const net::SeriesStore &store,
                           net::ContextBook &book, const TimeAxis &axis, QWidget *parent)
    : QWidget(parent), m_book(book), m_axis(axis), m_model(new ContextModel(registry, store, book, this)),
      m_filter(new ContextFilter(this)), m_search(new QLineEdit(this)), m_activeOnly(new QCheckBox(this)),
      m_paste(new QPushButton(this)), m_range(new QLabel(this)), m_tree(new QTreeView(this)),
      m_strip(new ApplicationStrip(this)), m_empty(new EmptyPage(this)), m_stack(new QStackedLayout(this))
{
    m_filter->setSourceModel(m_model);
    m_tree->setModel(m_filter);
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(ContextModel::NameColumn, Qt::AscendingOrder);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->setExpandsOnDoubleClick(false); // a double click charts
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(ContextModel::NameColumn, QHeaderView::Stretch);
    m_search->setClearButtonEnabled(true);
    m_range->setTextFormat(Qt::PlainText);

    auto *page = new QWidget(this);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(10, 6, 10, 0);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_activeOnly);
    bar->addWidget(m_paste);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(bar);
    layout->addWidget(m_tree, 1);
    auto *under = new QHBoxLayout;
    under->setContentsMargins(10, 0, 10, 0);
    under->addWidget(m_range);
    layout->addLayout(under);
    layout->addWidget(m_strip);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(page);

    makeActions();
    addFindShortcut(m_search);
    connect(m_search, &QLineEdit::textChanged, this, &ContextsPane::search);
    connect(m_activeOnly, &QCheckBox::toggled, m_filter, &ContextFilter::setActiveOnly);
    connect(m_paste, &QPushButton::clicked, this, &ContextsPane::pasteUrls);
    connect(m_tree, &QTreeView::activated, this, [this] { chart(false); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ContextsPane::showSelected);
    connect(m_strip, &ApplicationStrip::timerUnitChosen, this, [this](net::TimerUnit unit) {
        if (const net::Application *application = signalsOf(current()))
            Q_EMIT timerUnitChosen(*application, unit);
    });
    connect(m_empty, &EmptyPage::firstClicked, this,
            [this] { m_address.isEmpty() ? Q_EMIT settingsRequested() : Q_EMIT demoRequested(); });
    connect(m_empty, &EmptyPage::thirdClicked, this, &ContextsPane::verifyRequested);
    connect(m_empty, &EmptyPage::secondClicked, this, &ContextsPane::pasteUrls);
    connect(&m_book, &net::ContextBook::changed, this, [this] {
        m_forgetPasted->setEnabled(m_book.pasted() > 0);
        updatePages();
        showSelected();
    });
    m_slice.setSingleShot(true);
    connect(&m_slice, &QTimer::timeout, this, &ContextsPane::work);
    retranslate();
    updatePages();
}

ContextsPane::~ContextsPane() = default;

void ContextsPane::makeActions()
{
    const auto add = [this](auto handler) {
        auto *action = new QAction(this);
        connect(action, &QAction::triggered, this, handler);
        m_tree->addAction(action);
        return action;
    };
    m_chartLatency = add([this] { chart(false); });
    m_chartRate = add([this] { chart(true); });
    m_copy = add([this] { copyNames(); });
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    m_copyAll = add([this] { copyAll(); });
    m_expand = add([this] { m_tree->expandAll(); });
    m_collapse = add([this] { m_tree->collapseAll(); });
    m_forgetPasted = add([this] { m_book.forgetPasted(); });
    m_forgetPasted->setEnabled(m_book.pasted() > 0);
}

void ContextsPane::apply(const net::Tick &tick)
{
    m_applications = tick.applications;
    m_model->apply(tick);
    if (isVisible()) {
        m_slice.start(0ms);
        showSelected();
    }
}

void ContextsPane::setAddress(const QString &address)
{
    m_address = address;
    updatePages();
    retranslate();
}

void ContextsPane::work()
{
    const int before = m_model->rowCount();
    const bool all = m_model->look(SliceBudget);
    if (m_model->rowCount() != before) {
        updatePages();
        showSelected();
    }
    const bool round = all && m_model->refresh(m_axis.visible(), SliceBudget);
    if (round)
        m_range->setText(rangeText());
    m_slice.start(round ? BetweenRounds : SliceEvery);
}

/// What is found is unfolded; without a filter the applications are, as at first.
void ContextsPane::search(const QString &words)
{
    m_filter->setWords(words);
    if (words.trimmed().isEmpty()) {
        m_tree->collapseAll();
        m_tree->expandToDepth(0);
    } else {
        m_tree->expandAll();
    }
    m_range->setText(rangeText());
}

QString ContextsPane::rangeText() const
{
    if (m_filter->rowCount() == 0)
        return tr("Nothing matches the filter.");
    const net::Millis offset = m_axis.wallOffset();
    const net::TimeRange range = m_axis.visible(), wall{range.from + offset, range.to + offset};
    //: %1 is a range of time
    QStringList parts{tr("Requests and latency of %1").arg(formatRange(wall, wall.to))};
    const auto count = [](std::uint64_t number) {
        return static_cast<int>(std::min<std::uint64_t>(number, 1'000'000'000));
    };
    if (m_model->leftOut() > 0)
        parts += tr("%Ln metric(s) of further requests left out", nullptr, count(m_model->leftOut()));
    if (m_model->quiet() >= ContextModel::MaxQuiet)
        parts += tr("further registered URLs show with their first request");
    if (m_book.pushedOut() > 0)
        parts += tr("%Ln old registration(s) forgotten to make room", nullptr, count(m_book.pushedOut()));
    return parts.join(QStringLiteral("; "));
}

QModelIndex ContextsPane::current() const
{
    QModelIndex index = m_filter->mapToSource(m_tree->currentIndex());
    if (!index.isValid() && m_model->rowCount() > 0)
        index = m_filter->mapToSource(m_filter->index(0, 0));
    return index;
}

const net::Application *ContextsPane::signalsOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const std::string &own = m_model->application(index).name;
    const std::string_view name = own.empty() ? NoPrefix : std::string_view(own);
    const auto found = std::ranges::find_if(m_applications, [&](const net::Application &application) {
        return application.name == name && application.preset == "m3";
    });
    return found == m_applications.end() ? nullptr : &*found;
}

void ContextsPane::showSelected()
{
    const QModelIndex index = current();
    if (!index.isValid()) {
        m_strip->show(std::nullopt);
        return;
    }
    const net::RequestTable::Application &application = m_model->application(index);
    ApplicationStrip::Shown shown;
    shown.name = QString::fromStdString(application.name);
    shown.spellings = application.spellings;
    shown.registration = m_model->registration(index);
    if (const net::Application *found = signalsOf(index))
        shown.signalling = *found;
    shown.sends = shown.signalling.has_value() || !application.controllers.empty();
    m_strip->show(shown);
}

void ContextsPane::updatePages()
{
    const bool any = m_model->rowCount() > 0;
    m_stack->setCurrentIndex(any ? 1 : 0);
    expandNew();
}

/// An application is unfolded once, when it comes; then the reader decides.
void ContextsPane::expandNew()
{
    for (; m_expanded < m_model->rowCount(); ++m_expanded)
        m_tree->expand(m_filter->mapFromSource(m_model->index(m_expanded, 0)));
}

void ContextsPane::pasteUrls()
{
    auto *dialog = new PasteUrlsDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_book.paste(dialog->text()); });
    dialog->open();
}

void ContextsPane::chart(bool counts)
{
    const QModelIndex index = m_filter->mapToSource(m_tree->currentIndex());
    if (!index.isValid())
        return;
    if (m_model->level(index) == ContextModel::Level::Application) {
        if (const net::Application *application = signalsOf(index)) {
            charted({counts ? application->requestRate : application->latency});
            return;
        }
    }
    auto metrics = counts ? m_model->counts(index) : m_model->timings(index);
    if (metrics.empty() && !counts)
        metrics = m_model->counts(index);
    charted(metrics);
}

void ContextsPane::charted(const std::vector<net::MetricId> &metrics)
{
    std::vector<net::MetricId> known(
        metrics.begin(), metrics.begin() + static_cast<std::ptrdiff_t>(std::min(metrics.size(), MaxCharted)));
    std::erase(known, net::NoMetric);
    if (!known.empty())
        Q_EMIT chartRequested(known);
}

void ContextsPane::copyNames() const
{
    QStringList lines;
    for (const QModelIndex &index : m_tree->selectionModel()->selectedRows())
        lines += index.data(ContextModel::SortRole).toString();
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

/// Tab separated, with the rows and the order that are shown, folded or not.
void ContextsPane::copyAll() const
{
    QStringList lines;
    const auto addRow = [&](const QModelIndex &index, int depth) {
        QStringList cells;
        for (int column = 0; column < ContextModel::ColumnCount; ++column)
            cells += index.siblingAtColumn(column).data().toString();
        lines += QString(depth * 2, QLatin1Char(' ')) + cells.join(QLatin1Char('\t'));
    };
    const auto addBelow = [&](const auto &self, const QModelIndex &parent, int depth) -> void {
        for (int row = 0; row < m_filter->rowCount(parent); ++row) {
            const QModelIndex index = m_filter->index(row, 0, parent);
            addRow(index, depth);
            self(self, index, depth + 1);
        }
    };
    addBelow(addBelow, {}, 0);
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

QList<QAction *> ContextsPane::exportActions() const
{
    return {m_copyAll};
}

void ContextsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_sized) {
        m_sized = true;
        const int letter = fontMetrics().averageCharWidth();
        for (int column = ContextModel::NameColumn + 1; column < ContextModel::ColumnCount; ++column)
            m_tree->setColumnWidth(column, std::max(m_tree->header()->sectionSizeHint(column) + letter,
                                                    (column == ContextModel::HashColumn ? 36 : 15) * letter));
    }
    showSelected();
    m_slice.start(0ms);
}

void ContextsPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_slice.stop();
}

void ContextsPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_model->retranslate();
        retranslate();
    }
}

void ContextsPane::retranslate()
{
    m_search->setPlaceholderText(tr("Filter by words of an application, a URL or a hash"));
    m_search->setAccessibleName(tr("Filter"));
    m_activeOnly->setText(tr("With &requests only"));
    m_paste->setText(tr("&Paste URLs…"));
    m_paste->setToolTip(
        tr("For applications that did not register: Metriscope works out the md5 of each URL"));
    m_tree->setAccessibleName(tr("Applications, controllers and URLs"));
    m_chartLatency->setText(tr("Chart the &latency"));
    m_chartRate->setText(tr("Chart the re&quests"));
    m_copy->setText(tr("&Copy"));
    m_copyAll->setText(tr("Copy the &whole list"));
    m_expand->setText(tr("&Expand all"));
    m_collapse->setText(tr("C&ollapse all"));
    m_forgetPasted->setText(tr("&Forget the pasted URLs"));
    if (m_address.isEmpty())
        m_empty->setTexts(
            tr("Registrations are not taken"),
            tr("m3 applications register their URLs once, when they start. Metriscope does not listen "
               "for that at the moment."),
            tr("Open the settings"), tr("Paste URLs…"), tr("Verify the connection…"));
    else
        m_empty->setTexts(
            tr("No m3 application yet"),
            //: %1 is an address with a port
            tr("An m3 application registers its URLs once, when it starts, at http://%1/register. "
               "(Re)start it, and it appears here with its requests. Or look around with the demo.")
                .arg(displayText(m_address, 60)),
            tr("Start the demo"), tr("Paste URLs…"), tr("Verify the connection…"));
}

} // namespace metriscope::ui
