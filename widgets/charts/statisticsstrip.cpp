// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/statisticsstrip.h"

#include "widgets/charts/accessibleroles.h"
#include "widgets/charts/flowlayout.h"
#include "widgets/charts/livechart.h"
#include "widgets/charts/timeaxis.h"
#include "widgets/common/chartpalette.h"
#include "widgets/common/numberformat.h"
#include "widgets/common/timeformat.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

constexpr int RefreshInterval = 250; ///< ms at least between two readings of the store

/// The value of a curve nearest to an instant, wherever that is; NaN when it has none near it.
double valueAt(const net::SeriesStore &store, const Curve &curve, net::Time time)
{
    constexpr net::Millis Reach{90'000};
    double best = std::numeric_limits<double>::quiet_NaN();
    auto distance = net::Millis::max();
    for (const net::Point &point : store.points(curve.metric, curve.measure, {time - Reach, time + Reach})) {
        if (std::isnan(point.value) || std::chrono::abs(point.end - time) >= distance)
            continue;
        distance = std::chrono::abs(point.end - time);
        best = point.value;
    }
    return best;
}

} // namespace

QString StatisticsStrip::nameOf(const LiveChart &chart, const Curve &curve)
{
    using What = net::Measure::What;
    const QString name = chart.title() + u" · "_s + curve.label;
    const auto what = curve.measure.what;
    const bool ofSamples =
        what == What::Mean || what == What::Lower || what == What::Upper || what == What::Quantile;
    //: statistics not of the curve's points but of all the samples behind them; %1 is the curve
    return ofSamples ? tr("%1, all samples").arg(name) : name;
}

/// A word in grey and its value.
class StripItem final : public QWidget
{
    Q_OBJECT

public:
    explicit StripItem(QWidget *parent) : QWidget(parent) {}

    void setKey(const QString &key)
    {
        m_key = key;
        changed();
    }

    void setValue(const QString &value)
    {
        if (m_value == value)
            return;
        m_value = value;
        setVisible(!value.isEmpty());
        changed();
    }

    [[nodiscard]] QString text() const { return m_key.isEmpty() ? m_value : m_key + u' ' + m_value; }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics = fontMetrics();
        const int key = m_key.isEmpty() ? 0 : metrics.horizontalAdvance(m_key) + Gap;
        return {key + std::min(metrics.horizontalAdvance(m_value), MaxValue) + 1, metrics.height() + 4};
    }

    [[nodiscard]] QSize minimumSizeHint() const override { return {20, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const ChartPalette colours = ChartPalette::of(palette());
        painter.setPen(colours.mutedText);
        painter.drawText(rect(), Qt::AlignVCenter | Qt::TextSingleLine, m_key);
        const int left = m_key.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_key) + Gap;
        const QRect box = rect().adjusted(left, 0, 0, 0);
        painter.setPen(colours.text);
        painter.drawText(box, Qt::AlignVCenter | Qt::TextSingleLine,
                         fontMetrics().elidedText(m_value, Qt::ElideMiddle, box.width()));
    }

private:
    static constexpr int Gap = 5, MaxValue = 320;

    void changed()
    {
        setAccessibleName(text());
        updateGeometry();
        update();
    }

    QString m_key, m_value;
};

StatisticsStrip::StatisticsStrip(TimeAxis &axis, QWidget *parent) : QWidget(parent), m_axis(axis)
{
    installAccessibleRoles();
    auto *const layout = new FlowLayout(this, 16);
    for (StripItem *&item : m_items) {
        item = new StripItem(this);
        item->hide();
        layout->addWidget(item);
    }
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &StatisticsStrip::refresh);
    connect(&m_axis, &TimeAxis::rangeChanged, this, &StatisticsStrip::markDirty);
    connect(&m_axis, &TimeAxis::cursorsChanged, this, &StatisticsStrip::markDirty);
    retranslate();
}

void StatisticsStrip::setChart(LiveChart *chart)
{
    if (m_chart == chart)
        return;
    if (m_chart)
        m_chart->disconnect(this);
    m_chart = chart;
    if (m_chart)
        connect(m_chart, &LiveChart::curvesChanged, this, &StatisticsStrip::markDirty);
    markDirty();
}

void StatisticsStrip::markDirty()
{
    if (!isVisible() || m_timer.isActive())
        return;
    const qint64 since = m_sinceRefresh.isValid() ? m_sinceRefresh.elapsed() : RefreshInterval;
    m_timer.start(int(std::clamp<qint64>(RefreshInterval - since, 0, RefreshInterval)));
}

void StatisticsStrip::refresh()
{
    m_sinceRefresh.start();
    const net::TimeRange range = m_axis.visible();
    const net::Millis offset = m_axis.wallOffset();
    m_items[Range]->setValue(
        m_axis.now() == net::Time{}
            ? QString()
            : formatRange({range.from + offset, range.to + offset}, m_axis.now() + offset));
    const Curve *const curve = m_chart ? m_chart->leadingCurve() : nullptr;
    m_items[Name]->setValue(curve ? nameOf(*m_chart, *curve) : QString());
    net::RangeStatistics statistics;
    if (curve)
        statistics = m_chart->store().statistics(curve->metric, curve->measure,
                                                 {range.from, range.to + net::Millis{1}});
    const bool any = curve && statistics.n > 0;
    m_items[N]->setValue(any ? formatCount(statistics.n) : QString());
    const auto show = [&](Item item, double value) {
        m_items[item]->setValue(any ? formatValue(value, quantityOf(curve->measure, curve->unit))
                                    : QString());
    };
    show(Min, statistics.min);
    show(Mean, statistics.mean);
    show(Max, statistics.max);
    show(P50, statistics.p50);
    show(P95, statistics.p95);
    show(P99, statistics.p99);
    m_items[Difference]->setValue(difference());
}

QString StatisticsStrip::difference() const
{
    const auto a = m_axis.cursorA(), b = m_axis.cursorB();
    if (!a || !b)
        return {};
    QString text = formatDuration(*b - *a);
    if (const Curve *const curve = m_chart ? m_chart->leadingCurve() : nullptr) {
        const double change = valueAt(m_chart->store(), *curve, *b) - valueAt(m_chart->store(), *curve, *a);
        if (!std::isnan(change))
            text += u"  "_s + formatDifference(change, quantityOf(curve->measure, curve->unit));
    }
    return text;
}

QString StatisticsStrip::text() const
{
    QStringList parts;
    for (const StripItem *const item : m_items)
        if (!item->isHidden())
            parts << item->text();
    return parts.join(u"   "_s);
}

void StatisticsStrip::retranslate()
{
    //: before the time range that the charts show
    m_items[Range]->setKey(tr("visible"));
    //: number of points
    m_items[N]->setKey(tr("n"));
    //: the smallest value
    m_items[Min]->setKey(tr("min"));
    m_items[Mean]->setKey(tr("mean"));
    //: the largest value
    m_items[Max]->setKey(tr("max"));
    m_items[P50]->setKey(u"p50"_s);
    m_items[P95]->setKey(u"p95"_s);
    m_items[P99]->setKey(u"p99"_s);
    //: the time and the value between the cursors A and B
    m_items[Difference]->setKey(tr("A–B"));
}

void StatisticsStrip::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    markDirty();
}

void StatisticsStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        markDirty();
    }
}

} // namespace metriscope::ui

#include "statisticsstrip.moc"
