// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pollbook.h"

#include "app/secretstore.h"
#include "app/settings.h"
#include "app/sources.h"

#include <QUuid>

#include <algorithm>

namespace metriscope::app
{

using Verb = ui::CollectorRequest::Verb;

PollBook::PollBook(Settings &settings, Sources &sources, SecretStore &secrets,
                   std::vector<net::PollConfig> named, QObject *parent)
    : QObject(parent), m_settings(settings), m_sources(sources), m_secrets(secrets), m_named(std::move(named))
{
}

void PollBook::carryOut(const ui::CollectorRequest &request)
{
    net::PollConfig config = request.config;
    switch (request.verb) {
    case Verb::Add:
        config.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        writeSecret(config, request.secret.toUtf8());
        put(config);
        Q_EMIT added(config.id);
        break;
    case Verb::Change:
        writeSecret(config, request.secret.toUtf8());
        put(config);
        if (!request.secret.isEmpty())
            m_sources.renew(config.id);
        break;
    case Verb::Remove:
        remove(config);
        break;
    case Verb::Restore:
        writeSecret(config, m_sources.secret(config.id));
        put(config);
        Q_EMIT added(config.id);
        break;
    case Verb::Enable:
    case Verb::Disable:
        config.enabled = request.verb == Verb::Enable;
        put(config);
        break;
    }
}

void PollBook::remove(const net::PollConfig &config)
{
    std::vector<net::PollConfig> polls = m_settings.data().polls;
    std::erase_if(polls, [&](const net::PollConfig &each) { return each.id == config.id; });
    keep(std::move(polls));
    if (config.login == net::PollConfig::Login::None)
        return;
    // It stays in memory until the program ends: the reader may want it back.
    m_secrets.read(config.id, [this, id = config.id](const QByteArray &secret, const QString &trouble) {
        if (trouble.isEmpty())
            m_sources.setSecret(id, secret);
        m_secrets.forget(id);
    });
}

void PollBook::writeSecret(const net::PollConfig &config, const QByteArray &secret)
{
    if (config.login == net::PollConfig::Login::None) {
        if (!m_sources.secret(config.id).isNull())
            m_secrets.forget(config.id);
        m_sources.setSecret(config.id, {});
    } else if (!secret.isEmpty()) {
        m_sources.setSecret(config.id, secret);
        m_secrets.write(config.id, secret, [this, address = config.address](const QString &trouble) {
            if (!trouble.isEmpty())
                Q_EMIT secretLost(address, trouble);
        });
    }
}

void PollBook::put(const net::PollConfig &config)
{
    std::vector<net::PollConfig> polls = m_settings.data().polls;
    const auto known = std::ranges::find(polls, config.id, &net::PollConfig::id);
    if (known != polls.end())
        *known = config;
    else
        polls.push_back(config);
    keep(std::move(polls));
}

void PollBook::keep(std::vector<net::PollConfig> polls)
{
    SettingsData data = m_settings.data();
    data.polls = std::move(polls);
    m_settings.set(data);
    std::vector<net::PollConfig> all = data.polls;
    all.insert(all.end(), m_named.begin(), m_named.end());
    m_sources.apply(all);
}

} // namespace metriscope::app
