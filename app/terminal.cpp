// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal.h"

#include "app/checkcommand.h"
#include "app/explaincommand.h"
#include "app/languageswitcher.h"
#include "app/settings.h"
#include "app/sniff.h"
#include "app/watch.h"

#include <QApplication>
#include <QLoggingCategory>

#include <cstdio>
#include <memory>

namespace metriscope::app
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int WrongUsage = 2, CouldNotStart = 2;

void print(std::FILE *stream, const QString &text)
{
    std::fputs(text.toUtf8().constData(), stream);
}

/// Without this, Qt ends the program by abort() before anything can be said.
bool hasDisplay(const QStringList &arguments)
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || arguments.contains("-platform"_L1);
}

/// Remarks of Qt and its plug-ins, such as a missing XDG_RUNTIME_DIR, are of no use to who watches.
void passErrorsOnly(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        complain(text);
}

int runWatch(int &argc, char *argv[], const Options &options)
{
    if (!options.verbose)
        qInstallMessageHandler(passErrorsOnly);
    std::unique_ptr<QCoreApplication> application;
    if (options.exportDirectory.isEmpty()) {
        application = std::make_unique<QCoreApplication>(argc, argv);
    } else { // charts are drawn by widgets, and nobody may have a screen
        qputenv("QT_QPA_PLATFORM", "offscreen");
        // Qt's plugin says at every window what it cannot do without a screen.
        QLoggingCategory::setFilterRules(u"default.warning=false"_s);
        application = std::make_unique<QApplication>(argc, argv);
    }
    setProgramIdentity();
    const Settings settings(options.config.isEmpty() ? Settings::defaultFile() : options.config);
    LanguageSwitcher language;
    language.setLanguage(options.language.isEmpty() ? settings.data().appearance.language : options.language);
    Watch watch(options, settings.data());
    QObject::connect(&watch, &Watch::finished, application.get(),
                     [](int status) { QCoreApplication::exit(status); });
    return watch.start() ? QCoreApplication::exec() : CouldNotStart;
}

int runCheck(int &argc, char *argv[], const Options &options)
{
    qInstallMessageHandler(passErrorsOnly);
    QCoreApplication application(argc, argv);
    setProgramIdentity();
    const Settings settings(options.config.isEmpty() ? Settings::defaultFile() : options.config);
    LanguageSwitcher language;
    language.setLanguage(options.language.isEmpty() ? settings.data().appearance.language : options.language);
    CheckCommand check(options, settings.data());
    QObject::connect(&check, &CheckCommand::finished, &application,
                     [](int status) { QCoreApplication::exit(status); });
    check.start();
    return QCoreApplication::exec();
}

int runSniff(int &argc, char *argv[], const Options &options)
{
    if (!options.verbose)
        qInstallMessageHandler(passErrorsOnly);
    const QCoreApplication application(argc, argv);
    setProgramIdentity();
    const Settings settings(options.config.isEmpty() ? Settings::defaultFile() : options.config);
    LanguageSwitcher language;
    language.setLanguage(options.language.isEmpty() ? settings.data().appearance.language : options.language);
    Sniff sniff(options, settings.data());
    QObject::connect(
        &sniff, &Sniff::finished, &application, [](int status) { QCoreApplication::exit(status); },
        Qt::QueuedConnection);
    return sniff.start() ? QCoreApplication::exec() : CouldNotStart;
}

int runExplain(int &argc, char *argv[], const Options &options)
{
    const QCoreApplication application(argc, argv);
    setProgramIdentity();
    LanguageSwitcher language;
    language.setLanguage(options.language);
    return explain(options);
}

} // namespace

void complain(const QString &text)
{
    print(stderr, u"metriscope: %1\n"_s.arg(text));
}

void setProgramIdentity()
{
    QCoreApplication::setApplicationName(u"metriscope"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(METRISCOPE_VERSION));
}

std::optional<int> runInTerminal(int &argc, char *argv[], Options &options)
{
    {
        const QCoreApplication application(argc, argv);
        setProgramIdentity();
        const QStringList arguments = QCoreApplication::arguments().mid(1);
        LanguageSwitcher language;
        language.setLanguage(languageArgument(arguments));
        auto parsed = parseArguments(arguments);
        if (!parsed) {
            complain(parsed.error().text);
            print(stderr, QCoreApplication::translate("commandline", "Try: metriscope --help") + u'\n');
            return WrongUsage;
        }
        options = *std::move(parsed);
        if (options.command == Command::Help)
            print(stdout, helpText(options.helpOn));
        if (options.command == Command::Version)
            print(stdout, versionText());
        if (options.command == Command::Help || options.command == Command::Version)
            return 0;
        if (options.command == Command::Window && !hasDisplay(arguments)) {
            complain(QCoreApplication::translate(
                "commandline", "There is no display to open a window on. Try: metriscope watch"));
            return CouldNotStart;
        }
    }
    if (options.command == Command::Watch)
        return runWatch(argc, argv, options);
    if (options.command == Command::Check)
        return runCheck(argc, argv, options);
    if (options.command == Command::Sniff)
        return runSniff(argc, argv, options);
    if (options.command == Command::Explain)
        return runExplain(argc, argv, options);
    return std::nullopt;
}

} // namespace metriscope::app
