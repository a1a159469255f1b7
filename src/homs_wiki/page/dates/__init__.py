"""The dates that a page mentions: what they say, how they are written, and where.

``find_dates`` reads a plain text, ``read_dates`` a page. What a language's dates look like stands
in ``profile/data/dates/``; ``grammar`` makes patterns of it, ``finder`` finds and judges,
``evidence`` tells a year from another number, ``layout`` remembers where the parts of a date
stand, ``reading`` turns it into values.

Imported by those who need them: ``glance`` sorts the dates of a page by what a look at them shows,
which those who look for something seldom ask first; ``standing`` tells where a date stands (in a
table, in somebody else's words), ``verbatim`` what HTML tags mark as such, ``order`` which of day
and month comes first, ``ranges`` what joins the ends of a range, ``coming`` what lies ahead;
``relative`` reads dates told from other dates ("two days later"), ``beside`` what stands beside
dates (days of the week, other calendars, durations); ``declared`` the order that an article
declares; ``rewriting``, ``writing`` and ``wording`` write a date in another form.
"""

from .finder import FoundDate, find_dates
from .reader import PageDate, Role, read_dates
from .templates import StatedDate
from .value import Date, DateForm, Point

__all__ = [
    "Date",
    "DateForm",
    "FoundDate",
    "PageDate",
    "Point",
    "Role",
    "StatedDate",
    "find_dates",
    "read_dates",
]
