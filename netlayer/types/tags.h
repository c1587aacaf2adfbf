// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace metriscope::net
{

/// How tags are written.
enum class TagSyntax : std::uint8_t {
    None,
    Datadog,  ///< `a:b,c` after `|#`
    Graphite, ///< `a=b;c=d` after `name;`
    Influx,   ///< `a=b,c=d` after `name,`
    SignalFx  ///< `a=b,c=d` within `name[...]`
};

/// Replaces `out` by the tags in canonical form: `key:value,key2:value2`, sorted by key, bare tags without a
/// colon. Of two values for one key the later one stays; empty tags are left out; a comma within a Graphite
/// value becomes `_`. Tags of the name come first, so that those of the line win. Allocates; called once per
/// spelling of a metric.
void canonicalTags(std::string_view nameTags, TagSyntax nameTagSyntax, std::string_view tags,
                   std::string &out);

} // namespace metriscope::net
