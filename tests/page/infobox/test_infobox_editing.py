"""Changing fields: the layouts of authors as data, and what must never happen as properties."""

from typing import NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from homs_wiki.page.infobox import Infobox, read_infoboxes
from homs_wiki.page.infobox.editing import InfoboxEditError, remove_fields
from homs_wiki.profile import load_profile
from homs_wiki.source import apply_edits
from homs_wiki.syntax import parse, without_comments


def infobox(text: str, wiki: str = "en.wikipedia") -> Infobox:
    return read_infoboxes(parse(text, load_profile(wiki)))[0]


class Case(NamedTuple):
    """A page, what is done to a field of its infobox, and the page afterwards."""

    before: str
    action: str
    name: str
    value: str
    after: str
    wiki: str = "en.wikipedia"


ALIGNED = """Text before.
{{Infobox military conflict
| conflict   = Battle of the Bridge
| date       = 5 December
| place      = [[Bridge]]
| combatant1 = Town
| commander1 =
| strength1  = {{ubl|10|20}}<ref name="a">{{cite web|title=A}}</ref>
}}
Text behind. {{Infobox military conflict|date=1}}
"""

GROUPS = """{{Infobox person
| name = A

<!-- Life -->
| birth_date = 1950 <!-- to check -->
| birth_place = B

<!-- Work -->
| occupation = C
| website =
}}"""

PIPES_LAST = """{{Infobox person |
  name = A |
  birth_place = B |
  occupation = C
}}"""

PIPES_LAST_AND_ONE_MORE = "{{Infobox person|\nname=A|\noccupation=C|\n}}"

INLINE = "Here {{Infobox person|name=A|occupation=C}} it is."

URDU = """{{حرب
| محاربہ    = پل کی جنگ
| تاریخ     = 5 دسمبر
| متحارب1   = شہر
| نقصانات1 = نامعلوم
}}"""


def changed(text: str, old: str, new: str) -> str:
    """Return ``text`` with the one place that says ``old`` changed."""
    assert text.count(old) == 1
    return text.replace(old, new)


