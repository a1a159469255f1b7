"""What Module:Citation/CS1 of a wiki expects of values: words, languages, placeholders, limits.

``data/citations/module/*.toml`` holds the tables of the module by topic; each is read when it is
first wanted; keys that end in ``_2025`` hold what is different in that edition. Which edition a
wiki has, and where it differs, says ``[module]`` in ``data/citations/<wiki>.toml``; a wiki without
that table does not have the module. Who needs another edition says so behind the name of the wiki
(`Profile.citation_edition`). The names of parameters are in
:mod:`homs_wiki.profile.citation_names`.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property

from homs_wiki.profile.citation_names import LATIN_NAMES, ModuleNames
from homs_wiki.profile.citations import ModuleSettings, module_settings
from homs_wiki.profile.profile import Profile
from homs_wiki.profile.tables import read_table
from homs_wiki.source.patterns import compiled
from homs_wiki.source.table import Table


class Placeholders:
    """What stands in titles or names when nobody has written one.

    Attributes:
        archived: titles of archived copies in lower case.
    """

    def __init__(
        self,
        phrases: Iterable[str],
        patterns: Iterable[str],
        archived: Iterable[str],
        hints: tuple[str, ...],
    ) -> None:
        self.archived = frozenset(archived)
        self._hints = hints
        self._phrases = "|".join(map(re.escape, phrases))
        self._patterns = "|".join(patterns)

    def in_lower(self, text: str) -> bool:
        """Tell whether one stands in a text in lower case."""
        return self._phrase.search(text) is not None

    def in_written(self, text: str, lower: str) -> bool:
        """Tell whether one stands in a text as written; ``lower`` is the same in lower case."""
        if self._hints and not any(hint in lower for hint in self._hints):
            return False
        return self._pattern.search(text) is not None

    @cached_property
    def _phrase(self) -> "re.Pattern[str]":
        return compiled(self._phrases)

    @cached_property
    def _pattern(self) -> "re.Pattern[str]":
        return compiled(self._patterns)


class Languages:
    """Languages, and what else goes by languages; all in lower case.

    Attributes:
        known: names and tags.
        prefixes: of links to Wikipedias in other languages.
        scripts: codes that parameters with text in another script begin with.
    """

    def __init__(
        self, known: frozenset[str], prefixes: frozenset[str], scripts: frozenset[str]
    ) -> None:
        self.known = known
        self.prefixes = prefixes
        self.scripts = scripts


class CitationModule:
    """The module of one wiki.

    Args:
        profile: the wiki.
        settings: which module it has.

    Attributes:
        edition: one of `homs_wiki.profile.citations.EDITIONS`.
        is_newer: whether it has what came after the edition of 2022.
        is_english: messages, month names and parameters are the English ones; elsewhere there
            may be words of the wiki's own that are not known here.
        has_latin_names: the wiki's own words are in Latin letters.
        names: what the names of parameters mean.
        digits: sets of ten digits that the module reads in dates besides 0–9.
        switches: texts without a name with which a template is none of the module.
        stock_dates: no other forms of dates are accepted than those of the stock module.
        limits: identifier → the highest number that can have been given so far.
        keywords: parameter → the only words it takes.
        asin_domains: top-level domains of Amazon.
        free_registrants: codes of those all of whose DOIs lead to what can be read freely.
        free_beginnings: code of a registrant → beginnings of what stands behind the slash in
            those of its DOIs of which that holds.
    """

    def __init__(self, profile: Profile, settings: ModuleSettings) -> None:
        self.profile = profile
        self.is_english = profile.language == "en"
        self.has_latin_names = profile.language in LATIN_NAMES
        self.edition = profile.citation_edition or settings.edition
        self.is_newer = self.edition > "2022"
        self.stock_dates = settings.stock_dates or self.is_english
        self.digits = _digit_sets(settings.digits)
        self.switches = frozenset(settings.switches)
        self.names = ModuleNames(profile, is_newer=self.is_newer)
        table = read_table("citations/module/values")
        limits = table.text("limits")
        newer = table.text("limits_2025")
        lines = f"{limits}{newer if self.is_newer else ''}".splitlines()
        self.limits: Mapping[str, int] = {
            name: int(limit) for name, limit in (line.split() for line in lines if line)
        } | settings.limits
        self.keywords: Mapping[str, frozenset[str]] = {
            name: frozenset(words) for name, words in table.lists("keywords").items()
        }
        self.asin_domains = frozenset(table.text("asin_domains").split())
        free, partly = table.text("free_registrants_2025"), table.lists("free_beginnings_2025")
        documents = table.texts("documents_2025")
        self.free_registrants = frozenset(free.split() if self.is_newer else ())
        self.free_beginnings: Mapping[str, tuple[str, ...]] = partly if self.is_newer else {}
        self._documents = frozenset(map(profile.template_key, documents if self.is_newer else ()))
        self.titles = self._placeholders(table, "titles")
        self.person_names = self._placeholders(table, "names")
        table.close()

    def kind(self, template: str) -> str | None:
        """Return the class that the module gives a template; None if it is no citation.

        It is that of the profile, but that templates of documents have one of their own in newer
        editions.
        """
        if self.profile.template_key(template) in self._documents:
            return "document"
        return self.profile.citation_kind(template)

    def _placeholders(self, values: Table, topic: str) -> Placeholders:
        table = values.table(topic)
        phrases, patterns = table.texts("phrases"), table.texts("patterns")
        newer = table.texts("phrases_2025"), table.texts("patterns_2025")
        hints, newer_hints = table.texts("hints"), table.texts("hints_2025")
        if self.is_newer:
            phrases, patterns = phrases + newer[0], patterns + newer[1]
            hints += newer_hints
        archived = table.texts("archived", ())
        read = Placeholders(phrases, patterns, archived, hints)
        table.close()
        return read

    @cached_property
    def languages(self) -> Languages:
        """The languages it knows."""
        return _languages(self.is_newer)


def _digit_sets(names: tuple[str, ...]) -> tuple[str, ...]:
    if not names:
        return ()
    from homs_wiki.profile.dates import DIGIT_SETS

    return tuple(DIGIT_SETS[name] for name in names)


@cache
def _languages(is_newer: bool) -> Languages:
    table = read_table("citations/module/languages")
    known: set[str] = set()
    for line in (table.text("languages") + table.text("tags")).splitlines():
        known.update(line.lower().split(" ", 1))
    for line in table.text("names").splitlines():
        known.update(line.lower().split(" = ", 1))
    known.discard("")
    scripts, newer = table.text("scripts").split(), table.text("scripts_2025").split()
    read = Languages(
        frozenset(known),
        frozenset(table.text("prefixes").split()),
        frozenset(scripts + newer if is_newer else scripts),
    )
    table.close()
    return read


@cache
def citation_module(profile: Profile) -> CitationModule | None:
    """Return what the module of a wiki knows; None if the wiki doesn't have the module.

    Its edition is that of the profile, if one was asked for.
    """
    settings = module_settings(profile.name)
    return None if settings is None else CitationModule(profile, settings)
