// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/system/ownnetwork.h"

#include "netlayer/checks/checkrun.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <map>
#include <memory>

/// This process has a network of its own.
inline bool networkIsOurs = false;

/// The main() of a test of checks: what else listens on this machine is none of their business, if that can
/// be had.
template <typename Test>
int runInOwnNetwork(int argc, char **argv)
{
    networkIsOurs = makeOwnNetwork();
    QCoreApplication application(argc, argv);
    if (!networkIsOurs)
        qInfo("In the network of this machine: it gives an ordinary user none of his own.");
    Test test;
    return QTest::qExec(&test, argc, argv);
}

/// What a run of checks came to.
struct CheckOutcome {
    std::map<metriscope::net::CheckId, metriscope::net::CheckResult> results;
    qint64 took = 0; ///< milliseconds; -1: did not end in time

    /// "statsd.port-owner fail taken-by; ...": everything that is neither in order nor skipped.
    [[nodiscard]] QString faults() const;
    /// "pass can-be-served"
    [[nodiscard]] QString of(metriscope::net::CheckId id) const;
    [[nodiscard]] metriscope::net::CheckEvidence evidence(metriscope::net::CheckId id) const;
};

/// Runs all checks of a context; `meanwhile` is called every 50 ms while they run.
CheckOutcome runChecks(const metriscope::net::CheckContext &context,
                       const std::function<void()> &meanwhile = {});

/// A port that is free for UDP and TCP on 127.0.0.1, [::1] and all other addresses.
quint16 freePort();
/// Sends a datagram; false when it could not leave.
bool sendUdp(const QString &host, quint16 port, const QByteArray &bytes);

/// Another program, ended with this object.
class Peer final
{
public:
    ~Peer();
    /// A script of python3 that prints a line when it is ready; false when it did not.
    [[nodiscard]] bool python(const QByteArray &script, const QStringList &arguments = {});
    [[nodiscard]] bool start(const QString &program, const QStringList &arguments);
    [[nodiscard]] QProcess &process() { return m_process; }
    [[nodiscard]] QByteArray firstLine() const { return m_firstLine; }

private:
    QProcess m_process;
    QByteArray m_firstLine;
};

/// A script of Python behind gunicorn, in a folder and with an environment of its own.
class Gunicorn final
{
public:
    ~Gunicorn();
    /// The module "checked" is made of `script`. Ready when it answers on `port` or has ended.
    void start(const QByteArray &script, quint16 port, const QStringList &arguments,
               const std::map<QString, QString> &environment = {});
    [[nodiscard]] bool runs() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] QByteArray said(); ///< what it logged; why it could not start
    [[nodiscard]] QString path(const QString &file) const { return m_folder.filePath(file); }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QByteArray m_said;
};

/// The whole answer to a GET; empty when there is none within some seconds.
QByteArray fetch(quint16 port, const QByteArray &path);

/// Another user while it lives, where this process may become one.
class AsNobody final
{
public:
    AsNobody();
    ~AsNobody();
    [[nodiscard]] bool works() const { return m_works; }

private:
    const bool m_works;
};

/// A TCP listener on a free port of 127.0.0.1 that says `greeting` to whoever comes, or answers `reply` to
/// what is said to it. With neither it is mute.
std::unique_ptr<QObject> listenAndSay(quint16 &port, const QByteArray &greeting,
                                      const std::function<QByteArray(const QByteArray &)> &reply = {},
                                      bool closeAfter = true);