CASES = {
    "set a value": Case(
        ALIGNED, "set", "date", "6 December", changed(ALIGNED, "5 December", "6 December")
    ),
    "set an empty value": Case(
        ALIGNED, "set", "commander1", "D", changed(ALIGNED, "commander1 =", "commander1 = D")
    ),
    "set to nothing": Case(ALIGNED, "set", "date", "", changed(ALIGNED, "5 December", "")),
    "set a value with templates": Case(
        ALIGNED,
        "set",
        "place",
        "[[A|B]], {{flag|C}}<ref name=a/>",
        changed(ALIGNED, "[[Bridge]]", "[[A|B]], {{flag|C}}<ref name=a/>"),
    ),
    "set a value with an equals sign": Case(
        ALIGNED, "set", "place", "a = b", changed(ALIGNED, "[[Bridge]]", "a = b")
    ),
    "set what it is already": Case(ALIGNED, "set", "date", " 5 December ", ALIGNED),
    "set beside a comment": Case(
        GROUPS, "set", "birth_date", "1951", changed(GROUPS, "1950 <!-- to", "1951 <!-- to")
    ),
    "set in front of a comment": Case(
        "{{Infobox person\n| name = <!-- full -->\n}}",
        "set",
        "name",
        "A",
        "{{Infobox person\n| name = A <!-- full -->\n}}",
    ),
    "set before a comment on its own line": Case(
        "{{Infobox person\n| name =\n<!-- Work -->\n| occupation =\n}}",
        "set",
        "name",
        "A",
        "{{Infobox person\n| name = A\n<!-- Work -->\n| occupation =\n}}",
    ),
    "set the one of two that counts": Case(
        "{{Infobox person|name=A|name=B}}", "set", "name", "C", "{{Infobox person|name=A|name=C}}"
    ),
    "set inline": Case(INLINE, "set", "name", "X", changed(INLINE, "name=A", "name=X")),
    "set without a name": Case("{{Infobox x|a|b}}", "set", "2", "c", "{{Infobox x|a|c}}"),
    "set by canonical name in Urdu": Case(
        URDU, "set", "date", "6 دسمبر", changed(URDU, "5 دسمبر", "6 دسمبر"), "ur.wikipedia"
    ),
    "add in the place of the schema, aligned": Case(
        ALIGNED,
        "add",
        "result",
        "Draw",
        changed(ALIGNED, "[[Bridge]]\n", "[[Bridge]]\n| result     = Draw\n"),
    ),
    "add behind the same of another side": Case(
        ALIGNED,
        "add",
        "combatant2",
        "Village",
        changed(ALIGNED, "= Town\n", "= Town\n| combatant2 = Village\n"),
    ),
    "add at the end": Case(
        ALIGNED,
        "add",
        "notes",
        "None.",
        changed(ALIGNED, "</ref>\n}}", "</ref>\n| notes      = None.\n}}"),
    ),
    "add a name that is longer than the column": Case(
        ALIGNED,
        "add",
        "combatants_header",
        "Sides",
        changed(ALIGNED, "[[Bridge]]\n", "[[Bridge]]\n| combatants_header = Sides\n"),
    ),
    "add before all others": Case(
        "{{Infobox person\n| image = A.jpg\n}}",
        "add",
        "name",
        "A",
        "{{Infobox person\n| name = A\n| image = A.jpg\n}}",
    ),
    "add an empty field": Case(
        "{{Infobox person\n| name = A\n}}",
        "add",
        "image",
        "",
        "{{Infobox person\n| name = A\n| image =\n}}",
    ),
    "add to the end of a group": Case(
        GROUPS, "add", "death_place", "D", changed(GROUPS, "= B\n", "= B\n| death_place = D\n")
    ),
    "add before a comment that heads a group": Case(
        GROUPS, "add", "alt", "D", changed(GROUPS, "= A\n", "= A\n| alt = D\n")
    ),
    "add behind a comment on the line": Case(
        GROUPS,
        "add",
        "birth_place#",
        "D",
        changed(GROUPS, "website =\n", "website =\n| birth_place# = D\n"),
    ),
    "add where pipes stand last": Case(
        PIPES_LAST,
        "add",
        "birth_date",
        "1950",
        changed(PIPES_LAST, "= A |\n", "= A |\n  birth_date = 1950 |\n"),
    ),
    "add at the end where pipes stand last": Case(
        PIPES_LAST,
        "add",
        "website",
        "D",
        changed(PIPES_LAST, "= C\n", "= C |\n  website = D\n"),
    ),
    "add where a pipe is left over": Case(
        PIPES_LAST_AND_ONE_MORE,
        "add",
        "website",
        "D",
        changed(PIPES_LAST_AND_ONE_MORE, "=C|\n", "=C|\nwebsite=D|\n"),
    ),
    "add inline": Case(
        INLINE, "add", "birth_place", "B", changed(INLINE, "|occ", "|birth_place=B|occ")
    ),
    "add to an infobox without fields": Case(
        "{{Infobox person}}", "add", "name", "A", "{{Infobox person\n| name = A\n}}"
    ),
    "add to an infobox without fields on two lines": Case(
        "{{Infobox person\n}}", "add", "name", "A", "{{Infobox person\n| name = A\n}}"
    ),
    "add without a schema": Case(
        "{{Infobox mystery|a = 1|b = 2}}", "add", "c", "3", "{{Infobox mystery|a = 1|b = 2|c = 3}}"
    ),
    "add by canonical name in Urdu": Case(
        URDU,
        "add",
        "result",
        "فتح",
        changed(URDU, "5 دسمبر\n", "5 دسمبر\n| نتیجہ     = فتح\n"),
        "ur.wikipedia",
    ),
    "add a numbered field in Urdu": Case(
        URDU,
        "add",
        "commander2",
        "د",
        changed(URDU, "شہر\n", "شہر\n| قائد2     = د\n"),
        "ur.wikipedia",
    ),
    "remove with its line": Case(
        ALIGNED, "remove", "date", "", changed(ALIGNED, "| date       = 5 December\n", "")
    ),
    "remove the last": Case(
        ALIGNED,
        "remove",
        "strength1",
        "",
        changed(
            ALIGNED,
            '| strength1  = {{ubl|10|20}}<ref name="a">{{cite web|title=A}}</ref>\n',
            "",
        ),
    ),
    "remove the first": Case(
        ALIGNED,
        "remove",
        "conflict",
        "",
        changed(ALIGNED, "| conflict   = Battle of the Bridge\n", ""),
    ),
    "remove and keep its comment": Case(
        GROUPS,
        "remove",
        "birth_date",
        "",
        changed(GROUPS, "| birth_date = 1950 <!-- to check -->", "<!-- to check -->"),
    ),
    "remove and keep the comment behind it": Case(
        GROUPS, "remove", "birth_place", "", changed(GROUPS, "| birth_place = B\n\n", "")
    ),
    "remove the last of a group": Case(
        "{{Infobox person\n| name = A\n| alt = B\n\n| occupation = C\n}}",
        "remove",
        "alt",
        "",
        "{{Infobox person\n| name = A\n\n| occupation = C\n}}",
    ),
    "remove the first of a group": Case(
        "{{Infobox person\n| name = A\n\n| alt = B\n| occupation = C\n}}",
        "remove",
        "alt",
        "",
        "{{Infobox person\n| name = A\n\n| occupation = C\n}}",
    ),
    "remove where pipes stand last": Case(
        PIPES_LAST, "remove", "birth_place", "", changed(PIPES_LAST, "\n  birth_place = B |", "")
    ),
    "remove the last where pipes stand last": Case(
        PIPES_LAST, "remove", "occupation", "", changed(PIPES_LAST, " |\n  occupation = C", "")
    ),
    "remove inline": Case(INLINE, "remove", "name", "", changed(INLINE, "|name=A", "")),
    "remove all of the same name": Case(
        "{{Infobox person|name=A|alt=B|name=C|name=D}}",
        "remove",
        "name",
        "",
        "{{Infobox person|alt=B}}",
    ),
    "remove the only one": Case(
        "{{Infobox person\n| name = A\n}}", "remove", "name", "", "{{Infobox person\n}}"
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_layout(case: Case) -> None:
    box = infobox(case.before, case.wiki)
    arguments = (case.name,) if case.action == "remove" else (case.name, case.value)
    edits = getattr(box, case.action)(*arguments)
    assert apply_edits(case.before, edits) == case.after


def test_an_edit_covers_the_value_and_nothing_else() -> None:
    box = infobox(ALIGNED)
    (edit,) = box.set("date", "5 January")
    assert (ALIGNED[edit.start : edit.end], edit.text) == ("5 December", "5 January")
    (edit,) = box.add("result", "Draw")
    assert (ALIGNED[edit.start : edit.end], edit.text) == ("", "\n| result     = Draw")
    (edit,) = box.remove("date")
    assert (ALIGNED[edit.start : edit.end], edit.text) == ("\n| date       = 5 December", "")


def test_some_of_the_fields_of_a_name_can_be_removed() -> None:
    text = "{{Infobox person|name=A|alt=B|name=C}}"
    box = infobox(text)
    assert apply_edits(text, remove_fields(box, box.fields[:1])) == (
        "{{Infobox person|alt=B|name=C}}"
    )


def test_comments_of_removed_neighbours_stay() -> None:
    text = "{{Infobox person\n| name = A <!-- 1 -->\n| alt = <!-- 2 -->\n| image = B\n}}"
    box = infobox(text)
    assert apply_edits(text, remove_fields(box, box.fields[:2])) == (
        "{{Infobox person\n<!-- 1 -->\n<!-- 2 -->\n| image = B\n}}"
    )


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("a|b", "write {{!}} for it"),
        ("a}}b", "leaves braces, brackets, a comment or a tag open"),
        ("{{a", "leaves braces, brackets, a comment or a tag open"),
        ("[[a", "leaves braces, brackets, a comment or a tag open"),
        ("a<!-- b", "leaves braces, brackets, a comment or a tag open"),
        ("a}}{{b", "leaves braces, brackets, a comment or a tag open"),
    ],
)
@pytest.mark.parametrize("action", ["set", "add"])
def test_values_that_would_not_be_one_are_refused(action: str, value: str, message: str) -> None:
    with pytest.raises(InfoboxEditError, match=message.replace("{", r"\{")):
        getattr(infobox(ALIGNED), action)("date" if action == "set" else "result", value)


