// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch.h"

#include "app/composition.h"
#include "app/console.h"
#include "app/exitexport.h"
#include "app/outputpipe.h"
#include "app/terminal.h"
#include "app/terminationsignals.h"
#include "app/tickjson.h"
#include "app/ticktext.h"

#include "widgets/common/errortext.h"

#include <QTimer>

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace metriscope::app
{

Watch::Watch(const Options &options, const SettingsData &settings, QObject *parent)
    : QObject(parent), m_options(options)
{
    auto config = engineConfig(settings, options);
    config.wantResults = true;
    m_console = std::make_unique<Console>(config, receiverConfig(settings, options));
    net::Engine &engine = m_console->engine();
    if (options.json)
        m_writer = std::make_unique<TickJson>(engine.registry(), engine.store(), options.all);
    else
        m_writer =
            std::make_unique<TickText>(engine.registry(), engine.store(), options.all, options.verbose);
    if (!options.exportDirectory.isEmpty())
        m_export = std::make_unique<ExitExport>(engine, options.exportDirectory);
    connect(new TerminationSignals(this), &TerminationSignals::received, this, &Watch::stop);
}

Watch::~Watch()
{
    m_console.reset(); // its last tick needs all the others
}

bool Watch::start()
{
    net::Receiver &receiver = m_console->receiver();
    connect(&receiver, &net::Source::stateChanged, this,
            [&](net::Source::State state, net::SourceError error, const QString &detail) {
                if (state == net::Source::State::Failed)
                    complain(ui::sourceErrorText(error, receiver.address(), detail));
                else if (state == net::Source::State::Running && m_options.verbose && !detail.isEmpty())
                    complain(tr("Not available on this machine: %1").arg(detail));
            });
    m_output = std::make_unique<OutputPipe>(STDOUT_FILENO);
    connect(m_output.get(), &OutputPipe::closed, this, &Watch::outputClosed, Qt::QueuedConnection);
    m_console->start();
    if (receiver.state() == net::Source::State::Failed)
        return false;
    connect(&m_console->engine(), &net::Engine::ticked, this, &Watch::print);
    m_output->write(m_writer->ready(addresses()));
    if (m_options.demo) {
        m_console->setDemoRunning(true);
        if (m_console->isDemoRunning() && !m_options.quiet)
            complain(tr("DEMO: made-up applications send to %1.").arg(receiver.address()));
    }
    if (m_options.exitAfter)
        QTimer::singleShot(*m_options.exitAfter, Qt::PreciseTimer, this, &Watch::stop);
    return true;
}

void Watch::stop()
{
    if (std::exchange(m_stopped, true))
        return;
    m_console->stop();
    if (m_export && !m_export->write())
        m_status = 1;
    m_output.reset();
    Q_EMIT finished(m_status);
}

void Watch::print(const net::Tick &tick)
{
    m_counts.mergedTicks += tick.merged;
    m_counts.unwritten = m_output->dropped();
    std::vector<SourceStatus> sources;
    if (m_console->mayReceive()) {
        const net::Receiver &receiver = m_console->receiver();
        sources.push_back({receiver.sourceId(), receiver.state(), receiver.address()});
    }
    m_output->write(m_writer->tick(tick, sources, m_counts));
}

void Watch::outputClosed(int error)
{
    if (error != EPIPE && !m_stopped) {
        complain(tr("Writing the output failed: %1").arg(QString::fromLocal8Bit(std::strerror(error))));
        m_status = 1;
    }
    stop();
}

QStringList Watch::addresses() const
{
    QStringList result;
    for (const net::Endpoint &endpoint : m_console->receiver().endpoints())
        result << QString::fromStdString(endpoint.text());
    return result;
}

} // namespace metriscope::app
