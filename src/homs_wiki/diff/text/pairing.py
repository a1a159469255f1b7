"""Which old line became which new one, inside the gaps that no equal lines fill.

In this order, each leaving less to the next: equal lines that the shortest list of changes had
missed or that stand elsewhere (moves); lines with the same words, in place or elsewhere; a line
split into several or joined; and at last what stands at the same place and is of the same kind.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict

from rapidfuzz.distance import Indel

from homs_wiki.diff.text.kinds import LineKind, kind_of
from homs_wiki.diff.text.lines import Lines, common_prefix, common_suffix, is_trivial
from homs_wiki.diff.text.links import Candidate, Gap, Link, heaviest_chain
from homs_wiki.diff.text.moves import Moves
from homs_wiki.diff.text.similarity import Likeness, alike_lines, likeness, words_of
from homs_wiki.diff.text.splits import grown

# A line of this share of equal words became the other; beneath, they are two lines.
_ALIKE = 0.4

# Nearly all words of the shorter line are in the longer one: a part of it.
_PART = 0.8
_PART_WORDS = 3

# A line as much more alike than the one at the same place takes it away from it.
_BETTER = 0.25

# Lines with more equal neighbours than that are not compared one with another.
_OCCURRENCES = 4

# At most so many pairs of a gap are compared letter by letter.
_PAIRS = 400
_LETTERS = 10**6
_ALIKE_LETTERS = 0.6

# A line of so many code points is a page in one line.
_HUGE = 50_000


class Pairing:
    """Everything known of the lines in the gaps.

    Attributes:
        links: the lines that belong together at their place, of all gaps, in order.
        moves: the blocks that stand elsewhere.
    """

    def __init__(self, old: Lines, new: Lines, gaps: list[Gap], related: bool) -> None:
        self.old = old
        self.new = new
        self.gaps = gaps
        self.links: list[Link] = []
        self.moves = Moves(old, new, related)
        self._pair()

    def _pair(self) -> None:
        free = self.moves
        for gap in self.gaps:
            if gap.i2 - gap.i == 1 == gap.j2 - gap.j and self._is_one_line(gap):
                self.links.append(gap)
                continue
            free.old.update(range(gap.i, gap.i2))
            free.new.update(range(gap.j, gap.j2))
        if free.old and free.new:
            self._equal_lines()
            self._alike_lines()
            free.join()
            self._left_over()
        self.links.sort()

    def _is_one_line(self, gap: Gap) -> bool:
        old, new = self.old.lines[gap.i], self.new.lines[gap.j]
        return belong(old, new) if len(self.gaps) == 1 else _have_equal_ends(old, new)

    def _link(self, link: Link) -> None:
        self.links.append(link)
        self.moves.old.difference_update(range(link.i, link.i2))
        self.moves.new.difference_update(range(link.j, link.j2))

    def _gap_numbers(self) -> tuple[list[int], list[int]]:
        return [gap.i for gap in self.gaps], [gap.j for gap in self.gaps]

    def _in_one_gap(self, candidates: list[Candidate]) -> list[Candidate]:
        """Return the candidates of which both lines stand in the same gap, and between no links."""
        olds, news = self._gap_numbers()
        links = sorted(self.links)
        link_olds, link_news = [link.i for link in links], [link.j for link in links]
        return [
            candidate
            for candidate in candidates
            if bisect_right(olds, candidate.i) == bisect_right(news, candidate.j)
            and bisect_right(link_olds, candidate.i) == bisect_right(link_news, candidate.j)
        ]

    def _equal_lines(self) -> None:
        free, olds, news = self.moves, self.old.ids, self.new.ids
        common = {olds[i] for i in free.old} & {news[j] for j in free.new}
        if not common:
            return
        places: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, ids, lines in ((0, olds, free.old), (1, news, free.new)):
            for line in sorted(lines):
                if ids[line] in common:
                    places[ids[line]][side].append(line)
        candidates = []
        for in_old, in_new in places.values():
            text = self.old.lines[in_old[0]]
            if max(len(in_old), len(in_new)) <= _OCCURRENCES and not is_trivial(text):
                candidates += [Candidate(i, j, len(text)) for i in in_old for j in in_new]
        # A line that stands there twice may belong to a block that moved.
        single = [c for c in candidates if len(places[olds[c.i]][0] + places[olds[c.i]][1]) == 2]
        for i, j, _ in heaviest_chain(self._in_one_gap(single)):
            self._link(Link(i, i + 1, j, j + 1))
        free.find_equal(candidates)

    def _alike_lines(self) -> None:
        free = self.moves
        words = _words(self.old, free.old), _words(self.new, free.new)
        alike = alike_lines(*words)
        candidates = [Candidate(a.old, a.new, a.alike * (1 + a.words)) for a in _wanted(alike)]
        candidates += self._same_parameters()
        for i, j, _ in heaviest_chain(self._in_one_gap(candidates)):
            link = grown(
                Link(i, i + 1, j, j + 1),
                words,
                (self.old.lines, free.old),
                (self.new.lines, free.new),
            )
            if link:
                self._link(link)
        free.find_alike(alike)

    def _same_parameters(self) -> list[Candidate]:
        """Return the template parameters of equal names, if these occur once in their gap."""
        found: list[Candidate] = []
        for gap in self.gaps:
            olds = _parameters(self.old, self.moves.old, gap.i, gap.i2)
            news = _parameters(self.new, self.moves.new, gap.j, gap.j2)
            found += [
                Candidate(i, news[name], 2)
                for name, i in olds.items()
                if news.get(name, -1) >= 0 and i >= 0
            ]
        return found

    def _left_over(self) -> None:
        """Pair what stands at the same place between links, if it is of one kind."""
        links = sorted(self.links)
        at = 0
        for gap in self.gaps:
            i, j = gap.i, gap.j
            while at < len(links) and links[at].i < gap.i2:
                self._fill(i, links[at].i, j, links[at].j)
                i, j = links[at].i2, links[at].j2
                at += 1
            self._fill(i, gap.i2, j, gap.j2)

    def _fill(self, i: int, i2: int, j: int, j2: int) -> None:
        olds = [line for line in range(i, i2) if line in self.moves.old]
        news = [line for line in range(j, j2) if line in self.moves.new]
        if not olds or not news:
            return
        self._equal_ends(olds, news)
        pairs = heaviest_chain(self._by_letters(olds, news))
        for a, b, _ in pairs:
            self._link(Link(a, a + 1, b, b + 1))
        if not pairs:
            return
        # Blank lines and brackets beside what was paired just now.
        for a, b, _ in [*pairs, Candidate(i2, j2, 0)]:
            self._equal_ends(
                olds[bisect_left(olds, i) : bisect_left(olds, a)],
                news[bisect_left(news, j) : bisect_left(news, b)],
            )
            i, j = a + 1, b + 1

    def _equal_ends(self, olds: list[int], news: list[int]) -> None:
        """Link equal lines at both ends of two lists of lines, and take them off the lists."""
        ids = self.old.ids, self.new.ids
        for end in (0, -1):
            while olds and news and ids[0][olds[end]] == ids[1][news[end]]:
                a, b = olds.pop(end), news.pop(end)
                self._link(Link(a, a + 1, b, b + 1))

    def _by_letters(self, olds: list[int], news: list[int]) -> list[Candidate]:
        old, new = self.old.lines, self.new.lines
        if len(olds) == 1 == len(news):
            a, b = olds[0], news[0]
            return [Candidate(a, b, 1)] if belong(old[a], new[b]) else []
        if len(olds) * len(news) > _PAIRS:
            if len(olds) != len(news):
                return []
            pairs = list(zip(olds, news, strict=True))
        else:
            pairs = [(a, b) for a in olds for b in news]
        found = []
        for a, b in pairs:
            first, second = old[a], new[b]
            if len(first) * len(second) > _LETTERS or is_trivial(first) or is_trivial(second):
                continue
            alike = Indel.normalized_similarity(first, second, score_cutoff=_ALIKE_LETTERS)
            if alike and kind_of(first) == kind_of(second):
                found.append(Candidate(a, b, alike))
        return found


def _words(side: Lines, free: set[int]) -> dict[int, list[str]]:
    """Return the words of the lines that say anything, by their number."""
    lines = [line for line in sorted(free) if not is_trivial(side.lines[line])]
    return dict(zip(lines, words_of([side.lines[line] for line in lines]), strict=True))


def _wanted(alike: list[Likeness]) -> list[Likeness]:
    """Return what is alike enough, and whose lines have none much more alike."""
    best_old: dict[int, float] = defaultdict(float)
    best_new: dict[int, float] = defaultdict(float)
    for a in alike:
        best_old[a.old] = max(best_old[a.old], a.alike)
        best_new[a.new] = max(best_new[a.new], a.alike)
    return [
        a
        for a in alike
        if (a.within >= _PART and a.words >= _PART_WORDS)
        or (a.alike >= _ALIKE and a.alike + _BETTER >= max(best_old[a.old], best_new[a.new]))
    ]


def _parameters(side: Lines, free: set[int], first: int, after: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for line in range(first, after):
        if line in free and side.lines[line].lstrip(" \t").startswith("|"):
            kind, name = kind_of(side.lines[line])
            if kind is LineKind.PARAMETER:
                found[name] = -1 if name in found else line
    return found


def belong(old: str, new: str) -> bool:
    """Tell whether two lines at the same place, with nothing else there, are one line changed."""
    if not old.strip() or not new.strip():
        return not old.strip() and not new.strip()
    if kind_of(old) == kind_of(new) and min(len(old), len(new)) < 60:
        return True
    shorter = min(len(old), len(new))
    if shorter > _HUGE:
        return True
    if _have_equal_ends(old, new):
        return True
    if len(old) * len(new) <= 10**4:
        return Indel.normalized_similarity(old, new, score_cutoff=_ALIKE_LETTERS) > 0
    olds, news = words_of([old, new])
    alike, within = likeness(olds, news)
    return alike >= 0.25 or within >= _PART


def _have_equal_ends(old: str, new: str) -> bool:
    """Tell whether two lines begin and end the same, for half of the shorter one."""
    shorter = min(len(old), len(new))
    start = common_prefix(old, new)
    return 2 * (start + common_suffix(old, new, shorter - start)) >= shorter > 0
