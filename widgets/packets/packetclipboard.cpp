// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/packetclipboard.h"

#include "widgets/common/shelltext.h"
#include "widgets/packets/hexview.h"

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

bool canSendAgain(const net::PacketRecord &record)
{
    using Family = net::PacketAddress::Family;
    const net::PacketAddress &to = record.destination;
    return !record.text().empty() && to.port != 0 &&
           (to.family == Family::Inet || to.family == Family::Inet6);
}

QString sendAgainCommand(const net::PacketRecord &record)
{
    if (!canSendAgain(record))
        return {};
    const std::string_view text = record.text();
    const net::PacketAddress &to = record.destination;
    const QString udp = record.protocol == net::PacketProtocol::Udp ? u"-u "_s : QString();
    return u"printf '%s' "_s + shellQuoted(QByteArray(text.data(), static_cast<qsizetype>(text.size()))) +
           u" | nc "_s + udp + u"-w1 %1 %2"_s.arg(QString::fromStdString(to.host())).arg(to.port);
}

QString packetHex(const net::PacketRecord &record)
{
    return hexDump(QByteArray(reinterpret_cast<const char *>(record.bytes.data()),
                              static_cast<qsizetype>(record.bytes.size())));
}

} // namespace metriscope::ui
