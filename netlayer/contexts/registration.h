// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/contexts/identity.h"
#include "netlayer/contexts/md5.h"
#include "netlayer/types/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMetaType>
#include <QString>

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

namespace metriscope::net
{

/// What an application registered at its start: which URLs are behind the hashes in its metrics' names.
struct Registration {
    enum class Shape : std::uint8_t {
        Current,        ///< controllers and URLs (since 2013-12-16)
        Controllers,    ///< an object of controllers alone
        ControllerList, ///< a list of objects with one controller each
        Pasted          ///< none: the reader gave the URLs by hand
    };
    using Urls = std::unordered_map<Md5, std::string, Md5Hash>;

    Shape shape = Shape::Current;
    Identity identity;
    std::int64_t sent = 0;     ///< the application's clock, seconds since the epoch; 0: it did not say
    std::int64_t received = 0; ///< our wall clock, milliseconds since the epoch
    Urls controllers, urls;
    bool passing = false;      ///< made up for a while: never written to a file
    std::uint32_t leftOut = 0; ///< URLs of more than MaxUrl bytes
    std::size_t bytes = 0;     ///< about what it takes in memory

    static constexpr std::size_t MaxUrl = 2048; ///< bytes
    static constexpr std::size_t MaxPart = 200; ///< bytes of one part of the identity
    [[nodiscard]] const std::string *url(const Md5 &md5) const;
    [[nodiscard]] const std::string *controller(const Md5 &md5) const;
    void add(Urls &to, const Md5 &md5, std::string url);
};
using RegistrationPtr = std::shared_ptr<const Registration>;

enum class RegistrationError : std::uint8_t {
    NotJson, ///< also deeper than 1024 levels, or not UTF-8
    MissingField,
    WrongType,
    NotMd5, ///< a key that is not 32 hexadecimal digits
    TooLong ///< a part of the identity
};
struct RegistrationProblem {
    RegistrationError error = RegistrationError::NotJson;
    QString where; ///< "info.controller"
    int at = 0;    ///< NotJson: byte
    /// For the answer: `{"error":"not-json","at":17}`. Stable words, for who reads the client's log.
    [[nodiscard]] QByteArray toJson() const;
};

/// Reads the body of `POST /register` in all three shapes that m3-core has sent.
[[nodiscard]] Result<Registration, RegistrationProblem> readRegistration(const QByteArray &json);
/// Of URLs as typed by hand, one a line; what stands before the path is left out.
[[nodiscard]] Registration pastedRegistration(const QString &text);

/// As kept between runs.
[[nodiscard]] QJsonObject registrationToJson(const Registration &registration);
[[nodiscard]] Result<Registration, RegistrationProblem> registrationFromJson(const QJsonObject &json);

} // namespace metriscope::net

Q_DECLARE_METATYPE(metriscope::net::RegistrationPtr)
