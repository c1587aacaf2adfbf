// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/series/bank.h"

#include <QObject>
#include <QString>

#include <cstdint>

namespace metriscope::net
{

enum class SourceError : std::uint8_t {
    None,
    AddressInUse, ///< detail: "name (pid)" of the owner where /proc tells, else empty
    AddressInvalid,
    PermissionDenied,
    SystemError ///< detail: text of the operating system
};

/// Something that measures: has an address, a state and counters, and answers every start() with exactly one
/// Running or Failed. Lives on the GUI thread; what it owns elsewhere is its own affair.
class Source : public QObject
{
    Q_OBJECT

public:
    enum class State : std::uint8_t { Stopped, Starting, Running, Failed };
    Q_ENUM(State)

    using QObject::QObject;
    virtual void start() = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual State state() const noexcept = 0;
    [[nodiscard]] virtual SourceId sourceId() const noexcept = 0;
    [[nodiscard]] virtual QString address() const = 0; ///< with the real port once running
    [[nodiscard]] virtual BankSource &banks() noexcept = 0;

Q_SIGNALS:
    void stateChanged(metriscope::net::Source::State state, metriscope::net::SourceError error,
                      const QString &detail);
};

} // namespace metriscope::net
