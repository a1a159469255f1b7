"""Finding patterns and words in a text, within a limit of time.

Patterns are those of the library ``regex``, which can be stopped: an expression that tries again
and again would else never come back. Time is that of the processor, so that a busy machine stops
nothing earlier.
"""

from __future__ import annotations

import re
import sys
import time
from typing import TYPE_CHECKING, NamedTuple, Protocol

import regex

from homs_wiki.lint.own.repeats import written_out
from homs_wiki.source import HomsWikiError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

_LONGEST_PATTERN = 100_000  # longer ones take seconds to be read
_MOST_WRITTEN_OUT = 100_000  # each takes more than half a kilobyte
_LONGEST_REPLACEMENT = 10_000
_PROBES = ("", "a b\nA1. ")
_PROBE_SECONDS = 0.2


class PatternError(HomsWikiError):
    """A pattern or a replacement cannot be used; the message goes on behind its name."""


class EmptyMatchError(Exception):
    """A pattern has matched where there is nothing."""


class TimeLimit:
    """How much time is left for what belongs together.

    Args:
        seconds: the time of the processor from now on.
    """

    __slots__ = ("_end",)

    def __init__(self, seconds: float) -> None:
        self._end = time.process_time() + seconds

    def left(self) -> float:
        """Return the seconds that are left; raises `TimeoutError` if there are none."""
        left = self._end - time.process_time()
        if left <= 0:
            raise TimeoutError
        return left


class Match(Protocol):
    """A match; a group that took no part stands at -1."""

    def span(self, group: int | str = 0, /) -> tuple[int, int]:
        """Return where a group stands; group 0 is the whole match."""
        ...


class Matcher(Protocol):
    """Something that finds matches."""

    @property
    def names(self) -> Mapping[str, int]:
        """The numbers of its groups that have a name."""
        ...

    @property
    def groups(self) -> int:
        """How many groups it has."""
        ...

    def find(self, text: str, limit: TimeLimit) -> Iterator[Match]:
        """Yield the matches from left to right; they do not overlap.

        Raises:
            TimeoutError: the time is over.
            EmptyMatchError: a match is empty.
        """
        ...


def make_matcher(pattern: str, words: Sequence[str], flags: Collection[str]) -> Matcher:
    """Return what finds ``words``, or if there are none, a pattern.

    Raises:
        PatternError: they cannot be used.
    """
    if words:
        return WordMatcher(words, ignore_case="ignore-case" in flags)
    return PatternMatcher(pattern, flags)


class PatternMatcher:
    """Finds the matches of a regular expression."""

    def __init__(self, pattern: str, flags: Collection[str]) -> None:
        self._regex = _compiled(pattern, flags)
        self.names: Mapping[str, int] = self._regex.groupindex
        self.groups: int = self._regex.groups
        if "match" in self.names:
            raise PatternError("has a group with the name “match”, which is that of the whole")
        self._refuse_empty(pattern)

    def find(self, text: str, limit: TimeLimit) -> Iterator[Match]:
        """Yield the matches (see `Matcher`)."""
        search = self._regex.search
        place = 0
        while match := search(text, place, timeout=limit.left()):
            start, end = match.span()
            if start == end:
                raise EmptyMatchError
            yield match
            place = end

    def _refuse_empty(self, pattern: str) -> None:
        # What stands in the pattern itself is what it looks for around the empty place.
        for probe in (*_PROBES, pattern):
            try:
                for _ in self.find(probe, TimeLimit(_PROBE_SECONDS)):
                    pass
            except EmptyMatchError:
                raise PatternError(
                    "matches the empty string; it must take in a character"
                ) from None
            except (TimeoutError, MemoryError):
                pass  # then it is stopped on pages too


def _compiled(pattern: str, flags: Collection[str]) -> regex.Pattern[str]:
    if not pattern:
        raise PatternError("is empty")
    if len(pattern) > _LONGEST_PATTERN:
        raise PatternError(
            f"is longer than {_LONGEST_PATTERN} code points; 'words' takes lists of any length"
        )
    if written_out(pattern) > _MOST_WRITTEN_OUT:
        raise PatternError(
            f"has more than {_MOST_WRITTEN_OUT} characters when its repeats are written out: "
            "repeats within repeats multiply"
        )
    bits = (regex.IGNORECASE if "ignore-case" in flags else 0) | (
        regex.MULTILINE if "multi-line" in flags else 0
    )
    try:
        return regex.compile(pattern, bits)
    except regex.error as error:
        place = error.pos or 0
        said = f"{error.msg} at position {place + 1}: “{_around(pattern, place)}”"
        raise PatternError(f"is no regular expression: {said}") from error
    except RecursionError:
        raise PatternError("is nested too deeply") from None
    except (MemoryError, OverflowError, ValueError) as error:
        raise PatternError(f"cannot be used: {error or type(error).__name__}") from error


def _around(pattern: str, place: int) -> str:
    """Return what stands around a place of a pattern, a mark at the place."""
    before, behind = pattern[max(0, place - 20) : place], pattern[place : place + 20]
    return f"{before}⟦here⟧{behind}"


class _Word(NamedTuple):
    """A word found: a match without groups."""

    start: int
    end: int

    def span(self, _: int | str = 0, /) -> tuple[int, int]:
        """Return where it stands."""
        return self.start, self.end


class _Entry(NamedTuple):
    """A word or several that are looked for together.

    Attributes:
        lead: how many code points stand before its first word.
        parts: what white space separates.
        single: it is one word and nothing else.
    """

    lead: int
    parts: tuple[str, ...]
    single: bool


