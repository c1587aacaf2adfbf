// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/collectors/collectorrequest.h"

#include "netlayer/engine/pollconfig.h"

#include <QObject>

#include <vector>

namespace metriscope::app
{

class SecretStore;
class Settings;
class Sources;

/// Carries out what the reader wants with what is polled: in the settings, in the keyring and in what runs.
/// GUI thread.
class PollBook final : public QObject
{
    Q_OBJECT

public:
    /// `named`: those of the command line, which are not kept.
    PollBook(Settings &settings, Sources &sources, SecretStore &secrets, std::vector<net::PollConfig> named,
             QObject *parent = nullptr);

    void carryOut(const ui::CollectorRequest &request);

Q_SIGNALS:
    void added(const QString &id); ///< by Add or Restore; its source is there
    /// The keyring did not take the secret of this address, which is used until the program ends; `trouble`
    /// in its words.
    void secretLost(const QString &address, const QString &trouble);

private:
    void keep(std::vector<net::PollConfig> polls);
    void put(const net::PollConfig &config);
    void writeSecret(const net::PollConfig &config, const QByteArray &secret);
    void remove(const net::PollConfig &config);

    Settings &m_settings;
    Sources &m_sources;
    SecretStore &m_secrets;
    const std::vector<net::PollConfig> m_named;
};

} // namespace metriscope::app
