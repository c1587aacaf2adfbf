// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/settingstext.h"

#include <QRegularExpression>
#include <QUrl>

#include <utility>

using namespace Qt::StringLiterals;

namespace metriscope::net
{
namespace
{

/// A string of Python, which YAML takes as well when it is in double quotes.
QString quoted(const QString &text, QChar mark = u'\'')
{
    QString result(mark);
    for (const QChar c : text) {
        if (c == u'\\' || c == mark)
            result += u'\\';
        if (c.unicode() < 0x20 || c.unicode() == 0x7F)
            result += u"\\x%1"_s.arg(int(c.unicode()), 2, 16, QChar(u'0'));
        else
            result += c;
    }
    return result + mark;
}

/// A word of a shell.
QString shellWord(const QString &text)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_./:@%+=,-]+$"_s);
    return plain.match(text).hasMatch() ? text : u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

struct HostPort {
    QString host, port;
};

HostPort statsdOf(const CheckContext &context)
{
    const QString address = context.statsd.isEmpty() ? u"127.0.0.1:8125"_s : context.statsd.front();
    const qsizetype colon = address.lastIndexOf(u':');
    QString host = address.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    return {host, address.mid(colon + 1)};
}

/// METRICS_PREFIX without the dots that would make empty parts in the names.
QString prefixOf(const CheckContext &context, const QString &otherwise)
{
    QString prefix = context.prefix;
    while (prefix.endsWith(u'.'))
        prefix.chop(1);
    return prefix.isEmpty() ? otherwise : prefix;
}

QString contextsUrl(const CheckContext &context)
{
    if (context.contexts.isEmpty())
        return u"http://127.0.0.1:1942/register"_s;
    return context.contexts.contains("://"_L1) ? context.contexts
                                               : u"http://%1/register"_s.arg(context.contexts);
}

QString testLine(const CheckContext &context, const QString &name)
{
    const auto [host, port] = statsdOf(context);
    return u"printf %1 | nc -u -w0 %2 %3\n"_s.arg(shellWord(name + u":1|c"_s), shellWord(host),
                                                  shellWord(port));
}

std::vector<SettingsText> m3Texts(const CheckContext &context)
{
    const auto [host, port] = statsdOf(context);
    const QString prefix = prefixOf(context, u"v1.region.client.product.instance_main"_s);
    return {{u"settings.py"_s, u"ENABLE_METRICS_COLLECTION = True\n"
                               "METRICS_HOST = %1\n"
                               "METRICS_PORT = %2\n"
                               "METRICS_PREFIX = %3\n"
                               "METRICS_CONTEXTS_URL = %4\n"_s.arg(quoted(host), port, quoted(prefix),
                                                                   quoted(contextsUrl(context)))},
            {u"urls.py"_s, u"from m3.actions.metrics import send_controllers_contexts\n\n"
                           "send_controllers_contexts()\n"_s},
            {u"shell"_s, testLine(context, prefix + u".requests.total"_s)}};
}

std::vector<SettingsText> statsdTexts(const CheckContext &context)
{
    const auto [host, port] = statsdOf(context);
    const QString prefix = prefixOf(context, u"app"_s);
    const QString address = (host.contains(u':') ? u'[' + host + u']' : host) + u':' + port;
    return {{u"gunicorn.conf.py"_s,
             u"statsd_host = %1\nstatsd_prefix = %2\n"_s.arg(quoted(address), quoted(prefix))},
            {u"settings.py"_s, u"STATSD_HOST = %1\nSTATSD_PORT = %2\nSTATSD_PREFIX = %3\n"_s.arg(
                                   quoted(host), port, quoted(prefix))},
            {u"uwsgi.ini"_s, u"[uwsgi]\nstats-push = statsd:%1,%2\n"_s.arg(address, prefix)},
            {u"shell"_s,
             u"export DD_AGENT_HOST=%1 DD_DOGSTATSD_PORT=%2\n"_s.arg(shellWord(host), shellWord(port)) +
                 testLine(context, prefix + u".requests.total"_s)}};
}

std::vector<SettingsText> gstatsTexts(const CheckContext &context)
{
    const QString events = context.gstatsEvents.isEmpty() ? u"tcp://127.0.0.2:2345"_s : context.gstatsEvents;
    const QString stats = context.gstats.isEmpty() ? u"tcp://127.0.0.1:2345"_s : context.gstats;
    return {{u"gunicorn.conf.py"_s,
             u"from gstats import start_request, end_request\n\n"
             "COLLECTOR = %1\n"
             "PREFIX = b%2\n\n\n"
             "def pre_request(worker, req):\n"
             "    start_request(req, collect=True, collector_addr=COLLECTOR, prefix=PREFIX)\n\n\n"
             "def post_request(worker, req, environ=None, resp=None):\n"
             "    end_request(req, collector_addr=COLLECTOR, prefix=PREFIX)\n"_s.arg(
                 quoted(events), quoted(prefixOf(context, u"my_app"_s)))},
            // The program reads the one name, its instructions give the other.
            {u"shell"_s, u"export GSTATS_COMMS_ADDR=%1 GSTATS_COMM_ADDR=%1\n"_s.arg(shellWord(stats))}};
}

std::vector<SettingsText> prometheusTexts(const CheckContext &context)
{
    const QString given =
        context.prometheus.isEmpty() ? u"http://localhost:8001-8049/metrics"_s : context.prometheus;
    static const QRegularExpression form(
        u"^(https?)://([^/\\s]*@)?([^/\\s:@]+|\\[[^\\]\\s]+\\])(?::(\\d+)(?:-(\\d+))?)?(/\\S*)?"_s);
    const auto match = form.match(given.section(u' ', 0, 0));
    const QString scheme = match.hasMatch() ? match.captured(1) : u"http"_s;
    const QString host = match.hasMatch() ? match.captured(3) : u"localhost"_s;
    const int first =
        match.captured(4).isEmpty() ? (scheme == "https"_L1 ? 443 : 80) : match.captured(4).toInt();
    const int last = match.captured(5).isEmpty() ? first : match.captured(5).toInt();
    const QString path = match.captured(6).isEmpty() ? u"/metrics"_s : match.captured(6);
    constexpr int MaxTargets = 100;
    QString targets;
    for (int port = first; port <= last && port < first + MaxTargets; ++port)
        targets += u"          - %1\n"_s.arg(quoted(host + u':' + QString::number(port), u'"'));

    std::vector<SettingsText> texts{
        {u"settings.py"_s,
         u"INSTALLED_APPS += ['django_prometheus']\n"
         "MIDDLEWARE = (\n"
         "    ['django_prometheus.middleware.PrometheusBeforeMiddleware']  # the very first\n"
         "    + MIDDLEWARE\n"
         "    + ['django_prometheus.middleware.PrometheusAfterMiddleware']  # the very last\n"
         ")\n"_s}};
    if (last > first)
        texts.front().text += u"# a port for each worker; the end of a range is not used\n"
                              "PROMETHEUS_METRICS_EXPORT_PORT_RANGE = range(%1, %2)\n"
                              "PROMETHEUS_METRICS_EXPORT_ADDRESS = '127.0.0.1'\n"_s.arg(
                                  QString::number(first), QString::number(last + 1));
    else
        texts.push_back({u"urls.py"_s, u"urlpatterns += [path('', include('django_prometheus.urls'))]\n"_s});
    texts.push_back({u"gunicorn.conf.py"_s, u"preload_app = False\n"_s});
    texts.push_back({u"prometheus.yml"_s, u"scrape_configs:\n"
                                          "  - job_name: django\n"
                                          "    scheme: %1\n"
                                          "    metrics_path: %2\n"
                                          "    static_configs:\n"
                                          "      - targets:\n"_s.arg(scheme, quoted(path, u'"')) +
                                              targets});
    return texts;
}

} // namespace

std::vector<SettingsText> settingsTexts(const CheckContext &context)
{
    switch (context.kind) {
    case CheckKind::M3:
        return m3Texts(context);
    case CheckKind::Statsd:
        return statsdTexts(context);
    case CheckKind::Gstats:
        return gstatsTexts(context);
    case CheckKind::Prometheus:
        return prometheusTexts(context);
    case CheckKind::Istats: {
        const QUrl url(context.istats.isEmpty() ? u"http://127.0.0.1:8135"_s : context.istats);
        const QString call =
            u"python3 -c \"import xmlrpc.client as x; print(x.ServerProxy('http://%1:%2/').istats())\"\n"_s;
        return {{u"shell"_s, call.arg(url.host(), QString::number(url.port(8135)))}};
    }
    case CheckKind::Graphite: {
        const QString address = context.graphite.isEmpty() ? u"127.0.0.1:2003"_s : context.graphite;
        return {
            {u"shell"_s, u"printf 'metriscope.test 1 %s\\n' \"$(date +%s)\" | nc -q1 %1 %2\n"_s.arg(
                             shellWord(address.section(u':', 0, -2)), shellWord(address.section(u':', -1)))}};
    }
    }
    return {};
}

} // namespace metriscope::net
