"""Judging citations as Module:Citation/CS1 does.

`judge` gives every error and maintenance note that the module has for a citation template, from
its wikitext alone. Values that a template makes are not judged, but count as given.
"""

from homs_wiki.page.citations.judging.condition import Condition
from homs_wiki.page.citations.judging.judging import judge, judge_with, today
from homs_wiki.page.citations.judging.people import without_etal

__all__ = ["Condition", "judge", "judge_with", "today", "without_etal"]
