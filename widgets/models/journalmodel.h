// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/journalentry.h"

#include <QAbstractTableModel>
#include <QHash>

#include <cstddef>
#include <deque>

namespace metriscope::ui
{

/// What happened, oldest first, in a bounded ring: the oldest rows go first and are counted. Something that
/// keeps happening is one row with a count. GUI thread.
class JournalModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, SeverityColumn, SourceColumn, CountColumn, TextColumn, ColumnCount };
    enum Role { SortRole = Qt::UserRole, SeverityRole, EntryRole };
    static constexpr std::size_t DefaultCapacity = 10'000;
    /// A repetition joins its row within a minute of the last one, for ten minutes at most.
    static constexpr std::int64_t JoinWithin = 60'000, JoinFor = 600'000;

    explicit JournalModel(std::size_t capacity = DefaultCapacity, QObject *parent = nullptr);

    void add(JournalEntry entry);
    void clear();
    [[nodiscard]] const JournalEntry &entry(int row) const
    {
        return m_entries[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] std::uint64_t evicted() const noexcept { return m_evicted; }
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void evictedChanged();

private:
    [[nodiscard]] bool join(const JournalEntry &entry);

    std::deque<JournalEntry> m_entries;
    QHash<QString, std::uint64_t> m_rows; ///< what may be joined: key to number of the entry since the start
    const std::size_t m_capacity;
    std::uint64_t m_evicted = 0;     ///< shown; clear() starts it anew
    std::uint64_t m_firstNumber = 0; ///< number of the entry in row 0
};

} // namespace metriscope::ui
