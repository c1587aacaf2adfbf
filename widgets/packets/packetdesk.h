// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/filecapture.h"
#include "netlayer/capture/packetring.h"
#include "netlayer/capture/wirecapture.h"
#include "netlayer/packets/tap.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <array>
#include <deque>

namespace metriscope::ui
{

/// Where packets come together: takes them from the tap, a capture or a file, has them judged and keeps them
/// in the ring. Spends at most some milliseconds at a time; what comes faster waits, within a bound. GUI
/// thread.
class PacketDesk final : public QObject
{
    Q_OBJECT

public:
    explicit PacketDesk(QObject *parent = nullptr);
    ~PacketDesk() override;

    /// Null for none; outlives the desk otherwise.
    void setTap(net::Tap *tap);
    [[nodiscard]] bool hasTap() const noexcept { return m_tap != nullptr; }
    [[nodiscard]] bool isTapOn() const noexcept { return m_tap != nullptr && m_tap->isOn(); }
    void setTapOn(bool on);

    /// Captures what passes an interface; answered by captureChanged().
    void startCapture(const QString &interface, const QString &filter);
    void stopCapture();
    [[nodiscard]] net::WireCapture::State captureState() const noexcept { return m_wire.state(); }
    [[nodiscard]] bool isCapturing() const noexcept
    {
        return captureState() == net::WireCapture::State::Starting ||
               captureState() == net::WireCapture::State::Running;
    }
    [[nodiscard]] net::WireCounts captureCounts() const { return m_wire.counts(); }

    /// Shows a file instead of what was kept until now; the tap and a capture end. Answered by fileRead().
    void openFile(const QString &path);
    void stopReading();
    [[nodiscard]] bool isReading() const noexcept { return m_file.isReading(); }
    [[nodiscard]] QString file() const { return m_path; } ///< the one that was opened, empty for none
    [[nodiscard]] double fileProgress() const;            ///< 0 to 1

    /// Takes packets of a feed, in order of arrival. They are worked on at once, as far as the time allows.
    void add(std::vector<net::Packet> packets);
    /// Packets that wait to be worked on.
    [[nodiscard]] std::size_t waiting() const noexcept { return m_waiting.size(); }

    [[nodiscard]] const net::PacketRing &ring() const noexcept { return m_ring; }
    void setLimits(const net::PacketRing::Limits &limits);
    void clear();

    /// What the verdicts of packets to come go by.
    void setDialect(const net::Dialect &dialect);
    [[nodiscard]] const net::Dialect &dialect() const noexcept { return *m_dialect; }
    void setPortRoles(const net::PortRoles &roles);
    [[nodiscard]] const net::PortRoles &portRoles() const noexcept { return m_roles; }

    /// Names of the interfaces of a feed, by Packet::interface.
    void setInterfaces(net::PacketFeed feed, const QStringList &names);
    [[nodiscard]] const QStringList &interfaces(net::PacketFeed feed) const
    {
        return m_interfaces[static_cast<std::size_t>(feed)];
    }
    [[nodiscard]] QString interfaceName(const net::PacketRecord &record) const;

    /// Packets that came too fast for the tap or for us.
    [[nodiscard]] std::uint64_t skipped() const;

Q_SIGNALS:
    void changed();    ///< packets came or went
    void tapChanged(); ///< on or off
    void captureChanged(metriscope::net::WireCapture::State state, metriscope::net::CaptureError error,
                        const QString &detail);
    void fileRead(metriscope::net::CaptureError error, const QString &detail);

private:
    void poll();
    bool work();
    template <typename Capture>
    void takeFrom(Capture &capture, net::PacketFeed feed);
    void configureJudges();
    void nameKernelInterface(std::uint32_t number);

    net::Tap *m_tap = nullptr;
    bool m_tapWanted = false; ///< also while there is none
    net::PacketRing m_ring;
    const net::Dialect *m_dialect = &net::defaultDialect();
    net::PortRoles m_roles;
    std::array<net::PacketJudge, 3> m_judges; ///< by feed: streams of one are none of the other
    std::array<QStringList, 3> m_interfaces;
    QHash<std::uint32_t, QString> m_kernelInterfaces; ///< names by the kernel's number
    std::deque<net::Packet> m_waiting;
    std::uint64_t m_overrun = 0;
    net::WireCapture m_wire;
    net::FileCapture m_file;
    QString m_path;
    QTimer m_timer, m_tell;
};

} // namespace metriscope::ui
