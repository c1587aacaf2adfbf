// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wizard/checkreport.h"

#include "widgets/common/checktext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>

#include <string_view>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QString heading(net::CheckKind kind)
{
    //: title of a report: %1 is what was checked, %2 a date and time
    return QCoreApplication::translate("checkreport", "Connectivity of %1, %2")
        .arg(checkKindText(kind), QLocale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat));
}

/// Text from outside must not become markup.
QString escaped(QString text)
{
    static const QRegularExpression special(u"([\\\\`*_{}\\[\\]<>()#+\\-.!|~])"_s);
    return text.replace(special, u"\\\\1"_s);
}

QJsonObject jsonOf(const net::CheckEntry &entry)
{
    const net::CheckEvidence &evidence = entry.result.evidence;
    QJsonObject fields;
    const auto put = [&fields](const QString &key, const QString &value) {
        if (!value.isEmpty())
            fields[key] = withoutSecrets(value);
    };
    put(u"address"_s, evidence.address);
    put(u"peer"_s, evidence.peer);
    put(u"detail"_s, evidence.detail);
    put(u"found"_s, evidence.found);
    put(u"owner"_s, evidence.owner.value_or(QString()));
    if (!evidence.items.isEmpty()) {
        QJsonArray items;
        for (const QString &item : evidence.items)
            items.append(withoutSecrets(item));
        fields[u"items"_s] = items;
    }
    if (evidence.count != 0)
        fields[u"count"_s] = evidence.count;
    if (evidence.total != 0)
        fields[u"total"_s] = evidence.total;
    return {{u"id"_s, text(net::checkIdName(entry.id))},
            {u"verdict"_s, text(net::checkVerdictName(entry.result.verdict))},
            {u"reason"_s, text(net::checkReasonName(entry.result.reason))},
            {u"title"_s, checkTitle(entry.id)},
            {u"evidence"_s, withoutSecrets(checkEvidenceText(entry.result))},
            {u"remedy"_s, withoutSecrets(checkRemedyText(entry.result))},
            {u"fields"_s, fields}};
}

} // namespace

QString withoutSecrets(const QString &text)
{
    static const QRegularExpression login(u"(://)[^/@\\s]*@"_s);
    return QString(text).replace(login, u"\\1"_s);
}

QString reportText(net::CheckKind kind, const std::vector<net::CheckEntry> &entries)
{
    QString report = heading(kind) + u"\n\n"_s;
    for (const net::CheckEntry &entry : entries) {
        report += u"[%1] %2\n"_s.arg(checkVerdictText(entry.result.verdict), checkTitle(entry.id));
        for (const QString &part : {checkEvidenceText(entry.result), checkRemedyText(entry.result)}) {
            for (const QString &line : part.split(u'\n', Qt::SkipEmptyParts))
                report += u"    "_s + withoutSecrets(line) + u'\n';
        }
    }
    return report;
}

QString reportMarkdown(net::CheckKind kind, const std::vector<net::CheckEntry> &entries)
{
    QString report = u"# "_s + escaped(heading(kind)) + u"\n\n"_s;
    for (const net::CheckEntry &entry : entries) {
        report += u"- **%1**: %2  \n"_s.arg(escaped(checkTitle(entry.id)),
                                            escaped(checkVerdictText(entry.result.verdict)));
        for (const QString &part : {checkEvidenceText(entry.result), checkRemedyText(entry.result)}) {
            for (const QString &line : part.split(u'\n', Qt::SkipEmptyParts))
                report += u"  "_s + escaped(withoutSecrets(line)) + u"  \n"_s;
        }
    }
    return report;
}

QByteArray reportJson(net::CheckKind kind, const std::vector<net::CheckEntry> &entries)
{
    QJsonArray checks;
    QJsonObject counts;
    for (const net::CheckEntry &entry : entries) {
        checks.append(jsonOf(entry));
        const QString verdict = text(net::checkVerdictName(entry.result.verdict));
        counts[verdict] = counts[verdict].toInt() + 1;
    }
    return QJsonDocument(QJsonObject{{u"kind"_s, text(net::checkKindName(kind))},
                                     {u"time"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
                                     {u"counts"_s, counts},
                                     {u"checks"_s, checks}})
        .toJson();
}

} // namespace metriscope::ui
