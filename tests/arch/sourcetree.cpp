// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace metriscope::arch
{

using namespace Qt::StringLiterals;

SourceTree readTree(const QString &root)
{
    SourceTree tree;
    const auto add = [&](const QString &path) {
        QFile file(root + u'/' + path);
        if (file.open(QIODevice::ReadOnly))
            tree.insert(path, QString::fromUtf8(file.readAll()));
    };
    const QDir top(root);
    for (const QString &name : top.entryList(QDir::Files))
        add(name);
    for (const QString &folder : top.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (folder.startsWith("build"_L1) || folder == "out"_L1) // what ./run and ./test make
            continue;
        QDirIterator it(root + u'/' + folder,
                        {u"*.h"_s, u"*.cpp"_s, u"*.cmake"_s, u"*.sh"_s, u"CMakeLists.txt"_s}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            add(top.relativeFilePath(it.next()));
    }
    return tree;
}

QList<Include> includesOf(const QString &text)
{
    static const QRegularExpression pattern(uR"(^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"])"_s,
                                            QRegularExpression::MultilineOption);
    QList<Include> found;
    auto it = pattern.globalMatch(text);
    while (it.hasNext()) {
        const auto match = it.next();
        found.append({match.captured(2), match.captured(1) == "\""_L1,
                      int(QStringView(text).left(match.capturedStart()).count(u'\n')) + 1});
    }
    return found;
}

QString folderOf(const QString &path)
{
    return path.left(path.lastIndexOf(u'/'));
}

bool isHeader(const QString &path)
{
    return path.endsWith(".h"_L1);
}

bool isCpp(const QString &path)
{
    return isHeader(path) || path.endsWith(".cpp"_L1);
}

} // namespace metriscope::arch
