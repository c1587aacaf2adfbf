// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/contexts/registration.h"

#include <QObject>
#include <QString>

#include <vector>

namespace metriscope::net
{

enum class ContextStoreProblem : std::uint8_t {
    Damaged,     ///< detail: where the damaged file stands now; what could be read of it is used
    Newer,       ///< written by a newer version: left alone, nothing is kept; detail: the file
    NotReadable, ///< left alone, nothing is kept; detail: the file
    NotWritable  ///< detail: the file
};

/// The file behind a ContextBook. Lives on the net thread, so that a slow disk holds up no window.
class ContextStore final : public QObject
{
    Q_OBJECT

public:
    static constexpr int Format = 1;
    static constexpr qint64 MaxFile = qint64{256} * 1024 * 1024;

    explicit ContextStore(QString file) : m_file(std::move(file)) {}

    void load();
    void save(const std::vector<RegistrationPtr> &registrations);

Q_SIGNALS:
    void loaded(const std::vector<metriscope::net::RegistrationPtr> &registrations);
    void troubled(metriscope::net::ContextStoreProblem problem, const QString &detail);

private:
    /// False when some of it could not be read.
    [[nodiscard]] bool read(const QByteArray &json, std::vector<RegistrationPtr> &into, bool &newer) const;
    void keepAside();

    const QString m_file;
    bool m_mayWrite = true; ///< false: nobody knows what would be written over
    bool m_told = false;
};

} // namespace metriscope::net

Q_DECLARE_METATYPE(metriscope::net::ContextStoreProblem)
