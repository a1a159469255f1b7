"""How the order of day and month is called in a message."""

from __future__ import annotations

from homs_wiki.lint.finding import Phrase

SHOWN = {"dmy": Phrase("the day before the month"), "mdy": Phrase("the month before the day")}
