// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/livechart.h"

#include "widgets/charts/legend.h"
#include "widgets/charts/plotview.h"
#include "widgets/charts/pointmodel.h"
#include "widgets/charts/timeaxis.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

constexpr qint64 DescriptionInterval = 1000; ///< ms between changes of what assistive technology reads

QLabel *addLabel(QWidget *parent)
{
    auto *const label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    return label;
}

/// A small table drawn in the colour of the text, so that it fits any theme.
QIcon tableIcon(const QColor &colour)
{
    QPixmap pixmap(32, 32);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setPen(QPen(colour, 1));
    painter.drawRect(QRectF(1.5, 2.5, 13, 11));
    for (const double y : {6.5, 10.0})
        painter.drawLine(QPointF(1.5, y), QPointF(14.5, y));
    painter.drawLine(QPointF(6.5, 2.5), QPointF(6.5, 13.5));
    return QIcon(pixmap);
}

} // namespace

LiveChart::LiveChart(const net::SeriesStore &store, TimeAxis &axis, QWidget *parent)
    : QWidget(parent), m_store(store), m_axis(axis), m_titleLabel(addLabel(this)),
      m_valueLabel(addLabel(this)), m_detailLabel(addLabel(this)), m_legend(new Legend(this)),
      m_tableButton(new QToolButton(this)), m_plot(new PlotView(axis, this)), m_stack(new QStackedLayout)
{
    m_tableButton->setCheckable(true);
    m_tableButton->setAutoRaise(true);
    m_tableButton->setFocusPolicy(Qt::TabFocus);

    auto *const header = new QHBoxLayout;
    header->setSpacing(10);
    header->addWidget(m_titleLabel, 0, Qt::AlignTop);
    header->addWidget(m_legend, 1);
    header->addWidget(m_valueLabel, 0, Qt::AlignTop);
    header->addWidget(m_detailLabel, 0, Qt::AlignTop);
    header->addWidget(m_tableButton, 0, Qt::AlignTop);
    m_stack->addWidget(m_plot);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(header);
    layout->addLayout(m_stack, 1);
    m_valueLabel->hide();
    m_detailLabel->hide();
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
    m_axis.frames().forget(*this);
}

void LiveChart::setTitle(const QString &title)
{
    m_title = title;
    m_titleLabel->setText(title);
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
    m_plot->setCurves(m_curves);
    markDirty();
}

void LiveChart::setMarkers(const std::vector<Marker> &markers)
{
    m_markers = markers;
    m_plot->setMarkers(markers);
}

void LiveChart::setReadout(const QString &value, const QString &detail)
{
    // A label once grown keeps its width, or the header would jump with every digit
    for (const auto &[label, text] : {std::pair{m_valueLabel, value}, std::pair{m_detailLabel, detail}}) {
        if (label->text() == text)
            continue;
        label->setText(text);
        label->setVisible(!text.isEmpty());
        label->setMinimumWidth(text.isEmpty() ? 0
                                              : std::max(label->minimumWidth(), label->sizeHint().width()));
    }
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
    markDirty();
}

void LiveChart::setTimeLabelsVisible(bool visible)
{
    m_plot->setTimeLabelsVisible(visible);
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
    markDirty();
    Q_EMIT tableVisibleChanged(visible);
}

void LiveChart::markDirty()
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
        m_axis.frames().request(*this);
}

void LiveChart::drawFrame()
{
    if (!isOnScreen())
        return; // showEvent() asks again
    if (m_dataDirty)
        drawNow();
    else if (m_overlayDirty)
        m_plot->showOverlay();
    m_overlayDirty = false;
}

void LiveChart::drawNow()
{
    m_dataDirty = false;
    const net::TimeRange range = m_axis.visible();
    std::vector<Columns> columns(m_curves.size());
    for (std::size_t i = 0; i < m_curves.size(); ++i)
        if (m_curves[i].visible)
            columns[i] = readColumns(m_store, m_curves[i], range, m_plot->columnsWanted());
    if (isTableVisible()) {
        QScrollBar *const bar = m_table->verticalScrollBar();
        const bool atEnd = bar->value() == bar->maximum();
        m_points->setPoints(m_curves, columns, m_axis.wallOffset());
        if (atEnd)
            m_table->scrollToBottom();
    }
    m_plot->show(std::move(columns), m_store.drops({range.from, range.to + net::Millis{1}}));
    describe();
}

void LiveChart::describe()
{
    if (m_sinceDescription.isValid() && m_sinceDescription.elapsed() < DescriptionInterval)
        return;
    m_sinceDescription.start();
    const net::Time time = m_axis.crosshair().value_or(m_axis.visible().to);
    QStringList parts;
    if (!m_valueLabel->text().isEmpty())
        parts << m_valueLabel->text() + u' ' + m_detailLabel->text();
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
    setReadout(other.m_valueLabel->text(), other.m_detailLabel->text());
    m_plot->setTimeLabelsVisible(other.m_plot->furniture().timeLabels);
    m_tableButton->hide();
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
    markDirty();
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
    const ChartPalette colours = ChartPalette::of(palette());
    m_tableButton->setIcon(tableIcon(colours.mutedText));
    QFont titleFont = font();
    titleFont.setWeight(QFont::DemiBold);
    m_titleLabel->setFont(titleFont);
    QFont valueFont = font();
    if (valueFont.pointSizeF() > 0)
        valueFont.setPointSizeF(valueFont.pointSizeF() * 1.35);
    valueFont.setWeight(QFont::DemiBold);
    m_valueLabel->setFont(valueFont);
    m_valueLabel->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_detailLabel->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, colours.mutedText);
    m_detailLabel->setPalette(muted);
}

void LiveChart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    markDirty();
}

void LiveChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
        retranslate();
        m_plot->refit();
        markDirty();
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
