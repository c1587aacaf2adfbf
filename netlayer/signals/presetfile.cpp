// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/signals/presetfile.h"

#include "netlayer/signals/namepattern.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

// qInitResources of a static library's resource stands outside of every namespace.
static void initPresetResource()
{
    Q_INIT_RESOURCE(presets);
}

namespace metriscope::net
{

using namespace Qt::StringLiterals;

namespace
{

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

std::optional<SignalRole> roleOf(const QString &name)
{
    for (int i = 0; i < SignalRoleCount; ++i) {
        if (text(roleName(SignalRole(i))) == name)
            return SignalRole(i);
    }
    return std::nullopt;
}

std::optional<MetricKind> metricKindOf(const QString &name)
{
    for (int i = 0; i < MetricKindCount; ++i) {
        if (text(kindName(MetricKind(i))) == name)
            return MetricKind(i);
    }
    return std::nullopt;
}

bool isId(const QString &id)
{
    return !id.isEmpty() && id.size() <= 64 && std::ranges::all_of(id, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
    });
}

/// Reads the fields of one object; the first thing that is wrong is kept.
class Reader
{
public:
    Reader(const QJsonObject &object, QString path, std::optional<PresetProblem> &problem)
        : m_object(object), m_path(std::move(path)), m_problem(problem)
    {
    }

    QJsonValue take(const QString &key, QJsonValue::Type type, bool required = true)
    {
        QJsonValue value = m_object.take(key);
        if (value.isUndefined() && !required)
            return value;
        if (value.isUndefined())
            fail(PresetError::MissingField, key);
        else if (value.type() != type)
            fail(PresetError::WrongType, key);
        return value;
    }
    void fail(PresetError error, const QString &key, const QString &detail = {})
    {
        if (!m_problem)
            m_problem = PresetProblem{error, m_path + key, detail};
    }
    void finish()
    {
        if (!m_object.isEmpty())
            fail(PresetError::UnknownField, m_object.begin().key());
    }

private:
    QJsonObject m_object;
    QString m_path;
    std::optional<PresetProblem> &m_problem;
};

SignalRule readRule(const QJsonObject &object, const QString &path, std::optional<PresetProblem> &problem)
{
    Reader reader(object, path, problem);
    SignalRule rule;
    const auto role = roleOf(reader.take(u"role"_s, QJsonValue::String).toString());
    const auto kind = metricKindOf(reader.take(u"kind"_s, QJsonValue::String).toString());
    rule.pattern = reader.take(u"pattern"_s, QJsonValue::String).toString().toStdString();
    rule.negative = reader.take(u"negative"_s, QJsonValue::Bool, false).toBool(false);
    const QJsonObject tags = reader.take(u"tags"_s, QJsonValue::Object, false).toObject();
    for (auto tag = tags.begin(); tag != tags.end(); ++tag) {
        if (!tag->isString())
            reader.fail(PresetError::WrongType, u"tags."_s + tag.key());
        rule.tags.push_back({tag.key().toStdString(), tag->toString().toStdString()});
    }
    reader.finish();
    if (!role)
        reader.fail(PresetError::UnknownRole, u"role"_s);
    if (!kind)
        reader.fail(PresetError::UnknownKind, u"kind"_s);
    if (!role || !kind)
        return rule;
    rule.role = *role;
    rule.kind = *kind;
    if (rule.negative && rule.role != SignalRole::InFlight)
        reader.fail(PresetError::UnknownField, u"negative"_s);
    if (!feeds(rule.role, rule.kind))
        reader.fail(PresetError::KindDoesNotFitRole, u"kind"_s);
    if (!NamePattern::parse(rule.pattern))
        reader.fail(PresetError::BadPattern, u"pattern"_s);
    return rule;
}

} // namespace

Result<Preset, PresetProblem> presetFromJson(const QByteArray &json)
{
    if (json.size() > MaxPresetBytes)
        return PresetProblem{PresetError::TooLarge, {}, {}};
    QJsonParseError parseError;
    const auto document = QJsonDocument::fromJson(json, &parseError);
    if (document.isNull())
        return PresetProblem{
            PresetError::NotJson, {}, u"%1 (%2)"_s.arg(parseError.errorString()).arg(parseError.offset)};
    if (!document.isObject())
        return PresetProblem{PresetError::WrongType, {}, {}};

    std::optional<PresetProblem> problem;
    Reader reader(document.object(), {}, problem);
    Preset preset;
    if (reader.take(u"format"_s, QJsonValue::Double).toDouble() != 1)
        reader.fail(PresetError::UnknownFormat, u"format"_s);
    const QString id = reader.take(u"id"_s, QJsonValue::String).toString();
    if (!isId(id))
        reader.fail(PresetError::BadId, u"id"_s);
    preset.id = id.toStdString();
    preset.applicationName = reader.take(u"applicationName"_s, QJsonValue::String).toString().toStdString();
    const auto unit = timerUnitOf(reader.take(u"timerUnit"_s, QJsonValue::String).toString().toStdString());
    if (!unit)
        reader.fail(PresetError::UnknownUnit, u"timerUnit"_s);
    preset.timerUnit = unit.value_or(TimerUnit::Milliseconds);
    preset.foldTrailingDots = reader.take(u"foldTrailingDots"_s, QJsonValue::Bool, false).toBool(false);
    preset.lastPartMark = reader.take(u"lastPartMark"_s, QJsonValue::String, false).toString().toStdString();
    preset.applicationOfSource = reader.take(u"applicationOfSource"_s, QJsonValue::Bool, false).toBool(false);
    preset.sourcesApart = reader.take(u"sourcesApart"_s, QJsonValue::Bool, false).toBool(false);
    if (const auto source = reader.take(u"source"_s, QJsonValue::String, false).toString();
        !source.isEmpty()) {
        preset.source = sourceKindOf(source.toStdString());
        if (!preset.source || preset.source == SourceKind::Signals)
            reader.fail(PresetError::UnknownSource, u"source"_s);
    }
    const QJsonArray rules = reader.take(u"rules"_s, QJsonValue::Array).toArray();
    if (rules.size() > MaxPresetRules)
        reader.fail(PresetError::TooLarge, u"rules"_s);
    reader.finish();
    for (qsizetype i = 0; i < rules.size() && !problem; ++i) {
        const QString path = u"rules[%1]"_s.arg(i);
        if (!rules[i].isObject())
            reader.fail(PresetError::WrongType, path);
        else
            preset.rules.push_back(readRule(rules[i].toObject(), path + u'.', problem));
    }
    if (problem)
        return *std::move(problem);
    return preset;
}

