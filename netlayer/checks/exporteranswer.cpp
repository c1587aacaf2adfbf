// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/exporter.h"
#include "netlayer/checks/sockettable.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace metriscope::net
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::milliseconds AnswerLimit{4000}, ElsewhereLimit{1500};
constexpr std::size_t MostScrapes = 64, MostCandidates = 24;

bool leadsToLogin(const QString &location)
{
    static const QRegularExpression login(u"log-?in|sign-?in|sso|auth|accounts"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return location.contains(login);
}

/// Paths that a page speaks of: links, and the list of patterns on Django's page for what it does not know.
QStringList pathsIn(const QByteArray &body)
{
    static const QRegularExpression item(u"<li[^>]*>(.*?)</li>"_s,
                                         QRegularExpression::DotMatchesEverythingOption),
        tag(u"<[^>]*>|[\\s^$]+"_s), path(u"^/?([\\w./-]+)(?:\\[.*)?$"_s),
        link(u"href=[\"']/?([\\w./-]*metrics/?)[\"']"_s);
    QStringList found;
    const QString text = QString::fromUtf8(body.left(200'000));
    for (auto it = item.globalMatch(text); it.hasNext();) {
        const QString pattern = it.next().captured(1).remove(tag);
        const QString known = path.match(pattern).captured(1);
        if (known.contains("metrics"_L1))
            found << u'/' + known;
        else if (known.endsWith(u'/')) // of what is included there, the page does not speak
            found << u'/' + known + u"metrics"_s;
    }
    for (auto it = link.globalMatch(text); it.hasNext();)
        found << u'/' + it.next().captured(1);
    return found;
}

QList<QUrl> candidates(const QUrl &url, const QByteArray &page)
{
    QStringList paths = pathsIn(page);
    paths << u"/metrics"_s << u"/metrics/"_s << u"/prometheus/metrics"_s << u"/django_prometheus/metrics"_s
          << u"/monitoring/metrics"_s << u"/internal/metrics"_s << u"/app/metrics"_s << u"/api/metrics"_s
          << u"/status/metrics"_s << u"/prometheus"_s;
    QList<QUrl> urls;
    for (const QString &path : paths) {
        QUrl candidate = url;
        candidate.setPath(path);
        if (candidate != url && !urls.contains(candidate) &&
            urls.size() < static_cast<qsizetype>(MostCandidates))
            urls << candidate;
    }
    QUrl port = url; // where django-prometheus puts its first exporter
    port.setPort(8001);
    port.setPath(u"/metrics"_s);
    if (port != url)
        urls << port;
    return urls;
}

bool servesPython(const std::vector<Process> &holders)
{
    static constexpr std::array Names{"python", "gunicorn", "uwsgi", "uvicorn", "daphne", "hypercorn"};
    return std::ranges::any_of(holders, [](const Process &holder) {
        return std::ranges::any_of(Names, [&](const char *name) { return holder.name.starts_with(name); });
    });
}

} // namespace

Exporter::Exporter(const CheckContext &context)
{
    const QString given =
        context.prometheus.isEmpty() ? u"http://localhost:8001-8049/metrics"_s : context.prometheus;
    static const QRegularExpression secret(u"//[^/@]*@"_s);
    address = given;
    address.replace(secret, u"//"_s);
    if (auto read = readTargets(given.toStdString())) {
        targets = *std::move(read);
        valid = true;
    }
}

ScrapeFacts factsOf(const HttpAnswer &answer)
{
    const auto format = formatOfContentType(answer.contentType.toStdString());
    if (answer.outcome != HttpAnswer::Outcome::Answered || answer.status != 200 || !format)
        return {};
    return readScrape({answer.body.constData(), static_cast<std::size_t>(answer.body.size())}, *format);
}

std::optional<CheckResult> httpFault(const QUrl &url, const HttpAnswer &answer)
{
    using Outcome = HttpAnswer::Outcome;
    CheckEvidence evidence = at(shownUrl(url));
    evidence.detail = answer.detail;
    evidence.count = answer.took;
    switch (answer.outcome) {
    case Outcome::HostNotFound:
        return fail(CheckReason::HostUnknown, at(url.host()));
    case Outcome::Refused:
        return fail(CheckReason::ExporterRefused, evidence);
    case Outcome::Unreachable:
        return fail(CheckReason::HttpUnreachable, evidence);
    case Outcome::Mute:
        return fail(CheckReason::ExporterSlow, evidence);
    case Outcome::Closed:
        return fail(CheckReason::HttpNoReply, evidence);
    case Outcome::NotHttp:
        return fail(CheckReason::HttpNotHttp, evidence);
    case Outcome::TlsFailed:
        return fail(CheckReason::HttpTls, evidence);
    case Outcome::PlainHttp:
        return fail(CheckReason::HttpPlain, evidence);
    case Outcome::Answered:
    case Outcome::Cut:
        break;
    }
    return std::nullopt;
}

ExporterAnswerCheck::ExporterAnswerCheck(ExporterPtr exporter)
    : Check(CheckId::ExporterAnswer, AnswerLimit + ElsewhereLimit + std::chrono::seconds(1)),
      m_exporter(std::move(exporter))
{
}

void ExporterAnswerCheck::run()
{
    m_waiting = std::min(m_exporter->open.size(), MostScrapes);
    for (std::size_t i = 0; i < std::min(m_exporter->open.size(), MostScrapes); ++i)
        ask(m_exporter->open[i]);
}

void ExporterAnswerCheck::release()
{
    for (const auto &probe : m_probes)
        probe->cancel();
}

void ExporterAnswerCheck::ask(const QUrl &url)
{
    HttpProbe *probe = m_probes.emplace_back(std::make_unique<HttpProbe>()).get();
    connect(probe, &HttpProbe::answered, this,
            [this, url](const HttpAnswer &answer) { answered(url, answer); });
    probe->send("GET", url, m_fault.reason == CheckReason::None ? AnswerLimit : ElsewhereLimit);
}

void ExporterAnswerCheck::answered(const QUrl &url, const HttpAnswer &answer)
{
    ScrapeFacts facts = factsOf(answer);
    const bool looking = m_fault.reason != CheckReason::None; // elsewhere, that is
    if (looking && facts.isExposition && facts.samples > 0)
        m_found << shownUrl(url);
    else if (!looking && facts.isExposition)
        m_exporter->scrapes.push_back({url, answer, std::move(facts)});
    else if (!looking)
        m_others.emplace_back(url, answer);
    if (--m_waiting == 0)
        looking ? elsewhere() : judge();
}

void ExporterAnswerCheck::judge()
{
    for (const Exporter::Scrape &scrape : m_exporter->scrapes) {
        CheckEvidence evidence = at(shownUrl(scrape.url));
        if (!scrape.facts.firstError)
            continue;
        const ExpositionProblem &problem = *scrape.facts.firstError;
        const std::string_view name = issueName(problem.issue);
        evidence.detail =
            u"%1, %2"_s.arg(QString::number(problem.line),
                            QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())));
        return finish(fail(CheckReason::ExporterDamaged, evidence));
    }
    if (!m_exporter->scrapes.empty()) { // of a range, other servers may have some of the ports
        CheckEvidence evidence = at(shownUrl(m_exporter->scrapes.front().url));
        evidence.detail = m_exporter->scrapes.front().answer.contentType;
        return finish(pass(CheckReason::ExporterGood, evidence));
    }
    const auto &[url, answer] = m_others.front();
    if (const auto fault = httpFault(url, answer))
        return finish(*fault);
    CheckEvidence evidence = at(shownUrl(url));
    evidence.detail = answer.statusText;
    const int status = answer.status;
    if (status >= 300 && status < 400) {
        evidence.found = shownUrl(url.resolved(QUrl(answer.location)));
        evidence.detail = evidence.found;
        return finish(
            fail(leadsToLogin(answer.location) ? CheckReason::ExporterLogin : CheckReason::ExporterRedirect,
                 evidence));
    }
    if (status == 401 || status == 403 || status == 407)
        return finish(fail(CheckReason::ExporterLogin, evidence));
    if (status == 404 || status == 410) {
        m_fault = fail(CheckReason::ExporterNotFound, evidence);
        return lookElsewhere(answer);
    }
    if (status != 200)
        return finish(fail(CheckReason::ExporterBroken, evidence));
    const bool html = answer.contentType.contains("html"_L1) || answer.body.trimmed().startsWith('<');
    evidence.detail = firstBytes(answer.body);
    if (!html)
        return finish(fail(CheckReason::ExporterDamaged, evidence));
    m_fault = fail(CheckReason::ExporterHtml, evidence);
    lookElsewhere(answer);
}

void ExporterAnswerCheck::lookElsewhere(const HttpAnswer &answer)
{
    const QList<QUrl> urls = candidates(m_others.front().first, answer.body);
    m_waiting = static_cast<std::size_t>(urls.size());
    for (const QUrl &url : urls)
        ask(url);
}

void ExporterAnswerCheck::elsewhere()
{
    m_found.removeDuplicates();
    m_fault.evidence.items = m_found;
    const auto holders = ListenerTable().at(shownUrl(m_others.front().first)).holders;
    if (m_fault.reason == CheckReason::ExporterHtml && m_found.isEmpty() && servesPython(holders)) {
        m_fault.reason = CheckReason::ExporterSamePort;
        m_fault.evidence.peer = QString::fromStdString(holders.front().text());
    }
    finish(m_fault);
}

} // namespace metriscope::net
