// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/captureerror.h"
#include "netlayer/capture/captureformat.h"
#include "netlayer/capture/packetjudge.h"
#include "netlayer/capture/packetqueue.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

namespace metriscope::net
{

class CaptureReading;

/// Reads a pcap or pcapng file on a thread of its own, no faster than its packets are taken. Lives on the GUI
/// thread.
class FileCapture final : public QObject
{
    Q_OBJECT

public:
    explicit FileCapture(QObject *parent = nullptr);
    ~FileCapture() override;

    /// Answered by finished(), with an error at once when the file cannot be read at all.
    void start(const QString &path, const JudgeConfig &judge = {});
    void stop(); ///< without finished()
    [[nodiscard]] bool isReading() const noexcept { return m_reading != nullptr && !m_told; }

    [[nodiscard]] std::vector<JudgedPacket> take(std::size_t most = 20'000);
    [[nodiscard]] std::vector<CaptureInterface> interfaces() const;
    [[nodiscard]] std::uint64_t size() const noexcept { return m_size; } ///< of the file, bytes
    [[nodiscard]] std::uint64_t read() const;                            ///< of it, so far
    [[nodiscard]] std::uint64_t packets() const;

Q_SIGNALS:
    void arrived(); ///< there is something to take, where there was nothing
    /// The last packet was taken, or reading failed; what was read until then stands.
    void finished(metriscope::net::CaptureError error, const QString &detail);

private:
    void ended(std::uint64_t run);

    std::uint64_t m_run = 0, m_size = 0;
    bool m_told = false; ///< that it is finished: what is known of the file can still be asked
    std::unique_ptr<CaptureReading> m_reading;
};

} // namespace metriscope::net
