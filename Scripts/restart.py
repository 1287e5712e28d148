"""Asks for a page again and again on eight connections at once, until it is interrupted; then says what became of it.

A request is lost when the site has taken it and does not answer whole. While the site is down nobody takes requests: a
client tries again, and that is counted apart.
"""

import http.client
import signal
import sys
import threading
import time
import urllib.parse

counts = {"answered": 0, "lost": 0, "tried again": 0}
lock = threading.Lock()
stop = threading.Event()


def count(name):
    with lock:
        counts[name] += 1


def ask(address):
    where = urllib.parse.urlsplit(address)
    connection = None
    while not stop.is_set():
        try:
            connection = connection or http.client.HTTPConnection(where.hostname, where.port, timeout=30)
            connection.connect() if connection.sock is None else None
        except OSError:
            connection = None
            count("tried again")
            time.sleep(0.05)
            continue
        taken = False
        try:
            connection.request("GET", where.path)
            answer = connection.getresponse()
            taken = True
            body = answer.read()
            whole = answer.status == 200 and len(body) == int(answer.headers["Content-Length"])
            count("answered" if whole else "lost")
            if answer.will_close:
                connection = None
        except (OSError, http.client.HTTPException):
            # A connection that was idle may be closed before it has taken the request.
            count("lost" if taken else "tried again")
            connection = None


signal.signal(signal.SIGINT, lambda *_: stop.set())
askers = [threading.Thread(target=ask, args=(sys.argv[1],)) for _ in range(8)]
for asker in askers:
    asker.start()
for asker in askers:
    asker.join()
print(", ".join(f"{number} {name}" for name, number in counts.items()))
sys.exit(1 if counts["lost"] else 0)
