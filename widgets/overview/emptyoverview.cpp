// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/emptyoverview.h"

#include "widgets/common/chartpalette.h"
#include "widgets/common/themeicon.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{

EmptyOverview::EmptyOverview(QWidget *parent)
    : QWidget(parent), m_heading(new QLabel(this)), m_text(new QLabel(this)), m_command(new QLabel(this)),
      m_verify(new QPushButton(this)), m_demo(new QPushButton(this)), m_copy(new QPushButton(this)),
      m_metrics(new QPushButton(this)), m_monitor(new QPushButton(this)), m_host(u"127.0.0.1"_s), m_port(8125)
{
    for (QLabel *const label : {m_heading, m_text, m_command}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
    }
    m_text->setWordWrap(true);
    m_text->setFixedWidth(560);
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_command->setMargin(8);

    auto *const buttons = new QHBoxLayout;
    buttons->addStretch();
    for (QPushButton *const button : {m_monitor, m_verify, m_demo, m_copy, m_metrics})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *const layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(m_heading);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addWidget(m_command, 0, Qt::AlignHCenter);
    layout->addLayout(buttons);
    layout->addStretch(3);

    connect(m_demo, &QPushButton::clicked, this, &EmptyOverview::startDemoRequested);
    connect(m_verify, &QPushButton::clicked, this, &EmptyOverview::verifyRequested);
    connect(m_metrics, &QPushButton::clicked, this, &EmptyOverview::openMetricsRequested);
    connect(m_monitor, &QPushButton::clicked, this, &EmptyOverview::chartMonitorRequested);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(testCommand()); });
    restyle();
    retranslate();
}

void EmptyOverview::setAddress(const QString &host, quint16 port)
{
    m_host = host;
    m_port = port;
    retranslate();
}

void EmptyOverview::setSeries(quint64 series)
{
    if (m_series == series)
        return;
    m_series = series;
    retranslate();
}

void EmptyOverview::setMonitored(bool monitored)
{
    if (m_monitored == monitored)
        return;
    m_monitored = monitored;
    retranslate();
}

QString EmptyOverview::testCommand() const
{
    return u"printf 'requests.total:1|c' | nc -u -w0 %1 %2"_s.arg(m_host).arg(m_port);
}

void EmptyOverview::retranslate()
{
    const bool listening = m_port != 0, arrives = m_series > 0;
    const bool monitorOnly = m_monitored && arrives;
    if (monitorOnly) {
        m_heading->setText(tr("A pystatsd says how it is doing"));
        m_text->setText(tr("It tells nothing of requests, latency or users, so there is no application to "
                           "show. Flush duration, discarded lines and errors of publishing have charts of "
                           "their own."));
    } else if (arrives) {
        m_heading->setText(tr("No application recognised yet"));
        m_text->setText(
            tr("%n series arrive, but no preset finds a request rate, latency or active users among them. "
               "Look at them under Metrics.",
               nullptr, int(std::min<quint64>(m_series, std::numeric_limits<int>::max()))));
    } else if (listening) {
        m_heading->setText(tr("Nothing has arrived yet"));
        m_text->setText(
            tr("Point the statsd client of your application at %1, port %2. To see that it works, start the "
               "demo or send a test line from a terminal:")
                .arg(m_host)
                .arg(m_port));
    } else {
        m_heading->setText(tr("The statsd receiver is not running"));
        m_text->setText(tr(
            "Nothing can arrive. The Journal says why it did not start; the settings choose another port."));
    }
    m_text->setMinimumHeight(m_text->heightForWidth(m_text->width())); // its layout does not ask
    m_command->setText(testCommand());
    m_command->setVisible(listening && !arrives);
    m_copy->setVisible(listening && !arrives);
    m_demo->setVisible(listening);
    m_metrics->setVisible(arrives);
    m_monitor->setVisible(monitorOnly);
    m_verify->setText(tr("Verify the connection"));
    m_demo->setText(tr("Start the demo"));
    m_copy->setText(tr("Copy the test command"));
    m_metrics->setText(tr("Open Metrics"));
    m_monitor->setText(tr("Chart the pystatsd"));
    m_command->setAccessibleName(tr("Test command"));
}

void EmptyOverview::restyle()
{
    QFont heading = font();
    if (heading.pointSizeF() > 0)
        heading.setPointSizeF(heading.pointSizeF() * 1.5);
    heading.setWeight(QFont::DemiBold);
    m_heading->setFont(heading);
    const ChartPalette colours = ChartPalette::of(palette());
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, colours.mutedText);
    m_text->setPalette(muted);
    QPalette framed = palette();
    framed.setColor(QPalette::Window, colours.base);
    m_command->setPalette(framed);
    m_command->setAutoFillBackground(true);
    m_verify->setIcon(themeIcon(u"verify"_s));
    m_demo->setIcon(themeIcon(u"demo"_s));
    m_copy->setIcon(themeIcon(u"copy"_s));
    m_metrics->setIcon(themeIcon(u"metrics"_s));
    m_monitor->setIcon(themeIcon(u"charts"_s));
}

void EmptyOverview::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

} // namespace metriscope::ui
