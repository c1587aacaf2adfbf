// SPDX-License-Identifier: GPL-3.0-or-later
// How metrics that come get their rows in the context model.
#include "widgets/contexts/contextmodel.h"

#include <algorithm>
#include <utility>

namespace metriscope::ui
{

void ContextModel::apply(const net::Tick &tick)
{
    for (const net::Application &application : tick.applications)
        m_units[application.name] = net::millisecondsPer(application.timerUnit);
    m_known = net::index(tick.endNew);
}

bool ContextModel::look(std::chrono::microseconds budget)
{
    using Clock = std::chrono::steady_clock;
    constexpr std::uint32_t AtOnce = 64; // one insert for each parent that gets children
    const auto end = Clock::now() + budget;
    while (m_looked < m_known) {
        bool any = false;
        for (const std::uint32_t until = std::min(m_known, m_looked + AtOnce); m_looked < until; ++m_looked) {
            const net::MetricId id{m_looked};
            if (const net::MetricInfo &info = m_registry.info(id); info.source == net::StatsdSource)
                any = m_table.add(id, info) || any;
        }
        if (any)
            addTraffic();
        if (Clock::now() >= end)
            break;
    }
    return m_looked == m_known;
}

void ContextModel::addTraffic()
{
    addApplications();
    const auto &controllers = m_table.controllers();
    Fresh fresh;
    for (std::size_t i = m_controllerNodes.size(); i < controllers.size(); ++i) {
        ApplicationState &state = m_applications[controllers[i].application];
        const std::string hash(controllers[i].hash);
        m_controllerNodes.push_back(None);
        if (const auto known = state.controllers.find(hash); known != state.controllers.end()) {
            m_nodes[known->second].entry = static_cast<std::uint32_t>(i);
            m_controllerNodes.back() = known->second;
            continue;
        }
        Node node{Level::Controller, state.node};
        node.entry = static_cast<std::uint32_t>(i);
        node.hash = hash;
        fresh[state.node].push_back(std::move(node));
    }
    insert(fresh);
    const auto &requests = m_table.requests();
    for (std::size_t i = m_requestNodes.size(); i < requests.size(); ++i) {
        const net::RequestTable::Request &request = requests[i];
        const std::uint32_t parent = m_controllerNodes[request.controller];
        ApplicationState &state = m_applications[controllers[request.controller].application];
        m_requestNodes.push_back(None);
        Node node{Level::Request, parent};
        node.entry = static_cast<std::uint32_t>(i);
        node.hash = request.url;
        node.method = request.method;
        state.seen[node.hash] = true;
        const auto quiet = state.quiet.find(node.hash);
        const std::uint32_t place = quiet == state.quiet.end() ? None : quiet->second;
        if (place != None) {
            state.quiet.erase(quiet);
            --m_quiet;
        }
        if (place != None && m_nodes[place].parent == parent) { // it begins to live where it stood
            m_nodes[place].entry = node.entry;
            m_nodes[place].method = node.method;
            m_requestNodes.back() = place;
            Q_EMIT dataChanged(indexOf(place), indexOf(place, ColumnCount - 1));
            continue;
        }
        if (place != None)
            remove({place});
        fresh[parent].push_back(std::move(node));
    }
    insert(fresh);
}

void ContextModel::addApplications()
{
    const auto &applications = m_table.applications();
    if (m_applications.size() == applications.size())
        return;
    beginInsertRows({}, static_cast<int>(m_roots.size()), static_cast<int>(applications.size()) - 1);
    while (m_applications.size() < applications.size()) {
        Node node;
        node.row = static_cast<std::uint32_t>(m_roots.size());
        node.entry = static_cast<std::uint32_t>(m_applications.size());
        node.hash = applications[m_applications.size()].name;
        m_applications.emplace_back().registration = m_book.find(node.hash);
        m_applications.back().node = take(std::move(node));
        m_roots.push_back(m_applications.back().node);
    }
    endInsertRows();
}

} // namespace metriscope::ui
