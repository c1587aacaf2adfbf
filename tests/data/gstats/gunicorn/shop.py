# SPDX-License-Identifier: GPL-3.0-or-later
"""A WSGI application that takes as many milliseconds as its path says; /0 takes less than one."""
import time


def app(environ, start_response):
    time.sleep(int(environ["PATH_INFO"].strip("/") or 0) / 1000)
    start_response("200 OK", [("Content-Length", "2")])
    return [b"ok"]
