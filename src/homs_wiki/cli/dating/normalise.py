"""Writes all dates of a file in one form, and says what was changed and what was left alone."""

from __future__ import annotations

import sys
from collections import Counter
from itertools import takewhile
from operator import eq
from typing import TYPE_CHECKING

from homs_wiki.cli.dating.plan import plan
from homs_wiki.cli.inputs import STDIN
from homs_wiki.cli.patching import replace, show_patch, write_bytes
from homs_wiki.cli.tables import Column, show
from homs_wiki.page.dates.declared import declared_order
from homs_wiki.source import HomsWikiError, LineIndex, SourceFile

if TYPE_CHECKING:
    from pathlib import Path

    from homs_wiki.cli.dating.plan import Step
    from homs_wiki.cli.reading import ReadPage
    from homs_wiki.cli.tables import Row
    from homs_wiki.page import Page

_COLUMNS = (
    Column("line", "Line", numeric=True),
    Column("text", "As written"),
    Column("new", "Now"),
    Column("role", "Where"),
    Column("name", "Field"),
    Column("reason", "Left alone, because"),
)
_MOST_DOUBTS = 50
_NEIGHBOUR = "it would be read otherwise beside the next date"


class ChangedDatesError(HomsWikiError):
    """What was written would say something else than before: a mistake of ours."""


def normalise(
    this: ReadPage, path: Path, target: str, format_name: str, *, diff: bool, unsafe: bool
) -> None:
    """Write the dates of a file in one form, or show what that would change.

    Args:
        this: the page as it is.
        path: its file; ``-`` for standard input, whose text then goes to standard output.
        target: ``dmy``, ``mdy``, ``iso`` or ``house``.
        format_name: in which format the changes are listed.
        diff: whether a patch is shown and nothing written.
        unsafe: whether dates are rewritten though something around them has to be looked at.

    Raises:
        UnwritableError: the file cannot be written.
        ChangedMeanwhileError: somebody else wrote it meanwhile.
        ChangedDatesError: the dates would not say the same.
    """
    from homs_wiki.lint.exclusion import edit_allowed

    refusal = edit_allowed(this.page)
    steps = [] if refusal else plan(this.page, target, unsafe=unsafe)
    source = this.source
    steps, changed, page = prove(this, steps)
    made = sum(bool(step.edits) for step in steps)
    if diff:
        show_patch(source, this.page, changed, page)
    elif path == STDIN:
        write_bytes(changed.edited([]))
    else:
        if made:
            consequence = "none of its dates was rewritten"
            replace(path, changed.edited([]), source.edited([]), consequence)
        rows = [_row(this, step) for step in steps]
        nothing = "nothing is rewritten" if refusal else "every date is written so"
        show(format_name, "changes", source.name, rows, _COLUMNS, nothing)
    sys.stdout.flush()
    if refusal:
        line = LineIndex(source.text).position(refusal.span.start).line
        sys.stderr.write(f"{source.name}:{line}: nothing is rewritten: {refusal.reason}\n")
        return
    declared = declared_order(this.page.document)
    if declared is not None and target in ("dmy", "mdy") and declared != target:
        said = f"the article declares {declared} dates, and is left to declare them"
        sys.stderr.write(f"{source.name}: {said}\n")
    if steps:
        would = "Would rewrite" if diff else "Rewrote"
        sys.stderr.write(f"{would} {made} of {len(steps)} dates in another form\n")
    if diff or path == STDIN:  # which show no table of reasons
        for reason, count in Counter(step.reason for step in steps if step.reason).most_common():
            sys.stderr.write(f"Left alone: {count}, because {reason}\n")


def prove(this: ReadPage, steps: list[Step]) -> tuple[list[Step], SourceFile, Page]:
    """Give the file and the page with all steps made whose dates then say the same as before.

    Each was read again where it stands, but not with its neighbours in their new form: those that
    would be read with each other otherwise are left alone.

    Raises:
        ChangedDatesError: they do not, and it is not clear why.
    """
    source = this.source
    before = [each.date for each in this.page.dates]
    for _ in range(_MOST_DOUBTS):
        edits = [edit for step in steps for edit in step.edits]
        changed = SourceFile(source.name, source.edited(edits))
        page = _read(this.page, changed.text) if edits else this.page
        after = [each.date for each in page.dates]
        if after == before:
            return steps, changed, page
        same = sum(takewhile(bool, map(eq, before, after)))
        around = this.page.dates[max(0, same - 1) : same + 2]
        start, end = around[0].start, around[-1].span.end
        steps = [
            step._replace(edits=(), reason=_NEIGHBOUR)
            if step.edits and start <= step.start <= end
            else step
            for step in steps
        ]
    raise ChangedDatesError(f"{source.name}: the dates would say something else; left as it is")


def _read(before: Page, text: str) -> Page:
    """Read the page with another text."""
    from homs_wiki import page, syntax

    return page.read(syntax.parse(text, before.profile), before.title)


def _row(this: ReadPage, step: Step) -> Row:
    return {
        "text": step.text,
        "new": step.new,
        "role": step.role,
        "name": step.name,
        "changed": bool(step.edits),
        "reason": step.reason,
        **this.place(step.start, step.end),
    }