class WordMatcher:
    """Finds whole words, of thousands as quickly as of one.

    What a word is, Unicode says (UAX #29): “don’t” is one, every Chinese character is. An entry of
    several words is found whatever white space stands between them; of two that begin together the
    longer one is found.
    """

    names: Mapping[str, int] = {}
    groups = 0

    def __init__(self, words: Sequence[str], *, ignore_case: bool) -> None:
        self._fold = str.casefold if ignore_case else str
        self._token = regex.compile(r"(?w)\b\w.*?\b", regex.DOTALL)
        self._boundary = regex.compile(r"(?w)\b")
        self._entries: dict[str, list[_Entry]] = {}
        for word in sorted(words, key=len, reverse=True):
            parts = tuple(self._fold(word).split())
            whole = " ".join(parts)
            first = self._token.search(whole)
            if first is None:
                raise PatternError(f"must hold words, {word!r} has no letter and no digit")
            entry = _Entry(first.start(), parts, first[0] == whole)
            self._entries.setdefault(first[0], []).append(entry)

    def find(self, text: str, limit: TimeLimit) -> Iterator[Match]:
        """Yield the words (see `Matcher`)."""
        done = 0
        fold, entries = self._fold, self._entries
        for token in self._token.finditer(text, timeout=limit.left()):
            found = entries.get(fold(token[0]))
            if not found or token.start() < done:
                continue
            limit.left()
            for entry in found:
                start = token.start() - entry.lead
                end = token.end() if entry.single else self._end(text, start, entry.parts)
                if start >= done and end > 0:
                    yield _Word(start, end)
                    done = end
                    break

    def _end(self, text: str, start: int, parts: tuple[str, ...]) -> int:
        """Return where an entry ends that begins at ``start``; -1 if it does not stand there."""
        if start < 0:
            return -1
        end = start
        for number, part in enumerate(parts):
            if number:
                white = _WHITE.match(text, end)
                if white is None:
                    return -1
                end = white.end()
            if self._fold(text[end : end + len(part)]) != part:
                return -1
            end += len(part)
        return end if self._boundary.match(text, end) else -1


_WHITE = re.compile(r"\s+")

_REFERENCE = re.compile(r"\\(?:(?P<number>[1-9]\d?)|g<(?P<name>[^<>]*)>|(?P<sign>.)|\Z)", re.DOTALL)
_SIGNS = {"\\": "\\", "n": "\n", "t": "\t"}

Part = str | int
"""A piece of a replacement: text, or the number of a group."""


def read_replacement(replacement: str, matcher: Matcher) -> list[Part]:
    r"""Return the pieces of a replacement.

    ``\1`` and ``\g<1>`` are groups, ``\g<name>`` is one with a name, ``\g<0>`` the whole match;
    ``\\``, ``\n`` and ``\t`` are what they are in Python.

    Raises:
        PatternError: there is no such group, or a backslash means nothing.
    """
    parts: list[Part] = []
    done = 0
    for found in _REFERENCE.finditer(replacement):
        parts += (replacement[done : found.start()], _part(found, matcher))
        done = found.end()
    parts.append(replacement[done:])
    return [part for part in parts if part != ""]


def _part(found: re.Match[str], matcher: Matcher) -> Part:
    if found["sign"] in _SIGNS:
        return _SIGNS[found["sign"]]
    named = found["number"] or found["name"] or ""
    number = int(named) if named.isdecimal() else matcher.names.get(named, -1)
    if not 0 <= number <= matcher.groups:
        raise PatternError(
            f"has {found[0]} at position {found.start() + 1}, but there are {matcher.groups} groups"
            f"{''.join(f', {name}' for name in matcher.names)}; the whole match is \\g<0>, a "
            "backslash \\\\"
        )
    return number


def expand(parts: Sequence[Part], text: str, match: Match) -> str | None:
    """Return what is to stand in the place of a match; None if that is far too long."""
    spans = [match.span(part) if isinstance(part, int) else None for part in parts]
    if sum(span[1] - span[0] for span in spans if span) > _LONGEST_REPLACEMENT:
        return None
    pieces = (
        text[span[0] : span[1]] if span else part for span, part in zip(spans, parts, strict=True)
    )
    return "".join(map(str, pieces))


def unexcused(
    text: str, matcher: Matcher, excuse: Matcher | None, limit: TimeLimit
) -> Iterator[Match]:
    """Yield the matches that overlap no match of ``excuse``; raises as `Matcher.find`."""
    excuses = excuse.find(text, limit) if excuse else iter(())
    first, last = 0, 0
    for match in matcher.find(text, limit):
        start, end = match.span()
        while last <= start:
            found = next(excuses, None)
            first, last = found.span() if found else _NOWHERE
        if first >= end:
            yield match


_NOWHERE = sys.maxsize, sys.maxsize


def never_settles(parts: Sequence[Part], matcher: Matcher, excuse: Matcher | None) -> bool:
    """Tell whether what a replacement writes is certainly found, and replaced, once more."""
    if any(isinstance(part, int) for part in parts):
        return False  # only a page can tell
    written = "".join(map(str, parts))
    try:
        for match in unexcused(written, matcher, excuse, TimeLimit(_PROBE_SECONDS)):
            start, end = match.span()
            if written[start:end] != written:
                return True
    except (TimeoutError, EmptyMatchError, MemoryError):
        pass
    return False
