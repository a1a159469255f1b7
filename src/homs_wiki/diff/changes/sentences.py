"""What changed in a sentence: a number, a date, or its words."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz.distance import Indel

from homs_wiki.diff.changes.comparing import Pairing
from homs_wiki.diff.changes.dates import dates_in, iso, same_number
from homs_wiki.diff.changes.findings import Findings
from homs_wiki.diff.changes.model import ChangeKind
from homs_wiki.diff.changes.naming import around, block_of, cells, is_blank, same_letters, short
from homs_wiki.diff.text.words import MARKS, UNSPACED
from homs_wiki.source import Span

if TYPE_CHECKING:
    from homs_wiki.page.dates import FoundDate

    _DatePair = tuple[list[FoundDate], list[FoundDate]]

_NUMBER: Final = r"\d+(?:[.,٫٬،'’\u00a0\u202f\u2009]\d+)*"
_ALONE: Final = rf"{UNSPACED.pattern}[{MARKS}]*"
_WORD: Final = rf"(?:[^\W\d_{UNSPACED.pattern[1:-1]}][{MARKS}]*)+"
"""Marks that combine with a letter, and joiners, belong to its word."""
_TOKEN: Final = re.compile(rf"(?P<number>{_NUMBER})|{_WORD}|{_ALONE}|\s+|.[{MARKS}]*", re.DOTALL)
_WHOLE_NUMBER: Final = re.compile(_NUMBER)
_UNIT: Final = re.compile(
    rf"\s*(%|٪|[\u30a1-\u30fc]+|[\u4e00-\u9fff]{{1,2}}(?![\u4e00-\u9fff])|{_WORD}[²³]?)"
)
"""In scripts without spaces only what is a word beyond doubt: katakana, one or two Han alone."""
_STOP: Final = re.compile("[.!?…۔؟।。！？]")
_LEAST_WORDS: Final = 3
_NEAR: Final = 80
_SPACES: Final = 8
_REACH: Final = 2000
"""So far from the beginning of a line a sentence is in a paragraph."""
_MOST_TOKENS: Final = 20_000
"""Sentences of more tokens are taken as changed in one piece."""


class Hunk(NamedTuple):
    """What differs in two sentences; offsets count the flowing texts."""

    old: Span
    new: Span


def compare_sentences(findings: Findings, pairing: Pairing) -> list[Hunk]:
    """Tell what changed in every sentence that became another; return what differs in them."""
    hunks: list[Hunk] = []
    old_texts, new_texts = pairing.texts
    for olds, news in pairing.groups:
        i, j = olds[0], news[0]
        if len(olds) == len(news) == 1 and old_texts[i] == new_texts[j]:
            continue
        old = Span(pairing.old.sentences[i][0], pairing.old.sentences[olds[-1]][1])
        new = Span(pairing.new.sentences[j][0], pairing.new.sentences[news[-1]][1])
        if pairing.old.flow[slice(*old)].split() != pairing.new.flow[slice(*new)].split():
            found = _hunks(pairing.old.flow, old, pairing.new.flow, new)
            hunks += found
            _Sentence(findings, pairing, old, new).tell(found)
    return hunks


def _hunks(old: str, a: Span, new: str, b: Span) -> list[Hunk]:
    """Return what differs in two sentences, white space alone left out."""
    first = [match[0] for match in _TOKEN.finditer(old, *a)]
    second = [match[0] for match in _TOKEN.finditer(new, *b)]
    if len(first) > _MOST_TOKENS or len(second) > _MOST_TOKENS:
        return [Hunk(a, b)]
    olds, news = _edges(first, a.start), _edges(second, b.start)
    found: list[Hunk] = []
    for block in Indel.opcodes(first, second):
        if block.tag == "equal":
            continue
        x = Span(olds[block.src_start], olds[block.src_end])
        y = Span(news[block.dest_start], news[block.dest_end])
        if found and found[-1].old.end == x.start and found[-1].new.end == y.start:
            last = found.pop()
            x, y = Span(last.old.start, x.end), Span(last.new.start, y.end)
        found.append(Hunk(x, y))
    return [hunk for hunk in found if _shows(old, hunk.old) or _shows(new, hunk.new)]


def _shows(flow: str, span: Span) -> bool:
    return not is_blank(flow[span.start : span.end])


def _edges(tokens: list[str], start: int) -> list[int]:
    edges = [start]
    for token in tokens:
        start += len(token)
        edges.append(start)
    return edges


class _Sentence:
    """One sentence that changed."""

    def __init__(self, findings: Findings, pairing: Pairing, old: Span, new: Span) -> None:
        self.findings = findings
        self.pairing = pairing
        self.old = old
        self.new = new

    def tell(self, hunks: list[Hunk]) -> None:
        """Note the dates and numbers that changed, and the rest as words."""
        rest: list[Hunk] = []
        told: set[tuple[int, int]] = set()
        dates = self._dates()
        for hunk in hunks:
            pair = self._date_pair(dates, hunk)
            if pair:
                key = pair[0].start, pair[1].start
                if key not in told:
                    told.add(key)
                    self._tell_date(*pair)
            elif self._is_number(hunk):
                self._tell_number(hunk)
            elif not self._tell_whole(hunk):
                rest.append(hunk)
        if rest:
            self._tell_words(rest)

    def _dates(self) -> "_DatePair":
        old = self.pairing.old.flow[slice(*self.old)]
        new = self.pairing.new.flow[slice(*self.new)]
        profile = self.pairing.old.profile
        return dates_in(old, profile), dates_in(new, profile)

    def _date_pair(self, dates: "_DatePair", hunk: Hunk) -> "tuple[FoundDate, FoundDate] | None":
        """Return the date that a hunk lies in, on both sides; None if it does not."""
        old = _holding(dates[0], hunk.old.start - self.old.start, hunk.old.end - self.old.start)
        new = _holding(dates[1], hunk.new.start - self.new.start, hunk.new.end - self.new.start)
        return (old, new) if old and new else None

    def _is_number(self, hunk: Hunk) -> bool:
        old = self.pairing.old.flow[slice(*hunk.old)]
        new = self.pairing.new.flow[slice(*hunk.new)]
        return bool(_WHOLE_NUMBER.fullmatch(old) and _WHOLE_NUMBER.fullmatch(new))

    def _tell_whole(self, hunk: Hunk) -> bool:
        """Note a sentence put in or taken out where it is doubtful that the one before it ends."""
        for flow, span, on_new in (
            (self.pairing.new.flow, hunk.new, True),
            (self.pairing.old.flow, hunk.old, False),
        ):
            other = hunk.old if on_new else hunk.new
            text = flow[slice(*span)].strip()
            before = flow[max(0, span.start - _SPACES) : span.start].rstrip()[-1:]
            if other.start == other.end and _is_sentence(text) and _STOP.match(before):
                passage = self.pairing.new if on_new else self.pairing.old
                first = span.start + len(flow[slice(*span)]) - len(flow[slice(*span)].lstrip())
                place = passage.reach(first, first + len(text))
                kind = ChangeKind.SENTENCE_ADDED if on_new else ChangeKind.SENTENCE_REMOVED
                spans = (None, place) if on_new else (place, None)
                shown = ("", text) if on_new else (text, "")
                self.findings.add(kind, spans, short(text), shown, self.pairing.within)
                return True
        return False

    def _subject(self, start: int, end: int) -> str:
        """Return what to call the sentence, in which something changed at a place of the flow."""
        if self._block.startswith("table"):
            row = cells(self._text)
            shows = cells(self.pairing.new.flow[start:end]) in row
            return short(row if shows else self._text)
        return around(self._text, start - self.new.start, end - self.new.start)

    @cached_property
    def _text(self) -> str:
        return self.pairing.new.flow[slice(*self.new)]

    @cached_property
    def _block(self) -> str:
        """What kind of block the sentence stands in; empty inside of something else."""
        if self.pairing.within:
            return ""
        page = self.findings.new
        start = self.pairing.new.page_span(*self.new).start
        reach = max(0, start - _REACH)
        line = page.rfind("\n", reach, start) + 1 or reach
        return block_of(page[line : line + _NEAR]) if start - line < _REACH else "paragraph"

    def _tell_date(self, old: "FoundDate", new: "FoundDate") -> None:
        first, second = self.old.start, self.new.start
        before, after = iso(old.date), iso(new.date)
        spans = (
            self.pairing.old.page_span(first + old.start, first + old.end),
            self.pairing.new.page_span(second + new.start, second + new.end),
        )
        details = {
            **self.pairing.within,
            "date-before": before,
            "date-after": after,
            "same": "date" if before == after else "",
        }
        values = old.text, new.text
        subject = self._subject(second + new.start, second + new.end)
        self.findings.add(ChangeKind.DATE_CHANGED, spans, subject, values, details)

    def _tell_number(self, hunk: Hunk) -> None:
        new = self.pairing.new
        unit = _UNIT.match(new.flow, hunk.new.end, self.new.end)
        values = self.pairing.old.flow[slice(*hunk.old)], new.flow[slice(*hunk.new)]
        same = same_number(*values, new.profile)
        details = {
            **self.pairing.within,
            "unit": unit[1] if unit else "",
            "same": "number" if same else "",
        }
        self._add(ChangeKind.NUMBER_CHANGED, hunk, details)

    def _tell_words(self, hunks: list[Hunk]) -> None:
        whole = Hunk(
            Span(hunks[0].old.start, hunks[-1].old.end), Span(hunks[0].new.start, hunks[-1].new.end)
        )
        block = self._block if self._block != "paragraph" else ""
        old, new = (
            self.pairing.old.flow[slice(*whole.old)],
            self.pairing.new.flow[slice(*whole.new)],
        )
        same = "letters" if same_letters(old, new) else ""
        details = {**self.pairing.within, "block": block, "same": same}
        self._add(ChangeKind.SENTENCE_CHANGED, whole, details)

    def _add(self, kind: ChangeKind, hunk: Hunk, details: Mapping[str, str]) -> None:
        old, new = self.pairing.old, self.pairing.new
        spans = old.page_span(*hunk.old), new.page_span(*hunk.new)
        values = old.flow[slice(*hunk.old)], new.flow[slice(*hunk.new)]
        if self._block.startswith("table"):
            shown = cells(values[0]), cells(values[1])
            values = shown if shown[0] != shown[1] else values
        self.findings.add(kind, spans, self._subject(*hunk.new), values, details)


def _is_sentence(text: str) -> bool:
    return bool(text) and bool(_STOP.match(text[-1])) and text.count(" ") >= _LEAST_WORDS


def _holding(dates: "list[FoundDate]", start: int, end: int) -> "FoundDate | None":
    for date in dates:
        if date.start <= start and end <= date.end:
            return date
    return None
