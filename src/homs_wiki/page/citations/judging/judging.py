"""The order in which a citation is judged."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Final

from homs_wiki.page.citations.judging.anchors import judge_anchor
from homs_wiki.page.citations.judging.condition import Condition
from homs_wiki.page.citations.judging.date_forms import DateForm
from homs_wiki.page.citations.judging.dates import judge_dates
from homs_wiki.page.citations.judging.emptiness import is_empty
from homs_wiki.page.citations.judging.identifiers import judge_identifiers, judge_preprint
from homs_wiki.page.citations.judging.links import (
    Links,
    judge_archive_address,
    judge_formats,
    judge_linked_texts,
    judge_links,
)
from homs_wiki.page.citations.judging.moves import is_periodical, move_parameters
from homs_wiki.page.citations.judging.numbers import judge_in_source, judge_numbers
from homs_wiki.page.citations.judging.people import People, judge_people, judge_repeated
from homs_wiki.page.citations.judging.reading import (
    DATES,
    IDENTIFIERS,
    NEWLY_DATED,
    NEWLY_NOTED,
    NUMBERS,
    RARE,
    WORDS,
    Reading,
    read,
)
from homs_wiki.page.citations.judging.titles import (
    KEYWORD_LINKS,
    judge_rare,
    judge_scripts,
    judge_title,
    judge_title_link,
    judge_translations,
    judge_work,
)
from homs_wiki.page.citations.judging.words import judge_words
from homs_wiki.profile import Profile
from homs_wiki.profile.citation_module import CitationModule, citation_module
from homs_wiki.profile.citation_names import PREPRINTS
from homs_wiki.syntax import Parameter, Template

if TYPE_CHECKING:
    from homs_wiki.page.citations.judging.newer import Newer

# What is said because something is missing: not where a parameter may be one that isn't known.
_OF_MISSING: Final = frozenset(
    {
        "err_accessdate_missing_url", "err_archive_missing_date", "err_archive_missing_url",
        "err_bare_url_missing_title", "err_cite_web_url", "err_citation_missing_title",
        "err_empty_citation", "err_first_missing_last", "err_format_missing_url",
        "err_missing_name", "err_missing_periodical", "err_param_access_requires_param",
        "err_trans_missing_title", "maint_others", "maint_others_avm", "maint_url_status",
        "maint_ref_duplicates_default", "err_disp_name", "err_archive_date_missing_url",
        "err_missing_publisher", "maint_doi_unflagged_free", "maint_location_no_publisher",
    }
)  # fmt: skip


# Kinds in which parameters that many citations have clash.
_UNUSUAL: Final = frozenset({"map", "newsgroup", "techreport"})


def today() -> date:
    """Return the day it is now (UTC)."""
    return datetime.now(UTC).date()


def judge(kind: str, template: Template, profile: Profile, day: date) -> list[Condition]:
    """Return what the module of a wiki complains of in a citation, in no particular order.

    Args:
        kind: the class of the template, as `Profile.citation_kind` gives it.
        template: the citation.
        profile: the wiki. Without the module there, and for templates that are none of it, the
            result is empty.
        day: the day (UTC), for dates that lie in the future.
    """
    module = citation_module(profile)
    return [] if module is None else judge_with(module, kind, template, day)


def judge_with(
    module: CitationModule,
    kind: str,
    template: Template,
    day: date,
    parameters: Sequence[Parameter] | None = None,
) -> list[Condition]:
    """Return the same as `judge`, as a given module sees it.

    With ``parameters``, as if the template had these.
    """
    reading = read(kind, template, module, day, parameters)
    if reading is None:
        return []
    is_shown = _judge(reading)
    found = reading.conditions
    if not is_shown:
        found = [each for each in found if not each.is_error]
        found.append(Condition("err_empty_citation", (), {}))
    if reading.is_open:
        found = [each for each in found if each.id not in _OF_MISSING]
    return found


@cache
def _newer() -> "Newer":
    """Return what newer editions judge besides; imported only where one is wanted."""
    from homs_wiki.page.citations.judging.newer import Newer

    return Newer()


def _judge(reading: Reading) -> bool:
    """Judge a citation; tell whether anything of it is shown."""
    values = reading.values
    people = judge_people(reading)
    newer = _newer() if reading.module.is_newer else None
    if newer:
        newer.judge_as_written(reading, people)
    has_chapters = not is_periodical(reading)
    _judge_as_written(reading, people, has_chapters=has_chapters)
    wanted = values.get("title-link", "")
    if wanted in KEYWORD_LINKS:
        reading.drop("title-link")
    else:
        wanted = ""
    if reading.subjects & RARE:
        judge_title_link(reading)
        move_parameters(reading)
        judge_scripts(reading, has_chapters=has_chapters)
    else:
        move_parameters(reading)
    judge_archive_address(reading)
    is_auto = _judge_dates_and_identifiers(reading, wanted, newer)
    status = values.get("url-status", "")
    links = Links(is_auto, status if status in reading.module.keywords["url-status"] else "")
    has_title = judge_title(reading)
    judge_links(reading, links, has_chapters=has_chapters)
    judge_linked_texts(reading, links, has_title=has_title, has_chapters=has_chapters)
    if reading.subjects & RARE or "chapter-url" in values:
        judge_formats(reading, links, has_chapters=has_chapters)
        if has_title:
            judge_translations(reading, has_chapters=has_chapters)
    if "ref" in values or people.authors or people.editors:
        judge_anchor(reading, people)
    if "title" in values or "url" in values:
        return True
    return not is_empty(reading, people, has_chapters=has_chapters)


def _judge_as_written(reading: Reading, people: People, *, has_chapters: bool) -> None:
    """Judge what the module looks at before it takes a parameter for another."""
    subjects = reading.subjects
    if reading.repeated:
        judge_repeated(reading)
    judge_work(reading, has_chapters=has_chapters)
    if subjects & NUMBERS:
        judge_numbers(reading)
    if subjects & WORDS:
        judge_words(reading)
    if subjects & RARE or reading.kind in _UNUSUAL:
        judge_rare(reading)
        judge_in_source(reading)
        if "others" in reading.values and not people.authors and not people.editors:
            is_media = reading.kind in ("audio-visual", "AV-media-notes")
            reading.add("maint_others_avm" if is_media else "maint_others", "others")


def _judge_dates_and_identifiers(reading: Reading, wanted: str, newer: "Newer | None") -> bool:
    """Judge dates and identifiers; tell whether one of these links the title.

    Args:
        reading: the citation.
        wanted: which identifier ``title-link`` asks for; "none" for none, empty for any.
        newer: what newer editions judge besides, if the module is one.
    """
    subjects = reading.subjects
    embargo = judge_dates(reading) if subjects & DATES else None
    if newer and subjects & NEWLY_DATED:
        newer.judge_by_dates(reading)
    valid: AbstractSet[str] = _NOTHING
    if subjects & IDENTIFIERS:
        valid = judge_identifiers(reading, embargo)
        if newer and subjects & NEWLY_NOTED:
            newer.judge_identifiers(reading, valid)
    if reading.kind in PREPRINTS:
        judge_preprint(reading, valid)
    if reading.kind != "journal" or not valid:
        return False
    return _is_linked(reading, valid, embargo, wanted)


_NOTHING: Final[frozenset[str]] = frozenset()


def _is_linked(
    reading: Reading, valid: AbstractSet[str], embargo: DateForm | None, wanted: str
) -> bool:
    """Tell whether an identifier links the title of an article.

    Args:
        reading: the citation.
        valid: the identifiers that are valid.
        embargo: until when the full text is not free.
        wanted: which identifier ``title-link`` asks for; "none" for none, empty for any.
    """
    values = reading.values
    if "url" in values or "title-link" in values or values.get("title") in ("none", "off"):
        return False
    today = reading.today
    is_free = embargo is None or embargo.day is None or embargo.day <= (
        today.year, today.month, today.day,
    )  # fmt: skip
    by_pmc = "pmc" in valid and is_free
    by_doi = (
        "doi" in valid and values.get("doi-access") == "free" and "doi-broken-date" not in values
    )
    return (by_pmc and wanted in ("", "pmc")) or (by_doi and wanted in ("", "doi"))
