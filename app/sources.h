// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sourcefactory.h"

#include <QObject>

#include <array>
#include <map>
#include <vector>

namespace metriscope::net
{
class Engine;
}

namespace metriscope::app
{

class SecretStore;

/// All that is polled: keeps a source for each PollConfig and gives it to the engine. GUI thread.
class Sources final : public QObject
{
    Q_OBJECT

public:
    Sources(net::Engine &engine, const SourceGround &ground, SecretStore &secrets, QObject *parent = nullptr);
    ~Sources() override;

    /// Makes it so: what is new is added, what is gone is removed, what differs is made anew, all else goes
    /// on undisturbed. Two with one id: the later one is left out.
    void apply(const std::vector<net::PollConfig> &configs);
    /// The secret of an id, known from now on without asking for it; null is none.
    void setSecret(const QString &id, const QByteArray &secret);
    [[nodiscard]] QByteArray secret(const QString &id) const; ///< null when it is not known
    /// Starts it again, such as with another secret.
    void renew(const QString &id);
    /// Starts those that are enabled, once their secret is there; those added later start at once.
    void start();
    void stop();

    [[nodiscard]] std::vector<net::Source *> all() const;
    /// Null for an id that nobody has.
    [[nodiscard]] net::Source *find(const QString &id) const;
    /// Null for a source that is none of these.
    [[nodiscard]] const net::PollConfig *configOf(const net::Source &source) const;

Q_SIGNALS:
    void added(metriscope::net::Source &source, const metriscope::net::PollConfig &config);
    /// It was enabled or disabled.
    void changed(metriscope::net::Source &source, const metriscope::net::PollConfig &config);

private:
    struct Entry {
        net::PollConfig config;
        std::unique_ptr<net::Source> source;
    };
    void add(const net::PollConfig &config);
    void remove(Entry &entry);
    void startOne(const Entry &entry);
    void startWith(const QString &id, const QByteArray &secret, const QString &trouble);

    net::Engine &m_engine;
    const SourceGround m_ground;
    SecretStore &m_secrets;
    std::vector<Entry> m_entries;
    std::map<QString, QByteArray> m_known;                       ///< secrets, as they were read or given
    std::array<std::uint16_t, net::SourceKindCount> m_numbers{}; ///< given so far, of each kind
    bool m_running = false;
};

} // namespace metriscope::app
