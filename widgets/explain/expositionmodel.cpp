// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explain/expositionmodel.h"

#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"
#include "widgets/common/expositiontext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{

void ExpositionModel::explain(const QByteArray &text, net::ExpositionFormat format)
{
    beginResetModel();
    m_text = text;
    m_problems.clear();
    m_lines.assign(1, 0);
    for (qsizetype at = m_text.indexOf('\n'); at >= 0; at = m_text.indexOf('\n', at + 1))
        m_lines.push_back(at + 1);
    m_summary =
        net::explainExposition({m_text.constData(), static_cast<std::size_t>(m_text.size())}, format, *this);
    std::ranges::stable_sort(m_problems, std::ranges::greater{}, [](const net::ExpositionProblem &problem) {
        return net::isError(problem.issue);
    });
    endResetModel();
}

void ExpositionModel::problem(const net::ExpositionProblem &problem)
{
    if (m_problems.size() < MaxProblems)
        m_problems.push_back(problem);
}

const net::ExpositionProblem *ExpositionModel::problemAt(int row) const
{
    const auto at = static_cast<std::size_t>(row);
    return at < m_problems.size() ? &m_problems[at] : nullptr;
}

const net::MetricFamily &ExpositionModel::familyAt(int row) const
{
    return m_summary.families[static_cast<std::size_t>(row) - m_problems.size()];
}

std::string_view ExpositionModel::line(std::uint64_t number) const
{
    if (number == 0 || number > m_lines.size())
        return {};
    const qsizetype from = m_lines[number - 1];
    const qsizetype end = number < m_lines.size() ? m_lines[number] - 1 : m_text.size();
    return {m_text.constData() + from, static_cast<std::size_t>(end - from)};
}

QString ExpositionModel::marked(int row) const
{
    if (const net::ExpositionProblem *problem = problemAt(row))
        return markedAt(line(problem->line), problem->at);
    return markedAt(line(familyAt(row).line), std::nullopt);
}

QString ExpositionModel::detail(int row) const
{
    QStringList sentences;
    if (const net::ExpositionProblem *problem = problemAt(row)) {
        //: a place in a text: %1 the line, %2 the column, both counted from 1; %3 says what is wrong there
        sentences << tr("Line %1, column %2: %3")
                         .arg(QString::number(problem->line), QString::number(problem->at + 1),
                              issueText(problem->issue));
        if (const QString hint = hintText(problem->hint); !hint.isEmpty())
            sentences << hint;
    } else {
        const net::MetricFamily &family = familyAt(row);
        sentences << displayText(family.name, 200) + u"  "_s + text(row, ReasonColumn);
        if (!family.help.empty())
            sentences << displayText(family.help, 1000);
    }
    return sentences.join(u'\n');
}

QString ExpositionModel::summary() const
{
    return m_text.isEmpty() ? QString() : summaryText(m_summary);
}

net::Verdict ExpositionModel::verdict(int row) const
{
    const net::ExpositionProblem *problem = problemAt(row);
    if (!problem)
        return net::Verdict::Accepted;
    return net::isError(problem->issue) ? net::Verdict::Rejected : net::Verdict::Warning;
}

QString ExpositionModel::text(int row, int column) const
{
    const net::ExpositionProblem *problem = problemAt(row);
    switch (column) {
    case NumberColumn:
        return QString::number(problem ? problem->line : familyAt(row).line);
    case LineColumn:
        return problem ? displayText(line(problem->line), 200) : displayText(familyAt(row).name, 200);
    case ReasonColumn: {
        if (problem)
            return issueText(problem->issue);
        const net::MetricFamily &family = familyAt(row);
        const QString unit = displayText(family.unit, 40);
        return familyText(family, m_summary.format) + (unit.isEmpty() ? QString() : u"  "_s + unit);
    }
    default:
        return {};
    }
}

int ExpositionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_problems.size() + m_summary.families.size());
}

int ExpositionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int{AcceptedColumn};
}

QVariant ExpositionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        //: column: number of the line
        return tr("No.");
    case VerdictColumn:
        return tr("Verdict");
    case LineColumn:
        //: column: a line that is wrong, or the name of a metric
        return tr("Line or metric");
    case ReasonColumn:
        //: column: what a metric is, or why a line is wrong
        return tr("Reading or reason");
    default:
        return {};
    }
}

} // namespace metriscope::ui
