"""Restarts a site under load, and counts strictly what its visitors notice. usage: restart.py CASUS LEDGER

Opens the listening socket and hands it from one start to the next, as systemd does for a service with a socket. Eight
visitors ask for the overview without pause, half on one connection each, half on a new one for every request. Three times
the next start listens before the last one is asked to end, three times the last one has ended before the next starts.

CASUS has to be a release build: where two processes take from one queue, one may be woken for a connection that the other has
taken, and NIO asserts in debug that it never is. In release it goes on waiting.

A request is lost that was sent and got no whole answer, for whatever reason; a visitor is refused that gets no connection.
"""

import http.client
import os
import socket
import subprocess
import sys
import threading
import time

# The first descriptor that is handed on, by agreement (sd_listen_fds(3)).
HANDED_ON = 3
RESTARTS = 3
# Between two restarts, and before the first: some thousand requests.
PAUSE = 1.0

counts = {"answered": 0, "lost": 0, "refused": 0}
slowest = 0.0
lock = threading.Lock()
stop = threading.Event()


def count(name, seconds=0.0):
    global slowest
    with lock:
        counts[name] += 1
        slowest = max(slowest, seconds)


def visit(port, keeps):
    connection = None
    while not stop.is_set():
        start = time.monotonic()
        if connection is None:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            try:
                connection.connect()
            except OSError:
                count("refused")
                connection = None
                continue
        try:
            connection.request("GET", "/")
            answer = connection.getresponse()
            body = answer.read()
            whole = answer.status == 200 and len(body) == int(answer.headers["Content-Length"])
            count("answered" if whole else "lost", time.monotonic() - start)
            ends = answer.will_close or not keeps
        except (OSError, http.client.HTTPException):
            count("lost")
            ends = True
        if ends:
            connection.close()
            connection = None


def start(casus, ledger):
    """Starts a site on the socket that is handed on, and comes back when it takes requests."""
    site = subprocess.Popen(
        ["sh", "-c", 'LISTEN_PID=$$ LISTEN_FDS=1 exec "$@"', "sh", casus, "serve", "--ledger", ledger, "--read-only"],
        pass_fds=[HANDED_ON], stderr=subprocess.PIPE, text=True)
    line = site.stderr.readline()
    if "http://" not in line:
        sys.exit(f"restart: 'casus serve' did not start: {line.strip()}")
    return site


def end(site):
    site.terminate()
    code = site.wait()
    if code:
        sys.exit(f"restart: 'casus serve' ended with code {code}: {site.stderr.read()}")


def main(casus, ledger):
    listening = socket.create_server(("127.0.0.1", 0), backlog=1024)
    port = listening.getsockname()[1]
    os.dup2(listening.fileno(), HANDED_ON)
    site = start(casus, ledger)
    visitors = [threading.Thread(target=visit, args=(port, place % 2 == 0), daemon=True) for place in range(8)]
    for visitor in visitors:
        visitor.start()
    for _ in range(RESTARTS):
        time.sleep(PAUSE)
        next_site = start(casus, ledger)
        end(site)
        site = next_site
    for _ in range(RESTARTS):
        time.sleep(PAUSE)
        end(site)
        site = start(casus, ledger)
    time.sleep(PAUSE)
    stop.set()
    for visitor in visitors:
        visitor.join()
    end(site)
    print(", ".join(f"{number} {name}" for name, number in counts.items()) + f"; the slowest took {slowest:.1f} s")
    sys.exit(1 if counts["lost"] or counts["refused"] or not counts["answered"] else 0)


main(*sys.argv[1:])
