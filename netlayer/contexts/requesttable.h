// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/contexts/identity.h"
#include "netlayer/contexts/requestname.h"
#include "netlayer/types/metric.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace metriscope::net
{

/// Which metrics belong to which URL of which controller of which m3 application. Fed with every metric once,
/// when it is new: what a name says costs one look-up then and nothing later. Both spellings of a prefix are
/// one application. Indices are dense and never change.
class RequestTable final
{
public:
    /// More requests than this are left out, and counted: names may come from somebody who means harm.
    static constexpr std::size_t MaxRequests = 50'000, MaxApplications = 1'000;

    struct Request {
        std::uint32_t controller = 0;
        std::string_view url, method;          ///< empty in names of before 2013-12-16
        std::vector<MetricId> counts, timings; ///< more than one when spellings or tags differ
    };
    struct Controller {
        std::uint32_t application = 0;
        std::string_view hash;
        std::vector<std::uint32_t> requests;
    };
    struct Application {
        std::string name; ///< as Identity::name() has it; empty for metrics without a prefix
        PrefixSpellings spellings = 0;
        std::vector<std::uint32_t> controllers;
    };

    /// True when the name is one of m3's. `info.name` must stay where it is.
    bool add(MetricId id, const MetricInfo &info);
    /// An application that has registered and sent nothing yet.
    std::optional<std::uint32_t> addApplication(std::string_view name);

    [[nodiscard]] const std::vector<Application> &applications() const noexcept { return m_applications; }
    [[nodiscard]] const std::vector<Controller> &controllers() const noexcept { return m_controllers; }
    [[nodiscard]] const std::deque<Request> &requests() const noexcept { return m_requests; }
    [[nodiscard]] std::uint64_t leftOut() const noexcept { return m_leftOut; } ///< metrics

private:
    struct Hash {
        using is_transparent = void;
        [[nodiscard]] std::size_t operator()(std::string_view text) const noexcept
        {
            return std::hash<std::string_view>()(text);
        }
    };
    using Index = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

    [[nodiscard]] std::optional<std::uint32_t> addRequest(const RequestName &name,
                                                          const std::string &application, std::string key);

    std::vector<Application> m_applications;
    std::vector<Controller> m_controllers;
    std::deque<Request> m_requests; ///< many: a vector would move them all when it grows
    Index m_applicationOf, m_controllerOf, m_requestOf;
    std::uint64_t m_leftOut = 0;
};

} // namespace metriscope::net
