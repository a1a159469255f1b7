"""A rule finds nothing on a page that has none of its triggers, so it may sleep there."""

import random
from collections.abc import Iterator
from functools import cache

import pytest
from tests.lint.test_cases import CASES

from homs_wiki.lint.active import CONDITION
from homs_wiki.lint.discovery import families, load_rule
from homs_wiki.lint.engine import check
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import FILES, SHORT_FOOTNOTE
from homs_wiki.lint.rules.references._anchors import SHORT
from homs_wiki.page import read_text
from homs_wiki.profile import Profile, available_profiles, load_profile

RULES = [load_rule(family, name) for family, names in families().items() for name in names]
WITH_TRIGGERS = [
    # Those that wake for a condition find what has woken them.
    rule
    for rule in RULES
    if rule.triggers and not any(each.startswith(CONDITION) for each in rule.triggers)
]
PROFILES = sorted(available_profiles())

BETWEEN = (
    "<!-- a -->", "<nowiki/>", "<noinclude>", "''", "&#32;", "\n", "  ", "{{!}}", "[[a|", "]]",
)  # fmt: skip
"""What may stand in the middle of a trigger, and perhaps does not count."""

INSTEAD = {" ": ("\u00a0", "\t", "&nbsp;", "_"), "[": ("&#91;",), "<": ("&lt;",), "|": ("{{!}}",)}
"""What may stand in the place of a character, and perhaps does what it does."""


@cache
def _profile(name: str) -> Profile:
    return load_profile(name)


def _is_awake(rule: Rule, text: str) -> bool:
    lower = text.lower()
    return not rule.triggers or any(trigger in lower for trigger in rule.triggers)


def _assert_sleepers_find_nothing(text: str, profile: str, rules: list[Rule]) -> None:
    asleep = [rule for rule in rules if not _is_awake(rule, text)]
    if asleep:
        page = read_text(text, _profile(profile))
        assert check(page, asleep).findings == [], f"though it has no trigger:\n{text}"


def _changed(rule: Rule, text: str) -> Iterator[str]:
    """Yield a text with its first triggers cut in two, or written in another way."""
    lower = text.lower()
    for trigger in rule.triggers:
        start = lower.find(trigger)
        if start < 0 or len(lower) != len(text):
            continue
        yield text.upper()
        for place in range(start, start + len(trigger) + 1):
            for between in BETWEEN:
                yield text[:place] + between + text[place:]
            for other in INSTEAD.get(text[place : place + 1], ()):
                yield text[:place] + other + text[place + 1 :]


@pytest.mark.parametrize("rule", WITH_TRIGGERS, ids=lambda rule: rule.name)
def test_changed_triggers_hide_no_finding(rule: Rule) -> None:
    for case in CASES:
        if case.rule == rule.name and case.expected:
            for text in _changed(rule, case.text):
                _assert_sleepers_find_nothing(text, case.profile, [rule])


@pytest.mark.parametrize("seed", range(60))
def test_all_rules_find_the_same_with_triggers_and_without(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    cases = chance.choices(CASES, k=4)
    pieces = [*(case.text for case in cases), *chance.choices(BETWEEN, k=4)]
    chance.shuffle(pieces)
    text = "".join(pieces)
    place = chance.randrange(len(text))
    for page in (text, text[place:], text[:place] + chance.choice(BETWEEN) + text[place:]):
        _assert_sleepers_find_nothing(page, cases[0].profile, WITH_TRIGGERS)


@pytest.mark.parametrize("profile", PROFILES)
def test_the_names_for_files_are_triggers(profile: str) -> None:
    assert {name.lower() for name in _profile(profile).namespace_names(6)} <= set(FILES)


@pytest.mark.parametrize("profile", PROFILES)
def test_the_names_of_short_footnotes_have_a_trigger(profile: str) -> None:
    names = [name for concept in SHORT for name in _profile(profile).concept_names(concept)]
    for name in names:
        assert any(trigger in name.lower() for trigger in SHORT_FOOTNOTE), name


def test_the_letters_of_urdu_are_triggers() -> None:
    urdu = _profile("ur.wikipedia")
    keyboard = {each.written[0] for each in urdu.letter_hazards if each.kind == "keyboard"}
    others = {
        each.written[0][-1] for each in urdu.letter_hazards if each.kind in ("look-alike", "end")
    }
    evidence = urdu.word_evidence
    assert evidence is not None
    assert set(load_rule("language", "arabic-letter-in-urdu").triggers) == keyboard
    assert set(load_rule("typography", "look-alike-letter").triggers) == others
    ends = {f"{word[-1]}-" for word in evidence.final_words}
    assert ends <= set(load_rule("typography", "wrong-full-stop").triggers)
