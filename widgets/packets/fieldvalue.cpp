// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/fieldvalue.h"

#include "widgets/packets/packetsummary.h"

#include <QByteArray>
#include <QStringList>

#include <algorithm>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

namespace
{

[[nodiscard]] QString addressText(net::PacketAddress::Family family, std::span<const std::uint8_t> bytes)
{
    net::PacketAddress address;
    address.family = family;
    std::copy_n(bytes.begin(), std::min(bytes.size(), address.bytes.size()), address.bytes.begin());
    return QString::fromStdString(address.host());
}

} // namespace

QString fieldValue(const net::Field &field, std::span<const std::uint8_t> frame)
{
    constexpr std::size_t MostBytes = 32;
    const std::span<const std::uint8_t> bytes = frame.subspan(field.range.offset, field.range.size);
    const auto raw = [&](std::size_t most) {
        const auto part = bytes.first(std::min(most, bytes.size()));
        return QByteArray(reinterpret_cast<const char *>(part.data()), static_cast<qsizetype>(part.size()));
    };
    switch (field.form) {
    case net::FieldForm::Layer:
        return {};
    case net::FieldForm::Number:
        return QString::number(field.value);
    case net::FieldForm::Hex:
        return u"0x%1"_s.arg(field.value, static_cast<int>(field.range.size) * 2, 16, QLatin1Char('0'));
    case net::FieldForm::Mac:
        return QString::fromLatin1(raw(8).toHex(':'));
    case net::FieldForm::Inet:
        return addressText(net::PacketAddress::Family::Inet, bytes);
    case net::FieldForm::Inet6:
        return addressText(net::PacketAddress::Family::Inet6, bytes);
    case net::FieldForm::Flags:
        return tcpFlagsText(static_cast<unsigned>(field.value));
    case net::FieldForm::Bytes:
        return QString::fromLatin1(raw(MostBytes).toHex(' ')) +
               (bytes.size() > MostBytes ? u" …"_s : QString());
    }
    return {};
}

QString acceptedByText(const net::PayloadItem &item)
{
    QStringList names;
    for (std::size_t i = 0; i < net::DialectCount; ++i) {
        const std::string_view name = net::dialects()[i].name;
        if (item.acceptedBy[i])
            names << QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
    }
    return names.join(", "_L1);
}

} // namespace metriscope::ui
