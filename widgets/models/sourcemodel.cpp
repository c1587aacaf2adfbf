// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/sourcemodel.h"

#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"
#include "widgets/models/journaltext.h"

#include <QApplication>
#include <QPalette>

#include <algorithm>

namespace metriscope::ui
{

QString stateGlyph(net::Source::State state)
{
    switch (state) {
    case net::Source::State::Stopped:
        return QStringLiteral("○");
    case net::Source::State::Starting:
        return QStringLiteral("◐");
    case net::Source::State::Running:
        return QStringLiteral("●");
    case net::Source::State::Failed:
        return QStringLiteral("✖");
    }
    return {};
}

QVariant stateColour(net::Source::State state, const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Base).lightness() < 128;
    switch (state) {
    case net::Source::State::Running:
        return dark ? QColor(0x7F, 0xC8, 0x8F) : QColor(0x1B, 0x6E, 0x35);
    case net::Source::State::Failed:
        return severityColour(Severity::Error, palette);
    case net::Source::State::Starting:
    case net::Source::State::Stopped:
        return palette.color(QPalette::Text);
    }
    return {};
}

SourceModel::SourceModel(QObject *parent) : QAbstractListModel(parent) {}

void SourceModel::addSource(net::Source &source)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_rows.push_back(
        {&source, source.sourceId(), source.address(), source.state(), net::SourceError::None, {}});
    endInsertRows();
    net::Source *const key = &source;
    const auto rowOf = [this, key] {
        const auto found = std::ranges::find(m_rows, key, &Row::source);
        return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
    };
    connect(key, &net::Source::stateChanged, this,
            [this, rowOf](net::Source::State state, net::SourceError error, const QString &detail) {
                const int at = rowOf();
                Row &changed = m_rows[static_cast<std::size_t>(at)];
                changed.address = changed.source->address();
                changed.state = state;
                changed.error = error;
                changed.detail = detail;
                Q_EMIT dataChanged(index(at), index(at));
            });
    connect(key, &QObject::destroyed, this, [this, rowOf] {
        const int at = rowOf();
        beginRemoveRows({}, at, at);
        m_rows.erase(m_rows.begin() + at);
        endRemoveRows();
    });
}

void SourceModel::retranslate()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

QString SourceModel::errorText(int row) const
{
    const Row &r = m_rows[static_cast<std::size_t>(row)];
    return sourceErrorText(r.error, r.address, r.detail);
}

int SourceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant SourceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        //: a source in the list of sources: %1 is its name, %2 its state in words
        const QString head = tr("%1, %2").arg(sourceText(row.id), stateText(row.state));
        QString address = displayText(row.address);
        address.replace(QLatin1String(",tcp://"),
                        QLatin1String(",\ntcp://")); // the two of the gstats collector
        const QString error = errorText(index.row());
        QStringList lines{role == Qt::DisplayRole ? stateGlyph(row.state) + QLatin1Char(' ') + head : head};
        if (!address.isEmpty())
            lines << address;
        if (!error.isEmpty())
            lines << error;
        return lines.join(QLatin1Char('\n'));
    }
    case Qt::ForegroundRole:
        return stateColour(row.state, QApplication::palette());
    case Qt::ToolTipRole:
        return plainToolTip(data(index, Qt::AccessibleTextRole).toString());
    case StateRole:
        return QVariant::fromValue(row.state);
    case AddressRole:
        return row.address;
    case ErrorRole:
        return errorText(index.row());
    default:
        return {};
    }
}

} // namespace metriscope::ui
