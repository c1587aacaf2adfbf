// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/metrictreemodel.h"

#include "widgets/common/displaytext.h"
#include "widgets/models/metricmime.h"

#include <QMimeData>

#include <algorithm>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

struct MetricTreeModel::Node {
    Node *parent = nullptr;
    std::uint32_t begin = 0, end = 0; ///< positions in the sorted list
    std::uint32_t prefix = 0;         ///< bytes of the name up to and with the folder's dot
    std::uint32_t first = 0;          ///< a metric below, whose name spells the folder's
    int row = 0;
    bool folder = true, built = false;
    std::vector<std::unique_ptr<Node>> children{};
};

/// A folder that is open and what it will hold: null where a child is that is there already.
struct MetricTreeModel::Growth {
    Node *node = nullptr;
    std::vector<std::unique_ptr<Node>> children;
};

MetricTreeModel::MetricTreeModel(const net::Registry &registry, const net::SeriesStore &store,
                                 QObject *parent)
    : QAbstractItemModel(parent), m_cells(registry, store), m_root(std::make_unique<Node>()),
      m_order(registry, store, *this)
{
    m_root->built = true;
}

MetricTreeModel::~MetricTreeModel() = default;

void MetricTreeModel::show(OrderResult result, bool anew)
{
    if (anew) {
        beginResetModel();
        m_ids = std::move(result.rows);
        m_root = std::make_unique<Node>();
        m_root->end = std::uint32_t(m_ids.size());
        build(*m_root);
        endResetModel();
        return;
    }
    // First every range that is there is made right, then the new rows are announced one folder at a time: a
    // view that asks in between gets right answers.
    m_ids = std::move(result.rows);
    m_root->end = std::uint32_t(m_ids.size());
    std::vector<Growth> growths;
    follow(*m_root, growths);
    for (Growth &growth : growths)
        insert(growth);
}

std::string_view MetricTreeModel::nameAt(std::uint32_t position) const
{
    return m_cells.registry().info(net::MetricId{m_ids[position]}).name;
}

std::vector<MetricTreeModel::Node> MetricTreeModel::childrenOf(const Node &node) const
{
    std::vector<Node> children;
    for (std::uint32_t at = node.begin; at < node.end;) {
        const std::string_view name = nameAt(at);
        const std::size_t dot = name.find('.', node.prefix);
        Node child{.begin = at, .end = at + 1, .first = m_ids[at]};
        child.folder = dot != std::string_view::npos;
        if (child.folder) {
            const std::string_view path = name.substr(0, dot + 1);
            child.prefix = std::uint32_t(path.size());
            const auto belongs = [&](std::uint32_t id) {
                return m_cells.registry().info(net::MetricId{id}).name.starts_with(path);
            };
            // Most folders are small beside their parent: grow the step before halving it.
            std::uint32_t step = 1;
            while (at + step < node.end && belongs(m_ids[at + step]))
                step *= 2;
            child.end =
                std::uint32_t(std::partition_point(m_ids.begin() + at + step / 2,
                                                   m_ids.begin() + std::min(at + step, node.end), belongs) -
                              m_ids.begin());
        }
        at = child.end;
        children.push_back(std::move(child));
    }
    return children;
}

void MetricTreeModel::build(Node &node) const
{
    if (node.built)
        return;
    node.built = true;
    for (Node &fresh : childrenOf(node)) {
        node.children.push_back(std::make_unique<Node>(std::move(fresh)));
        node.children.back()->parent = &node;
        node.children.back()->row = int(node.children.size()) - 1;
    }
}

void MetricTreeModel::follow(Node &node, std::vector<Growth> &growths)
{
    Growth growth{&node, {}};
    bool grown = false;
    std::size_t old = 0;
    for (Node &fresh : childrenOf(node)) {
        Node *same = old < node.children.size() ? node.children[old].get() : nullptr;
        // Metrics only ever come: what is not the next child that is there is new.
        const bool known =
            same && same->folder == fresh.folder && same->prefix == fresh.prefix &&
            (fresh.folder ? fresh.begin <= fresh.end &&
                                m_cells.registry()
                                    .info(net::MetricId{same->first})
                                    .name.starts_with(nameAt(fresh.begin).substr(0, fresh.prefix))
                          : same->first == fresh.first);
        if (known) {
            same->begin = fresh.begin;
            same->end = fresh.end;
            if (same->built)
                follow(*same, growths);
            growth.children.push_back(nullptr);
            ++old;
        } else {
            grown = true;
            growth.children.push_back(std::make_unique<Node>(std::move(fresh)));
            growth.children.back()->parent = &node;
        }
    }
    if (grown)
        growths.push_back(std::move(growth));
}

void MetricTreeModel::insert(Growth &growth)
{
    Node &node = *growth.node;
    const QModelIndex parent = indexOfNode(node);
    for (std::size_t at = 0; at < growth.children.size();) {
        if (!growth.children[at]) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < growth.children.size() && growth.children[end])
            ++end;
        beginInsertRows(parent, int(at), int(end) - 1);
        node.children.insert(node.children.begin() + std::ptrdiff_t(at),
                             std::make_move_iterator(growth.children.begin() + std::ptrdiff_t(at)),
                             std::make_move_iterator(growth.children.begin() + std::ptrdiff_t(end)));
        for (std::size_t row = at; row < node.children.size(); ++row)
            node.children[row]->row = int(row);
        endInsertRows();
        at = end;
    }
}

