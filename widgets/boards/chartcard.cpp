// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/boards/chartcard.h"

#include "widgets/charts/livechart.h"
#include "widgets/charts/plotview.h"
#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"
#include "widgets/common/numberformat.h"
#include "widgets/models/metriccells.h"
#include "widgets/models/metricmime.h"

#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QEvent>
#include <QMimeData>
#include <QToolButton>

#include <algorithm>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

namespace
{

/// The dotted beginning that two names share, without its last dot.
std::string_view commonPrefix(std::string_view a, std::string_view b)
{
    if (a == b)
        return a;
    const auto same = std::size_t(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    if (same == a.size() && b[same] == '.')
        return a;
    if (same == b.size() && a[same] == '.')
        return b;
    const std::size_t dot = a.substr(0, same).rfind('.');
    return a.substr(0, dot == std::string_view::npos ? 0 : dot);
}

/// What all curves of a chart have in common.
struct Common {
    std::string_view prefix; ///< dotted beginning of the names
    std::string_view tags;   ///< empty unless all have the same
};

Common commonOf(const BoardChart &chart)
{
    Common common{chart.curves.front().metric.name, chart.curves.front().metric.tags};
    for (const BoardCurve &curve : chart.curves) {
        common.prefix = commonPrefix(common.prefix, curve.metric.name);
        if (curve.metric.tags != common.tags)
            common.tags = {};
    }
    return common;
}

constexpr int LongestPart = 60; ///< characters of a name or of tags; a header has only one line

QString inBraces(std::string_view tags)
{
    return tags.empty() ? QString() : u" {"_s + displayText(tagsText(tags), LongestPart) + u"}"_s;
}

} // namespace

QString curveLabel(const BoardChart &chart, const BoardCurve &curve)
{
    Common common;
    if (chart.title.isEmpty())
        common = commonOf(chart);
    std::string_view name = curve.metric.name;
    if (!common.prefix.empty())
        name.remove_prefix(std::min(common.prefix.size() + 1, name.size()));
    const QString label = displayText(name, LongestPart) +
                          (curve.metric.tags == common.tags ? QString() : inBraces(curve.metric.tags));
    const QString measure = measureText(curve.measure);
    return label.isEmpty() ? measure : label.trimmed() + u" \u00b7 "_s + measure;
}

QString chartTitle(const BoardChart &chart)
{
    if (!chart.title.isEmpty())
        return displayText(chart.title);
    if (chart.curves.empty())
        return ChartCard::tr("Empty chart");
    const Common common = commonOf(chart);
    return (common.prefix.empty() ? ChartCard::tr("%Ln curve(s)", nullptr, int(chart.curves.size()))
                                  : displayText(common.prefix, LongestPart)) +
           inBraces(common.tags);
}

ChartCard::ChartCard(const net::Registry &registry, const net::SeriesStore &store, TimeAxis &axis,
                     QWidget *parent)
    : QFrame(parent), m_registry(registry), m_chart(new LiveChart(store, axis, this)),
      m_menuButton(new QToolButton(m_chart))
{
    setFrameShape(QFrame::StyledPanel);
    setAcceptDrops(true);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    // Cards beside each other are equally wide, whatever their titles would like.
    setMinimumSize(LeastWidth, LeastHeight);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    // A graphics view inside would swallow what is dropped onto the card.
    for (QWidget *child : m_chart->findChildren<QWidget *>())
        child->setAcceptDrops(false);
    m_menuButton->setText(u"\u22ef"_s);
    m_menuButton->setAutoRaise(true);
    m_menuButton->setFocusPolicy(Qt::TabFocus);
    m_chart->addHeaderButton(m_menuButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 6, 4);
    layout->addWidget(m_chart);
    connect(m_menuButton, &QToolButton::clicked, this,
            [this] { Q_EMIT menuRequested(m_menuButton->mapToGlobal(m_menuButton->rect().bottomLeft())); });
    connect(m_chart, &LiveChart::contextMenuRequested, this, &ChartCard::menuRequested);
    connect(m_chart, &LiveChart::curvesChanged, this, &ChartCard::takeVisibility);
    retranslate();
}

void ChartCard::setData(const BoardChart &data, MetricFinder &finder)
{
    m_data = data;
    m_ids.clear();
    for (const BoardCurve &curve : m_data.curves)
        m_ids.push_back(finder.find(curve.metric));
    showCurves();
}

QString ChartCard::title() const
{
    return chartTitle(m_data);
}

void ChartCard::showCurves()
{
    std::vector<Curve> curves;
    int colours = 0;
    for (std::size_t i = 0; i < m_data.curves.size(); ++i) {
        const BoardCurve &data = m_data.curves[i];
        Curve curve;
        curve.metric = m_ids[i];
        curve.measure = data.measure;
        curve.visible = data.visible;
        curve.label = curveLabel(m_data, data);
        if (curve.metric == net::NoMetric)
            //: A metric that has not been seen in this run
            curve.label = tr("%1 (waiting)").arg(curve.label);
        else
            curve.unit = m_registry.info(curve.metric).unit;
        // A colour for each metric, a dash for each further measure of it.
        int first = -1;
        for (std::size_t j = 0; j < i; ++j) {
            if (m_data.curves[j].metric != data.metric)
                continue;
            first = first < 0 ? int(j) : first;
            ++curve.dash;
        }
        curve.colour = first < 0 ? colours++ : curves[std::size_t(first)].colour;
        curves.push_back(std::move(curve));
    }
    m_chart->setTitle(title());
    m_chart->setStacked(m_data.stacked);
    m_chart->setCurves(curves);
    const bool waiting = !m_ids.empty() &&
                         std::all_of(m_ids.begin(), m_ids.end(), [](auto id) { return id == net::NoMetric; });
    m_chart->setEmptyText(m_data.curves.empty() ? tr("Drop metrics here, or add them from the menu.")
                          : waiting
                              ? tr("Waiting for the metrics. The chart starts by itself when they come.")
                              : QString());
    showReadout();
}

void ChartCard::showReadout()
{
    QString value;
    if (m_ids.size() == 1 && m_ids.front() != net::NoMetric) {
        const net::SeriesStore &store = m_chart->store();
        const net::Measure measure = m_data.curves.front().measure;
        const net::Time now = store.now();
        const std::vector<net::Point> points =
            store.points(m_ids.front(), measure, {now - std::chrono::seconds{2}, now + net::Millis{1}});
        if (!points.empty())
            value =
                formatValue(points.back().value, quantityOf(measure, m_registry.info(m_ids.front()).unit));
    }
    m_chart->setReadout(value, {});
}

void ChartCard::refresh()
{
    if (!isVisible())
        return;
    showReadout();
    m_chart->markDirty();
}

void ChartCard::setTimeLabelsVisible(bool visible)
{
    m_chart->setTimeLabelsVisible(visible);
}

void ChartCard::focusPlot()
{
    m_chart->findChild<PlotView *>()->setFocus(Qt::OtherFocusReason);
}

void ChartCard::takeVisibility()
{
    const std::vector<Curve> &curves = m_chart->curves();
    bool changed = false;
    for (std::size_t i = 0; i < std::min(curves.size(), m_data.curves.size()); ++i) {
        changed = changed || m_data.curves[i].visible != curves[i].visible;
        m_data.curves[i].visible = curves[i].visible;
    }
    if (changed)
        Q_EMIT visibilityChanged();
}

void ChartCard::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasFormat(metricMimeType()))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    highlight(true);
}

void ChartCard::dragLeaveEvent(QDragLeaveEvent *)
{
    highlight(false);
}

void ChartCard::dropEvent(QDropEvent *event)
{
    highlight(false);
    const std::vector<net::MetricId> metrics = metricsOf(*event->mimeData(), m_registry);
    if (metrics.empty())
        return;
    event->acceptProposedAction();
    Q_EMIT metricsDropped(metrics);
}

void ChartCard::highlight(bool on)
{
    setLineWidth(on ? 2 : 1);
    setFrameShape(on ? QFrame::Box : QFrame::StyledPanel);
}

void ChartCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ChartCard::retranslate()
{
    m_menuButton->setToolTip(tr("Chart menu"));
    m_menuButton->setAccessibleName(tr("Chart menu"));
    showCurves();
}

} // namespace metriscope::ui
