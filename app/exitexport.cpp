// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exitexport.h"

#include "app/terminal.h"

#include "widgets/charts/timeaxis.h"
#include "widgets/export/overviewexport.h"

#include <algorithm>
#include <utility>

namespace metriscope::app
{

ExitExport::ExitExport(const net::Engine &engine, QString folder, QObject *parent)
    : QObject(parent), m_engine(engine), m_folder(std::move(folder))
{
    connect(&engine, &net::Engine::ticked, this, [this](const net::Tick &tick) {
        if (m_began == net::Time{})
            m_began = tick.time - tick.elapsed;
        m_last.time = tick.time;
        m_last.elapsed = tick.elapsed;
        m_last.wallOffset = tick.wallOffset;
        m_last.applications = tick.applications;
        m_last.signalValues = tick.signalValues;
    });
}

bool ExitExport::write() const
{
    // A short run fills the picture instead of a corner of it.
    const net::Millis span =
        std::clamp<net::Millis>(m_last.time - m_began, ui::TimeAxis::MinSpan, std::chrono::minutes{5});
    bool good = true;
    for (const ui::ExportResult &result :
         ui::exportOverview(m_folder, m_engine.store(), m_engine.registry(), m_last, span)) {
        if (result.ok)
            continue;
        good = false;
        //: %1 is the name of a file, %2 a message of the operating system
        complain(tr("%1 could not be written: %2").arg(result.path, result.reason));
    }
    return good;
}

} // namespace metriscope::app
