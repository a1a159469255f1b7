"""Comparing pages: what is found, and the time it takes beside MediaWiki's wikidiff2."""

import random
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice, permutations
from statistics import median
from typing import NamedTuple

from benchmarks.corpora import Sample, built_in
from benchmarks.edits import TOTAL_REPLACEMENT, Edited, edits_of, replacement
from benchmarks.found import Verdict, false_moves, judge, tally
from benchmarks.hostile_pairs import HOSTILE_PAIRS, LARGEST
from benchmarks.merged import carried, independent, outcome
from benchmarks.table import row
from benchmarks.wikidiff2 import Pair, best, is_there, our_seconds, wikidiff2_seconds
from homs_wiki.diff import compare
from homs_wiki.diff.text import compare_texts
from homs_wiki.page import read_text
from homs_wiki.profile import Profile

_SEED = 1
_UNRELATED = 40
_TRIES = 20
"""Pairs of edits of a page that are merged, if they do not touch each other."""
_LARGE = 2_000_000
_LARGEST_JOINED = 40_000
_JOINED = 2
_TIMES = 10
_MOST_ROUNDS = 2
"""Of the comparison with wikidiff2, whose every measurement is the best of a few already."""


def measure_comparing(texts: list[str], profile: Profile, rounds: int) -> bool:
    """Measure everything; return whether all budgets hold."""
    samples = built_in() + [Sample("", text, profile) for text in texts]
    edits = [each for sample in samples for each in edits_of(sample.text, sample.profile, _SEED)]
    profiles = {sample.text: sample.profile for sample in samples}
    unrelated = unrelated_pairs(samples)
    held = [
        found([judge(each, profiles[each.old]) for each in edits]),
        no_false_moves(unrelated),
        merged(edits, profiles),
        speed(edits + [replacement(a.text, b.text) for a, b in unrelated], profile, rounds),
        hostile(),
        growth(samples, rounds),
    ]
    return all(held)


def unrelated_pairs(samples: Sequence[Sample]) -> list[tuple[Sample, Sample]]:
    """Return pairs of different pages, taken by chance, the same every time."""
    chance = random.Random(_SEED)  # noqa: S311 - chance that can be repeated is the point
    pairs = ((a, b) for a in samples for b in samples if a is not b)
    every = list(pairs)
    return chance.sample(every, min(_UNRELATED, len(every)))


def found(verdicts: Sequence[Verdict]) -> bool:
    """Print how many edits are reported as what they are, by kind; 98 % of all are demanded."""
    print(f"\nFound: {len(verdicts)} edits of known truth; reported as what they are and no more,")
    print("and clean: the text view marks what changed and at most 5 % more of its lines")
    held = True
    for kind, count, right, clean in tally(verdicts):
        print(f"  {kind:<44} {right:4} of {count:4}   clean {clean:4}")
    total = len(verdicts)
    held &= row("found", sum(v.is_found for v in verdicts) / total, 0.98, least=True)
    held &= row("clean", sum(v.is_clean for v in verdicts) / total, 0.98, least=True)
    return held


def no_false_moves(pairs: Sequence[tuple[Sample, Sample]]) -> bool:
    """Print how many pairs of unrelated pages have something that is called a move."""
    false = [
        bool(false_moves(compare(*(read_text(each.text, each.profile) for each in pair))))
        for pair in pairs
    ]
    return row(f"pairs of {len(pairs)} unrelated pages with a move", sum(false), 0)


def merged(edits: Sequence[Edited], profiles: Mapping[str, Profile]) -> bool:
    """Print what becomes of two edits of one page: both made, a conflict, or something else."""
    pages: dict[str, list[Edited]] = {}
    for each in edits:
        pages.setdefault(each.old, []).append(each)
    held = True
    for name, triples in {
        "merged: edits in two places": [
            triple for group in pages.values() for triple in independent(group, _SEED, _TRIES)
        ],
        "merged: moved by one, edited by the other": list(carried(edits)),
    }.items():
        counts = Counter(outcome(triple, profiles[triple.base]) for triple in triples)
        held &= row(f"{name} ({len(triples)})", counts["right"] / len(triples), 0.98, least=True)
        held &= row("  neither both nor a conflict", counts["wrong"], 0)
    return held


