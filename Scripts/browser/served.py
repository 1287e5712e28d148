"""A site of Casus for the tests of the browser: a ledger, and `casus serve` over it."""

import json
import os
import re
import subprocess
import urllib.request

CASUS = os.environ.get("CASUS", ".build/debug/casus")


def casus(*arguments, check=True):
    return subprocess.run([CASUS, *arguments], check=check, capture_output=True, text=True).stdout


class Site:
    """Serves a ledger on a free port as one reviewer; ends with the block."""

    def __init__(self, ledger, reviewer="first", *options):
        self.process = subprocess.Popen(
            [CASUS, "serve", "--ledger", ledger, "--port", "0", "--reviewer", reviewer, *options],
            stderr=subprocess.PIPE, text=True,
        )
        line = self.process.stderr.readline()
        found = re.search(r"http://localhost:\d+", line)
        if not found:
            raise SystemExit(f"browser-tests: 'casus serve' did not start: {line.strip()}")
        self.root = found.group(0)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def get(self, path):
        """The bytes of an answer."""
        with urllib.request.urlopen(self.root + path) as answer:
            return answer.read()

    def json(self, path):
        return json.loads(self.get(path))
