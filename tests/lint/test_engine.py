"""The engine: order, languages, crashes, suppression."""

from collections.abc import Callable, Iterator

import pytest

from homs_wiki import page, syntax
from homs_wiki.lint import directives, engine
from homs_wiki.lint.directives import DirectiveRule, Review
from homs_wiki.lint.engine import Report, check
from homs_wiki.lint.finding import Finding, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.suppression import Meanings
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


def test_where_another_language_stands_in_no_rule_for_it_runs() -> None:
    class OnlyEnglish(OnlyUrdu):
        name = "only-english"
        languages = frozenset(("en",))

    assert len(lint("bad", OnlyEnglish(), wiki="en.wiktionary").findings) == 1
    assert lint("bad", OnlyEnglish(), wiki="nn.wikipedia").findings == []


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
    "the next line, from within a line": (
        "bad <!-- homs-wiki: ignore-next-line[words] -->\nbad\nbad",
        [1, 3],
    ),
    "the next line, from a line of its own": (
        "<!-- homs-wiki: ignore-next-line[words] -->\nbad\nbad",
        [3],
    ),
    "the next line, where there is none": ("bad <!-- homs-wiki: ignore-next-line[all] -->", [1]),
    "by the set it belongs to": ("bad <!-- homs-wiki: ignore[recommended] -->", []),
    "by a set that holds it too": ("bad <!-- homs-wiki: ignore[strict] -->", []),
    "by the part of its family in a set": ("bad <!-- homs-wiki: ignore[words:strict] -->", []),
    "by the part of another family": ("bad <!-- homs-wiki: ignore[links:strict] -->", [1]),
    "an order that does not exist": ("bad <!-- homs-wiki: ignore-line[words] -->", [1]),
    "no colon": ("bad <!-- homs-wiki ignore[words] -->", [1]),
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


class Spelling(FoundWord):
    """Finds every "bad" as a matter of language."""

    name = "spelling"
    family = "language"


AS_WRITTEN = {
    "in its text": ("bad {{not a typo|bad}} bad", [0, 23]),
    "under another name": ("{{As written|a bad day}}", []),
    "a quotation": ("{{sic|bad}} bad", [12]),
    "the word before an empty one": ("bad, bad {{sic}} bad", [0, 17]),
    "the word right before it": ("bad bad{{sic|hide=y}}", [0]),
    "only the word before it": ("bad bed{{sic}}", [0]),
    "at the start of the page": ("{{sic}} bad", [8]),
    "within another template": ("{{sic|{{not a typo|bad}} bad}} {{lang|bad}}", [38]),
    "in a comment": ("<!-- {{sic|bad}} --> {{sic|<!-- bad -->}}", [11]),
}


@pytest.mark.parametrize(("text", "found"), AS_WRITTEN.values(), ids=AS_WRITTEN)
def test_what_an_editor_vouches_for(text: str, found: list[int]) -> None:
    report = lint(text, Spelling())
    assert starts(report) == found
    assert len(report.findings) + len(report.suppressed) == text.count("bad")


def test_other_rules_find_what_they_find_in_it() -> None:
    assert starts(lint("{{not a typo|bad}}", FoundWord())) == [13]


class Reviewing(DirectiveRule):
    """Tells what it is given."""

    name = "reviewing"
    family = "suppression"
    message = "{names}"

    def review(self, page: Page, review: Review) -> Iterator[Finding]:  # noqa: ARG002
        for directive, names in review.idle:
            yield self.finding(directive.span, names=[name.text for name in names])


def idle(text: str, *rules: Rule, meanings: Callable[[], Meanings] | None = None) -> list[object]:
    document = syntax.parse(text, load_profile("en.wikipedia"))
    report = check(page.read(document), [*rules, Reviewing()], meanings)
    return [each.values["names"] for each in report.findings if each.rule == "reviewing"]


IDLE = {
    "nothing is silenced": ("<!-- homs-wiki: ignore[found-word] -->\ngood", [["found-word"]]),
    "something is silenced": ("<!-- homs-wiki: ignore[found-word] -->\nbad", []),
    "by the family": ("<!-- homs-wiki: ignore[words] -->\nbad", []),
    "the family, of which all has run": ("<!-- homs-wiki: ignore[words] -->", [["words"]]),
    "a rule that has not run": ("<!-- homs-wiki: ignore[link-empty] -->", []),
    "a set that has not run as a whole": ("<!-- homs-wiki: ignore[recommended] -->", []),
    "the narrower name counts": (
        "bad <!-- homs-wiki: ignore[words, found-word] -->",
        [["words"]],
    ),
    "the longer scope counts": (
        "<!-- homs-wiki: ignore-page[words] --> bad <!-- homs-wiki: ignore[words] -->\n",
        [["words"]],
    ),
    "an end without a beginning": ("<!-- homs-wiki: on[xyzzy, all] -->", [["xyzzy", "all"]]),
    "an unknown name": ("<!-- homs-wiki: ignore[xyzzy] -->", []),
    "a name of the rules about comments": ("<!-- homs-wiki: ignore[suppression-unused] -->", []),
    "silenced itself": ("good <!-- homs-wiki: ignore[found-word, reviewing] -->", []),
    "not silenced by others": (
        "<!-- homs-wiki: ignore-page[all, words] -->",
        [["words"]],
    ),
}


@pytest.mark.parametrize(("text", "names"), IDLE.values(), ids=IDLE)
def test_comments_that_do_nothing(text: str, names: list[list[str]]) -> None:
    assert idle(text, FoundWord()) == names


def test_a_rule_that_was_selected_and_not_woken_has_run() -> None:
    text = "<!-- homs-wiki: ignore[found-word] -->"
    assert idle(text) == []
    meanings = Meanings.of([FoundWord()], frozenset({"found-word"}))
    assert idle(text, meanings=lambda: meanings) == [["found-word"]]


def test_what_names_mean_is_asked_only_where_there_are_comments() -> None:
    def fail() -> Meanings:
        raise AssertionError

    assert idle("bad", FoundWord(), meanings=fail) == []


def test_a_rule_about_comments_that_crashes_is_reported() -> None:
    class Broken(Reviewing):
        def review(self, page: Page, review: Review) -> Iterator[Finding]:  # noqa: ARG002
            raise RuntimeError("on purpose")

    report = lint("bad <!-- homs-wiki: ignore[a] -->", FoundWord(), Broken())
    assert [crash.rule for crash in report.crashes] == ["reviewing"]
    assert starts(report) == [0]


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
    "many names": f"<!-- homs-wiki: ignore[{', '.join(map(str, range(60_000)))}] -->",
    "no end of blanks": f"<!-- homs-wiki: ignore[{' ' * 200_000}",
}


@pytest.mark.parametrize("text", HOSTILE_SUPPRESSIONS.values(), ids=HOSTILE_SUPPRESSIONS)
def test_hostile_suppressions_take_linear_time(text: str) -> None:
    assert len(lint(text + "bad").findings) == 1


def test_engine_and_directives_look_for_the_same_mark() -> None:
    assert engine.MARK == directives.MARK


def test_many_words_that_an_editor_vouches_for_take_linear_time() -> None:
    assert starts(lint("bad {{sic}}" * 30_000 + " bad", Spelling())) == [330_001]
