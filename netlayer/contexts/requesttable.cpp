// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/contexts/requesttable.h"

#include <utility>

namespace metriscope::net
{

std::optional<std::uint32_t> RequestTable::addApplication(std::string_view name)
{
    if (const auto found = m_applicationOf.find(name); found != m_applicationOf.end())
        return found->second;
    if (m_applications.size() == MaxApplications)
        return std::nullopt;
    const auto index = static_cast<std::uint32_t>(m_applications.size());
    m_applicationOf.emplace(name, index);
    m_applications.push_back({std::string(name), 0, {}});
    return index;
}

bool RequestTable::add(MetricId id, const MetricInfo &info)
{
    const auto name = readRequestName(info.name);
    if (!name)
        return false;
    if (name->what == RequestName::What::Anything) {
        const auto application = addApplication(readPrefix(name->prefix).name);
        if (application)
            m_applications[*application].spellings |= static_cast<PrefixSpellings>(name->spelling);
        else
            ++m_leftOut;
        return true;
    }
    const bool counts = name->what == RequestName::What::Count;
    // Without the spelling of the prefix, and without `.count` or `.timing`.
    const std::string application = readPrefix(name->prefix).name;
    const auto *const from = name->controller.data();
    const auto *const to = info.name.data() + info.name.rfind('.');
    std::string key = application;
    key.append(1, '\0').append(from, to);
    const auto found = m_requestOf.find(key);
    const auto request = found != m_requestOf.end() ? std::optional(found->second)
                                                    : addRequest(*name, application, std::move(key));
    if (!request) {
        ++m_leftOut;
        return true;
    }
    Application &owner = m_applications[m_controllers[m_requests[*request].controller].application];
    owner.spellings |= static_cast<PrefixSpellings>(name->spelling);
    auto &ids = counts ? m_requests[*request].counts : m_requests[*request].timings;
    ids.push_back(id);
    return true;
}

std::optional<std::uint32_t> RequestTable::addRequest(const RequestName &name,
                                                      const std::string &applicationName, std::string key)
{
    const auto application = addApplication(applicationName);
    if (!application || m_requests.size() == MaxRequests)
        return std::nullopt;
    std::string controllerKey = applicationName;
    controllerKey.append(1, '\0').append(name.controller);
    const auto next = static_cast<std::uint32_t>(m_controllers.size());
    const auto [controller, isNew] = m_controllerOf.try_emplace(std::move(controllerKey), next);
    if (isNew) {
        m_controllers.push_back({*application, name.controller, {}});
        m_applications[*application].controllers.push_back(next);
    }
    const auto request = static_cast<std::uint32_t>(m_requests.size());
    m_requests.push_back({controller->second, name.url, name.method, {}, {}});
    m_controllers[controller->second].requests.push_back(request);
    m_requestOf.emplace(std::move(key), request);
    return request;
}

} // namespace metriscope::net
