#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""peers.py PUSH_ADDRESS CONTROL_ADDRESS: what talks to a gstats collector, with libzmq itself.

Hooks that connect anew for every message, as those of gstats do; a control program; two munin plug-ins. What
they print is what they print against gstats-collectd. Exits with 1 where an answer never comes.
"""
import json
import sys
import time

import zmq

PUSH, CONTROL = sys.argv[1:3]
context = zmq.Context()


def push(*frames):
    socket = context.socket(zmq.PUSH)
    socket.connect(PUSH)
    socket.send_multipart(list(frames))
    socket.close()  # lingers until the message has gone out


def ask(command):
    socket = context.socket(zmq.REQ)
    socket.linger = 0
    socket.rcvtimeo = 10000
    socket.connect(CONTROL)
    socket.send(command)
    try:
        return socket.recv()
    except zmq.Again:
        print("no answer to", command)
        sys.exit(1)
    finally:
        socket.close()


def until(command, wanted):
    """Messages of different connections arrive when they please."""
    for _ in range(2000):
        reply = ask(command)
        if wanted(json.loads(reply)):
            return reply
        time.sleep(0.005)
    print("never came:", command, reply)
    sys.exit(1)


def control(*words):
    """The commands of gstatsctl."""
    if words[0] == "stats":
        for prefix, stats in sorted(json.loads(ask(b"STATS")).items()):
            print(prefix)
            print("=" * len(prefix))
            in_flight = stats["started"] - stats["finished"]
            print("Requests: started=%d, finished=%d, processing=%d" % (stats["started"], stats["finished"], in_flight))
            times = stats["processing_time"]
            print("Response time: average=%s, stdev=%s" % (times["avg"], times["std"]))
            print()
    elif words[0] == "rtimes":
        print("\n".join(str(value) for value in sorted(json.loads(ask(b"RTIMES")).get(words[1], []))))
    elif words[0] == "reset":
        print("reset:", json.loads(ask(b"RESET")))


def munin(slug):
    """Both plug-ins: requests and request time."""
    for prefix, stats in json.loads(ask(b"STATS")).items():
        if "".join(c if c.isascii() and (c.isalnum() or c == "_") else "_" for c in prefix.lower()) != slug:
            continue
        print("started.value %s\nfinished.value %s" % (stats["started"], stats["finished"]))
        times = stats["processing_time"]
        print("avg_low.value %s\navg_std.value %s\navg.value %s" % (times["avg"] - times["std"], times["std"], times["avg"]))


for millis in (b"12", b"40", b"300"):
    push(b"My-App.1", b"")
    push(b"My-App.1", millis)
push("\u043f\u0440\u0438\u0432\u0435\u0442".encode(), b"5")
push(b"\xff\xfe", b"")
push(b"", b"0")
push(b"alone")
push(b"one", b"two", b"three")
until(b"STATS", lambda stats: len(stats) == 4 and stats["My-App.1"]["finished"] == 3 and stats["My-App.1"]["started"] == 3)
sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")
control("stats")
control("rtimes", "My-App.1")
control("rtimes", "nobody")
munin("my_app_1")
control("reset")
print(ask(b"STATS"), ask(b"RTIMES"), ask(b"stats"), ask(b""), ask(b"QUIT"))
