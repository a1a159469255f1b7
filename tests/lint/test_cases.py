"""Every rule's cases: one Markdown file a rule, ``tests/lint/<family>/<rule-name>.md``.

A file is read like this::

    profile: ur.wikipedia

    # repeated-word

    ## Left alone: reduplication is good Urdu

    Prose says why. The fence holds a page; ``none`` says that the rule has nothing to say on it.

    ```wikitext
    وہ بار بار آیا۔
    ```

    none

    ## A postposition typed twice

    ```wikitext
    وہ لاہور سے سے آیا۔
    ```

    1:12-1:14 “سے” stands here twice

    ```wikitext
    وہ لاہور سے آیا۔
    ```

* Lines ``key: value`` before the first heading hold for the whole file, between a heading and its
  fence for that case. The one key is ``profile``; without it, ``en.wikipedia``.
* A heading with a fence below it is a case. The text is what stands between the fences, without the
  line end before the closing one. With ``escapes`` behind ``wikitext``, ``\\u200F`` in the text
  and the messages stands for that character: for what cannot be seen, what composes, and white
  space at a line's end.
* Then ``none``, or a line for each finding in the order of the text: from where to where, as line
  and column in code points from 1, the end being the place *behind* the last character; then the
  message, word for word. A failing case prints the lines to paste.
* If the findings have fixes, a second fence holds the text after all safe ones are made, or after
  all of them if ``unsafe`` stands behind its ``wikitext``.
* All other lines are for people. Left-alone cases come first.

On every case it is checked that reading keeps the text, that the rule finds exactly this, that
fixing comes to rest, gives exactly the text shown and adds no finding of any rule. With the rules
about comments that silence others, these others run too.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from homs_wiki import page, syntax
from homs_wiki.lint.active import Occurrences
from homs_wiki.lint.directives import DirectiveRule
from homs_wiki.lint.discovery import families, load_rule, load_rules
from homs_wiki.lint.engine import check
from homs_wiki.lint.finding import Finding
from homs_wiki.lint.fixes import Fixer
from homs_wiki.lint.rule import Rule
from homs_wiki.page import Page
from homs_wiki.profile import Profile, load_profile
from homs_wiki.source import LineIndex

HERE = Path(__file__).parent

_HEADING = re.compile(r"#{1,6} +(.+)")
_KEY = re.compile(r"(profile): *(\S+)")
_FENCE = re.compile(r"(`{3,}|~{3,})wikitext((?: +\w+)*)")
_EXPECTED = re.compile(r"\d+:\d+-\d+:\d+ .+")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")


class Fence(NamedTuple):
    """A fenced text and the words behind ``wikitext``."""

    text: str
    flags: frozenset[str]


class Case(NamedTuple):
    """One case of one rule; ``expected`` is None where the file does not say what to expect."""

    family: str
    rule: str
    heading: str
    profile: str
    text: str
    expected: list[str] | None
    fixed: Fence | None

    @property
    def id(self) -> str:
        return f"{self.family}/{self.rule}: {self.heading}"


def read_cases(path: Path) -> list[Case]:
    """Return the cases of a file, in its order."""
    reader = _Reader(path)
    lines = iter(path.read_text(encoding="utf-8").split("\n"))
    for line in lines:
        reader.line(line, lines)
    reader.finish()
    return reader.cases


class _Reader:
    """What has been read of a file, and of the case that is being read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.cases: list[Case] = []
        self.default_profile = "en.wikipedia"
        self.heading = ""
        self.start("")

    def start(self, heading: str) -> None:
        self.heading = heading
        self.profile = self.default_profile
        self.fences: list[Fence] = []
        self.expected: list[str] | None = None

    def line(self, line: str, following: Iterator[str]) -> None:
        line = line.rstrip()
        if fence := _FENCE.fullmatch(line):
            self.fences.append(_read_fence(fence, following))
            assert len(self.fences) < 3, f"{self.path}: “{self.heading}” has a third fence"
        elif heading := _HEADING.fullmatch(line):
            self.finish()
            self.start(heading[1])
        elif key := _KEY.fullmatch(line):
            self.profile = key[2]
            if not self.heading:
                self.default_profile = key[2]
        elif line == "none" and self.fences:
            self.expected = self.expected or []
        elif _EXPECTED.fullmatch(line) and self.fences:
            self.expected = [*(self.expected or []), line]

    def finish(self) -> None:
        if self.fences:
            text, *fixed = self.fences
            if self.expected and "escapes" in text.flags:
                self.expected = [_unescaped(line) for line in self.expected]
            self.cases.append(
                Case(
                    self.path.parent.name,
                    self.path.stem,
                    self.heading,
                    self.profile,
                    text.text,
                    self.expected,
                    fixed[0] if fixed else None,
                )
            )


