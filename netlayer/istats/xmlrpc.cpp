// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/istats/xmlrpc.h"

#include <charconv>

namespace metriscope::net
{

namespace
{

constexpr std::string_view Prolog = "<?xml version='1.0'?>\n";

[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept
{
    constexpr std::string_view Blanks = " \t\r\n";
    const auto from = text.find_first_not_of(Blanks);
    return from == std::string_view::npos ? std::string_view()
                                          : text.substr(from, text.find_last_not_of(Blanks) - from + 1);
}

/// The text of `<value>text</value>` and of `<value><string>text</string></value>`.
[[nodiscard]] const std::string *stringOf(const XmlElement &value) noexcept
{
    if (value.children.empty())
        return &value.text;
    const XmlElement *typed = value.child("string");
    return typed != nullptr && typed->children.empty() ? &typed->text : nullptr;
}

[[nodiscard]] std::optional<std::int64_t> integerOf(const XmlElement &value) noexcept
{
    for (const std::string_view type : {"int", "i4", "i8"}) {
        const XmlElement *typed = value.child(type);
        if (typed == nullptr)
            continue;
        const std::string_view digits = trimmed(typed->text);
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (error == std::errc() && end == digits.data() + digits.size())
            return number;
    }
    return std::nullopt;
}

[[nodiscard]] std::optional<RpcFault> faultOf(const XmlElement &fault)
{
    const XmlElement *value = fault.child("value");
    const XmlElement *members = value != nullptr ? value->child("struct") : nullptr;
    if (members == nullptr)
        return std::nullopt;
    RpcFault read;
    bool any = false;
    for (const XmlElement &member : members->children) {
        const XmlElement *name = member.child("name"), *content = member.child("value");
        if (name == nullptr || content == nullptr)
            continue;
        if (name->text == "faultCode") {
            if (const auto code = integerOf(*content)) {
                read.code = *code;
                any = true;
            }
        } else if (const std::string *text = stringOf(*content); name->text == "faultString" && text) {
            read.text = *text;
            any = true;
        }
    }
    return any ? std::optional(std::move(read)) : std::nullopt;
}

} // namespace

Result<RpcAnswer, RpcTrouble> readRpcAnswer(std::string_view text)
{
    const auto root = readXml(text);
    if (!root)
        return RpcTrouble{root.error().issue, root.error().at};
    if (root->name != "methodResponse")
        return RpcTrouble{std::nullopt, root->at};
    RpcAnswer answer;
    if (const XmlElement *fault = root->child("fault")) {
        answer.fault = faultOf(*fault);
        if (!answer.fault)
            return RpcTrouble{std::nullopt, fault->at};
        return answer;
    }
    const XmlElement *at = &*root;
    for (const std::string_view step : {"params", "param", "value"}) {
        const XmlElement *next = at->child(step);
        if (next == nullptr)
            return RpcTrouble{std::nullopt, at->at};
        at = next;
    }
    const std::string *value = stringOf(*at);
    if (value == nullptr)
        return RpcTrouble{std::nullopt, at->at};
    answer.text = *value;
    return answer;
}

Result<RpcCall, RpcTrouble> readRpcCall(std::string_view text)
{
    const auto root = readXml(text);
    if (!root)
        return RpcTrouble{root.error().issue, root.error().at};
    const XmlElement *method = root->name == "methodCall" ? root->child("methodName") : nullptr;
    if (method == nullptr || !method->children.empty())
        return RpcTrouble{std::nullopt, root->at};
    RpcCall call{std::string(trimmed(method->text)), 0};
    if (const XmlElement *parameters = root->child("params"))
        call.parameters = parameters->children.size();
    return call;
}

std::string rpcCall(std::string_view method)
{
    std::string out(Prolog);
    out += "<methodCall>\n<methodName>";
    appendXmlText(out, method);
    return out += "</methodName>\n<params>\n</params>\n</methodCall>\n";
}

std::string rpcAnswer(std::string_view value)
{
    std::string out(Prolog);
    out += "<methodResponse>\n<params>\n<param>\n<value><string>";
    appendXmlText(out, value);
    return out += "</string></value>\n</param>\n</params>\n</methodResponse>\n";
}

std::string rpcFault(const RpcFault &fault)
{
    std::string out(Prolog);
    out += "<methodResponse>\n<fault>\n<value><struct>\n<member>\n<name>faultCode</name>\n<value><int>";
    out += std::to_string(fault.code);
    out += "</int></value>\n</member>\n<member>\n<name>faultString</name>\n<value><string>";
    appendXmlText(out, fault.text);
    return out += "</string></value>\n</member>\n</struct></value>\n</fault>\n</methodResponse>\n";
}

} // namespace metriscope::net
