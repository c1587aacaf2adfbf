// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/livechart.h"

#include "widgets/charts/accessibleroles.h"
#include "widgets/charts/legend.h"
#include "widgets/charts/plotview.h"
#include "widgets/charts/pointmodel.h"
#include "widgets/charts/readoutlabel.h"
#include "widgets/charts/timeaxis.h"
#include "widgets/common/elidedlabel.h"
#include "widgets/common/themeicon.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

constexpr qint64 SliceMilliseconds = 6;      ///< of drawing, before input gets its turn
constexpr qint64 DescriptionInterval = 1000; ///< ms between changes of what assistive technology reads

} // namespace

LiveChart::LiveChart(const net::SeriesStore &store, TimeAxis &axis, QWidget *parent)
    : QWidget(parent), m_store(store), m_axis(axis), m_frames(&axis.frames()),
      m_titleLabel(new ElidedLabel(this)), m_readout(new ReadoutLabel(this)), m_legend(new Legend(this)),
      m_header(new QHBoxLayout), m_tableButton(new QToolButton(this)), m_plot(new PlotView(axis, this)),
      m_stack(new QStackedLayout)
{
    installAccessibleRoles();
    m_tableButton->setCheckable(true);
    m_tableButton->setAutoRaise(true);
    m_tableButton->setFocusPolicy(Qt::TabFocus);

    m_header->setSpacing(10);
    m_header->addWidget(m_titleLabel, 0, Qt::AlignTop);
    m_header->addWidget(m_legend, 1);
    m_header->addWidget(m_readout, 0, Qt::AlignTop);
    m_header->addWidget(m_tableButton, 0, Qt::AlignTop);
    m_stack->addWidget(m_plot);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(m_header);
    layout->addLayout(m_stack, 1);
    setTabOrder(m_plot, m_tableButton);

    connect(m_legend, &Legend::toggled, this, &LiveChart::toggleCurve);
    connect(m_tableButton, &QToolButton::toggled, this, &LiveChart::setTableVisible);
    connect(m_plot, &PlotView::activated, this, &LiveChart::activated);
    connect(m_plot, &PlotView::contextMenuRequested, this, &LiveChart::contextMenuRequested);
    connect(&m_axis, &TimeAxis::rangeChanged, this, &LiveChart::markDirty);
    const auto overlay = [this] {
        m_overlayDirty = true;
        requestFrame();
    };
    connect(&m_axis, &TimeAxis::crosshairChanged, this, overlay);
    connect(&m_axis, &TimeAxis::cursorsChanged, this, overlay);
    restyle();
    retranslate();
}

LiveChart::~LiveChart()
{
    if (m_frames) // a window takes its children down in the order they were made, the axis first
        m_frames->forget(*this);
}

void LiveChart::setTitle(const QString &title)
{
    m_title = title;
    m_titleLabel->setFullText(title);
    setAccessibleName(title);
    m_plot->setAccessibleName(title);
    retranslate();
}

void LiveChart::setCurves(const std::vector<Curve> &curves)
{
    if (curves == m_curves)
        return;
    m_curves = curves;
    m_legend->setCurves(m_curves);
    m_legend->chainTabOrder(m_plot, m_tableButton);
    m_plot->setCurves(m_curves);
    m_working = false; // what was read fits no more
    invalidate();
}

void LiveChart::setMarkers(const std::vector<Marker> &markers)
{
    m_markers = markers;
    m_plot->setMarkers(markers);
}

void LiveChart::setReadout(const QString &value, const QString &detail)
{
    m_readout->setTexts(value, detail);
}

void LiveChart::addHeaderButton(QToolButton *button)
{
    m_header->addWidget(button, 0, Qt::AlignTop);
}

void LiveChart::setEmptyText(const QString &text)
{
    m_emptyText = text;
    m_plot->setEmptyText(text);
}

void LiveChart::setStacked(bool stacked)
{
    if (m_stacked == stacked)
        return;
    m_stacked = stacked;
    m_plot->setStacked(stacked);
    invalidate();
}

void LiveChart::setTimeLabelsVisible(bool visible)
{
    m_plot->setTimeLabelsVisible(visible);
}

void LiveChart::setAntialiased(bool antialiased)
{
    m_plot->setRenderHint(QPainter::Antialiasing, antialiased);
}

bool LiveChart::isTableVisible() const
{
    return m_table && m_stack->currentWidget() == m_table;
}

void LiveChart::setTableVisible(bool visible)
{
    if (visible == isTableVisible())
        return;
    if (!m_table) {
        m_table = new QTableView(this);
        m_points = new PointModel(m_table);
        m_table->setModel(m_points);
        m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
        m_table->setAlternatingRowColors(true);
        m_table->setTabKeyNavigation(false);
        m_table->verticalHeader()->hide();
        m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 5);
        m_table->horizontalHeader()->setDefaultSectionSize(fontMetrics().averageCharWidth() * 22);
        m_stack->addWidget(m_table);
        retranslate();
    }
    const bool hadFocus = m_plot->hasFocus();
    m_stack->setCurrentWidget(visible ? static_cast<QWidget *>(m_table) : m_plot);
    if (hadFocus)
        m_table->setFocus();
    m_tableButton->setChecked(visible);
    invalidate();
    Q_EMIT tableVisibleChanged(visible);
}

void LiveChart::markDirty()
{
    // Points of the past do not change any more
    constexpr net::Millis Settled{5000};
    if (!m_dataDirty && m_drawn == m_axis.visible() && m_drawnUpTo > m_drawn.to + Settled)
        return;
    invalidate();
}

void LiveChart::invalidate()
{
    m_dataDirty = true;
    requestFrame();
}

