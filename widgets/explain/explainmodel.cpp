// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explain/explainmodel.h"

#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"

#include "netlayer/statsd/lineparser.h"

#include <string_view>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

std::string_view view(const QByteArray &bytes, qsizetype from, qsizetype size)
{
    return {bytes.constData() + from, static_cast<std::size_t>(size)};
}

/// What an accepted line says, value by value.
struct Reading {
    QString name, kind, tags;
    QStringList values;
    QString other; ///< of an event or a service check: its title or name

    void sample(const net::Sample &sample)
    {
        constexpr qsizetype MaxValues = 12;
        name = displayText(sample.name, 80);
        kind = kindText(sample.kind);
        std::string canonical;
        net::canonicalTags(sample, canonical);
        tags = displayText(canonical, 80);
        if (values.size() < MaxValues)
            values << displayText(sample.text, 40) +
                          (sample.rate == 1 ? QString() : u" @ %1"_s.arg(sample.rate));
        else if (values.size() == MaxValues)
            values << u"…"_s;
    }
    void event(const net::Event &event) { other = displayText(event.title, 80); }
    void serviceCheck(const net::ServiceCheck &check) { other = displayText(check.name, 80); }
};

} // namespace

void ExplainModel::explain(const QByteArray &text, const net::Dialect &dialect)
{
    beginResetModel();
    m_text = text;
    m_dialect = &dialect;
    m_rows.clear();
    m_accepted = m_doubtful = m_rejected = m_left = 0;
    std::uint32_t number = 0;
    for (qsizetype from = 0; from < m_text.size();) {
        const qsizetype newline = m_text.indexOf('\n', from);
        const qsizetype end = newline < 0 ? m_text.size() : newline;
        ++number;
        const std::string_view line = view(m_text, from, end - from);
        if (!line.empty() && line != "\r") {
            if (m_rows.size() == MaxLines) {
                ++m_left;
            } else {
                m_rows.push_back({number, from, end - from, net::explainLine(line, dialect)});
                const net::Verdict verdict = m_rows.back().explanation.report.verdict;
                ++(verdict == net::Verdict::Rejected  ? m_rejected
                   : verdict == net::Verdict::Warning ? m_doubtful
                                                      : m_accepted);
            }
        }
        from = end + 1;
    }
    endResetModel();
}

QString ExplainModel::marked(int at) const
{
    const Row &which = row(at);
    const net::LineReport &report = which.explanation.report;
    return markedAt(view(m_text, which.from, which.size),
                    report.issue == net::LineIssue::None ? std::nullopt
                                                         : std::optional(static_cast<qsizetype>(report.at)));
}

QString ExplainModel::summary() const
{
    QStringList parts;
    if (m_accepted > 0)
        parts << tr("%n accepted", "lines", m_accepted);
    if (m_doubtful > 0)
        parts << tr("%n with a warning", "lines", m_doubtful);
    if (m_rejected > 0)
        parts << tr("%n rejected", "lines", m_rejected);
    if (m_left > 0)
        parts << tr("%n too many", "lines", m_left);
    return parts.join(u"   "_s);
}

QString ExplainModel::detail(int at) const
{
    const net::Explanation &explanation = row(at).explanation;
    const net::LineReport &report = explanation.report;
    QStringList sentences;
    if (report.issue == net::LineIssue::None)
        sentences << reading(row(at));
    else
        //: %1 is a position, counted from 0; %2 says what is wrong there
        sentences << tr("Byte %1: %2").arg(QString::number(report.at), issueText(report.issue));
    if (const QString hint = hintText(report.hint); !hint.isEmpty())
        sentences << hint;
    const QString takers = text(at, AcceptedColumn);
    if (report.verdict == net::Verdict::Rejected)
        sentences << (takers.isEmpty() ? tr("No dialect takes this line.") : tr("Taken by: %1").arg(takers));
    return sentences.join(u'\n');
}

QString ExplainModel::reading(const Row &row) const
{
    Reading reading;
    (void)net::parseLine(view(m_text, row.from, row.size), *m_dialect, reading);
    if (!reading.other.isEmpty())
        return reading.other;
    QString words = reading.kind + u"  "_s + reading.values.join(u", "_s);
    if (!reading.tags.isEmpty())
        words += u"  "_s + reading.tags;
    return words;
}

net::Verdict ExplainModel::verdict(int at) const
{
    return row(at).explanation.report.verdict;
}

QString ExplainModel::text(int at, int column) const
{
    const Row &which = row(at);
    const net::LineReport &report = which.explanation.report;
    switch (column) {
    case NumberColumn:
        return QString::number(which.number);
    case LineColumn:
        return displayText(view(m_text, which.from, which.size), 200);
    case ReasonColumn:
        return report.issue == net::LineIssue::None ? reading(which) : issueText(report.issue);
    case AcceptedColumn: {
        QStringList names;
        for (std::size_t i = 0; i < net::DialectCount; ++i) {
            const std::string_view name = net::dialects()[i].name;
            if (which.explanation.acceptedBy[i])
                names << QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
        }
        return names.join(u", "_s);
    }
    default:
        return {};
    }
}

int ExplainModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ExplainModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int{AcceptedColumn + 1};
}

QVariant ExplainModel::headerData(int section, Qt::Orientation orientation, int role) const
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
        return tr("Line");
    case ReasonColumn:
        //: column: how a line is read, or why it is not
        return tr("Reading or reason");
    case AcceptedColumn:
        //: column: the dialects that take a line
        return tr("Taken by");
    default:
        return {};
    }
}

} // namespace metriscope::ui
