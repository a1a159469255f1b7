"""A profile: everything that this package knows about one wiki, ready for questions."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, partial
from typing import Final

from homs_wiki.profile.citations import Citations
from homs_wiki.profile.language import (
    ForeignText,
    LetterHazard,
    Numbers,
    Punctuation,
    WordEvidence,
    language,
    mediawiki,
)
from homs_wiki.profile.magic import ImageOption, MagicWords
from homs_wiki.profile.memo import Memo
from homs_wiki.profile.templates import Concepts, House, wiki
from homs_wiki.source.patterns import compiled

TEMPLATE_NAMESPACE: Final = 10

# Marks of direction that MediaWiki takes out of titles, and its other word for a space.
_TITLE: Final = {**dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F))), ord("_"): " "}
# Mkhedruli (Georgian) has capitals in Unicode that no title uses.
_MKHEDRULI: Final = range(0x10D0, 0x1100)


class Profile:
    """What differs between wikis, for one wiki; made by :func:`homs_wiki.profile.load_profile`.

    Immutable: the same profile is shared by all who ask for it. Its tables are read from data
    files by topic, when the first question about the topic comes. Names that it is asked about
    are taken as written in wikitext.
    """

    __slots__ = (
        "_concept",
        "_is_infobox",
        "_key",
        "_kind",
        "_magic",
        "_namespace",
        "_parameters",
        "citation_edition",
        "direction",
        "extension_tags",
        "knows_language",
        "language",
        "name",
        "notes",
        "protocols",
    )

    name: str
    """The wiki whose tables are in use: ``ur.wikipedia``."""
    citation_edition: str
    """The edition of its citation module that was asked for; empty: the one that the wiki has."""
    language: str
    """Code of the language: ``ur``."""
    knows_language: bool
    """Whether that is the language of the wiki; not if another one's tables stand in for it."""
    direction: str
    """``rtl`` or ``ltr``."""
    notes: tuple[str, ...]
    """Sentences for a person: what was asked for and is not known."""
    extension_tags: frozenset[str]
    """Names of extension tags, in lower case."""
    protocols: tuple[str, ...]
    """Beginnings of URLs (MediaWiki's list; ``//`` counts in brackets only)."""
    _magic: MagicWords
    _key: Memo[str, str]
    _namespace: Memo[str, int | None]
    _concept: Memo[str, str | None]
    _is_infobox: Memo[str, bool]
    _kind: Memo[str, str | None]
    _parameters: Memo[tuple[str, str], str | None]

    def __init__(
        self,
        name: str,
        notes: tuple[str, ...] = (),
        *,
        knows_language: bool = True,
        citation_edition: str = "",
    ) -> None:
        code = name.partition(".")[0]
        own = language(code)
        fill = partial(object.__setattr__, self)
        fill("name", name)
        fill("citation_edition", citation_edition)
        fill("language", code)
        fill("knows_language", knows_language)
        fill("direction", own.direction)
        fill("notes", notes)
        fill("extension_tags", mediawiki().extension_tags)
        fill("protocols", mediawiki().protocols)
        fill("_magic", own.magic)
        fill("_key", Memo(self._make_key))
        fill("_namespace", Memo(self._make_namespace))
        fill("_concept", Memo(lambda written: self._concepts.get(self._key[written])))
        fill("_is_infobox", Memo(lambda written: self._concepts.is_infobox(self._key[written])))
        fill("_kind", Memo(lambda written: self._citations.kinds.get(self._key[written])))
        fill("_parameters", Memo(self._make_parameter))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a profile does not change: {name}")

    def __repr__(self) -> str:
        return f"<Profile {self.name}>"

    # -- titles and namespaces -------------------------------------------------------------

    def template_key(self, name: str) -> str:
        """Return the name under which templates are compared.

        Without the namespace of templates and words like ``subst:``, white space and underscores
        one space each, first letter upper case (dotted İ on Turkish wikis), composed (NFC).
        Pages of other namespaces keep theirs: ``User:X`` is not a template ``X``.
        """
        return self._key[name]

    def capitalised(self, title: str) -> str:
        """Return a title with the first letter in upper case, as the language writes it."""
        first = title[:1]
        if first == "i" and self.language == "tr":
            return f"İ{title[1:]}"
        upper = first.upper()
        if len(upper) != 1 or ord(first) in _MKHEDRULI:
            return title
        return upper + title[1:]

    def normalised_title(self, text: str) -> str:
        """Return the text of a title without invisible marks, spaces made single and plain."""
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        return " ".join(text.translate(_TITLE).split())

    def _make_key(self, name: str) -> str:
        title = self._without_modifiers(self.normalised_title(name))
        title = title.partition("#")[0].rstrip() or title
        head, colon, rest = title.partition(":")
        page = self.capitalised(rest.strip())
        if colon and not head:
            return f":{page}"
        number = self.namespace(head) if colon else None
        if number is None:
            return self.capitalised(title)
        return page if number == TEMPLATE_NAMESPACE else f"{self.namespace_name(number)}:{page}"

    def _without_modifiers(self, name: str) -> str:
        """Drop ``subst:`` and one more (``msg:``, ``raw:``), as MediaWiki does, and no further."""
        for _ in range(2):
            head, colon, rest = name.partition(":")
            if not colon or self._magic.modifier(head.strip()) is None:
                break
            name = rest.lstrip()
        return name

    def namespace(self, prefix: str) -> int | None:
        """Return the id of a namespace by any of its names (without colon, in any case)."""
        return self._namespace[prefix]

    def _make_namespace(self, prefix: str) -> int | None:
        return _namespaces(self.name)[1].get(self.normalised_title(prefix).lower())

    def namespace_name(self, number: int) -> str:
        """Return the name of a namespace on this wiki; :class:`KeyError` for an unknown id."""
        return _namespaces(self.name)[0][number][0]

    def namespace_names(self, number: int) -> tuple[str, ...]:
        """Return all names of a namespace, the wiki's own first; empty for an unknown id."""
        return _namespaces(self.name)[0].get(number, ())

    def interwiki(self, prefix: str) -> str | None:
        """Return ``interlanguage``, ``interwiki`` or ``None`` for what stands before a colon."""
        folded = prefix.strip().lower()
        if folded in mediawiki().interlanguage:
            return "interlanguage"
        return "interwiki" if folded in mediawiki().interwiki else None

    # -- magic words -----------------------------------------------------------------------

    def parser_function(self, name: str) -> str | None:
        """Return the id of the parser function or variable that a pair of braces calls.

        ``name`` is the whole text before the first pipe, or what stands before the colon and the
        colon: ``#if: x``, ``#if``, ``formatnum:``, ``DEFAULTSORT:Homs``, ``PAGENAME``. Without a
        colon and ``#`` only variables count: ``{{formatnum}}`` is a template.
        """
        head, colon, _ = name.strip().partition(":")
        if colon and self._magic.modifier(head) is not None:
            head, colon, _ = self._without_modifiers(name.strip()).partition(":")
        if colon or head.startswith("#"):
            return self._magic.function(head)
        if "：" in head:
            return self._magic.function(head.partition("：")[0])
        return self._magic.variable(head)

    def is_parser_function(self, name: str) -> bool:
        """Say whether braces with this name call a parser function or variable, not a template."""
        return self.parser_function(name) is not None

    def magic_word(self, name: str) -> str | None:
        """Return MediaWiki's id of a magic word of any kind, as written on a page."""
        return self._magic.identifier(name)

    def magic_words(self, identifier: str) -> tuple[str, ...]:
        """Return the words of an id, the language's own first; empty for an unknown id."""
        return self._magic.words.get(identifier, ())

    def switch(self, word: str) -> str | None:
        """Return the id of a behaviour switch: ``__NOTOC__`` → ``notoc``."""
        return self._magic.switch(word)

    @property
    def switch_words(self) -> tuple[str, ...]:
        """All behaviour switches, with their underscores; those of any case in lower case."""
        return self._magic.switch_words

    def image_option(self, text: str) -> ImageOption | None:
        """Return kind and value of what stands between two pipes of a file; ``None``: a caption.

        Kinds are MediaWiki's ids without ``img_``: ``thumbnail``, ``right``, ``width``, ``alt`` …
        """
        return self._magic.image_option(text)

    @property
    def redirect_words(self) -> tuple[str, ...]:
        """Words that begin a redirect, ``#`` included; read in any case."""
        return self._magic.redirects

    @property
    def linktrail(self) -> "re.Pattern[str]":
        """Pattern of the letters that join a link from behind; it matches the empty text too."""
        return _linktrail(self.language)

    # -- templates ---------------------------------------------------------------------------

    @property
    def _concepts(self) -> Concepts:
        return _concepts(self)

    def concept(self, name: str) -> str | None:
        """Return what a template is for (``reflist``, ``sfn``, ``birth_date`` …) or ``None``."""
        return self._concept[name]

    def concept_names(self, concept: str) -> tuple[str, ...]:
        """Return the names of the templates for a concept, the house's own first."""
        return self._concepts.names.get(concept, ())

    @property
    def concepts(self) -> Mapping[str, tuple[str, ...]]:
        """Concept → names of its templates."""
        return self._concepts.names

    def is_infobox_name(self, name: str) -> bool:
        """Say whether a template is an infobox, as far as its name tells."""
        return self._is_infobox[name]

    @property
    def section_titles(self) -> Mapping[str, tuple[str, ...]]:
        """Role of a section (``references``, ``see_also`` …) → titles, the house's own first."""
        return wiki(self.name).sections

    def section_role(self, title: str) -> str | None:
        """Return the role of the section with this title, or ``None``."""
        return _section_roles(self.name).get(self.normalised_title(title).casefold())

    @property
    def house(self) -> House:
        """Habits of the wiki."""
        return wiki(self.name).house

    # -- citations ---------------------------------------------------------------------------

    @property
    def _citations(self) -> Citations:
        return _citations(self)

    def citation_kind(self, name: str) -> str | None:
        """Return the kind of a citation template (its CitationClass), ``None`` if it is none.

        ``web``, ``book``, ``news``, ``journal``, ``magazine``, ``encyclopaedia``,
        ``pressrelease``, ``audio-visual``, ``citation`` …
        """
        return self._kind[name]

    def citation_names(self, kind: str) -> tuple[str, ...]:
        """Return the templates of a kind, the wiki's own first; empty for an unknown kind."""
        return self._citations.names.get(kind, ())

    @property
    def citation_kinds(self) -> frozenset[str]:
        """All kinds of citations."""
        return frozenset(self._citations.names)

    def citation_parameter(self, template: str, name: str) -> str | None:
        """Return the canonical name of a parameter of a citation: ``نام۲`` → ``first2``.

        ``template`` is the name of the template or a kind. Canonical names are those of Citation
        Style 1 with the enumerator at ``#``; without one for a name without a number (``last``
        and ``last1`` are the same person). ``journal``, ``newspaper``, ``website`` … are
        ``work``; ``author`` is ``last``. ``None``: not a parameter of this template.
        """
        return self._parameters[template, name]

    def _make_parameter(self, question: tuple[str, str]) -> str | None:
        template, name = question
        tables = self._citations
        table = tables.parameters(template) or tables.parameters(self._key[template])
        return None if table is None else table.canonical(name.strip())

    @property
    def citation_identifiers(self) -> Mapping[str, tuple[str, ...]]:
        """Identifier (``ISBN``) → its parameters, the canonical one first."""
        return self._citations.identifiers

    @property
    def citation_keywords(self) -> Mapping[str, tuple[str, ...]]:
        """Parameter → the few words it takes (``url-status``: ``live``, ``dead`` …)."""
        return self._citations.keywords

    # -- the language ------------------------------------------------------------------------

    @property
    def language_name(self) -> str:
        """English name of the language."""
        return language(self.language).name

    @property
    def punctuation(self) -> Punctuation:
        """Marks of the language."""
        return language(self.language).punctuation

    @property
    def numbers(self) -> Numbers:
        """How the language writes numbers."""
        return language(self.language).numbers

    @property
    def digits(self) -> str:
        """The ten digits that articles use, from zero."""
        return language(self.language).numbers.digits

    @property
    def letters(self) -> frozenset[str]:
        """Letters of the language's alphabet; empty where it is not written with one."""
        return language(self.language).letters

    @property
    def letter_hazards(self) -> tuple[LetterHazard, ...]:
        """Letters that look right in the language and are not."""
        return language(self.language).letter_hazards

    @property
    def word_evidence(self) -> WordEvidence | None:
        """What shows that a word is one of the language; None where that is not known."""
        return language(self.language).word_evidence

    @property
    def foreign_text(self) -> ForeignText:
        """Where text of other languages in the same script stands, whose letters are right."""
        return language(self.language).foreign_text


@cache
def _namespaces(name: str) -> tuple[dict[int, tuple[str, ...]], dict[str, int]]:
    """Names by id, the wiki's own first, and ids by name in lower case."""
    by_id: dict[int, tuple[str, ...]] = {}
    own = language(name.partition(".")[0])
    for source in (wiki(name).namespaces, own.namespaces, mediawiki().namespaces):
        for number, names in source.items():
            by_id[number] = tuple(dict.fromkeys(by_id.get(number, ()) + names))
    by_name = {each.lower(): number for number, names in by_id.items() for each in names if each}
    return by_id, by_name


@cache
def _linktrail(code: str) -> "re.Pattern[str]":
    letters = language(code).linktrail
    return compiled(f"[{letters}]*" if letters else "")


@cache
def _concepts(profile: Profile) -> Concepts:
    return Concepts(profile.name, profile.template_key)


@cache
def _citations(profile: Profile) -> Citations:
    return Citations(profile.name, profile.template_key)


@cache
def _section_roles(name: str) -> dict[str, str]:
    roles = wiki(name).sections
    english = wiki("en.wikipedia").sections
    return {
        title.casefold(): role
        for sections in (english, roles)
        for role, titles in sections.items()
        for title in titles
    }
