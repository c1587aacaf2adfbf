# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports every kind of metric on a free port, says which, and moves them as standard input asks:
each line is a number of times."""
import sys

from prometheus_client import CollectorRegistry, Counter, Enum, Gauge, Histogram, Info, Summary, start_http_server

registry = CollectorRegistry()
jobs = Counter("jobs", "Jobs", ["queue"], registry=registry)
latency = Histogram("latency_seconds", "Latency", ["path"], buckets=(0.1, 0.5, 1.0), registry=registry)
size = Summary("size_bytes", "Size", registry=registry)
online = Gauge("users_online", "Users", ["site"], registry=registry)
Info("build", "Build", registry=registry).info({"version": "1.2"})
Enum("mode", "Mode", states=["day", "night"], registry=registry).state("night")
jobs.labels("mail").inc(1000)
online.labels("a").set(7)
online.labels("b").set(30)

started = start_http_server(0, addr="127.0.0.1", registry=registry)
if started is None:  # versions before 0.19 do not tell the port
    import gc
    import wsgiref.simple_server

    started = [next(o for o in gc.get_objects() if isinstance(o, wsgiref.simple_server.WSGIServer))]
print(started[0].server_port, flush=True)
for line in sys.stdin:
    for _ in range(int(line)):
        jobs.labels("mail").inc()
        latency.labels("/").observe(0.3)
        size.observe(200)
        online.labels("b").inc()
