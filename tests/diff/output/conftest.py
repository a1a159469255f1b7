"""Comparisons made by hand, so that what is shown does not depend on how it was found."""

import re
from collections.abc import Callable, Sequence

import pytest

from homs_wiki.diff.changes import Change
from homs_wiki.diff.comparison import Comparison
from homs_wiki.diff.output import ComparedFile, make_format
from homs_wiki.diff.text import Move, Row, RowKind, TextDiff, WordChange
from homs_wiki.page import read_text
from homs_wiki.profile import load_profile
from homs_wiki.source import SourceFile, Span

_MARK = re.compile(r"\[-(?P<old>.*?)-\](?:\{\+(?P<also>.*?)\+\})?|\{\+(?P<new>.*?)\+\}", re.DOTALL)


def side(text: str, *, new: bool) -> str:
    """Return one side of a text with changes marked as ``[-old-]{+new+}``."""
    names = ("also", "new") if new else ("old",)
    return _MARK.sub(lambda match: "".join(match[name] or "" for name in names), text)


def _words(text: str, old: int, new: int) -> list[WordChange]:
    changes = []
    done = 0
    for match in _MARK.finditer(text):
        old += match.start() - done
        new += match.start() - done
        done = match.end()
        removed, added = match["old"] or "", match["also"] or match["new"] or ""
        changes.append(WordChange(Span(old, old + len(removed)), Span(new, new + len(added))))
        old += len(removed)
        new += len(added)
    return changes


def diff_of(*rows: tuple[str, str]) -> TextDiff:
    """Return a comparison from rows: a sign (``= ~ - +``, ``<1`` gone, ``>1`` come) and text."""
    old = new = ""
    made: list[Row] = []
    moves: dict[str, Move] = {}
    kinds = {"=": RowKind.EQUAL, "~": RowKind.CHANGED, "-": RowKind.REMOVED, "+": RowKind.ADDED}
    for sign, marked in rows:
        kind = kinds.get(sign) or (RowKind.REMOVED if sign[0] == "<" else RowKind.ADDED)
        before = "" if kind is RowKind.ADDED else side(marked, new=False)
        after = "" if kind is RowKind.REMOVED else side(marked, new=True)
        places = Span(len(old), len(old) + len(before)), Span(len(new), len(new) + len(after))
        words = _words(marked, len(old), len(new)) if kind is RowKind.CHANGED else []
        move = None
        if sign[0] in "<>":
            number = sign[1:]
            move = moves.setdefault(number, Move(int(number), Span(0, 0), Span(0, 0), []))
            if kind is RowKind.REMOVED:
                move.old = places[0]
            else:
                move.new = places[1]
                move.words = [_shifted(word, move) for word in _words(marked, 0, 0)]
        old += before
        new += after
        made.append(Row(kind, *places, words, move))
    return TextDiff(old, new, made)


def _shifted(word: WordChange, move: Move) -> WordChange:
    old, new = move.old.start, move.new.start
    return WordChange(
        Span(word.old.start + old, word.old.end + old),
        Span(word.new.start + new, word.new.end + new),
    )


Compared = Callable[..., ComparedFile]
Shown = Callable[..., str]


@pytest.fixture
def made() -> Compared:
    """Return a function: rows of a comparison made by hand, and what else is given of the file.

    A moved block must be gone before it comes.
    """

    def make(
        *rows: tuple[str, str],
        changes: Sequence[Change] = (),
        wiki: str = "en.wikipedia",
        old_name: str = "page.wiki",
        new_name: str = "page.wiki",
        labels: tuple[str, str] = ("", ""),
    ) -> ComparedFile:
        diff = diff_of(*rows)
        profile = load_profile(wiki)
        comparison = Comparison(read_text(diff.old, profile), read_text(diff.new, profile))
        vars(comparison).update(text=diff, changes=list(changes))
        old, new = (SourceFile("page", text.encode()) for text in (diff.old, diff.new))
        return ComparedFile(old_name, new_name, old, new, comparison, *labels)

    return make


@pytest.fixture
def compared() -> Compared:
    """Return a function: the bytes of both sides (None: there is none) to a real comparison."""

    def make(
        old: bytes | None,
        new: bytes | None,
        old_name: str = "page.wiki",
        new_name: str = "page.wiki",
        wiki: str = "en.wikipedia",
    ) -> ComparedFile:
        profile = load_profile(wiki)
        before, after = (data if data is None else SourceFile("page", data) for data in (old, new))
        was, now = (
            None if source is None else read_text(source.text, profile)
            for source in (before, after)
        )
        return ComparedFile(old_name, new_name, before, after, Comparison(was, now))

    return make


@pytest.fixture
def shown() -> Shown:
    """Return a function: the name of a format, files, and options to what is written."""

    def show(
        name: str, *files: ComparedFile, colour: bool = False, context: int | None = None
    ) -> str:
        form = make_format(name, colour=colour, context=context)
        pieces = [form.start()]
        for file in files:
            pieces += form.file(file)
        return "".join((*pieces, form.finish()))

    return show
