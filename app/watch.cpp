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

#include "widgets/common/contexttext.h"
#include "widgets/common/errortext.h"

#include <QTimer>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <iterator>
#include <unistd.h>

namespace metriscope::app
{

namespace
{

constexpr std::chrono::seconds SlowestAnswer{5};

} // namespace

Watch::Watch(const Options &options, const SettingsData &settings, QObject *parent)
    : QObject(parent), m_options(options)
{
    ConsoleConfig config = consoleConfig(settings, options);
    config.engine.wantResults = true;
    m_console = std::make_unique<Console>(config);
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
    m_console->stop(); // its last tick needs all the others
}

bool Watch::start()
{
    net::Receiver &receiver = m_console->receiver();
    follow(receiver);
    for (net::Source *source : m_console->others())
        follow(*source);
    for (const net::PollConfig &poll : m_options.polls) {
        if (m_console->polled().find(poll.id) == nullptr) {
            complain(unpolledText(poll));
            return false;
        }
    }
    connect(&m_console->contextBook(), &net::ContextBook::storeTroubled, this,
            [](net::ContextStoreProblem problem, const QString &detail) {
                complain(ui::contextStoreText(problem, detail));
            });
    for (const auto &[file, problem] : net::loadUserPresets(net::userPresetFolder()).problems)
        complain(ui::presetErrorText(problem.error, file, (problem.where + u' ' + problem.detail).trimmed()));
    m_output = std::make_unique<OutputPipe>(STDOUT_FILENO);
    connect(m_output.get(), &OutputPipe::closed, this, &Watch::outputClosed, Qt::QueuedConnection);
    m_console->start();
    const bool contextsNamed = !m_options.contexts.isEmpty();
    if (receiver.state() == net::Source::State::Failed ||
        (contextsNamed && m_console->contexts().state() == net::Source::State::Failed) ||
        (m_options.gstatsCollector && m_console->collector().state() == net::Source::State::Failed))
        return false;
    tellReady();
    // Whoever is asked may stay silent for as long as a poll may take.
    QTimer::singleShot(SlowestAnswer, this, [this] {
        if (!m_ready)
            writeReady();
    });
    if (m_options.demo) {
        m_console->setDemoRunning(true);
        if (m_console->isDemoRunning() && !m_options.quiet)
            complain(tr("DEMO: made-up applications send to %1.").arg(receiver.address()));
    }
    if (m_options.exitAfter)
        QTimer::singleShot(*m_options.exitAfter, Qt::PreciseTimer, this, &Watch::stop);
    return true;
}

void Watch::follow(net::Source &source)
{
    connect(&source, &net::Source::stateChanged, this,
            [this, &source](net::Source::State state, net::SourceError error, const QString &detail) {
                using enum net::Source::State;
                const Trouble before = std::exchange(m_troubles[&source], Trouble());
                if (state == Failed) {
                    m_troubles[&source] = {error, detail};
                    if (m_troubles[&source] != before)
                        complain(ui::sourceErrorText(error, source.address(), detail));
                } else if (state == Running && m_options.verbose && !detail.isEmpty()) {
                    complain(tr("Not available on this machine: %1").arg(detail));
                }
                tellReady();
            });
}

void Watch::tellReady()
{
    const auto sources = m_console->others();
    const bool waiting = std::ranges::any_of(
        sources, [](const net::Source *source) { return source->state() == net::Source::State::Starting; });
    if (m_output && m_console->isRunning() && !m_ready && !waiting)
        writeReady();
}

void Watch::writeReady()
{
    m_ready = true;
    connect(&m_console->engine(), &net::Engine::ticked, this, &Watch::print);
    m_output->write(m_writer->ready(addresses(), others()));
}

std::vector<SourceStatus> Watch::others() const
{
    std::vector<SourceStatus> result;
    for (const net::Source *source : m_console->others()) {
        const auto trouble = m_troubles.find(source);
        const auto [error, detail] = trouble != m_troubles.end() ? trouble->second : Trouble();
        result.push_back({source->sourceId(), source->state(), source->address(), source->counts(), error,
                          detail, source->notes()});
    }
    return result;
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
        sources.push_back({receiver.sourceId(), receiver.state(), receiver.address(), {}, {}, {}});
    }
    std::ranges::move(others(), std::back_inserter(sources));
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
