// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace metriscope::arch
{

/// The project's texts by their path from the root. Rules look at nothing else, so that a test can hand them
/// a tree that is broken on purpose.
using SourceTree = QMap<QString, QString>;

/// C++ and CMake files of the known folders, scripts and documents of the top. `root` ends without a slash.
[[nodiscard]] SourceTree readTree(const QString &root);

struct Include {
    QString path;
    bool quoted = false; ///< one of ours, by its path from the root
    int line = 0;
};
[[nodiscard]] QList<Include> includesOf(const QString &text);

/// "netlayer/types" for "netlayer/types/metric.h".
[[nodiscard]] QString folderOf(const QString &path);
[[nodiscard]] bool isHeader(const QString &path);
[[nodiscard]] bool isCpp(const QString &path); ///< header or source

} // namespace metriscope::arch
