// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/settingsdata.h"
#include "app/tickwriter.h"

#include <QObject>
#include <QStringList>

#include <map>
#include <memory>

namespace metriscope::app
{

class Console;
class ExitExport;
class OutputPipe;

/// The console without a window: prints every tick to standard output until a signal, `--exit-after` or the
/// end of its reader. Messages for people go to standard error. Main thread.
class Watch final : public QObject
{
    Q_OBJECT

public:
    Watch(const Options &options, const SettingsData &settings, QObject *parent = nullptr);
    ~Watch() override;

    /// Starts what was asked for. False, with the reason on standard error, when that could not be had. What
    /// is printed begins when all that was asked for has answered.
    [[nodiscard]] bool start();

public Q_SLOTS:
    /// Ends in order: last tick, exports, finished(). Later calls do nothing.
    void stop();

Q_SIGNALS:
    void finished(int exitStatus);

private:
    struct Trouble {
        net::SourceError error = net::SourceError::None;
        QString detail;
        friend bool operator==(const Trouble &, const Trouble &) = default;
    };

    void follow(net::Source &source);
    void tellReady(); ///< once nobody has yet to answer
    void writeReady();
    [[nodiscard]] std::vector<SourceStatus> others() const;
    void print(const net::Tick &tick);
    void outputClosed(int error);
    [[nodiscard]] QStringList addresses() const;

    const Options m_options;
    std::map<const net::Source *, Trouble> m_troubles; ///< of those that failed last
    std::unique_ptr<Console> m_console;
    std::unique_ptr<TickWriter> m_writer;
    std::unique_ptr<OutputPipe> m_output;
    std::unique_ptr<ExitExport> m_export;
    WatchCounts m_counts;
    int m_status = 0;
    bool m_ready = false, m_stopped = false;
};

} // namespace metriscope::app
