// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/console.h"

#include <QDeadlineTimer>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUdpSocket>

#include <cmath>
#include <csignal>

using namespace Qt::StringLiterals;

namespace
{

constexpr int Patience = 20'000; // a slow machine, under sanitizers

} // namespace

Console::Console()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CONFIG_HOME"_s, m_dir.path());
    environment.insert(u"XDG_DATA_HOME"_s, m_dir.path());
    environment.insert(u"HOME"_s, m_dir.path());
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.remove(u"LANGUAGE"_s);
    m_process.setProcessEnvironment(environment);
}

Console::~Console()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(Patience);
    }
}

void Console::start(const QStringList &arguments)
{
    m_out.clear();
    m_err.clear();
    m_rest.clear();
    m_ticks.clear();
    m_ready = {};
    m_process.start(QStringLiteral(METRISCOPE_BINARY), arguments);
}

int Console::run(const QStringList &arguments)
{
    start(arguments);
    return waitForEnd();
}

bool Console::watch(const QStringList &arguments, const QString &statsd)
{
    start(QStringList{u"watch"_s, u"--json"_s, u"--statsd"_s, statsd} + arguments);
    QDeadlineTimer deadline(Patience);
    while (m_ready.isEmpty() && !deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
        m_process.waitForReadyRead(100);
        readLines();
    }
    return !m_ready.isEmpty();
}

quint16 Console::port() const
{
    return m_ready[u"statsd"_s].toString().section(u':', -1).toUShort();
}

void Console::send(const QByteArray &datagram) const
{
    const QString address = m_ready[u"statsd"_s].toString().section(u':', 0, -2).remove(u'[').remove(u']');
    QUdpSocket socket;
    socket.writeDatagram(datagram, QHostAddress(address), port());
}

void Console::readLines()
{
    const QByteArray fresh = m_process.readAllStandardOutput();
    m_out += fresh;
    m_rest += fresh;
    for (qsizetype end; (end = m_rest.indexOf('\n')) >= 0; m_rest.remove(0, end + 1)) {
        const QJsonObject line = QJsonDocument::fromJson(m_rest.left(end)).object();
        if (line[u"event"_s] == "ready"_L1)
            m_ready = line;
        else if (line[u"event"_s] == "tick"_L1)
            m_ticks.push_back(line);
    }
}

QJsonObject Console::tickWith(const std::function<bool(const QJsonObject &)> &wanted)
{
    for (QDeadlineTimer deadline(Patience);;) {
        readLines();
        while (!m_ticks.empty()) {
            const QJsonObject tick = m_ticks.front();
            m_ticks.erase(m_ticks.begin());
            if (wanted(tick))
                return tick;
        }
        if (deadline.hasExpired() || m_process.state() == QProcess::NotRunning)
            return {};
        m_process.waitForReadyRead(100);
    }
}

QJsonObject Console::tickWithMetric(const QString &name)
{
    return tickWith([&](const QJsonObject &tick) { return !metricOf(tick, name).isEmpty(); });
}

int Console::stop(int signal)
{
    ::kill(static_cast<pid_t>(m_process.processId()), signal);
    return waitForEnd();
}

int Console::waitForEnd()
{
    for (QDeadlineTimer deadline(Patience);
         m_process.state() != QProcess::NotRunning && !deadline.hasExpired();)
        m_process.waitForFinished(100);
    readLines();
    if (m_process.state() != QProcess::NotRunning || m_process.exitStatus() != QProcess::NormalExit)
        return -1;
    return m_process.exitCode();
}

QJsonObject metricOf(const QJsonObject &tick, const QString &name, const QString &kind)
{
    for (const QJsonValue &metric : tick[u"metrics"_s].toArray()) {
        if (metric[u"name"_s] == name && (kind.isEmpty() || metric[u"kind"_s] == kind))
            return metric.toObject();
    }
    return {};
}

QJsonObject applicationOf(const QJsonObject &tick, const QString &name)
{
    for (const QJsonValue &signal : tick[u"signals"_s].toArray()) {
        if (signal[u"application"_s] == name)
            return signal.toObject();
    }
    return {};
}

QString missingFrom(const QJsonValue &got, const QJsonValue &expected, const QString &path)
{
    if (expected.isNull())
        return got.isUndefined() ? QString() : path + u" should be absent"_s;
    if (expected.isObject()) {
        const QJsonObject wanted = expected.toObject();
        for (auto it = wanted.begin(); it != wanted.end(); ++it) {
            const QString missing = missingFrom(got[it.key()], it.value(), path + u'/' + it.key());
            if (!missing.isEmpty())
                return missing;
        }
        return got.isObject() ? QString() : path + u" is no object"_s;
    }
    if (expected.isDouble() && got.isDouble()) {
        const double a = got.toDouble(), b = expected.toDouble();
        if (std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b)))
            return {};
        return u"%1 is %2, not %3"_s.arg(path).arg(a, 0, 'g', 17).arg(b, 0, 'g', 17);
    }
    return got == expected
               ? QString()
               : u"%1 is %2, not %3"_s.arg(path, got.toVariant().toString(), expected.toVariant().toString());
}
