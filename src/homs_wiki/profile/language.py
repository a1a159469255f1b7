"""What a language brings: its namespaces, magic words, punctuation, numbers and letters.

One file a language, ``data/languages/<code>.toml``. Months and forms of dates are kept apart, in
``data/dates/``.
"""

from functools import cache
from typing import NamedTuple

from homs_wiki.profile.magic import MagicWords
from homs_wiki.profile.tables import ProfileError, read_table
from homs_wiki.source.table import Table

_DIRECTIONS = ("ltr", "rtl")


class Punctuation(NamedTuple):
    """Marks of a language as they stand in articles; a mark it does not have is empty."""

    full_stop: str
    comma: str
    list_comma: str
    semicolon: str
    colon: str
    question: str
    exclamation: str
    opening: tuple[str, ...]
    """Marks that open a sentence (``¿``)."""
    sentence_final: tuple[str, ...]
    no_space_before: tuple[str, ...]
    space_before: tuple[str, ...]
    space_after: tuple[str, ...]
    quotes: tuple[tuple[str, str], ...]
    """Pairs of quotation marks, the usual ones first."""
    list_separator: str
    list_last: str
    """What stands between the last two of a list (``" اور "``)."""


class Numbers(NamedTuple):
    """How numbers are written in articles of a language."""

    digits: str
    """The ten digits that articles use."""
    other_digits: tuple[str, ...]
    """Other sets of ten digits that occur."""
    decimal: str
    group: str
    percent: str
    """``%`` with ``1`` for the number, as in ``1%`` or ``%1``."""


class LetterHazard(NamedTuple):
    """Letters (or other characters) that look right in a language and are not.

    ``written`` are the wrong ones, ``instead`` what belongs there (several: a person must
    choose; none: take it out). ``certain`` says that the change is right in any running text of
    the language; otherwise ``caution`` says in words what to look at first. ``kind`` says where
    they come from: ``keyboard`` (that of another language), ``look-alike`` (letters of another
    language, or in pieces), ``end`` (wrong at the end of a word only); empty: from anywhere.
    """

    written: tuple[str, ...]
    instead: tuple[str, ...]
    what: str
    certain: bool
    caution: str
    kind: str


class WordEvidence(NamedTuple):
    """What shows that a word is one of the language, and not of another in the same script."""

    own_letters: str
    """Letters that no other language of the script has whose text occurs in articles."""
    not_keyboard: str
    """Letters that never stand in one word with those of the other keyboard, if it is foreign."""
    foreign_letters: str
    """Letters of others alone, as the inside of a character class."""
    common_words: frozenset[str]
    """Common words without any of `own_letters`."""
    about_words: frozenset[str]
    """Words near which one of another language may be quoted."""
    foreign_forms: str
    """Letters and marks that stand in no word of the language."""
    foreign_prefix: str
    """What begins words of the other language (its article); empty if nothing does."""
    final_words: frozenset[str]
    """Words with which sentences end (forms of "to be" and the like)."""
    initials: frozenset[str]
    """Names of foreign letters, in which abbreviations are spelled out."""


class ForeignText(NamedTuple):
    """Where a page of the language holds text of others, in which no letter is to be touched."""

    languages: tuple[str, ...]
    """Codes of languages in the same script."""
    parameters: tuple[str, ...]
    """Citation parameters that hold words of the source (canonical names)."""


class Language(NamedTuple):
    """Everything that is the same on all wikis of one language."""

    code: str
    name: str
    direction: str
    script: str
    """ISO 15924 code."""
    letters: frozenset[str]
    """Letters of the alphabet; empty where the language is not written with one."""
    linktrail: str
    """Inside of a character class; empty: links have no trail."""
    namespaces: dict[int, tuple[str, ...]]
    magic: MagicWords
    punctuation: Punctuation
    numbers: Numbers
    letter_hazards: tuple[LetterHazard, ...]
    word_evidence: WordEvidence | None
    foreign_text: ForeignText


class MediaWiki(NamedTuple):
    """What every MediaWiki has, without the magic words."""

    extension_tags: frozenset[str]
    protocols: tuple[str, ...]
    linktrail: str
    interwiki: frozenset[str]
    interlanguage: frozenset[str]
    namespaces: dict[int, tuple[str, ...]]


