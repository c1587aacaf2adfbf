// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace metriscope::net
{

/// Who an m3 application says it is: the five parts of its METRICS_PREFIX, and the `identity` of its
/// registration. A short prefix leaves the last ones out.
struct Identity {
    static constexpr std::size_t Parts = 5;
    static constexpr std::array<std::string_view, Parts> Names{"version", "region", "client", "product",
                                                               "instance"};
    std::array<std::string, Parts> parts;

    [[nodiscard]] const std::string &version() const noexcept { return parts[0]; }
    [[nodiscard]] const std::string &region() const noexcept { return parts[1]; }
    [[nodiscard]] const std::string &client() const noexcept { return parts[2]; }
    [[nodiscard]] const std::string &product() const noexcept { return parts[3]; }
    [[nodiscard]] const std::string &instance() const noexcept { return parts[4]; }
    [[nodiscard]] bool isComplete() const noexcept;
    /// "v1.tatar.bars.test.test": what the application is called, here and in its signals. Empty for none.
    [[nodiscard]] std::string name() const;

    /// Of a name(); empty for one of more parts.
    [[nodiscard]] static Identity fromName(std::string_view name);

    friend bool operator==(const Identity &, const Identity &) = default;
};

/// How a prefix stands in front of its metrics. The documented METRICS_PREFIX ends with a dot and the client
/// joins with another one, so that the double dot is the usual spelling.
enum class PrefixSpelling : std::uint8_t {
    None = 0,      ///< METRICS_PREFIX is None: `requests.total`
    SingleDot = 1, ///< `v1.tatar.bars.test.instance_test.requests.total`
    DoubleDot = 2  ///< `v1.tatar.bars.test.instance_test..requests.total`
};
using PrefixSpellings = std::uint8_t; ///< bits of PrefixSpelling, those that were seen

struct PrefixReading {
    enum class Form : std::uint8_t {
        None,     ///< empty
        Complete, ///< five parts, the last one `instance_NAME`
        Short,    ///< fewer parts
        Foreign   ///< more parts, an empty one among them, or five without `instance_`
    };
    Form form = Form::None;
    bool trailingDot = false;
    Identity identity; ///< left empty where the form is Foreign
    std::string name;  ///< Identity::name(); of a foreign prefix the prefix without its trailing dots
};
/// Reads METRICS_PREFIX as the application has it in its settings, or as it stands before a metric's name.
[[nodiscard]] PrefixReading readPrefix(std::string_view prefix);

} // namespace metriscope::net
