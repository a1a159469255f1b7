"""What is said of a change: one sentence that names it, with what is near to it and no more."""

import pytest

from homs_wiki.diff import compare
from homs_wiki.diff.changes import Change, ChangeKind, describe
from homs_wiki.page import read_text
from homs_wiki.profile import load_profile

_LONG = "the first of the three old mills that stood beside the river in those days"
_ROWS = "{|\n|-\n| Barley || 12\n|-\n| Oats || 7\n|}\n"
_TEXT = (
    "The mill was closed for many years.<ref>A</ref> Later it was opened again.<ref>B</ref> "
    "Nobody knows who paid for the repair of its wheel.\n"
)
_NAMED = '<ref name="mill">Mill book, page 4.</ref>'

CASES = [
    # What the values are: put in, taken out, or the same in another form.
    ("word put in", "It was open.", "It was not open.",
     "Sentence changed: “not” added, in “It was not open.”."),
    ("word taken out", "It was not open.", "It was open.",
     "Sentence changed: “not” removed, in “It was open.”."),
    ("number with its unit", "It is 40 km away.", "It is 46 km away.",
     "Number changed from “40” to “46” (“km”), in “It is 46 km away.”."),
    ("unit of another script", "यह 40 किलोमीटर दूर है।", "यह 46 किलोमीटर दूर है।",
     "Number changed from “40” to “46” (“किलोमीटर”), in “यह 46 किलोमीटर दूर है।”."),
    ("unit without a space", "標高3776メートルである。", "標高3778メートルである。",
     "Number changed from “3776” to “3778” (“メートル”), in “標高3778メートルである。”."),
    ("a sign of an unspaced script", "山梨県に跨る活火山である。", "山梨県に跨る休火山である。",
     "Sentence changed from “活” to “休”, in “山梨県に跨る休火山である。”."),
    ("same number", "It had 2000 men.", "It had 2,000 men.",
     "Same number in another form: “2,000” for “2000” (“men”), in “It had 2,000 men.”."),
    ("a point is no separator", "It had 2000 men.", "It had 2.000 men.",
     "Number changed from “2000” to “2.000” (“men”), in “It had 2.000 men.”."),
    ("same date", "It began on 5 May 1990.", "It began on May 5, 1990.",
     "Same date in another form: “May 5, 1990” for “5 May 1990”, in “It began on May 5, 1990.”."),
    ("other vowels are another word", "وقال إنه كَتَبَ رسالة.", "وقال إنه كُتِبَ رسالة.",
     "Sentence changed from “كَتَبَ” to “كُتِبَ”, in “وقال إنه كُتِبَ رسالة.”."),
    ("vowels put in", "وقال إنه كتب رسالة.", "وقال إنه كَتَبَ رسالة.",
     "Same words in other letters: “كَتَبَ” for “كتب”, in “وقال إنه كَتَبَ رسالة.”."),
    ("all of a list item", "* Rye\n* Oats\n", "* Spelt\n* Oats\n",
     "List item changed from “Rye” to “Spelt”."),
    # Where it is: of something long, what is near.
    ("far behind in a sentence", f"It was {_LONG}, and it was open.",
     f"It was {_LONG}, and it was not open.",
     "Sentence changed: “not” added, in “… the river in those days, and it was not open.”."),
    ("one digit of a long field", f"{{{{Infobox mill|note={_LONG} 5}}}}",
     f"{{{{Infobox mill|note={_LONG} 6}}}}",
     "Infobox field “note” changed from “…river in those days 5” to “…river in those days 6”."),
    # Tables and lists.
    ("cell", _ROWS, _ROWS.replace("Oats", "Rye"),
     "Table row changed from “Oats” to “Rye”, in “Rye | 7”."),
    ("row", _ROWS, _ROWS.replace("|}", "|-\n| Rye || 4\n|}"), "Table row added: “Rye | 4”."),
    ("rows", _ROWS, _ROWS.replace("|}", "|-\n| Rye || 4\n|-\n| Peas || 9\n|}"),
     "Table rows added: “Rye | 4 | Peas | 9”."),
    ("cell with attributes", _ROWS, _ROWS.replace("|}", '|-\n| align="left" | Rye || 4\n|}'),
     "Table row added: “Rye | 4”."),
    ("entry of a list", "* [[Mill]]\n", "* [[Mill]]\n* [[Ford]]\n", "List item added: “Ford”."),
    ("statement in a list", "* [[Mill]]\n", "* [[Mill]]\n* It was closed.\n",
     "List item added without a reference: “It was closed.”."),
    ("indented", "* a b\n* c d\n* e f\n", "* a b\n** c d\n** e f\n",
     "List mark changed from “*” to “**” in 2 items, from: “c d”."),
    # Headings, links, templates, images.
    ("heading alone put in", "A mill.\n\nA ford.\n", "A mill.\n\n== Ford ==\nA ford.\n",
     "Heading “Ford” put over text that was there."),
    ("heading alone removed", "A mill.\n\n== Ford ==\nA ford.\n", "A mill.\n\nA ford.\n",
     "Heading “Ford” removed, its text kept."),
    ("link under its own name", "A mill.", "A [[mill]].", "Link “mill” added."),
    ("value of a parser function", "{{DEFAULTSORT:Mill}}", "{{DEFAULTSORT:Ford}}",
     "Value of “DEFAULTSORT” changed from “Mill” to “Ford”."),
    ("sort key put in", "[[Category:Mills]]", "[[Category:Mills|Tarn]]",
     "Category “Mills” given the sort key “Tarn”."),
    ("field emptied", "{{Infobox mill|name=Tarn|use=flour}}", "{{Infobox mill|name=Tarn|use=}}",
     "Infobox field “use” emptied: “flour”."),
    ("field without a value", "{{Infobox mill|name=Tarn}}", "{{Infobox mill|name=Tarn|use=}}",
     "Infobox field “use” added without a value."),
    ("option of an image", "[[File:Mill.jpg|thumb|A mill]]", "[[File:Mill.jpg|thumb|alt=B|A mill]]",
     "Option “alt=B” of image “Mill.jpg” added."),
    ("text of a reference given elsewhere", f'One.{_NAMED}\n\nTwo.\n\nThree.<ref name="mill" />',
     f'One.<ref name="mill" />\n\nTwo.\n\nThree.{_NAMED}',
     "Text of reference “mill” now given at another place."),
    ("reference named", "One.<ref>Mill book.</ref>", 'One.<ref name="mill">Mill book.</ref>',
     "Reference named “mill”."),
    ("two references in another order", "One.<ref>A</ref><ref>B</ref> Two.",
     "One.<ref>B</ref><ref>A</ref> Two.", "Reference “A” moved."),
    # All of the page.
    ("blanked", _TEXT, "", "Page blanked: 138 characters, 0 sections removed."),
    ("filled", "", _TEXT, "Blank page filled: 138 characters, 0 sections."),
    ("made a redirect", _TEXT, "#REDIRECT [[Mill]]\n", "Page made a redirect to “Mill”."),
    ("no redirect any more", "#REDIRECT [[Mill]]\n", _TEXT, "Page no longer a redirect to “Mill”."),
    ("redirect to another page", "#REDIRECT [[Mill]]\n", "#REDIRECT [[Ford]]\n",
     "Redirect now leads to “Ford” instead of “Mill”."),
    ("redirect put over text", _TEXT, f"#REDIRECT [[Mill]]\n{_TEXT}",
     "Page made a redirect to “Mill”."),
]  # fmt: skip


def changes(old: str, new: str) -> list[Change]:
    profile = load_profile("en.wikipedia")
    return compare(read_text(old, profile), read_text(new, profile)).changes


@pytest.mark.parametrize(
    ("old", "new", "said"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_one_sentence_says_it(old: str, new: str, said: str) -> None:
    assert [describe(change) for change in changes(old, new)] == [said]


def test_items_of_a_list_are_told_together_with_their_places() -> None:
    old, new = "* a b\n* c d\n* e f\n", "# a b\n# c d\n# e f\n"
    (change,) = changes(old, new)
    assert change.details["items"] == "3"
    assert [new[slice(*place)] for _, place in change.others if place] == ["#", "#"]


def test_every_kind_has_a_sentence_whatever_is_known() -> None:
    for kind in ChangeKind:
        for values in (("", ""), ("a", ""), ("", "a"), ("a", "b")):
            for details in ({}, {"same": "date"}, {"text": "kept"}, {"items": "2"}):
                assert describe(Change(kind, None, None, "", *values, "", details)).endswith(".")
