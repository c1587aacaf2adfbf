// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sourcefactory.h"

#include <QObject>

#include <array>
#include <vector>

namespace metriscope::net
{
class Engine;
}

namespace metriscope::app
{

/// All that is polled: keeps a source for each PollConfig and gives it to the engine. GUI thread.
class Sources final : public QObject
{
    Q_OBJECT

public:
    Sources(net::Engine &engine, const SourceGround &ground, QObject *parent = nullptr);
    ~Sources() override;

    /// Makes it so: what is new is added, what is gone is removed, what differs is made anew, all else goes
    /// on undisturbed. Two with one id: the later one is left out.
    void apply(const std::vector<net::PollConfig> &configs);
    /// Starts those that are enabled; those added later start at once.
    void start();
    void stop();

    [[nodiscard]] std::vector<net::Source *> all() const;
    /// Null for an id that nobody has.
    [[nodiscard]] net::Source *find(const QString &id) const;
    /// Null for a source that is none of these.
    [[nodiscard]] const net::PollConfig *configOf(const net::Source &source) const;

Q_SIGNALS:
    void added(metriscope::net::Source &source);

private:
    struct Entry {
        net::PollConfig config;
        std::unique_ptr<net::Source> source;
    };
    void add(const net::PollConfig &config);
    void remove(Entry &entry);

    net::Engine &m_engine;
    const SourceGround m_ground;
    std::vector<Entry> m_entries;
    std::vector<std::unique_ptr<net::Source>> m_removed;         ///< the engine may still ask them for banks
    std::array<std::uint16_t, net::SourceKindCount> m_numbers{}; ///< given so far, of each kind
    bool m_running = false;
};

} // namespace metriscope::app
