// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowrun.h"

#include "app/closeguard.h"
#include "app/collectorlinks.h"
#include "app/commandline.h"
#include "app/composition.h"
#include "app/console.h"
#include "app/exitexport.h"
#include "app/languageswitcher.h"
#include "app/mainwindow.h"
#include "app/settings.h"
#include "app/terminal.h"
#include "app/terminationsignals.h"
#include "app/theme.h"
#include "app/verification.h"

#include "widgets/common/errortext.h"
#include "widgets/common/themeicon.h"
#include "widgets/packets/packetdesk.h"

#include <QApplication>
#include <QIcon>
#include <QTimer>

#include <memory>
#include <utility>

namespace metriscope::app
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int ExportFailed = 1, CouldNotStart = 2;

void connectWindow(MainWindow &window, Console &console, Settings &settings, const Options &options)
{
    window.addSource(console.receiver());
    window.setContexts(console.contextBook(), console.contexts());
    for (const auto &trouble : net::loadUserPresets(net::userPresetFolder()).problems)
        window.presetTroubled(trouble);
    window.packets().setTap(&console.tap());
    window.addSource(console.collector());
    window.addSource(console.monitor());
    QObject::connect(&console.engine(), &net::Engine::ticked, &window, &MainWindow::apply);
    QObject::connect(&console, &Console::demoRunningChanged, &window, &MainWindow::setDemoRunning);
    QObject::connect(&console.receiver(), &net::Source::stateChanged, &window, [&] {
        if (const auto *dialect = net::dialectByName(console.receiver().config().dialect))
            window.packets().setDialect(*dialect);
    });
    QObject::connect(&window, &MainWindow::replayWanted, &console,
                     [&, listed = false](const net::ReplayConfig &config) mutable {
                         if (!std::exchange(listed, true))
                             window.addSource(console.replayed());
                         console.replay(config);
                     });
    QObject::connect(&window, &MainWindow::demoWanted, &console, &Console::setDemoRunning);
    QObject::connect(&window, &MainWindow::receiverWanted, &console, [&](bool running) {
        if (!running) {
            console.receiver().stop();
            return;
        }
        // Whoever starts it by hand means it, whatever was set for the start of the program.
        SettingsData wanted = settings.data();
        wanted.receiver.enabled = true;
        Options allowed = options;
        allowed.noStatsd = false;
        console.reconfigure(engineConfig(wanted, allowed), receiverConfig(wanted, allowed));
        if (console.receiver().state() != net::Source::State::Running)
            console.receiver().start();
    });
    auto *verification = new Verification(console, window.packets(), window); // owned by the window
    connectCollectors(window, console, settings, *verification, options);
    QObject::connect(&window, &MainWindow::verifyWanted, verification,
                     [verification](std::optional<net::CheckKind> kind) { verification->open(kind); });
    QObject::connect(&window, &MainWindow::settingsApplied, &console, [&] {
        console.reconfigure(engineConfig(settings.data(), options), receiverConfig(settings.data(), options));
        console.reconfigure(contextsConfig(settings.data(), options));
        console.reconfigure(collectorConfig(settings.data(), options));
        console.setMonitorWanted(settings.data().receiver.monitor);
    });
}

} // namespace

int runWindow(int &argc, char *argv[], const Options &options)
{
    QApplication application(argc, argv);
    setProgramIdentity();
    QGuiApplication::setDesktopFileName(u"io.github.metriscope.Metriscope"_s);
    QGuiApplication::setWindowIcon(ui::programIcon());
    applyStyle();

    Settings settings(options.config.isEmpty() ? Settings::defaultFile() : options.config);
    LanguageSwitcher languages;
    languages.setLanguage(options.language.isEmpty() ? settings.data().appearance.language
                                                     : options.language);
    Console console(consoleConfig(settings.data(), options));
    MainWindow window(console.engine().registry(), console.engine().store(), settings, languages);
    connectWindow(window, console, settings, options);

    for (net::Source *listener : std::initializer_list<net::Source *>{
             &console.receiver(), &console.contexts(), &console.collector()}) {
        QObject::connect(listener, &net::Source::stateChanged, &application,
                         [listener](net::Source::State state, net::SourceError error, const QString &detail) {
                             if (state == net::Source::State::Failed)
                                 complain(ui::sourceErrorText(error, listener->address(), detail));
                         });
    }
    auto *guard = new CloseGuard(window, console.collector()); // owned by the window
    const TerminationSignals signalsOfTheSystem;
    QObject::connect(&signalsOfTheSystem, &TerminationSignals::received, guard, &CloseGuard::quit);
    if (options.exitAfter)
        QTimer::singleShot(*options.exitAfter, Qt::PreciseTimer, guard, &CloseGuard::quit);

    std::unique_ptr<ExitExport> exitExport;
    if (!options.exportDirectory.isEmpty())
        exitExport = std::make_unique<ExitExport>(console.engine(), options.exportDirectory);

    for (const net::PollConfig &poll : options.polls) {
        if (console.polled().find(poll.id) == nullptr) {
            complain(unpolledText(poll));
            return CouldNotStart;
        }
    }
    if (!options.file.isEmpty())
        window.openCapture(options.file);
    window.show();
    console.start();
    if (!options.statsd.empty() && console.receiver().state() == net::Source::State::Failed)
        return CouldNotStart;
    if (options.gstatsCollector && console.collector().state() == net::Source::State::Failed)
        return CouldNotStart;
    if (!options.contexts.isEmpty() && console.contexts().state() == net::Source::State::Failed)
        return CouldNotStart;
    console.setDemoRunning(options.demo);
    const int status = QApplication::exec();
    console.stop();
    return exitExport && !exitExport->write() ? ExportFailed : status;
}

} // namespace metriscope::app
