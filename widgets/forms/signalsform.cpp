// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/signalsform.h"

#include "widgets/common/errortext.h"

#include "netlayer/series/registry.h"
#include "netlayer/signals/namepattern.h"
#include "netlayer/signals/presetfile.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>

namespace metriscope::ui
{

namespace
{

using namespace std::chrono_literals;
constexpr int MostUnits = 100;

[[nodiscard]] QString patternErrorText(net::PatternError error)
{
    switch (error) {
    case net::PatternError::Empty:
        return {};
    case net::PatternError::TooLong:
        return SignalsForm::tr("the pattern is too long");
    case net::PatternError::UnknownPlaceholder:
        return SignalsForm::tr("only {application} may stand in braces");
    case net::PatternError::TwoApplications:
        return SignalsForm::tr("{application} may stand once");
    case net::PatternError::MisplacedWildcard:
        return SignalsForm::tr("** must be a whole part between dots");
    }
    return {};
}

void fillUnits(QComboBox &box)
{
    for (int unit = 0; unit < 3; ++unit) {
        if (box.count() <= unit)
            box.addItem(QString());
        box.setItemText(unit, timerUnitText(static_cast<net::TimerUnit>(unit)));
    }
}

} // namespace

SignalsForm::SignalsForm(const net::Registry &registry, QWidget *parent)
    : SettingsPage(parent), m_registry(registry), m_application(new QLineEdit(this)),
      m_patterns{{{net::SignalRole::RequestRate, &net::GenericPreset::requestRate},
                  {net::SignalRole::Latency, &net::GenericPreset::latency},
                  {net::SignalRole::ActiveUsers, &net::GenericPreset::activeUsers},
                  {net::SignalRole::Errors, &net::GenericPreset::errors}}},
      m_unit(new QComboBox(this)), m_units(new QTableWidget(0, 2, this)), m_addUnit(new QPushButton(this)),
      m_removeUnit(new QPushButton(this))
{
    auto *form = new QFormLayout(this);
    m_presetsTitle = addHint(*form);
    for (const net::Preset &preset : net::shippedPresets()) {
        auto *box = new QCheckBox(QString::fromStdString(preset.id), this);
        box->setProperty("preset", QString::fromStdString(preset.id));
        connect(box, &QCheckBox::toggled, this, &SettingsPage::edited);
        m_presets.push_back(box);
        form->addRow(box);
    }
    m_genericTitle = addHint(*form);
    m_applicationLabel = addRow(*form, m_application);
    m_application->setMaxLength(200);
    connect(m_application, &QLineEdit::textChanged, this, &SettingsPage::edited);
    makePatterns();
    m_unitLabel = addRow(*form, m_unit);
    m_patternHint = addHint(*form);
    fillUnits(*m_unit);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &SettingsPage::edited);
    m_unitsTitle = addHint(*form);
    makeUnits();
    m_matchTimer.setSingleShot(true);
    m_matchTimer.setInterval(150ms);
    connect(&m_matchTimer, &QTimer::timeout, this, &SignalsForm::showMatches);
    retranslate();
}

void SignalsForm::makePatterns()
{
    auto *form = static_cast<QFormLayout *>(layout());
    for (PatternRow &row : m_patterns) {
        row.edit = new QLineEdit(this);
        row.edit->setMaxLength(static_cast<int>(net::NamePattern::MaxLength));
        row.label = addRow(*form, row.edit);
        row.matches = addHint(*form);
        connect(row.edit, &QLineEdit::textChanged, this, [this] {
            m_matchTimer.start();
            Q_EMIT edited();
        });
    }
}

void SignalsForm::makeUnits()
{
    auto *form = static_cast<QFormLayout *>(layout());
    m_units->verticalHeader()->hide();
    m_units->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_units->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_units->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_units->setTabKeyNavigation(false);
    m_units->setMinimumHeight(fontMetrics().height() * 6);
    form->addRow(m_units);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_addUnit);
    buttons->addWidget(m_removeUnit);
    buttons->addStretch();
    form->addRow(buttons);
    connect(m_addUnit, &QPushButton::clicked, this, [this] {
        if (m_units->rowCount() == MostUnits)
            return;
        addUnit({});
        m_units->setCurrentCell(m_units->rowCount() - 1, 0);
        m_units->editItem(m_units->currentItem());
    });
    connect(m_removeUnit, &QPushButton::clicked, this, [this] {
        m_units->removeRow(m_units->currentRow());
        Q_EMIT edited();
    });
    connect(m_units, &QTableWidget::itemChanged, this, &SettingsPage::edited);
    connect(m_units, &QTableWidget::currentCellChanged, this,
            [this](int row) { m_removeUnit->setEnabled(row >= 0); });
    m_removeUnit->setEnabled(false);
}

void SignalsForm::addUnit(const net::TimerUnitRule &rule)
{
    const int row = m_units->rowCount();
    m_units->insertRow(row);
    m_units->setItem(row, 0, new QTableWidgetItem(QString::fromStdString(rule.prefix)));
    auto *unit = new QComboBox(m_units);
    fillUnits(*unit);
    unit->setCurrentIndex(static_cast<int>(rule.unit));
    unit->setAccessibleDescription(tr("Unit"));
    connect(unit, &QComboBox::currentIndexChanged, this, &SettingsPage::edited);
    m_units->setCellWidget(row, 1, unit);
}

