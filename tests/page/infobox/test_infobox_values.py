"""What values of fields say: a table of wikitext and meaning for two languages."""

import pytest

from homs_wiki.page.infobox import Field, read_infoboxes
from homs_wiki.page.infobox.values import (
    Coordinates,
    Dates,
    Flag,
    Image,
    Items,
    Link,
    Number,
    Text,
    Value,
)
from homs_wiki.profile import load_profile
from homs_wiki.syntax import parse


def field(wikitext: str, name: str = "x", wiki: str = "en.wikipedia") -> Field:
    """Return the field of an infobox with one field."""
    text = f"{{{{Infobox military conflict\n| {name} = {wikitext}\n}}}}"
    (infobox,) = read_infoboxes(parse(text, load_profile(wiki)))
    (found,) = infobox.fields
    return found


def said(value: Value) -> object:
    """Return what a value says, in short."""
    match value:
        case Number():
            ends = (value.low, value.high)[: 1 + (value.low != value.high)]
            marks = "~" * value.approximate + "+" * value.at_least
            return (*ends, value.unit + marks)
        case Dates():
            return [(each.date.start, each.date.end) for each in value.dates]
        case Coordinates():
            return (round(value.latitude, 3), round(value.longitude, 3))
        case Link():
            return {"target": value.target, "text": value.text}
        case Image():
            return {"file": value.file, "text": value.text}
        case Flag():
            return {"flag": value.country, "beside": value.beside and said(value.beside)}
        case Items():
            return [said(item) for item in value.items]
        case Text():
            return value.text


DAY = ((2024, 12, 5), (2024, 12, 5))
DAYS = ((2024, 12, 5), (2024, 12, 8))

# Wikitext, name of the field, what it says; the field "x" is none that the schema knows.
ENGLISH = {
    "nothing": ("", "x", ""),
    "nothing but a comment": ("<!-- to be filled -->", "x", ""),
    "nothing in a list": ("", "strength1", []),
    "a sentence": ("Both sides withdrew", "result", "Both sides withdrew"),
    "a number in a sentence": ("About 40 tanks and 3 guns", "x", "About 40 tanks and 3 guns"),
    "emphasis and tags go": ("'''Old''' <small>town</small>", "x", "Old town"),
    "character references are decoded": ("A&nbsp;&amp; B", "x", "A\u00a0& B"),
    "a reference is no part of it": ("quiet<ref>{{cite web|title=T}}</ref>", "x", "quiet"),
    "a link in a sentence": ("near [[Qusur|the palaces]]", "x", "near the palaces"),
    "brackets that are no link": ("[a] b", "x", "[a] b"),
    "a template we do not know shows nothing": ("one {{mystery|two}}", "x", "one"),
    "number": ("1500", "x", (1500, "")),
    "number in groups": ("1,250,000", "x", (1250000, "")),
    "number with a part": ("12.5", "x", (12.5, "")),
    "number with unit": ("2,000 fighters", "x", (2000, "fighters")),
    "range": ("2,000–3,000 fighters", "x", (2000, 3000, "fighters")),
    "range with a hyphen": ("20-30", "x", (20, 30, "")),
    "at least": ("150+", "x", (150, "+")),
    "about": ("~300 men", "x", (300, "men~")),
    "percent": ("12.5%", "x", (12.5, "%")),
    "with a note": ("700 (estimate)", "x", (700, "")),
    "with a reference": ("700<ref>A</ref>", "x", (700, "")),
    "in a conversion": ("{{convert|5|km|mi}}", "x", (5, "km")),
    "a range in a conversion": ("{{convert|5|to|8|km}}", "x", ""),
    "a code is no number": ("01208", "x", "01208"),
    "a falling range is none": ("30-20", "x", "30-20"),
    "a time is no number": ("1:28.773", "x", "1:28.773"),
    "an amount of money is text": ("$5 million", "x", "$5 million"),
    "a version is text": ("1.2.3", "x", "1.2.3"),
    "day": ("5 December 2024", "x", [DAY]),
    "American day": ("December 5, 2024", "x", [DAY]),
    "days": ("5–8 December 2024", "date", [DAYS]),
    "days and a count": ("5–8 December 2024<br />(3 days)", "date", [[DAYS], "(3 days)"]),
    "day in a template": ("{{start date|2024|12|5}}", "date", [DAY]),
    "days in templates": ("{{start date|2024|12|5}}–{{end date|2024|12|8}}", "date", [DAYS]),
    "a day in a sentence is text": ("taken on 5 December 2024", "x", "taken on 5 December 2024"),
    "no day in a date field": ("in spring", "date", "in spring"),
    "degrees, minutes": ("{{coord|34|44|N|36|43|E|display=title}}", "x", (34.733, 36.717)),
    "degrees, minutes, seconds": ("{{Coord|34|44|0|S|36|43|0|W}}", "x", (-34.733, -36.717)),
    "degrees and sides": ("{{coord|34.5|N|36.5|W}}", "x", (34.5, -36.5)),
    "decimal degrees": ("{{coord|-34.5|36.5|region:XX}}", "coordinates", (-34.5, 36.5)),
    "written coordinates": ("34°44′00″N 36°43′00″E", "coordinates", (34.733, 36.717)),
    "coordinates off the globe": ("{{coord|94|N|36|E}}", "x", ""),
    "coordinates without numbers": ("{{coord|north|east}}", "x", ""),
    "link": ("[[Orontes]]", "x", {"target": "Orontes", "text": "Orontes"}),
    "link with label": (
        "[[Orontes|the ''river'']]",
        "x",
        {"target": "Orontes", "text": "the river"},
    ),
    "two links": ("[[A]] and [[B]]", "x", "A and B"),
    "file": (
        "[[File:Fort.jpg|250px|thumb|The fort]]",
        "x",
        {"file": "Fort.jpg", "text": "The fort"},
    ),
    "name of a file": ("Old fort.JPG", "x", {"file": "Old fort.JPG", "text": "Old fort.JPG"}),
    "name of a file with namespace": (
        "File:Fort.png",
        "image",
        {"file": "Fort.png", "text": "Fort.png"},
    ),
    "category shows nothing": ("[[Category:Forts]]", "x", ""),
    "flag": ("{{flag|Syria}}", "x", {"flag": "Syria", "beside": None}),
    "flag and link": (
        "{{flagicon|Syria}} [[Garrison]]",
        "x",
        {"flag": "Syria", "beside": {"target": "Garrison", "text": "Garrison"}},
    ),
    "a flag in a sentence": ("allies of {{flag|Syria}}", "x", "allies of Syria"),
    "line breaks": ("10 guns<br>20 men<BR/>B", "x", [(10, "guns"), (20, "men"), "B"]),
    "bullets": ("\n* 10 guns\n* 20 men", "x", [(10, "guns"), (20, "men")]),
    "bullets on the line of the name": ("* 10 guns\n* B", "x", [(10, "guns"), "B"]),
    "indented lines": ("\n: 10 guns\n: B", "x", [(10, "guns"), "B"]),
    "bullets behind a heading line": ("Losses:\n* 10 guns", "x", ["Losses:", (10, "guns")]),
    "plain list": ("{{plainlist|\n* 10 guns\n* B\n}}", "x", [(10, "guns"), "B"]),
    "list of parameters": ("{{ubl|10 guns|B}}", "x", [(10, "guns"), "B"]),
    "list on one line": ("{{hlist|A|B|C}}", "x", ["A", "B", "C"]),
    "empty items go": ("{{unbulleted list|A||<!-- c -->|B}}", "x", ["A", "B"]),
    "list in a list": ("{{ubl|A|{{hlist|B|C}}}}", "x", ["A", ["B", "C"]]),
    "one item where a list belongs": ("Rebels", "combatant1", ["Rebels"]),
    "a break in a label": ("[[A|one<br>two]]", "x", {"target": "A", "text": "one\ntwo"}),
    "a list with a footnote": ("{{ubl|A|B}}{{efn|So they say.}}", "x", ["A", "B"]),
    "kept on a line": ("{{nowrap|5 December 2024}}", "date", [DAY]),
}

