// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/packetsave.h"

#include "netlayer/capture/payloadframe.h"
#include "netlayer/capture/pcapngwriter.h"
#include "netlayer/capture/verdictcomment.h"

#include <QSaveFile>

#include <map>
#include <tuple>

namespace metriscope::ui
{

namespace
{

constexpr std::size_t WriteAt = std::size_t{1} << 20; ///< bytes gathered before they are written

class Saver final
{
public:
    Saver(const PacketDesk &desk, QIODevice &out) : m_desk(desk), m_out(out), m_writer(m_text)
    {
        m_writer.header("Metriscope");
    }

    bool add(const net::PacketRecord &record)
    {
        const std::string comment = net::verdictComment(record.wholeText(), record.kind, m_desk.dialect());
        const bool tapped = record.feed == net::PacketFeed::Tap;
        const net::LinkType link = tapped ? net::LinkType::Raw : net::LinkType{record.linkType};
        const std::uint32_t interface = interfaceOf(record, link);
        if (tapped) {
            // A payload that needs several frames has its comment once.
            std::string_view once = comment;
            m_frames.frame(record.packet(), [&](std::span<const std::uint8_t> frame) {
                m_writer.packet(interface, record.time, static_cast<std::uint32_t>(frame.size()), frame,
                                once);
                once = {};
            });
        } else {
            m_writer.packet(interface, record.time, record.originalLength, record.bytes, comment);
        }
        return m_text.size() < WriteAt || flush();
    }

    bool flush()
    {
        const auto size = static_cast<qint64>(m_text.size());
        const bool good = m_out.write(m_text.data(), size) == size;
        m_text.clear();
        return good;
    }

private:
    [[nodiscard]] std::uint32_t interfaceOf(const net::PacketRecord &record, net::LinkType link)
    {
        const auto key = std::tuple(record.feed, record.interface, link);
        const auto known = m_interfaces.find(key);
        if (known != m_interfaces.end())
            return known->second;
        const auto number = static_cast<std::uint32_t>(m_interfaces.size());
        m_interfaces.emplace(key, number);
        net::CaptureInterface interface;
        interface.link = link;
        interface.name = record.feed == net::PacketFeed::Tap
                             ? "metriscope"
                             : m_desk.interfaces(record.feed)
                                   .value(static_cast<qsizetype>(record.interface))
                                   .toStdString();
        m_writer.interface(interface);
        return number;
    }

    const PacketDesk &m_desk;
    QIODevice &m_out;
    std::string m_text;
    net::PcapngWriter m_writer;
    net::PayloadFrames m_frames;
    std::map<std::tuple<net::PacketFeed, std::uint32_t, net::LinkType>, std::uint32_t> m_interfaces;
};

} // namespace

bool savePackets(const PacketDesk &desk, const std::vector<std::uint64_t> &numbers, const QString &path,
                 QString &why)
{
    QSaveFile file(path);
    bool good = file.open(QIODevice::WriteOnly);
    if (good) {
        Saver saver(desk, file);
        for (const std::uint64_t number : numbers)
            if (good && desk.ring().contains(number))
                good = saver.add(desk.ring().at(number));
        good = good && saver.flush();
    }
    if (good && file.commit())
        return true;
    why = file.errorString();
    return false;
}

} // namespace metriscope::ui
