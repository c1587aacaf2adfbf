// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/engine.h"

#include <QObject>
#include <QString>

namespace metriscope::app
{

/// What `--export DIR` writes at the end: the Overview as a picture and as CSV. Made before the engine
/// starts, because it has to know the last tick. Needs a QApplication, on any platform.
class ExitExport final : public QObject
{
    Q_OBJECT

public:
    ExitExport(const net::Engine &engine, QString folder, QObject *parent = nullptr);

    /// After the engine stopped. False, with the reasons on standard error, when a file could not be written.
    [[nodiscard]] bool write() const;

private:
    const net::Engine &m_engine;
    const QString m_folder;
    net::Time m_began; ///< start of the first tick
    net::Tick m_last;  ///< without its results
};

} // namespace metriscope::app
