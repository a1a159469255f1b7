"""The parameters of a citation after edits, found without parsing it again."""

import pytest

from homs_wiki.lint.rules.citations._parameters import name_span, remove
from homs_wiki.lint.rules.citations._rewriting import parameters_after
from homs_wiki.profile import load_profile
from homs_wiki.source import Edit, apply_edits
from homs_wiki.syntax import Template, parse

_TEXT = "Before. {{cite web |Title = Bridges |url=http://example.org/a |date=May 2020 }} After."


def _template(text: str) -> Template:
    return parse(text, load_profile("en.wikipedia")).templates[0]


def _values(template: Template) -> list[tuple[str, str]]:
    return [(each.name, each.value.strip()) for each in template.parameters]


def _edits(template: Template, case: str) -> list[Edit]:
    title, url, date = template.parameters
    return {
        "a name": [Edit(*name_span(title), "title")],
        "a value": [Edit(*date.stripped_span, "1 May 2020")],
        "a name and its value": [
            Edit(*name_span(title), "chapter"),
            Edit(*title.stripped_span, "Rivers"),
        ],
        "two names": [Edit(*name_span(title), "title"), Edit(*name_span(url), "archive-url")],
        "one taken out": list(remove(url).edits),
        "the last taken out": list(remove(date).edits),
    }[case]


@pytest.mark.parametrize(
    "case",
    [
        "a name",
        "a value",
        "a name and its value",
        "two names",
        "one taken out",
        "the last taken out",
    ],
)
@pytest.mark.parametrize("text", [_TEXT, _TEXT.replace(" |", "\n | ")], ids=["line", "lines"])
def test_they_are_those_that_parsing_finds(text: str, case: str) -> None:
    template = _template(text)
    edits = _edits(template, case)
    after = parameters_after(template, edits)
    assert after is not None
    found = [(each.name, each.value.strip()) for each in after]
    assert found == _values(_template(apply_edits(text, edits)))
    assert found != _values(template)


@pytest.mark.parametrize(
    ("text", "start", "end", "written"),
    [
        ("{{cite web |title=A <!-- b --> |url=c}}", 18, 19, "B"),
        ("{{cite web |title=A |url=c}}", 18, 19, "[[B"),
        ("{{cite web |title=[[A]] |url=c}}", 18, 23, "B"),
        ("{{cite web |title={{lang|ur|A}} |url=c}}", 18, 31, "B"),
        ("{{cite web |title=A |url=c}}", 18, 19, "B|date=C"),
        ("{{cite web |title=A |url=c}}", 12, 17, "a=b"),
        ("{{cite web |title=A |url=c}}", 20, 20, "|date=C"),
        ("{{cite web |A |url=c}}", 12, 13, "B"),
        ("{{cite web |A |url=c}}", 11, 14, ""),
        ("{{cite web |title=A |url=c}}", 17, 19, ""),
        ("{{cite web |title=A |url=c}}", 10, 22, ""),
        ("{{cite web |title=A |url=c}}", 2, 10, "cite book"),
        ("{{cite web |title=A |url=c}}", 24, 27, ""),
        ("{{cite web}}", 10, 10, ""),
    ],
    ids=[
        "a comment somewhere",
        "markup written",
        "markup replaced",
        "a template replaced",
        "a pipe written",
        "an equals sign in a name",
        "something new",
        "a value without a name",
        "a value without a name taken out",
        "a piece taken out",
        "too much taken out",
        "the name of the template",
        "braces taken out",
        "nothing",
    ],
)
def test_of_other_edits_nothing_is_said(text: str, start: int, end: int, written: str) -> None:
    assert parameters_after(_template(text), [Edit(start, end, written)]) is None
