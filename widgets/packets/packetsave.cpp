// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/packetsave.h"

#include "netlayer/capture/capturewriter.h"
#include "netlayer/capture/verdictcomment.h"

namespace metriscope::ui
{

bool savePackets(const PacketDesk &desk, const std::vector<std::uint64_t> &numbers, const QString &path,
                 QString &why)
{
    net::CaptureWriter writer;
    why = writer.open(path);
    if (!why.isEmpty())
        return false;
    for (const std::uint64_t number : numbers) {
        if (!desk.ring().contains(number))
            continue;
        const net::PacketRecord record = desk.ring().at(number);
        const QString interface =
            desk.interfaces(record.feed).value(static_cast<qsizetype>(record.interface));
        writer.add(record.packet(), interface.toStdString(),
                   net::verdictComment(record.wholeText(), record.kind, desk.dialect()));
    }
    why = writer.finish();
    return why.isEmpty();
}

} // namespace metriscope::ui
