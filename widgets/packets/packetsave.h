// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/capturewriter.h"
#include "widgets/packets/packetdesk.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <thread>
#include <vector>

namespace metriscope::ui
{

/// Writes packets of the desk's ring as pcapng: interfaces by name, times in nanoseconds, what became of
/// their lines as comments, and the comments that they came with. What the tap brought gets IP and UDP or TCP
/// headers, so that every program reads it. Some milliseconds at a time, so that the window never waits for
/// it; a thread of its own brings the last of it to the disk. GUI thread.
class PacketSave final : public QObject
{
    Q_OBJECT

public:
    explicit PacketSave(const PacketDesk &desk, QObject *parent = nullptr) : QObject(parent), m_desk(desk)
    {
        connect(&m_timer, &QTimer::timeout, this, &PacketSave::work);
    }

    /// One at a time: what was being written until now is given up. Answered by finished(), also at once.
    void start(std::vector<std::uint64_t> numbers, const QString &path);
    /// The file is then as before; finished() does not come. Too late when all is written but not on the disk
    /// yet: then it does.
    void cancel();
    [[nodiscard]] bool isRunning() const noexcept { return m_writer != nullptr; }
    [[nodiscard]] int percent() const noexcept; ///< of the packets, rounded down

Q_SIGNALS:
    void progressChanged(); ///< at every percent, and at the beginning and the end
    /// `why`: the operating system's words when it could not be written, else empty. `gone`: how many went
    /// from the ring before their turn came.
    void finished(const QString &path, const QString &why, quint64 gone);

private:
    void work();
    void finish();
    void end(const QString &why);

    const PacketDesk &m_desk;
    std::unique_ptr<net::CaptureWriter> m_writer; ///< while it runs
    std::vector<std::uint64_t> m_numbers;
    std::size_t m_next = 0;
    quint64 m_gone = 0;
    QString m_path;
    QTimer m_timer;
    std::uint64_t m_turn = 0; ///< how often it was started
    std::jthread m_finishing; ///< joined as soon as it is done
};

} // namespace metriscope::ui
