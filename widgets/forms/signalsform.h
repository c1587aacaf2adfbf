// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/forms/settingspage.h"
#include "widgets/forms/signalsettings.h"

#include <QTimer>

#include <array>
#include <functional>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace metriscope::net
{
class Registry;
}

namespace metriscope::ui
{

/// Which presets look for applications, what the metrics of other clients are called, and the units of
/// timers. Says while one types how many of the metrics that are known match.
class SignalsForm final : public SettingsPage
{
    Q_OBJECT

public:
    /// More metrics than this are not looked through; the number then says "at least".
    static constexpr std::size_t MostLooked = 100'000;

    SignalsForm(const net::Registry &registry, QWidget *parent = nullptr);
    void setValue(const SignalSettings &value);
    [[nodiscard]] SignalSettings value() const;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString problem() const override;

protected:
    void retranslate() override;

private:
    struct PatternRow {
        net::SignalRole role;
        std::string net::GenericPreset::*pattern;
        QLineEdit *edit = nullptr;
        QLabel *label = nullptr, *matches = nullptr;
    };
    void makePatterns();
    void makeUnits();
    void showMatches();
    void addUnit(const net::TimerUnitRule &rule);
    [[nodiscard]] QString matchText(const PatternRow &row) const;

    const net::Registry &m_registry;
    SignalSettings m_given;
    QTimer m_matchTimer;
    std::vector<QCheckBox *> m_presets; ///< of the shipped ones, in their order
    QLineEdit *m_application;
    std::array<PatternRow, 4> m_patterns;
    QComboBox *m_unit;
    QTableWidget *m_units;
    QPushButton *m_addUnit, *m_removeUnit;
    QLabel *m_presetsTitle, *m_genericTitle, *m_applicationLabel, *m_unitLabel, *m_patternHint, *m_unitsTitle;
};

} // namespace metriscope::ui
