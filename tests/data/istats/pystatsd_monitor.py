# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers istats as a pystatsd does, by Python's own XML-RPC server. Prints its port.

Reads commands from standard input, one a line, answered by "ok":
  set KEY NUMBER     forget KEY     garbage     exit
"""
import json
import sys
import threading
from xmlrpc.server import SimpleXMLRPCServer

values = {"start_time": 1795177910.572222, "flush_errors": 0, "pending_stats": 17, "publish_error.socket": 0,
          "publish_error.unknown": 0, "metrics.discarded": 6, "metrics.batch.count": 4,
          "metrics.batch.discarded": 0, "last_publish.duration": 0.0}
state = {"garbage": False}


def istats():
    return "<it & works>" if state["garbage"] else json.dumps(values)


server = SimpleXMLRPCServer(("127.0.0.1", 0), logRequests=False)
server.register_function(istats)
print(server.server_address[1], flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
for line in sys.stdin:
    words = line.split()
    if words[0] == "set":
        values[words[1]] = float(words[2]) if "." in words[2] else int(words[2])
    elif words[0] == "forget":
        values.pop(words[1], None)
    elif words[0] == "garbage":
        state["garbage"] = not state["garbage"]
    else:
        break
    print("ok", flush=True)