URDU = {
    "text": ("حزب اختلاف کی فتح", "نتیجہ", "حزب اختلاف کی فتح"),
    "range": ("2,000–3,000 جنگجو", "x", (2000, 3000, "جنگجو")),
    "groups of the lakh": ("1,50,000 افراد", "x", (150000, "افراد")),
    "Urdu comma in a number": ("2،500", "x", (2500, "")),
    "Urdu digits": ("۱۵۰+ مشیر", "x", (150, "مشیر+")),
    "days": ("5–8 دسمبر 2024ء", "date", [DAYS]),
    "flag by its Urdu name": ("{{پرچم|شام}}", "x", {"flag": "شام", "beside": None}),
    "flag picture and link": (
        "{{پرچم تصویر|شام}} [[شام]]",
        "x",
        {"flag": "شام", "beside": {"target": "شام", "text": "شام"}},
    ),
    "file by its Urdu namespace": (
        "[[فائل:قلعہ.jpg|تصغیر|قلعہ]]",
        "x",
        {"file": "قلعہ.jpg", "text": "قلعہ"},
    ),
    "a request for a source": ("40 گاڑیاں{{حوالہ درکار}}", "x", (40, "گاڑیاں")),
    "list": ("{{ubl|5 ٹینک|توپیں}}", "strength1", [(5, "ٹینک"), "توپیں"]),
    "other language": ("{{زبان|ar|حمص}}", "x", "حمص"),
}


@pytest.mark.parametrize(("wikitext", "name", "meaning"), ENGLISH.values(), ids=ENGLISH)
def test_english_value(wikitext: str, name: str, meaning: object) -> None:
    assert said(field(wikitext, name).value) == meaning


@pytest.mark.parametrize(("wikitext", "name", "meaning"), URDU.values(), ids=URDU)
def test_urdu_value(wikitext: str, name: str, meaning: object) -> None:
    assert said(field(wikitext, name, "ur.wikipedia").value) == meaning


@pytest.mark.parametrize(
    ("wikitext", "shown"),
    [
        ("5,583 ([[Rank|1st]])", "5,583 (1st)"),
        ("{{ubl|A|[[B|b]]}} and C", "A\nb\nand C"),
        ("{{URL|example.org|Site}}", "Site"),
        ("[https://example.org/a The ''site'']", "The site"),
        ("[https://example.org/a]", ""),
        ("https://example.org/a", "https://example.org/a"),
        ("{{lang|ar|حمص}} ({{lang-fr|Homs}})", "حمص (Homs)"),
        ("<nowiki>[[a]]</nowiki>", "[[a]]"),
        ("a  b\n\nc", "a b c"),
    ],
)
def test_text_is_what_a_reader_sees(wikitext: str, shown: str) -> None:
    assert field(wikitext).text == shown


def test_values_know_where_they_stand() -> None:
    found = field("{{ubl|10 guns|<!-- c --> [[Homs]]<ref>A</ref>}}<ref>B</ref>", "strength1")
    value = found.value
    source = found.infobox.document.text
    assert isinstance(value, Items)
    assert [source[slice(*each.span)] for each in (value, *value.items)] == [
        "{{ubl|10 guns|<!-- c --> [[Homs]]<ref>A</ref>}}",
        "10 guns",
        "[[Homs]]",
    ]
