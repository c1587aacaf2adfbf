// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/types/tags.h"

#include <algorithm>
#include <vector>

namespace metriscope::net
{

namespace
{

struct Tag {
    std::string_view key, value;
    bool bare = true;
};

/// A comma separates canonical tags, so that none is left within one.
constexpr char written(char c) noexcept
{
    return c == ',' ? '_' : c;
}

/// In the order of the keys as written.
bool precedes(const Tag &a, const Tag &b) noexcept
{
    const auto less = [](char x, char y) {
        return static_cast<unsigned char>(written(x)) < static_cast<unsigned char>(written(y));
    };
    return std::lexicographical_compare(a.key.begin(), a.key.end(), b.key.begin(), b.key.end(), less);
}

void split(std::string_view text, TagSyntax syntax, std::vector<Tag> &tags)
{
    if (syntax == TagSyntax::None)
        return;
    const char between = syntax == TagSyntax::Graphite ? ';' : ',';
    const char assign = syntax == TagSyntax::Datadog ? ':' : '=';
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(between), text.size());
        const std::string_view tag = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (tag.empty())
            continue;
        const std::size_t colon = tag.find(assign);
        if (colon == std::string_view::npos)
            tags.push_back({tag, {}, true});
        else
            tags.push_back({tag.substr(0, colon), tag.substr(colon + 1), false});
    }
}

} // namespace

void canonicalTags(std::string_view nameTags, TagSyntax nameTagSyntax, std::string_view tags,
                   std::string &out)
{
    out.clear();
    std::vector<Tag> all;
    split(nameTags, nameTagSyntax, all);
    split(tags, TagSyntax::Datadog, all);
    std::stable_sort(all.begin(), all.end(), precedes);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i + 1 < all.size() && !precedes(all[i], all[i + 1]))
            continue; // a later one of the same key follows
        if (!out.empty())
            out += ',';
        for (const char c : all[i].key)
            out += written(c);
        if (all[i].bare)
            continue;
        out += ':';
        for (const char c : all[i].value)
            out += written(c);
    }
}

} // namespace metriscope::net
