"""What Module:Citation/CS1 makes of the names of parameters: known, deprecated, misspelt.

The tables are ``data/citations/module/parameters.toml`` and, if a name is unknown,
``suggestions.toml``. Names of a wiki's own (``data/citations/<wiki>.toml``) count besides.
"""

import re
from functools import cache
from typing import Final, Literal

from homs_wiki.profile.citations import citation_style_1, templates_apart
from homs_wiki.profile.memo import Memo
from homs_wiki.profile.profile import Profile
from homs_wiki.profile.tables import read_table
from homs_wiki.source.patterns import compiled

Status = Literal["valid", "deprecated", "suggested", "unknown", "open", "positional"]

PREPRINTS: Final = frozenset({"arxiv", "biorxiv", "citeseerx", "medrxiv", "ssrn"})
"""Kinds that take few parameters."""

KINDS: Final = PREPRINTS | frozenset(
    {
        "AV-media-notes", "audio-visual", "book", "citation", "conference", "encyclopaedia",
        "episode", "interview", "journal", "magazine", "mailinglist", "map", "news", "newsgroup",
        "podcast", "pressrelease", "report", "serial", "sign", "speech", "techreport", "thesis",
        "web", "document",
    }
)  # fmt: skip
"""Kinds of templates that the module makes."""

# Those of them that came after the edition of 2022.
_NEWER_KINDS: Final = frozenset({"document", "medrxiv"})
_NUMBER: Final = compiled("[0-9]+")
_FIRST: Final = compiled(r"(?<![0-9])1\Z")
LATIN_NAMES: Final = frozenset({"es", "ja", "tr", "zh"})
"""Languages whose wikis have own names in Latin letters, or keep those of older modules."""


class ParameterName:
    """What the module makes of a name in templates of a kind.

    Attributes:
        written: the name.
        status: "valid"; "deprecated"; "suggested", if it is unknown and another is `suggestion`;
            "unknown"; "open", if it may be a name of the wiki's own that is not known here;
            "positional".
        canonical: the parameter, as `Profile.citation_parameter` calls it; empty if nothing is
            read from it.
        english: the module's own name, which differs from `written` in local names.
        rank: of two names of one parameter the one of lower rank counts.
        suggestion: the name that the module suggests.
    """

    __slots__ = ("canonical", "english", "rank", "status", "suggestion", "written")

    def __init__(
        self,
        written: str,
        status: Status,
        canonical: str = "",
        english: str = "",
        rank: int = 0,
        suggestion: str = "",
    ) -> None:
        self.written = written
        self.status = status
        self.canonical = canonical
        self.english = english
        self.rank = rank
        self.suggestion = suggestion


class _Tables:
    """The names of the stock module."""

    def __init__(self, *, is_newer: bool) -> None:
        table = read_table("citations/module/parameters")
        self.common = _words(table.text("common"))
        self.numbered = _words(table.text("common_numbered"))
        self.limited = dict.fromkeys(
            PREPRINTS, (_words(table.text("preprint")), _words(table.text("preprint_numbered")))
        )
        self.deprecated = _words(table.text("deprecated"))
        self.own = _by_kind(table.text("own"))
        self.own_deprecated = _by_kind(table.text("own_deprecated"))
        self.ranks: dict[str, int] = {}
        for key in ("same", "same_numbered"):
            for line in table.text(key).splitlines():
                self.ranks.update((name, rank) for rank, name in enumerate(line.split()))
        gone, new = _words(table.text("gone_2025")), _words(table.text("new_2025"))
        new_numbered, new_own = table.text("new_numbered_2025"), table.text("own_2025")
        document = _words(table.text("document_2025"))
        document_numbered = _words(table.text("document_numbered_2025"))
        table.close()
        if is_newer:
            names, numbered = next(iter(self.limited.values()))
            self.limited = dict.fromkeys(PREPRINTS, (names - gone, numbered))
            self.limited["document"] = (names - gone | document, numbered | document_numbered)
            self.common = (self.common | new) - gone
            self.deprecated -= gone
            self.numbered |= _words(new_numbered)
            for kind, names in _by_kind(new_own).items():
                self.own[kind] = self.own.get(kind, frozenset()) | names
        self.canonical: dict[str, str] = {}
        for name, aliases in citation_style_1().parameters.items():
            self.canonical.update(dict.fromkeys((name, *aliases), name))
        self.all = self.common.union(self.numbered, self.deprecated, *self.own.values())

    def status(self, kind: str, name: str) -> Status | None:
        """Return "valid" or "deprecated"; None for a name that templates of a kind don't take."""
        if "#" in name:
            return None
        names, numbered = self.limited.get(kind, (self.common, self.numbered))
        if any(digit in name for digit in "0123456789") and name not in self.all:
            return "valid" if _NUMBER.sub("#", name) in numbered else None
        if name in names or name in self.own.get(kind, ()):
            return "valid"
        if kind not in self.limited and name in self.deprecated:
            return "deprecated"
        return "deprecated" if name in self.own_deprecated.get(kind, ()) else None

    def meaning(self, name: str) -> tuple[str, int]:
        """Return canonical name and rank; an empty name if the module reads nothing from it."""
        canonical = self.canonical.get(name)
        if canonical is not None:
            return canonical.replace("#", ""), self.ranks.get(name, 0)
        number = _NUMBER.search(name)
        if number is None:
            canonical = self.canonical.get(_with_sign(name, self.canonical), "")
            return canonical.replace("#", ""), 2 * self._rank(name) + 1
        canonical = self.canonical.get(_NUMBER.sub("#", name), "")
        # A number with a zero before it is read as one, but nothing asks for it.
        if number[0].startswith("0") or len(number[0]) > _LONGEST_NUMBER:
            return "", 0
        digits = "" if number[0] == "1" else number[0]
        return canonical.replace("#", digits), 2 * self._rank(name)

    def _rank(self, name: str) -> int:
        return self.ranks.get(
            _NUMBER.sub("#", name), self.ranks.get(_with_sign(name, self.ranks), 0)
        )


