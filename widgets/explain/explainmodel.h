// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/statsd/explain.h"
#include "widgets/explain/verdictmodel.h"

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace metriscope::ui
{

/// Verdicts on statsd lines that somebody pasted.
class ExplainModel final : public VerdictModel
{
    Q_OBJECT

public:
    static constexpr std::size_t MaxLines = 20'000;

    struct Row {
        std::uint32_t number = 1; ///< of the line, from 1
        qsizetype from = 0, size = 0;
        net::Explanation explanation;
    };

    using VerdictModel::VerdictModel;

    void explain(const QByteArray &text, const net::Dialect &dialect);
    [[nodiscard]] const Row &row(int at) const { return m_rows[static_cast<std::size_t>(at)]; }
    /// Lines beyond MaxLines, of which nothing is said.
    [[nodiscard]] int left() const noexcept { return m_left; }
    [[nodiscard]] QString marked(int at) const override;
    [[nodiscard]] QString detail(int at) const override;
    [[nodiscard]] QString summary() const override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] net::Verdict verdict(int at) const override;
    [[nodiscard]] QString text(int at, int column) const override;
    [[nodiscard]] QString reading(const Row &row) const;

    QByteArray m_text;
    const net::Dialect *m_dialect = &net::defaultDialect();
    std::vector<Row> m_rows;
    int m_accepted = 0, m_doubtful = 0, m_rejected = 0, m_left = 0;
};

} // namespace metriscope::ui
