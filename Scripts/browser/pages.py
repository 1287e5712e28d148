"""Every page, in light and dark, at desktop and phone width: axe-core finds nothing serious, nothing sticks out."""

import pathlib

from webdriver import Failure

PACKAGES = pathlib.Path(".build/browser/packages")
GRAVE = {"serious", "critical"}
# A telephone's screen, and the first line of a text on it, in CSS pixels.
SCREEN = 812
LINE = 30


def axe_source():
    """The text of axe-core, fetched by Scripts/browser-tests; None where it could not be had."""
    found = sorted(PACKAGES.glob("**/axe.min.js"))
    return found[0].read_text(encoding="utf-8") if found else None


def addresses(site):
    """One address of each kind of page that the menu and the lists lead to, and a page that is not there."""
    statements = site.json("/api/v1/statements?polarity=not_done&limit=1")["statements"]
    article, statement = statements[0]["article"], statements[0]["id"]
    cases = site.json("/api/v1/cases?limit=1")["items"]
    return [
        "/", "/?actor=RUS", "/?lang=uk", "/brief", "/brief?actor=IRN", "/pair/RUS/IRN", "/pair/FJI/ISL", "/cases",
        *[f"/cases/{case['id']}" for case in cases], "/commitments?actor=RUS", "/disagreements", "/outlook", "/sources",
        "/articles", f"/article/{article}", f"/statement/{statement}", "/search", "/search?q=troops",
        "/search?actor=RUS&polarity=not_done", "/search?q=xyzzy", "/review", "/agreement", "/codebook", "/world?actor=RUS",
        "/watches", "/inbox", "/about", "/about?lang=uk",
        "/nothing-is-here",
    ]


def audit(browser, axe):
    """The grave findings of axe-core on the page that is open, a line each."""
    browser.js(axe)
    answer = browser.js_later(
        "const done = arguments[0];"
        "axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations.map(v =>"
        " [v.impact, v.id, v.help, v.nodes.slice(0, 3).map(n => n.target.join(' ')), v.nodes.length])),"
        " e => done('' + e))")
    if isinstance(answer, str):
        raise Failure(f"axe-core failed: {answer}")
    return [f"{impact} {rule}: {help_} ({count} times, {', '.join(places)})"
            for impact, rule, help_, places, count in answer if impact in GRAVE]


def look(browser, site, axe):
    """Visits each page in both themes and widths; gives back how many views there were, and all that is wrong."""
    wrong, views = [], 0
    for path in addresses(site):
        for dark in (False, True):
            for width in (1600, 375):
                browser.show(dark, width)
                browser.open(site.root + path)
                views += 1
                view = f"{path} ({'dark' if dark else 'light'}, {width})"
                if browser.js("return document.documentElement.scrollWidth > innerWidth"):
                    wrong.append(f"{view}: the page is wider than its window")
                # It takes a second: each theme and each width once covers what differs.
                if axe and dark == (width == 1600):
                    wrong += [f"{view}: {finding}" for finding in audit(browser, axe)]
                wrong += [f"{view}: console: {entry['message'][:160]}" for entry in browser.complaints()
                          if "404 (Not Found)" not in entry["message"]]
    browser.show(False)
    return views, wrong


def first_screen(browser, site):
    """The first sentence of every article stands on the first screen of a telephone; gives back how many were looked at."""
    wrong, views = [], 0
    articles = site.json("/api/v1/articles")["items"]
    for article in articles:
        for language in ("", "?lang=uk"):
            browser.show(False, 375)
            browser.open(f"{site.root}/article/{article['id']}{language}")
            views += 1
            top = browser.js("return document.querySelector('.row:not(.left-out) p:not(.headline)')?.getBoundingClientRect().top")
            if top is None or top > SCREEN - LINE:
                wrong.append(f"{article['document']}{language}: its first sentence begins {top} pixels down")
    browser.show(False)
    return views, wrong
