"""The three stories of the product, walked over the shipped examples as a person would."""

import csv
import io
import urllib.request
import xml.dom.minidom

from webdriver import Failure


def expect(holds, what):
    if not holds:
        raise Failure(what)


def journalist(browser, site):
    """Did Russia help Iran in June 2025, and who says so: overview, case, sentence, citation."""
    browser.open(site.root + "/?actor=RUS")
    expect("Russia" in browser.text(browser.find("h1")), "the overview is not of Russia")
    browser.follow(browser.link("Cases"))
    case = browser.js(
        "return [...document.querySelectorAll('table a')].map(a => a.textContent).find(t => /^RUS-IRN-2025/.test(t))")
    expect(case, "Iran's case of 2025 is not in the list")
    browser.follow(browser.link(case))
    steps = [browser.text(step) for step in browser.all(".step h3")]
    expect(len(steps) == 5, f"the case has not five steps: {steps}")
    expect(len(browser.all(".verdict")) == 2, "the case has not two verdicts")
    sentence = browser.find(".step .entries a[href*='/article/'][href*='#s-']")
    browser.follow(sentence)
    note = browser.js("return document.querySelector(location.hash)?.textContent ?? ''")
    expect(note, f"the sentence is not in sight at {browser.address}")
    browser.press("c")
    browser.wait(lambda: browser.js("return document.getElementById('cite').open"), "the citation")
    line = browser.text(browser.find(".citation-text"))
    copied = browser.wait(browser.clipboard, "the citation on the clipboard")
    expect(copied.strip() == line.strip(), f"copied '{copied}' and not '{line}'")
    expect("ledger" in line and "content" in line and site.root in line, f"the citation names too little: '{line}'")


def political_scientist(browser, site_of):
    """Pair, both clocks, CSV, two reviewers, agreement; `site_of` serves the same ledger to a reviewer."""
    with site_of("first") as site:
        browser.open(site.root + "/pair/RUS/IRN")
        expect(browser.all("svg"), "the pair has no picture")
        browser.js("document.querySelectorAll('details').forEach(d => d.open = true)")
        for clock in ("on", "known-by"):
            browser.js("document.getElementById(arguments[0]).value = '2025-12-31'", clock)
        browser.follow(browser.find("form.controls button"))
        expect("on=2025-12-31" in browser.address and "known-by=2025-12-31" in browser.address,
               f"the clocks are not in the address {browser.address}")
        expect("2025" in browser.text(browser.find(".clocks")), "the page does not say its clocks")
        links = browser.js("return [...document.querySelectorAll('.exports a[href*=\".csv\"]')].map(a => a.href)")
        expect(links, "the pair has no table as CSV")
        with urllib.request.urlopen(links[0]) as answer:
            rows = list(csv.reader(io.StringIO(answer.read().decode())))
        expect(len(rows) > 1 and len({len(row) for row in rows}) == 1, f"{links[0]} is no table")
    judged = []
    for reviewer, words in (("first", ["accept", "accept", "reject"]), ("second", ["accept", "reject", "reject"])):
        with site_of(reviewer) as site:
            if not judged:
                judged = [item["id"] for item in site.json("/api/v1/statements?limit=3")["statements"]]
            for statement, verdict in zip(judged, words):
                browser.open(f"{site.root}/review?id={statement}")
                if verdict == "reject":
                    browser.fill(browser.find("#words"), "read otherwise")
                browser.follow(browser.find(f".judgement button[value='{verdict}']"))
                expect(browser.all(".last-word"), f"nothing says that {verdict} was written down")
            browser.open(site.root + "/agreement")
    expect("first" in browser.text(browser.find("caption")), "the agreement names no reviewers")
    alpha = browser.text(browser.find("tbody tr td:nth-child(2)"))
    expect(any(sign.isdigit() for sign in alpha), f"there is no figure of agreement but '{alpha}'")


def risk_desk(browser, site):
    """Search, saved feed, disagreements, by keyboard alone: the mouse is never used."""
    browser.open(site.root + "/")
    browser.press("?")
    expect(browser.js("return document.getElementById('key-help').open"), "? shows no keys")
    browser.press("Escape")
    browser.press("Control", "k")
    browser.wait(lambda: browser.all("#palette-list li"), "the palette's list")
    browser.type("troops")
    browser.wait(lambda: "troops" in browser.js("return document.querySelector('#palette-list [aria-selected=true]')?.textContent ?? ''"),
                 "the search in the palette")
    browser.leave_by("Enter")
    expect("/search" in browser.address and browser.all(".hits li"), f"nothing is found at {browser.address}")
    tab_to(browser, "return document.activeElement.href?.includes('feed.atom')", "the link of the feed")
    feed = browser.js("return document.activeElement.href")
    with urllib.request.urlopen(feed) as answer:
        entries = xml.dom.minidom.parse(answer).getElementsByTagName("entry")
    expect(entries, "the feed is empty")
    browser.press("Control", "k")
    browser.wait(lambda: browser.all("#palette-list li"), "the palette's list")
    browser.type("disagree")
    browser.leave_by("Enter")
    expect("/disagreements" in browser.address, f"the palette led to {browser.address}")
    tab_to(browser, "return document.activeElement.matches('main a[href*=\"/article/\"], main a[href*=\"/statement/\"]')",
           "the sentence of a disagreement")
    browser.leave_by("Enter")
    expect("/article/" in browser.address or "/statement/" in browser.address, f"Enter led to {browser.address}")


