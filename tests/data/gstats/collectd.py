#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""collectd.py MODE: a gstats collector as far as its protocol goes, with libzmq, for the tests of the client.

Prints the address it answers on, then does what it reads from its standard input, a command a line:
    push PREFIX NUMBER...   counts as gstats-collectd does; an empty number is written as -
    expire COUNT            the oldest times of all prefixes leave the window
    reset                   as somebody else's RESET
    answer STATS TEXT       from now on these bytes, - for the real ones
    exit                    ends the process
Each is answered by `done`. MODE: `normal`, `silent` (takes requests and never answers), `pull` (the socket
that applications push to).
"""
import json
import math
import sys

import zmq

WINDOW = {}
TOTALS = {}
ANSWERS = {}


def push(prefix, numbers):
    for number in numbers:
        total = TOTALS.setdefault(prefix, [0, 0])
        value = 0.0 if number == "-" else float(number)
        if value == 0:
            total[0] += 1
        else:
            total[1] += 1
            WINDOW.setdefault(prefix, []).append(value)


def stats():
    reply = {}
    for prefix, (started, finished) in TOTALS.items():
        values = WINDOW.get(prefix, [])
        average = sum(values) / len(values) if values else 0.0
        deviation = math.sqrt(sum((v - average) ** 2 for v in values) / len(values)) if values else 0.0
        times = {"avg": average, "std": deviation}
        reply[prefix] = {"started": started, "finished": finished, "processing_time": times}
    return reply


def answer(command):
    if command in ANSWERS:
        return ANSWERS[command]
    if command == b"STATS":
        return json.dumps(stats()).encode()
    if command == b"RTIMES":
        return json.dumps({prefix: WINDOW.get(prefix, []) for prefix in TOTALS}).encode()
    if command == b"RESET":
        TOTALS.clear()
        WINDOW.clear()
        return b"null"
    if command == b"QUIT":
        sys.exit(0)
    return b"ERROR"


def obey(words):
    if words[0] == "push":
        push(words[1], words[2:])
    elif words[0] == "expire":
        for values in WINDOW.values():
            del values[: int(words[1])]
    elif words[0] == "reset":
        TOTALS.clear()
        WINDOW.clear()
    elif words[0] == "answer":
        text = " ".join(words[2:])
        if text == "-":
            ANSWERS.pop(words[1].encode(), None)
        else:
            ANSWERS[words[1].encode()] = text.encode()
    elif words[0] == "exit":
        sys.exit(0)
    print("done", flush=True)


context = zmq.Context()
socket = context.socket(zmq.PULL if sys.argv[1] == "pull" else zmq.REP)
socket.linger = 0
port = socket.bind_to_random_port("tcp://127.0.0.1")
print("tcp://127.0.0.1:%d" % port, flush=True)
while True:
    ready, _, _ = zmq.select([socket, sys.stdin], [], [])
    if sys.stdin in ready or sys.stdin.fileno() in ready:
        line = sys.stdin.readline()
        if not line:
            break
        obey(line.split())
    if socket in ready:
        request = socket.recv()
        if sys.argv[1] == "normal":
            socket.send(answer(request))
