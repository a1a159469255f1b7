"""The HTML page in a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.browser import chromium

from homs_wiki.lint.finding import Finding, Fix, Severity
from homs_wiki.lint.output.result import FileResult
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

Found = Callable[..., Finding]
Made = Callable[..., FileResult]
Shown = Callable[..., str]
Open = Callable[..., "Chrome"]

_FILLER = "".join(f"یہ سطر {number} ٹھیک ہے۔\n\n" for number in range(60))
_LEAD = "{{Infobox\n| date = ۵ دسمبر\n}}\n'''حمص''' شہر سے سے دور ہے۔<ref></ref>\n\n"
_URDU = f"{_LEAD}{_FILLER}یہ بھی بھی۔\n"
_ENGLISH = "The the bridge.\n\n</script><script>document.title='attacked'</script>\n\u202eend"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    yield from chromium(tmp_path_factory.mktemp("profile"))


@pytest.fixture
def opened(browser: Chrome, shown: Shown, tmp_path: Path) -> Iterator[Open]:
    """Return a function that shows files in the browser, on a window of a width, in colours."""

    def open_page(
        *files: FileResult, width: int = 1300, colours: str = "light", script: bool = True
    ) -> Chrome:
        path = tmp_path / "report.html"
        path.write_text(shown("html", *files), encoding="utf-8")
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 800}
        _command(browser, "Emulation.setDeviceMetricsOverride", size)
        features = [{"name": "prefers-color-scheme", "value": colours}]
        _command(browser, "Emulation.setEmulatedMedia", {"features": features})
        _command(browser, "Emulation.setScriptExecutionDisabled", {"value": not script})
        browser.get("about:blank")
        for name in ("browser", "performance"):
            _log(browser, name)
        browser.get(path.as_uri())
        return browser

    yield open_page
    _command(browser, "Emulation.setScriptExecutionDisabled", {"value": False})
    run(browser, "try { localStorage.clear() } catch {}")
    assert _log(browser, "browser") == []


def _command(browser: Chrome, name: str, parameters: dict[str, Any]) -> None:
    browser.execute_cdp_cmd(name, parameters)


def _log(browser: Chrome, name: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = browser.get_log(name)  # type: ignore[no-untyped-call]
    return entries


@pytest.fixture
def two(made: Made, found: Found) -> Sequence[FileResult]:
    """An Urdu page with three findings, and an English one with two."""

    def at(text: str, what: str, rule: str, severity: Severity) -> Finding:
        start = text.index(what)
        fix = Fix((Edit(start, start + 1, ""),), safe=True, description=f"Mend “{what}”")
        return found(start, start + len(what), fix, rule=rule, severity=severity, word=what)

    urdu = made(
        _URDU,
        at(_URDU, "سے سے", "repeated-word", Severity.WARNING),
        at(_URDU, "<ref></ref>", "reference-empty", Severity.ERROR),
        at(_URDU, "بھی بھی", "repeated-word", Severity.WARNING),
        name="حمص.wiki",
    )
    english = made(
        _ENGLISH,
        at(_ENGLISH, "The the", "repeated-word", Severity.WARNING),
        at(_ENGLISH, "\u202e", "bidi-override", Severity.NOTE),
        name="bridge.wiki",
    )
    return urdu._replace(language="ur", direction="rtl"), english._replace(language="en")


def run(browser: Chrome, code: str, *given: object) -> Any:
    return browser.execute_script(code, *given)


def settled(browser: Chrome) -> None:
    """Wait until the page has been laid out some times over."""
    browser.execute_async_script(
        "const done = arguments[0]; let left = 16;"
        "const again = () => (left-- ? requestAnimationFrame(again) : done()); again();"
    )


def press(browser: Chrome, *keys: str) -> None:
    from selenium.webdriver import ActionChains

    for key in keys:
        ActionChains(browser).send_keys(key).perform()
    settled(browser)


def find_all(browser: Chrome, selector: str) -> list[Any]:
    return browser.find_elements("css selector", selector)


def texts(browser: Chrome, selector: str) -> list[str]:
    return [element.text for element in find_all(browser, selector) if element.is_displayed()]


def current(browser: Chrome) -> str:
    """Return the text that is marked as the current finding, which must be in view."""
    code = """
        const marks = [...document.querySelectorAll("mark.here")];
        const box = marks[0].getBoundingClientRect();
        const bar = document.querySelector(".bar").getBoundingClientRect();
        const detail = document.getElementById("detail").getBoundingClientRect();
        if (box.top < bar.bottom - 1 || box.bottom > detail.top + 1) return "not in view";
        return marks.map((mark) => mark.textContent).join("");
    """
    text: str = run(browser, code)
    return text


def test_walk(opened: Open, two: Sequence[FileResult]) -> None:
    browser = opened(*two)
    assert texts(browser, "#position") == ["– of 5"]
    seen = []
    for _ in range(5):
        press(browser, "j")
        seen.append(current(browser))
    assert seen == ["سے سے", "<ref></ref>", "بھی بھی", "The the", "U+202E"]
    assert texts(browser, "#position") == ["5 of 5"]
    press(browser, "j")
    assert current(browser) == "U+202E"
    press(browser, "k", "p")
    assert current(browser) == "بھی بھی"
    [detail] = texts(browser, "#detail")
    assert "repeated-word" in detail
    assert "Mend" in detail
    [entry] = find_all(browser, "[aria-current=true]")
    assert entry.is_displayed()
    assert browser.switch_to.active_element.tag_name == "mark"


def test_click(opened: Open, two: Sequence[FileResult]) -> None:
    browser = opened(*two)
    find_all(browser, ".f .to")[2].click()
    settled(browser)
    assert current(browser) == "بھی بھی"
    find_all(browser, "#previous")[0].click()
    settled(browser)
    assert current(browser) == "<ref></ref>"
    run(browser, "document.querySelectorAll('mark')[3].click()")
    settled(browser)
    assert current(browser) == "The the"


def test_filter(opened: Open, two: Sequence[FileResult]) -> None:
    from selenium.webdriver.support.ui import Select

    browser = opened(*two)
    assert texts(browser, ".severities label") == ["error 1", "warning 3", "note 1"]
    rules = Select(find_all(browser, "#rule")[0])
    assert [option.text for option in rules.options][1:] == [
        "bidi-override (1)",
        "reference-empty (1)",
        "repeated-word (3)",
    ]
    rules.select_by_value("repeated-word")
    assert texts(browser, ".f code") == ["repeated-word"] * 3
    assert len(find_all(browser, "mark.off")) == 2
    assert texts(browser, "#position") == ["– of 3"]
    Select(find_all(browser, "#file")[0]).select_by_index(2)
    assert texts(browser, "h2 bdi") == ["bridge.wiki"]
    run(browser, "document.querySelector('[value=warning]').click()")
    assert texts(browser, "#nothing") == ["No finding passes the filter."]
    run(browser, "document.activeElement.blur()")
    press(browser, "\ue00c")  # Escape
    assert texts(browser, "#position") == ["– of 5"]
    assert not find_all(browser, "mark.off")


def test_filter_by_words_with_the_keyboard(opened: Open, two: Sequence[FileResult]) -> None:
    browser = opened(*two)
    press(browser, "/", *"empty")
    from selenium.webdriver.support.ui import WebDriverWait

    WebDriverWait(browser, 10).until(lambda _: texts(browser, "#position") == ["– of 1"])
    press(browser, "\ue007")  # Enter
    assert current(browser) == "<ref></ref>"
    press(browser, "r", "\ue00c")
    assert texts(browser, "#position") == ["2 of 5"]
    press(browser, "r")
    assert texts(browser, "#position") == ["1 of 1"]
    press(browser, "r")
    assert texts(browser, "#position") == ["2 of 5"]


def test_help(opened: Open, two: Sequence[FileResult]) -> None:
    browser = opened(*two)
    press(browser, "?")
    assert texts(browser, "dialog h2") == ["Keys"]
    press(browser, "j")
    assert not find_all(browser, "mark.here")
    press(browser, "?")
    assert texts(browser, "dialog h2") == []


def background(browser: Chrome) -> str:
    colour: str = run(browser, "return getComputedStyle(document.body).backgroundColor")
    return colour


def test_colours(opened: Open, two: Sequence[FileResult]) -> None:
    browser = opened(*two)
    light = background(browser)
    press(browser, "t")
    dark = background(browser)
    assert dark != light
    assert background(opened(*two, colours="light")) == dark  # the choice is kept
    press(browser, "t")
    assert background(browser) == light
    run(browser, "localStorage.clear()")
    assert background(opened(*two, colours="dark")) == dark


def test_directions(opened: Open, two: Sequence[FileResult]) -> None:
    browser = opened(*two)
    code = """
        const rows = [...document.querySelectorAll(".t")];
        const row = rows.find((each) => each.textContent.includes(arguments[0]));
        return getComputedStyle(row).direction;
    """
    wanted = {"سے سے": "rtl", "| date": "ltr", "The the": "ltr"}
    assert {text: run(browser, code, text) for text in wanted} == wanted
    gutters = [
        run(browser, "return getComputedStyle(arguments[0]).direction", text)
        for text in find_all(browser, ".text")
    ]
    assert gutters == ["rtl", "ltr"]


def test_letters_join_through_a_mark(opened: Open, made: Made, found: Found) -> None:
    word = "حمص" * 8

    def width(*findings: Finding) -> float:
        browser = opened(made(word, *findings))
        code = """
            const range = document.createRange();
            range.selectNodeContents(document.querySelector(".t"));
            return range.getBoundingClientRect().width;
        """
        result: float = run(browser, code)
        return result

    whole = width(found(0, len(word)))
    assert abs(width(found(4, 5), found(7, 9)) - whole) < 1


def test_nothing_runs_and_nothing_is_fetched(opened: Open, two: Sequence[FileResult]) -> None:
    browser = opened(*two)
    assert browser.title == "5 findings in 2 files"
    wanted = [
        entry["message"]
        for entry in _log(browser, "performance")
        if '"Network.requestWillBeSent"' in entry["message"]
    ]
    assert all('"url":"file:' in entry or '"url":"data:' in entry for entry in wanted)


def test_without_scripting_all_is_there(opened: Open, two: Sequence[FileResult]) -> None:
    browser = opened(*two, script=False)
    assert len(texts(browser, ".f")) == 5
    assert len(find_all(browser, "mark")) == 5
    assert texts(browser, "#total") == ["5 findings in 2 files"]
    assert not find_all(browser, "#filter")[0].is_displayed()


_CONTRASTS = """
    const ask = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const parse = (colour) => {
      ask.clearRect(0, 0, 1, 1);
      ask.fillStyle = colour;
      ask.fillRect(0, 0, 1, 1);
      return [...ask.getImageData(0, 0, 1, 1).data];
    };
    const luminance = (rgb) => {
      const [r, g, b] = rgb.map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (element) => {
      for (let each = element; each; each = each.parentElement) {
        const colour = parse(getComputedStyle(each).backgroundColor);
        if (colour[3] === 255) return colour;
      }
      return [255, 255, 255];
    };
    const poor = [];
    for (const element of document.querySelectorAll("body *")) {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (!own || !element.checkVisibility() || element.matches(":disabled, .vh, script")) continue;
      const ink = luminance(parse(getComputedStyle(element).color).slice(0, 3));
      const paper = luminance(ground(element).slice(0, 3));
      const contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
      if (contrast < 4.5) poor.push(`${element.tagName}.${element.className}: ${contrast}`);
    }
    return poor;
"""


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_contrast(colours: str, opened: Open, two: Sequence[FileResult]) -> None:
    """WCAG 2: 4.5 to 1 for every text, with and without a current finding."""
    browser = opened(*two, colours=colours)
    assert run(browser, _CONTRASTS) == []
    for _ in range(5):
        press(browser, "j")
        assert run(browser, _CONTRASTS) == []


def test_everything_can_be_reached_and_has_a_name(opened: Open, two: Sequence[FileResult]) -> None:
    browser = opened(*two)
    for element in find_all(browser, "button, select, input, summary, nav, [role]"):
        if element.is_displayed():
            assert element.accessible_name, element.get_attribute("outerHTML")
    press(browser, "\ue004")  # Tab
    assert browser.switch_to.active_element.text == "Skip to the findings"
    outline = run(browser, "return getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


@pytest.mark.parametrize("width", [1300, 900, 420, 320])
def test_nothing_sticks_out(width: int, opened: Open, two: Sequence[FileResult]) -> None:
    browser = opened(*two, width=width)
    press(browser, "j")
    assert run(browser, "return document.documentElement.scrollWidth") <= width
    assert current(browser) == "سے سے"


def test_a_page_of_two_megabytes(opened: Open, made: Made, found: Found) -> None:
    text = "یہ ایک لمبی سطر ہے جو بار بار آتی ہے۔\n" * 30_000
    step = len(text) // 5000
    findings = [found(start, start + 5) for start in range(0, len(text) - 5, step)]
    browser = opened(made(text, *findings))
    total = len(findings)
    press(browser, "j")
    run(browser, "document.querySelectorAll('.f a.to')[4000].click()")
    settled(browser)
    assert texts(browser, "#position") == [f"4001 of {total}"]
    assert current(browser) == text[4000 * step : 4000 * step + 5].replace("\n", "")
