"""The reader of dates with which a wiki's citations are judged, for others who look at them."""

from homs_wiki.page.citations.judging.date_forms import DateReader
from homs_wiki.page.citations.judging.dates import reader_of
from homs_wiki.profile import Profile
from homs_wiki.profile.citation_module import citation_module


def date_reader(profile: Profile) -> DateReader | None:
    """Return what reads the dates of a wiki's citations; None if it has no module for them.

    It is the one that the judgement uses, so what stands in a judged citation is read already.
    """
    module = citation_module(profile)
    return None if module is None else reader_of(module)
