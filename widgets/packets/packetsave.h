// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/capturewriter.h"
#include "widgets/packets/packetdesk.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <vector>

namespace metriscope::ui
{

/// Writes packets of the desk's ring as pcapng: interfaces by name, times in nanoseconds, what became of
/// their lines as comments, and the comments that they came with. What the tap brought gets IP and UDP or TCP
/// headers, so that every program reads it. Some milliseconds at a time, so that the window never waits for
/// it. GUI thread.
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
    /// The file is then as before; finished() does not come.
    void cancel();
    [[nodiscard]] bool isRunning() const noexcept { return m_writer != nullptr; }
    [[nodiscard]] double progress() const noexcept; ///< 0 to 1

Q_SIGNALS:
    void progressChanged(); ///< also at the beginning and at the end
    /// `why`: the operating system's words when it could not be written, else empty. `gone`: how many went
    /// from the ring before their turn came.
    void finished(const QString &path, const QString &why, quint64 gone);

private:
    void work();
    void end(const QString &why);

    const PacketDesk &m_desk;
    std::unique_ptr<net::CaptureWriter> m_writer; ///< while it runs
    std::vector<std::uint64_t> m_numbers;
    std::size_t m_next = 0;
    quint64 m_gone = 0;
    QString m_path;
    QTimer m_timer;
};

} // namespace metriscope::ui
