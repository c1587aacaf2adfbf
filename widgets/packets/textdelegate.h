// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QFont>
#include <QStaticText>
#include <QStyledItemDelegate>

namespace metriscope::ui
{

/// Paints a cell that is one line of text, with the colour and alignment that the model gives it. The common
/// delegate lays every text out anew whenever it is painted, twice; a table that follows thousands of packets
/// a second would spend most of a frame on that. Here laid-out texts are kept: of addresses, lengths and
/// verdicts most come again.
class TextDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TextDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    struct Cell {
        QString text;
        int width = 0;
        friend bool operator==(const Cell &, const Cell &) = default;
        friend size_t qHash(const Cell &cell, size_t seed = 0) noexcept
        {
            return qHashMulti(seed, cell.text, cell.width);
        }
    };

    [[nodiscard]] const QStaticText &laidOut(const QStyleOptionViewItem &option, Cell cell) const;

    mutable QFont m_font; ///< of the texts that are kept
    mutable QCache<Cell, QStaticText> m_texts;
};

} // namespace metriscope::ui
