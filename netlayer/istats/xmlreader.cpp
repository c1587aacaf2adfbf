// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/istats/xmlreader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace metriscope::net
{

namespace
{

constexpr std::string_view Blanks = " \t\r\n";
constexpr std::size_t LongestReference = 10; ///< "&#x10FFFF;"

[[nodiscard]] bool isNameByte(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.' || c == ':' || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

[[nodiscard]] bool mayStandInXml(std::uint32_t code) noexcept
{
    return code == 9 || code == 10 || code == 13 || (code >= 0x20 && code < 0xD800) ||
           (code >= 0xE000 && code <= 0x10FFFF && code != 0xFFFE && code != 0xFFFF);
}

void appendUtf8(std::string &out, std::uint32_t code)
{
    const auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (code < 0x80) {
        put(code);
        return;
    }
    if (code < 0x800) {
        put(0xC0U | code >> 6U);
    } else {
        if (code < 0x10000) {
            put(0xE0U | code >> 12U);
        } else {
            put(0xF0U | code >> 18U);
            put(0x80U | (code >> 12U & 0x3FU));
        }
        put(0x80U | (code >> 6U & 0x3FU));
    }
    put(0x80U | (code & 0x3FU));
}

class Reader
{
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    Result<XmlElement, XmlFault> run()
    {
        if (m_text.size() > MaxXmlBytes)
            return XmlFault{XmlIssue::TooLarge, MaxXmlBytes};
        if (m_text.starts_with("\xEF\xBB\xBF"))
            m_at = 3;
        while (!m_issue && !m_done)
            step();
        while (!m_issue && m_at < m_text.size())
            tail();
        if (m_issue)
            return XmlFault{*m_issue, m_at};
        return std::move(m_root);
    }

private:
    [[nodiscard]] std::string_view rest() const { return m_text.substr(m_at); }
    void fail(XmlIssue issue) { m_issue = m_issue.value_or(issue); }

    void step()
    {
        if (m_at == m_text.size())
            return fail(m_open.empty() && !m_any ? XmlIssue::NotXml : XmlIssue::Truncated);
        if (rest().front() != '<')
            return text();
        if (!skipMarkup())
            element();
    }

    /// After the end of the root only remarks and blanks may stand.
    void tail()
    {
        if (Blanks.find(rest().front()) != std::string_view::npos)
            ++m_at;
        else if (!skipMarkup())
            fail(XmlIssue::TrailingText);
    }

    /// Comments, processing instructions and CDATA; true when it was one of them, or an error.
    bool skipMarkup()
    {
        if (rest().starts_with("<!--"))
            return skipPast("-->", 4);
        if (rest().starts_with("<?"))
            return skipPast("?>", 2);
        if (rest().starts_with("<![CDATA[") && !m_open.empty()) {
            const auto end = m_text.find("]]>", m_at);
            if (end == std::string_view::npos)
                return fail(XmlIssue::Truncated), true;
            m_open.back().text += m_text.substr(m_at + 9, end - m_at - 9);
            m_at = end + 3;
            return true;
        }
        if (rest().starts_with("<!"))
            return fail(XmlIssue::Doctype), true;
        return false;
    }

    bool skipPast(std::string_view end, std::size_t from)
    {
        const auto found = m_text.find(end, m_at + from);
        if (found == std::string_view::npos)
            fail(XmlIssue::Truncated);
        else
            m_at = found + end.size();
        return true;
    }

    void text()
    {
        const auto end = std::min(m_text.find('<', m_at), m_text.size());
        if (m_open.empty()) {
            m_at = std::min(m_text.find_first_not_of(Blanks, m_at), m_text.size());
            if (m_at < end)
                fail(XmlIssue::NotXml);
            return;
        }
        std::string &into = m_open.back().text;
        while (m_at < end && !m_issue) {
            const auto mark = std::min(m_text.find('&', m_at), end);
            into += m_text.substr(m_at, mark - m_at);
            m_at = mark;
            if (m_at < end)
                reference(into);
        }
    }

    void reference(std::string &into)
    {
        static constexpr std::array<std::pair<std::string_view, char>, 5> Known{
            {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};
        for (const auto &[name, character] : Known) {
            if (rest().starts_with(name)) {
                into.push_back(character);
                m_at += name.size();
                return;
            }
        }
        const auto end = rest().substr(0, LongestReference).find(';');
        if (end == std::string_view::npos || !rest().starts_with("&#"))
            return fail(XmlIssue::BadEntity);
        const bool hex = rest().substr(2, 1) == "x";
        const std::string_view digits = rest().substr(hex ? 3 : 2, end - (hex ? 3 : 2));
        std::uint32_t code = 0;
        const auto [stop, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
        if (error != std::errc() || stop != digits.data() + digits.size() || !mayStandInXml(code))
            return fail(XmlIssue::BadEntity);
        appendUtf8(into, code);
        m_at += end + 1;
    }

    [[nodiscard]] std::string_view name()
    {
        const auto from = m_at;
        while (m_at < m_text.size() && isNameByte(m_text[m_at]))
            ++m_at;
        return m_text.substr(from, m_at - from);
    }

    void element()
    {
        const auto begin = m_at++;
        const bool closing = rest().starts_with('/');
        if (closing)
            ++m_at;
        const std::string_view given = name();
        if (given.empty())
            return fail(m_at == m_text.size() ? XmlIssue::Truncated : XmlIssue::BadName);
        const bool empty = restOfTag();
        if (m_issue)
            return;
        if (closing)
            return close(given, begin);
        if (m_open.size() == MaxXmlDepth)
            return fail(XmlIssue::TooDeep);
        if (++m_elements > MaxXmlElements)
            return fail(XmlIssue::TooMany);
        m_any = true;
        m_open.push_back({std::string(given), {}, {}, begin});
        if (empty)
            close(given, begin);
    }

    /// Up to and with the bracket; true when the element is empty, `<nil/>`.
    bool restOfTag()
    {
        bool slash = false;
        for (char quote = 0; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (quote != 0) {
                quote = c == quote ? '\0' : quote;
            } else if (c == '>') {
                ++m_at;
                return slash;
            } else if (c == '<') {
                break;
            } else if (c == '"' || c == '\'') {
                quote = c;
            }
            slash = quote == 0 && c == '/';
        }
        fail(m_at == m_text.size() ? XmlIssue::Truncated : XmlIssue::BadName);
        return false;
    }

    void close(std::string_view given, std::size_t begin)
    {
        if (m_open.empty() || m_open.back().name != given) {
            m_at = begin;
            return fail(XmlIssue::Mismatch);
        }
        XmlElement closed = std::move(m_open.back());
        m_open.pop_back();
        if (m_open.empty()) {
            m_root = std::move(closed);
            m_done = true;
        } else {
            m_open.back().children.push_back(std::move(closed));
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0, m_elements = 0;
    std::vector<XmlElement> m_open; ///< from the root inward
    XmlElement m_root;
    std::optional<XmlIssue> m_issue;
    bool m_any = false, m_done = false;
};

} // namespace

const XmlElement *XmlElement::child(std::string_view wanted) const noexcept
{
    const auto found = std::ranges::find(children, wanted, &XmlElement::name);
    return found == children.end() ? nullptr : &*found;
}

Result<XmlElement, XmlFault> readXml(std::string_view text)
{
    return Reader(text).run();
}

void appendXmlText(std::string &out, std::string_view text)
{
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n')
            out.push_back(c);
    }
}

} // namespace metriscope::net
