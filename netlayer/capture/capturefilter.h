// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace metriscope::net
{

/// What is wrong with a BPF expression on that interface, in libpcap's English words; none when it is right.
/// Any thread; an expression with the name of a host asks the resolver and may take its time.
[[nodiscard]] std::optional<QString> filterProblem(const QString &filter, const QString &interface);

/// An interface that can be captured from.
struct InterfaceEntry {
    QString name;
    QStringList addresses;
    bool up = true;
};
/// "any", then all of the machine's, the loopback first.
[[nodiscard]] std::vector<InterfaceEntry> captureInterfaces();

} // namespace metriscope::net
