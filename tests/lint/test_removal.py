"""What may be taken out of a text without changing what stands around it."""

import pytest

from homs_wiki.lint.rules._removal import may_go

MAY_GO = {
    "between words": "The ⟦</i>⟧ mill",
    "in a word": "wa⟦</i>⟧ter",
    "behind a link": "[[mill]]⟦</i>⟧, it",
    "behind an address": "https://example.org/⟦</i>⟧ it",
    "at the end": "mill⟦</i>⟧",
    "a whole line": "* a\n⟦[[Category:Mills]]\n⟧* b",
    "before a word at the start of a line": "a\n⟦</i>⟧mill",
}
STAYS = {
    "letters would join a link": "[[mill]]⟦</i>⟧stone",
    "letters would join an address": "https://example.org/⟦</i>⟧it",
    "a target would become one": "[[mi⟦<ref/>⟧ll]]",
    "a target with a blank would become one": "[[water⟦<ref/>⟧ mill]]",
    "brackets would come together": "[⟦</i>⟧[mill]]",
    "an address would be in brackets": "[⟦</i>⟧https://example.org/ a]",
    "a protocol would become one": "https⟦</i>⟧://example.org/",
    "a tag would become one": "<re⟦</i>⟧f>",
    "a line would become a heading": "== Mill == ⟦</i>⟧\na",
    "a line would become a list": "a\n⟦</i>⟧* b",
}


@pytest.mark.parametrize("text", MAY_GO.values(), ids=MAY_GO)
def test_may_go(text: str) -> None:
    assert asked(text)


@pytest.mark.parametrize("text", STAYS.values(), ids=STAYS)
def test_stays(text: str) -> None:
    assert not asked(text)


def asked(text: str) -> bool:
    start, end = text.index("⟦"), text.index("⟧") - 1
    return may_go(text.replace("⟦", "").replace("⟧", ""), start, end)
