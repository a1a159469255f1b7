"""What fixes must leave as it was, and what they may touch."""

import pytest

from homs_wiki import syntax
from homs_wiki.lint.proof import KINDS, Heads, Mending, Thing, describe, prove, take_inventory
from homs_wiki.profile import load_profile
from homs_wiki.source import Edit, apply_edits

PROFILE = load_profile("en.wikipedia")


def things(text: str) -> list[Thing]:
    return take_inventory(syntax.parse(text, PROFILE))


def replaced(text: str, *pairs: tuple[str, str]) -> list[Edit]:
    """Return the edits that replace each first text, which stands once, by the second."""
    edits = []
    for old, new in pairs:
        assert text.count(old) == 1
        start = text.index(old)
        edits.append(Edit(start, start + len(old), new))
    return edits


def broken(text: str, *pairs: tuple[str, str], touches: str = "") -> list[str]:
    """Return what one fix breaks."""
    edits = replaced(text, *pairs)
    after = apply_edits(text, edits)
    found = prove(things(text), things(after), [Mending.of(text, edits, touches.split())])
    return [describe(each, text if each.gone else after) for each in found]


PAGE = """\
{{Infobox mill
| name = Old Mill
| built = {{circa|1620}}<ref name="a">{{cite web|url=https://example.org/|title=Mills}}</ref>
}}
The [[water mill|old mill]]s of [https://example.org/h Hilltown] stand.<ref name="a" />
== Its history ==
[[File:Mill.jpg|thumb|The [[mill]] in spring]]
[[Category:Mills]]
"""

LEFT_ALONE = {
    "a word": ("stand", "stood"),
    "a value": ("Old Mill", "The old mill"),
    "a value in a template in a value": ("1620", "1630"),
    "the end of a value": (" Mill\n", " Mill of Hilltown\n"),
    "a label": ("old mill", "old watermill"),
    "the label of an address": ("h Hilltown", "h the town of Hilltown"),
    "a title": ("Its history", "History"),
    "a caption": (" in spring", " in summer"),
    "the text of a reference": ("title=Mills", "title=Old mills"),
    "white space around a name": ("| name = ", "|name="),
    "how a name is quoted": ('<ref name="a">', "<ref name=a>"),
    "how the name of a template is written": ("{{cite web", "{{Cite_web "),
    "how a target is written": ("water mill|", "Water_mill|"),
}