def test_an_equals_sign_is_refused_where_there_is_no_name() -> None:
    with pytest.raises(InfoboxEditError, match=r"write \{\{=\}\} for a “=”"):
        infobox("{{Infobox x|a}}").set("1", "b=c")


def test_wrong_use_is_told() -> None:
    box = infobox(ALIGNED)
    with pytest.raises(InfoboxEditError, match="has no field “result”; add it instead"):
        box.set("result", "Draw")
    with pytest.raises(InfoboxEditError, match="has the field “date” already; set it instead"):
        box.add("date", "1 May")
    with pytest.raises(InfoboxEditError, match="has no field “result”"):
        box.remove("result")
    for name in ("", " a", "a|b", "a=b", "a}}", "{{a"):
        with pytest.raises(InfoboxEditError):
            box.add(name, "b")


def test_removing_may_not_rename_the_fields_behind() -> None:
    with pytest.raises(InfoboxEditError, match="would touch other fields"):
        infobox("{{Infobox x|a|b}}").remove("1")


_NAMES = st.sampled_from(["name", "image", "birth_date", "death_place", "spouse", "awards", "odd"])
_VALUES = st.sampled_from(
    ["", "A", "[[A|B]]", "{{ubl|a|b=c}}", "x = y", "<ref name=n>{{cite web|t=1}}</ref>",
     "<!-- c -->", "A <!-- c --> B", "''A''", "\n* a\n* b", "<nowiki>|}}</nowiki>", "{{{1|a}}}",
     "<div>", "[http://a b", "\ue000", "{{!}}", "'''", "<b>", "&lt;", "{{a|{{b|c}}}}"]
)  # fmt: skip
_BLANKS = st.sampled_from(["", " ", "\n", "\n\n", "  ", "\n ", " \n"])
_FIELDS = st.lists(st.tuples(_BLANKS, _NAMES, _BLANKS, _BLANKS, _VALUES, _BLANKS), max_size=6)


