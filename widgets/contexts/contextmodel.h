// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/contexts/requestnumbers.h"

#include "netlayer/contexts/contextbook.h"
#include "netlayer/contexts/requesttable.h"
#include "netlayer/engine/tick.h"
#include "netlayer/series/registry.h"
#include "netlayer/series/seriesstore.h"

#include <QAbstractItemModel>

#include <chrono>
#include <deque>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace metriscope::ui
{

/// m3 applications, their controllers, and the URLs and methods of those: what was registered, what came, and
/// how long it took. An unknown hash stands there as it is. What takes long is done in slices: look(),
/// refresh(). GUI thread.
class ContextModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        MethodColumn,
        RateColumn,
        MeanColumn,
        P95Column,
        ShareColumn,
        HashColumn,
        ColumnCount
    };
    enum Role { SortRole = Qt::UserRole, ActiveRole };
    enum class Level : std::uint8_t { Application, Controller, Request };
    /// URLs that were registered and not asked for yet are shown up to this many, over all applications.
    static constexpr std::size_t MaxQuiet = 100'000;

    ContextModel(const net::Registry &registry, const net::SeriesStore &store, const net::ContextBook &book,
                 QObject *parent = nullptr);

    /// Takes note of new metrics; look() finds their places.
    void apply(const net::Tick &tick);
    /// Gives new metrics their rows for as long as `budget` allows, and goes on there the next time. True
    /// when every one has been looked at.
    bool look(std::chrono::microseconds budget);
    /// Works out numbers over `range` for as long as `budget` allows, and goes on there the next time. True
    /// when the last row was reached: then a new round begins, with a new range.
    bool refresh(net::TimeRange range, std::chrono::microseconds budget);
    void retranslate();

    [[nodiscard]] Level level(const QModelIndex &index) const;
    /// The application of a row of any level.
    [[nodiscard]] QModelIndex applicationIndex(const QModelIndex &index) const;
    [[nodiscard]] const net::RequestTable::Application &application(const QModelIndex &index) const;
    [[nodiscard]] net::RegistrationPtr registration(const QModelIndex &index) const;
    /// What can be charted of a row: timers first.
    [[nodiscard]] std::vector<net::MetricId> timings(const QModelIndex &index) const;
    [[nodiscard]] std::vector<net::MetricId> counts(const QModelIndex &index) const;
    [[nodiscard]] std::uint64_t leftOut() const noexcept { return m_table.leftOut(); }
    [[nodiscard]] std::size_t quiet() const noexcept { return m_quiet; }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    static constexpr std::uint32_t None = 0xFFFFFFFFU;

    struct Node {
        Level level = Level::Application;
        std::uint32_t parent = None, row = 0;
        std::uint32_t entry = None; ///< in the table, at its level; None: registered, but nothing came yet
        std::string hash = {};      ///< application: its name
        std::string method = {};
        const std::string *url = nullptr; ///< what the hash stands for; null: not registered
        std::vector<std::uint32_t> children = {};
        RequestNumbers numbers = {};
    };
    struct ApplicationState {
        std::uint32_t node = None;
        net::RegistrationPtr registration;
        bool followed = false; ///< what it registered stands in the rows
        std::unordered_map<std::string, std::uint32_t> controllers, quiet; ///< by hash: nodes
        std::unordered_map<std::string, bool> seen; ///< hashes of URLs that were asked for
    };
    using Fresh = std::map<std::uint32_t, std::vector<Node>>; ///< by parent

    void followBook();
    void follow(std::uint32_t application, const net::RegistrationPtr &registration, Fresh &controllers);
    [[nodiscard]] std::uint32_t otherUrls(std::uint32_t application);
    void addQuietUrls(std::uint32_t application, Fresh &requests);
    void dropQuiet(ApplicationState &state);
    void addApplications();
    void addTraffic();
    void insert(Fresh &fresh);
    void remove(const std::vector<std::uint32_t> &nodes);
    void resolve(Node &node) const;
    void resolveBelow(std::uint32_t node);
    [[nodiscard]] std::uint32_t take(Node node);
    [[nodiscard]] std::uint32_t applicationOf(std::uint32_t node) const;
    [[nodiscard]] QModelIndex indexOf(std::uint32_t node, int column = 0) const;
    [[nodiscard]] const Node &node(const QModelIndex &index) const;
    void showNumbers(const net::RequestTable::Controller &controller, std::size_t from, std::size_t to);
    void numbersChanged(std::uint32_t first, std::uint32_t last);
    [[nodiscard]] QString name(const Node &node) const;
    [[nodiscard]] QVariant sortValue(const Node &node, int column) const;
    [[nodiscard]] double scaleOf(std::uint32_t application) const;
    [[nodiscard]] double share(const Node &node) const;
    template <typename Visit>
    void forRequests(const QModelIndex &index, Visit visit) const;

    const net::Registry &m_registry;
    const net::SeriesStore &m_store;
    const net::ContextBook &m_book;
    net::RequestTable m_table;
    std::deque<Node> m_nodes; ///< a vector that grows holds the window while it moves them all
    std::vector<std::uint32_t> m_free, m_roots;
    std::vector<ApplicationState> m_applications;                 ///< as in the table
    std::vector<std::uint32_t> m_controllerNodes, m_requestNodes; ///< likewise
    std::map<std::string, double, std::less<>> m_units; ///< milliseconds in a unit of an application's timers
    std::uint32_t m_looked = 0, m_known = 0;            ///< metrics
    std::size_t m_quiet = 0;
    net::RegistrationPtr m_pasted; ///< as of the last look into the book
    RequestSums m_sums;
};

} // namespace metriscope::ui
