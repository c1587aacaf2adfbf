// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statusline.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <limits>

namespace metriscope::app
{

namespace
{

[[nodiscard]] int plural(quint64 count)
{
    return static_cast<int>(std::min<quint64>(count, std::numeric_limits<int>::max()));
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent), m_linesButton(new QToolButton(this)), m_rejectedButton(new QToolButton(this)),
      m_dropsButton(new QToolButton(this)), m_seriesButton(new QToolButton(this)),
      m_captureButton(new QToolButton(this)), m_verifyButton(new QToolButton(this)), m_demo(new QLabel(this)),
      m_languages(new QButtonGroup(this)), m_english(new QToolButton(this)), m_russian(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 0, 4, 0);
    layout->setSpacing(2);
    for (QToolButton *button :
         {m_linesButton, m_rejectedButton, m_dropsButton, m_seriesButton, m_captureButton, m_verifyButton}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button);
    }
    layout->addStretch();
    m_demo->setTextFormat(Qt::PlainText);
    m_demo->setAlignment(Qt::AlignCenter);
    m_demo->setStyleSheet(QStringLiteral("QLabel { background: #8A5800; color: white; font-weight: bold; "
                                         "padding: 1px 8px; border-radius: 3px; }"));
    m_demo->hide();
    layout->addWidget(m_demo);
    layout->addSpacing(8);
    // The names of languages are written in those languages, whatever the window speaks.
    m_english->setText(QStringLiteral("EN"));
    m_english->setAccessibleName(QStringLiteral("English"));
    m_russian->setText(QStringLiteral("RU"));
    m_russian->setAccessibleName(QStringLiteral("Русский"));
    for (QToolButton *button : {m_english, m_russian}) {
        button->setAutoRaise(true);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolTip(button->accessibleName());
        m_languages->addButton(button);
        layout->addWidget(button);
    }
    connect(m_linesButton, &QToolButton::clicked, this, &StatusLine::linesClicked);
    connect(m_rejectedButton, &QToolButton::clicked, this, &StatusLine::rejectedClicked);
    connect(m_dropsButton, &QToolButton::clicked, this, &StatusLine::dropsClicked);
    connect(m_seriesButton, &QToolButton::clicked, this, &StatusLine::seriesClicked);
    connect(m_captureButton, &QToolButton::clicked, this, &StatusLine::captureClicked);
    connect(m_verifyButton, &QToolButton::clicked, this, &StatusLine::verifyClicked);
    // Assistive technology toggles a button without a click.
    const auto choose = [this](QToolButton *button, const QString &language) {
        connect(button, &QToolButton::toggled, this, [this, language](bool on) {
            if (on)
                Q_EMIT languageChosen(language);
        });
    };
    choose(m_english, QStringLiteral("en"));
    choose(m_russian, QStringLiteral("ru"));
    retranslate();
}

void StatusLine::apply(const net::Tick &tick)
{
    // The counts begin again with the receiver.
    const quint64 more = tick.statsd.lines >= m_lines ? tick.statsd.lines - m_lines : tick.statsd.lines;
    m_lines = tick.statsd.lines;
    const double seconds = static_cast<double>(tick.elapsed.count()) / 1000.0;
    const Numbers now{seconds > 0 ? std::round(static_cast<double>(more) / seconds) : 0, tick.statsd.rejected,
                      tick.statsd.kernelDrops, tick.self.series, tick.statsd.refusedSeries};
    if (now == m_shown)
        return;
    m_shown = now;
    showNumbers();
}

void StatusLine::setDemo(bool running)
{
    m_demo->setVisible(running);
}

void StatusLine::setWatch(Watch watch)
{
    m_watch = watch;
    showWatch();
}

void StatusLine::showWatch()
{
    switch (m_watch) {
    case Watch::Off:
        m_captureButton->setText(tr("capture off"));
        break;
    case Watch::OwnSockets:
        m_captureButton->setText(tr("own sockets watched"));
        break;
    case Watch::Capture:
        m_captureButton->setText(tr("capturing"));
        break;
    case Watch::Failed:
        m_captureButton->setText(tr("capture failed"));
        break;
    }
    m_captureButton->setAccessibleDescription(m_captureButton->toolTip());
}

void StatusLine::setLanguage(const QString &language)
{
    QToolButton *button = language == QLatin1String("ru") ? m_russian : m_english;
    const QSignalBlocker shownOnly(button);
    button->setChecked(true);
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StatusLine::retranslate()
{
    m_linesButton->setToolTip(tr("Lines received a second. Opens the metrics."));
    m_rejectedButton->setToolTip(
        tr("Lines rejected since the start. Opens the journal, where the reasons are."));
    m_dropsButton->setToolTip(
        tr("Datagrams that the kernel dropped because the socket buffer was full. Opens the "
           "settings of the buffer."));
    m_seriesButton->setToolTip(tr("Metrics seen since the start. Opens the metrics."));
    m_captureButton->setToolTip(tr("Whether packets are watched. Opens the packets."));
    //: a button in the status bar
    m_verifyButton->setText(tr("Verify…"));
    m_verifyButton->setToolTip(tr("Find out why metrics do not arrive. Opens the connectivity wizard."));
    m_verifyButton->setAccessibleDescription(m_verifyButton->toolTip());
    showWatch();
    //: badge: what is shown comes from the built-in demo
    m_demo->setText(tr("DEMO"));
    m_demo->setToolTip(tr("The demo is running: what you see is made up"));
    showNumbers();
}

void StatusLine::showNumbers()
{
    const QLocale locale;
    const auto setText = [](QToolButton *button, const QString &text) {
        button->setText(text);
        button->setAccessibleDescription(button->toolTip());
    };
    //: %L1 is a number
    setText(m_linesButton, tr("%L1 lines/s").arg(m_shown.linesPerSecond, 0, 'f', 0));
    setText(m_rejectedButton, tr("%Ln rejected", nullptr, plural(m_shown.rejected)));
    setText(m_dropsButton, tr("%Ln dropped", nullptr, plural(m_shown.drops)));
    QString series = tr("%Ln series", nullptr, plural(m_shown.series));
    if (m_shown.refused > 0)
        //: %1 is "123 series"; the lines had new names when there was no room for more
        series = tr("%1 (%Ln line(s) refused)", nullptr, plural(m_shown.refused)).arg(series);
    setText(m_seriesButton, series);
}

} // namespace metriscope::app
