// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/forms/settingspage.h"

#include "netlayer/series/fold.h"
#include "netlayer/series/seriesstore.h"

#include <array>
#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;

namespace metriscope::ui
{

struct HistorySettings {
    net::StoreConfig store;
    net::FoldConfig fold;
    std::size_t maxSeries = 0;
    friend bool operator==(const HistorySettings &, const HistorySettings &) = default;
};

/// Ticks, how much is remembered, and how percentiles are made.
class HistoryForm final : public SettingsPage
{
    Q_OBJECT

public:
    explicit HistoryForm(QWidget *parent = nullptr);
    void setValue(const HistorySettings &value);
    [[nodiscard]] HistorySettings value() const;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString problem() const override;

protected:
    void retranslate() override;

private:
    HistorySettings m_given;
    QDoubleSpinBox *m_tick;
    QSpinBox *m_memory, *m_maxSeries;
    std::array<QComboBox *, 4> m_idle{};
    std::array<QLabel *, 4> m_idleLabels{};
    QLineEdit *m_percentiles;
    QComboBox *m_rule;
    QLabel *m_tickLabel, *m_memoryLabel, *m_maxSeriesLabel, *m_memoryHint, *m_idleTitle, *m_percentilesLabel,
        *m_ruleLabel, *m_percentilesHint;
};

/// Percentiles as written between commas or semicolons; none when one of them is no number within -100..100
/// or zero, or when there are more than 20.
[[nodiscard]] std::optional<std::vector<double>> readPercentileList(const QString &text);

} // namespace metriscope::ui
