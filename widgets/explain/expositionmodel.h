// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/prometheus/explainexposition.h"
#include "widgets/explain/verdictmodel.h"

#include <QByteArray>

#include <vector>

namespace metriscope::ui
{

/// What is wrong with an exposition that somebody pasted, the worst first, and below it the metrics it has.
class ExpositionModel final : public VerdictModel, private net::FamilySink
{
    Q_OBJECT

public:
    static constexpr std::size_t MaxProblems = 20'000;
    using VerdictModel::VerdictModel;

    void explain(const QByteArray &text, net::ExpositionFormat format);

    [[nodiscard]] QString marked(int row) const override;
    [[nodiscard]] QString detail(int row) const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    void sample(const net::FamilySample &) override {}
    void problem(const net::ExpositionProblem &problem) override;
    /// Null for a row of a family.
    [[nodiscard]] const net::ExpositionProblem *problemAt(int row) const;
    [[nodiscard]] const net::MetricFamily &familyAt(int row) const;
    [[nodiscard]] std::string_view line(std::uint64_t number) const; ///< from 1
    [[nodiscard]] net::Verdict verdict(int row) const override;
    [[nodiscard]] QString text(int row, int column) const override;

    QByteArray m_text;
    std::vector<qsizetype> m_lines; ///< where each begins
    std::vector<net::ExpositionProblem> m_problems;
    net::ExpositionSummary m_summary;
};

} // namespace metriscope::ui