_LONGEST_NUMBER: Final = 4


def _with_sign(name: str, known: dict[str, object] | dict[str, str] | dict[str, int]) -> str:
    """Return the numbered form of a name without a number: ``author-last`` → ``author#-last``."""
    if f"{name}#" in known:
        return f"{name}#"
    head, hyphen, tail = name.partition("-")
    return f"{head}#{hyphen}{tail}"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _by_kind(text: str) -> dict[str, frozenset[str]]:
    lines = [line.split() for line in text.splitlines() if line]
    return {words[0]: frozenset(words[1:]) for words in lines}


@cache
def _tables(is_newer: bool) -> _Tables:
    return _Tables(is_newer=is_newer)


@cache
def _suggestions() -> tuple[dict[str, str], tuple[tuple["re.Pattern[str]", str], ...]]:
    """Return suggestions by unknown name, and by pattern of unknown names."""
    table = read_table("citations/module/suggestions")
    names = {}
    for line in filter(None, table.text("names").splitlines()):
        suggested, _, unknown = line.partition(": ")
        names.update(dict.fromkeys(unknown.split(", "), suggested))
    patterns = tuple(
        (compiled(pattern.replace("#", "([0-9]+)")), suggested)
        for suggested, each in table.lists("patterns").items()
        for pattern in each
    )
    table.close()
    return names, patterns


class ModuleNames:
    """The names of parameters in the templates of one wiki.

    Args:
        profile: the wiki.
        is_newer: whether its module has what came after the edition of 2022.
    """

    def __init__(self, profile: Profile, *, is_newer: bool) -> None:
        self._profile = profile
        self._tables = _tables(is_newer)
        self._is_newer = is_newer
        self._apart = frozenset(map(profile.template_key, templates_apart(profile.name)))
        self._is_english = profile.language == "en"
        self._kinds: dict[str, Memo[str, ParameterName]] = {}
        self._templates: Memo[str, bool] = Memo(
            lambda name: profile.template_key(name) not in self._apart
        )

    def of(self, kind: str, template: str) -> Memo[str, ParameterName] | None:
        """Return what names mean in templates of a kind: written name → its meaning.

        None if the template is none of the module, but one of the wiki's own.

        Args:
            kind: as `Profile.citation_kind` gives it.
            template: name of the template.
        """
        if kind not in KINDS or not self._templates[template]:
            return None
        names = self._kinds.get(kind)
        if names is None:
            if kind in _NEWER_KINDS and not self._is_newer:
                return None
            names = self._kinds[kind] = Memo(lambda name: self._make(kind, name))
        return names

    def is_known(self, name: str) -> bool:
        """Tell whether a name is one of a parameter that most templates take."""
        tables = self._tables
        return (
            name in tables.common
            or name in tables.deprecated
            or ("#" not in name and _NUMBER.sub("#", name) in tables.numbered)
        )

    def is_deprecated(self, name: str) -> bool:
        """Tell whether a name that most templates take still works and gives an error."""
        return name in self._tables.deprecated

    def _make(self, kind: str, name: str) -> ParameterName:
        if name.isascii() and name.isdigit():
            return ParameterName(name, "positional")
        status = self._tables.status(kind, name)
        if status is not None:
            canonical, rank = self._tables.meaning(name)
            return ParameterName(name, status, canonical, name, rank)
        local = self._local(kind, name)
        if local is not None:
            return local
        suggestion = self._suggestion(kind, name)
        if suggestion is None:
            return ParameterName(name, "unknown" if self._must_be_known(name) else "open")
        # Some unknown names are read nevertheless.
        canonical = self._tables.canonical.get(name, "")
        rank = self._tables.ranks.get(name, 0)
        return ParameterName(name, "suggested", canonical, name, rank, suggestion)

    def _local(self, kind: str, name: str) -> ParameterName | None:
        """Return the meaning of a name of the wiki's own."""
        if self._is_english or name in self._tables.canonical:
            return None
        canonical = self._profile.citation_parameter(kind, name)
        if canonical is None:
            return None
        canonical = _FIRST.sub("", canonical)
        return ParameterName(name, "valid", canonical, canonical)

    def _must_be_known(self, name: str) -> bool:
        """Tell whether a name can be none that the wiki's own module knows."""
        if self._is_english:
            return True
        return name.isascii() and self._profile.language not in LATIN_NAMES

    def _suggestion(self, kind: str, name: str) -> str | None:
        valid = self._tables.status
        lower = name.translate(_LOWER)
        if valid(kind, lower):
            return lower
        if self._profile.language in LATIN_NAMES:
            return None  # the stock module takes names of such wikis for misspelt
        names, patterns = _suggestions()
        for pattern, suggested in patterns:
            if match := pattern.fullmatch(name):
                suggested = suggested.replace("#", match[1]) if match.lastindex else suggested
                return suggested if valid(kind, suggested) else None
        listed = names.get(lower) or names.get(name.lower())
        return listed if listed and valid(kind, listed) else None


_LOWER: Final = {letter: letter + 32 for letter in range(ord("A"), ord("Z") + 1)}
