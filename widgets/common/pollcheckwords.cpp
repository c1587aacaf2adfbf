// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/checkwords.h"

#include <QtGlobal>

#include <array>

namespace metriscope::ui
{

std::span<const CheckWords> pollCheckWords()
{
    using enum net::CheckReason;
    static constexpr std::array Rows{
        CheckWords{GstatsGood, QT_TRANSLATE_NOOP("checktext", "%1 speaks ZeroMQ and answers requests.")},
        CheckWords{GstatsServable,
                   QT_TRANSLATE_NOOP("checktext", "Nobody listens on %1. The console can be the collector.")},
        CheckWords{GstatsRefused, QT_TRANSLATE_NOOP("checktext", "Nobody listens on %1."),
                   QT_TRANSLATE_NOOP("checktext", "Start the collector (gstats-collectd), or let the console "
                                                  "be the collector: --gstats-collector")},
        CheckWords{GstatsMute, QT_TRANSLATE_NOOP("checktext", "%1 takes the connection and says nothing."),
                   QT_TRANSLATE_NOOP(
                       "checktext",
                       "Find out who listens there (sudo ss -lntp); a gstats collector greets at once.")},
        CheckWords{BadZmqAddress, QT_TRANSLATE_NOOP("checktext", "This is not a ZeroMQ address: %1"),
                   QT_TRANSLATE_NOOP("checktext", "Write it as tcp://127.0.0.1:2345.")},
        CheckWords{NotZmq,
                   QT_TRANSLATE_NOOP("checktext", "What listens on %1 does not speak ZeroMQ. It says: %3"),
                   QT_TRANSLATE_NOOP("checktext", "Correct the address: gstats-collectd answers on "
                                                  "tcp://127.0.0.1:2345 unless told otherwise.")},
        CheckWords{PushAddress,
                   QT_TRANSLATE_NOOP("checktext", "%1 is the address where workers push their events (a "
                                                  "socket of type %3). It answers no questions."),
                   QT_TRANSLATE_NOOP("checktext",
                                     "Swap the two: statistics are asked at tcp://127.0.0.1:2345, events are "
                                     "pushed to tcp://127.0.0.2:2345 unless told otherwise.")},
        CheckWords{
            WrongZmqSocket,
            QT_TRANSLATE_NOOP("checktext", "%1 is a ZeroMQ socket of type %3, which answers no questions."),
            QT_TRANSLATE_NOOP("checktext", "Give the address for statistics of gstats-collectd.")},
        CheckWords{
            GstatsNoReply, QT_TRANSLATE_NOOP("checktext", "%1 speaks ZeroMQ, but gives no answer to STATS."),
            QT_TRANSLATE_NOOP(
                "checktext", "Something other than gstats-collectd listens there, or it hangs. Restart it.")},
        CheckWords{
            GstatsBadReply,
            QT_TRANSLATE_NOOP("checktext", "The answer of %1 to STATS is not one of gstats-collectd: %3"),
            QT_TRANSLATE_NOOP(
                "checktext",
                "Correct the address, or restart the collector if its numbers are damaged: gstatsctl reset")},
        CheckWords{GstatsPrefixFound, QT_TRANSLATE_NOOP("checktext", "%1 knows these applications: %5")},
        CheckWords{GstatsOtherPrefix, QT_TRANSLATE_NOOP("checktext", "%1 knows nothing of %3, only: %5"),
                   QT_TRANSLATE_NOOP("checktext",
                                     "Correct the prefix in gunicorn.conf.py, in both hooks: prefix=b'%3'")},
        CheckWords{GstatsEmpty,
                   QT_TRANSLATE_NOOP("checktext", "%1 answers, but no application has reported to it yet."),
                   QT_TRANSLATE_NOOP("checktext",
                                     "Make a request to the application. If that changes nothing, look at "
                                     "the hooks in gunicorn.conf.py and at the address they push to.")},
        CheckWords{CollectorGood, QT_TRANSLATE_NOOP("checktext", "%1 takes events.")},
        CheckWords{
            CollectorDown,
            QT_TRANSLATE_NOOP("checktext", "Nobody listens on %1, where workers push their events. They keep "
                                           "them back, and send them in a burst later or never."),
            QT_TRANSLATE_NOOP("checktext", "Start the collector (gstats-collectd), or let the console be the "
                                           "collector: --gstats-collector")},
        CheckWords{CollectorIsReply,
                   QT_TRANSLATE_NOOP("checktext",
                                     "%1 is not the address that takes events: it is a socket of type %3."),
                   QT_TRANSLATE_NOOP("checktext",
                                     "Swap the two: events are pushed to tcp://127.0.0.2:2345, statistics "
                                     "are asked at tcp://127.0.0.1:2345 unless told otherwise.")},
        CheckWords{EventsSeen,
                   QT_TRANSLATE_N_NOOP("checktext", "%n request(s) were reported while this waited.")},
        CheckWords{
            NoEvents, QT_TRANSLATE_N_NOOP("checktext", "No request was reported within %n second(s)."),
            QT_TRANSLATE_NOOP(
                "checktext",
                "Make requests meanwhile. If none counts, mind two traps of the published gunicorn.conf.py: "
                "the argument is called collector_addr, not collector; and on Python 3 the prefix has to be "
                "bytes:\nfrom gstats import start_request, end_request\n\ndef pre_request(worker, req):\n    "
                "start_request(req, collector_addr='tcp://127.0.0.2:2345', prefix=b'my_app')\n\ndef "
                "post_request(worker, req, environ, resp):\n    end_request(req, "
                "collector_addr='tcp://127.0.0.2:2345', prefix=b'my_app')")},
        CheckWords{InFlightGood,
                   QT_TRANSLATE_NOOP("checktext", "Requests that began also end; in flight now: %6")},
        CheckWords{InFlightClimbs,
                   QT_TRANSLATE_NOOP(
                       "checktext",
                       "%3 counts %6 more requests as begun and %7 as finished. gstats-collectd counts a "
                       "request that takes less than a millisecond as begun twice, and never as finished."),
                   QT_TRANSLATE_NOOP("checktext", "Nothing is wrong with the application. The console's own "
                                                  "collector counts them correctly: --gstats-collector")},
        CheckWords{StatusGood, QT_TRANSLATE_NOOP("checktext", "%1 serves statistics.")},
        CheckWords{StatusRefused, QT_TRANSLATE_NOOP("checktext", "Nobody listens on %1."),
                   QT_TRANSLATE_NOOP("checktext", "Start the status application there (its example listens "
                                                  "on port 8002), or correct the address.")},
        CheckWords{
            StatusForbidden, QT_TRANSLATE_NOOP("checktext", "%1 does not let this machine see it: %3"),
            QT_TRANSLATE_NOOP(
                "checktext",
                "Add the address of this machine to the list of allowed ones of the status application.")},
        CheckWords{StatusPath, QT_TRANSLATE_NOOP("checktext", "%1 answers %3."),
                   QT_TRANSLATE_NOOP("checktext", "The statistics stand under another path: %4")},
        CheckWords{
            StatusHangs,
            QT_TRANSLATE_NOOP("checktext", "%1 takes the connection and never answers: the collector behind "
                                           "it is down, or not where it is looked for."),
            QT_TRANSLATE_NOOP(
                "checktext", "Start the collector. The variable with its address is called GSTATS_COMMS_ADDR "
                             "in the code, and GSTATS_COMM_ADDR in the README: set both.")},
        CheckWords{
            StatusVariable,
            QT_TRANSLATE_NOOP(
                "checktext",
                "%1 takes the connection and never answers. %2 was started with %3, as the README "
                "of gstats says, but its code reads another variable."),
            QT_TRANSLATE_NOOP("checktext", "Start the status application with the name that is read: %4")},
        CheckWords{StatusNotStats, QT_TRANSLATE_NOOP("checktext", "The answer of %1 is not statistics: %3"),
                   QT_TRANSLATE_NOOP("checktext", "Correct the address.")},
        CheckWords{PortsAnswer, QT_TRANSLATE_NOOP("checktext", "These answer: %5")},
        CheckWords{NoPortAnswers, QT_TRANSLATE_NOOP("checktext", "Not one port of %1 answers."),
                   QT_TRANSLATE_NOOP(
                       "checktext", "Start the application. Under runserver add --noreload, for the reloader "
                                    "takes the port first. Look at PROMETHEUS_METRICS_EXPORT_PORT_RANGE and "
                                    "at PROMETHEUS_METRICS_EXPORT_ADDRESS in settings.py.")},
        CheckWords{
            ExporterRefused, QT_TRANSLATE_NOOP("checktext", "Nobody listens on %1."),
            QT_TRANSLATE_NOOP(
                "checktext",
                "Start the application. Under runserver add --noreload, for the reloader takes the port "
                "first. With several workers give each a port: PROMETHEUS_METRICS_EXPORT_PORT_RANGE = "
                "range(8001, 8050). PROMETHEUS_METRICS_EXPORT_ADDRESS = '127.0.0.1' has to be set beside "
                "PROMETHEUS_METRICS_EXPORT_PORT.")},
        CheckWords{RangeEndUnused,
                   QT_TRANSLATE_NOOP("checktext", "These answer: %5. The last port of %1 is never used: "
                                                  "range() of Python ends before its last number."),
                   QT_TRANSLATE_NOOP("checktext", "Ask for: %4")},
        CheckWords{ExporterGood, QT_TRANSLATE_NOOP("checktext", "%1 serves metrics: %3")},
        CheckWords{ExporterNotFound, QT_TRANSLATE_NOOP("checktext", "%1 answers %3."),
                   QT_TRANSLATE_NOOP("checktext", "Where metrics are found: %5")},
        CheckWords{ExporterHtml, QT_TRANSLATE_NOOP("checktext", "%1 serves a web page, not metrics: %3"),
                   QT_TRANSLATE_NOOP("checktext", "Where metrics are found: %5")},
        CheckWords{ExporterSamePort,
                   QT_TRANSLATE_NOOP("checktext", "%1 serves the pages of the application itself (%2), not "
                                                  "metrics: the exporter cannot have the same port."),
                   QT_TRANSLATE_NOOP(
                       "checktext",
                       "Give the exporter a port of its own: PROMETHEUS_METRICS_EXPORT_PORT = 8001\nOr add "
                       "path('', include('django_prometheus.urls')) to urls.py and ask /metrics there.")},
        CheckWords{
            ExporterLogin, QT_TRANSLATE_NOOP("checktext", "%1 asks for a login: %3"),
            QT_TRANSLATE_NOOP(
                "checktext",
                "Give the source a user and a password, or a token, or let /metrics pass without a login.")},
        CheckWords{ExporterRedirect, QT_TRANSLATE_NOOP("checktext", "%1 redirects to another address: %4"),
                   QT_TRANSLATE_NOOP("checktext", "Ask there: %4")},
        CheckWords{ExporterBroken, QT_TRANSLATE_NOOP("checktext", "%1 answers with an error: %3"),
                   QT_TRANSLATE_NOOP("checktext", "Look into the log of the application.")},
        CheckWords{
            ExporterDamaged, QT_TRANSLATE_NOOP("checktext", "The answer of %1 cannot be read as metrics: %3"),
            QT_TRANSLATE_NOOP("checktext",
                              "Look at what writes it; half an answer means that a worker was killed.")},
        CheckWords{ExporterSlow,
                   QT_TRANSLATE_NOOP("checktext", "%1 takes the connection and gives no answer in time."),
                   QT_TRANSLATE_NOOP("checktext", "A single worker may be busy with another request. Try "
                                                  "again, or give the exporter a port of its own.")},
        CheckWords{WorkersOne,
                   QT_TRANSLATE_N_NOOP("checktext", "%1 was asked %n time(s), and its answers agree.")},
        CheckWords{
            WorkersSeveral,
            QT_TRANSLATE_NOOP("checktext",
                              "Several workers answer at %1 in turn, each with its own numbers. %3 went: %5"),
            QT_TRANSLATE_NOOP("checktext",
                              "Give each worker a port (PROMETHEUS_METRICS_EXPORT_PORT_RANGE = range(8001, "
                              "8050)), or let them add up in a folder (PROMETHEUS_MULTIPROC_DIR).")},
        CheckWords{PreloadOff, QT_TRANSLATE_NOOP("checktext", "Each exporter belongs to one worker: %5")},
        CheckWords{PreloadOn,
                   QT_TRANSLATE_N_NOOP("checktext",
                                       "%1 belongs to the master process %2 with %n worker(s): --preload "
                                       "starts the exporter before the workers, so its numbers stay at 0."),
                   QT_TRANSLATE_NOOP("checktext", "Set preload_app = False in gunicorn.conf.py, so that each "
                                                  "worker opens a port of the range.")},
        CheckWords{ExporterReloader,
                   QT_TRANSLATE_NOOP("checktext",
                                     "%1 belongs to %2, the part of runserver that watches the files. It has "
                                     "the port, so the site itself cannot open it and does not start."),
                   QT_TRANSLATE_NOOP(
                       "checktext", "Start it with --noreload, or remove PROMETHEUS_METRICS_EXPORT_PORT from "
                                    "settings.py and serve /metrics by urls.py.")},
        CheckWords{WorkersWithout,
                   QT_TRANSLATE_N_NOOP("checktext",
                                       "%2 has %n worker(s); only %7 of them were reached. What the "
                                       "others do is not counted."),
                   QT_TRANSLATE_NOOP("checktext",
                                     "Ask for the whole range of ports, and make it as long as there are "
                                     "workers: PROMETHEUS_METRICS_EXPORT_PORT_RANGE = range(8001, 8050)")},
        CheckWords{RequestsFound, QT_TRANSLATE_NOOP("checktext", "Requests are counted; so far: %6")},
        CheckWords{
            RequestsMissing,
            QT_TRANSLATE_NOOP("checktext", "%1 serves metrics, but none about requests. There are: %5"),
            QT_TRANSLATE_NOOP("checktext",
                              "Add both middlewares to settings.py, as the first and the last:\nMIDDLEWARE = "
                              "[\n    'django_prometheus.middleware.PrometheusBeforeMiddleware',\n    ...\n  "
                              "  'django_prometheus.middleware.PrometheusAfterMiddleware',\n]")},
        CheckWords{
            RequestsHalf,
            QT_TRANSLATE_NOOP("checktext",
                              "%1 counts responses but no requests: one of the two middlewares is missing."),
            QT_TRANSLATE_NOOP("checktext",
                              "Add both middlewares to settings.py, as the first and the last:\nMIDDLEWARE = "
                              "[\n    'django_prometheus.middleware.PrometheusBeforeMiddleware',\n    ...\n  "
                              "  'django_prometheus.middleware.PrometheusAfterMiddleware',\n]")},
        CheckWords{MonitorGood, QT_TRANSLATE_NOOP("checktext", "%1 answers istats.")},
        CheckWords{MonitorRefused, QT_TRANSLATE_NOOP("checktext", "Nobody listens on %1."),
                   QT_TRANSLATE_NOOP("checktext", "The monitor listens ten ports above the statsd port: 8135 "
                                                  "for 8125. Start statsdmonitor beside the server.")},
        CheckWords{MonitorWrongPort, QT_TRANSLATE_NOOP("checktext", "%1 is not the monitor, but %4 is."),
                   QT_TRANSLATE_NOOP("checktext", "Correct the address: %4")},
        CheckWords{MonitorMute,
                   QT_TRANSLATE_NOOP("checktext", "%1 takes the connection and says nothing for %6 ms."),
                   QT_TRANSLATE_NOOP("checktext", "Restart statsdmonitor, or correct the address.")},
        CheckWords{
            MonitorFault, QT_TRANSLATE_NOOP("checktext", "%1 is an XML-RPC server, but knows no istats: %3"),
            QT_TRANSLATE_NOOP(
                "checktext",
                "Correct the address: the monitor listens ten ports above the statsd port, 8135 for 8125.")},
        CheckWords{
            MonitorNotXml, QT_TRANSLATE_NOOP("checktext", "The answer of %1 is not XML-RPC: %3"),
            QT_TRANSLATE_NOOP(
                "checktext",
                "Correct the address: the monitor listens ten ports above the statsd port, 8135 for 8125.")},
        CheckWords{PublishingGood, QT_TRANSLATE_N_NOOP("checktext", "%1 published %n second(s) ago.")},
        CheckWords{PublishingNever, QT_TRANSLATE_NOOP("checktext", "%1 has published nothing yet."),
                   QT_TRANSLATE_NOOP(
                       "checktext",
                       "Wait for the first flush. Then look at the Graphite host and port of the server.")},
        CheckWords{
            PublishingOld, QT_TRANSLATE_N_NOOP("checktext", "%1 has published nothing for %n second(s)."),
            QT_TRANSLATE_NOOP(
                "checktext", "Look at the Graphite host and port of the server, and whether Graphite runs.")},
        CheckWords{
            PublishErrors, QT_TRANSLATE_N_NOOP("checktext", "%1 could not reach Graphite: %n error(s)."),
            QT_TRANSLATE_NOOP(
                "checktext", "Look at the Graphite host and port of the server, and whether Graphite runs.")},
        CheckWords{GraphiteGood,
                   QT_TRANSLATE_NOOP("checktext", "%1 takes the connection and listens, as Graphite does.")},
        CheckWords{GraphiteRefused, QT_TRANSLATE_NOOP("checktext", "Nobody listens on %1."),
                   QT_TRANSLATE_NOOP("checktext",
                                     "Start carbon, or correct the address: lines of text go to port 2003.")},
        CheckWords{GraphiteNotCarbon,
                   QT_TRANSLATE_NOOP("checktext", "%1 answers, which Graphite never does: %3"),
                   QT_TRANSLATE_NOOP("checktext", "Correct the address: lines of text go to port 2003.")},
        CheckWords{GraphiteCloses,
                   QT_TRANSLATE_NOOP("checktext", "%1 closes the connection as soon as a line comes."),
                   QT_TRANSLATE_NOOP("checktext", "Correct the address: lines of text go to port 2003; on "
                                                  "port 2004 carbon expects pickled data.")},
        CheckWords{MarkerSeen,
                   QT_TRANSLATE_NOOP("checktext",
                                     "The line metriscope.selftest sent there was found after %6 ms at %4.")},
        CheckWords{
            MarkerLost,
            QT_TRANSLATE_NOOP("checktext", "A line metriscope.selftest was sent, but does not appear at %4."),
            QT_TRANSLATE_NOOP(
                "checktext", "carbon silently ignores lines that do not end with a line break, lines "
                             "without a time, values that are not numbers, and names that its whitelist does "
                             "not let in. Look into its creates.log and listener.log.")},
        CheckWords{
            MarkerNoQuery,
            QT_TRANSLATE_NOOP("checktext", "A line metriscope.selftest was sent to %1. Whether it is "
                                           "kept cannot be seen without the address of the web interface."),
            QT_TRANSLATE_NOOP("checktext", "Give that address: --poll graphite=HOST:2003,http://HOST:8080")},
        CheckWords{MarkerQueryFails, QT_TRANSLATE_NOOP("checktext", "%4 cannot be asked: %3"),
                   QT_TRANSLATE_NOOP("checktext", "Correct the address of the web interface of Graphite.")},
    };
    return Rows;
}

} // namespace metriscope::ui
