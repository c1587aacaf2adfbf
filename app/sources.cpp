// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sources.h"

#include "app/secretstore.h"

#include "netlayer/engine/engine.h"

#include <algorithm>

namespace metriscope::app
{

namespace
{

/// Differs in nothing that its source must know.
[[nodiscard]] bool sameWork(net::PollConfig a, const net::PollConfig &b)
{
    a.enabled = b.enabled;
    return a == b;
}

} // namespace

Sources::Sources(net::Engine &engine, const SourceGround &ground, SecretStore &secrets, QObject *parent)
    : QObject(parent), m_engine(engine), m_ground(ground), m_secrets(secrets)
{
}

Sources::~Sources() = default;

void Sources::apply(const std::vector<net::PollConfig> &configs)
{
    const auto wanted = [&](const net::PollConfig &known) {
        return std::ranges::find_if(configs, [&](const auto &each) { return each.id == known.id; });
    };
    std::erase_if(m_entries, [&](Entry &entry) {
        const auto found = wanted(entry.config);
        if (found != configs.end() && sameWork(entry.config, *found))
            return false;
        remove(entry);
        return true;
    });
    for (const net::PollConfig &config : configs) {
        const auto known =
            std::ranges::find(m_entries, config.id, [](const Entry &e) { return e.config.id; });
        if (known == m_entries.end()) {
            add(config);
        } else if (known->config.enabled != config.enabled) {
            known->config.enabled = config.enabled;
            Q_EMIT changed(*known->source, known->config);
            if (!config.enabled)
                known->source->stop();
            else if (m_running)
                startOne(*known);
        }
    }
}

void Sources::renew(const QString &id)
{
    const auto entry = std::ranges::find(m_entries, id, [](const Entry &each) { return each.config.id; });
    if (entry == m_entries.end())
        return;
    entry->source->stop();
    if (m_running && entry->config.enabled)
        startOne(*entry);
}

void Sources::add(const net::PollConfig &config)
{
    std::uint16_t &number = m_numbers.at(static_cast<std::size_t>(config.kind));
    if (number == net::MaxSourcesOfKind)
        return;
    auto source = makeSource(config, number, m_ground);
    if (!source)
        return;
    ++number;
    m_entries.push_back({config, std::move(source)});
    const Entry &entry = m_entries.back();
    m_engine.addSource(*entry.source);
    Q_EMIT added(*entry.source, entry.config);
    if (m_running && config.enabled)
        startOne(entry);
}

void Sources::remove(Entry &entry)
{
    entry.source->stop();
    m_engine.removeSource(*entry.source);
    entry.source.reset();
}

void Sources::start()
{
    m_running = true;
    for (const Entry &entry : m_entries) {
        if (entry.config.enabled)
            startOne(entry);
    }
}

void Sources::startOne(const Entry &entry)
{
    const QString id = entry.config.id;
    if (entry.config.login == net::PollConfig::Login::None) {
        entry.source->start();
    } else if (const QByteArray known = secret(id); !known.isNull()) {
        startWith(id, known, {});
    } else {
        m_secrets.read(id, [this, id](const QByteArray &read, const QString &trouble) {
            if (trouble.isEmpty())
                setSecret(id, read);
            startWith(id, read, trouble);
        });
    }
}

void Sources::startWith(const QString &id, const QByteArray &secret, const QString &trouble)
{
    // Much may have happened while the keyring was asked.
    const auto entry = std::ranges::find(m_entries, id, [](const Entry &each) { return each.config.id; });
    if (entry == m_entries.end() || !entry->config.enabled || !m_running)
        return;
    giveSecret(*entry->source, secret, trouble);
    entry->source->start();
}

void Sources::setSecret(const QString &id, const QByteArray &secret)
{
    if (secret.isNull())
        m_known.erase(id);
    else
        m_known[id] = secret;
}

QByteArray Sources::secret(const QString &id) const
{
    const auto known = m_known.find(id);
    return known != m_known.end() ? known->second : QByteArray();
}

void Sources::stop()
{
    m_running = false;
    for (const Entry &entry : m_entries)
        entry.source->stop();
}

std::vector<net::Source *> Sources::all() const
{
    std::vector<net::Source *> sources;
    for (const Entry &entry : m_entries)
        sources.push_back(entry.source.get());
    return sources;
}

net::Source *Sources::find(const QString &id) const
{
    const auto found = std::ranges::find(m_entries, id, [](const Entry &entry) { return entry.config.id; });
    return found != m_entries.end() ? found->source.get() : nullptr;
}

const net::PollConfig *Sources::configOf(const net::Source &source) const
{
    const auto found =
        std::ranges::find(m_entries, &source, [](const Entry &entry) { return entry.source.get(); });
    return found != m_entries.end() ? &found->config : nullptr;
}

} // namespace metriscope::app
