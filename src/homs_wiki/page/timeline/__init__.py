"""The story that a page tells, in order of time.

``read_timeline`` puts every dated sentence of a page on one line of days: dates of all calendars,
what is left unsaid in a date resolved where the context allows one reading only, with the sources
that the sentence cites and when those were published, and the places that cannot both be true.
"""

from .contradictions import Contradiction
from .sources import Source
from .statements import Statement
from .timeline import Timeline, read_timeline
from .when import When, place

__all__ = [
    "Contradiction",
    "Source",
    "Statement",
    "Timeline",
    "When",
    "place",
    "read_timeline",
]
