"""The module's own verdicts on citations, compared with ours."""

import gzip
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from homs_wiki import page
from homs_wiki.page.citations.judging import judge
from homs_wiki.profile import load_profile

# The edition whose verdicts these are, whatever the wiki has today.
_WIKI = "en.wikipedia@2022"
_CLOCK = date(2026, 11, 22)
_LEAST = 0.999
_UNKNOWN = {"err_parameter_ignored", "err_parameter_ignored_suggest"}


def _ids(wikitext: str) -> set[str]:
    profile = load_profile(_WIKI)
    citation = page.read_text(wikitext, profile).citations[0]
    return {each.id for each in judge(citation.kind, citation.template, profile, _CLOCK)}


def _depends_on_order(case: dict[str, Any], ours: set[str]) -> bool:
    """Tell whether we only say more of unknown names than the module, which may stop looking.

    Once it has met a text without a name, a name in capitals or a misspelling of its patterns, it
    says nothing of other unknown names; which of them it meets first cannot be known.
    """
    theirs = set(case["errors"])
    is_switched = "err_text_ignored" in theirs or "err_parameter_ignored_suggest" in theirs
    return is_switched and ours - theirs <= _UNKNOWN and theirs <= ours


@pytest.mark.parametrize("name", ["real", "mutated"])
def test_the_conditions_are_those_of_the_module(name: str, shared: Path) -> None:
    file = shared / "cs1" / f"{name}.dev.jsonl.gz"
    if not file.is_file():
        pytest.skip("the module's verdicts are not there")
    with gzip.open(file, "rt", encoding="utf-8") as stream:
        cases = [json.loads(line) for line in stream]
    differences = []
    for case in cases:
        expected = {*case["errors"], *case["maint"]}
        ours = _ids(case["wikitext"])
        if ours != expected and not _depends_on_order(case, ours - {*case["maint"]}):
            differences.append(
                f"missing {sorted(expected - ours)}, too many {sorted(ours - expected)}: "
                + re.sub(r"\s+", " ", case["wikitext"])
            )
    print(f"{len(differences)} of {len(cases)} differ")  # noqa: T201 - shown by pytest -s
    for difference in differences:
        print(difference)  # noqa: T201
    assert len(differences) <= len(cases) * (1 - _LEAST)