@pytest.mark.parametrize("pair", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_text_may_be_edited_by_any_fix(pair: tuple[str, str]) -> None:
    assert broken(PAGE, pair) == []


CHANGED = {
    "a template gone": ("{{circa|1620}}", "1620", "template"),
    "another template": ("{{circa|", "{{floruit|", "template"),
    "a parameter gone": ("| name = Old Mill\n", "", "parameter"),
    "a parameter renamed": ("| name", "| title", "parameter"),
    "a parameter more": ("Old Mill\n", "Old Mill\n| map = x\n", "parameter"),
    "one parameter made of two": ("\n| built", "\n built", "parameter"),
    "a reference gone": ('<ref name="a" />', "", "reference"),
    "a reference renamed": ('<ref name="a" />', '<ref name="b" />', "reference"),
    "a reference no longer closed": ("</ref>", "", "reference"),
    "a reference more": ("stand.", "stand.<ref>B</ref>", "reference"),
    "a heading gone": ("== Its history ==", "Its history", "heading"),
    "another level": ("== Its history ==", "=== Its history ===", "heading"),
    "a heading more": ("[[File", "== Mill ==\n[[File", "heading"),
    "a link gone": ("[[mill]]", "mill", "link"),
    "a link to elsewhere": ("[[water mill|", "[[windmill|", "link"),
    "an address changed": ("https://example.org/h", "https://example.org/i", "link"),
    "an address changed in a parameter": ("org/|", "org/m|", "link"),
    "letters no longer part of a link": ("]]s of", "]] s of", "link"),
    "a link without its label": ("|old mill]]", "]]", "link"),
    "a category gone": ("[[Category:Mills]]\n", "", "link"),
    "a file's brackets broken": ("spring]]", "spring]", "link"),
}


@pytest.mark.parametrize(("old", "new", "kind"), CHANGED.values(), ids=CHANGED)
def test_a_change_is_for_those_who_may_touch_it(old: str, new: str, kind: str) -> None:
    assert broken(PAGE, (old, new))
    assert any(f"the {kind} “" in each for each in broken(PAGE, (old, new)))
    assert broken(PAGE, (old, new), touches=" ".join(KINDS)) == []


def test_what_stands_in_a_thing_goes_with_it() -> None:
    reference = PAGE[PAGE.index("<ref") : PAGE.index("</ref>") + 6]
    assert broken(PAGE, (reference, '<ref name="a" />'), touches="reference") == []
    assert broken(PAGE, (reference, '<ref name="a" />'), touches="template") != []


def test_what_is_moved_within_a_fix_is_not_changed() -> None:
    text = "The mill<ref>{{cite web|title=Mills}}</ref> burnt, and was rebuilt."
    reference = text[text.index("<ref") : text.index("</ref>") + 6]
    assert broken(text, (reference, ""), (",", f",{reference}")) == []
    assert broken(text, (reference, ""), (",", f",{reference.replace('Mills', 'Mill')}")) != []


def test_a_fix_may_not_break_what_is_around_it() -> None:
    text = "{{box|[[mill|the mill]]|b}}"
    assert broken(text, ("|the mill]]", "]]}}"), touches="link") == [
        "the template “{{box|[[mill|the mill]]|b}}” at 1:1 is gone",
        "the parameter “b” at 1:25 is gone",
        "the template “{{box|[[mill]]}}” at 1:1 is new",
    ]
    assert broken("[[File:A.jpg|a [[b|c]] d]]", ("|c]]", ""), touches="link") != []


def test_braces_may_not_be_broken() -> None:
    everything = " ".join(KINDS)
    assert broken(PAGE, ("1620}}", "1620}"), touches=everything) != []


def test_a_fix_may_not_change_things_elsewhere() -> None:
    # The closing braces far away belong to another template then.
    text = "{{a|1 and more text\n\n{{b|2}}\n\n[[c]]\n}}"
    assert broken(text, ("1 and", "1}} and"), touches="link") != []


def test_positional_parameters_may_not_be_renumbered() -> None:
    assert broken("{{a|b|c|d}}", ("|b", "")) != []
    assert "the parameter “d” at 1:9 is gone" in broken("{{a|b|c|d}}", ("|b", ""))


def test_what_was_swallowed_may_come_back() -> None:
    text = "A.<ref>B</ ref> C.\n== D ==\n{{e}} <ref>F</ref>"
    assert broken(text, ("</ ref>", "</ref>"), touches=" ".join(KINDS)) == []
    assert broken(text, ("</ ref>", "</ref>"), touches="reference") != []


def test_several_fixes_are_proved_together() -> None:
    edits = replaced(PAGE, ("stand", "stood"), ("[[mill]]", "mill"))
    after = things(apply_edits(PAGE, edits))
    careless = [Mending.of(PAGE, [edit], ()) for edit in edits]
    allowed = [Mending.of(PAGE, [edits[0]], ()), Mending.of(PAGE, [edits[1]], ("link",))]
    wrong_one = [Mending.of(PAGE, [edits[0]], ("link",)), Mending.of(PAGE, [edits[1]], ())]
    assert prove(things(PAGE), after, allowed) == []
    assert prove(things(PAGE), after, careless) != []
    assert prove(things(PAGE), after, wrong_one) != []


HEADS = {
    "in an address": ("https://exa,mple.org a", ",", "link"),
    "behind a bare address": ("https://example.org, a", ",", "link"),
    "in a target": ("[[a,b|c]]", ",", "link"),
    "in the name of a template": ("{{a,b|c}}", ",", "template"),
    "in the name of a parameter": ("{{a|b,c=d}}", ",", "parameter"),
    "in a tag": ('<ref name="a,b">c</ref>', ",", "reference"),
}


@pytest.mark.parametrize(("text", "old", "kind"), HEADS.values(), ids=HEADS)
def test_heads_are_barred_but_for_those_who_may_touch_them(text: str, old: str, kind: str) -> None:
    heads = Heads(things(text))
    assert heads.bar(Mending.of(text, replaced(text, (old, "،")), ()))
    assert not heads.bar(Mending.of(text, replaced(text, (old, "،")), (kind,)))


def test_bodies_are_not_barred() -> None:
    text = "[[a|b,c]] {{a|b=c, d}} <ref>e, f</ref> == g, h == [https://example.org i, j]"
    heads = Heads(things(text))
    at = -1
    while (at := text.find(",", at + 1)) >= 0:
        assert not heads.bar(Mending.of(text, [Edit(at, at + 1, "،")], ()))


@pytest.mark.parametrize(
    "text",
    [
        "{{" * 20000,
        "{{a|" * 20000 + "}}" * 20000,
        "{{{" * 10000 + "}}}" * 10000,
        "[[{{a|" * 5000 + "}}]]" * 5000,
        "<ref>" * 20000 + "</ref>" * 20000,
        "[[a|b]] " * 20000,
        "== a {{x|\n" * 5000 + "}} ==\n" * 5000,
        "https://example.org/" + "{{a}}" * 20000,
    ],
    ids=lambda text: text[:8],
)
def test_much_of_everything(text: str) -> None:
    edits = [Edit(at, at, " ") for at in range(0, len(text), 7)]
    after = things(apply_edits(text, edits))
    mendings = [Mending.of(text, [edit], KINDS) for edit in edits]
    prove(things(text), after, mendings)
    Heads(after).bar(Mending.of(text, edits, ()))
