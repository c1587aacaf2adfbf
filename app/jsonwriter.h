// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>
#include <string_view>

namespace metriscope::app
{

/// Writes one JSON value on one line. QJsonDocument sorts keys and builds a tree first; a tick may hold
/// 100,000 metrics. Keys are ours and need no escape.
class JsonWriter final
{
public:
    void beginObject() { open('{'); }
    void beginObject(std::string_view key) { openAt(key, '{'); }
    void beginArray() { open('['); }
    void beginArray(std::string_view key) { openAt(key, '['); }
    void endObject() { close('}'); }
    void endArray() { close(']'); }

    /// Bytes from the network: what is not UTF-8 becomes U+FFFD.
    void text(std::string_view key, std::string_view bytes);
    /// The same where the key, too, came from the network.
    void textAt(std::string_view foreignKey, std::string_view bytes);
    void textItem(std::string_view bytes);
    /// Whole values of JSON, with commas between; nothing for none.
    void rawItems(const QByteArray &values);
    /// Shortest form that reads back the same. Nothing at all for what JSON cannot hold.
    void number(std::string_view key, double value);
    void numberItem(double value);
    void integer(std::string_view key, std::uint64_t value);
    /// Milliseconds as seconds with three decimals.
    void seconds(std::string_view key, std::int64_t milliseconds);
    void yes(std::string_view key) { truth(key, true); }
    void truth(std::string_view key, bool value);

    [[nodiscard]] QByteArray takeLine();

private:
    void comma();
    void digits(double value);
    void put(std::string_view bytes);
    void name(std::string_view key);
    void quoted(std::string_view bytes);
    void open(char bracket);
    void openAt(std::string_view key, char bracket);
    void close(char bracket);

    QByteArray m_bytes;
    bool m_first = true;
};

} // namespace metriscope::app