QByteArray presetToJson(const Preset &preset)
{
    QJsonArray rules;
    for (const SignalRule &rule : preset.rules) {
        QJsonObject written{{u"role"_s, text(roleName(rule.role))},
                            {u"kind"_s, text(kindName(rule.kind))},
                            {u"pattern"_s, text(rule.pattern)}};
        QJsonObject tags;
        for (const SignalRule::Tag &tag : rule.tags)
            tags[text(tag.key)] = text(tag.value);
        if (!tags.isEmpty())
            written[u"tags"_s] = tags;
        if (rule.negative)
            written[u"negative"_s] = true;
        rules.append(written);
    }
    QJsonObject written{{u"format"_s, 1},
                        {u"id"_s, text(preset.id)},
                        {u"applicationName"_s, text(preset.applicationName)},
                        {u"timerUnit"_s, text(timerUnitName(preset.timerUnit))},
                        {u"foldTrailingDots"_s, preset.foldTrailingDots},
                        {u"applicationOfSource"_s, preset.applicationOfSource},
                        {u"sourcesApart"_s, preset.sourcesApart},
                        {u"rules"_s, rules}};
    if (!preset.lastPartMark.empty())
        written[u"lastPartMark"_s] = text(preset.lastPartMark);
    if (preset.source)
        written[u"source"_s] = text(sourceKindName(*preset.source));
    return QJsonDocument(written).toJson();
}

Result<Preset, PresetProblem> loadPreset(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return PresetProblem{PresetError::NotReadable, {}, file.errorString()};
    return presetFromJson(file.read(MaxPresetBytes + 1));
}

std::vector<Preset> shippedPresets()
{
    initPresetResource();
    std::vector<Preset> presets;
    for (const auto *name : {":/presets/m3.json", ":/presets/gunicorn.json",
                             ":/presets/django-prometheus.json", ":/presets/gstats.json"}) {
        if (auto preset = loadPreset(QString::fromLatin1(name)))
            presets.push_back(*std::move(preset));
    }
    return presets;
}

UserPresets loadUserPresets(const QString &folder)
{
    UserPresets read;
    QStringList files = QDir(folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    if (files.size() > MaxUserPresets) {
        read.problems.push_back({folder, {PresetError::TooLarge, {}, {}}});
        files.resize(MaxUserPresets);
    }
    for (const QString &file : files) {
        const QString path = folder + u'/' + file;
        auto preset = loadPreset(path);
        if (preset)
            read.presets.push_back(*std::move(preset));
        else
            read.problems.push_back({path, preset.error()});
    }
    return read;
}

QString userPresetFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/metriscope/presets"_s;
}

std::vector<Preset> allPresets(const GenericPreset &generic, const std::vector<Preset> &ofUser)
{
    std::vector<Preset> presets{generic.preset()};
    const auto add = [&](const Preset &preset) {
        if (std::ranges::find(presets, preset.id, &Preset::id) == presets.end())
            presets.push_back(preset);
    };
    std::ranges::for_each(ofUser, add);
    std::ranges::for_each(shippedPresets(), add);
    return presets;
}

QJsonObject genericToJson(const GenericPreset &generic)
{
    return {{u"applicationName"_s, text(generic.applicationName)},
            {u"requestRate"_s, text(generic.requestRate)},
            {u"latency"_s, text(generic.latency)},
            {u"activeUsers"_s, text(generic.activeUsers)},
            {u"errors"_s, text(generic.errors)},
            {u"timerUnit"_s, text(timerUnitName(generic.timerUnit))}};
}

GenericPreset genericFromJson(const QJsonObject &json)
{
    GenericPreset generic;
    const auto name = json[u"applicationName"_s].toString().toStdString();
    if (!name.empty() && name.size() <= NamePattern::MaxLength)
        generic.applicationName = name;
    const auto read = [&](const QString &key, std::string &pattern) {
        const auto written = json[key].toString().toStdString();
        if (NamePattern::parse(written))
            pattern = written;
    };
    read(u"requestRate"_s, generic.requestRate);
    read(u"latency"_s, generic.latency);
    read(u"activeUsers"_s, generic.activeUsers);
    read(u"errors"_s, generic.errors);
    generic.timerUnit =
        timerUnitOf(json[u"timerUnit"_s].toString().toStdString()).value_or(TimerUnit::Milliseconds);
    return generic;
}

} // namespace metriscope::net
