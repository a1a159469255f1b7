"""Cases of merging, kept as texts in ``cases.md``."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from homs_wiki.diff.merge import merge
from homs_wiki.profile import load_profile

_BLOCK = re.compile(r"^~~~(\w+)\n(.*?)(?=^~~~)", re.MULTILINE | re.DOTALL)
_FIELD = re.compile(r"^(wiki|conflicts|carried): (.+)$", re.MULTILINE)


class Case(NamedTuple):
    """A triple and what is expected of it."""

    name: str
    base: str
    ours: str
    theirs: str
    merged: str
    wiki: str
    conflicts: list[str]
    carried: int | None


def _cases() -> list[Case]:
    text = Path(__file__).with_name("cases.md").read_text(encoding="utf-8")
    return [_case(part) for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]]


def _case(part: str) -> Case:
    texts = dict(_BLOCK.findall(part))
    fields = dict(_FIELD.findall(re.sub(r"~~~.*~~~", "", part, flags=re.DOTALL)))
    return Case(
        name=part.split("\n", 1)[0],
        base=texts["base"],
        ours=texts["ours"],
        theirs=texts["theirs"],
        merged=texts["merged"],
        wiki=fields.get("wiki", "en.wikipedia"),
        conflicts=fields["conflicts"].split(", ") if "conflicts" in fields else [],
        carried=int(fields["carried"]) if "carried" in fields else None,
    )


_CASES = [pytest.param(case, id=case.name) for case in _cases()]


@pytest.mark.parametrize("case", _CASES)
def test_merges_as_an_editor_would(case: Case) -> None:
    result = merge(case.base, case.ours, case.theirs, load_profile(case.wiki))
    assert result.text == case.merged
    assert [conflict.kind.value for conflict in result.conflicts] == case.conflicts
    if case.carried is not None:
        assert len(result.carried) == case.carried


@pytest.mark.parametrize("case", _CASES)
def test_sides_swapped_give_the_mirrored_text(case: Case) -> None:
    labels = ("theirs", "base", "ours")
    mirrored = merge(case.base, case.theirs, case.ours, load_profile(case.wiki), labels=labels)
    assert [conflict.kind.value for conflict in mirrored.conflicts] == case.conflicts
    if not case.conflicts:
        assert mirrored.text == case.merged
