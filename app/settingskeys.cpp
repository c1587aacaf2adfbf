// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settingskeys.h"

#include "app/pollsettings.h"

#include "widgets/forms/packetsform.h"

#include <array>

namespace metriscope::app
{

namespace
{

using Data = SettingsData;
constexpr int MaxListed = 1000; ///< entries of any list in the file

template <typename Target>
[[nodiscard]] bool number(Target &target, const QVariant &value, double least, double most)
{
    bool ok = false;
    const double read = value.toString().toDouble(&ok);
    if (!ok || !(read >= least && read <= most))
        return false;
    target = static_cast<Target>(read);
    return true;
}

[[nodiscard]] bool truth(bool &target, const QVariant &value)
{
    const QString text = value.toString();
    if (text != QLatin1String("true") && text != QLatin1String("false"))
        return false;
    target = text == QLatin1String("true");
    return true;
}

[[nodiscard]] bool text(QString &target, const QVariant &value, int most = 4096)
{
    // A comma in a hand-written value makes a list of it.
    const QString read = value.toStringList().join(QLatin1String(", "));
    if (read.size() > most)
        return false;
    target = read;
    return true;
}

/// What stands between the commas, without nothing.
[[nodiscard]] QStringList itemsOf(const QVariant &value)
{
    QStringList items = value.toStringList();
    items.removeAll(QString());
    return items;
}

[[nodiscard]] bool list(QStringList &target, const QVariant &value)
{
    QStringList read = itemsOf(value);
    if (read.size() > MaxListed)
        return false;
    for (QString &item : read)
        item = item.trimmed();
    target = read;
    return true;
}

[[nodiscard]] bool bytes(QByteArray &target, const QVariant &value)
{
    const auto read =
        QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!read)
        return false;
    target = *read;
    return true;
}

template <typename Enum, std::size_t Size>
[[nodiscard]] bool word(Enum &target, const QVariant &value, const std::array<const char *, Size> &words)
{
    for (std::size_t i = 0; i < Size; ++i) {
        if (value.toString() == QLatin1String(words[i])) {
            target = static_cast<Enum>(i);
            return true;
        }
    }
    return false;
}

template <typename Enum, std::size_t Size>
[[nodiscard]] QVariant wordOf(Enum value, const std::array<const char *, Size> &words)
{
    return QString::fromLatin1(words.at(static_cast<std::size_t>(value)));
}

constexpr std::array ThemeWords{"system", "light", "dark"};
constexpr std::array IdleWords{"gap", "zero", "hold"};
constexpr std::array RuleWords{"statsd", "nearest", "interpolate"};
constexpr std::array CountingWords{"sensible", "original"};
constexpr std::array UnitWords{"us", "ms", "s"};

[[nodiscard]] QVariant percentilesOf(const Data &data)
{
    QStringList out;
    for (const double p : data.fold.percentiles)
        out << QString::number(p, 'g', 17);
    return out;
}

[[nodiscard]] bool setPercentiles(Data &data, const QVariant &value)
{
    std::vector<double> read;
    for (const QString &item : itemsOf(value)) {
        double p = 0;
        if (read.size() == 20 || !number(p, item, -100, 100) || p == 0)
            return false;
        read.push_back(p);
    }
    data.fold.percentiles = std::move(read);
    return true;
}

[[nodiscard]] QVariant unitsOf(const Data &data)
{
    QStringList out;
    for (const net::TimerUnitRule &rule : data.signalling.timerUnits)
        out << QStringLiteral("%1 %2").arg(wordOf(rule.unit, UnitWords).toString(),
                                           QString::fromStdString(rule.prefix));
    return out;
}

[[nodiscard]] bool setUnits(Data &data, const QVariant &value)
{
    std::vector<net::TimerUnitRule> read;
    for (const QString &item : itemsOf(value)) {
        net::TimerUnitRule rule;
        if (read.size() == 100 || !word(rule.unit, item.section(QLatin1Char(' '), 0, 0), UnitWords))
            return false;
        rule.prefix = item.section(QLatin1Char(' '), 1).toStdString();
        read.push_back(std::move(rule));
    }
    data.signalling.timerUnits = std::move(read);
    return true;
}

[[nodiscard]] bool bytesOfText(std::string &target, const QVariant &value, int most)
{
    QString read;
    if (!text(read, value, most))
        return false;
    target = read.toStdString();
    return true;
}

[[nodiscard]] QVariant addressesOf(const Data &data)
{
    QStringList out;
    for (const net::Endpoint &endpoint : data.receiver.config.endpoints)
        out << QString::fromStdString(endpoint.text());
    return out;
}

[[nodiscard]] bool setAddresses(Data &data, const QVariant &value)
{
    std::vector<net::Endpoint> read;
    for (const QString &item : itemsOf(value)) {
        const auto endpoint = net::Endpoint::fromText(item.trimmed().toStdString());
        if (read.size() == 64 || !endpoint)
            return false;
        read.push_back(*endpoint);
    }
    data.receiver.config.endpoints = std::move(read);
    return true;
}

[[nodiscard]] QVariant contextsAddressOf(const Data &data)
{
    const auto &endpoints = data.contexts.config.endpoints;
    return endpoints.empty() ? QString() : QString::fromStdString(endpoints.front().text());
}

[[nodiscard]] bool setContextsAddress(Data &data, const QVariant &value)
{
    const auto endpoint = net::Endpoint::fromText(value.toString().trimmed().toStdString());
    if (!endpoint || endpoint->kind == net::Endpoint::Kind::Unix)
        return false;
    data.contexts.config.endpoints = {*endpoint};
    return true;
}

template <net::Endpoint net::CollectorConfig::*Member>
[[nodiscard]] QVariant collectorAddressOf(const Data &data)
{
    return QString::fromStdString(net::zmqAddress(data.collector.config.*Member));
}

template <net::Endpoint net::CollectorConfig::*Member>
[[nodiscard]] bool setCollectorAddress(Data &data, const QVariant &value)
{
    const auto endpoint = net::zmqEndpoint(value.toString().trimmed().toStdString());
    if (endpoint)
        data.collector.config.*Member = *endpoint;
    return endpoint.has_value();
}

constexpr double MiB = 1024.0 * 1024.0;

// One row a setting: its key, how it is written, how it is read.
#define GET(expression) [](const Data &d) -> QVariant { return expression; }
#define SET(expression) [](Data &d, const QVariant &v) -> bool { return expression; }
const std::array Keys{
    SettingsKey{QLatin1String("receiver/enabled"), GET(d.receiver.enabled),
                SET(truth(d.receiver.enabled, v))},
    SettingsKey{QLatin1String("receiver/addresses"), &addressesOf, &setAddresses},
    SettingsKey{QLatin1String("receiver/udp"), GET(d.receiver.config.udp),
                SET(truth(d.receiver.config.udp, v))},
    SettingsKey{QLatin1String("receiver/tcp"), GET(d.receiver.config.tcp),
                SET(truth(d.receiver.config.tcp, v))},
    SettingsKey{QLatin1String("receiver/dialect"), GET(QString::fromStdString(d.receiver.config.dialect)),
                SET(bytesOfText(d.receiver.config.dialect, v, 40))},
    SettingsKey{QLatin1String("receiver/monitor"), GET(d.receiver.monitor),
                SET(truth(d.receiver.monitor, v))},
    SettingsKey{QLatin1String("receiver/socketBufferKiB"), GET(d.receiver.config.receiveBuffer / 1024),
                [](Data &d, const QVariant &v) {
                    int read = 0;
                    if (!number(read, v, ui::ReceiverSettings::MinBufferKiB,
                                ui::ReceiverSettings::MaxBufferKiB))
                        return false;
                    d.receiver.config.receiveBuffer = read * 1024;
                    return true;
                }},
    SettingsKey{QLatin1String("contexts/enabled"), GET(d.contexts.enabled),
                SET(truth(d.contexts.enabled, v))},
    SettingsKey{QLatin1String("contexts/address"), &contextsAddressOf, &setContextsAddress},
    SettingsKey{QLatin1String("gstatsCollector/enabled"), GET(d.collector.enabled),
                SET(truth(d.collector.enabled, v))},
    SettingsKey{QLatin1String("gstatsCollector/pushAddress"),
                &collectorAddressOf<&net::CollectorConfig::push>,
                &setCollectorAddress<&net::CollectorConfig::push>},
    SettingsKey{QLatin1String("gstatsCollector/controlAddress"),
                &collectorAddressOf<&net::CollectorConfig::control>,
                &setCollectorAddress<&net::CollectorConfig::control>},
    SettingsKey{QLatin1String("gstatsCollector/quitAllowed"), GET(d.collector.config.quitAllowed),
                SET(truth(d.collector.config.quitAllowed, v))},
    SettingsKey{QLatin1String("gstatsCollector/counting"),
                GET(wordOf(d.collector.config.counting, CountingWords)),
                SET(word(d.collector.config.counting, v, CountingWords))},
    SettingsKey{QLatin1String("polling/targets"), GET(QString::fromLatin1(pollsToJson(d.polls).toBase64())),
                [](Data &d, const QVariant &v) {
                    QByteArray json;
                    if (!bytes(json, v))
                        return false;
                    // Of a damaged list that much is taken that can be read.
                    PollsRead read = pollsFromJson(json);
                    d.polls = std::move(read.polls);
                    return !read.damaged;
                }},
    SettingsKey{QLatin1String("history/tickMs"), GET(qlonglong{d.store.tick.count()}),
                [](Data &d, const QVariant &v) {
                    qint64 read = 0;
                    if (!number(read, v, 100, 60'000))
                        return false;
                    d.store.tick = net::Millis{read};
                    return true;
                }},
    SettingsKey{QLatin1String("history/memoryMiB"), GET(double(d.store.memoryBudget) / MiB),
                [](Data &d, const QVariant &v) {
                    double read = 0;
                    if (!number(read, v, 16, 1024.0 * 1024.0))
                        return false;
                    d.store.memoryBudget = static_cast<std::size_t>(read * MiB);
                    return true;
                }},
    SettingsKey{QLatin1String("history/maxSeries"), GET(qulonglong{d.maxSeries}),
                SET(number(d.maxSeries, v, 100, 10'000'000))},
    SettingsKey{QLatin1String("history/idleCounters"), GET(wordOf(d.store.counters, IdleWords)),
                SET(word(d.store.counters, v, IdleWords))},
    SettingsKey{QLatin1String("history/idleGauges"), GET(wordOf(d.store.gauges, IdleWords)),
                SET(word(d.store.gauges, v, IdleWords))},
    SettingsKey{QLatin1String("history/idleTimers"), GET(wordOf(d.store.timers, IdleWords)),
                SET(word(d.store.timers, v, IdleWords))},
    SettingsKey{QLatin1String("history/idleSets"), GET(wordOf(d.store.sets, IdleWords)),
                SET(word(d.store.sets, v, IdleWords))},
    SettingsKey{QLatin1String("history/percentiles"), &percentilesOf, &setPercentiles},
    SettingsKey{QLatin1String("history/percentileRule"), GET(wordOf(d.fold.rule, RuleWords)),
                SET(word(d.fold.rule, v, RuleWords))},
    SettingsKey{QLatin1String("signals/disabledPresets"), GET(d.signalling.disabledPresets),
                SET(list(d.signalling.disabledPresets, v))},
    SettingsKey{QLatin1String("signals/genericApplication"),
                GET(QString::fromStdString(d.signalling.generic.applicationName)),
                SET(bytesOfText(d.signalling.generic.applicationName, v, 200))},
    SettingsKey{QLatin1String("signals/genericRequestRate"),
                GET(QString::fromStdString(d.signalling.generic.requestRate)),
                SET(bytesOfText(d.signalling.generic.requestRate, v, 1000))},
    SettingsKey{QLatin1String("signals/genericLatency"),
                GET(QString::fromStdString(d.signalling.generic.latency)),
                SET(bytesOfText(d.signalling.generic.latency, v, 1000))},
    SettingsKey{QLatin1String("signals/genericActiveUsers"),
                GET(QString::fromStdString(d.signalling.generic.activeUsers)),
                SET(bytesOfText(d.signalling.generic.activeUsers, v, 1000))},
    SettingsKey{QLatin1String("signals/genericErrors"),
                GET(QString::fromStdString(d.signalling.generic.errors)),
                SET(bytesOfText(d.signalling.generic.errors, v, 1000))},
    SettingsKey{QLatin1String("signals/genericTimerUnit"),
                GET(wordOf(d.signalling.generic.timerUnit, UnitWords)),
                SET(word(d.signalling.generic.timerUnit, v, UnitWords))},
    SettingsKey{QLatin1String("signals/timerUnits"), &unitsOf, &setUnits},
    SettingsKey{QLatin1String("appearance/language"), GET(d.appearance.language),
                [](Data &d, const QVariant &v) {
                    const QString read = v.toString();
                    if (!read.isEmpty() && read != QLatin1String("en") && read != QLatin1String("ru"))
                        return false;
                    d.appearance.language = read;
                    return true;
                }},
    SettingsKey{QLatin1String("appearance/theme"), GET(wordOf(d.appearance.theme, ThemeWords)),
                SET(word(d.appearance.theme, v, ThemeWords))},
    SettingsKey{QLatin1String("window/geometry"), GET(QString::fromLatin1(d.window.geometry.toBase64())),
                SET(bytes(d.window.geometry, v))},
    SettingsKey{QLatin1String("window/state"), GET(QString::fromLatin1(d.window.state.toBase64())),
                SET(bytes(d.window.state, v))},
    SettingsKey{QLatin1String("window/page"), GET(d.window.page), SET(text(d.window.page, v, 40))},
    SettingsKey{QLatin1String("window/spanSeconds"), GET(d.window.spanSeconds),
                SET(number(d.window.spanSeconds, v, 5, 7 * 24 * 3600))},
    SettingsKey{QLatin1String("boards/list"), GET(QString::fromLatin1(d.boards.toBase64())),
                SET(bytes(d.boards, v))},
    SettingsKey{QLatin1String("metrics/state"), GET(QString::fromLatin1(d.metrics.toBase64())),
                SET(bytes(d.metrics, v))},
    SettingsKey{
        QLatin1String("packets/kept"), GET(qulonglong{d.packetLimits.packets}),
        SET(number(d.packetLimits.packets, v, ui::PacketsForm::LeastPackets, ui::PacketsForm::MostPackets))},
    SettingsKey{QLatin1String("packets/memoryMiB"), GET(double(d.packetLimits.bytes) / MiB),
                [](Data &d, const QVariant &v) {
                    double read = 0;
                    if (!number(read, v, ui::PacketsForm::LeastMiB, ui::PacketsForm::MostMiB))
                        return false;
                    d.packetLimits.bytes = static_cast<std::size_t>(read * MiB);
                    return true;
                }},
    SettingsKey{QLatin1String("packets/state"), GET(QString::fromLatin1(d.packets.toBase64())),
                SET(bytes(d.packets, v))},
    SettingsKey{QLatin1String("export/choices"), GET(QString::fromLatin1(d.exports.toBase64())),
                SET(bytes(d.exports, v))},
};
#undef GET
#undef SET

} // namespace

std::span<const SettingsKey> settingsKeys()
{
    return Keys;
}

} // namespace metriscope::app
