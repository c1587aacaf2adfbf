// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/collectors/detailmodel.h"

#include "widgets/common/displaytext.h"

namespace metriscope::ui
{

void DetailModel::setDetails(std::vector<SourceDetail> details)
{
    if (details.size() != m_details.size()) {
        beginResetModel();
        m_details = std::move(details);
        endResetModel();
    } else if (details != m_details) {
        m_details = std::move(details);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 2));
    }
}

void DetailModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, 2);
}

int DetailModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_details.size());
}

int DetailModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 3;
}

QVariant DetailModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SourceDetail &detail = m_details[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() == 1)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QString &text = index.column() == 0   ? detail.name
                          : index.column() == 1 ? detail.value
                                                : detail.meaning;
    return role == Qt::ToolTipRole ? plainToolTip(text) : text;
}

QVariant DetailModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == 1)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case 0: //: something that is known of a source
        return tr("What");
    case 1:
        return tr("Value");
    default:
        return tr("What it means");
    }
}

} // namespace metriscope::ui
