// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/capturefilter.h"

#include <QNetworkInterface>

#include <pcap/pcap.h>

#include <algorithm>
#include <memory>

namespace metriscope::net
{

using namespace Qt::StringLiterals;

std::optional<QString> filterProblem(const QString &filter, const QString &interface)
{
    constexpr int SnapLength = 65'535;
    const std::unique_ptr<pcap_t, decltype(&pcap_close)> dead(
        pcap_open_dead(interface == "any"_L1 ? DLT_LINUX_SLL2 : DLT_EN10MB, SnapLength), &pcap_close);
    if (!dead || filter.contains(QChar::Null))
        return QString();
    bpf_program program{};
    if (pcap_compile(dead.get(), &program, filter.toUtf8().constData(), 1, PCAP_NETMASK_UNKNOWN) != 0)
        return QString::fromUtf8(pcap_geterr(dead.get()));
    pcap_freecode(&program);
    return std::nullopt;
}

std::vector<InterfaceEntry> captureInterfaces()
{
    std::vector<InterfaceEntry> entries;
    entries.push_back({u"any"_s, {}, true});
    QList<QNetworkInterface> all = QNetworkInterface::allInterfaces();
    std::stable_partition(all.begin(), all.end(), [](const QNetworkInterface &each) {
        return each.flags().testFlag(QNetworkInterface::IsLoopBack);
    });
    for (const QNetworkInterface &each : all) {
        InterfaceEntry entry{each.name(), {}, each.flags().testFlag(QNetworkInterface::IsUp)};
        const auto addresses = each.addressEntries();
        for (const QNetworkAddressEntry &address : addresses)
            entry.addresses << address.ip().toString();
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace metriscope::net
