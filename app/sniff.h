// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/settingsdata.h"
#include "app/sniffwriter.h"

#include "netlayer/capture/capturewriter.h"
#include "netlayer/capture/packetjudge.h"

#include <QObject>
#include <QRegularExpression>

#include <memory>
#include <vector>

namespace metriscope::net
{
class FileCapture;
class WireCapture;
} // namespace metriscope::net

namespace metriscope::app
{

class Console;
class OutputPipe;

/// The packet inspector in a terminal: prints what the console's own sockets receive, what passes an
/// interface or what a file holds, until a signal, `--exit-after`, the end of the file or the end of its
/// reader. Main thread.
class Sniff final : public QObject
{
    Q_OBJECT

public:
    Sniff(const Options &options, const SettingsData &settings, QObject *parent = nullptr);
    ~Sniff() override;

    /// False, with the reason on standard error, when what was asked for could not be had.
    [[nodiscard]] bool start();

Q_SIGNALS:
    void finished(int exitStatus);

private:
    [[nodiscard]] bool startTap();
    [[nodiscard]] bool startWire();
    void startFile();
    void takeTap();
    void takeFile();
    void take(std::vector<net::JudgedPacket> packets);
    [[nodiscard]] bool matches(const net::JudgedPacket &packet) const;
    void put(const QByteArray &record);
    void ready(const QString &feed, const QStringList &addresses);
    void outputClosed(int error);
    void stop(int status);

    const Options m_options;
    const SettingsData &m_settings;
    const net::Dialect &m_dialect;
    QRegularExpression m_pattern;
    SniffWriter m_writer;
    SniffCounts m_counts;
    std::unique_ptr<net::CaptureWriter> m_save;
    std::unique_ptr<OutputPipe> m_output;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<net::PacketJudge> m_judge; ///< of the tap
    std::unique_ptr<net::WireCapture> m_wire;
    std::unique_ptr<net::FileCapture> m_file;
    bool m_stopped = false;
};

} // namespace metriscope::app
