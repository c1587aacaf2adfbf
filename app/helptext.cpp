// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/optiontable.h"
#include "netlayer/checks/checkresult.h"
#include "widgets/common/checktext.h"

#include <QCoreApplication>

#include <algorithm>

namespace metriscope::app
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype Column = 30, Width = 100;

QString say(const char *text)
{
    return QCoreApplication::translate("commandline", text);
}

/// `left`, then `text` wrapped into the right column.
QString entry(const QString &left, const QString &text)
{
    QString result, line = u"  "_s + left;
    if (line.size() >= Column) {
        result = line + u'\n';
        line.clear();
    }
    line = line.leftJustified(Column);
    const QString indent(Column, u' ');
    for (const QString &word : text.split(u' ')) {
        if (line.size() > Column && line.size() + 1 + word.size() > Width) {
            result += line + u'\n';
            line = indent;
        }
        line += line.size() > Column ? u' ' + word : word;
    }
    return result + line + u'\n';
}

QString options(Command command)
{
    QString text = u'\n' + say(QT_TRANSLATE_NOOP("commandline", "Options:")) + u'\n';
    for (const OptionRow &row : optionTable()) {
        if (row.only != 0 && (row.only & bitOf(command)) == 0)
            continue;
        QString left = "--"_L1 + row.name;
        if (row.valueMayMiss)
            left += "[="_L1 + say(row.value) + u']';
        else if (row.value)
            left += u' ' + say(row.value);
        text += entry(left, say(row.says));
    }
    return text;
}

QString windowHelp()
{
    QString text = say(QT_TRANSLATE_NOOP("commandline", "Usage:")) + u'\n';
    text += entry(u"metriscope [%1] [%2]"_s.arg(say(QT_TRANSLATE_NOOP("commandline", "options")),
                                                say(QT_TRANSLATE_NOOP("commandline", "FILE"))),
                  say(QT_TRANSLATE_NOOP("commandline", "open the window")));
    for (const CommandRow &row : commandTable()) {
        const QString rest = row.command == Command::Help
                                 ? say(QT_TRANSLATE_NOOP("commandline", "COMMAND"))
                                 : (row.words ? say(row.words) + u' ' : QString()) +
                                       u"[%1]"_s.arg(say(QT_TRANSLATE_NOOP("commandline", "options")));
        text += entry(u"metriscope %1 %2"_s.arg(row.name, rest), say(row.says));
    }
    return text + options(Command::Window) + u'\n' +
           say(QT_TRANSLATE_NOOP("commandline", "Exit status: 0 done; 1 an export failed; 2 wrong usage, or "
                                                "something asked for could not start.")) +
           u'\n';
}

QString watchHelp()
{
    return say(QT_TRANSLATE_NOOP("commandline", "Usage:")) + u'\n' +
           entry(u"metriscope watch [%1]"_s.arg(say(QT_TRANSLATE_NOOP("commandline", "options"))),
                 say(QT_TRANSLATE_NOOP("commandline",
                                       "no window: print every tick as text, or as JSON Lines"))) +
           u'\n' +
           say(QT_TRANSLATE_NOOP(
               "commandline",
               "Ends in order by SIGINT, SIGTERM, --exit-after, or when nobody reads its output.")) +
           u'\n' + options(Command::Watch);
}

/// Usage, remarks in between, options of a command with words of its own.
QString wordsHelp(Command command, const QString &remarks)
{
    const auto rows = commandTable();
    const auto row = std::ranges::find(rows, command, &CommandRow::command);
    return say(QT_TRANSLATE_NOOP("commandline", "Usage:")) + u'\n' +
           entry(u"metriscope %1 %2 [%3]"_s.arg(row->name, say(row->words),
                                                say(QT_TRANSLATE_NOOP("commandline", "options"))),
                 say(row->says)) +
           u'\n' + remarks + options(command);
}

QString checkHelp()
{
    QString text =
        entry({}, say(QT_TRANSLATE_NOOP(
                      "commandline", "Addresses are what the application is told to use. Where such an "
                                     "address is local and nobody listens, the check listens there itself, "
                                     "except for what was named by --contexts or --poll."))) +
        entry({}, say(QT_TRANSLATE_NOOP("commandline",
                                        "Besides the kinds of --poll it takes graphite=HOST:PORT, and "
                                        "graphite=HOST:PORT,URL with the address of its web interface."))) +
        u'\n' + say(QT_TRANSLATE_NOOP("commandline", "Checks:")) + u'\n';
    for (int i = 0; i < net::CheckIdCount; ++i) {
        const auto id = static_cast<net::CheckId>(i);
        text += entry(QString::fromLatin1(net::checkIdName(id).data()), ui::checkTitle(id));
    }
    return wordsHelp(Command::Check, text) + u'\n' +
           say(QT_TRANSLATE_NOOP("commandline",
                                 "Exit status: 0 nothing failed; 1 a check failed; 2 wrong usage.")) +
           u'\n';
}

QString sniffHelp()
{
    return wordsHelp(
               Command::Sniff,
               entry(
                   {},
                   say(QT_TRANSLATE_NOOP(
                       "commandline",
                       "Prints packets whose payload matches: what arrives at the console's own sockets, "
                       "which "
                       "needs no right; with --interface or --filter what passes on the network; with --read "
                       "what a file holds.")))) +
           u'\n' +
           say(QT_TRANSLATE_NOOP("commandline",
                                 "Exit status: 0 done; 1 a capture broke off; 2 wrong usage, or "
                                 "something asked for could not start.")) +
           u'\n';
}

QString explainHelp()
{
    return wordsHelp(
               Command::Explain,
               entry({}, say(QT_TRANSLATE_NOOP("commandline",
                                               "Without a file, or with -, it reads standard input. KIND is "
                                               "statsd or prometheus; a URL is for prometheus.")))) +
           u'\n' +
           say(QT_TRANSLATE_NOOP(
               "commandline",
               "Exit status: 0 everything can be read; 1 something is rejected; 2 wrong usage.")) +
           u'\n';
}

} // namespace

QString helpText(Command on)
{
    switch (on) {
    case Command::Watch:
        return watchHelp();
    case Command::Check:
        return checkHelp();
    case Command::Sniff:
        return sniffHelp();
    case Command::Explain:
        return explainHelp();
    default:
        return windowHelp();
    }
}

QString versionText()
{
    return u"metriscope %1\n"_s.arg(QCoreApplication::applicationVersion());
}

} // namespace metriscope::app
