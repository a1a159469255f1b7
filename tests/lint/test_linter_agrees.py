"""MediaWiki's Linter agrees with the rules that repeat its categories, on the cases of those rules.

What Linter lists is what Parsoid finds, and Parsoid comes with MediaWiki: all cases are read by it
in one process. Cases that call templates are left out: the wiki has none. Of one category there
may be several rules; together they must find something where Parsoid does, and nothing where it
does not.
"""

import json
import re
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.lint.test_cases import CASES, Case
from tests.wiki.conftest import prepared_wiki, software

from homs_wiki import page, syntax
from homs_wiki.lint.discovery import families, load_rule
from homs_wiki.lint.engine import check
from homs_wiki.profile import load_profile
from homs_wiki.wiki.local import LocalWiki, Software
from homs_wiki.wiki.local.maintenance import environment

__all__ = ["prepared_wiki", "software"]

_SCRIPT = Path(__file__).parent / "linter.php"
_TEMPLATE = re.compile(r"\{\{(?!#tag:|PAGENAME)")

RULES = {
    name: frozenset(aliases["linter"].split())
    for family, names in families().items()
    for name in names
    if "linter" in (aliases := load_rule(family, name).aliases)
}
"""Rule → the categories that it repeats."""

FAMILY = {name: family for family, names in families().items() for name in names}

NEWER = frozenset({
    "duplicate-ids", "empty-heading", "fostered-transparent", "large-tables",
    "missing-end-tag-in-heading", "missing-image-alt-text", "night-mode-unaware-background-color",
})  # fmt: skip
"""Categories that Parsoid has only had since MediaWiki 1.41 or later."""

ALL = NEWER | {
    "bogus-image-options", "deletable-table-tag", "fostered", "html5-misnesting",
    "misc-tidy-replacement-issues", "misnested-tag", "missing-end-tag", "multi-colon-escape",
    "multiline-html-table-in-list", "multiple-unclosed-formatting-tags", "obsolete-tag",
    "self-closed-tag", "stripped-tag", "tidy-font-bug", "unclosed-quotes-in-heading",
    "wikilink-in-extlink",
}  # fmt: skip
"""Categories that a page's own text decides."""


class Other(NamedTuple):
    """A case in which the wiki says something else than the rules, and why that is right."""

    rule: str
    heading: str
    why: str


_OTHERS = [
    Other("emphasis-unclosed", "Left alone: hidden or code", "the wiki knows no <math>"),
    Other("image-size-px-twice", "Twice", "only newer versions of Parsoid report it"),
    Other("image-size-px-twice", "In Urdu", "only newer versions of Parsoid report it"),
    Other(
        "link-in-external-link",
        "Left alone: an image, with and without a text",
        "the wiki has no such file, so it shows a link",
    ),
    Other("link-colon-repeated", "Left alone: shown as typed", "in <code> it is there to be seen"),
    Other("table-unclosed", "The outer of two", "only newer versions of Parsoid report tables"),
    Other("table-unclosed", "کھلا", "only newer versions of Parsoid report tables"),
    Other(
        "tag-unclosed", "Left alone: HTML closes it", "Linter lists <p>, to which nothing happens"
    ),
]
OTHERS = {(other.rule, other.heading): other.why for other in _OTHERS}

ASKED = [case for case in CASES if RULES.get(case.rule, NEWER) - NEWER]
ASKED = [case for case in ASKED if not _TEMPLATE.search(case.text)]


@pytest.fixture(scope="module")
def lints(
    software: Software, prepared_wiki: LocalWiki, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, frozenset[str]]:
    """Return the categories that Parsoid finds in each case, by the case's id."""
    wiki = prepared_wiki.copy_to(tmp_path_factory.mktemp("linting"))
    wiki.configure("linting", "$wgParsoidSettings['linting'] = true;")
    folder = wiki.folder / "wiki"
    done = subprocess.run(
        [software.php, "-d", "display_errors=stderr", str(_SCRIPT)],
        input=json.dumps({case.id: case.text for case in ASKED}).encode(),
        capture_output=True,
        env=environment(software, folder),
        cwd=folder,
        timeout=100,
        check=False,
    )
    assert not done.returncode, done.stderr.decode("utf-8", "replace")[-2000:]
    found = json.loads(done.stdout.decode().splitlines()[-1])
    return {
        name: frozenset(category.removeprefix("lint/") for category in categories)
        for name, categories in found.items()
    }


def _found_by_rules(case: Case, wanted: frozenset[str]) -> list[str]:
    """Return the rules of these categories that find something in a case."""
    rules = [load_rule(FAMILY[name], name) for name, own in RULES.items() if own & wanted]
    document = syntax.parse(case.text, load_profile(case.profile))
    report = check(page.read(document), rules)
    return sorted({finding.rule for finding in report.findings})


@pytest.mark.parametrize("case", ASKED, ids=lambda case: case.id)
def test_linter_lists_what_the_rule_finds(case: Case, lints: dict[str, frozenset[str]]) -> None:
    wanted = RULES[case.rule] - NEWER
    listed = lints[case.id] & wanted
    found = [case.rule] if case.expected else []
    if listed and not found:
        found = _found_by_rules(case, listed)
    agrees = bool(listed) == bool(found)
    why = OTHERS.get((case.rule, case.heading))
    if why is None:
        assert agrees, f"Linter lists {sorted(listed)}, found by {found}"
    else:
        assert not agrees, f"Linter agrees now, but it says here: {why}"


def test_every_category_that_a_text_decides_belongs_to_a_rule() -> None:
    known = frozenset(category for own in RULES.values() for category in own)
    assert known == ALL, f"none repeats {sorted(ALL - known)}; unknown: {sorted(known - ALL)}"


def test_others_are_cases() -> None:
    assert OTHERS.keys() <= {(case.rule, case.heading) for case in ASKED}