def spread(edits: Sequence[Edited], count: int) -> list[Edited]:
    """Return up to ``count`` edits of every kind, of pages of every size."""
    kinds: dict[str, list[Edited]] = {}
    for each in sorted(edits, key=lambda edit: len(edit.old)):
        kinds.setdefault(each.kind, []).append(each)
    return [
        group[i * len(group) // min(count, len(group))]
        for group in kinds.values()
        for i in range(min(count, len(group)))
    ]


def speed(edits: Sequence[Edited], profile: Profile, rounds: int) -> bool:
    """Print the time of both views as a ratio to wikidiff2, and to each other."""
    pairs: list[Pair] = [(each.old, each.new) for each in edits]

    def text_view(pair: Pair) -> object:
        return compare_texts(*pair)

    def editors_view(pair: Pair) -> object:
        return compare(*(read_text(text, profile) for text in pair)).changes

    peer = is_there()
    theirs, ours, views = [], [], []
    for _ in range(min(rounds, _MOST_ROUNDS)):
        theirs.append(wikidiff2_seconds(pairs) if peer else [1.0] * len(pairs))
        ours.append(our_seconds(text_view, pairs))
        views.append(our_seconds(editors_view, pairs))
    columns = zip(edits, best(*theirs), best(*ours), best(*views), strict=True)
    times = [Timed(*each) for each in columns]
    held = True
    if peer:
        held = _against_wikidiff2(times)
    else:
        print("\nThe text view against wikidiff2: skipped, php with wikidiff2 is not there")
    return _editors_view(times) and held


class Timed(NamedTuple):
    """An edit, and the CPU seconds of wikidiff2, of the text view and of the editor's view."""

    edited: Edited
    wikidiff2: float
    text: float
    changes: float


def _by_kind(times: Sequence[Timed]) -> dict[str, list[Timed]]:
    kinds: dict[str, list[Timed]] = {}
    for each in times:
        kinds.setdefault(each.edited.kind, []).append(each)
    return kinds


def _ordinary(times: Sequence[Timed]) -> list[Timed]:
    return [each for each in times if each.edited.kind != TOTAL_REPLACEMENT]


def _against_wikidiff2(times: Sequence[Timed]) -> bool:
    print(f"\nThe text view, {len(times)} pairs; wikidiff2_do_diff is 1")

    def ratio(part: Sequence[Timed]) -> float:
        return sum(each.text for each in part) / sum(each.wikidiff2 for each in part)

    budgets = {"word replaced": 2.5, TOTAL_REPLACEMENT: 2.5}
    held = True
    for kind, part in _by_kind(times).items():
        mean = sum(each.text for each in part) / len(part) * 1e3
        held &= row(f"{kind} ({mean:.2f} ms)", ratio(part), budgets.get(kind))
    row(
        "the ordinary edit in the middle",
        median(map(ratio, zip(_ordinary(times), strict=True))),
        None,
    )
    return row("all ordinary edits", ratio(_ordinary(times)), 1.0) and held


def _editors_view(times: Sequence[Timed]) -> bool:
    print("\nThe editor's view, both pages read; the text view is 1")

    def ratio(part: Sequence[Timed]) -> float:
        return sum(each.changes for each in part) / sum(each.text for each in part)

    for kind, part in _by_kind(times).items():
        row(kind, ratio(part), None)
    return row("all ordinary edits", ratio(_ordinary(times)), 6)


def hostile() -> bool:
    """Print the time of the text view on pairs made to bring it down."""
    print("\nHostile pairs, millions of code points on both sides, seconds")
    held = True
    for name, make in HOSTILE_PAIRS.items():
        old, new = make(_LARGE if name in LARGEST else _LARGE // 4)
        start = time.process_time()
        compare_texts(old, new)
        seconds = time.process_time() - start
        held &= row(f"{name} ({(len(old) + len(new)) / 1e6:.1f} M)", seconds, 3, "s")
    return held


def growth(samples: Sequence[Sample], rounds: int) -> bool:
    """Print how the time grows when pages are joined to one that is ten times as long.

    The smaller one is a million code points already: what fits into a processor's cache is read
    faster, and would flatter it. Ten times as much still costs more than ten times the time, as
    memory gets slower the more of it is in use, so that a sixth more is allowed than elsewhere.
    """
    print("\nGrowth on real edits: the time for ten times the text, in times the time for the text")
    edits = [
        next(iter(spread([*edits_of(each.text, each.profile, _SEED)][turn % 20 :], 1)), None)
        for turn, each in enumerate(samples)
        if len(each.text) < _LARGEST_JOINED
    ]
    old = "\n".join(each.old for each in edits if each)
    new = "\n".join(each.new for each in edits if each)
    # The same pages with other vowels are other words.
    orders = ["".join(order) for order in islice(permutations("aiour"), _JOINED * _TIMES)]
    tables = [str.maketrans("aiour", order) for order in orders]
    pairs: list[Pair] = [
        (_joined(old, tables[:_JOINED]), _joined(new, tables[:_JOINED])),
        (_joined(old, tables), _joined(new, tables)),
    ]
    runs = [our_seconds(lambda pair: compare_texts(*pair), pairs) for _ in range(rounds)]
    times = best(*runs)
    return row(f"text view ({times[0] * 1e3:.0f} ms)", times[1] / times[0], 14)


def _joined(text: str, tables: Sequence[dict[int, int]]) -> str:
    return "\n".join(text.translate(each) for each in tables)
