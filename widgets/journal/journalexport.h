// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractItemModel;

namespace metriscope::ui
{

/// Writes the rows of a model over JournalModel: `.csv` gives a table with a header line, times in ISO 8601
/// UTC and cells guarded against formula injection; any other name gives text, one line a row. Written under
/// a temporary name and renamed. False, with the system's reason in `why`, when that failed.
[[nodiscard]] bool exportJournal(const QAbstractItemModel &model, const QString &file, QString &why);

} // namespace metriscope::ui
