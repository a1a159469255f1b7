"""Finding infoboxes and their fields, on ordinary and on hostile pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homs_wiki.page import read_text
from homs_wiki.page.infobox import Infobox, read_infoboxes
from homs_wiki.profile import load_profile
from homs_wiki.source import LineIndex
from homs_wiki.syntax import parse


def infoboxes(text: str, wiki: str = "en.wikipedia") -> list[Infobox]:
    return read_infoboxes(parse(text, load_profile(wiki)))


PAGE = """{{Use dmy dates}}
{{حرب
| محاربہ  = حمص کی جنگ
|تاریخ=5 دسمبر<ref name="a">{{cite web |title=A}}</ref>{{efn|<ref>B</ref>}} <!-- {{efn}} -->
| متحارب2 =
| متحارب۲ = شام
| متحارب2 = <!-- کوئی نہیں -->
| بے نام خانہ
}}
متن {{Infobox mystery|a=1}} {{cite web|title=B}}
"""


@pytest.mark.parametrize(
    ("wiki", "text", "names"),
    [
        ("en", "{{Cite web|title=A}} [[Infobox]] {{Info|a=b}} {{Infoboxes}}", []),
        ("en", "<nowiki>{{Infobox person}}</nowiki><!-- {{Infobox person}} -->", []),
        ("en", "{{Infobox person}}", ["Infobox person"]),
        (
            "en",
            "{{infobox_Person\n|a}} {{Template:Warbox|b}}",
            ["infobox Person", "Template:Warbox"],
        ),
        ("en", "{{Infobox a|module={{Infobox b|embed=yes}}}}", ["Infobox a", "Infobox b"]),
        ("ur", "{{حرب}} {{خانہ معلومات شہر}}", ["حرب", "خانہ معلومات شہر"]),
        ("ru", "{{Вооружённый конфликт}}", ["Вооружённый конфликт"]),
        ("es", "{{Guerra|nombre=A}}", ["Guerra"]),
    ],
)
def test_infoboxes_are_found_by_name(wiki: str, text: str, names: list[str]) -> None:
    assert [each.name for each in infoboxes(text, f"{wiki}.wikipedia")] == names


def test_fields_are_read_in_order_as_written() -> None:
    infobox, mystery = infoboxes(PAGE, "ur.wikipedia")
    assert infobox.schema
    assert infobox.schema.topic == "military-conflict"
    assert [(each.name, each.canonical, each.raw) for each in infobox.fields] == [
        ("محاربہ", "conflict", "حمص کی جنگ"),
        (
            "تاریخ",
            "date",
            '5 دسمبر<ref name="a">{{cite web |title=A}}</ref>{{efn|<ref>B</ref>}} <!-- {{efn}} -->',
        ),
        ("متحارب2", "combatant2", ""),
        ("متحارب۲", None, "شام"),
        ("متحارب2", "combatant2", "<!-- کوئی نہیں -->"),
        ("1", None, "بے نام خانہ"),
    ]
    assert mystery.schema is None
    assert [(each.name, each.canonical) for each in mystery.fields] == [("a", None)]


def test_fields_know_where_they_stand() -> None:
    infobox = infoboxes(PAGE, "ur.wikipedia")[0]
    date = infobox.fields[1]
    assert PAGE[slice(*date.value_span)] == date.raw
    assert PAGE[slice(*date.span)] == f"تاریخ={date.raw}\n"
    assert LineIndex(PAGE).position(date.value_span.start) == (4, 8)


def test_a_field_has_its_references_the_outer_ones() -> None:
    infobox = infoboxes(PAGE, "ur.wikipedia")[0]
    assert [node.text for node in infobox.fields[1].references] == [
        '<ref name="a">{{cite web |title=A}}</ref>',
        "{{efn|<ref>B</ref>}}",
    ]
    assert infobox.fields[0].references == []


def test_get_takes_canonical_and_written_names_and_the_last_field() -> None:
    infobox = infoboxes(PAGE, "ur.wikipedia")[0]
    assert infobox.get("conflict") is infobox.get("محاربہ") is infobox.fields[0]
    assert infobox.get("combatant2") is infobox.fields[4]
    assert infobox.get("1") is infobox.fields[5]
    assert infobox.get("result") is None


def test_get_prefers_a_name_that_is_filled_in() -> None:
    (infobox,) = infoboxes("{{Guerra|nombre=|conflicto=A}}", "es.wikipedia")
    assert infobox.get("conflict") is infobox.fields[1]


def test_event_fields_say_when_it_took_place() -> None:
    assert [each.name for each in infoboxes(PAGE, "ur.wikipedia")[0].event_fields()] == ["تاریخ"]
    (german,) = infoboxes(
        "{{Infobox Militärischer Konflikt|DATUMBIS=8. Mai|DATUM=1. Mai}}", "de.wikipedia"
    )
    assert [each.name for each in german.event_fields()] == ["DATUM", "DATUMBIS"]
    assert infoboxes("{{Infobox mystery|date=1 May}}")[0].event_fields() == []


def test_a_page_gives_its_first_infobox() -> None:
    page = read_text(PAGE, load_profile("ur.wikipedia"))
    assert page.infobox is page.infoboxes[0]
    assert read_text("متن", load_profile("ur.wikipedia")).infobox is None


_TOKENS = st.sampled_from(
    ["{{", "}}", "[[", "]]", "|", "=", "<br>", "\n*", "<ref>", "</ref>", "<!--", "-->", "''",
     "{{flag|", "{{ubl|", "{{plainlist|", "{{coord|", "{{nowrap|", "{{start date|", "{{convert|",
     "1,000", "–", "34", "N", "5 دسمبر", "2024ء", "[[File:", "[http://a ", "]", "&amp;", " ", "حمص",
     "\0", "\x1f", "\ue000", "<nowiki>", "{{Infobox x|", "٣", "°", "(", ")", "|1=", "<", ">", "#"]
)  # fmt: skip


@given(st.lists(_TOKENS, max_size=40).map("".join))
def test_reading_never_raises(inside: str) -> None:
    for wiki in ("en.wikipedia", "ur.wikipedia"):
        text = f"{{{{Infobox military conflict\n|date={inside}\n|strength1={inside}|x={inside}}}}}"
        for infobox in infoboxes(text, wiki):
            for field in infobox.fields:
                assert field.value.text is not None
                start, end = field.value.span
                assert field.span.start <= start <= end <= field.span.end
                assert isinstance(field.text, str)
                assert all(node.end <= field.span.end for node in field.references)


@pytest.mark.parametrize(
    "inside",
    [
        "{{nowrap|" * 4000 + "}}" * 4000,
        "{{plainlist|" * 3000 + "}}" * 3000,
        "{{ubl|" * 3000 + "}}" * 3000,
        "{{flag|" * 3000 + "}}" * 3000,
        "{{convert|" * 3000 + "}}" * 3000,
        "{{plainlist|\n* " * 3000 + "}}" * 3000,
        "{{flagicon|a}}" * 10000,
        "[[a|" * 10000 + "]]" * 10000,
        "<br>" * 40000,
        "\n*" * 40000,
        "1," * 40000,
        "1\u00a0" * 40000,
        "<!-- a -->" * 10000,
        "'" * 40000,
        "9" * 40000,
    ],
    ids=lambda text: text[:12],
)
def test_long_and_deep_values_are_read(inside: str) -> None:
    (infobox,) = infoboxes(f"{{{{Infobox military conflict|strength1={inside}|date={inside}}}}}")
    for field in infobox.fields:
        assert field.value.span.end <= field.span.end
