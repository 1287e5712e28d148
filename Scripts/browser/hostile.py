"""Articles made to do harm: whatever stands in them is text, on every page and in every export."""

import json
import pathlib

from webdriver import Failure

ATTACK = "<script>window.harmed=1</script>"
HANDLER = '"><img src=x onerror="window.harmed=1">'
FORMULA = "=HYPERLINK(\"http://evil.example\",\"x\")"
OVERRIDE = "\u202egnihton\u202c \u2066hidden"
SENTENCE = "Russia did not send troops to Iran, President Vladimir Putin said on 14 June 2025."

ROWS = [
    {"title": ATTACK, "outlet": HANDLER, "url": "javascript:window.harmed=1", "text": f"{ATTACK} {SENTENCE} {ATTACK}"},
    {"title": OVERRIDE, "outlet": "Evil\u202eOutlet", "text": f"{OVERRIDE} {SENTENCE}"},
    {"title": FORMULA, "outlet": "+1+1", "text": f"{SENTENCE} {FORMULA}"},
    {"title": "@SUM(1)", "outlet": "-2+3", "text": f"@SUM(1) {SENTENCE}"},
    {"title": HANDLER, "outlet": "' onmouseover='window.harmed=1", "text": f"{SENTENCE} {HANDLER} </mark></p></main>"},
]

BROKEN = f"""<!doctype html><html><head><title>{ATTACK}</title><meta http-equiv=refresh content="0;url=//evil.example">
<base href="//evil.example/"></head><body onload=window.harmed=1><p>{SENTENCE}<svg onload=window.harmed=1><p
<table><tr><td><p>{SENTENCE}<iframe srcdoc="{ATTACK}"></p></b></i><math><mtext><style><img src=x onerror=window.harmed=1>"""


def write(folder):
    """Puts the articles into a folder that `casus read` reads."""
    folder = pathlib.Path(folder)
    lines = [json.dumps({"id": f"hostile-{place}", "lang": "en", "published": "2025-06-15", **row})
             for place, row in enumerate(ROWS)]
    (folder / "rows.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "broken.html").write_text(BROKEN, encoding="utf-8")


NAMES = ['<img src=x onerror="window.harmed=1">.html', "=1+1\u202e<script>window.harmed=1<%2Fscript>.bin"]


def work(browser, site):
    """Drops a hostile file of a hostile name into the inbox, and watches the pair, through the forms of the pages."""
    browser.open(site.root + "/inbox")
    browser.js(
        "const [names, text] = arguments, chosen = new DataTransfer();"
        "chosen.items.add(new File([text], names[0])); chosen.items.add(new File([String.fromCharCode(0, 1, 2)], names[1]));"
        "document.getElementById('files').files = chosen.files;", NAMES, BROKEN)
    browser.follow(browser.find("form.inbox button"))
    browser.wait(lambda: browser.js("return document.querySelectorAll('.card').length") == 2, "a card for each hostile file")
    browser.open(site.root + "/watches?source=RUS&target=IRN")
    browser.follow(browser.find("#add button"))
    if not browser.all("section.watch"):
        raise Failure("the watch was not added")


def addresses(site):
    articles = [item["id"] for item in site.json("/api/v1/articles")["items"]]
    statements = [item["id"] for item in site.json("/api/v1/statements")["statements"]]
    if len(statements) < len(ROWS):
        raise Failure(f"only {len(statements)} statements were coded in the hostile articles: nothing is tested")
    return (["/", "/brief", "/pair/RUS/IRN", "/cases", "/disagreements", "/sources", "/articles", "/search?q=troops",
             "/inbox", "/inbox/1", "/watches", "/world", "/world?actor=RUS", "/codebook", "/outlook", "/about",
             "/search?actor=RUS", "/review", "/search?q=%3Cscript%3Ewindow.harmed%3D1%3C%2Fscript%3E"]
            + [f"/article/{name}" for name in articles] + [f"/statement/{name}" for name in statements])


HARMLESS = """
const own = location.origin;
const scripts = [...document.scripts].filter(s => !s.src.startsWith(own + '/assets/')).length;
const handlers = [...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => a.name.startsWith('on'))).length;
const links = [...document.querySelectorAll('[href], [src], [action]')].map(e => e.href?.baseVal ?? e.href ?? e.src ?? e.action)
    .filter(h => typeof h === 'string' && !/^https?:/.test(new URL(h, location).href));
const foreign = document.querySelectorAll('iframe, object, embed, base, meta[http-equiv], img').length;
return {harmed: window.harmed ?? null, scripts, handlers, links, foreign};
"""


def look(browser, site):
    """Opens every page over the hostile ledger; gives back how many there were, and all that is wrong."""
    wrong = []
    work(browser, site)
    paths = addresses(site)
    for path in paths:
        browser.open(site.root + path)
        found = browser.js(HARMLESS)
        if any(found.values()):
            wrong.append(f"{path}: {found}")
        wrong += [f"{path}: console: {entry['message'][:160]}" for entry in browser.complaints()]
        # A letter that turns the reading direction must not reach beyond the words it stands in.
        loose = browser.js(
            "const signs = /[\\u202a-\\u202e\\u2066-\\u2069]/; const found = [];"
            "const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);"
            "while (walk.nextNode()) { const t = walk.currentNode; if (signs.test(t.data) && !t.parentElement.closest("
            "'bdi, [dir], pre, script, option')) found.push(t.parentElement.outerHTML.slice(0, 120)); } return found;")
        wrong += [f"{path}: the direction of the page can be turned in {place}" for place in loose]
    for name in ("/sources?export=outlets.csv", "/sources?export=voices.csv", "/cases?export=cases.csv"):
        for line in site.get(name).decode().splitlines():
            for cell in line.split(","):
                if cell.strip('"').startswith(("=", "+", "-2", "@")):
                    wrong.append(f"{name}: a spreadsheet would compute {cell}")
    return len(paths), wrong
