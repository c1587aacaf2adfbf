// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/captureerror.h"
#include "netlayer/capture/captureformat.h"
#include "netlayer/capture/packetjudge.h"
#include "netlayer/capture/packetqueue.h"

#include <QObject>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace metriscope::net
{

class CaptureReading;
class HelperProcess;

struct WireConfig {
    QString interface = QStringLiteral("any");
    QString filter; ///< BPF, as tcpdump takes it; empty: everything
    std::uint32_t snapLength = 65'535;
    std::uint32_t bufferBytes = 64U << 20U; ///< of the kernel
    QString helper; ///< the program; empty: the installed one, or the one beside this program
    JudgeConfig judge;
};

struct WireCounts {
    std::uint64_t captured = 0;       ///< packets that arrived here
    std::uint64_t kernelDrops = 0;    ///< lost in the kernel's buffer, as of the last second
    std::uint64_t interfaceDrops = 0; ///< lost before it
    std::uint64_t untaken = 0;        ///< nobody took them in time
};

/// Captures what passes an interface by metriscope-capture, the one program that has the right to: it streams
/// pcapng, a thread here reads and judges it. Lives on the GUI thread; every start() is answered by Running
/// or Failed, later or at once.
class WireCapture final : public QObject
{
    Q_OBJECT

public:
    enum class State : std::uint8_t { Stopped, Starting, Running, Failed };
    Q_ENUM(State)

    explicit WireCapture(QObject *parent = nullptr);
    ~WireCapture() override; ///< ends it, without a signal

    void start(const WireConfig &config);
    void stop(); ///< what was captured until now can still be taken
    [[nodiscard]] State state() const noexcept { return m_state; }

    /// What arrived since the last call, oldest first.
    [[nodiscard]] std::vector<JudgedPacket> take(std::size_t most = PacketQueue::MaxPackets);
    [[nodiscard]] WireCounts counts() const;
    /// Packet::interface is the place in here; one of them, named as it was asked for.
    [[nodiscard]] std::vector<CaptureInterface> interfaces() const;

    [[nodiscard]] static QString helperPath(); ///< where it is, or should be
    /// The command that gives a helper its right; to be copied into a terminal.
    [[nodiscard]] static QString grantCommand(const QString &helper);

Q_SIGNALS:
    void stateChanged(metriscope::net::WireCapture::State state, metriscope::net::CaptureError error,
                      const QString &detail);
    void arrived(); ///< there is something to take, where there was nothing

private:
    void answer(State state, CaptureError error = CaptureError::None, const QString &detail = {});
    void ended(std::uint64_t run);

    State m_state = State::Stopped;
    WireConfig m_config;
    std::uint64_t m_run = 0; ///< counts the starts: what an earlier one has still to say is not heard
    std::unique_ptr<HelperProcess> m_helper;
    std::unique_ptr<CaptureReading> m_reading;
};

} // namespace metriscope::net
