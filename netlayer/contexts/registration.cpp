// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/contexts/registration.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace metriscope::net
{

using namespace Qt::StringLiterals;

namespace
{

using Problem = std::optional<RegistrationProblem>;

RegistrationProblem problemOf(RegistrationError error, const QString &where)
{
    return {error, where, 0};
}

QString nameOfPart(std::size_t part)
{
    const std::string_view name = Identity::Names[part];
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

Problem readIdentity(const QJsonValue &value, Identity &identity)
{
    if (value.isUndefined())
        return problemOf(RegistrationError::MissingField, u"identity"_s);
    if (!value.isObject())
        return problemOf(RegistrationError::WrongType, u"identity"_s);
    for (std::size_t part = 0; part < Identity::Parts; ++part) {
        const QString name = nameOfPart(part), where = u"identity."_s + name;
        const QJsonValue text = value.toObject().value(name);
        if (text.isUndefined() || text.isNull()) // a short prefix
            continue;
        if (!text.isString())
            return problemOf(RegistrationError::WrongType, where);
        identity.parts[part] = text.toString().toStdString();
        if (identity.parts[part].size() > Registration::MaxPart)
            return problemOf(RegistrationError::TooLong, where);
    }
    return {};
}

/// `{"<md5>": {"url": "/auth"}}`
Problem readControllers(const QJsonObject &object, Registration &into)
{
    const QString where = u"info.controller"_s;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const auto md5 = md5FromHex(entry.key().toStdString());
        if (!md5)
            return problemOf(RegistrationError::NotMd5, where);
        const QJsonValue url = entry.value().toObject().value("url"_L1);
        if (!url.isString())
            return problemOf(RegistrationError::WrongType, where);
        into.add(into.controllers, *md5, url.toString().toStdString());
    }
    return {};
}

Problem readControllers(const QJsonValue &value, Registration &into)
{
    if (value.isObject())
        return readControllers(value.toObject(), into);
    if (!value.isArray())
        return problemOf(RegistrationError::WrongType, u"info.controller"_s);
    into.shape = Registration::Shape::ControllerList;
    for (const QJsonValue &entry : value.toArray()) {
        if (!entry.isObject())
            return problemOf(RegistrationError::WrongType, u"info.controller"_s);
        if (Problem problem = readControllers(entry.toObject(), into))
            return problem;
    }
    return {};
}

Problem readUrls(const QJsonValue &value, Registration &into)
{
    if (!value.isObject())
        return problemOf(RegistrationError::WrongType, u"info.url"_s);
    const QJsonObject urls = value.toObject();
    for (auto entry = urls.begin(); entry != urls.end(); ++entry) {
        const auto md5 = md5FromHex(entry.key().toStdString());
        if (!md5)
            return problemOf(RegistrationError::NotMd5, u"info.url"_s);
        if (!entry.value().isString())
            return problemOf(RegistrationError::WrongType, u"info.url"_s);
        into.add(into.urls, *md5, entry.value().toString().toStdString());
    }
    return {};
}

Result<Registration, RegistrationProblem> readObject(const QJsonObject &object)
{
    Registration read;
    if (const Problem problem = readIdentity(object.value("identity"_L1), read.identity))
        return *problem;
    const QJsonValue info = object.value("info"_L1);
    if (info.isUndefined())
        return problemOf(RegistrationError::MissingField, u"info"_s);
    if (!info.isObject())
        return problemOf(RegistrationError::WrongType, u"info"_s);
    const QJsonValue controllers = info.toObject().value("controller"_L1);
    const QJsonValue urls = info.toObject().value("url"_L1);
    if (controllers.isUndefined() && urls.isUndefined())
        return problemOf(RegistrationError::MissingField, u"info.controller"_s);
    if (urls.isUndefined())
        read.shape = Registration::Shape::Controllers;
    if (!controllers.isUndefined()) {
        if (const Problem problem = readControllers(controllers, read))
            return *problem;
    }
    if (!urls.isUndefined()) {
        if (const Problem problem = readUrls(urls, read))
            return *problem;
    }
    read.sent = object.value("timestamp"_L1).toInteger();
    return read;
}

/// In the order of the keys: QJsonObject would move all that stand behind a new one.
template <typename ToValue>
QJsonObject objectOf(const Registration::Urls &urls, ToValue toValue)
{
    std::vector<std::pair<QString, QString>> entries;
    entries.reserve(urls.size());
    for (const auto &[md5, url] : urls)
        entries.emplace_back(QString::fromStdString(hexOf(md5)), QString::fromStdString(url));
    std::ranges::sort(entries);
    QJsonObject object;
    for (const auto &[key, url] : entries)
        object.insert(key, toValue(url));
    return object;
}

QByteArray wordOf(RegistrationError error)
{
    switch (error) {
    case RegistrationError::NotJson:
        return QByteArrayLiteral("not-json");
    case RegistrationError::MissingField:
        return QByteArrayLiteral("missing-field");
    case RegistrationError::WrongType:
        return QByteArrayLiteral("wrong-type");
    case RegistrationError::NotMd5:
        return QByteArrayLiteral("not-md5");
    case RegistrationError::TooLong:
        return QByteArrayLiteral("too-long");
    }
    return {};
}

/// "http://localhost:8000/auth/login?next=/" is hashed by m3-core as "/auth/login".
QString pathOf(const QString &line)
{
    QString path = line.trimmed();
    if (const qsizetype scheme = path.indexOf("://"_L1); scheme >= 0) {
        const qsizetype slash = path.indexOf(u'/', scheme + 3);
        path = slash < 0 ? u"/"_s : path.mid(slash);
    }
    return path.section(u'?', 0, 0).section(u'#', 0, 0);
}

} // namespace

const std::string *Registration::url(const Md5 &md5) const
{
    const auto found = urls.find(md5);
    return found == urls.end() ? nullptr : &found->second;
}

const std::string *Registration::controller(const Md5 &md5) const
{
    const auto found = controllers.find(md5);
    return found == controllers.end() ? nullptr : &found->second;
}

void Registration::add(Urls &to, const Md5 &md5, std::string url)
{
    constexpr std::size_t NodeBytes = 96;
    if (url.size() > MaxUrl) {
        ++leftOut;
        return;
    }
    bytes += NodeBytes + url.size();
    to.insert_or_assign(md5, std::move(url));
}

QByteArray RegistrationProblem::toJson() const
{
    QJsonObject object{{u"error"_s, QString::fromLatin1(wordOf(error))}};
    if (error == RegistrationError::NotJson)
        object.insert("at"_L1, at);
    if (!where.isEmpty())
        object.insert("where"_L1, where);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

Result<Registration, RegistrationProblem> readRegistration(const QByteArray &json)
{
    // Qt's parser checks the UTF-8, ends at 1024 levels and takes memory in proportion to the text, which the
    // server bounds.
    QJsonParseError parsing;
    const auto document = QJsonDocument::fromJson(json, &parsing);
    if (parsing.error != QJsonParseError::NoError)
        return RegistrationProblem{RegistrationError::NotJson, {}, parsing.offset};
    if (!document.isObject())
        return problemOf(RegistrationError::WrongType, {});
    return readObject(document.object());
}

Registration pastedRegistration(const QString &text)
{
    Registration pasted;
    pasted.shape = Registration::Shape::Pasted;
    for (const QString &line : text.split(u'\n')) {
        const std::string path = pathOf(line).toStdString();
        if (!path.empty())
            pasted.add(pasted.urls, md5Of(path), path);
    }
    return pasted;
}

QJsonObject registrationToJson(const Registration &registration)
{
    QJsonObject identity;
    for (std::size_t part = 0; part < Identity::Parts; ++part) {
        if (!registration.identity.parts[part].empty())
            identity.insert(nameOfPart(part), QString::fromStdString(registration.identity.parts[part]));
    }
    const auto toController = [](const QString &url) { return QJsonObject{{u"url"_s, url}}; };
    const auto toUrl = [](const QString &url) { return QJsonValue(url); };
    return {{u"identity"_s, identity},
            {u"timestamp"_s, qint64{registration.sent}},
            {u"received"_s, qint64{registration.received}},
            {u"shape"_s, static_cast<int>(registration.shape)},
            {u"info"_s, QJsonObject{{u"controller"_s, objectOf(registration.controllers, toController)},
                                    {u"url"_s, objectOf(registration.urls, toUrl)}}}};
}

Result<Registration, RegistrationProblem> registrationFromJson(const QJsonObject &json)
{
    auto read = readObject(json);
    if (!read)
        return read;
    read->received = json.value("received"_L1).toInteger();
    const int shape = json.value("shape"_L1).toInt();
    if (shape < 0 || shape > static_cast<int>(Registration::Shape::Pasted))
        return problemOf(RegistrationError::WrongType, u"shape"_s);
    read->shape = static_cast<Registration::Shape>(shape);
    return read;
}

} // namespace metriscope::net
