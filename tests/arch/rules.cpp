// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/rules.h"

#include <QRegularExpression>
#include <QSet>

#include <functional>

namespace metriscope::arch
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int MaxLines = 400;
/// Tests are few and fat, since each is linked with all it tests; tables of cases make most of their lines.
constexpr int MaxTestLines = 600;

const QStringList &rooms()
{
    static const QStringList order{u"types"_s,   u"series"_s,  u"signals"_s,  u"engine"_s, u"sockets"_s,
                                   u"packets"_s, u"statsd"_s,  u"contexts"_s, u"gstats"_s, u"prometheus"_s,
                                   u"istats"_s,  u"capture"_s, u"checks"_s};
    return order;
}

QString at(const QString &path, int line, const QString &what)
{
    return u"%1:%2: %3"_s.arg(path).arg(line).arg(what);
}

QString layerOf(const QString &path)
{
    return path.section(u'/', 0, 0);
}

/// Calls visit(path, include) for each include that names one of our files.
void forOwnIncludes(const SourceTree &tree,
                    const std::function<void(const QString &, const Include &)> &visit)
{
    for (auto it = tree.begin(); it != tree.end(); ++it) {
        if (!isCpp(it.key()))
            continue;
        for (const Include &include : includesOf(it.value())) {
            if (include.quoted && !include.path.endsWith(".moc"_L1))
                visit(it.key(), include);
        }
    }
}

/// Every match of `pattern`, as violations with `what`.
Violations findAll(const QString &path, const QString &text, const QRegularExpression &pattern,
                   const QString &what)
{
    Violations found;
    auto it = pattern.globalMatch(text);
    while (it.hasNext()) {
        const auto match = it.next();
        const int line = int(QStringView(text).left(match.capturedStart()).count(u'\n')) + 1;
        found << at(path, line, what.arg(match.captured().trimmed()));
    }
    return found;
}

} // namespace

Violations checkLayers(const SourceTree &tree)
{
    static const QMap<QString, QStringList> allowed{
        {u"netlayer"_s, {u"netlayer"_s}},
        {u"widgets"_s, {u"netlayer"_s, u"widgets"_s}},
        {u"app"_s, {u"netlayer"_s, u"widgets"_s, u"app"_s}},
        {u"tests"_s, {u"netlayer"_s, u"widgets"_s, u"app"_s, u"tests"_s}},
    };
    Violations found;
    forOwnIncludes(tree, [&](const QString &path, const Include &include) {
        if (!allowed.value(layerOf(path)).contains(layerOf(include.path)))
            found << at(path, include.line, u"%1 must not include %2"_s.arg(layerOf(path), include.path));
        else if (!tree.contains(include.path))
            found << at(path, include.line, u"no file %1, counted from the root"_s.arg(include.path));
    });
    return found;
}

Violations checkRooms(const SourceTree &tree)
{
    Violations found;
    forOwnIncludes(tree, [&](const QString &path, const Include &include) {
        if (layerOf(path) != "netlayer"_L1 || layerOf(include.path) != "netlayer"_L1)
            return;
        const auto from = rooms().indexOf(path.section(u'/', 1, 1));
        const auto to = rooms().indexOf(include.path.section(u'/', 1, 1));
        if (from < 0 || to < 0)
            found << at(path, include.line, u"a room without a place in the order of netlayer"_s);
        else if (to > from)
            found << at(path, include.line, u"%1 stands before %2"_s.arg(rooms().at(from), rooms().at(to)));
    });
    return found;
}

Violations checkCircles(const SourceTree &tree)
{
    QMap<QString, QSet<QString>> uses;
    forOwnIncludes(tree, [&](const QString &path, const Include &include) {
        if (folderOf(path) != folderOf(include.path))
            uses[folderOf(path)].insert(folderOf(include.path));
    });
    for (const QString &via : uses.keys()) { // everything reachable, by Warshall
        for (QSet<QString> &reached : uses) {
            if (reached.contains(via))
                reached.unite(QSet<QString>(uses.value(via)));
        }
    }
    Violations found;
    for (auto it = uses.cbegin(); it != uses.cend(); ++it) {
        if (it.value().contains(it.key()))
            found << at(it.key(), 0, u"includes itself through other folders"_s);
    }
    return found;
}

