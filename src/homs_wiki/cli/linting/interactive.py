"""Asking before each fix: ``lint --interactive``.

For each finding that has a fix, the place is shown before and after, each on a line of its own
that keeps its own direction, so that it can be read from right to left. One key answers.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from contextlib import suppress
from functools import partial
from select import select
from typing import TYPE_CHECKING, NamedTuple, Protocol

import click

from homs_wiki.cli.console import shows_colour
from homs_wiki.lint.fixes import MOST_ROUNDS, FixDefectError, Mended, choose, edits_of, reach
from homs_wiki.lint.output.words import say
from homs_wiki.source import LineIndex, apply_edits
from homs_wiki.source.visible import (
    FIRST_STRONG_ISOLATE,
    POP_DIRECTIONAL_ISOLATE,
    directed,
    isolated,
    isolated_if_needed,
    visible,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.fixes import Fixer
    from homs_wiki.page import Page
    from homs_wiki.source import Edit

YES, NO, ALL, QUIT = "y", "n", "a", "q"

_AROUND = 40  # code points that are shown on each side of a change
_LONGEST = 80  # of a change that is shown whole
_RESET, _BOLD, _OLD, _NEW = "\x1b[0m", "\x1b[1m", "\x1b[31m", "\x1b[32m"


class Dialogue(Protocol):
    """Somebody who is shown something, and answers."""

    def say(self, text: str) -> None:
        """Show lines."""
        ...

    def ask(self, question: str) -> str:
        """Return one key; empty if no more will come."""
        ...

    @property
    def colour(self) -> bool:
        """Whether ANSI colours are shown."""
        ...


class Terminal:
    """The user's terminal: questions go to standard error, keys come from standard input.

    It hands over each key as it is pressed until the command ends; then it is as it was.

    Raises:
        click.UsageError: standard input is no terminal.
    """

    def __init__(self) -> None:
        if sys.stdin is None or not sys.stdin.isatty():
            raise click.UsageError(
                "--interactive asks on a terminal, and standard input is none; use --fix or --diff"
            )
        self.colour = shows_colour(sys.stderr)
        self._key: Callable[[], str] = _first_of_line
        with suppress(ImportError):
            self._hand_over_keys()

    def _hand_over_keys(self) -> None:
        import termios  # not on every system
        import tty

        handle = sys.stdin.fileno()
        before = termios.tcgetattr(handle)
        context = click.get_current_context()
        context.call_on_close(lambda: termios.tcsetattr(handle, termios.TCSADRAIN, before))
        tty.setcbreak(handle, termios.TCSADRAIN)
        self._key = partial(_read_key, handle)

    def say(self, text: str) -> None:
        """Show lines."""
        sys.stdout.flush()
        if os.environ.get("TERM") != "dumb":
            sys.stderr.write("\r\x1b[K")  # there may be a line of progress
        sys.stderr.write(text)
        sys.stderr.flush()

    def ask(self, question: str) -> str:
        """Return the key that is pressed, or the first character of a line; empty at the end."""
        self.say(question)
        key = self._key()
        sys.stderr.write(f"{visible(key)}\n")
        return key


def _first_of_line() -> str:
    """Return the first character of a line that has one, empty at the end."""
    while line := sys.stdin.readline():
        if line.strip():
            return line.strip()[0]
    return ""


_END = b"\x04"  # Ctrl-D
_ESCAPE = b"\x1b"
_AT_ONCE = 0.05  # seconds within which a terminal sends all of an arrow or function key


def _read_key(handle: int) -> str:
    """Return the next key that is not white space; empty if no more will come."""
    key = b""
    while True:
        byte = os.read(handle, 1)
        if byte in (b"", _END):
            return ""
        if byte == _ESCAPE:
            while select([handle], [], [], _AT_ONCE)[0] and os.read(handle, 1):
                pass  # an “A” in the code of an arrow is no answer
            return _ESCAPE.decode()
        key += byte
        with suppress(UnicodeDecodeError):  # there is more to come of this character
            if key.decode().strip():
                return key.decode()
            key = b""
        if len(key) > 3:
            key = b""


class _Place(NamedTuple):
    """A finding that shall not be fixed: its rule and where its fix would reach."""

    rule: str
    start: int
    end: int


class Interview:
    """Asks about the fixes of one file after the other, until the user has enough of it."""

    def __init__(self, dialogue: Dialogue) -> None:
        self._dialogue = dialogue
        self._agreed: set[str] = set()
        self._quit = False

    def settle(self, name: str, fixer: Fixer, page: Page, findings: Sequence[Finding]) -> Mended:
        """Fix what the user agrees to, and return what came of it.

        Args:
            name: what the file is called.
            fixer: makes the fixes.
            page: the page.
            findings: what is found on it.
        """
        state = _State(fixer, Mended(page, findings, [], [], []))
        while not self._quit and (finding := state.next(self._agreed)):
            is_agreed = finding.rule in self._agreed
            answer = ALL if is_agreed else self._ask(name, state.mended, finding)
            if answer == YES:
                state.make([finding])
            elif answer == ALL:
                self._agreed.add(finding.rule)
                state.make_all(finding.rule)
            elif answer == NO:
                state.decline(finding)
            else:
                self._quit = True
            self._tell_defects(state)
        return state.mended

    def _tell_defects(self, state: _State) -> None:
        for defect in state.new_defects():
            wrong = say(
                "This fix would have gone wrong, and was not made: {why}", why=isolated(str(defect))
            )
            self._dialogue.say(f"{directed(wrong)}\n")

    def _ask(self, name: str, mended: Mended, finding: Finding) -> str:
        shown = _shown(name, mended.page.text, finding, self._dialogue.colour)
        self._dialogue.say("".join(shown))
        question = f"{directed(say('Make it?'))} [y/n/a/q/?] "
        while True:
            key = self._dialogue.ask(question).lower()
            if key in ("", YES, NO, ALL, QUIT):
                return key or QUIT
            self._dialogue.say(_help())


def _help() -> str:
    meanings = {
        YES: say("make this fix"),
        NO: say("leave this place as it is"),
        ALL: say("make this fix and all others of this rule, in this file and those to come"),
        QUIT: say("make no more fixes, in this file or another; those made so far are kept"),
    }
    return "".join(f"{key}  {directed(meaning)}\n" for key, meaning in meanings.items())


class _State:
    """How far one file has come."""

    def __init__(self, fixer: Fixer, mended: Mended) -> None:
        self._fixer = fixer
        self.mended = mended
        self._declined: set[_Place] = set()
        self._rounds: Counter[str] = Counter()  # how often all fixes of a rule were made
        self._refused: set[str] = set()
        self._told = 0

    def next(self, agreed: Collection[str]) -> Finding | None:
        """Return the first finding whose fix is neither made nor declined; None if there is none.

        Those of the rules that the user ``agreed`` to wholesale come first.
        """
        open_ones = self._open()
        first = [finding for finding in open_ones if finding.rule in agreed]
        return min(first or open_ones, key=reach, default=None)

    def _open(self) -> list[Finding]:
        findings = (each for each in self.mended.findings if each.rule not in self._refused)
        possible = self._fixer.possible(self.mended.page, findings)
        return [each for each in possible if _place(each) not in self._declined]

    def decline(self, finding: Finding) -> None:
        """Do not ask for this again."""
        self._declined.add(_place(finding))

    def make_all(self, rule: str) -> None:
        """Make all fixes of a rule that can be made at once; others are left for later."""
        self._rounds[rule] += 1
        if self._rounds[rule] > MOST_ROUNDS:
            self._refuse(FixDefectError(rule, "it always finds something more to fix"))
            return
        self.make(choose((each for each in self._open() if each.rule == rule), unsafe=True))

    def make(self, findings: list[Finding]) -> None:
        """Make fixes that do not touch each other."""
        page, _, rounds, made, _ = self.mended
        try:
            after = self._fixer.make(page, findings)
        except FixDefectError as defect:
            self._refuse(defect)
            return
        edits = edits_of(findings)
        rounds.append(edits)
        made.extend(findings)
        self._declined = {place for each in self._declined for place in _moved(each, edits)}
        self.mended = self.mended._replace(page=after, findings=self._fixer.check(after))

    def _refuse(self, defect: FixDefectError) -> None:
        self._refused.add(defect.rule)
        self.mended.defects.append(defect)

    def new_defects(self) -> list[FixDefectError]:
        """Return the fixes that went wrong since this was asked last."""
        new = self.mended.defects[self._told :]
        self._told += len(new)
        return new


def _place(finding: Finding) -> _Place:
    return _Place(finding.rule, *reach(finding))


def _moved(place: _Place, edits: Sequence[Edit]) -> Iterator[_Place]:
    """Yield where a place is after some edits, if none of them touches it."""
    shift = 0
    for start, end, text in edits:
        if end < place.start:
            shift += len(text) - (end - start)
        elif start <= place.end:
            return
    yield _Place(place.rule, place.start + shift, place.end + shift)


def _shown(name: str, text: str, finding: Finding, colour: bool) -> Iterator[str]:
    """Yield the lines that say what is wrong, and what the fix makes of it."""
    line, column = LineIndex(text).position(finding.start)
    place = f"{isolated_if_needed(name)}:{line}:{column}:"
    place = f"{_BOLD}{place}{_RESET}" if colour else place
    yield f"\n{place} {finding.rule}  {finding.message_with(isolated)}\n"
    for edits in _groups(finding):
        before, after = _excerpt(text, edits)
        yield _side("-", before, _OLD if colour else "")
        yield _side("+", after, _NEW if colour else "")
    if finding.fix:
        yield f"{directed(finding.fix.order(isolated))}\n"
        if not finding.fix.safe:
            yield f"{directed(say('Look twice: it may change what the page says.'))}\n"


def _groups(finding: Finding) -> list[list[Edit]]:
    """Return the edits to be shown together: all of them if they stand near to each other."""
    edits = sorted(edits_of([finding]))
    start, end = reach(finding)
    return [edits] if end - start <= _LONGEST else [[edit] for edit in edits]


class _Excerpt(NamedTuple):
    """A change with what stands around it."""

    before: str
    change: str
    behind: str


def _excerpt(text: str, edits: Sequence[Edit]) -> tuple[_Excerpt, _Excerpt]:
    start, end = edits[0].start, edits[-1].end
    left = max(start - _AROUND, text.rfind("\n", 0, start) + 1)
    line_end = text.find("\n", end)
    right = min(end + _AROUND, line_end if line_end >= 0 else len(text))
    before = f"{'…' * (left > 0 and text[left - 1] != chr(10))}{text[left:start]}"
    behind = f"{text[end:right]}{'…' * (right < len(text) and text[right] != chr(10))}"
    moved = [(edit.start - start, edit.end - start, edit.text) for edit in edits]
    new = apply_edits(text[start:end], (type(edits[0])(*edit) for edit in moved))
    return _Excerpt(before, text[start:end], behind), _Excerpt(before, new, behind)


def _side(sign: str, excerpt: _Excerpt, style: str) -> str:
    change = visible(_cut(excerpt.change))
    marked = f"{style}{change}{_RESET}" if style and change else f"⟦{change}⟧"
    line = f"{visible(excerpt.before)}{marked}{visible(excerpt.behind)}"
    return f"  {sign} {FIRST_STRONG_ISOLATE}{line}{POP_DIRECTIONAL_ISOLATE}\n"


def _cut(text: str) -> str:
    half = _LONGEST
    return text if len(text) <= 2 * half else f"{text[:half]}…{text[-half:]}"
