"""The HTML page in a real browser."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.browser import chromium

from homs_wiki.diff.changes import Change, ChangeKind
from homs_wiki.diff.output import ComparedFile
from homs_wiki.source import Span

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

Made = Callable[..., ComparedFile]
Shown = Callable[..., str]
Open = Callable[..., "Chrome"]

_FILLER = "".join(f"یہ سطر {number} نہیں بدلی۔\n\n" for number in range(40))
_URDU: list[tuple[str, str]] = [
    ("=", "{{Infobox military conflict\n"),
    ("~", "| casualties = [-۷-]{+۱۲+}\n"),
    ("=", "}}\n'''حمص کی جنگ''' شہر میں ہوئی۔<ref name=\"a\" />\n\n"),
    ("<1", "فوج نے رات کو شہر کے شمال میں پل تباہ کیا اور پیچھے ہٹ گئی۔\n"),
    ("=", f"{_FILLER}== انجام ==\nشہر میں امن ہوا۔\n\n"),
    (">1", "فوج نے [-رات کو-]{+صبح سویرے+} شہر کے شمال میں پل تباہ کیا اور پیچھے ہٹ گئی۔\n"),
    ("=", _FILLER),
    ("-", "یہ جملہ نکالا گیا۔\n"),
    ("=", _FILLER),
    ("+", "یہ جملہ شامل ہوا۔\n"),
    ("+", "یہ بھی۔\n"),
    ("~", "لفظ[- -]{+  +}لفظ\n"),
]
_STOPS = [
    "Changed line 2",
    "Moved from here to line 89, and changed",
    "Moved here from line 6, and changed",
    "Removed line 170",
    "Added line 250",
    "Changed line 251, now 252, white space only",
]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    yield from chromium(tmp_path_factory.mktemp("profile"))


@pytest.fixture
def opened(browser: Chrome, shown: Shown, tmp_path: Path) -> Iterator[Open]:
    """Return a function that shows files in the browser; options are emulated media, width."""

    def open_page(
        *files: ComparedFile, width: int = 1300, script: bool = True, **media: str
    ) -> Chrome:
        path = tmp_path / "diff.html"
        path.write_text(shown("html", *files), encoding="utf-8")
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 800}
        _command(browser, "Emulation.setDeviceMetricsOverride", size)
        # Smooth scrolling would make every place a matter of time.
        features = {"prefers-reduced-motion": "reduce"} | {
            f"prefers-{name.replace('_', '-')}": value
            for name, value in media.items()
            if name != "medium"
        }
        _command(
            browser,
            "Emulation.setEmulatedMedia",
            {
                "media": media.get("medium", ""),
                "features": [{"name": name, "value": value} for name, value in features.items()],
            },
        )
        _command(browser, "Emulation.setScriptExecutionDisabled", {"value": not script})
        browser.get("about:blank")
        for name in ("browser", "performance"):
            log(browser, name)
        browser.get(path.as_uri())
        return browser

    yield open_page
    _command(browser, "Emulation.setScriptExecutionDisabled", {"value": False})
    assert log(browser, "browser") == []


def _command(browser: Chrome, name: str, parameters: dict[str, Any]) -> None:
    browser.execute_cdp_cmd(name, parameters)


@pytest.fixture
def urdu(made: Made) -> ComparedFile:
    changes = [
        Change(ChangeKind.FIELD_CHANGED, Span(28, 44), Span(28, 45), "casualties", "۷", "۱۲"),
        Change(ChangeKind.PARAGRAPH_MOVED, Span(110, 120), Span(1000, 1010), "فوج نے"),
    ]
    return made(*_URDU, changes=changes, wiki="ur.wikipedia", labels=("HEAD~1", "HEAD"))


def press(browser: Chrome, *keys: str) -> None:
    from selenium.webdriver import ActionChains

    for key in keys:
        ActionChains(browser).send_keys(key).perform()


def script(browser: Chrome, code: str, *given: object) -> Any:
    return browser.execute_script(code, *given)


def log(browser: Chrome, name: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = browser.get_log(name)  # type: ignore[no-untyped-call]
    return entries


def find(browser: Chrome, selector: str) -> Any:
    return browser.find_element("css selector", selector)


def find_all(browser: Chrome, selector: str) -> list[Any]:
    return browser.find_elements("css selector", selector)


def focused(browser: Chrome) -> str:
    name: str = browser.switch_to.active_element.accessible_name
    return name


def settle(browser: Chrome) -> None:
    """Wait until the page stands still: what is laid out late moves it, and it moves back."""
    browser.execute_async_script(
        """
        const done = arguments[0];
        let still = 0, last = null;
        const look = () => {
          const top = document.activeElement.getBoundingClientRect().top;
          still = top === last ? still + 1 : 0;
          last = top;
          still > 8 ? done() : requestAnimationFrame(look);
        };
        look();
        """
    )


def in_view(browser: Chrome) -> bool:
    """Whether what has the focus is where it can be seen, not under the bar."""
    settle(browser)
    seen: bool = script(
        browser,
        """
        const box = document.activeElement.getBoundingClientRect();
        const bar = document.querySelector(".bar").getBoundingClientRect();
        return box.top >= bar.bottom && box.top < innerHeight;
        """,
    )
    return seen


def test_nothing_is_fetched_and_nothing_complains(opened: Open, urdu: ComparedFile) -> None:
    browser = opened(urdu)
    press(browser, "n", "s", "f", "n")
    events = [json.loads(entry["message"])["message"] for entry in log(browser, "performance")]
    fetched = [
        event["params"]["request"]["url"]
        for event in events
        if event["method"] == "Network.requestWillBeSent"
    ]
    assert [url for url in fetched if not url.startswith("data:")] == [browser.current_url]


def test_urdu_runs_from_the_right(opened: Open, urdu: ComparedFile) -> None:
    browser = opened(urdu)
    for selector, direction in (
        (".removed .ot", "rtl"),
        (".added .nt", "rtl"),
        (".changed .nt", "ltr"),  # a line of a template
        (".come .nt", "rtl"),
    ):
        cell = find(browser, selector)
        assert cell.get_attribute("lang") == "ur"
        assert cell.value_of_css_property("direction") == direction
        assert cell.value_of_css_property("text-align") == "start"
        left, right = script(
            browser,
            """
            const range = document.createRange();
            range.selectNodeContents(arguments[0]);
            const text = range.getBoundingClientRect();
            const cell = arguments[0].getBoundingClientRect();
            return [text.left - cell.left, cell.right - text.right];
            """,
            cell,
        )
        assert (left > right) is (direction == "rtl")
    assert find(browser, ".removed .no").location["x"] < find(browser, ".removed .ot").location["x"]


def test_numbers_that_changed_stand_in_the_order_of_their_line(
    opened: Open, urdu: ComparedFile
) -> None:
    browser = opened(urdu)
    press(browser, "s")
    removed, added = find(browser, ".it del"), find(browser, ".it ins")
    assert (removed.text, added.text) == ("۷", "۱۲")
    assert removed.location["x"] < added.location["x"]
    removed, added = find(browser, ".come .it del"), find(browser, ".come .it ins")
    assert (removed.text, added.text) == ("رات کو", "صبح سویرے")
    assert removed.location["x"] > added.location["x"]


def test_a_moved_paragraph_is_linked_both_ways_with_what_changed(
    opened: Open, urdu: ComparedFile
) -> None:
    browser = opened(urdu)
    find(browser, "#f1m1old a").click()
    assert browser.current_url.endswith("#f1m1new")
    assert focused(browser) == "Moved here from line 6, and changed"
    assert in_view(browser)
    assert find(browser, ".come .ot del").text == "رات کو"
    assert find(browser, ".come .nt ins").text == "صبح سویرے"
    find(browser, "#f1m1new a").click()
    assert focused(browser) == "Moved from here to line 89, and changed"
    assert in_view(browser)
    press(browser, "m")
    assert focused(browser) == "Moved here from line 6, and changed"


@pytest.mark.parametrize("view", ["side", "inline"])
@pytest.mark.parametrize(("forwards", "backwards"), [("n", "p"), ("j", "k")])
def test_the_keyboard_walks_through_all_changes(
    forwards: str, backwards: str, view: str, opened: Open, urdu: ComparedFile
) -> None:
    browser = opened(urdu)
    if view == "inline":
        press(browser, "s")
    position = find(browser, "#position")
    assert position.text == f"{len(_STOPS)} places"
    walked = []
    for number in range(1, len(_STOPS) + 1):
        press(browser, forwards)
        walked.append(focused(browser))
        assert in_view(browser)
        assert position.text == f"{number} of {len(_STOPS)}"
        outline = browser.switch_to.active_element.value_of_css_property("outline-style")
        assert outline == "solid"
    assert walked == _STOPS
    press(browser, forwards)
    assert focused(browser) == _STOPS[-1]
    press(browser, *[backwards] * 3)
    assert focused(browser) == _STOPS[-4]


def test_buttons_walk_too_and_go_on_from_a_link(opened: Open, urdu: ComparedFile) -> None:
    browser = opened(urdu)
    assert not find(browser, "#previous").is_enabled()
    find(browser, "#next").click()
    assert focused(browser) == _STOPS[0]
    find(browser, "#f1m1old a").click()
    find(browser, "#next").click()
    assert focused(browser) == _STOPS[3]
    find(browser, "#previous").click()
    assert focused(browser) == _STOPS[2]


def test_links_of_changes_go_to_their_lines(opened: Open, urdu: ComparedFile) -> None:
    browser = opened(urdu)
    links = find_all(browser, ".change .where a")
    assert [link.text for link in links] == ["2", "6", "89"]
    links[0].click()
    assert focused(browser) == _STOPS[0]
    assert in_view(browser)


def test_the_view_is_switched(opened: Open, urdu: ComparedFile) -> None:
    browser = opened(urdu)

    def shown_cells() -> list[bool]:
        return [find(browser, f".changed .{name}").is_displayed() for name in ("ot", "nt", "it")]

    assert shown_cells() == [True, True, False]
    press(browser, "s")
    assert shown_cells() == [False, False, True]
    find(browser, "label[for=side]").click()
    assert shown_cells() == [True, True, False]


def test_switching_the_view_stays_at_the_place(opened: Open, urdu: ComparedFile) -> None:
    browser = opened(urdu)
    press(browser, "n", "n", "n", "n")
    settle(browser)
    before = browser.switch_to.active_element.rect["y"] - script(browser, "return scrollY")
    press(browser, "s")
    settle(browser)
    after = browser.switch_to.active_element.rect["y"] - script(browser, "return scrollY")
    assert focused(browser) == _STOPS[3]
    assert abs(before - after) < 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["side", "inline"])
def test_everything_can_be_read(view: str, scheme: str, opened: Open, urdu: ComparedFile) -> None:
    browser = opened(urdu, color_scheme=scheme)
    press(browser, "f", *(["s"] if view == "inline" else []))
    page, poor = script(browser, _CONTRAST)
    assert (page < 0.1) is (scheme == "dark")
    assert poor == []


# The relative luminance of the page, and every visible text of less contrast than 4.5 to 1 with
# the background it stands on (WCAG 2.2, 1.4.3); controls that are disabled are exempt.
_CONTRAST = """
const channel = (value) => value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4;
const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
const luminance = (colour) => {
  const [r, g, b] = numbers(colour).map((value) => channel(value / 255));
  return .2126 * r + .7152 * g + .0722 * b;
};
const background = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    const alpha = numbers(colour)[3] ?? 1;
    if (alpha === 1) return colour;
  }
  return "rgb(255, 255, 255)";
};
const poor = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
  if (element.closest("script, style, :disabled")) continue;
  const [one, two] = [getComputedStyle(element).color, background(element)].map(luminance);
  const contrast = (Math.max(one, two) + .05) / (Math.min(one, two) + .05);
  if (contrast < 4.5) poor.push([element.outerHTML.slice(0, 80), contrast]);
}
return [luminance(getComputedStyle(document.body).backgroundColor), poor];
"""


def test_marks_do_not_need_colour(opened: Open, urdu: ComparedFile) -> None:
    browser = opened(urdu)
    assert "line-through" in find(browser, ".changed del").value_of_css_property("text-decoration")
    assert "underline" in find(browser, ".changed ins").value_of_css_property("text-decoration")
    for selector, sign in ((".removed .no", "−"), (".added .nn", "+"), (".changed .nn", "+"),
                           (".gone .no", "↱"), (".come .nn", "↳")):  # fmt: skip
        assert find(browser, selector).text.endswith(sign)
    heard = 'return getComputedStyle(arguments[0], "::before").content'
    assert script(browser, heard, find(browser, ".changed del")) == '" [removed: "'
    assert script(browser, heard, find(browser, ".changed ins")) == '" [added: "'


def test_everything_has_a_name_and_a_place(opened: Open, urdu: ComparedFile, made: Made) -> None:
    browser = opened(urdu, made(("+", "a\n"), new_name="b.wiki"))
    names = {
        "#next": "Next change", "#previous": "Previous change", "#help": "Keys",
        "#side": "Side by side", "#inline": "Inline", "#switch": "View",
        "#walk": "Walk through the changes", ".skip": "Skip to the changes",
        "nav": "Files", "#f1": "page.wiki", "#f1 .changes": "What changed", "#f1 .text": "Text",
    }  # fmt: skip
    for selector, name in names.items():
        found = script(browser, "return arguments[0]", find(browser, selector)).accessible_name
        assert found.lstrip("↑↓? ") == name, selector
    roles = {"header": "banner", "main": "main", "nav": "navigation", "#f1": "article",
             "#f1 .changes": "region", "#position": "status", ".row.changed": "group"}  # fmt: skip
    assert {selector: find(browser, selector).aria_role for selector in roles} == roles
    assert [heading.aria_role for heading in find_all(browser, "h1")] == ["heading"]


def test_the_first_tab_skips_to_the_changes(opened: Open, urdu: ComparedFile) -> None:
    from selenium.webdriver.common.keys import Keys

    browser = opened(urdu)
    press(browser, Keys.TAB)
    assert focused(browser) == "Skip to the changes"
    assert browser.switch_to.active_element.rect["y"] >= 0
    press(browser, Keys.ENTER)
    assert browser.switch_to.active_element.tag_name == "main"


def test_help_opens_and_closes(opened: Open, urdu: ComparedFile) -> None:
    from selenium.webdriver.common.keys import Keys

    browser = opened(urdu)
    dialog = find(browser, "dialog")
    for closing in ("?", Keys.ESCAPE):
        press(browser, "?")
        assert dialog.is_displayed()
        assert dialog.accessible_name == "Keys"
        press(browser, "n")  # does not walk behind the dialog
        assert find(browser, "#position").text == f"{len(_STOPS)} places"
        press(browser, closing)
        assert not dialog.is_displayed()
    find(browser, "#help").click()
    find(browser, "#close").click()
    assert not dialog.is_displayed()


def test_folds_open(opened: Open, urdu: ComparedFile) -> None:
    browser = opened(urdu)
    assert not find(browser, ".fold .line").is_displayed()
    find(browser, ".fold summary").click()
    assert "نہیں بدلی" in find(browser, ".fold .line .t").text
    press(browser, "f")
    assert not any(fold.get_attribute("open") for fold in find_all(browser, ".fold"))
    press(browser, "f")
    assert all(fold.get_attribute("open") for fold in find_all(browser, ".fold"))


def test_it_works_without_script(opened: Open, urdu: ComparedFile) -> None:
    from selenium.webdriver.common.keys import Keys

    browser = opened(urdu, script=False)
    assert not find(browser, "#walk").is_displayed()
    assert find(browser, ".changed .ot").is_displayed()
    find(browser, "label[for=inline]").click()
    assert not find(browser, ".changed .ot").is_displayed()
    assert find(browser, ".changed .it").is_displayed()
    find(browser, "#f1m1old a").click()
    assert browser.current_url.endswith("#f1m1new")
    find(browser, ".hops a").send_keys(Keys.ENTER)
    assert browser.current_url.endswith("#f1h2")


@pytest.mark.parametrize("view", ["side", "inline"])
def test_a_narrow_window_has_no_sideways_scrolling(
    view: str, opened: Open, urdu: ComparedFile, made: Made
) -> None:
    browser = opened(urdu, made(("~", "x" * 500 + "[-a-]{+b+}\n")), width=400)
    assert find(browser, "#inline").is_selected()
    if view == "side":
        press(browser, "s")
    assert script(browser, "return document.documentElement.scrollWidth") <= 400
    old, new = find(browser, ".changed .ot"), find(browser, ".changed .nt")
    assert old.is_displayed() is (view == "side")
    if view == "side":
        assert old.rect["width"] > 300
        assert new.rect["y"] > old.rect["y"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_printed_black_on_white(scheme: str, opened: Open, urdu: ComparedFile) -> None:
    browser = opened(urdu, medium="print", color_scheme=scheme)
    assert not find(browser, ".switch").is_displayed()
    assert not find(browser, "#walk").is_displayed()
    assert find(browser, ".changed .nt").is_displayed()
    page, poor = script(browser, _CONTRAST)
    assert page == 1
    assert poor == []
    assert find(browser, ".bar").value_of_css_property("position") == "static"


def test_hostile_text_stays_text(opened: Open, made: Made) -> None:
    nasty = "<script>window.bad=1</script><img src=x onerror=bad=1></bdi>{{ 7*7 }}\u202e&amp;"
    browser = opened(
        made(
            ("~", f"[-{nasty}-]{{+x+}}\n"),
            changes=[Change(ChangeKind.CATEGORY_ADDED, None, Span(0, 1), nasty, after=nasty)],
            old_name=nasty,
            new_name=nasty,
            labels=(nasty, nasty),
        )
    )
    assert script(browser, "return window.bad") is None
    assert find(browser, ".changed .ot").text == nasty.replace("\u202e", "<U+202E>")
    assert nasty.replace("\u202e", "<U+202E>") in browser.title


def test_ten_thousand_changes_are_walked_and_linked(opened: Open, made: Made) -> None:
    from selenium.webdriver.support.wait import WebDriverWait

    rows = [("~", f"line {n} [-a-]{{+{'b' * (n % 500)}+}}\n") for n in range(10_000)]
    new = made(*rows).comparison.text.new
    change = Change(ChangeKind.CATEGORY_ADDED, None, Span(new.index("line 8999"), len(new)), "A")
    browser = opened(made(*rows, changes=[change]))
    press(browser, "n", "n")
    assert find(browser, "#position").text == "2 of 10000"
    find(browser, ".change .where a").click()
    press(browser, *["n"] * 5)
    assert focused(browser) == "Changed line 9005"
    WebDriverWait(browser, 10).until(in_view)