void SignalsForm::setValue(const SignalSettings &value)
{
    m_given = value;
    for (QCheckBox *box : m_presets)
        box->setChecked(!value.disabledPresets.contains(box->property("preset").toString()));
    m_application->setText(QString::fromStdString(value.generic.applicationName));
    for (const PatternRow &row : m_patterns)
        row.edit->setText(QString::fromStdString(value.generic.*row.pattern));
    m_unit->setCurrentIndex(static_cast<int>(value.generic.timerUnit));
    m_units->setRowCount(0);
    for (const net::TimerUnitRule &rule : value.timerUnits)
        addUnit(rule);
    showMatches();
}

SignalSettings SignalsForm::value() const
{
    SignalSettings value = m_given;
    for (const QCheckBox *box : m_presets) {
        const QString id = box->property("preset").toString();
        value.disabledPresets.removeAll(id);
        if (!box->isChecked())
            value.disabledPresets.append(id);
    }
    value.generic.applicationName = m_application->text().trimmed().toStdString();
    for (const PatternRow &row : m_patterns)
        value.generic.*row.pattern = row.edit->text().trimmed().toStdString();
    value.generic.timerUnit = static_cast<net::TimerUnit>(m_unit->currentIndex());
    value.timerUnits.clear();
    for (int row = 0; row < m_units->rowCount(); ++row) {
        const QTableWidgetItem *prefix = m_units->item(row, 0);
        const auto *unit = qobject_cast<QComboBox *>(m_units->cellWidget(row, 1));
        if (prefix != nullptr && !prefix->text().trimmed().isEmpty())
            value.timerUnits.push_back(
                {prefix->text().trimmed().toStdString(), static_cast<net::TimerUnit>(unit->currentIndex())});
    }
    return value;
}

QString SignalsForm::title() const
{
    return tr("Signals");
}

QString SignalsForm::problem() const
{
    for (const PatternRow &row : m_patterns) {
        const auto pattern = net::NamePattern::parse(row.edit->text().trimmed().toStdString());
        if (!pattern && pattern.error() != net::PatternError::Empty)
            //: %1 is the name of a signal, %2 says what is wrong with its pattern
            return tr("%1: %2.").arg(roleText(row.role), patternErrorText(pattern.error()));
    }
    if (m_application->text().trimmed().isEmpty())
        return tr("Give the application a name.");
    return {};
}

QString SignalsForm::matchText(const PatternRow &row) const
{
    const auto pattern = net::NamePattern::parse(row.edit->text().trimmed().toStdString());
    if (!pattern)
        return patternErrorText(pattern.error());
    const std::size_t known = m_registry.size();
    const std::size_t looked = std::min(known, MostLooked);
    int count = 0;
    for (std::size_t i = 0; i < looked; ++i) {
        const net::MetricInfo &info = m_registry.info(net::MetricId{static_cast<std::uint32_t>(i)});
        if (info.source != net::SignalSource && net::feeds(row.role, info.kind) && pattern->match(info.name))
            ++count;
    }
    if (looked < known)
        return tr("matches at least %Ln metric(s)", nullptr, count);
    return tr("matches %Ln metric(s)", nullptr, count);
}

void SignalsForm::showMatches()
{
    for (const PatternRow &row : m_patterns) {
        const QString text = matchText(row);
        row.matches->setVisible(!text.isEmpty());
        row.matches->setText(text);
        row.edit->setAccessibleDescription(text);
    }
}

void SignalsForm::retranslate()
{
    m_presetsTitle->setText(tr("Look for applications by these presets"));
    m_genericTitle->setText(tr("Metrics of any other client"));
    m_applicationLabel->setText(tr("&Name of the application"));
    m_patterns[0].label->setText(tr("&Requests are counted by"));
    m_patterns[1].label->setText(tr("&Latency is measured by"));
    m_patterns[2].label->setText(tr("Active &users are counted by"));
    m_patterns[3].label->setText(tr("&Errors are counted by"));
    m_unitLabel->setText(tr("Its &timers are in"));
    m_unit->setAccessibleDescription(tr("Unit of the timers"));
    m_patternHint->setText(
        tr("A pattern is a name in which * stands for a part between dots, ** for any number of "
           "parts and {application} for the name of the application."));
    m_unitsTitle->setText(
        tr("Units of timers that differ from their preset, by the beginning of the application's or "
           "the metric's name"));
    m_units->setHorizontalHeaderLabels({tr("Begins with"), tr("Unit")});
    m_units->setAccessibleName(tr("Units of timers"));
    m_addUnit->setText(tr("A&dd a unit"));
    m_removeUnit->setText(tr("Re&move the unit"));
    fillUnits(*m_unit);
    for (int row = 0; row < m_units->rowCount(); ++row)
        fillUnits(*qobject_cast<QComboBox *>(m_units->cellWidget(row, 1)));
    showMatches();
}

} // namespace metriscope::ui
