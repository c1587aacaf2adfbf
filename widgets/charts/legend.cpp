// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/legend.h"

#include "widgets/charts/flowlayout.h"
#include "widgets/charts/readoutlabel.h"
#include "widgets/common/chartpalette.h"
#include "widgets/common/displaytext.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

constexpr int Sample = 24, Gap = 5, Pad = 4, MaxLabel = 260;

} // namespace

LegendItem::LegendItem(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    // A button asks for all of its width; a long name shall be cut instead.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void LegendItem::setCurve(const Curve &curve)
{
    m_curve = curve;
    setChecked(curve.visible);
    describe();
    updateGeometry();
    update();
}

void LegendItem::describe()
{
    setAccessibleName(m_curve.label);
    setAccessibleDescription(m_curve.metric == net::NoMetric ? tr("No such metric at present")
                                                             : tr("Curve of the chart, shown when checked"));
    // The label may be cut here; it may come from the wire, so nothing in it is markup
    setToolTip(plainToolTip(m_curve.label));
}

QSize LegendItem::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    const int label = std::min(metrics.horizontalAdvance(m_curve.label), MaxLabel);
    return {Pad + Sample + Gap + label + 2 + Pad, headerHeight(font())};
}

QSize LegendItem::minimumSizeHint() const
{
    return {Pad + Sample + Gap + fontMetrics().averageCharWidth() * 4 + Pad, sizeHint().height()};
}

void LegendItem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ChartPalette colours = ChartPalette::of(palette());
    const bool absent = m_curve.metric == net::NoMetric;
    if (underMouse() && isEnabled())
        painter.fillRect(rect(), colours.grid);

    QPen pen(isChecked() && !absent ? colours.curve(m_curve.colour) : colours.mutedText, 2, Qt::SolidLine,
             Qt::FlatCap);
    if (const auto pattern = dashPattern(m_curve.dash, m_curve.colour); !pattern.isEmpty()) {
        QList<qreal> halved = pattern; // the sample's pen is twice as wide as the curve's
        std::for_each(halved.begin(), halved.end(), [](qreal &part) { part /= 2; });
        pen.setDashPattern(halved);
    }
    painter.setPen(pen);
    const int middle = height() / 2;
    if (isChecked())
        painter.drawLine(Pad, middle, Pad + Sample, middle);

    const QRect label = rect().adjusted(Pad + Sample + Gap, 0, -Pad, 0);
    painter.setPen(isChecked() && !absent ? colours.text : colours.mutedText);
    QFont labelFont = font();
    labelFont.setStrikeOut(!isChecked());
    painter.setFont(labelFont);
    painter.drawText(label, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_curve.label, Qt::ElideMiddle, label.width()));
    if (!isChecked()) {
        painter.setPen(QPen(colours.mutedText, 1));
        painter.drawRect(QRect(Pad + Sample / 2 - 4, middle - 4, 8, 8));
    }
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.backgroundColor = palette().color(QPalette::Window);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

void LegendItem::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    QAbstractButton::changeEvent(event);
}

Legend::Legend(QWidget *parent) : QScrollArea(parent), m_content(new QWidget(this))
{
    m_content->setLayout(new FlowLayout(m_content, 6));
    setWidget(m_content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Legend::setCurves(const std::vector<Curve> &curves)
{
    while (m_items.size() > curves.size()) {
        delete m_items.back();
        m_items.pop_back();
    }
    while (m_items.size() < curves.size()) {
        auto *const item = new LegendItem(m_content);
        const int curve = int(m_items.size());
        connect(item, &LegendItem::clicked, this,
                [this, curve](bool checked) { Q_EMIT toggled(curve, checked); });
        m_content->layout()->addWidget(item);
        item->show();
        m_items.push_back(item);
    }
    for (std::size_t i = 0; i < curves.size(); ++i)
        m_items[i]->setCurve(curves[i]);
    updateGeometry();
}

void Legend::chainTabOrder(QWidget *before, QWidget *after)
{
    for (LegendItem *const item : m_items) {
        QWidget::setTabOrder(before, item);
        before = item;
    }
    QWidget::setTabOrder(before, after);
}

int Legend::heightForWidth(int width) const
{
    if (m_items.empty())
        return 0;
    const int line = m_items.front()->sizeHint().height();
    return std::min(m_content->layout()->heightForWidth(width), MaxLines * line);
}

QSize Legend::sizeHint() const
{
    return {200, heightForWidth(std::max(width(), 60))};
}

QSize Legend::minimumSizeHint() const
{
    // Room for a short name, whatever the title would like
    constexpr int Least = 60, Enough = 130;
    int width = Least;
    for (const LegendItem *const item : m_items)
        width = std::max(width, std::min(item->sizeHint().width(), Enough));
    return {width, m_items.empty() ? 0 : m_items.front()->sizeHint().height()};
}

} // namespace metriscope::ui
