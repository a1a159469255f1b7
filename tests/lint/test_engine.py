"""The engine: order, languages, crashes, suppression."""

from collections.abc import Iterator

import pytest

from homs_wiki import page, syntax
from homs_wiki.lint.engine import Report, check
from homs_wiki.lint.finding import Finding, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.page import Page
from homs_wiki.profile import load_profile


class FoundWord(Rule):
    """Finds every "bad", from the last to the first."""

    name = "found-word"
    family = "words"
    message = "{word} is here"
    severity = Severity.NOTE

    def check(self, page: Page) -> Iterator[Finding]:
        start = len(page.text)
        while (start := page.text.rfind("bad", 0, start)) >= 0:
            yield self.finding((start, start + 3), word="bad")


class Crashing(FoundWord):
    """Fails after its first finding."""

    name = "crashing"

    def check(self, page: Page) -> Iterator[Finding]:
        yield next(super().check(page))
        raise RuntimeError("on purpose")


class OutsideThePage(FoundWord):
    """Finds something behind the end."""

    name = "outside-the-page"

    def check(self, page: Page) -> Iterator[Finding]:
        yield self.finding((0, len(page.text) + 1), word="bad")


class OnlyUrdu(FoundWord):
    """Knows one language."""

    name = "only-urdu"
    languages = frozenset(("ur",))


def lint(text: str, *rules: Rule, wiki: str = "en.wikipedia") -> Report:
    return check(page.read(syntax.parse(text, load_profile(wiki))), rules or (FoundWord(),))


def starts(report: Report) -> list[int]:
    return [finding.start for finding in report.findings]


def test_findings_come_in_the_order_of_the_text() -> None:
    assert starts(lint("a bad, bad, bad day")) == [2, 7, 12]


def test_empty_page() -> None:
    assert lint("") == Report([], [], [])


def test_a_message_is_filled_and_its_page_text_can_be_shown_otherwise() -> None:
    [finding] = lint("bad").findings
    assert finding.message == "bad is here"
    assert finding.message_with(lambda text: f"<{text}>") == "<bad> is here"


def test_a_crashing_rule_is_reported_and_the_others_go_on() -> None:
    report = lint("bad bad", Crashing(), FoundWord())
    assert [crash.rule for crash in report.crashes] == ["crashing"]
    assert isinstance(report.crashes[0].exception, RuntimeError)
    assert starts(report) == [0, 4, 4]


def test_a_finding_outside_the_page_is_a_crash() -> None:
    report = lint("bad", OutsideThePage())
    assert (report.findings, len(report.crashes)) == ([], 1)


@pytest.mark.parametrize(("wiki", "count"), [("en.wikipedia", 0), ("ur.wikipedia", 1)])
def test_a_rule_for_other_languages_is_passed_over(wiki: str, count: int) -> None:
    assert len(lint("bad", OnlyUrdu(), wiki=wiki).findings) == count


OFF_TWICE = "<!-- homs-wiki: off[a] --><!-- homs-wiki: off[words] -->bad\n"

SUPPRESSED = {
    "on a line of its own: the next line": (
        "bad\n<!-- homs-wiki: ignore[found-word] it is a quote -->\nbad bad\nbad",
        [1, 4],
    ),
    "on a line of its own, with blanks": ("  <!-- homs-wiki: ignore[found-word] -->  \nbad", []),
    "at a line's end: that line": ("bad bad <!--homs-wiki:ignore[found-word]-->\nbad", [2]),
    "by family": ("bad <!-- homs-wiki: ignore[words] -->", []),
    "by all": ("bad <!-- homs-wiki: ignore[all] -->", []),
    "several names": ("bad <!-- homs-wiki: ignore[other, found-word ] -->", []),
    "another rule": ("bad <!-- homs-wiki: ignore[other] -->", [1]),
    "no name": ("bad <!-- homs-wiki: ignore[] -->", [1]),
    "no brackets": ("bad <!-- homs-wiki: ignore found-word -->", [1]),
    "the last line, alone": ("bad\n<!-- homs-wiki: ignore[found-word] -->", [1]),
    "a comment over two lines: the line after it": (
        "<!-- homs-wiki: ignore[found-word]\nbad -->\nbad",
        [2],
    ),
    "the page, from anywhere": ("bad\nbad\n<!-- homs-wiki: ignore-page[words] -->", []),
    "a region": (
        "bad\n<!-- homs-wiki: off[words] -->bad\nbad<!-- homs-wiki: on[words] -->\nbad",
        [1, 4],
    ),
    "a region without an end": ("bad <!-- homs-wiki: off[words] --> bad\nbad", [1]),
    "a region of two names, one of them closed": (
        "<!-- homs-wiki: off[words, found-word] -->bad<!-- homs-wiki: on[words] --> bad",
        [],
    ),
    "regions in each other": (
        f"{OFF_TWICE}<!-- homs-wiki: on[a] -->bad\n<!-- homs-wiki: on[all] -->bad",
        [3],
    ),
    "an end without a beginning": ("<!-- homs-wiki: on[words] -->bad", [1]),
    "one name opened twice, closed once": (
        f"{'<!-- homs-wiki: off[words] -->' * 2}bad<!-- homs-wiki: on[words] -->\nbad",
        [2],
    ),
    "all, closed by a family only": (
        "<!-- homs-wiki: off[all] -->bad<!-- homs-wiki: on[words] -->bad",
        [],
    ),
    "the last of two comments on a line": (
        "<!-- a --> <!-- homs-wiki: ignore[words] -->  \nbad",
        [2],
    ),
    "in nowiki it is no comment": (
        "<nowiki><!-- homs-wiki: ignore-page[words] --></nowiki> bad",
        [1],
    ),
}


@pytest.mark.parametrize(("text", "lines"), SUPPRESSED.values(), ids=SUPPRESSED)
def test_suppression(text: str, lines: list[int]) -> None:
    report = lint(text)
    assert [text.count("\n", 0, start) + 1 for start in starts(report)] == lines
    assert len(report.findings) + len(report.suppressed) == text.count("bad")


def test_many_suppressions_and_findings_take_linear_time() -> None:
    line = "bad <!-- homs-wiki: ignore[other] --><!-- homs-wiki: off[found-word] -->\n"
    report = lint(line * 20_000)
    assert len(report.suppressed) == 19_999


HOSTILE_SUPPRESSIONS = {
    "regions that stay open": "<!-- homs-wiki: off[a, b] --><!-- homs-wiki: on[a] -->\n" * 15_000,
    "an end after many beginnings": "".join(
        f"<!-- homs-wiki: off[x{number}] --><!-- homs-wiki: on[y] -->\n" for number in range(15_000)
    ),
    "one line": "<!-- homs-wiki: ignore[a] -->" * 30_000,
}


@pytest.mark.parametrize("text", HOSTILE_SUPPRESSIONS.values(), ids=HOSTILE_SUPPRESSIONS)
def test_hostile_suppressions_take_linear_time(text: str) -> None:
    assert len(lint(text + "bad").findings) == 1
