// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secretstore.h"

#include <qt6keychain/keychain.h>

#include <QTimer>

#include <chrono>
#include <memory>

namespace metriscope::app
{

using namespace Qt::StringLiterals;

namespace
{

const QString Service = u"metriscope"_s;
/// A keyring may have to ask the reader to unlock it. One that never answers is none.
constexpr std::chrono::seconds Patience{60};

/// Starts the job and calls `done` when it has finished, or with null when it takes too long.
template <typename Job, typename Done>
void run(QObject &context, Job *job, Done done)
{
    const auto pending = std::make_shared<bool>(true);
    const auto once = [pending, done](const Job *finished) {
        if (std::exchange(*pending, false))
            done(finished);
    };
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, &context, [once, job] { once(job); });
    QTimer::singleShot(Patience, &context, [once] { once(nullptr); });
    job->start();
}

[[nodiscard]] QString troubleOf(const QKeychain::Job *job)
{
    if (job == nullptr)
        return SecretStore::tr("it gave no answer");
    if (job->error() == QKeychain::EntryNotFound)
        return SecretStore::tr("there is none in it");
    if (job->error() == QKeychain::NoBackendAvailable || job->error() == QKeychain::NotImplemented)
        return SecretStore::tr("there is no keyring on this system");
    return job->error() == QKeychain::NoError ? QString() : job->errorString();
}

} // namespace

void Keyring::read(const QString &id, Read done)
{
    auto *job = new QKeychain::ReadPasswordJob(Service, this);
    job->setKey(id);
    run(*this, job, [done = std::move(done)](const QKeychain::ReadPasswordJob *finished) {
        const QString trouble = troubleOf(finished);
        done(finished != nullptr && trouble.isEmpty() ? finished->binaryData() : QByteArray(), trouble);
    });
}

void Keyring::write(const QString &id, const QByteArray &secret, Done done)
{
    auto *job = new QKeychain::WritePasswordJob(Service, this);
    job->setKey(id);
    job->setBinaryData(secret);
    run(*this, job,
        [done = std::move(done)](const QKeychain::WritePasswordJob *finished) { done(troubleOf(finished)); });
}

void Keyring::forget(const QString &id)
{
    auto *job = new QKeychain::DeletePasswordJob(Service, this);
    job->setKey(id);
    run(*this, job, [](const QKeychain::DeletePasswordJob *) {});
}

} // namespace metriscope::app
