// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/contexts/applicationstrip.h"

#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"
#include "widgets/common/timeformat.h"
#include "widgets/models/journaltext.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>

namespace metriscope::ui
{

ApplicationStrip::ApplicationStrip(QWidget *parent)
    : QWidget(parent), m_identity(new QLabel(this)), m_registration(new QLabel(this)),
      m_spelling(new QLabel(this)), m_unitLabel(new QLabel(this)), m_doubt(new QLabel(this)),
      m_unit(new QComboBox(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 4, 10, 8);
    layout->setSpacing(3);
    for (QLabel *label : {m_identity, m_registration, m_spelling, m_unitLabel, m_doubt}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(label != m_unitLabel);
        if (label != m_unitLabel && label != m_doubt)
            layout->addWidget(label);
    }
    auto *units = new QHBoxLayout;
    units->addWidget(m_unitLabel);
    units->addWidget(m_unit);
    units->addWidget(m_doubt, 1);
    units->addStretch(0);
    layout->addLayout(units);
    m_unitLabel->setBuddy(m_unit);
    for (int unit = 0; unit < 3; ++unit)
        m_unit->addItem(QString());
    connect(m_unit, &QComboBox::activated, this,
            [this](int unit) { Q_EMIT timerUnitChosen(static_cast<net::TimerUnit>(unit)); });
    retranslate();
}

void ApplicationStrip::show(const std::optional<Shown> &shown)
{
    m_shown = shown;
    update();
}

QString ApplicationStrip::identityText() const
{
    const net::RegistrationPtr &registration = m_shown->registration;
    const net::Identity identity =
        registration ? registration->identity : net::Identity::fromName(m_shown->name.toStdString());
    const auto part = [&](const std::string &text) {
        return text.empty() ? QStringLiteral("–") : displayText(text, 60);
    };
    if (!registration && identity == net::Identity())
        return m_shown->name.isEmpty()
                   ? tr("Its METRICS_PREFIX is not set: several sites could not be told apart.")
                   : displayText(m_shown->name, 200);
    //: what an m3 application is called, part by part
    return tr("Version %1, region %2, client %3, product %4, instance %5")
        .arg(part(identity.version()), part(identity.region()), part(identity.client()),
             part(identity.product()), part(identity.instance()));
}

QString ApplicationStrip::registrationText() const
{
    const net::RegistrationPtr &registration = m_shown->registration;
    if (!registration)
        return tr("Not registered: its URLs show as hashes until it starts again, or until they are pasted.");
    const auto wall = [](std::int64_t ms) { return net::Time(net::Millis{ms}); };
    const QString when =
        formatInstant(wall(registration->received), wall(QDateTime::currentMSecsSinceEpoch()));
    const QString controllers =
        tr("%Ln controller(s)", nullptr, static_cast<int>(registration->controllers.size()));
    const QString urls = tr("%Ln URL(s)", nullptr, static_cast<int>(registration->urls.size()));
    //: %1 is a time; %2 and %3 are counts with their words: "2 controllers", "4 URLs"
    QString text =
        registration->urls.empty()
            ? tr("Registered %1: %2; its version of m3-core registers no URLs").arg(when, controllers)
            : tr("Registered %1: %2, %3").arg(when, controllers, urls);
    if (registration->leftOut > 0)
        text += QStringLiteral("; ") +
                tr("%Ln left out, too long", nullptr, static_cast<int>(registration->leftOut));
    return text;
}

QString ApplicationStrip::spellingText() const
{
    if (!m_shown->sends)
        return tr("No metrics of it have come yet.");
    switch (m_shown->spellings) {
    case static_cast<net::PrefixSpellings>(net::PrefixSpelling::SingleDot):
        return tr("Its METRICS_PREFIX has no dot at the end: the names of its metrics have single dots.");
    case static_cast<net::PrefixSpellings>(net::PrefixSpelling::DoubleDot):
        return tr("Its METRICS_PREFIX ends with a dot: the names of its metrics have a double dot, which is "
                  "harmless here.");
    case static_cast<net::PrefixSpellings>(net::PrefixSpelling::SingleDot) |
        static_cast<net::PrefixSpellings>(net::PrefixSpelling::DoubleDot):
        return tr("Its METRICS_PREFIX is in use with a dot at the end and without: both are shown as one "
                  "application.");
    default:
        return {};
    }
}

void ApplicationStrip::update()
{
    setVisible(m_shown.has_value());
    if (!m_shown)
        return;
    const QString spelling = spellingText();
    m_identity->setText(identityText());
    m_registration->setText(registrationText());
    m_spelling->setText(spelling);
    m_spelling->setVisible(!spelling.isEmpty());
    const bool timers = m_shown->signalling && m_shown->signalling->hasTimers;
    m_unitLabel->setVisible(timers);
    m_unit->setVisible(timers);
    const bool doubtful = timers && (m_shown->signalling->notes &
                                     static_cast<net::SignalNotes>(net::SignalNote::TimerUnitDoubtful)) != 0;
    m_doubt->setVisible(doubtful);
    if (!timers)
        return;
    const QSignalBlocker quiet(m_unit);
    if (!m_unit->view()->isVisible())
        m_unit->setCurrentIndex(static_cast<int>(m_shown->signalling->timerUnit));
    if (doubtful) {
        QPalette colours = palette();
        colours.setColor(QPalette::WindowText, severityColour(Severity::Warning, palette()));
        m_doubt->setPalette(colours);
        const QString sign = severityGlyph(Severity::Warning) + QLatin1Char(' ');
        m_doubt->setText(
            sign +
            (m_shown->signalling->timerUnit == net::TimerUnit::Microseconds
                 ? tr("The values have fractions, which this client does not write when it means "
                      "microseconds.")
                 : tr("The values are whole numbers, which this client writes when it means microseconds.")));
    }
}

void ApplicationStrip::retranslate()
{
    //: before a list of units
    m_unitLabel->setText(tr("Its &timers are read as"));
    m_unit->setAccessibleDescription(tr("Unit of the timers"));
    for (int unit = 0; unit < 3; ++unit)
        m_unit->setItemText(unit, timerUnitText(static_cast<net::TimerUnit>(unit)));
    update();
}

void ApplicationStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace metriscope::ui