@cache
def mediawiki() -> MediaWiki:
    """Return the tables common to all wikis."""
    return _mediawiki()[0]


@cache
def _mediawiki() -> tuple[MediaWiki, dict[str, dict[str, tuple[str, ...]]]]:
    table = read_table("mediawiki")
    common = MediaWiki(
        extension_tags=frozenset(table.texts("extension_tags")),
        protocols=table.texts("protocols"),
        linktrail=table.text("linktrail"),
        interwiki=frozenset(table.texts("interwiki")),
        interlanguage=frozenset(table.texts("interlanguage")),
        namespaces=read_namespaces(table),
    )
    return common, table.sections()


def read_namespaces(table: Table) -> dict[int, tuple[str, ...]]:
    """Read ``[namespaces]``: id → names, the one shown first."""
    try:
        return {int(number): names for number, names in table.lists("namespaces").items()}
    except ValueError as error:
        raise ProfileError(f"{table.where}, [namespaces]: a key is not a number") from error


@cache
def language(code: str) -> Language:
    """Read the file of a language; :class:`ProfileError` if there is none or it is malformed."""
    table = read_table(f"languages/{code}")
    direction = table.text("direction")
    if direction not in _DIRECTIONS:
        raise ProfileError(f"{table.where}: direction must be one of {', '.join(_DIRECTIONS)}")
    read = Language(
        code=code,
        name=table.text("name"),
        direction=direction,
        script=table.text("script"),
        letters=frozenset(table.text("letters", "")),
        linktrail=table.text("linktrail", mediawiki().linktrail),
        namespaces=read_namespaces(table),
        magic=MagicWords(_mediawiki()[1], table.lists("magic_words")),
        punctuation=_punctuation(table.table("punctuation")),
        numbers=_numbers(table.table("numbers")),
        letter_hazards=tuple(_hazard(each) for each in table.tables("letter_hazards")),
        word_evidence=_word_evidence(table.table("word_evidence")),
        foreign_text=_foreign_text(table.table("foreign_text")),
    )
    table.close()
    return read


def _punctuation(table: Table) -> Punctuation:
    read = Punctuation(
        full_stop=table.text("full_stop"),
        comma=table.text("comma"),
        list_comma=table.text("list_comma", ""),
        semicolon=table.text("semicolon"),
        colon=table.text("colon"),
        question=table.text("question"),
        exclamation=table.text("exclamation"),
        opening=table.texts("opening", ()),
        sentence_final=table.texts("sentence_final"),
        no_space_before=table.texts("no_space_before"),
        space_before=table.texts("space_before", ()),
        space_after=table.texts("space_after", ()),
        quotes=table.pairs("quotes"),
        list_separator=table.text("list_separator"),
        list_last=table.text("list_last"),
    )
    table.close()
    return read


def _numbers(table: Table) -> Numbers:
    read = Numbers(
        digits=table.text("digits"),
        other_digits=table.texts("other_digits", ()),
        decimal=table.text("decimal"),
        group=table.text("group"),
        percent=table.text("percent"),
    )
    if any(len(digits) != 10 for digits in (read.digits, *read.other_digits)):
        raise ProfileError(f"{table.where}: a set of digits must have ten")
    table.close()
    return read


def _hazard(table: Table) -> LetterHazard:
    read = LetterHazard(
        written=table.texts("written"),
        instead=table.texts("instead"),
        what=table.text("what"),
        certain=table.flag("certain", False),
        caution=table.text("caution", ""),
        kind=table.text("kind", ""),
    )
    table.close()
    return read


def _word_evidence(table: Table) -> WordEvidence | None:
    own_letters = table.text("own_letters", "")
    if not own_letters:
        table.close()
        return None
    read = WordEvidence(
        own_letters=own_letters,
        not_keyboard=table.text("not_keyboard"),
        foreign_letters=table.text("foreign_letters"),
        common_words=frozenset(table.texts("common_words")),
        about_words=frozenset(table.texts("about_words")),
        foreign_forms=table.text("foreign_forms"),
        foreign_prefix=table.text("foreign_prefix", ""),
        final_words=frozenset(table.texts("final_words", ())),
        initials=frozenset(table.texts("initials", ())),
    )
    table.close()
    return read


def _foreign_text(table: Table) -> ForeignText:
    read = ForeignText(table.texts("languages", ()), table.texts("parameters", ()))
    table.close()
    return read
