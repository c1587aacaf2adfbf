// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/payloadframe.h"
#include "netlayer/packets/packet.h"

#include <QSaveFile>
#include <QString>

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace metriscope::net
{

/// Saves packets of every feed as pcapng: interface, times in nanoseconds, comments. What the tap
/// brought gets made-up headers, see PayloadFrames, on an interface called "metriscope" (or "unix"). The file
/// appears under its name when it is whole.
class CaptureWriter final
{
public:
    /// Empty when it could be opened, else the operating system's words.
    [[nodiscard]] QString open(const QString &path);
    /// `interface`: its name. Errors are kept for finish().
    void add(const Packet &packet, std::string_view interface, std::span<const std::string> comments = {});
    /// Empty when all was written, else the operating system's words; the file is then as before.
    [[nodiscard]] QString finish();
    [[nodiscard]] std::uint64_t packets() const noexcept { return m_packets; }

private:
    [[nodiscard]] std::uint32_t interfaceOf(std::uint16_t link, std::string_view name);
    void flush();

    QSaveFile m_file;
    std::string m_out;
    std::map<std::pair<std::uint16_t, std::string>, std::uint32_t> m_interfaces;
    PayloadFrames m_frames;
    std::uint64_t m_packets = 0;
};

} // namespace metriscope::net
