"""The people of a citation: who is missing, what is no name, how many are shown."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from homs_wiki.page.citations.judging.addresses import is_link_target_address
from homs_wiki.page.citations.judging.identifiers import is_accepted
from homs_wiki.page.citations.judging.reading import AUTHORS, EDITORS, MADE, OTHER_PEOPLE, Reading
from homs_wiki.page.citations.judging.vancouver import as_known, is_latin, judge_list, judge_name
from homs_wiki.profile.citation_module import CitationModule
from homs_wiki.profile.memo import Memo
from homs_wiki.source.lazy import lazily

_PREFIXES: Final = {
    "author": "", "editor": "editor-", "translator": "translator-",
    "interviewer": "interviewer-", "contributor": "contributor-",
}  # fmt: skip
_LETTER: Final = lazily(r"[^\W\d_]")
_ETAL: Final = lazily(
    r"""[;,]?\ *["']*(?<![A-Za-z])[Ee][Tt]\.?\ *[Aa][Ll](?:[Ii][AaEeIi]*)?[.;,"']*\Z
    | [;,]?\ *(?<![A-Za-z])and\ [Oo]thers
    | \[\[\ *[Ee][Tt]\.?\ *[Aa][Ll]\.?\ *\]\]
    | \(\(\ *[Ee][Tt]\.?\ *[Aa][Ll]\.?\ *\)\)
    | [(\[]\ *[Ee][Tt]\.?\ *[Aa][Ll]\.?\ *[)\]]""",
    re.VERBOSE,
)
_MAY_BE_ETAL: Final = lazily(r"[Ee][Tt]\.? *[Aa][Ll]|and [Oo]thers")
_WHOLE_LINK: Final = lazily(r"\[\[[^\[\]]*\]\]")
_LINK_TO_AUTHOR: Final = lazily(r"\[\[[^\[\]|]*\(author\)\|[^\[\]]*\]\]")
_IN_NO_LINK: Final = lazily(r"[<>\[\]|{}]")
_LANGUAGE: Final = lazily(r"([A-Za-z-]+):")
_ETAL_WORD: Final = lazily(r"[ .']+")


class Name:
    """One of the people, as the module sees the name when it has taken out "et al.".

    Attributes:
        last: surname or whole name; empty if it was "et al." alone.
        first: given name; empty if none.
        mask: what is shown in its place; empty if nothing.
        parameter: canonical name of the parameter with the surname.
    """

    __slots__ = ("first", "last", "mask", "parameter")

    def __init__(self, last: str, first: str, mask: str, parameter: str) -> None:
        self.last = last
        self.first = first
        self.mask = mask
        self.parameter = parameter


class People:
    """The lists of names that the module has found.

    Attributes:
        authors: by ``last``, ``first`` and ``vauthors``.
        editors: the same.
        contributors: where the module reads them.
        others: how many translators and interviewers there are.
    """

    __slots__ = ("authors", "contributors", "editors", "others")

    def __init__(
        self, authors: list[Name], editors: list[Name], contributors: list[Name], others: int
    ) -> None:
        self.authors = authors
        self.editors = editors
        self.contributors = contributors
        self.others = others


_NOBODY: Final = People([], [], [], 0)


def judge_people(reading: Reading) -> People:
    """Judge all lists of names and return them."""
    subjects = reading.subjects
    if not subjects & (AUTHORS | EDITORS | OTHER_PEOPLE):
        return _NOBODY
    authors = _judge_list(reading, "author", "vauthors") if subjects & AUTHORS else []
    editors = _judge_list(reading, "editor", "veditors") if subjects & EDITORS else []
    contributors: list[Name] = []
    others = 0
    if subjects & OTHER_PEOPLE:
        for role in ("translator", "interviewer"):
            names = _walk(reading, role)
            _judge_shown(reading, f"display-{role}s", len(names))
            others += len(names)
        contributors = _judge_contributors(reading, authors)
    return People(authors, editors, contributors, others)


@cache
def _keys(role: str) -> Memo[int, tuple[str, str, str, str]]:
    """Return by number the canonical names of surname, first name, link and mask."""
    prefix = _PREFIXES[role]

    def make(number: int) -> tuple[str, str, str, str]:
        digits = "" if number == 1 else str(number)
        return (
            f"{prefix}last{digits}",
            f"{prefix}first{digits}",
            f"{role}-link{digits}",
            f"{role}-mask{digits}",
        )

    return Memo(make)


def _judge_list(reading: Reading, role: str, vancouver: str) -> list[Name]:
    """Judge authors or editors, of which only one kind of list counts."""
    values = reading.values
    keys = _keys(role)
    first, second = keys[1], keys[2]
    is_listed = (
        first[0] in values or first[1] in values or second[0] in values or second[1] in values
    )
    has_people = role == "author" and "people" in values
    if is_listed + has_people + (vancouver in values) > 1:
        sources = (vancouver, "people") if has_people else (vancouver,)
        given = [name for name in (*sources, *first[:2], *second[:2]) if name in values]
        other = reading.parameters[given[1]].name
        reading.add("err_redundant_parameters", *given, other=other)
    names: list[Name] = []
    if is_listed:
        names = _walk(reading, role)
        if values.get("name-list-style") == "vanc":
            _judge_vancouver_names(reading, role, names)
    elif vancouver in values:
        if values[vancouver] is not MADE:
            text = without_etal(values[vancouver])
            names = [Name(*each, "", vancouver) for each in judge_list(reading, vancouver, text)]
        else:
            names = [Name(MADE, "", "", vancouver)]
    elif has_people:
        _judge_people_parameter(reading)
    if f"display-{role}s" in values and not (names and names[0].last is MADE):
        _judge_shown(reading, f"display-{role}s", len(names))
    return names


def without_etal(text: str) -> str:
    """Return names without words that say that there are more."""
    return _ETAL.sub("", text) if _MAY_BE_ETAL.search(text) else text


def _judge_people_parameter(reading: Reading) -> None:
    text = reading.values["people"]
    if without_etal(text) != text:
        reading.add("err_etal", "people")
    if reading.names["people"] == "authors":
        reading.add("maint_authors", "people")


def judge_repeated(reading: Reading) -> None:
    """Complain of parameters of which another of that meaning counts, as far as they are read."""
    for canonical, parameter in reading.repeated:
        if not _is_read(reading, canonical):
            continue
        held = reading.parameters[canonical]
        reading.add_at("err_redundant_parameters", parameter, held, other=held.name)


def _is_read(reading: Reading, canonical: str) -> bool:
    """Tell whether the module asks for a parameter, if it is one of somebody's name."""
    match = _PART.fullmatch(canonical)
    if match is None:
        return True
    role, number = match["role"] or "author", int(match["number"] or 1)
    if role == "contributor" and not _has_contributors(reading):
        return canonical == "contributor-last"
    # Whether a list begins is seen by its first two numbers.
    return number <= max(2, reading.walked.get(role, 0))


_PART: Final = lazily(
    r"(?:(?P<role>author|editor|translator|interviewer|contributor)-(?:last|first|link|mask)"
    r"|last|first)(?P<number>[0-9]*)"
)


def _has_contributors(reading: Reading) -> bool:
    return reading.kind in ("book", "citation") and "work" not in reading.values


def _walk(reading: Reading, role: str) -> list[Name]:
    """Return the names of a role by their numbers, until two in a row are missing."""
    value = reading.values.get
    keys_of, faults = _keys(role), _faults_of(reading.module)
    names: list[Name] = []
    number = missing = 0
    while True:
        number += 1
        keys = keys_of[number]
        last, first = value(keys[0]), value(keys[1])
        if last is None:
            if first is not None:
                reading.add("err_first_missing_last", keys[1], other=keys[0])
                _unfaulted(reading, keys[1], faults.of_first[first])
                continue
            missing += 1
            if missing >= 2:
                reading.walked[role] = number
                return names
            continue
        if missing == 1:
            hole = keys_of[number - 1][0]
            reading.add("err_missing_name", keys[0], other=hole)
        missing = 0
        last = _unfaulted(reading, keys[0], faults.of_last[last])
        if first is not None:
            first = _unfaulted(reading, keys[1], faults.of_first[first])
        link = value(keys[2])
        if link is not None:
            judge_link(reading, keys[2], link, last)
        names.append(Name(last, first or "", value(keys[3], ""), keys[0]))


def _unfaulted(reading: Reading, name: str, faults: tuple[str, ...]) -> str:
    """Note what is wrong with a surname or a first name; return it without "et al."."""
    if len(faults) > 1:
        for identifier in faults[1:]:
            reading.add(identifier, name)
    return faults[0]


@cache
def _faults_of(module: CitationModule) -> "_Faults":
    return _Faults(module)


class _Faults:
    """What is wrong with names; the same few names stand in many citations of a page.

    Attributes:
        of_last: surname → the same without "et al.", then ids of what is wrong.
        of_first: the same of first names.
    """

    __slots__ = ("_module", "of_first", "of_last")

    def __init__(self, module: CitationModule) -> None:
        self._module = module
        self.of_last: Memo[str, tuple[str, ...]] = Memo(lambda name: tuple(self._find(name, True)))
        self.of_first: Memo[str, tuple[str, ...]] = Memo(
            lambda name: tuple(self._find(name, False))
        )

    def _find(self, text: str, is_last: bool) -> Iterator[str]:
        if text is MADE:
            yield text
            return
        named = without_etal(text)
        yield named
        if named != text:
            yield "err_etal"
        text = named
        if not is_last and _WHOLE_LINK.fullmatch(text):
            yield "err_bad_paramlink"
        if not text or is_accepted(text):
            return
        if self._is_placeholder(text):
            yield "err_generic_name"
        if is_last and _are_many(text):
            yield "maint_mult_names"
        if not _LETTER.search(text):
            yield "err_numeric_names" if self._module.is_newer else "maint_numeric_names"

    def _is_placeholder(self, text: str) -> bool:
        words = self._module.person_names
        lower = text.lower()
        if words.in_lower(lower) or words.in_written(text, lower):
            return _LINK_TO_AUTHOR.search(text) is None
        return False


def _are_many(text: str) -> bool:
    """Tell whether a surname holds more commas or semicolons than one name does."""
    return text.count(",") > 1 or (";" in text and text.count(";") > text.count("&nbsp;"))


def judge_link(reading: Reading, name: str, link: str, text: str) -> None:
    """Judge the title of the article on a person or a work.

    Args:
        reading: the citation.
        name: canonical name of the parameter with the link.
        link: its value.
        text: the name or title that is linked.
    """
    if MADE in (link, text):
        return
    match = _LANGUAGE.match(link)
    is_language = match is not None and match[1].lower() in reading.module.languages.prefixes
    if _IN_NO_LINK.search(link) or is_language or is_link_target_address(link):
        reading.add("err_bad_paramlink", name)
    elif "[[" in text:
        reading.add("err_bad_paramlink", name, reason="linked")


def _judge_shown(reading: Reading, name: str, count: int) -> None:
    """Judge how many names are to be shown, of so many."""
    value = reading.values.get(name)
    if value is None or value is MADE:
        return
    if value.isascii() and value.isdigit():
        if int(value[:9]) < count:
            return
    elif _ETAL_WORD.sub("", value).lower() == "etal":
        return
    reading.add("err_disp_name", name)


def _judge_contributors(reading: Reading, authors: list[Name]) -> list[Name]:
    values = reading.values
    if not _has_contributors(reading):
        if "contributor-last" in values:
            reading.add("err_contributor_ignored", "contributor-last")
        return []
    names = _walk(reading, "contributor")
    _judge_shown(reading, "display-contributors", len(names))
    if names:
        name = names[0].parameter
        if reading.names.get("chapter") != "contribution":
            reading.add("err_contributor_missing_required_param", name, other="contribution")
        if not authors:
            reading.add("err_contributor_missing_required_param", name, other="author")
    return names


def _judge_vancouver_names(reading: Reading, role: str, names: list[Name]) -> None:
    """Judge names that are to be shown in the style of Vancouver, as far as they are shown."""
    shown = reading.values.get(f"display-{role}s", "")
    count = int(shown[:9]) if shown.isascii() and shown.isdigit() else len(names)
    for name in names[:count]:
        is_shown = name.first and not name.mask and MADE not in (name.last, name.first)
        if not is_shown:
            continue
        last, first = as_known(reading, name.last), as_known(reading, name.first)
        if judge_name(last, first):
            is_first = is_latin(last.replace(".", ""))
            parameter = name.parameter
            reading.add(
                "err_vancouver", parameter.replace("last", "first") if is_first else parameter
            )
            return
