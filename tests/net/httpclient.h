// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/net/testsocket.h"

#include <QByteArray>

#include <sys/socket.h>
#include <sys/time.h>

/// What a server says until it closes, or until `seconds` are over. Blocks; the server has a thread of its
/// own.
[[nodiscard]] inline QByteArray allThatComes(const TestSocket &socket, int seconds = 10)
{
    const timeval wait{seconds, 0};
    ::setsockopt(socket.fd(), SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
    QByteArray all;
    char buffer[4096];
    for (ssize_t got = 0; (got = ::recv(socket.fd(), buffer, sizeof buffer, 0)) > 0;)
        all.append(buffer, static_cast<qsizetype>(got));
    return all;
}

/// A request with the body's length, and the headers that a test adds.
[[nodiscard]] inline std::string httpRequest(std::string_view line, std::string_view body = {},
                                             std::string_view headers = {})
{
    std::string text(line);
    text += " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    text += headers;
    text += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
    return text.append(body);
}
