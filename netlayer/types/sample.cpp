// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/types/sample.h"

namespace metriscope::net
{

constinit const Sample BlankSample{};

void canonicalTags(const Sample &sample, std::string &out)
{
    canonicalTags(sample.nameTags, sample.nameTagSyntax, sample.tags, out);
}

void unescapeText(std::string_view escaped, std::string &out)
{
    out.clear();
    for (std::size_t i = 0; i < escaped.size(); ++i) {
        if (escaped[i] == '\\' && i + 1 < escaped.size() && escaped[i + 1] == 'n') {
            out += '\n';
            ++i;
        } else {
            out += escaped[i];
        }
    }
}

} // namespace metriscope::net
