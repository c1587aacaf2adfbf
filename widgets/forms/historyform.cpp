// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/historyform.h"

#include "widgets/common/errortext.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>

#include <algorithm>

namespace metriscope::ui
{

namespace
{

constexpr std::size_t MiB = std::size_t{1} << 20;
constexpr std::size_t MostPercentiles = 20;
using Policy = net::IdlePolicy net::StoreConfig::*;
constexpr std::array<Policy, 4> Policies{&net::StoreConfig::counters, &net::StoreConfig::gauges,
                                         &net::StoreConfig::timers, &net::StoreConfig::sets};

} // namespace

std::optional<std::vector<double>> readPercentileList(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    std::vector<double> read;
    for (const QString &piece : text.split(between, Qt::SkipEmptyParts)) {
        bool ok = false;
        const double p = piece.toDouble(&ok);
        if (!ok || !(p >= -100 && p <= 100) || p == 0 || read.size() == MostPercentiles)
            return std::nullopt;
        if (std::ranges::find(read, p) == read.end())
            read.push_back(p);
    }
    return read;
}

HistoryForm::HistoryForm(QWidget *parent)
    : SettingsPage(parent), m_tick(new QDoubleSpinBox(this)), m_memory(new QSpinBox(this)),
      m_maxSeries(new QSpinBox(this)), m_percentiles(new QLineEdit(this)), m_rule(new QComboBox(this))
{
    auto *form = new QFormLayout(this);
    m_tickLabel = addRow(*form, m_tick);
    m_memoryLabel = addRow(*form, m_memory);
    m_maxSeriesLabel = addRow(*form, m_maxSeries);
    m_memoryHint = addHint(*form);
    m_idleTitle = addHint(*form);
    for (std::size_t i = 0; i < m_idle.size(); ++i) {
        m_idle[i] = new QComboBox(this);
        for (int policy = 0; policy < 3; ++policy)
            m_idle[i]->addItem(QString());
        m_idleLabels[i] = addRow(*form, m_idle[i]);
        connect(m_idle[i], &QComboBox::currentIndexChanged, this, &SettingsPage::edited);
    }
    m_percentilesLabel = addRow(*form, m_percentiles);
    m_ruleLabel = addRow(*form, m_rule);
    m_percentilesHint = addHint(*form);
    for (int rule = 0; rule < 3; ++rule)
        m_rule->addItem(QString());
    m_tick->setRange(0.1, 60);
    m_tick->setDecimals(1);
    m_tick->setSingleStep(0.5);
    m_memory->setRange(16, 1024 * 1024);
    m_memory->setSingleStep(64);
    m_memory->setGroupSeparatorShown(true);
    m_maxSeries->setRange(100, 10'000'000);
    m_maxSeries->setSingleStep(10'000);
    m_maxSeries->setGroupSeparatorShown(true);
    m_percentiles->setMaxLength(400);
    connect(m_tick, &QDoubleSpinBox::valueChanged, this, &SettingsPage::edited);
    connect(m_memory, &QSpinBox::valueChanged, this, &SettingsPage::edited);
    connect(m_maxSeries, &QSpinBox::valueChanged, this, &SettingsPage::edited);
    connect(m_percentiles, &QLineEdit::textChanged, this, &SettingsPage::edited);
    connect(m_rule, &QComboBox::currentIndexChanged, this, &SettingsPage::edited);
    retranslate();
}

void HistoryForm::setValue(const HistorySettings &value)
{
    m_given = value;
    m_tick->setValue(static_cast<double>(value.store.tick.count()) / 1000.0);
    m_memory->setValue(static_cast<int>(value.store.memoryBudget / MiB));
    m_maxSeries->setValue(static_cast<int>(value.maxSeries));
    for (std::size_t i = 0; i < Policies.size(); ++i)
        m_idle[i]->setCurrentIndex(static_cast<int>(value.store.*Policies[i]));
    QStringList texts;
    for (const double p : value.fold.percentiles)
        texts << QString::number(p, 'g', 6);
    m_percentiles->setText(texts.join(QStringLiteral(", ")));
    m_rule->setCurrentIndex(static_cast<int>(value.fold.rule));
}

HistorySettings HistoryForm::value() const
{
    HistorySettings value = m_given;
    value.store.tick = net::Millis{qRound64(m_tick->value() * 1000)};
    value.store.memoryBudget = static_cast<std::size_t>(m_memory->value()) * MiB;
    value.maxSeries = static_cast<std::size_t>(m_maxSeries->value());
    for (std::size_t i = 0; i < Policies.size(); ++i)
        value.store.*Policies[i] = static_cast<net::IdlePolicy>(m_idle[i]->currentIndex());
    if (const auto percentiles = readPercentileList(m_percentiles->text()))
        value.fold.percentiles = *percentiles;
    value.fold.rule = static_cast<net::PercentileRule>(m_rule->currentIndex());
    return value;
}

QString HistoryForm::title() const
{
    return tr("Ticks and history");
}

QString HistoryForm::problem() const
{
    if (!readPercentileList(m_percentiles->text()))
        return tr("Percentiles are numbers between -100 and 100 without 0, at most %n of them, separated by "
                  "commas.",
                  nullptr, static_cast<int>(MostPercentiles));
    return {};
}

void HistoryForm::retranslate()
{
    m_tickLabel->setText(tr("&Tick"));
    //: seconds, after a number in a field
    m_tick->setSuffix(tr(" s"));
    m_memoryLabel->setText(tr("&Memory for history"));
    //: mebibytes, after a number in a field
    m_memory->setSuffix(tr(" MiB"));
    m_maxSeriesLabel->setText(tr("Most s&eries"));
    m_memoryHint->setText(
        tr("When the memory is used up, the oldest points of what nobody watches go first. Past the "
           "most series, new names are refused. Both are counted and shown."));
    m_idleTitle->setText(tr("While nothing arrives for a metric, charts"));
    m_idleLabels[0]->setText(tr("&Counters"));
    m_idleLabels[1]->setText(tr("&Gauges"));
    m_idleLabels[2]->setText(tr("T&imers"));
    m_idleLabels[3]->setText(tr("Set&s"));
    for (std::size_t i = 0; i < m_idle.size(); ++i) {
        for (int policy = 0; policy < 3; ++policy)
            m_idle[i]->setItemText(policy, idlePolicyText(static_cast<net::IdlePolicy>(policy)));
        m_idle[i]->setAccessibleDescription(m_idleTitle->text());
    }
    m_percentilesLabel->setText(tr("&Percentiles"));
    m_ruleLabel->setText(tr("&Rule"));
    m_rule->setAccessibleDescription(tr("Which sample stands for a percentile"));
    for (int rule = 0; rule < 3; ++rule)
        m_rule->setItemText(rule, percentileRuleText(static_cast<net::PercentileRule>(rule)));
    m_percentilesHint->setText(
        tr("Percentiles and rule are those of the output of “metriscope watch”; charts read "
           "any quantile from the history."));
}

} // namespace metriscope::ui