bool LiveChart::isOnScreen() const
{
    return isVisible() && !window()->isMinimized();
}

void LiveChart::requestFrame()
{
    if (isOnScreen())
        m_frames->request(*this);
}

bool LiveChart::drawFrame()
{
    if (!isOnScreen()) {
        m_dataDirty |= std::exchange(m_working, false);
        return false; // showEvent() asks again, or the next tick
    }
    if (m_dataDirty && !m_working)
        begin();
    if (m_working)
        return !work(SliceMilliseconds);
    if (m_overlayDirty)
        m_plot->showOverlay();
    m_overlayDirty = false;
    return false;
}

void LiveChart::drawNow()
{
    begin();
    (void)work(std::numeric_limits<qint64>::max());
}

void LiveChart::begin()
{
    m_dataDirty = m_overlayDirty = false;
    m_working = true;
    m_drawn = m_axis.visible();
    m_drawnUpTo = m_store.now();
    m_read.assign(m_curves.size(), {});
    m_next = 0;
}

bool LiveChart::work(qint64 budget)
{
    QElapsedTimer timer;
    timer.start();
    for (; m_next < m_curves.size(); ++m_next) {
        if (timer.elapsed() >= budget)
            return false;
        if (m_curves[m_next].visible)
            m_read[m_next] = readColumns(m_store, m_curves[m_next], m_drawn, m_plot->columnsWanted());
    }
    if (m_next == m_curves.size()) {
        present();
        ++m_next; // the points are with the plot now
    }
    while (!m_plot->showSome()) {
        if (timer.elapsed() >= budget)
            return false;
    }
    m_working = false;
    describe();
    return true;
}

void LiveChart::present()
{
    const net::TimeRange range = m_drawn;
    std::vector<Columns> columns = std::exchange(m_read, {});
    if (isTableVisible()) {
        QScrollBar *const bar = m_table->verticalScrollBar();
        const bool atEnd = bar->value() == bar->maximum();
        m_points->setPoints(m_curves, columns, m_axis.wallOffset());
        if (atEnd)
            m_table->scrollToBottom();
    }
    m_plot->show(range, std::move(columns), m_store.drops({range.from, range.to + net::Millis{1}}));
}

void LiveChart::describe()
{
    if (m_sinceDescription.isValid() && m_sinceDescription.elapsed() < DescriptionInterval)
        return;
    m_sinceDescription.start();
    const net::Time time = m_axis.crosshair().value_or(m_axis.visible().to);
    QStringList parts;
    if (!m_readout->value().isEmpty())
        parts << m_readout->accessibleName();
    for (const Reading &reading : m_plot->readingsAt(time))
        parts << reading.label + u": "_s + reading.value;
    const QString description = parts.isEmpty() ? m_emptyText : parts.join(u"; "_s);
    if (description != m_plot->accessibleDescription())
        m_plot->setAccessibleDescription(description);
}

void LiveChart::copyFrom(const LiveChart &other)
{
    setTitle(other.m_title);
    setStacked(other.m_stacked);
    setCurves(other.m_curves);
    setMarkers(other.m_markers);
    setEmptyText(other.m_emptyText);
    setReadout(other.m_readout->value(), other.m_readout->detail());
    m_plot->setTimeLabelsVisible(other.m_plot->furniture().timeLabels);
    m_tableButton->hide();
}

double LiveChart::highestTotal() const
{
    std::vector<Columns> sums;
    for (const Columns &columns : m_plot->columns()) {
        const bool exact = std::all_of(columns.begin(), columns.end(), [](const net::Column &column) {
            return std::isnan(column.lower) || column.lower == column.upper;
        });
        if (!exact)
            return std::numeric_limits<double>::quiet_NaN();
        if (!columns.empty())
            sums.push_back(columns);
    }
    if (sums.empty())
        return std::numeric_limits<double>::quiet_NaN();
    stackColumns(sums);
    return valueRange({&sums.back(), 1}, m_drawn).highest;
}

ChartPage LiveChart::page()
{
    return {m_title, &m_axis, {this}, 1};
}

const Curve *LiveChart::leadingCurve() const
{
    const int curve = m_plot->leadingCurve();
    return curve < 0 ? nullptr : &m_curves[std::size_t(curve)];
}

void LiveChart::toggleCurve(int curve, bool visible)
{
    if (curve < 0 || std::size_t(curve) >= m_curves.size())
        return;
    m_curves[std::size_t(curve)].visible = visible;
    m_plot->setCurves(m_curves);
    m_legend->setCurves(m_curves);
    m_working = false; // what was read fits no more
    invalidate();
    Q_EMIT curvesChanged();
}

void LiveChart::retranslate()
{
    m_tableButton->setToolTip(tr("Show the points as a table"));
    m_tableButton->setAccessibleName(tr("Show the points of %1 as a table").arg(m_title));
    if (m_table)
        m_table->setAccessibleName(tr("Points of %1").arg(m_title));
}

void LiveChart::restyle()
{
    m_tableButton->setIcon(themeIcon(u"table"_s));
    QFont titleFont = font();
    titleFont.setWeight(QFont::DemiBold);
    m_titleLabel->setFont(titleFont);
    m_titleLabel->setMinimumHeight(headerHeight(font()));
    m_tableButton->setFixedHeight(headerHeight(font()));
}

void LiveChart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    invalidate();
}

void LiveChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
        retranslate();
        m_plot->refit();
        invalidate();
        break;
    case QEvent::PaletteChange:
    case QEvent::FontChange:
        restyle();
        break;
    default:
        break;
    }
}

} // namespace metriscope::ui
