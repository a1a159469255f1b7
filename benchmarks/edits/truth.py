"""What an edit is known to have changed, and how a comparison has to report it."""

from typing import NamedTuple

from homs_wiki.source import Edit, Span


class Truth(NamedTuple):
    """One thing that an edit did.

    Attributes:
        what: a key of `REPORTED_AS`.
        old: where it was on the old page, an empty span at its place if it was not; None if that
            is not known.
        new: the same of the new page.
        subject: what it is about, as in a change; empty if that does not matter.
        before: a part of the value before; empty if that does not matter.
        after: a part of the value after.
    """

    what: str
    old: Span | None
    new: Span | None
    subject: str = ""
    before: str = ""
    after: str = ""


class Edited(NamedTuple):
    """A page before and after an edit, and all that the edit did.

    Attributes:
        kind: the name of the edit, as an editor would say it.
        old: the wikitext before.
        new: the wikitext after.
        truths: what it did; nothing else did change.
        edits: what makes the new text of the old one.
    """

    kind: str
    old: str
    new: str
    truths: tuple[Truth, ...]
    edits: tuple[Edit, ...] = ()


class Report(NamedTuple):
    """How a truth is to be reported.

    Attributes:
        kinds: the kinds of change that say it, by their stable values.
        required: whether one of them must be reported; else it may be.
        often: whether several changes may say it: each item of a list that was reordered.
        stays: whether the text itself is as it was, but elsewhere or with other white space, so
            that the text view should mark none of it.
    """

    kinds: frozenset[str]
    required: bool = True
    often: bool = False
    stays: bool = False


def _must(*kinds: str) -> Report:
    return Report(frozenset(kinds))


def _elsewhere(*kinds: str, often: bool = False) -> Report:
    return Report(frozenset(kinds), often=often, stays=True)


def _may(*kinds: str, often: bool = False) -> Report:
    return Report(frozenset(kinds), required=False, often=often)


# The one table between what the generator does and what a comparison says.
REPORTED_AS: dict[str, Report] = {
    "word": _must("sentence-changed"),
    "number": _must("number-changed"),
    "date": _must("date-changed"),
    "sentence with reference": _must("sentence-added"),
    "sentence without reference": _must("sentence-added"),
    "sentence removed": _must("sentence-removed"),
    "paragraph moved": _elsewhere("paragraph-moved"),
    "paragraph split": _elsewhere("paragraph-split"),
    "paragraphs joined": _elsewhere("paragraph-joined"),
    "section moved": _elsewhere("section-moved"),
    "section renamed": _must("section-renamed"),
    "section level": _must("section-level-changed"),
    "section added": _must("section-added"),
    "section removed": _must("section-removed"),
    "references reordered": _elsewhere("reference-moved", often=True),
    "list reordered": _elsewhere(
        "reference-moved", "paragraph-moved", "template-moved", often=True
    ),
    "template re-formatted": _elsewhere("template-reformatted"),
    "template replaced": _must("template-replaced"),
    "parameter changed": _must("parameter-changed"),
    "parameter added": _must("parameter-added"),
    "parameter removed": _must("parameter-removed"),
    "reference added": _must("reference-added"),
    "reference removed": _must("reference-removed"),
    "reference renamed": _must("reference-renamed"),
    "reference reused": _must("reference-reused"),
    "reference moved": _must("reference-moved"),
    "field": _must("field-changed"),
    "link retargeted": _must("link-retargeted"),
    "category added": _must("category-added"),
    "category removed": _must("category-removed"),
    "language added": _must("language-link-added"),
    "language removed": _must("language-link-removed"),
    "image added": _must("image-added"),
    "image removed": _must("image-removed"),
    # That nothing but white space changed may be said, and nothing else.
    "white space": _may("white-space-changed", often=True),
    # One change says that a reference has another name, wherever it is used.
    "use renamed": _may(),
    # What comes or goes with what was added or removed as a whole may be named too.
    "reference within, added": _may("reference-added"),
    "reference within, removed": _may("reference-removed"),
}

TOTAL_REPLACEMENT = "total replacement"


def place_of(edits: list[Edit], edit: Edit) -> Span:
    """Return where the text of one of ``edits`` stands when all of them are made."""
    moved = sum(len(each.text) - (each.end - each.start) for each in edits if each < edit)
    start = edit.start + moved
    return Span(start, start + len(edit.text))


def place_after(edits: list[Edit], start: int, end: int) -> Span:
    """Return where ``start`` to ``end``, which no edit begins or ends in, stands after all."""

    def after(offset: int) -> int:
        return offset + sum(
            len(each.text) - (each.end - each.start) for each in edits if each.end <= offset
        )

    return Span(after(start), after(end))