def by_keys(browser, site):
    """Lines, charts and the palette by keys: j and e on a case, arrows in a chart, a pair by names in Ukrainian, a kept search."""
    browser.open(site.root + "/cases/RUS-IRN-2025")
    browser.press("j")
    browser.press("j")
    line = browser.js("return document.querySelector('.entries > li.current a')?.href ?? ''")
    expect("/article/" in line, "j comes to no sentence of the case")
    browser.leave_by("e")
    expect(browser.address == line, f"e led to {browser.address} and not to {line}")
    for path in ("/pair/RUS/IRN", "/brief?actor=RUS", "/disagreements", "/search?q=Iran", "/cases"):
        browser.open(site.root + path)
        browser.press("j")
        expect(browser.all("main .current"), f"j finds no line on {path}")
        browser.leave_by("e")
        expect(browser.address != site.root + path, f"e opens nothing on {path}")
    browser.open(site.root + "/pair/RUS/IRN")
    tab_to(browser, "return document.activeElement.matches('a.event')", "an event of the chart")
    first = browser.js("return document.activeElement.getAttribute('aria-label')")
    browser.press("ArrowRight")
    second = browser.js("return document.activeElement.matches('a.event') && document.activeElement.getAttribute('aria-label')")
    expect(second and second != first, "the arrow does not go to the next event")
    browser.leave_by("Enter")
    expect("/statement/" in browser.address, f"an event leads to {browser.address}")
    browser.press("Control", "k")
    browser.type("росія іран")
    browser.wait(lambda: browser.js("return [...document.querySelectorAll('#palette-list a')].some(a => a.pathname === '/pair/RUS/IRN')"),
                 "the pair in the palette")
    browser.leave_by("Enter")
    expect("/pair/RUS/IRN" in browser.address, f"the palette led to {browser.address}")
    browser.open(site.root + "/search?q=troops&from=2025-06-01")
    browser.follow(browser.find("form.keep button"))
    expect(browser.all("ul.kept li a"), "the search is not kept")
    browser.follow(browser.find("ul.kept button"))
    expect(not browser.all("ul.kept li"), "the kept search is not removed")


def reviewer(browser, site_of):
    """A second one says so at the same machine; Enter on the review desk rejects, corrects or does nothing, and never accepts; keys work under Cyrillic letters."""
    with site_of("third") as site:
        def last_word():
            return browser.text(browser.find(".last-word"))

        browser.open(site.root + "/review")
        expect("third" in browser.text(browser.find(".who summary")), "the desk does not say who decides")
        browser.click(browser.find(".who summary"))
        browser.fill(browser.find("#reviewer"), "Четверта Марія")
        browser.click(browser.find("#reviewer"))
        browser.leave_by("Enter")
        expect("Четверта Марія" in browser.text(browser.find(".who summary")), "the desk does not take who says so for the reviewer")
        browser.press("r")
        browser.leave_by_field("the wrong party", "Enter")
        expect("rejected" in last_word(), f"Enter in the reason did not reject: {last_word()}")
        browser.leave_by("u")
        browser.press("o")
        browser.click(browser.find("#source"))
        browser.leave_by("Enter")
        expect(browser.all(".refused") and not browser.all(".last-word"),
               "Enter in a correction that changes nothing was taken for a decision")
        browser.open(site.root + "/review")
        browser.press("o")
        browser.fill(browser.find("#source"), "Атлантида")
        browser.click(browser.find("#source"))
        browser.leave_by("Enter")
        expect("Атлантида" in browser.text(browser.find(".refused")), "a party that nobody knows is not refused by name")
        expect(browser.js("return document.getElementById('source').value") == "Атлантида", "what was typed is lost")
        browser.fill(browser.find("#source"), "Норвегія")
        browser.click(browser.find("#source"))
        browser.leave_by("Enter")
        expect("corrected" in last_word(), f"Enter in a correction did not correct: {last_word()}")
        browser.press_letter("о", "KeyJ")
        expect(browser.all(".waiting > li.current"), "j under a Cyrillic layout goes nowhere")
        browser.press_letter("ч", "KeyX")
        browser.press_letter("К", "KeyR", shift=True)
        browser.leave_by_field("the same mistake", "Enter")
        expect("rejected" in last_word(), f"Enter in the reason for many did not reject: {last_word()}")
        browser.press_letter("л", "KeyK", control=True)
        expect(browser.js("return document.getElementById('palette').open"), "Ctrl K under a Cyrillic layout opens nothing")
        # The console notes the two refusals, and would be blamed on the next story.
        noted = [entry["message"] for entry in browser.complaints()]
        expect(len(noted) == 2 and all("status of 400" in message for message in noted), f"the console says {noted}")


def tab_to(browser, script, what):
    """Presses Tab until the focus is there; it must be seen on the way."""
    # More than any page of the examples has; a page that needs more has lost its order.
    for _ in range(300):
        browser.press("Tab")
        outline = browser.js(
            "const s = getComputedStyle(document.activeElement);"
            "return document.activeElement === document.body || s.outlineStyle !== 'none' || s.boxShadow !== 'none'")
        expect(outline, "the focus cannot be seen on " + browser.js("return document.activeElement.outerHTML.slice(0, 120)"))
        if browser.js(script):
            return
    raise Failure(f"Tab does not reach {what} on {browser.address}")
