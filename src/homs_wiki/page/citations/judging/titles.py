"""The title of a citation, its chapter, its work: what is missing and what is no title."""

from typing import Final

from homs_wiki.page.citations.judging.identifiers import is_accepted
from homs_wiki.page.citations.judging.people import judge_link
from homs_wiki.page.citations.judging.reading import CHAPTERS, MADE, Reading
from homs_wiki.source.lazy import lazily

_SCRIPT: Final = lazily(r"([a-z]{2,3}) *:.")
_APOSTROPHES: Final = lazily("''+")
_ONLY_APOSTROPHES: Final = lazily("'+")
_CHAPTER_TEXTS: Final = frozenset({"chapter", "script-chapter", "chapter-url"})
_CHAPTER: Final = ("chapter", "trans-chapter", "chapter-url", "script-chapter", "chapter-format")
KEYWORD_LINKS: Final = frozenset({"none", "pmc", "doi"})
"""Values of title-link that say which identifier links the title."""


def judge_work(reading: Reading, *, has_chapters: bool) -> None:
    """Judge the work and the publisher as they are written, before anything is moved.

    Args:
        reading: the citation.
        has_chapters: whether the template has chapters.
    """
    values = reading.values
    for name in ("work", "publisher"):
        if name in values and "''" in values[name]:
            reading.add("err_apostrophe_markup", name)
    is_article = reading.kind in ("journal", "magazine") and "script-work" not in values
    if is_article and _ONLY_APOSTROPHES.fullmatch(values.get("work", "'")):
        reading.add("err_missing_periodical", "work")
    if reading.subjects & CHAPTERS and not has_chapters:
        reading.add("err_chapter_ignored", *(name for name in _CHAPTER if name in values))


def judge_rare(reading: Reading) -> None:
    """Judge pairs of parameters of which few citations have one, before anything is moved."""
    values, kind = reading.values, reading.kind
    pairs = []
    if kind == "mailinglist":
        pairs.append(("work", "mailing-list"))
    has_entries = kind == "encyclopaedia" or (kind == "citation" and "encyclopedia" in values)
    if has_entries and not reading.module.is_newer:  # which say of the work that it is ignored
        pairs.append(("work", "encyclopedia"))
    if kind == "techreport" and reading.names.get("issue") == "number":
        pairs.append(("issue", "id"))
    if kind == "episode":
        pairs.append(("season", "series-number"))
    pairs.append(("minutes", "time"))
    for first, second in pairs:
        if first in values and second in values:
            other = reading.parameters[first].name
            reading.add("err_redundant_parameters", second, first, other=other)
    if kind == "map" and "chapter" in values and reading.names.get("chapter") != "section":
        reading.add("err_redundant_parameters", "chapter", "map", other="map")
    if kind == "newsgroup" and "publisher" in values:
        reading.add("err_parameter_ignored", "publisher")


def judge_scripts(reading: Reading, *, has_chapters: bool) -> None:
    """Judge texts in another script, which begin with the code of their language."""
    values = reading.values
    names = ["script-title", "script-work", "script-quote"]
    if has_chapters:
        names.append("script-chapter")
    for name in names:
        value = values.get(name)
        if value is None or value is MADE:
            continue
        match = _SCRIPT.match(value)
        if not match or match[1] not in reading.module.languages.scripts:
            reading.add("err_script_parameter", name)


def judge_title(reading: Reading) -> bool:
    """Judge the title; tell whether there is one, perhaps an empty one on purpose."""
    values = reading.values
    title = values.get("title")
    if title is None:
        if "script-title" in values or "trans-title" in values:
            return True
        reading.add("err_citation_missing_title")
        return False
    if title is MADE:
        return True
    if title == "(())" or (title in ("none", "off") and _is_untitled(reading)):
        reading.add("maint_untitled", "title")
        if title != "(())":
            reading.drop("title")
        return True
    words = reading.module.titles
    lower = title.lower()
    if lower in words.archived and "archive-url" in values:
        reading.add("maint_archived_copy", "title")
    if not is_accepted(title):
        mark = "," if reading.cs2 else "."
        shown = title[:-1] if title[-1] == mark else title
        if words.in_lower(lower) or words.in_written(shown, lower):
            reading.add("err_generic_title", "title")
    return True


def _is_untitled(reading: Reading) -> bool:
    if reading.kind not in ("journal", "citation"):
        return False
    work = reading.names.get("work")
    return work == "journal" or (
        work is None and reading.names.get("script-work") == "script-journal"
    )


def judge_title_link(reading: Reading) -> None:
    """Judge the title of the article on the work."""
    values = reading.values
    if reading.kind in ("episode", "serial") and "series-link" in values:
        judge_link(reading, "series-link", values["series-link"], values.get("series", ""))
    link = values.get("title-link")
    if link is not None and link not in KEYWORD_LINKS:
        if is_accepted(link):
            link = link[2:-2]
        judge_link(reading, "title-link", link, values.get("title", ""))


def judge_translations(reading: Reading, *, has_chapters: bool) -> None:
    """Complain of translations of what is not there."""
    values = reading.values
    if "trans-title" in values and not values.keys() & {"title", "script-title"}:
        reading.add("err_trans_missing_title", "trans-title", other="title")
    if has_chapters and "trans-chapter" in values and not values.keys() & _CHAPTER_TEXTS:
        reading.add("err_trans_missing_title", "trans-chapter", other="chapter")
    if "trans-work" in values and not values.keys() & {"work", "script-work"}:
        reading.add("err_trans_missing_title", "trans-work", other="work")
