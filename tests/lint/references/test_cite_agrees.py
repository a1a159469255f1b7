"""MediaWiki's Cite agrees with the rules that repeat its errors, on the cases of those rules.

Cases that call templates are left out: the wiki has none. The errors are read in the language
"qqx", in which a message is its name.
"""

import re
from collections.abc import Callable
from html import unescape
from typing import NamedTuple

import pytest
from tests.lint.test_cases import CASES, Case
from tests.wiki.conftest import Client

from homs_wiki.lint.discovery import families, load_rule
from homs_wiki.wiki.local import LocalWiki

_ERROR = re.compile(r"\(cite_error_(\w+)")
_TEMPLATE = re.compile(r"\{\{(?!#tag:|PAGENAME)")

KEYS = {
    name: frozenset(
        key.removeprefix("cite_error_")
        for key in load_rule("references", name).aliases["cite"].split()
    )
    for name in families()["references"]
    if "cite" in load_rule("references", name).aliases
}
"""Rule → the errors of Cite that it repeats."""


class Other(NamedTuple):
    """A case in which the wiki says something else than the rule, and why that is right."""

    rule: str
    heading: str
    why: str


_OTHERS = [
    Other(
        "reference-after-list",
        "Behind the list",
        "of the group without a name MediaWiki makes a second list, without a word",
    ),
    Other(
        "reference-attribute-unknown",
        "Left alone: a name of several words without quotes",
        "reference-name-quotes reports it",
    ),
    Other(
        "reference-empty",
        "Nothing but a comment",
        "the number leads to an empty line, without a word",
    ),
    Other(
        "reference-follow-invalid",
        "A name that is not there, or only later",
        "Cite is silent on a name that it doesn't know",
    ),
    Other("reference-follow-invalid", "Urdu", "Cite is silent on a name that it doesn't know"),
    Other(
        "reference-in-reference",
        "Left alone: the first is not closed",
        "reference-unclosed reports it",
    ),
    Other(
        "reference-name-quotes",
        "Left alone: other things amiss",
        "reference-attribute-unknown reports it",
    ),
    Other(
        "reference-name-quotes",
        "Curly, doubled and unpaired quotes",
        "Cite takes them for a part of the name, or drops it",
    ),
    Other(
        "reference-name-quotes",
        "Another text has the name",
        "Cite takes them for a part of the name",
    ),
    Other(
        "reference-unclosed",
        "Left alone: a reference in a reference, both closed",
        "reference-in-reference reports it",
    ),
    Other("reference-unclosed", "No end follows", "Cite doesn't see it: the tag is shown as text"),
    Other("reference-unclosed", "Behind code", "Cite doesn't see it: the tag is shown as text"),
    Other(
        "reference-unused",
        "Left alone: another reference extends it",
        "later versions of Cite know “extends”",
    ),
    Other("reference-end-stray", "Left alone: written about", "it is to be seen"),
    Other(
        "reference-end-stray",
        "Left alone: a reference in a reference",
        "reference-in-reference reports it",
    ),
    Other("reference-list-unclosed", "Left alone: written about", "it is to be seen"),
    Other(
        "reference-tag-spaced", "Left alone: written about, or no tag at all", "it is to be seen"
    ),
]
OTHERS = {(other.rule, other.heading): other.why for other in _OTHERS}

ASKED = [
    case
    for case in CASES
    if case.rule in KEYS and case.family == "references" and not _TEMPLATE.search(case.text)
]


@pytest.fixture(scope="module")
def render(read_wiki: LocalWiki, client: Callable[..., Client]) -> Callable[[str], str]:
    """Return a function: wikitext to what the wiki makes of it, in the language of messages."""
    ask = client(read_wiki)

    def rendered(text: str) -> str:
        answer = ask(
            action="parse",
            title="Sandbox",
            contentmodel="wikitext",
            text=text,
            prop="text",
            uselang="qqx",
            disablelimitreport="1",
        )
        return str(answer["parse"]["text"])

    return rendered


@pytest.mark.parametrize("case", ASKED, ids=lambda case: case.id)
def test_wiki_shows_the_error_where_the_rule_has_a_finding(
    case: Case, render: Callable[[str], str]
) -> None:
    shown = KEYS[case.rule].intersection(_ERROR.findall(unescape(render(case.text))))
    agrees = bool(shown) == bool(case.expected)
    why = OTHERS.get((case.rule, case.heading))
    if why is None:
        assert agrees, f"the wiki shows {sorted(shown) or 'no error of these'}"
    else:
        assert not agrees, f"the wiki agrees now, but it says here: {why}"


def test_every_error_of_cite_that_a_page_can_have_belongs_to_a_rule() -> None:
    known = {key for keys in KEYS.values() for key in keys}
    assert known >= PAGE_ERRORS, f"no rule repeats {sorted(PAGE_ERRORS - known)}"


# All but those that depend on a message of the wiki (no_link_label_group).
PAGE_ERRORS = {
    "empty_references_define",
    "group_refs_without_references",
    "included_ref",
    "included_references",
    "ref_invalid_dir",
    "ref_no_input",
    "ref_no_key",
    "ref_numeric_key",
    "ref_too_many_keys",
    "references_duplicate_key",
    "references_group_mismatch",
    "references_invalid_parameters",
    "references_missing_group",
    "references_missing_key",
    "references_no_key",
    "references_no_text",
}

# Of what Cite says nothing: what a reader sees of it.
SEEN = {
    "reference-end-stray": re.compile(r"</ref\s*>", re.IGNORECASE),
    "reference-list-unclosed": re.compile(r"<references[\s/>]", re.IGNORECASE),
    "reference-tag-spaced": re.compile(r"<(?:\s*/\s+|\s+/?\s*|\\)ref", re.IGNORECASE),
}
SILENT = [case for case in CASES if case.rule in SEEN and not _TEMPLATE.search(case.text)]


@pytest.mark.parametrize("case", SILENT, ids=lambda case: case.id)
def test_reader_sees_the_tag_where_cite_is_silent(case: Case, render: Callable[[str], str]) -> None:
    # Only what is written as text: the markup of the page itself has no such tags.
    words = re.sub(r"<!--.*?-->|<[^<>]*>", "", render(case.text), flags=re.DOTALL)
    seen = bool(SEEN[case.rule].search(unescape(words)))
    why = OTHERS.get((case.rule, case.heading))
    assert seen == bool(case.expected) or why, f"the reader sees {unescape(words)!r}"
