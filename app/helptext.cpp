// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/optiontable.h"

#include <QCoreApplication>

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

QString options(bool watch)
{
    QString text = u'\n' + say(QT_TRANSLATE_NOOP("commandline", "Options:")) + u'\n';
    for (const OptionRow &row : optionTable()) {
        if (row.watchOnly && !watch)
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
    text += entry(u"metriscope [%1]"_s.arg(say(QT_TRANSLATE_NOOP("commandline", "options"))),
                  say(QT_TRANSLATE_NOOP("commandline", "open the window")));
    for (const CommandRow &row : commandTable()) {
        const QString rest = row.command == Command::Help
                                 ? say(QT_TRANSLATE_NOOP("commandline", "COMMAND"))
                                 : u"[%1]"_s.arg(say(QT_TRANSLATE_NOOP("commandline", "options")));
        text += entry(u"metriscope %1 %2"_s.arg(row.name, rest), say(row.says));
    }
    return text + options(false) + u'\n' +
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
           u'\n' + options(true);
}

} // namespace

QString helpText(Command on)
{
    return on == Command::Watch ? watchHelp() : windowHelp();
}

QString versionText()
{
    return u"metriscope %1\n"_s.arg(QCoreApplication::applicationVersion());
}

} // namespace metriscope::app
