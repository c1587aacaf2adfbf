// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of CONTRIBUTING.md, checked on the project; and each rule checked on a tree that breaks it, so
// that a rule that has gone blind is noticed.
#include "tests/arch/rules.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace metriscope::arch
{

using namespace Qt::StringLiterals;

using Rule = Violations (*)(const SourceTree &);

namespace
{

const QString Root = QStringLiteral(METRISCOPE_SOURCE_DIR);
const QString Spdx = u"// SPDX-License-Identifier: GPL-3.0-or-later\n"_s;

/// The one source that trees for checkPure() list as pure.
const QString PureSource = u"netlayer/types/metric.cpp"_s;

Violations checkPureSource(const SourceTree &tree)
{
    return checkPure(tree, {PureSource});
}

SourceTree oneFile(const char *path, const QString &text)
{
    return {{QString::fromLatin1(path), text}};
}

/// What clang-format complains about in the C++ files of `root`; a sentence when it cannot be run.
QString formatComplaints(const QString &root, const QStringList &paths)
{
    QString program = QStandardPaths::findExecutable(u"clang-format-14"_s); // the one of Debian 12
    if (program.isEmpty())
        program = QStandardPaths::findExecutable(u"clang-format"_s);
    if (program.isEmpty())
        return u"clang-format is not installed"_s;
    QProcess process;
    process.setWorkingDirectory(root);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, QStringList{u"--dry-run"_s, u"-Werror"_s, u"--style=file"_s} + paths);
    if (!process.waitForFinished(100'000))
        return u"clang-format did not end"_s;
    return QString::fromLocal8Bit(process.readAll());
}

} // namespace

class ArchitectureTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void projectObeys_data()
    {
        QTest::addColumn<Rule>("rule");
        QTest::addRow("layers") << &checkLayers;
        QTest::addRow("rooms") << &checkRooms;
        QTest::addRow("circles") << &checkCircles;
        QTest::addRow("words") << &checkWords;
        QTest::addRow("heads") << &checkHeads;
        QTest::addRow("length") << &checkLength;
        QTest::addRow("leftovers") << &checkLeftovers;
        QTest::addRow("places") << &checkPlaces;
    }
    void projectObeys()
    {
        QFETCH(Rule, rule);
        const SourceTree tree = readTree(Root);
        QVERIFY(tree.size() > 40); // the project was really found
        QCOMPARE(rule(tree).join(u'\n'), QString());
    }

    void pureIsPure()
    {
        QStringList pure;
        for (const QString &path : QStringLiteral(METRISCOPE_PURE_SOURCES).split(u'|'))
            pure << QDir(Root).relativeFilePath(path);
        QVERIFY(pure.contains(PureSource));
        QCOMPARE(checkPure(readTree(Root), pure).join(u'\n'), QString());
    }

    void iconsAreThereAndUsed()
    {
        QString sources;
        const SourceTree tree = readTree(Root);
        for (auto it = tree.begin(); it != tree.end(); ++it) {
            if (it.key().startsWith("widgets/"_L1) || it.key().startsWith("app/"_L1))
                sources += it.value();
        }
        const QDir drawn(Root + u"/resources/icons/actions"_s);
        for (const QString &file : drawn.entryList(QDir::Files))
            QVERIFY2(sources.contains(u"\"%1\""_s.arg(file.chopped(4))), qPrintable(file));
        static const QRegularExpression named(u"themeIcon\\((?:u|QStringLiteral\\()\"([a-z-]+)\""_s);
        for (auto it = named.globalMatch(sources); it.hasNext();)
            QVERIFY(drawn.exists(it.next().captured(1) + u".svg"_s));
    }

    void formatted()
    {
        QStringList paths = readTree(Root).keys();
        paths.removeIf([](const QString &path) { return !isCpp(path); });
        QCOMPARE(formatComplaints(Root, paths), QString());
    }

    void brokenTreesAreFound_data()
    {
        QTest::addColumn<Rule>("rule");
        QTest::addColumn<SourceTree>("tree");
        QTest::addColumn<QString>("violation");

        QTest::addRow("netlayer includes widgets")
            << &checkLayers << oneFile("netlayer/types/a.h", u"#include \"widgets/common/b.h\"\n"_s)
            << u"netlayer/types/a.h:1: netlayer must not include widgets/common/b.h"_s;
        QTest::addRow("widgets include app")
            << &checkLayers << oneFile("widgets/common/a.h", u"\n#include \"app/settings.h\"\n"_s)
            << u"widgets/common/a.h:2: widgets must not include app/settings.h"_s;
        QTest::addRow("include by neighbourhood")
            << &checkLayers << oneFile("app/a.cpp", u"#include \"a.h\"\n"_s)
            << u"app/a.cpp:1: app must not include a.h"_s;
        QTest::addRow("include of nothing")
            << &checkLayers << oneFile("app/a.cpp", u"#  include \"app/gone.h\"\n"_s)
            << u"app/a.cpp:1: no file app/gone.h, counted from the root"_s;
        QTest::addRow("types include series")
            << &checkRooms << oneFile("netlayer/types/a.h", u"#include \"netlayer/series/b.h\"\n"_s)
            << u"netlayer/types/a.h:1: types stands before series"_s;
        QTest::addRow("room without a place")
            << &checkRooms << oneFile("netlayer/attic/a.h", u"#include \"netlayer/types/b.h\"\n"_s)
            << u"netlayer/attic/a.h:1: a room without a place in the order of netlayer"_s;
        QTest::addRow("circle of three")
            << &checkCircles
            << SourceTree{{u"widgets/a/a.h"_s, u"#include \"widgets/b/b.h\"\n"_s},
                          {u"widgets/b/b.h"_s, u"#include \"widgets/c/c.h\"\n"_s},
                          {u"widgets/c/c.h"_s, u"#include \"widgets/a/a.h\"\n"_s}}
            << u"widgets/a:0: includes itself through other folders\n"
               "widgets/b:0: includes itself through other folders\n"
               "widgets/c:0: includes itself through other folders"_s;
        QTest::addRow("Qt in pure")
            << &checkPureSource << SourceTree{{PureSource, u"#include <QString>\n"_s}}
            << u"netlayer/types/metric.cpp:1: QString in a pure file\n"
               "netlayer/types/metric.cpp:1: a pure file must not include <QString>"_s;
        QTest::addRow("Qt behind a header of pure")
            << &checkPureSource
            << SourceTree{{PureSource, u"#include \"netlayer/types/metric.h\"\n"_s},
                          {u"netlayer/types/metric.h"_s, u"#include <qstring.h>\n"_s}}
            << u"netlayer/types/metric.h:1: a pure file must not include <qstring.h>"_s;
        QTest::addRow("sockets in pure")
            << &checkPureSource << SourceTree{{PureSource, u"#include <sys/socket.h>\n"_s}}
            << u"netlayer/types/metric.cpp:1: a pure file must not include <sys/socket.h>"_s;
        QTest::addRow("files in pure")
            << &checkPureSource << SourceTree{{PureSource, u"#include <fstream>\n"_s}}
            << u"netlayer/types/metric.cpp:1: a pure file must not include <fstream>"_s;
        QTest::addRow("a clock in pure")
            << &checkPureSource << SourceTree{{PureSource, u"auto t = std::chrono::steady_clock::now();\n"_s}}
            << u"netlayer/types/metric.cpp:1: _clock::now in a pure file"_s;
        QTest::addRow("hash in a pure header")
            << &checkPureSource
            << SourceTree{{PureSource, u"#include <xxhash.h>\n#include \"netlayer/types/metric.h\"\n"_s},
                          {u"netlayer/types/metric.h"_s, u"#include <xxhash.h>\n"_s}}
            << u"netlayer/types/metric.h:1: a pure file must not include <xxhash.h>"_s;
        QTest::addRow("pure source that is gone")
            << &checkPureSource << SourceTree{}
            << u"netlayer/types/metric.cpp:0: listed as pure, but not there"_s;
        QTest::addRow("words in netlayer")
            << &checkWords << oneFile("netlayer/statsd/a.cpp", u"auto s = tr(\"lost\");\n"_s)
            << u"netlayer/statsd/a.cpp:1: tr( below the widgets: report an enum"_s;
        QTest::addRow("no licence") << &checkHeads << oneFile("app/a.cpp", u"int a;\n"_s)
                                    << u"app/a.cpp:1: begins without the SPDX line"_s;
        QTest::addRow("script without licence") << &checkHeads << oneFile("run", u"#!/bin/sh\necho\n"_s)
                                                << u"run:1: begins without the SPDX line"_s;
        QTest::addRow("header that may come twice")
            << &checkHeads << oneFile("app/a.h", Spdx) << u"app/a.h:2: has no #pragma once"_s;
        QTest::addRow("long") << &checkLength << oneFile("app/a.cpp", QString(401, u'\n'))
                              << u"app/a.cpp:401: over 400 lines is two rooms"_s;
        QTest::addRow("long test") << &checkLength << oneFile("tests/net/a.cpp", QString(601, u'\n'))
                                   << u"tests/net/a.cpp:601: over 600 lines is two rooms"_s;
        QTest::addRow("left for later") << &checkLeftovers
                                        << oneFile("app/a.cpp", u"// TO"
                                                                "DO: all\n"_s)
                                        << u"app/a.cpp:1: TO"
                                           "DO: do it or drop it"_s;
        QTest::addRow("test that is switched off")
            << &checkLeftovers << oneFile("tests/net/tst_a.cpp", u"QEXPECT_FAIL(\"\", \"\", Abort);\n"_s)
            << u"tests/net/tst_a.cpp:1: QEXPECT_FAIL: a test that does not test"_s;
        QTest::addRow("new top-level folder")
            << &checkPlaces
            << SourceTree{{u"utils/a.cpp"_s, u"\n"_s}, {u"utils/CMakeLists.txt"_s, u"a.cpp"_s}}
            << u"utils/CMakeLists.txt:0: a top-level folder that the house does not have\n"
               "utils/a.cpp:0: a top-level folder that the house does not have"_s;
        QTest::addRow("forgotten source")
            << &checkPlaces << SourceTree{{u"app/a.cpp"_s, u"\n"_s}, {u"app/CMakeLists.txt"_s, u"b.cpp"_s}}
            << u"app/a.cpp:0: not named in the CMakeLists.txt of its folder"_s;
    }
    void brokenTreesAreFound()
    {
        QFETCH(Rule, rule);
        QFETCH(SourceTree, tree);
        QFETCH(QString, violation);
        QCOMPARE(rule(tree).join(u'\n'), violation);
    }

    void badFormatIsFound()
    {
        QTemporaryDir folder;
        QVERIFY(QFile::copy(Root + u"/.clang-format"_s, folder.filePath(u".clang-format"_s)));
        QFile file(folder.filePath(u"a.cpp"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("int  a ;\n");
        file.close();
        QVERIFY(formatComplaints(folder.path(), {u"a.cpp"_s}).contains("code should be clang-formatted"_L1));
    }

    void includesAreRead()
    {
        const auto found = includesOf(u"#include <vector>\n // #include \"a.h\"\n\n#include \"app/b.h\"\n"_s);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.at(0).path, u"vector"_s);
        QCOMPARE(found.at(1).path, u"app/b.h"_s);
        QCOMPARE(found.at(1).line, 4);
    }
};

} // namespace metriscope::arch

QTEST_GUILESS_MAIN(metriscope::arch::ArchitectureTest)
#include "tst_architecture.moc"
