#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""burst.py PUSH_ADDRESS REQUESTS: an application whose collector is down. Says `queued` once its hooks have
been called so often, and leaves when libzmq has got rid of everything."""
import sys

import zmq

context = zmq.Context()
context.set(zmq.MAX_SOCKETS, 60000)
for _ in range(int(sys.argv[2])):
    for number in (b"", b"9"):
        socket = context.socket(zmq.PUSH)
        socket.connect(sys.argv[1])
        socket.send_multipart([b"late", number])
        socket.close()
print("queued", flush=True)
context.term()
