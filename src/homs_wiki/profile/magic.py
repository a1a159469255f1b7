"""Magic words: what the words of MediaWiki mean on a wiki, in which case they are read.

The ids are MediaWiki's own (``pagename``, ``if``, ``defaultsort``, ``notoc``, ``img_thumbnail``).
English words and case rules stand in ``data/mediawiki.toml``; a language adds words of its own
under the same ids. Rules of matching (MediaWiki 1.39): a variable is the whole inside of the
braces; a parser function is what stands before the first colon, a function of the family of
``#if`` with its ``#``; most words are read in any case, variables and file options are not.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from homs_wiki.profile.tables import ProfileError
from homs_wiki.source.patterns import compiled

_Words = Mapping[str, tuple[str, ...]]

# Section of the file → (bucket of the word, is it read in any case).
_SECTIONS: Final = {
    "redirect": ("redirect", True),
    "variables": ("variable", False),
    "variables_in_any_case": ("variable", True),
    "functions": ("function", False),
    "functions_in_any_case": ("function", True),
    "hash_functions": ("hash", True),
    "modifiers": ("modifier", True),
    "switches": ("switch", False),
    "switches_in_any_case": ("switch", True),
    "image_options": ("image", False),
}
_WIDTH: Final = compiled(r"(\d+)?(?:x(\d+)?)?", re.ASCII)


class _Lookup:
    """Words of one kind: those read as they are, and those read in any case."""

    __slots__ = ("any_case", "exact")

    def __init__(self) -> None:
        self.exact: dict[str, str] = {}
        self.any_case: dict[str, str] = {}

    def add(self, identifier: str, words: Iterable[str], any_case: bool) -> None:
        for word in words:
            if any_case:
                self.any_case.setdefault(word.lower(), identifier)
            else:
                self.exact.setdefault(word, identifier)

    def get(self, word: str) -> str | None:
        return self.exact.get(word) or self.any_case.get(word.lower())


class ImageOption(NamedTuple):
    """An option of a file: ``kind`` is MediaWiki's id without ``img_``, ``value`` may be empty."""

    kind: str
    value: str


class MagicWords:
    """The magic words of one language; every question is one or two dict lookups.

    ``base`` are the sections of ``data/mediawiki.toml``, ``own`` the words of the language by id.
    :class:`ProfileError` for a section or an id that is not known.
    """

    __slots__ = ("_after", "_before", "_functions", "_images", "_modifiers", "_prefixed",
                 "_switches", "_variables", "redirects", "switch_words", "words")  # fmt: skip

    def __init__(self, base: Mapping[str, _Words], own: _Words) -> None:
        buckets = {bucket: _Lookup() for bucket, _ in _SECTIONS.values()}
        self.words: dict[str, tuple[str, ...]] = {}
        if base.keys() != {*_SECTIONS, "variable_functions"}:
            raise ProfileError(f"mediawiki.toml: sections must be {', '.join(_SECTIONS)}")
        functions_too = base["variable_functions"]["ids"]
        self._functions = buckets["function"]
        for section, (bucket, any_case) in _SECTIONS.items():
            for identifier, english in base[section].items():
                # A language's own words come first: they are the house form.
                words = own.get(identifier, ()) + english
                self.words[identifier] = words
                if bucket in ("function", "hash", "modifier"):
                    words = tuple(word.rstrip(":：") for word in words)
                if bucket == "hash":
                    self._functions.add(identifier, ["#" + word for word in words], any_case)
                else:
                    buckets[bucket].add(identifier, words, any_case)
                if identifier in functions_too:
                    self._functions.add(identifier, words, any_case)
        unknown = own.keys() - self.words.keys()
        if unknown:
            raise ProfileError(f"magic_words: there is no id {', '.join(sorted(unknown))}")
        self._variables = buckets["variable"]
        self._modifiers = buckets["modifier"]
        self._switches = buckets["switch"]
        self._images = {w: i for w, i in buckets["image"].exact.items() if "$1" not in w}
        self._prefixed = [
            (before, after, identifier)
            for word, identifier in buckets["image"].exact.items()
            for before, mark, after in [word.partition("$1")]
            if mark
        ]
        # What an option with a value begins with, or if its value comes first ends with.
        self._before = tuple(before for before, _, _ in self._prefixed if before)
        self._after = tuple(after for before, after, _ in self._prefixed if not before)
        self.redirects = self.words["redirect"]
        self.switch_words = (*self._switches.exact, *self._switches.any_case)

    def variable(self, name: str) -> str | None:
        """Return the id if ``name`` (the whole inside of braces, stripped) is a variable."""
        return self._variables.get(name)

    def function(self, name: str) -> str | None:
        """Return the id of the parser function of this name (with ``#``, without the colon)."""
        return self._functions.get(name)

    def modifier(self, name: str) -> str | None:
        """Return ``subst``, ``safesubst``, ``msg``, ``msgnw`` or ``raw`` (name without colon)."""
        return self._modifiers.get(name)

    def switch(self, word: str) -> str | None:
        """Return the id of a behaviour switch written with its underscores."""
        return self._switches.get(word)

    def image_option(self, text: str) -> ImageOption | None:
        """Return what the text between two pipes of a file means; ``None``: it is a caption."""
        text = text.strip()
        identifier = self._images.get(text)
        if identifier is not None:
            return ImageOption(_kind(identifier), "")
        if not (text.startswith(self._before) or text.endswith(self._after)):
            return None  # a caption, as most are
        for before, after, identifier in self._prefixed:
            if (
                text.startswith(before)
                and text.endswith(after)
                and len(text) >= len(before + after)
            ):
                value = text[len(before) : len(text) - len(after)].strip()
                if identifier != "img_width":
                    return ImageOption(_kind(identifier), value)
                # "px" alone and "big px" are captions; MediaWiki takes "20pxpx" for 20.
                value = value.removesuffix("px").rstrip()
                if value and value != "x" and _WIDTH.fullmatch(value):
                    return ImageOption("width", value)
        return None

    def identifier(self, word: str) -> str | None:
        """Return the id of any magic word as written on a page: ``#if``, ``__TOC__``, ``thumb``."""
        head = word.rstrip(":：")
        for lookup in (self._switches, self._variables, self._functions, self._modifiers):
            found = lookup.get(head)
            if found is not None:
                return found
        folded = word.lower()
        if any(folded == redirect.lower() for redirect in self.redirects):
            return "redirect"
        return self._images.get(word)


def _kind(identifier: str) -> str:
    return identifier.removeprefix("img_").removeprefix("timedmedia_")
