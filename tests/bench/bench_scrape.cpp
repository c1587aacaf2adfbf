// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs to poll many targets: processor time of this process alone, with everything that comes of
// the answers. The targets are served by a child process.
#include "netlayer/engine/engine.h"
#include "netlayer/engine/netthread.h"
#include "netlayer/prometheus/prometheussource.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTimer>

#include <sys/resource.h>

#include <cstdio>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace metriscope::net;

namespace
{

/// Answers every path with counters and gauges, all of which move.
const auto Server = R"(
import http.server, itertools
ticks = itertools.count(1)
lines = []
for i in range(SERIES):
    if i % 100 == 0:
        lines.append('# TYPE app_thing_%d_total counter' % (i // 100))
    lines.append('app_thing_%d_total{handler="/api/v1/resource/%d",method="GET",status="200"} %d@@.0' % (i // 100, i, i + 1))
page = '\n'.join(lines) + '\n'
class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    def do_GET(self):
        body = page.replace('@@', '%06d' % next(ticks)).encode()
        self.send_response(200)
        self.send_header('Content-Type', 'text/plain; version=0.0.4')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *args):
        pass
server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
)"_L1;

double processorSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &t) { return double(t.tv_sec) + double(t.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

void runFor(std::chrono::milliseconds time)
{
    QTimer::singleShot(time, QCoreApplication::instance(), &QCoreApplication::quit);
    QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const bool quick = QCoreApplication::arguments().contains(u"--quick"_s);
    const int targets = quick ? 5 : 100, series = 2000;
    const auto warmUp = std::chrono::seconds(quick ? 2 : 11), measured = std::chrono::seconds(quick ? 2 : 30);

    QProcess server;
    server.start(u"/usr/bin/python3"_s,
                 {u"-c"_s, QString(Server).replace(u"SERIES"_s, QString::number(series))});
    if (!server.waitForStarted() || !server.waitForReadyRead(20'000)) {
        std::fputs("no server\n", stderr);
        return 1;
    }
    const QString port = QString::fromLatin1(server.readLine().trimmed());

    NetThread net;
    Engine engine({});
    std::vector<std::unique_ptr<PrometheusSource>> sources;
    for (int i = 0; i < targets; ++i) {
        PollConfig config;
        config.address = u"http://127.0.0.1:%1/target%2/metrics"_s.arg(port).arg(i);
        config.interval = Millis(quick ? 1000 : 5000);
        sources.push_back(std::make_unique<PrometheusSource>(config, std::uint16_t(i), net));
        engine.addSource(*sources.back());
    }
    engine.start();
    for (const auto &source : sources)
        source->start();
    runFor(warmUp);
    const auto sum = [&](auto what) {
        std::uint64_t all = 0;
        for (const auto &source : sources)
            all += what(source->counts());
        return all;
    };
    const auto items = [](const SourceCounts &counts) { return counts.items; };
    const std::uint64_t itemsBefore = sum(items);
    const double before = processorSeconds();
    QElapsedTimer clock;
    clock.start();
    runFor(measured);
    const double used = processorSeconds() - before, seconds = double(clock.elapsed()) / 1000;
    const std::uint64_t samples = sum(items) - itemsBefore;
    const std::uint64_t failed = sum([](const SourceCounts &counts) { return counts.failedPolls; });
    std::printf("%d targets of %d series: %.1f %% of a core, %.2f processor seconds a million samples, "
                "%llu samples/s, %llu failed polls\n",
                targets, series, 100 * used / seconds, used / double(samples) * 1e6,
                static_cast<unsigned long long>(double(samples) / seconds),
                static_cast<unsigned long long>(failed));
    for (const auto &source : sources)
        source->stop();
    engine.stop();
    server.kill();
    server.waitForFinished();
    return samples > 0 && failed == 0 ? 0 : 1;
}
