// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/export/imageexport.h"

#include "widgets/charts/livechart.h"
#include "widgets/charts/statisticsstrip.h"
#include "widgets/charts/timeaxis.h"
#include "widgets/common/chartpalette.h"
#include "widgets/common/timeformat.h"

#include <QApplication>
#include <QBoxLayout>
#include <QBuffer>
#include <QGridLayout>
#include <QImageWriter>
#include <QLabel>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

/// The page once more, off the screen.
class Twin final
{
public:
    Twin(const ChartPage &page, const ExportChoice &choice)
    {
        m_axis.copyView(*page.axis);
        m_root.setAttribute(Qt::WA_DontShowOnScreen);
        if (choice.theme != ExportTheme::Screen)
            m_root.setPalette(choice.theme == ExportTheme::Dark ? darkPalette() : lightPalette());
        m_root.setAutoFillBackground(true);

        auto *const layout = new QVBoxLayout(&m_root);
        layout->setContentsMargins(12, 8, 12, 8);
        auto *const grid = new QGridLayout;
        grid->setSpacing(8);
        layout->addLayout(grid, 1);
        const int columns = std::max(page.columns, 1);
        std::vector<LiveChart *> charts;
        for (const LiveChart *const original : page.charts) {
            auto *const chart = new LiveChart(original->store(), m_axis, &m_root);
            chart->copyFrom(*original);
            chart->setAntialiased(true);
            if (page.charts.size() == 1)
                chart->setTimeLabelsVisible(true);
            const int place = int(charts.size());
            grid->addWidget(chart, place / columns, place % columns);
            charts.push_back(chart);
        }
        auto *const strip = new StatisticsStrip(m_axis, &m_root);
        strip->setChart(charts.empty() ? nullptr : charts.front());
        layout->addWidget(strip);
        layout->addWidget(caption(page));

        m_root.resize(choice.size.expandedTo({ExportChoice::MinSide, ExportChoice::MinSide})
                          .boundedTo({ExportChoice::MaxSide, ExportChoice::MaxSide}));
        strip->refresh(); // before it is shown: its height belongs to the layout
        m_root.show();
        strip->refresh();
        layout->activate();
        for (LiveChart *const chart : charts)
            chart->drawNow();
    }

    void render(QPainter &painter)
    {
        m_root.render(&painter, {}, {}, QWidget::DrawWindowBackground | QWidget::DrawChildren);
    }
    [[nodiscard]] QSize size() const { return m_root.size(); }
    [[nodiscard]] int dpi() const { return m_root.logicalDpiX(); }

private:
    QWidget *caption(const ChartPage &page)
    {
        const net::TimeRange range = m_axis.visible();
        const net::Millis offset = m_axis.wallOffset();
        auto *const label = new QLabel(&m_root);
        label->setTextFormat(Qt::PlainText);
        label->setText(page.title + u" · "_s +
                       QLocale().toString(localTime(range.to + offset).date(), QLocale::LongFormat) +
                       u" · "_s + formatRange({range.from + offset, range.to + offset}, range.to + offset) +
                       u" · "_s + QApplication::applicationDisplayName());
        QPalette muted = m_root.palette();
        muted.setColor(QPalette::WindowText, ChartPalette::of(muted).mutedText);
        label->setPalette(muted);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        return label;
    }

    TimeAxis m_axis;
    QWidget m_root;
};

} // namespace

QImage renderImage(const ChartPage &page, const ExportChoice &choice)
{
    Twin twin(page, choice);
    const int scale = std::clamp(choice.scale, 1, ExportChoice::MaxScale);
    QImage image(twin.size() * scale, QImage::Format_RGB32);
    if (image.isNull())
        return image; // not enough memory for it
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    twin.render(painter);
    return image;
}

QByteArray renderSvg(const ChartPage &page, const ExportChoice &choice)
{
    Twin twin(page, choice);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(twin.dpi()); // text as large as on the screen
    generator.setSize(twin.size());
    generator.setViewBox(QRect({}, twin.size()));
    generator.setTitle(page.title);
    QPainter painter(&generator);
    twin.render(painter);
    painter.end();
    return bytes;
}

ExportResult writePng(const QImage &image, const QString &path, std::stop_token stop)
{
    ExportFile file(path, std::move(stop));
    if (!file.begin())
        return file.finish();
    QImageWriter writer(&file, "png");
    const bool written = writer.write(image);
    ExportResult result = file.finish();
    if (!written && result.ok) { // an empty picture: the writer refused before it wrote anything
        result.ok = false;
        result.reason = writer.errorString();
    }
    return result;
}

ExportResult writeBytes(const QByteArray &bytes, const QString &path, std::stop_token stop)
{
    ExportFile file(path, std::move(stop));
    if (file.begin())
        file.write(bytes);
    return file.finish();
}

} // namespace metriscope::ui
