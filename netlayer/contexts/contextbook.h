// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/contexts/contextstore.h"
#include "netlayer/contexts/registration.h"
#include "netlayer/engine/netthread.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

/// What applications registered, the last word of each, and the URLs that the reader gave by hand. Outlives a
/// restart: kept in a file, which is read and written on the net thread. Bounded: past the limits the
/// registration that is oldest goes, counted. GUI thread.
class ContextBook final : public QObject
{
    Q_OBJECT

public:
    struct Limits {
        std::size_t applications = 200;
        std::size_t bytes = std::size_t{64} << 20U;
    };

    /// An empty name of the file: nothing is kept.
    ContextBook(NetThread &thread, const QString &file, QObject *parent = nullptr);
    ContextBook(NetThread &thread, const QString &file, Limits limits, QObject *parent = nullptr);
    ~ContextBook() override; ///< what is not written yet is written first

    [[nodiscard]] static QString defaultFile(); ///< in the user's data folder

    /// Replaces what the same application registered before.
    void add(const RegistrationPtr &registration);
    /// Adds to the URLs given by hand, one a line; how many were new.
    int paste(const QString &text);
    void forgetPasted();
    void forget(const std::string &application);

    /// Null for one that has not registered. `application`: Identity::name().
    [[nodiscard]] RegistrationPtr find(std::string_view application) const;
    [[nodiscard]] const std::map<std::string, RegistrationPtr, std::less<>> &registrations() const noexcept
    {
        return m_registrations;
    }
    [[nodiscard]] const RegistrationPtr &pastedUrls() const noexcept
    {
        return m_pasted;
    } ///< null without any
    [[nodiscard]] std::size_t pasted() const noexcept { return m_pasted ? m_pasted->urls.size() : 0; }

    /// The URL behind a hash in the names of an application: as it registered it, or as it was given by hand.
    /// Null: not registered. Valid as long as the registration, or pastedUrls(), is kept.
    [[nodiscard]] const std::string *url(const Registration *registration, const Md5 &md5) const;
    [[nodiscard]] const std::string *controller(const Registration *registration, const Md5 &md5) const;

    [[nodiscard]] std::size_t bytes() const noexcept { return m_bytes; }
    [[nodiscard]] std::uint64_t pushedOut() const noexcept { return m_pushedOut; }

Q_SIGNALS:
    void changed();
    void storeTroubled(metriscope::net::ContextStoreProblem problem, const QString &detail);

private:
    void take(const std::vector<RegistrationPtr> &loaded);
    void put(const RegistrationPtr &registration);
    void keepWithinLimits();
    void save();
    void noteChange();

    NetThread &m_thread;
    const Limits m_limits;
    std::map<std::string, RegistrationPtr, std::less<>> m_registrations;
    RegistrationPtr m_pasted;
    std::size_t m_bytes = 0;
    std::uint64_t m_pushedOut = 0;
    ContextStore *m_store = nullptr; ///< lives on the net thread
    QTimer m_saveTimer;
};

} // namespace metriscope::net
