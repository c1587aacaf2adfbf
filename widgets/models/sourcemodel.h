// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/source.h"

#include <QAbstractListModel>

#include <vector>

class QPalette;

namespace metriscope::ui
{

/// A state at a glance; never without its words.
[[nodiscard]] QString stateGlyph(net::Source::State state);
[[nodiscard]] QVariant stateColour(net::Source::State state, const QPalette &palette);

/// Every source with its state: a glyph, a colour and words, never colour alone. GUI thread.
class SourceModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { StateRole = Qt::UserRole, AddressRole, ErrorRole };

    explicit SourceModel(QObject *parent = nullptr);

    /// A source that is destroyed leaves the list.
    void addSource(net::Source &source);
    void retranslate();
    [[nodiscard]] net::Source *source(int row) const { return m_rows[static_cast<std::size_t>(row)].source; }
    /// The error of a source in words; empty when it has none.
    [[nodiscard]] QString errorText(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        net::Source *source = nullptr;
        net::SourceId id = net::StatsdSource;
        QString address; ///< kept: a source that is being destroyed cannot be asked any more
        net::Source::State state = net::Source::State::Stopped;
        net::SourceError error = net::SourceError::None;
        QString detail;
    };
    std::vector<Row> m_rows;
};

} // namespace metriscope::ui
