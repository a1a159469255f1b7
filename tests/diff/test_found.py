"""A comparison finds what was done: edits of known truth are reported as what they are.

The edits are made up by `benchmarks.edits`, and judged by `benchmarks.found`; what two of them give
when they are merged, by `benchmarks.merged`.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import permutations
from typing import Any

import pytest
from benchmarks.corpora import Sample, built_in
from benchmarks.edits import MAKERS, SEVERAL, Edited, edits_of
from benchmarks.found import Verdict, false_moves, judge
from benchmarks.merged import Triple, carried, independent, outcome

from homs_wiki.diff import compare
from homs_wiki.page import read_text
from homs_wiki.profile import load_profile

_FOUND = 0.98
_SEEDS = (1, 2, 3)
_PAGES = 24
"""Pages of the corpus, and how long they may be, so that the test takes seconds."""
_LONGEST = 36_000


@cache
def _edits() -> list[tuple[Edited, Sample]]:
    return [
        (edited, sample)
        for sample in built_in()
        for seed in _SEEDS
        for edited in edits_of(sample.text, sample.profile, seed)
    ]


@cache
def _verdicts() -> list[Verdict]:
    return [judge(edited, sample.profile) for edited, sample in _edits()]


def _independent(edits: list[Edited]) -> Iterator[Triple]:
    return independent(edits, seed=1, tries=100)


def test_the_built_in_pages_have_a_place_for_every_kind_of_edit() -> None:
    kinds = {edited.kind for edited, _ in _edits()}
    assert len(kinds - {SEVERAL}) == len(MAKERS)
    assert SEVERAL in kinds


def test_the_same_seed_makes_the_same_edits() -> None:
    sample = built_in()[0]
    first, second = (list(edits_of(sample.text, sample.profile, 5)) for _ in range(2))
    assert first == second
    assert first != list(edits_of(sample.text, sample.profile, 6))


def test_the_truth_of_an_edit_is_where_it_says() -> None:
    for edited, _ in _edits():
        for truth in edited.truths:
            assert not truth.old or truth.before in edited.old[slice(*truth.old)], edited.kind
            assert not truth.new or truth.after in edited.new[slice(*truth.new)], edited.kind


def test_edits_of_the_built_in_pages_are_found() -> None:
    _demand(_verdicts(), lambda verdict: verdict.is_found)


def test_the_text_view_marks_little_beyond_what_changed() -> None:
    _demand(_verdicts(), lambda verdict: verdict.is_clean)


@pytest.mark.parametrize(
    "pair", list(permutations(built_in(), 2)), ids=lambda pair: f"{pair[0].name} to {pair[1].name}"
)
def test_nothing_was_moved_between_unrelated_built_in_pages(pair: tuple[Sample, Sample]) -> None:
    assert _moves(*pair) == []


@pytest.mark.parametrize("triples", [_independent, carried], ids=["in two places", "and moved"])
def test_two_edits_of_one_page_are_merged(
    triples: Callable[[list[Edited]], Iterator[Triple]],
) -> None:
    outcomes = [
        (outcome(triple, sample.profile), triple.kind)
        for sample in built_in()
        for triple in triples([edited for edited, of in _edits() if of.text == sample.text])
    ]
    assert [kind for said, kind in outcomes if said == "wrong"] == []
    right = sum(said == "right" for said, _ in outcomes)
    assert right >= _FOUND * len(outcomes), [kind for said, kind in outcomes if said != "right"]


@cache
def _chosen(texts: tuple[str, ...]) -> list[Sample]:
    profile = load_profile("en.wikipedia")
    short = [text for text in texts if len(text) < _LONGEST]
    chosen = random.Random(4).sample(short, min(_PAGES, len(short)))  # noqa: S311
    return [Sample("", text, profile) for text in chosen]


def test_edits_of_real_pages_are_found(corpus: Callable[[str], list[Any]]) -> None:
    samples = _chosen(tuple(text for _, text, _ in corpus("wtf")))
    verdicts = [
        judge(edited, sample.profile)
        for sample in samples
        for edited in edits_of(sample.text, sample.profile, seed=1)
    ]
    _demand(verdicts, lambda verdict: verdict.is_found)
    _demand(verdicts, lambda verdict: verdict.is_clean)


def test_nothing_was_moved_between_unrelated_real_pages(corpus: Callable[[str], list[Any]]) -> None:
    samples = _chosen(tuple(text for _, text, _ in corpus("wtf")))
    pairs = random.Random(4).sample(list(permutations(samples, 2)), 30)  # noqa: S311
    assert [moves for pair in pairs if (moves := _moves(*pair))] == []


def _moves(old: Sample, new: Sample) -> list[str]:
    return false_moves(compare(*(read_text(each.text, each.profile) for each in (old, new))))


def _demand(verdicts: Sequence[Verdict], is_right: Callable[[Verdict], bool]) -> None:
    wrong = [verdict for verdict in verdicts if not is_right(verdict)]
    share = 1 - len(wrong) / len(verdicts)
    assert share >= _FOUND, f"{share:.1%} of {len(verdicts)}\n" + "\n".join(map(str, wrong))
