"use strict";
/* Makes pages quicker to use by keyboard. Every page works without it. */

(() => {
    const keepsState = ["on", "known-by", "lang"];
    const here = new URLSearchParams(location.search);
    const state = new URLSearchParams(keepsState.filter((name) => here.has(name)).map((name) => [name, here.get(name)]));

    function addressed(path, query = {}) {
        const all = new URLSearchParams(state);
        for (const [name, value] of Object.entries(query)) all.set(name, value);
        const text = all.toString();
        return text ? `${path}?${text}` : path;
    }

    /* A drawing that slides begins where its patron stands. */
    for (const patron of document.querySelectorAll(".scroll .patron")) {
        const frame = patron.closest(".scroll");
        const middle = patron.getBoundingClientRect().left - frame.getBoundingClientRect().left;
        frame.scrollLeft = middle - frame.clientWidth / 2;
    }

    /* What an address leads to may lie in a part that is folded. */
    function unfold() {
        const place = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
        const parts = [];
        for (let part = place?.closest("details:not([open])"); part; part = part.parentElement.closest("details:not([open])")) parts.push(part);
        for (const part of parts) part.open = true;
        if (parts.length) place.scrollIntoView();
    }
    addEventListener("hashchange", unfold);
    unfold();

    /* Sliders: the day beside each, as it moves. The page is asked again when the slider rests, and comes back with the
       slider in hand. */
    const written = new Intl.DateTimeFormat(document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang,
        { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
    const restMilliseconds = 700;
    const inHand = sessionStorage.getItem("casus-slider");
    sessionStorage.removeItem("casus-slider");
    for (const output of document.querySelectorAll("output[data-day]")) {
        const slider = document.getElementById(output.htmlFor.toString());
        slider.addEventListener("input", () => {
            output.value = written.format(new Date(Number(slider.value) * 86400000)).replace(/ р\.$/, "");
        });
        let rest = null;
        slider.addEventListener("change", () => {
            clearTimeout(rest);
            rest = setTimeout(() => {
                sessionStorage.setItem("casus-slider", slider.id);
                slider.form.requestSubmit();
            }, restMilliseconds);
        });
        if (slider.id === inHand) slider.focus();
    }

    /* The palette: pages, parties, pairs, cases, commitments, and a search for what was typed. */
    const palette = document.getElementById("palette");
    const words = document.getElementById("palette-words");
    const list = document.getElementById("palette-list");
    let places = [];

    /* Pages are those of the menu; parties, pairs, cases and commitments the site finds, by names in any language. */
    const pages = [...document.querySelectorAll(".top nav a")].map((link) => ({ name: link.textContent, href: link.href }));
    const pauseMilliseconds = 120;
    let asking = null;
    /* What somebody has gone to in the list stays chosen when more is found. */
    let hasMoved = false;
    let pause = null;

    async function ask(typed) {
        asking?.abort();
        asking = new AbortController();
        try {
            const answer = await fetch(addressed("/api/v1/places", { q: typed }), { signal: asking.signal });
            const { items } = await answer.json();
            if (words.value.trim() === typed) places = items ?? [];
        } catch {
            /* Pages alone are still of use. */
        }
        if (words.value.trim() === typed) show();
    }

    function typing() {
        hasMoved = false;
        const typed = words.value.trim();
        clearTimeout(pause);
        places = [];
        if (typed.length > 1) pause = setTimeout(() => ask(typed), pauseMilliseconds);
        show();
    }

    function show() {
        const typed = words.value.trim();
        const found = pages.filter((page) => page.name.toLowerCase().includes(typed.toLowerCase())).concat(places);
        if (typed) found.push({ name: `${list.dataset.search} “${typed}”`, href: addressed("/search", { q: typed }) });
        const chosen = hasMoved ? list.querySelector("[aria-selected='true'] a")?.href : null;
        list.replaceChildren(...found.map((place, index) => {
            const item = document.createElement("li");
            const link = document.createElement("a");
            item.role = "option";
            item.id = `palette-${index}`;
            link.href = place.href;
            link.textContent = place.name;
            link.tabIndex = -1;
            if (place.kind) {
                const kind = document.createElement("small");
                kind.textContent = list.dataset[place.kind] ?? "";
                link.append(" ", kind);
            }
            item.append(link);
            return item;
        }));
        choose(Math.max(0, [...list.children].findIndex((item) => item.firstChild.href === chosen)));
    }

    function choose(index) {
        const items = [...list.children];
        items.forEach((item, place) => item.setAttribute("aria-selected", String(place === index)));
        const chosen = items[index];
        if (chosen) {
            words.setAttribute("aria-activedescendant", chosen.id);
            chosen.scrollIntoView({ block: "nearest" });
        }
    }

    function openPalette() {
        palette.showModal();
        words.value = "";
        words.focus();
        typing();
    }

    words.addEventListener("input", typing);
    words.addEventListener("keydown", (event) => {
        const items = [...list.children];
        const now = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            const step = event.key === "ArrowDown" ? 1 : -1;
            hasMoved = true;
            choose((now + step + items.length) % items.length);
        } else if (event.key === "Enter") {
            event.preventDefault();
            items[now]?.querySelector("a").click();
        }
    });

    /* What a page tells, one line after the other: statements of an article, findings, disagreements, hits, cases. */
    const kindsOfLines = [".note[id^='s-']", ".waiting > li", "li.finding", "li.disagreement", ".hits > li", ".entries > li",
        ".cases > li", ".questions > li", ".alerts > li", "#cases tbody tr", "#claims tbody tr"].join(", ");
    const notes = [...document.querySelectorAll(kindsOfLines)];
    let current = notes.findIndex((note) => `#${note.id}` === location.hash);

    /* The line with the focus in it is the one that is looked at. */
    function focused() {
        const line = document.activeElement?.closest(kindsOfLines);
        return line ? notes.indexOf(line) : current;
    }

    function go(step) {
        // What is folded away is passed over.
        const shown = (place) => notes[place].offsetParent !== null;
        let place = focused() + step;
        while (notes[place] && !shown(place)) place += step;
        if (!notes[place]) return;
        current = place;
        notes.forEach((note, other) => note.classList.toggle("current", other === current));
        notes[current].scrollIntoView({ block: "center" });
        notes[current].querySelector("a")?.focus({ preventScroll: true });
    }

    function follow(selector) {
        const link = document.querySelector(selector);
        if (link) location.href = link.href;
    }

    const wordsOfStatement = "a[href^='/article/'][href*='#s-'], a[href^='/article/'][href*='#b-']";

    /* The words behind the line that is looked at; on an article from a statement to its words, and back. */
    function toEvidence() {
        const note = notes[focused()];
        if (!note) return follow(wordsOfStatement);
        if (!note.matches(".note")) {
            const link = note.querySelector(wordsOfStatement) ?? note.querySelector("a[href^='/statement/'], a[href]");
            if (link) location.href = link.href;
            return;
        }
        const onWords = document.activeElement?.classList.contains("ref");
        const target = onWords ? note.querySelector("a") : document.getElementById(note.id.replace("s-", "r-"));
        target?.scrollIntoView({ block: "center" });
        target?.focus({ preventScroll: true });
    }

    /* The events of a chart are one stop on the way of Tab; arrows go from one to the next. */
    for (const panel of document.querySelectorAll("svg .panel")) {
        const events = [...panel.querySelectorAll("a.event")];
        events.forEach((event, place) => {
            event.setAttribute("tabindex", place === 0 ? "0" : "-1");
            event.addEventListener("keydown", (pressing) => {
                const step = { ArrowRight: 1, ArrowLeft: -1 }[pressing.key];
                const next = events[place + (step ?? 0)];
                if (!step || !next) return;
                pressing.preventDefault();
                event.setAttribute("tabindex", "-1");
                next.setAttribute("tabindex", "0");
                next.focus();
            });
        });
    }

    /* A citation on its way to the clipboard, and a sign that it is there. */
    function copy(text) {
        getSelection()?.selectAllChildren(text);
        const sign = document.querySelector("[data-copied]");
        sign.textContent = "";
        navigator.clipboard?.writeText(text.textContent)
            .then(() => { sign.textContent = sign.dataset.copied; })
            .catch(() => {});
    }

    for (const button of document.querySelectorAll("[data-copy]")) {
        button.hidden = false;
        button.addEventListener("click", () => copy(document.getElementById(button.dataset.copy)));
    }

    function cite() {
        const part = document.getElementById("cite");
        if (!part) return;
        part.open = true;
        part.scrollIntoView({ block: "center" });
        copy(part.querySelector(".citation-text"));
    }

    /* Paper shows what is folded. */
    let folded = [];
    addEventListener("beforeprint", () => {
        folded = [...document.querySelectorAll("main details:not([open])")];
        for (const part of folded) part.open = true;
    });
    addEventListener("afterprint", () => {
        for (const part of folded) part.open = false;
    });

    /* The review desk: its buttons and fields name their keys. */
    function press(key) {
        const part = document.querySelector(`[data-key="${key}"]`);
        if (part?.matches("input")) part.focus();
        else part?.click();
    }

    const keys = {
        "?": () => document.getElementById("key-help").showModal(),
        j: () => go(1),
        k: () => go(-1),
        n: () => follow("a[rel='next']"),
        p: () => follow("a[rel='prev']"),
        e: toEvidence,
        c: cite,
        a: () => press("a"),
        r: () => press("r"),
        u: () => press("u"),
        o: () => press("o"),
        s: () => press("s"),
        A: () => press("A"),
        R: () => press("R"),
        x: () => notes[focused()]?.querySelector("input[type='checkbox']")?.click(),
    };

    /* What is pressed: the letter, or under a layout of other letters (Cyrillic) the place of the key. */
    function pressed(event) {
        if (event.key.length > 1 || /^[\x20-\x7e]$/.test(event.key)) return event.key;
        const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
        return letter ? (event.shiftKey ? letter : letter.toLowerCase()) : event.key;
    }

    document.addEventListener("keydown", (event) => {
        const key = pressed(event);
        if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === "k") {
            event.preventDefault();
            openPalette();
            return;
        }
        const isTyping = event.target.closest?.("input, select, textarea, dialog");
        if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
        const act = Object.hasOwn(keys, key) ? keys[key] : null;
        if (act) {
            event.preventDefault();
            act();
        }
    });
})();
