// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/types/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace metriscope::net
{

struct XmlElement {
    std::string name;
    std::string text; ///< of the element itself, references resolved
    std::vector<XmlElement> children;
    std::size_t at = 0; ///< byte where it begins

    [[nodiscard]] const XmlElement *child(std::string_view wanted) const noexcept; ///< the first of that name
};

enum class XmlIssue : std::uint8_t {
    TooLarge,    ///< over MaxXmlBytes
    NotXml,      ///< does not begin as XML
    Doctype,     ///< a document type: what it may declare expands without bounds
    BadEntity,   ///< a reference to nothing known
    BadName,     ///< no name where one must stand
    Mismatch,    ///< an end without its beginning
    TooDeep,     ///< over MaxXmlDepth elements within each other
    TooMany,     ///< over MaxXmlElements of them
    Truncated,   ///< ends too early
    TrailingText ///< something after the end
};

struct XmlFault {
    XmlIssue issue = XmlIssue::NotXml;
    std::size_t at = 0; ///< byte
};

inline constexpr std::size_t MaxXmlBytes = std::size_t{1} << 20, MaxXmlDepth = 32, MaxXmlElements = 4096;

/// Reads as much of XML as XML-RPC has: elements, text, CDATA, comments; attributes are skipped. Nothing is
/// ever declared or fetched. Pure.
[[nodiscard]] Result<XmlElement, XmlFault> readXml(std::string_view text);

/// Appends `text` with `&`, `<` and `>` escaped, and without what XML cannot hold.
void appendXmlText(std::string &out, std::string_view text);

} // namespace metriscope::net