Violations checkPure(const SourceTree &tree, const QStringList &pure)
{
    // Named by what they do to purity; everything else without a dot or slash is the standard library.
    static const QSet<QString> impure{u"fstream"_s, u"iostream"_s, u"filesystem"_s, u"thread"_s,
                                      u"future"_s,  u"random"_s,   u"locale"_s,     u"regex"_s};
    static const QRegularExpression standard(u"^[a-z_]+$"_s);
    static const QRegularExpression forbidden(
        u"\\bQ[A-Z][A-Za-z]+\\b|\\btr\\(|_clock::now\\b|\\bgetenv\\b"_s);

    Violations found;
    QStringList todo = pure;
    QSet<QString> seen(todo.begin(), todo.end());
    while (!todo.isEmpty()) {
        const QString path = todo.takeLast();
        const QString text = tree.value(path);
        if (text.isEmpty())
            found << at(path, 0, u"listed as pure, but not there"_s);
        found << findAll(path, text, forbidden, u"%1 in a pure file"_s);
        for (const Include &include : includesOf(text)) {
            const bool library = include.path == "xxhash.h"_L1 && !isHeader(path);
            if (include.quoted && !seen.contains(include.path)) {
                seen.insert(include.path);
                todo << include.path;
            } else if (!include.quoted && !library &&
                       (!standard.match(include.path).hasMatch() || impure.contains(include.path))) {
                found << at(path, include.line, u"a pure file must not include <%1>"_s.arg(include.path));
            }
        }
    }
    return found;
}

Violations checkWords(const SourceTree &tree)
{
    static const QRegularExpression words(u"\\b(tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP)\\("_s);
    Violations found;
    for (auto it = tree.begin(); it != tree.end(); ++it) {
        if (layerOf(it.key()) == "netlayer"_L1 && isCpp(it.key()))
            found << findAll(it.key(), it.value(), words, u"%1 below the widgets: report an enum"_s);
    }
    return found;
}

Violations checkHeads(const SourceTree &tree)
{
    static const QRegularExpression licence(
        u"\\A(#![^\\n]*\\n)?(//|#) SPDX-License-Identifier: GPL-3\\.0-or-later\\n"_s);
    static const QRegularExpression once(u"^#pragma once$"_s, QRegularExpression::MultilineOption);
    Violations found;
    for (auto it = tree.begin(); it != tree.end(); ++it) {
        const QString &path = it.key();
        const bool code = isCpp(path) || path.endsWith(".cmake"_L1) || path.endsWith(".sh"_L1) ||
                          path.endsWith("CMakeLists.txt"_L1) || it.value().startsWith("#!"_L1);
        if (code && !licence.match(it.value()).hasMatch())
            found << at(path, 1, u"begins without the SPDX line"_s);
        if (isHeader(path) && !once.match(it.value()).hasMatch())
            found << at(path, 2, u"has no #pragma once"_s);
    }
    return found;
}

Violations checkLength(const SourceTree &tree)
{
    Violations found;
    for (auto it = tree.begin(); it != tree.end(); ++it) {
        const int lines = int(it.value().count(u'\n'));
        const int limit = layerOf(it.key()) == "tests"_L1 ? MaxTestLines : MaxLines;
        if (isCpp(it.key()) && lines > limit)
            found << at(it.key(), lines, u"over %1 lines is two rooms"_s.arg(limit));
    }
    return found;
}

Violations checkLeftovers(const SourceTree &tree)
{
    // Written so that the rule does not find itself.
    static const QRegularExpression leftovers(u"\\b(TO"
                                              "DO|FIX"
                                              "ME|XX"
                                              "X|HA"
                                              "CK)\\b"_s);
    static const QRegularExpression disabled(u"\\b(QEXPECT_FAIL|DISABLED_\\w*)\\b"_s);
    Violations found;
    for (auto it = tree.begin(); it != tree.end(); ++it) {
        found << findAll(it.key(), it.value(), leftovers, u"%1: do it or drop it"_s);
        if (it.key().startsWith("tests/"_L1) && !it.key().startsWith("tests/arch/"_L1))
            found << findAll(it.key(), it.value(), disabled, u"%1: a test that does not test"_s);
    }
    return found;
}

Violations checkPlaces(const SourceTree &tree)
{
    static const QStringList folders{u"app"_s,       u"widgets"_s,      u"netlayer"_s, u"tests"_s,
                                     u"resources"_s, u"translations"_s, u"cmake"_s};
    Violations found;
    for (auto it = tree.begin(); it != tree.end(); ++it) {
        const QString &path = it.key();
        if (path.contains(u'/') && !folders.contains(layerOf(path)))
            found << at(path, 0, u"a top-level folder that the house does not have"_s);
        // The files of tests/ are found by pattern, see MetriscopeTest.cmake.
        if (path.endsWith(".cpp"_L1) && layerOf(path) != "tests"_L1 &&
            !tree.value(folderOf(path) + u"/CMakeLists.txt"_s).contains(path.section(u'/', -1)))
            found << at(path, 0, u"not named in the CMakeLists.txt of its folder"_s);
    }
    return found;
}

} // namespace metriscope::arch
