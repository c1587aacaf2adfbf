// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/pollconfig.h"
#include "netlayer/engine/source.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace metriscope::ui
{

/// Every source there is with how it does: what listens and what is polled. Counters are asked for by
/// refresh(). GUI thread.
class CollectorModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        KindColumn,
        AddressColumn,
        StateColumn,
        LastPollColumn,
        LatencyColumn,
        ApplicationsColumn,
        MessageColumn,
        ColumnCount
    };
    enum Role { SortRole = Qt::UserRole };

    /// How a source came to be there.
    enum class Origin : std::uint8_t {
        BuiltIn,    ///< listens; set up in the settings
        Kept,       ///< polled, and kept between runs
        CommandLine ///< polled, until the program ends
    };
    struct Row {
        net::Source *source = nullptr;
        Origin origin = Origin::BuiltIn;
        net::PollConfig config; ///< of what is polled
        net::SourceId id = net::StatsdSource;
        QString address;
        net::Source::State state = net::Source::State::Stopped;
        net::SourceError error = net::SourceError::None;
        QString detail;
        net::SourceCounts counts;
    };

    explicit CollectorModel(QObject *parent = nullptr);

    /// A source that is destroyed leaves the table.
    void addSource(net::Source &source, Origin origin, const net::PollConfig &config = {});
    void setConfig(const net::Source &source, const net::PollConfig &config);
    /// Asks every source for its counters. About once a second, while somebody looks.
    void refresh();
    void retranslate();
    [[nodiscard]] const Row &row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOf(const net::Source *source) const; ///< -1 for none
    /// Row of the source with this configuration; -1 for none.
    [[nodiscard]] int rowOfConfig(const QString &id) const;
    /// The error of a source in words; empty when it has none.
    [[nodiscard]] QString errorText(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const Row &row, int rowNumber, int column) const;
    [[nodiscard]] QVariant sortKey(const Row &row, int rowNumber, int column) const;

    std::vector<Row> m_rows;
};

} // namespace metriscope::ui
