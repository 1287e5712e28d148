"""Runs all tests of the browser over a ledger of the examples; Scripts/browser-tests calls it."""

import pathlib
import sys
import tempfile
import time

import hostile
import pages
import stories
from served import Site, casus
from webdriver import Browser, Failure


def main(examples):
    failed = 0

    def run(name, work):
        nonlocal failed
        start = time.monotonic()
        try:
            said = work() or ""
        except Failure as failure:
            failed += 1
            said = f"\n    {failure}"
        print(f"{'ok  ' if not said.startswith(chr(10)) else 'FAIL'} {name} ({time.monotonic() - start:.0f} s) {said}", flush=True)

    def checked(found):
        count, wrong = found
        if wrong:
            raise Failure("\n    ".join(wrong[:40]) + (f"\n    and {len(wrong) - 40} more" if len(wrong) > 40 else ""))
        return f"{count} views"

    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        ledger, harmful = f"{folder}/examples.sqlite", f"{folder}/hostile.sqlite"
        casus("read", examples, "--ledger", ledger, check=False)
        (pathlib.Path(folder) / "hostile").mkdir()
        hostile.write(f"{folder}/hostile")
        casus("read", f"{folder}/hostile", "--ledger", harmful, check=False)
        axe = pages.axe_source()
        with Site(ledger) as site:
            run("a journalist finds Iran's case and copies a citation", lambda: stories.journalist(browser, site))
            run("a risk desk searches, keeps a feed and reads a disagreement, by keyboard alone",
                lambda: stories.risk_desk(browser, site))
            run("lines, charts, the palette and a kept search, by keys", lambda: stories.by_keys(browser, site))
            run("the first sentence of an article stands on the first screen of a telephone",
                lambda: checked(pages.first_screen(browser, site)))
            run("every page in both themes and widths, " + ("with axe-core" if axe else "WITHOUT axe-core, which is not at hand"),
                lambda: checked(pages.look(browser, site, axe)))
        run("a political scientist compares clocks, exports, reviews with a colleague",
            lambda: stories.political_scientist(browser, lambda reviewer: Site(ledger, reviewer)))
        run("a reviewer decides by Enter and by keys, under Cyrillic letters too",
            lambda: stories.reviewer(browser, lambda reviewer: Site(ledger, reviewer)))
        with Site(harmful) as site:
            run("hostile articles are harmless text", lambda: checked(hostile.look(browser, site)))
    print(f"browser-tests: {failed} failed" if failed else "browser-tests: all passed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(sys.argv[1])
