// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "app/optionreader.h"
#include "app/optiontable.h"
#include "app/optionvalues.h"
#include "netlayer/checks/checkresult.h"
#include "widgets/common/displaytext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace metriscope::app
{

using namespace Qt::StringLiterals;
using Id = OptionRow::Id;

namespace
{

QString say(const char *text)
{
    return QCoreApplication::translate("commandline", text);
}

/// Options of Qt itself, with a value each; QApplication reads them from the same arguments.
bool isQtOption(const QString &argument)
{
    static constexpr std::array Names{
        "-platform"_L1,        "-platformpluginpath"_L1, "-platformtheme"_L1, "-style"_L1,   "-stylesheet"_L1,
        "-qwindowgeometry"_L1, "-qwindowtitle"_L1,       "-qwindowicon"_L1,   "-display"_L1, "-session"_L1};
    return std::ranges::find(Names, argument) != Names.end();
}

int distance(const QString &a, const QString &b)
{
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = std::exchange(row[0], static_cast<int>(i) + 1);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int swap = diagonal + (a[i] == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({swap, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

/// The name of the table that `word` most likely meant, empty when none is near.
template <typename Table>
QString nearest(const QString &word, const Table &table)
{
    if (word.size() > 40)
        return {};
    QString best;
    int bestDistance = std::min<int>(3, static_cast<int>(word.size()) / 2) + 1;
    for (const auto &row : table) {
        const QString name(row.name);
        const int away = name.startsWith(word) && word.size() > 1 ? 0 : distance(word, name);
        if (away < bestDistance) {
            best = name;
            bestDistance = away;
        }
    }
    return best;
}

/// No command has a name like one.
bool isPath(const QString &text)
{
    return text.contains(u'/') || text.contains(u'.');
}

QString shown(const QString &text)
{
    return ui::displayText(text.left(200));
}

class Parser
{
public:
    net::Result<Options, UsageError> run(const QStringList &arguments)
    {
        for (m_at = 0; m_at < arguments.size() && m_error.isEmpty(); ++m_at)
            argument(arguments);
        if (m_error.isEmpty() && !m_helpOrVersion)
            check();
        for (net::PollConfig &poll : m_options.polls)
            poll.interval = m_options.interval.value_or(poll.interval);
        if (!m_error.isEmpty())
            return UsageError{m_error};
        return m_options;
    }

private:
    void argument(const QStringList &arguments)
    {
        const QString &text = arguments[m_at];
        if (!m_onlyWords && text == "--"_L1) {
            m_onlyWords = true;
        } else if (!m_onlyWords && text.startsWith("--"_L1)) {
            option(arguments);
        } else if (!m_onlyWords && text == "-h"_L1) {
            flag(Id::Help);
        } else if (!m_onlyWords && m_options.command == Command::Sniff &&
                   (text == "-x"_L1 || text == "-i"_L1 || text == "-v"_L1)) {
            flag(text == "-x"_L1 ? Id::Hex : text == "-i"_L1 ? Id::IgnoreCase : Id::Invert);
        } else if (!m_onlyWords && isQtOption(text) && m_options.command == Command::Window) {
            ++m_at;
        } else if (!m_onlyWords && text.startsWith(u'-') && text.size() > 1) {
            unknownOption(text);
        } else {
            word(text);
        }
    }

    void option(const QStringList &arguments)
    {
        const QString text = arguments[m_at].mid(2);
        const qsizetype equals = text.indexOf(u'=');
        const QString name = text.left(equals);
        const auto rows = optionTable();
        const auto row =
            std::ranges::find(rows, name, [](const OptionRow &each) { return QString(each.name); });
        if (row == rows.end())
            return unknownOption(arguments[m_at]);
        m_given.push_back(&*row);
        if (!row->value) {
            if (equals >= 0)
                return fail(say(QT_TRANSLATE_NOOP("commandline", "--%1 takes no value")).arg(name));
            return flag(row->id);
        }
        if (equals >= 0)
            return value(*row, text.mid(equals + 1));
        if (row->valueMayMiss)
            return flag(row->id);
        if (m_at + 1 == arguments.size() || arguments[m_at + 1].startsWith("--"_L1))
            return fail(
                say(QT_TRANSLATE_NOOP("commandline", "--%1 needs a value: %2")).arg(name, say(row->value)));
        value(*row, arguments[++m_at]);
    }

    void unknownOption(const QString &argument)
    {
        QString name = argument;
        name.remove(0, argument.startsWith("--"_L1) ? 2 : 1);
        const QString meant = nearest(name.section(u'=', 0, 0), optionTable());
        if (meant.isEmpty())
            fail(say(QT_TRANSLATE_NOOP("commandline", "unknown option %1")).arg(shown(argument)));
        else
            fail(say(QT_TRANSLATE_NOOP("commandline", "unknown option %1; did you mean --%2?"))
                     .arg(shown(argument), meant));
    }

    void word(const QString &text)
    {
        const auto rows = commandTable();
        const auto row =
            std::ranges::find(rows, text, [](const CommandRow &each) { return QString(each.name); });
        const auto command = std::ranges::find(rows, m_options.command, &CommandRow::command);
        if (m_hasCommand && command != rows.end() && m_options.words.size() < command->mostWords) {
            m_options.words << text;
        } else if (row == rows.end() && !m_hasCommand && m_options.file.isEmpty() && isPath(text)) {
            m_options.file = text;
        } else if (row == rows.end()) {
            const QString meant = nearest(text, rows);
            if (m_hasCommand && m_options.command != Command::Help)
                fail(say(QT_TRANSLATE_NOOP("commandline", "unexpected argument %1")).arg(shown(text)));
            else if (meant.isEmpty())
                fail(say(QT_TRANSLATE_NOOP("commandline", "unknown command %1")).arg(shown(text)));
            else
                fail(say(QT_TRANSLATE_NOOP("commandline", "unknown command %1; did you mean %2?"))
                         .arg(shown(text), meant));
        } else if (!m_hasCommand) {
            m_hasCommand = true;
            m_options.command = row->command;
            m_helpOrVersion = m_helpOrVersion || row->command == Command::Help;
        } else if (m_options.command == Command::Help && m_options.helpOn == Command::Help) {
            m_options.helpOn = row->command;
        } else {
            fail(say(QT_TRANSLATE_NOOP("commandline", "unexpected argument %1")).arg(shown(text)));
        }
    }

    void flag(Id id)
    {
        switch (id) {
        case Id::NoStatsd:
            m_options.noStatsd = true;
            break;
        case Id::NoContexts:
            m_options.noContexts = true;
            break;
        case Id::Demo:
            m_options.demo = true;
            break;
        case Id::GstatsCollector:
            m_options.gstatsCollector = true;
            break;
        case Id::Hex:
            m_options.hex = true;
            break;
        case Id::IgnoreCase:
            m_options.ignoreCase = true;
            break;
        case Id::Invert:
            m_options.invert = true;
            break;
        case Id::Json:
            m_options.json = true;
            break;
        case Id::All:
            m_options.all = true;
            break;
        case Id::Quiet:
            m_options.quiet = true;
            break;
        case Id::Verbose:
            m_options.verbose = true;
            break;
        case Id::Help:
            if (!m_helpOrVersion)
                m_options.helpOn = m_hasCommand ? m_options.command : Command::Help;
            m_helpOrVersion = m_hasCommand = true;
            m_options.command = Command::Help;
            break;
        case Id::Version:
            if (!m_helpOrVersion)
                m_options.command = Command::Version;
            m_helpOrVersion = m_hasCommand = true;
            break;
        default:
            break;
        }
    }

    void value(const OptionRow &row, const QString &text)
    {
        const QString expected = takeOption(m_options, row.id, text);
        if (!expected.isEmpty())
            //: %1 is an option, %2 the value that was given, %3 says which values are right
            fail(say(QT_TRANSLATE_NOOP("commandline", "--%1 cannot be \"%2\"; expected: %3"))
                     .arg(QString(row.name), shown(text), expected));
    }

    void check()
    {
        const auto commands = commandTable();
        for (const OptionRow *given : m_given) {
            if (given->only == 0 || (given->only & bitOf(m_options.command)) != 0)
                continue;
            const auto owner = std::ranges::find_if(
                commands, [&](const CommandRow &row) { return (given->only & bitOf(row.command)) != 0; });
            fail(say(QT_TRANSLATE_NOOP("commandline", "--%1 belongs to the command %2"))
                     .arg(QString(given->name), QString(owner->name)));
        }
        const auto command = std::ranges::find(commands, m_options.command, &CommandRow::command);
        if (command != commands.end() && m_options.words.size() < command->leastWords)
            fail(say(QT_TRANSLATE_NOOP("commandline", "%1 needs an argument: %2"))
                     .arg(QString(command->name), say(command->words)));
        if (m_options.command == Command::Check && !m_options.words.isEmpty() &&
            !net::checkKindOf(m_options.words.front().toStdString()))
            fail(notAKind("m3, statsd, gstats, prometheus, istats, graphite"_L1));
        if (m_options.command == Command::Explain && !m_options.words.isEmpty() &&
            !isExplained(m_options.words.front()))
            fail(notAKind("statsd, prometheus"_L1));
        if (m_options.command == Command::Sniff && !m_options.words.isEmpty())
            checkPattern(m_options.words.front());
        if (!m_options.readFile.isEmpty() && !m_options.interface.isEmpty())
            fail(together(u"--read"_s, u"--interface"_s));
        else if (!m_options.readFile.isEmpty() && !m_options.captureFilter.isEmpty())
            fail(together(u"--read"_s, u"--filter"_s));
        if (m_options.noStatsd && !m_options.statsd.empty())
            fail(together(u"--statsd"_s, u"--no-statsd"_s));
        else if (m_options.noContexts && !m_options.contexts.isEmpty())
            fail(together(u"--contexts"_s, u"--no-contexts"_s));
        else if (m_options.noStatsd && m_options.demo)
            fail(together(u"--demo"_s, u"--no-statsd"_s));
        else if (m_options.quiet && m_options.verbose)
            fail(together(u"--quiet"_s, u"--verbose"_s));
    }

    void checkPattern(const QString &pattern)
    {
        const QRegularExpression expression(pattern);
        if (!expression.isValid())
            //: %1 is a pattern, %2 a position in it, %3 what is wrong, in English
            fail(say(QT_TRANSLATE_NOOP("commandline", "%1 is not a regular expression: at %2, %3"))
                     .arg(shown(pattern))
                     .arg(expression.patternErrorOffset())
                     .arg(expression.errorString()));
    }

    [[nodiscard]] QString notAKind(QLatin1String kinds) const
    {
        return say(QT_TRANSLATE_NOOP("commandline", "%1 is not one of: %2"))
            .arg(shown(m_options.words.front()), QString(kinds));
    }
    static QString together(const QString &one, const QString &other)
    {
        return say(QT_TRANSLATE_NOOP("commandline", "%1 and %2 cannot be used together")).arg(one, other);
    }
    void fail(const QString &text)
    {
        if (m_error.isEmpty())
            m_error = text;
    }

    Options m_options;
    qsizetype m_at = 0;
    bool m_hasCommand = false, m_onlyWords = false, m_helpOrVersion = false;
    std::vector<const OptionRow *> m_given;
    QString m_error;
};

} // namespace

net::Result<Options, UsageError> parseArguments(const QStringList &arguments)
{
    return Parser().run(arguments);
}

QString languageArgument(const QStringList &arguments)
{
    QString language;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        QString value;
        if (arguments[i] == "--lang"_L1 && i + 1 < arguments.size())
            value = arguments[i + 1];
        else if (arguments[i].startsWith("--lang="_L1))
            value = arguments[i].mid(7);
        if (value == "en"_L1 || value == "ru"_L1)
            language = value;
    }
    return language;
}

} // namespace metriscope::app
