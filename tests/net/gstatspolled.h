// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/pollconfig.h"
#include "netlayer/engine/source.h"
#include "netlayer/series/bank.h"

#include <QString>
#include <QTcpSocket>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace metriscope::net::test
{

/// A gstats source at `address`, by its scheme.
inline PollConfig pollOf(const QString &address, Millis interval = Millis{30}, Millis timeout = Millis{5000})
{
    PollConfig config;
    config.id = QStringLiteral("test");
    config.kind = address.startsWith(QLatin1String("http")) ? SourceKind::GstatsHttp : SourceKind::Gstats;
    config.address = address;
    config.interval = interval;
    config.timeout = timeout;
    return config;
}

/// Everything a feed has brought, added up; timers as all their values in order.
class Gathered final
{
public:
    explicit Gathered(Source &source) : m_source(source) {}
    void flip()
    {
        auto bank = m_source.banks()->flip(std::move(m_empty));
        for (const NewName &name : bank->newNames)
            names.push_back(std::string(name.name));
        for (const CounterCell &cell : bank->counters)
            counters[names.at(cell.metric)] += cell.up - cell.down;
        for (const GaugeCell &cell : bank->gauges)
            gauges[names.at(cell.metric)] = cell.value;
        for (const TimerCell &cell : bank->timers) {
            for (auto i = cell.firstChunk; i != TimerCell::None; i = bank->chunks[i].next)
                times[names.at(cell.metric)].insert(times[names.at(cell.metric)].end(),
                                                    bank->chunks[i].values.begin(),
                                                    bank->chunks[i].values.begin() + bank->chunks[i].size);
        }
        bank->clear();
        m_empty = std::move(bank);
    }
    double counter(const std::string &name)
    {
        flip();
        return counters[name];
    }
    std::vector<double> timer(const std::string &name)
    {
        flip();
        return times[name];
    }

    std::map<std::string, double> counters, gauges;
    std::map<std::string, std::vector<double>> times;
    std::vector<std::string> names;

private:
    Source &m_source;
    std::unique_ptr<Bank> m_empty = std::make_unique<Bank>();
};

/// Writes `bytes` for as long as somebody takes them, and counts.
inline void writeWithoutEnd(QTcpSocket &socket, const QByteArray &bytes, qint64 &written)
{
    const auto more = [&socket, bytes] {
        if (socket.bytesToWrite() == 0)
            socket.write(bytes);
    };
    QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, [&written, more](qint64 size) {
        written += size;
        more();
    });
    more();
}

} // namespace metriscope::net::test
