"""Words by which a story tells where in time it is: ``data/dates/story/*.toml``.

Apart from the words beside dates (``profile.date_words``): these say whether something still goes
on or is over, that a story looks back, or that it tells what comes again every year.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from homs_wiki.profile.tables import read_file_of, refuse_unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FOLDER: Final = "dates/story"


class StateWords(NamedTuple):
    """Words that say whether an event goes on or is over; ``{noun}`` stands for any of ``nouns``.

    Attributes:
        until_now: what ends a range that goes on (``2011–present``).
        ongoing: what begins a field, or stands in a category's name, of what goes on.
        going_on: what says in a lead's first sentence that its subject goes on.
        not_before: words that, before one of these, make another thing its subject.
        not_behind: words that, behind one of these, make it mean something else.
        nouns: kinds of events.
        over: what says that the event is over.
        over_not_after: words before one of these that bring in another time or event.
        over_only_after: the only words that may stand before one of these in its clause; None
            where any may.
        over_not_before: beginnings of words behind one of these that make it another event.
    """

    until_now: tuple[str, ...] = ()
    ongoing: tuple[str, ...] = ()
    going_on: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_behind: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    over_not_after: tuple[str, ...] = ()
    over_only_after: tuple[str, ...] | None = None
    over_not_before: tuple[str, ...] = ()


class NarrativeWords(NamedTuple):
    """Words of a story told in order of time.

    Attributes:
        retrospect: what says, or may say, that a sentence leaves the order of time.
        yearly: what says that a day is one of every year, or of a year told before.
        began: verbs for the beginning of an event.
        ended: verbs for its end.
        lasted: verbs for all of it.
        itself: what names the page's own event at the beginning of a sentence; ``{noun}`` stands
            for any of ``StateWords.nouns``.
        verb_behind: these verbs stand behind the date (``5 دسمبر کو شروع ہوئی``), not before it.
        joiners: what may stand between "two days later" and the date that says the same.
        vague: words that, before "two days later", make it no exact number.
        of: words before "the second day" that make it a day of something.
        of_another: an expression for what brings another event into a sentence with a date.
        of_another_before: that stands before the date.
        named_after_days: events that are named after the day of the year (“May 4 protests”).
        as_of: an expression for what says, before a date, that something is so as of it.
        as_of_ends: that ends in one of these: most dates have none of them before them.
        as_of_behind: an expression for what says so behind a date.
        as_of_behind_begins: that begins with one of these.
        past: an expression for what tells that something is over.
        not_past: an expression for what may tell of plans, terms, stories or conditions.
    """

    retrospect: tuple[str, ...] = ()
    yearly: tuple[str, ...] = ()
    began: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()
    lasted: tuple[str, ...] = ()
    itself: tuple[str, ...] = ()
    verb_behind: bool = False
    joiners: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    of_another: str = ""
    of_another_before: bool = False
    named_after_days: tuple[str, ...] = ()
    as_of: str = ""
    as_of_ends: tuple[str, ...] = ()
    as_of_behind: str = ""
    as_of_behind_begins: tuple[str, ...] = ()
    past: str = ""
    not_past: str = ""


class StoryWords(NamedTuple):
    """The words of one language; empty where we have no file for it."""

    language: str
    state: StateWords = StateWords()
    narrative: NarrativeWords = NarrativeWords()


@cache
def load_story_words(language: str) -> StoryWords:
    """Give the words of a language by its code; none where we have no file for it.

    Raises:
        ProfileError: a file is not TOML, or has a key that nothing reads: a mistake of ours.
    """
    table = read_file_of(_FOLDER, language)
    if table is None:
        return StoryWords(language)
    name = f"{_FOLDER}/{language}.toml"
    refuse_unknown(table, ("state", "narrative"), name)
    return StoryWords(
        language,
        StateWords(**_values(table.get("state", {}), StateWords._fields, name)),
        NarrativeWords(**_values(table.get("narrative", {}), NarrativeWords._fields, name)),
    )


def _values(table: Mapping[str, Any], known: Iterable[str], name: str) -> dict[str, Any]:
    """Give lists as tuples."""
    refuse_unknown(table, known, name)
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
