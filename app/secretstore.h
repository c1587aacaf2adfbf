// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>

namespace metriscope::app
{

/// Where passwords and tokens are kept, each under the id of a PollConfig. Answers come later, on the thread
/// of this object, once each, and not after its end.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    /// `trouble`: why there is no secret, in the words of whoever keeps it; empty when all is well.
    using Read = std::function<void(const QByteArray &secret, const QString &trouble)>;
    using Done = std::function<void(const QString &trouble)>;

    using QObject::QObject;
    virtual void read(const QString &id, Read done) = 0;
    virtual void write(const QString &id, const QByteArray &secret, Done done) = 0;
    virtual void forget(const QString &id) = 0;
};

/// The keyring of the system, by QtKeychain. Never a file: without a keyring there is no secret.
class Keyring final : public SecretStore
{
    Q_OBJECT

public:
    using SecretStore::SecretStore;
    void read(const QString &id, Read done) override;
    void write(const QString &id, const QByteArray &secret, Done done) override;
    void forget(const QString &id) override;
};

} // namespace metriscope::app