def written(fields: list[tuple[str, ...]]) -> str:
    parts = [f"{a}{name}{b}={c}{value}{d}" for a, name, b, c, value, d in fields]
    return "Before {{Infobox person\n|" + "|".join(parts) + "}} behind {{Infobox person|name=Z}}"


def content(box: Infobox) -> list[tuple[str, str]]:
    return [(each.name, without_comments(each.raw).strip()) for each in box.fields]


@given(_FIELDS, _NAMES, _VALUES)
def test_setting_gives_the_value_and_leaves_all_else(
    fields: list[tuple[str, ...]], name: str, value: str
) -> None:
    text = written(fields)
    box = infobox(text)
    field = box.get(name)
    assume(field is not None)
    assert field
    index = box.fields.index(field)
    wanted = content(box)
    wanted[index] = (name, without_comments(value).strip())
    after = apply_edits(text, box.set(name, value))
    assert content(infobox(after)) == wanted
    start, end = field.value_span
    assert after.startswith(text[: field.parameter.value_span.start])
    assert after.endswith(text[field.parameter.value_span.end :])
    assert after.count("<!--") >= text.count("<!--") - text[start:end].count("<!--")


@given(_FIELDS, _NAMES, _VALUES)
def test_adding_gives_the_field_and_only_inserts(
    fields: list[tuple[str, ...]], name: str, value: str
) -> None:
    text = written(fields)
    box = infobox(text)
    assume(box.get(name) is None)
    edits = box.add(name, value)
    assert [edit.start for edit in edits] == [edit.end for edit in edits]
    after = content(infobox(apply_edits(text, edits)))
    assert after.count((name, without_comments(value).strip())) == 1
    after.remove((name, without_comments(value).strip()))
    assert after == content(box)


@given(_FIELDS, _NAMES)
def test_removing_leaves_all_else(fields: list[tuple[str, ...]], name: str) -> None:
    text = written(fields)
    box = infobox(text)
    assume(box.get(name) is not None)
    after = apply_edits(text, box.remove(name))
    assert content(infobox(after)) == [each for each in content(box) if each[0] != name]
    assert after.endswith("}} behind {{Infobox person|name=Z}}")
    assert len(parse(after, box.document.profile).comments) == len(box.document.comments)


def test_a_change_that_makes_a_heading_is_refused() -> None:
    with pytest.raises(InfoboxEditError, match="belong to"):
        infobox("{{Infobox person|name\n=A}}").set("name", "== b ==")


OPEN_TAGS = {
    "a value that opens a tag, closed behind it": (
        "{{Infobox person|name=A}} text <ref>x</ref>",
        "<ref>",
    ),
    "a value that closes a tag before it": (
        "<nowiki> {{Infobox person|name=A}}",
        "<nowiki>b</nowiki>",
    ),
}


@pytest.mark.parametrize(("text", "value"), OPEN_TAGS.values(), ids=OPEN_TAGS)
def test_a_value_that_would_be_one_with_the_page_is_refused(text: str, value: str) -> None:
    box = infobox(text)
    with pytest.raises(InfoboxEditError, match="is open in it or before it"):
        box.set("name", value)


def test_adding_beside_an_open_tag_is_refused() -> None:
    with pytest.raises(InfoboxEditError, match="is open in it or before it"):
        infobox("<nowiki> {{Infobox person|name=A}}").add("birth_place", "<nowiki>b</nowiki>")
