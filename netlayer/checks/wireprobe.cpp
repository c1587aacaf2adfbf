// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/wireprobe.h"

#include <algorithm>

namespace metriscope::net
{

WireProbe::WireProbe(QObject *parent) : QObject(parent)
{
    connect(&m_capture, &WireCapture::arrived, this, &WireProbe::keepArrived);
    connect(&m_capture, &WireCapture::stateChanged, this,
            [this](WireCapture::State state, CaptureError error, const QString &detail) {
                m_error = error;
                m_detail = detail;
                if (state == WireCapture::State::Running || state == WireCapture::State::Failed)
                    Q_EMIT ready();
            });
}

void WireProbe::start(const QString &helper)
{
    constexpr std::uint32_t EnoughOfADatagram = 2048;
    WireConfig config;
    config.filter = QStringLiteral("udp");
    config.snapLength = EnoughOfADatagram;
    config.helper = helper;
    m_helper = helper.isEmpty() ? WireCapture::helperPath() : helper;
    m_capture.start(config);
}

void WireProbe::stop()
{
    m_capture.stop();
}

bool WireProbe::isReady() const noexcept
{
    return m_capture.state() == WireCapture::State::Running ||
           m_capture.state() == WireCapture::State::Failed;
}

WireKnowledge WireProbe::knowledge()
{
    WireKnowledge wire;
    wire.available = m_capture.state() == WireCapture::State::Running;
    if (!wire.available) {
        wire.error = m_detail;
        wire.command = WireCapture::grantCommand(m_helper);
    }
    wire.packets = [this](std::int64_t time) { return since(time); };
    return wire;
}

void WireProbe::keepArrived()
{
    for (JudgedPacket &each : m_capture.take()) {
        const Frame &frame = each.facts.frame;
        if (frame.protocol != PacketProtocol::Udp || frame.fragment.offset > 0)
            continue;
        if (m_interfaces.size() > MaxSenders)
            m_interfaces.clear();
        const auto seen = m_interfaces.try_emplace(frame.source.host(), frame.interfaceIndex).first;
        if (seen->second != frame.interfaceIndex)
            continue;
        const auto payload = each.packet.bytes.begin() + frame.payload.offset;
        Packet datagram;
        datagram.time = each.packet.time;
        datagram.feed = PacketFeed::Wire;
        datagram.protocol = PacketProtocol::Udp;
        datagram.source = frame.source;
        datagram.destination = frame.destination;
        datagram.originalLength = frame.payloadLength;
        datagram.bytes.assign(payload, payload + frame.payload.size);
        m_datagrams.push_back(std::move(datagram));
    }
    while (m_datagrams.size() > MaxDatagrams)
        m_datagrams.pop_front();
}

std::vector<Packet> WireProbe::since(std::int64_t time)
{
    keepArrived();
    const auto first =
        std::ranges::find_if(m_datagrams, [time](const Packet &datagram) { return datagram.time >= time; });
    return {first, m_datagrams.end()};
}

} // namespace metriscope::net