MetricTreeModel::Node &MetricTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? *static_cast<Node *>(index.internalPointer()) : *m_root;
}

QModelIndex MetricTreeModel::indexOfNode(Node &node) const
{
    return node.parent ? createIndex(node.row, 0, &node) : QModelIndex();
}

net::MetricId MetricTreeModel::idAt(const QModelIndex &index) const noexcept
{
    if (!index.isValid() || nodeOf(index).folder)
        return net::NoMetric;
    return net::MetricId{nodeOf(index).first};
}

std::vector<net::MetricId> MetricTreeModel::idsBelow(const QModelIndex &index) const
{
    const Node &node = nodeOf(index);
    std::vector<net::MetricId> ids;
    for (std::uint32_t at = node.begin; at < node.end; ++at)
        ids.push_back(net::MetricId{m_ids[at]});
    return ids;
}

std::string MetricTreeModel::pathOf(const QModelIndex &index) const
{
    const Node &node = nodeOf(index);
    if (!node.parent || !node.folder)
        return {};
    return std::string(m_cells.registry().info(net::MetricId{node.first}).name.substr(0, node.prefix));
}

QModelIndex MetricTreeModel::folderAt(std::string_view path) const
{
    Node *node = m_root.get();
    while (node->prefix < path.size()) {
        build(*node);
        const auto child = std::find_if(node->children.begin(), node->children.end(), [&](const auto &c) {
            return c->folder && path.starts_with(nameAt(c->begin).substr(0, c->prefix));
        });
        if (child == node->children.end())
            return {};
        node = child->get();
    }
    return indexOfNode(*node);
}

QModelIndex MetricTreeModel::indexOf(net::MetricId id) const
{
    if (net::index(id) >= m_cells.registry().size())
        return {};
    const std::string_view name = m_cells.registry().info(id).name;
    const std::size_t dot = name.rfind('.');
    const std::string_view path =
        dot == std::string_view::npos ? std::string_view() : name.substr(0, dot + 1);
    const QModelIndex folder = folderAt(path);
    if (!path.empty() && !folder.isValid())
        return {};
    Node &node = nodeOf(folder);
    build(node);
    const auto child = std::find_if(node.children.begin(), node.children.end(),
                                    [&](const auto &c) { return !c->folder && c->first == net::index(id); });
    return child == node.children.end() ? QModelIndex() : indexOfNode(**child);
}

QModelIndex MetricTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent).children[std::size_t(row)].get());
}

QModelIndex MetricTreeModel::parent(const QModelIndex &child) const
{
    Node *parent = nodeOf(child).parent;
    return parent ? indexOfNode(*parent) : QModelIndex();
}

int MetricTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    Node &node = nodeOf(parent);
    if (node.folder)
        build(node);
    return int(node.children.size());
}

int MetricTreeModel::columnCount(const QModelIndex &) const
{
    return MetricColumnCount;
}

bool MetricTreeModel::hasChildren(const QModelIndex &parent) const
{
    const Node &node = nodeOf(parent);
    return parent.column() <= 0 && node.folder && node.begin < node.end;
}

QString MetricTreeModel::label(const Node &node) const
{
    const std::string_view name = m_cells.registry().info(net::MetricId{node.first}).name;
    const std::size_t from = node.parent->prefix;
    const std::string_view part = node.folder ? name.substr(from, node.prefix - 1 - from) : name.substr(from);
    //: Stands for a part of a name that holds nothing, as between the dots of `a..b`
    return part.empty() ? tr("(empty)") : displayText(part);
}

QVariant MetricTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node &node = nodeOf(index);
    const auto column = MetricColumn(index.column());
    const bool shown = role == Qt::DisplayRole;
    if (!node.folder)
        return shown && column == MetricColumn::Name ? label(node)
                                                     : m_cells.data(net::MetricId{node.first}, column, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(MetricCells::alignment(column));
    if (column == MetricColumn::Name && (shown || role == MetricRole::Sort))
        return label(node);
    if (column == MetricColumn::Kind && shown)
        return tr("%Ln metric(s)", nullptr, int(node.end - node.begin));
    if (role == Qt::ToolTipRole && column == MetricColumn::Name)
        return plainToolTip(displayText(pathOf(index)));
    return {};
}

QVariant MetricTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= MetricColumnCount)
        return {};
    const auto column = MetricColumn(section);
    switch (role) {
    case Qt::DisplayRole:
        return MetricCells::title(column);
    case Qt::ToolTipRole:
        return MetricCells::explanation(column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(MetricCells::alignment(column));
    default:
        return {};
    }
}

Qt::ItemFlags MetricTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
    return nodeOf(index).folder ? flags : flags | Qt::ItemNeverHasChildren;
}

QStringList MetricTreeModel::mimeTypes() const
{
    return {metricMimeType()};
}

QMimeData *MetricTreeModel::mimeData(const QModelIndexList &indexes) const
{
    std::vector<net::MetricId> ids;
    for (const QModelIndex &index : indexes) {
        if (index.column() != 0)
            continue;
        const std::vector<net::MetricId> below = idsBelow(index);
        ids.insert(ids.end(), below.begin(), below.end());
    }
    return metricMimeData(m_cells.registry(), ids);
}

} // namespace metriscope::ui
