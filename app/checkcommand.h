// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/settingsdata.h"

#include "netlayer/checks/checkrun.h"
#include "netlayer/checks/wireprobe.h"

#include <QObject>

namespace metriscope::app
{

/// What the options say, as the checks take it. `kind` and addresses come from the command line, rules for
/// the unit of timers from the settings too.
[[nodiscard]] net::CheckContext checkContext(const SettingsData &settings, const Options &options);

/// `metriscope check`: runs the checks of one kind and prints what each found as soon as those before it are
/// done, as text or as JSON Lines. Main thread.
class CheckCommand final : public QObject
{
    Q_OBJECT

public:
    CheckCommand(const Options &options, const SettingsData &settings, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// 1 when a check failed.
    void finished(int exitStatus);

private:
    void begin();
    void printDone();
    void print(const net::CheckEntry &entry);
    void printReport();

    const Options m_options;
    net::WireProbe m_wire;
    net::CheckRun m_run;
    std::size_t m_printed = 0;
    bool m_begun = false;
};

} // namespace metriscope::app