def _read_fence(opening: re.Match[str], following: Iterator[str]) -> Fence:
    flags = frozenset(opening[2].split())
    assert flags <= {"escapes", "unsafe"}, f"unknown word behind “wikitext”: {opening[2]}"
    lines: list[str] = []
    for line in following:
        if line.rstrip() == opening[1]:
            break
        lines.append(line)
    text = "\n".join(lines)
    if "escapes" in flags:
        text = _unescaped(text)
    return Fence(text, flags)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), text)


CASES = [case for path in sorted(HERE.glob("*/*.md")) for case in read_cases(path)]


@cache
def _profile(name: str) -> Profile:
    return load_profile(name)


@cache
def _all_rules() -> tuple[Rule, ...]:
    return tuple(load_rules())


def _read(text: str, profile: str) -> Page:
    document = syntax.parse(text, _profile(profile))
    assert document.text == text
    assert all(text[node.start : node.end] == node.text for node in document.nodes)
    return page.read(document)


def _findings(text: str, case: Case) -> list[Finding]:
    report = check(_read(text, case.profile), _rules_for(case))
    assert not report.crashes, f"the rule raised {report.crashes[0].exception!r}"
    return [finding for finding in report.findings if finding.rule == case.rule]


def _rules_for(case: Case) -> list[Rule]:
    """Return the rule; where it judges what comments silence, the others that it needs for that."""
    rule = load_rule(case.family, case.rule)
    return list(_with_others(rule) if isinstance(rule, DirectiveRule) else (rule,))


def _with_others(rule: Rule) -> Iterable[Rule]:
    return {each.name: each for each in (*_all_rules(), rule)}.values()


def _as_lines(text: str, findings: list[Finding]) -> list[str]:
    lines = LineIndex(text)

    def line(finding: Finding) -> str:
        start, end = lines.position(finding.start), lines.position(finding.end)
        return f"{start.line}:{start.column}-{end.line}:{end.column} {finding.message}"

    return [line(finding) for finding in findings]


def _count(text: str, case: Case) -> Counter[str]:
    rules = _with_others(load_rule(case.family, case.rule))
    report = check(_read(text, case.profile), list(rules))
    return Counter(finding.rule for finding in report.findings)


def _fixed(case: Case, *, unsafe: bool) -> str:
    """Return the text with the rule's fixes made, each of which must prove itself."""
    rule = load_rule(case.family, case.rule)
    fixer = Fixer(
        lambda text: _read(text, case.profile),
        lambda page: _findings(page.text, case),
        lambda _: rule.touches,
    )
    mended = fixer.settle(_read(case.text, case.profile), unsafe=unsafe)
    assert not mended.defects, f"a fix went wrong: {mended.defects[0]}\n{mended.page.text}"
    return mended.page.text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case_finds_exactly_what_it_says(case: Case) -> None:
    found = _as_lines(case.text, _findings(case.text, case))
    wanted = case.expected
    assert found == wanted, "the file should say:\n\n" + "\n".join(found or ["none"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_page_with_findings_has_a_trigger(case: Case) -> None:
    triggers = load_rule(case.family, case.rule).triggers
    if case.expected:
        assert Occurrences(_read(case.text, case.profile)).wake(triggers)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_fixing_settles_and_adds_no_finding(case: Case) -> None:
    before = _count(case.text, case)
    for unsafe in (False, True):
        fixed = _fixed(case, unsafe=unsafe)
        if fixed != case.text:
            added = _count(fixed, case) - before
            assert not added, f"fixing added {dict(added)}:\n{fixed}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_fixing_gives_the_text_shown(case: Case) -> None:
    unsafe = case.fixed is None or "unsafe" in case.fixed.flags
    fixed = _fixed(case, unsafe=unsafe)
    shown = case.fixed.text if case.fixed else case.text
    assert fixed == shown, f"the second fence should hold:\n\n{fixed}"


RULES = [(family, rule) for family, rules in families().items() for rule in rules]


@pytest.mark.parametrize(("family", "rule"), RULES, ids=[rule for _, rule in RULES])
def test_cases_begin_with_what_is_left_alone(family: str, rule: str) -> None:
    expected = [case.expected for case in CASES if (case.family, case.rule) == (family, rule)]
    assert expected, f"there is no tests/lint/{family}/{rule}.md with cases"
    assert expected[0] == [], "the first case must be one that is left alone"
    assert any(expected), "no case has a finding"


def test_every_case_file_belongs_to_a_rule() -> None:
    assert {(case.family, case.rule) for case in CASES} <= set(RULES)
