// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/journal/journalexport.h"

#include "widgets/common/displaytext.h"
#include "widgets/models/journalmodel.h"
#include "widgets/models/journaltext.h"

#include <QAbstractItemModel>
#include <QDateTime>
#include <QSaveFile>
#include <QTimeZone>

namespace metriscope::ui
{

namespace
{

/// A cell that a spreadsheet would run as a formula gets an apostrophe in front; quotes are doubled.
[[nodiscard]] QString csvCell(QString text)
{
    static const QString dangerous = QStringLiteral("=+-@\t\r");
    if (!text.isEmpty() && dangerous.contains(text.front()))
        text.prepend(QLatin1Char('\''));
    text.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

[[nodiscard]] QString isoTime(std::int64_t wall)
{
    return QDateTime::fromMSecsSinceEpoch(wall, Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace

bool exportJournal(const QAbstractItemModel &model, const QString &file, QString &why)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly)) {
        why = out.errorString();
        return false;
    }
    const bool csv = file.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
    if (csv)
        out.write("first,last,severity,source,count,text\r\n");
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto entry = model.index(row, 0).data(JournalModel::EntryRole).value<JournalEntry>();
        QStringList cells{isoTime(entry.first),         isoTime(entry.last),
                          severityText(entry.severity), displayText(entry.source),
                          QString::number(entry.count), journalText(entry)};
        if (csv)
            for (QString &cell : cells)
                cell = csvCell(cell);
        out.write(cells.join(csv ? QLatin1Char(',') : QLatin1Char(' ')).toUtf8());
        out.write(csv ? "\r\n" : "\n");
    }
    if (out.commit())
        return true;
    why = out.errorString();
    return false;
}

} // namespace metriscope::ui
