"""Serves moto on loopback as the local AWS, with the faults in faults/ mended.

Prints one line of JSON, {"port": N}, on stdout when it listens. Ends by itself
when its standard input closes, so that it never outlives the process that
started it, however that one dies.
"""

import argparse
import json
import os
import signal
import sys
import threading

from moto.moto_server.werkzeug_app import (
    DomainDispatcherApplication,
    create_backend_app,
)
from werkzeug.serving import make_server

import faults
from faults.requests import once_a_call, one_at_a_time


def create_mended_app(service):
    """Called by moto once a service, before its first request is answered."""
    # First, because it may add addresses.
    faults.mend(service)
    return create_backend_app(service)


def end_with_parent():
    while sys.stdin.buffer.read(4096):
        pass
    os._exit(0)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    arguments = parser.parse_args()

    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    # Ctrl-C reaches the whole terminal group, but the portal must end first:
    # this process waits for its parent's word.
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    application = one_at_a_time(
        once_a_call(DomainDispatcherApplication(create_mended_app))
    )
    server = make_server("127.0.0.1", arguments.port, application, threaded=True)
    # moto reads its own port from here for the requests that it sends to itself.
    os.environ["MOTO_PORT"] = str(server.port)
    threading.Thread(target=end_with_parent, daemon=True).start()
    print(json.dumps({"port": server.port}), flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
