// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/verdict.h"

#include <QAbstractTableModel>
#include <QString>

#include <optional>
#include <string_view>

namespace metriscope::ui
{

/// What a pasted text says, a row for each thing that a verdict is on. Keeps the bytes; words are made when
/// they are asked for.
class VerdictModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NumberColumn, VerdictColumn, LineColumn, ReasonColumn, AcceptedColumn };
    using QAbstractTableModel::QAbstractTableModel;

    /// The line with a mark below the byte that it is about: two lines of plain text for a font of fixed
    /// width.
    [[nodiscard]] virtual QString marked(int row) const = 0;
    /// Why, and what to change: sentences.
    [[nodiscard]] virtual QString detail(int row) const = 0;
    /// How many of what, on one line.
    [[nodiscard]] virtual QString summary() const = 0;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    void retranslate();

protected:
    [[nodiscard]] virtual net::Verdict verdict(int row) const = 0;
    [[nodiscard]] virtual QString text(int row, int column) const = 0; ///< of all but the verdict's column
    [[nodiscard]] static QString markedAt(std::string_view line, std::optional<qsizetype> byte);
};

} // namespace metriscope::ui
