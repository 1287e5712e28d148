"""A small client of WebDriver (W3C) for Debian's chromedriver: the standard library and nothing else."""

import http.client
import json
import re
import subprocess
import time

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
# Longer than the slowest page of a debug build takes on a busy machine; nothing is measured by it.
PATIENCE = 60

KEYS = {"Enter": "\ue007", "Tab": "\ue004", "Escape": "\ue00c", "Control": "\ue009", "ArrowDown": "\ue015", "ArrowRight": "\ue014"}


class Failure(Exception):
    """What was expected of a page and did not come."""


class Browser:
    """One window of a headless Chromium, thrown away at the end."""

    def __init__(self, driver="chromedriver"):
        self.process = subprocess.Popen(
            [driver, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self.port = None
        for line in self.process.stdout:
            found = re.search(r"successfully on port (\d+)", line)
            if found:
                self.port = int(found.group(1))
                break
        if self.port is None:
            raise Failure("chromedriver did not start. Install Debian's chromium-driver.")
        options = {"args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1600,1200"]}
        answer = self._call("POST", "/session", {
            "capabilities": {"alwaysMatch": {
                "browserName": "chrome",
                "goog:chromeOptions": options,
                "goog:loggingPrefs": {"browser": "ALL"},
                "unhandledPromptBehavior": "ignore",
            }}
        })
        self.session = f"/session/{answer['sessionId']}"
        # axe-core reads every element of a page, on a machine that may be busy.
        self._do("/timeouts", script=PATIENCE * 5000, pageLoad=PATIENCE * 5000)
        self.devtools("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])

    def close(self):
        try:
            self._call("DELETE", self.session)
        finally:
            self.process.terminate()
            self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def _call(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
        text = None if body is None else json.dumps(body)
        connection.request(method, path, text, {"Content-Type": "application/json"})
        value = json.loads(connection.getresponse().read())["value"]
        connection.close()
        if isinstance(value, dict) and "error" in value:
            raise Failure(f"{value['error']}: {value['message'].splitlines()[0]}")
        return value

    def _do(self, path, **body):
        return self._call("POST", self.session + path, body)

    def devtools(self, command, **parameters):
        return self._do("/goog/cdp/execute", cmd=command, params=parameters)

    # What a person does

    def open(self, address):
        self._do("/url", url=address)

    @property
    def address(self):
        return self._call("GET", self.session + "/url")

    @property
    def title(self):
        return self._call("GET", self.session + "/title")

    def find(self, selector):
        """The first element; waits for it as a person would."""
        return self.wait(lambda: self.all(selector), f"'{selector}' on {self.address}")[0]

    def all(self, selector):
        found = self._do("/elements", using="css selector", value=selector)
        return [element[ELEMENT] for element in found]

    def link(self, words, inside="body"):
        """The first link in which `words` stand."""
        links = self.js(
            "return [...document.querySelectorAll(arguments[0] + ' a')]"
            ".filter(a => a.textContent.includes(arguments[1])).slice(0, 1)", inside, words)
        if not links:
            raise Failure(f"no link with '{words}' in '{inside}' on {self.address}")
        return links[0][ELEMENT]

    def follow(self, element):
        """Clicks on it and waits until another page is there."""
        before = self.js("return performance.timeOrigin")
        self.click(element)
        self.wait(lambda: self._is_other_page(before), "another page after a click")

    def _is_other_page(self, before):
        try:
            return self.js("return performance.timeOrigin !== arguments[0] && document.readyState === 'complete'", before)
        except Failure:
            return False

    def click(self, element):
        self._do(f"/element/{element}/click")

    def text(self, element):
        return self._call("GET", f"{self.session}/element/{element}/text")

    def fill(self, element, words):
        self._do(f"/element/{element}/clear")
        self._do(f"/element/{element}/value", text=words)

    def press(self, *keys):
        """Presses keys together: `press("Control", "k")`."""
        names = [KEYS.get(key, key) for key in keys]
        down = [{"type": "keyDown", "value": name} for name in names]
        up = [{"type": "keyUp", "value": name} for name in reversed(names)]
        self._do("/actions", actions=[{"type": "key", "id": "keyboard", "actions": down + up}])

    def type(self, words):
        for letter in words:
            self.press(letter)

    def leave_by(self, *keys):
        """Presses keys that lead to another page, and waits for it."""
        before = self.js("return performance.timeOrigin")
        self.press(*keys)
        self.wait(lambda: self._is_other_page(before), f"another page after {keys}")

    def leave_by_field(self, words, *keys):
        """Types into the field that has the focus and leaves the page by keys."""
        self.type(words)
        self.leave_by(*keys)

    def press_letter(self, letter, code, shift=False, control=False):
        """Presses the key at `code`, which under the layout of the machine writes `letter`."""
        modifiers = (8 if shift else 0) | (2 if control else 0)
        for kind in ("rawKeyDown", "keyUp"):
            self.devtools("Input.dispatchKeyEvent", type=kind, key=letter, code=code, modifiers=modifiers)

    # What a person sees

    def js(self, script, *arguments):
        return self._do("/execute/sync", script=script, args=list(arguments))

    def js_later(self, script, *arguments):
        """A script that calls its last argument when it has its answer."""
        return self._do("/execute/async", script=script, args=list(arguments))

    def wait(self, condition, what):
        end = time.monotonic() + PATIENCE
        while True:
            found = condition()
            if found:
                return found
            if time.monotonic() > end:
                raise Failure(f"waited in vain for {what}")
            time.sleep(0.1)

    def show(self, dark, width=1600):
        """The theme that pages are asked for, and the width of the window."""
        self.devtools("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self.devtools("Emulation.setDeviceMetricsOverride", width=width, height=1200, deviceScaleFactor=1, mobile=False)

    def complaints(self):
        """What the browser has written on its console since it was last asked."""
        return self._do("/se/log", type="browser")

    def clipboard(self):
        return self.js_later("navigator.clipboard.readText().then(arguments[0], e => arguments[0]('' + e))")
