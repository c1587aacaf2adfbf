// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/contexts/contextmodel.h"

#include "netlayer/contexts/md5.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace metriscope::ui
{

ContextModel::ContextModel(const net::Registry &registry, const net::SeriesStore &store,
                           const net::ContextBook &book, QObject *parent)
    : QAbstractItemModel(parent), m_registry(registry), m_store(store), m_book(book)
{
    connect(&book, &net::ContextBook::changed, this, &ContextModel::followBook);
    followBook();
}

void ContextModel::followBook()
{
    // Rows point into what they were made of until they are resolved anew, and views may read them meanwhile.
    const net::RegistrationPtr pastedBefore = std::exchange(m_pasted, m_book.pastedUrls());
    std::vector<net::RegistrationPtr> before;
    for (const ApplicationState &state : m_applications)
        before.push_back(state.registration);
    const bool pasted = pastedBefore != m_pasted;
    for (const auto &[name, registration] : m_book.registrations())
        m_table.addApplication(name);
    addApplications();
    Fresh controllers;
    std::vector<std::uint32_t> changed;
    for (std::uint32_t i = 0; i < m_applications.size(); ++i) {
        const net::RegistrationPtr now = m_book.find(m_table.applications()[i].name);
        const bool differs = now != m_applications[i].registration || !m_applications[i].followed;
        if (!differs && !pasted)
            continue;
        m_applications[i].followed = true;
        changed.push_back(i);
        if (differs)
            follow(i, now, controllers);
        resolveBelow(m_applications[i].node);
    }
    insert(controllers);
    Fresh urls;
    for (const std::uint32_t application : changed)
        addQuietUrls(application, urls);
    insert(urls);
}

void ContextModel::follow(std::uint32_t application, const net::RegistrationPtr &registration,
                          Fresh &controllers)
{
    ApplicationState &state = m_applications[application];
    state.registration = registration;
    dropQuiet(state);
    if (!registration)
        return;
    for (const auto &[md5, url] : registration->controllers) {
        std::string hash = net::hexOf(md5);
        if (state.controllers.contains(hash))
            continue;
        Node node{Level::Controller, state.node};
        node.hash = std::move(hash);
        controllers[state.node].push_back(std::move(node));
    }
}

/// A row for URLs of no controller that is known.
std::uint32_t ContextModel::otherUrls(std::uint32_t application)
{
    ApplicationState &state = m_applications[application];
    if (!state.controllers.contains({})) {
        Fresh fresh;
        fresh[state.node].push_back({Level::Controller, state.node});
        insert(fresh);
    }
    return state.controllers[{}];
}

/// Which controller a URL belongs to is not registered: the one whose own URL it begins with.
void ContextModel::addQuietUrls(std::uint32_t application, Fresh &requests)
{
    ApplicationState &state = m_applications[application];
    if (!state.registration)
        return;
    std::unordered_map<std::string_view, std::uint32_t> byUrl;
    for (const auto &[hash, controller] : state.controllers) {
        if (m_nodes[controller].url)
            byUrl[*m_nodes[controller].url] = controller;
    }
    for (const auto &[md5, url] : state.registration->urls) {
        std::string hash = net::hexOf(md5);
        if (m_quiet == MaxQuiet || state.seen.contains(hash) || state.quiet.contains(hash))
            continue;
        std::string_view prefix = url;
        auto found = byUrl.find(prefix);
        while (found == byUrl.end() && !prefix.empty()) {
            prefix = prefix.substr(0, prefix.find_last_of('/'));
            found = byUrl.find(prefix);
        }
        const std::uint32_t parent = found != byUrl.end() ? found->second : otherUrls(application);
        Node node{Level::Request, parent};
        node.hash = hash;
        state.quiet[std::move(hash)] = None;
        ++m_quiet;
        requests[parent].push_back(std::move(node));
    }
}

void ContextModel::dropQuiet(ApplicationState &state)
{
    std::vector<std::uint32_t> gone;
    std::erase_if(state.quiet, [&](const auto &entry) {
        const auto md5 = net::md5FromHex(entry.first);
        if (state.registration && md5 && state.registration->url(*md5))
            return false;
        gone.push_back(entry.second);
        return true;
    });
    m_quiet -= gone.size();
    remove(gone);
}

void ContextModel::insert(Fresh &fresh)
{
    for (auto &[parent, nodes] : fresh) {
        const auto first = static_cast<int>(m_nodes[parent].children.size());
        ApplicationState &state = m_applications[applicationOf(parent)];
        beginInsertRows(indexOf(parent), first, first + static_cast<int>(nodes.size()) - 1);
        for (Node &node : nodes) {
            node.row = static_cast<std::uint32_t>(m_nodes[parent].children.size());
            resolve(node);
            const std::uint32_t at = take(std::move(node));
            m_nodes[parent].children.push_back(at);
            const Node &taken = m_nodes[at];
            if (taken.level == Level::Controller)
                state.controllers[taken.hash] = at;
            if (taken.entry == None && taken.level == Level::Request)
                state.quiet[taken.hash] = at;
            else if (taken.entry != None)
                (taken.level == Level::Controller ? m_controllerNodes : m_requestNodes)[taken.entry] = at;
        }
        endInsertRows();
    }
    fresh.clear();
}

/// Rows that stand together go together.
void ContextModel::remove(const std::vector<std::uint32_t> &nodes)
{
    std::map<std::uint32_t, std::vector<std::uint32_t>> rows;
    for (const std::uint32_t at : nodes)
        rows[m_nodes[at].parent].push_back(m_nodes[at].row);
    for (auto &[parent, gone] : rows) {
        std::ranges::sort(gone, std::greater());
        auto &siblings = m_nodes[parent].children;
        for (std::size_t i = 0; i < gone.size();) {
            const std::uint32_t last = gone[i];
            std::uint32_t first = last;
            while (++i < gone.size() && gone[i] + 1 == first)
                first = gone[i];
            beginRemoveRows(indexOf(parent), static_cast<int>(first), static_cast<int>(last));
            for (std::uint32_t row = first; row <= last; ++row) {
                m_nodes[siblings[row]] = {};
                m_free.push_back(siblings[row]);
            }
            siblings.erase(siblings.begin() + first, siblings.begin() + last + 1);
            for (std::size_t row = first; row < siblings.size(); ++row)
                m_nodes[siblings[row]].row = static_cast<std::uint32_t>(row);
            endRemoveRows();
        }
    }
}

std::uint32_t ContextModel::take(Node node)
{
    if (m_free.empty()) {
        m_nodes.push_back(std::move(node));
        return static_cast<std::uint32_t>(m_nodes.size() - 1);
    }
    const std::uint32_t at = m_free.back();
    m_free.pop_back();
    m_nodes[at] = std::move(node);
    return at;
}

std::uint32_t ContextModel::applicationOf(std::uint32_t at) const
{
    while (m_nodes[at].parent != None)
        at = m_nodes[at].parent;
    return m_nodes[at].entry;
}

void ContextModel::resolve(Node &node) const
{
    const auto md5 = net::md5FromHex(node.hash);
    const auto *const registration = m_applications[applicationOf(node.parent)].registration.get();
    node.url = !md5                              ? nullptr
               : node.level == Level::Controller ? m_book.controller(registration, *md5)
                                                 : m_book.url(registration, *md5);
}

void ContextModel::resolveBelow(std::uint32_t at)
{
    const auto &children = m_nodes[at].children;
    for (const std::uint32_t child : children) {
        resolve(m_nodes[child]);
        resolveBelow(child);
    }
    if (!children.empty())
        Q_EMIT dataChanged(indexOf(children.front()), indexOf(children.back(), ColumnCount - 1));
    if (m_nodes[at].level == Level::Application)
        Q_EMIT dataChanged(indexOf(at), indexOf(at, ColumnCount - 1));
}

void ContextModel::retranslate()
{
    if (m_roots.empty())
        return;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    for (const std::uint32_t root : m_roots)
        resolveBelow(root);
}

ContextModel::Level ContextModel::level(const QModelIndex &index) const
{
    return node(index).level;
}

QModelIndex ContextModel::applicationIndex(const QModelIndex &index) const
{
    QModelIndex at = index.siblingAtColumn(0);
    while (at.parent().isValid())
        at = at.parent();
    return at;
}

const net::RequestTable::Application &ContextModel::application(const QModelIndex &index) const
{
    return m_table.applications()[node(applicationIndex(index)).entry];
}

net::RegistrationPtr ContextModel::registration(const QModelIndex &index) const
{
    return m_applications[node(applicationIndex(index)).entry].registration;
}

template <typename Visit>
void ContextModel::forRequests(const QModelIndex &index, Visit visit) const
{
    const Node &at = node(index);
    if (at.level == Level::Request && at.entry != None)
        visit(m_table.requests()[at.entry]);
    for (const std::uint32_t child : at.children)
        forRequests(indexOf(child), visit);
}

std::vector<net::MetricId> ContextModel::timings(const QModelIndex &index) const
{
    std::vector<net::MetricId> ids;
    forRequests(index, [&](const auto &request) {
        ids.insert(ids.end(), request.timings.begin(), request.timings.end());
    });
    return ids;
}

std::vector<net::MetricId> ContextModel::counts(const QModelIndex &index) const
{
    std::vector<net::MetricId> ids;
    forRequests(index, [&](const auto &request) {
        ids.insert(ids.end(), request.counts.begin(), request.counts.end());
    });
    return ids;
}

QModelIndex ContextModel::index(int row, int column, const QModelIndex &parent) const
{
    const auto &siblings = parent.isValid() ? node(parent).children : m_roots;
    if (row < 0 || column < 0 || column >= ColumnCount || static_cast<std::size_t>(row) >= siblings.size() ||
        (parent.isValid() && parent.column() != 0))
        return {};
    return createIndex(row, column, quintptr{siblings[static_cast<std::size_t>(row)]});
}

QModelIndex ContextModel::indexOf(std::uint32_t at, int column) const
{
    return createIndex(static_cast<int>(m_nodes[at].row), column, quintptr{at});
}

const ContextModel::Node &ContextModel::node(const QModelIndex &index) const
{
    return m_nodes[static_cast<std::size_t>(index.internalId())];
}

QModelIndex ContextModel::parent(const QModelIndex &index) const
{
    const std::uint32_t parent = index.isValid() ? node(index).parent : None;
    return parent == None ? QModelIndex() : indexOf(parent);
}

int ContextModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_roots.size());
    return parent.column() == 0 ? static_cast<int>(node(parent).children.size()) : 0;
}

int ContextModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

} // namespace metriscope::ui
