// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/statsd/explain.h"

#include <QAbstractTableModel>
#include <QByteArray>

#include <cstdint>
#include <vector>

namespace metriscope::ui
{

/// Verdicts on statsd lines that somebody pasted. Keeps the bytes; words are made when they are asked for.
class ExplainModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NumberColumn, VerdictColumn, LineColumn, ReasonColumn, AcceptedColumn, ColumnCount };
    static constexpr std::size_t MaxLines = 20'000;

    struct Row {
        std::uint32_t number = 1; ///< of the line, from 1
        qsizetype from = 0, size = 0;
        net::Explanation explanation;
    };

    using QAbstractTableModel::QAbstractTableModel;

    void explain(const QByteArray &text, const net::Dialect &dialect);
    void retranslate();
    [[nodiscard]] const Row &row(int at) const { return m_rows[static_cast<std::size_t>(at)]; }
    [[nodiscard]] int accepted() const noexcept { return m_accepted; }
    [[nodiscard]] int doubtful() const noexcept { return m_doubtful; }
    [[nodiscard]] int rejected() const noexcept { return m_rejected; }
    /// Lines beyond MaxLines, of which nothing is said.
    [[nodiscard]] int left() const noexcept { return m_left; }
    /// The line with a mark below the byte that it is about: two lines of plain text for a font of fixed
    /// width.
    [[nodiscard]] QString marked(int at) const;
    /// Why, what to change, who else would take it: sentences.
    [[nodiscard]] QString detail(int at) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const Row &row, int column) const;
    [[nodiscard]] QString reading(const Row &row) const;

    QByteArray m_text;
    const net::Dialect *m_dialect = &net::defaultDialect();
    std::vector<Row> m_rows;
    int m_accepted = 0, m_doubtful = 0, m_rejected = 0, m_left = 0;
};

} // namespace metriscope::ui
