// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <vector>

/// The real program, run as `metriscope watch --json` or whatever is asked for, with settings of its own.
class Console final
{
public:
    Console();
    ~Console();

    /// Runs a command to its end; its exit status, or -1 when it did not end in time.
    int run(const QStringList &arguments);
    /// Starts `watch --json --statsd 127.0.0.1:0` with these arguments and waits for the ready line.
    [[nodiscard]] bool watch(const QStringList &arguments = {},
                             const QString &statsd = QStringLiteral("127.0.0.1:0"));
    [[nodiscard]] const QJsonObject &ready() const { return m_ready; }
    [[nodiscard]] quint16 port() const;

    void send(const QByteArray &datagram) const; ///< by UDP to the first address
    /// The next tick, since the last one asked for, that this is true of; an empty object when none came in
    /// time.
    QJsonObject tickWith(const std::function<bool(const QJsonObject &)> &wanted);
    QJsonObject tickWithMetric(const QString &name);
    /// Sends a signal and waits for the end; the exit status. Ticks that came meanwhile stay to be asked for.
    int stop(int signal);
    int waitForEnd();

    [[nodiscard]] QProcess &process() { return m_process; }
    [[nodiscard]] QByteArray out() const { return m_out; }
    [[nodiscard]] QString err() { return QString::fromUtf8(m_err += m_process.readAllStandardError()); }
    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }

private:
    void start(const QStringList &arguments);
    void readLines();

    QTemporaryDir m_dir;
    QProcess m_process;
    QByteArray m_out, m_err, m_rest;
    QJsonObject m_ready;
    std::vector<QJsonObject> m_ticks; ///< not yet asked for
};

/// The metrics of a tick that have this name; kind and tags where given.
QJsonObject metricOf(const QJsonObject &tick, const QString &name, const QString &kind = {});
QJsonObject applicationOf(const QJsonObject &tick, const QString &name);
/// What of `expected` is not in `got`, as text; empty when all is. Numbers to 9 digits; null means absent.
QString missingFrom(const QJsonValue &got, const QJsonValue &expected, const QString &path = {});
