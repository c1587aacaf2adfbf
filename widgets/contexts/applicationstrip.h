// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/contexts/registration.h"
#include "netlayer/contexts/requesttable.h"
#include "netlayer/signals/application.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;

namespace metriscope::ui
{

/// What is known of one m3 application: its identity, what it registered, how its prefix is spelled, and the
/// unit its timers are read in, which can be changed here.
class ApplicationStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit ApplicationStrip(QWidget *parent = nullptr);

    struct Shown {
        QString name; ///< empty: an application without a prefix
        net::PrefixSpellings spellings = 0;
        bool sends = false; ///< metrics of it came
        net::RegistrationPtr registration;
        std::optional<net::Application> signalling; ///< its signals; none: there are none
    };
    /// Nothing: no application is chosen.
    void show(const std::optional<Shown> &shown);

Q_SIGNALS:
    void timerUnitChosen(metriscope::net::TimerUnit unit);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void update();
    [[nodiscard]] QString identityText() const;
    [[nodiscard]] QString registrationText() const;
    [[nodiscard]] QString spellingText() const;

    std::optional<Shown> m_shown;
    QLabel *m_identity, *m_registration, *m_spelling, *m_unitLabel, *m_doubt;
    QComboBox *m_unit;
};

} // namespace metriscope::ui
