"""Volume, issue, pages, edition and place: words that the module writes itself."""

from typing import Final

from homs_wiki.page.citations.judging.identifiers import is_accepted
from homs_wiki.page.citations.judging.reading import Reading
from homs_wiki.source.lazy import lazily

WITH_VOLUME: Final = frozenset(
    {
        "audio-visual", "book", "conference", "encyclopaedia", "interview", "journal", "magazine",
        "map", "news", "report", "techreport", "thesis",
    }
)  # fmt: skip
"""Kinds that show a volume (others of them not)."""

WITH_ISSUE: Final = frozenset({"episode", "interview", "journal", "magazine", "news", "podcast"})
"""Kinds that always show an issue."""

_WITHOUT_PAGES: Final = frozenset(
    {
        "audio-visual", "episode", "mailinglist", "newsgroup", "podcast", "serial", "sign",
        "speech",
    }
)  # fmt: skip
_PERIODICALS: Final = frozenset({"journal", "magazine", "newspaper", "periodical", "work"})

_ISSUE: Final = lazily(r"iss|number|nos?[^a-z]|nr|n[.:= ]")
_PAGES_PREFIX: Final = lazily(r"[Pp][PpGg]?\.?[ 0-9]|[Pp]{1,2}\.&nbsp;|[Pp]age|pgs")
_PLAIN_PAGE: Final = lazily(r"P[^.PpGg]")
_EDITION: Final = lazily(r"(?<![A-Za-z])[Ee](?:d\.?|dn\.?|dition)\Z")
_DIGIT: Final = lazily(r"\d")
_IN_SOURCE: Final = ("page", "pages", "at", "sheet", "sheets")


def judge_numbers(reading: Reading) -> None:
    """Judge what tells where in the source, and where it was published."""
    values = reading.values
    if "page" in values or "pages" in values:
        _judge_pages(reading)
    if "volume" in values and _has_volume(reading) and values["volume"].lower().startswith("vol"):
        reading.add("err_extra_text_volume", "volume")
    if "issue" in values and _ISSUE.match(values["issue"].lower()) and _has_issue(reading):
        reading.add("err_extra_text_issue", "issue")
    if "edition" in values and _EDITION.search(values["edition"]):
        reading.add("err_extra_text_edition", "edition")
    if "quote-page" in values or "quote-pages" in values:
        _judge_quote_pages(reading)
    for name in ("location", "publication-place"):
        if name in values and _DIGIT.search(values[name]):
            reading.add("maint_location", name)
            break


def judge_in_source(reading: Reading) -> None:
    """Complain of several parameters for the place in the source."""
    found = [name for name in _IN_SOURCE if name in reading.values]
    if len(found) > 1:
        other = reading.parameters[found[0]].name
        reading.add("err_redundant_parameters", *reversed(found), other=other)


def _judge_pages(reading: Reading) -> None:
    values = reading.values
    if "page" in values and "pages" in values:
        judge_in_source(reading)
    if reading.kind in _WITHOUT_PAGES:
        return
    if "page" in values:
        if _has_prefix(values["page"]):
            reading.add("err_extra_text_pages", "page")
    elif _has_prefix(_without_marks(values["pages"])):
        reading.add("err_extra_text_pages", "pages")


def _judge_quote_pages(reading: Reading) -> None:
    values = reading.values
    if not values.keys() & {"quote", "trans-quote", "script-quote"}:
        return
    if "quote-page" in values:
        if _has_prefix(values["quote-page"]):
            reading.add("err_extra_text_pages", "quote-page")
    elif _has_prefix(_without_marks(values["quote-pages"])):
        reading.add("err_extra_text_pages", "quote-pages")


def _without_marks(text: str) -> str:
    if is_accepted(text):
        text = text[2:-2]
    return text.replace("&nbsp;", " ")


def _has_prefix(text: str) -> bool:
    if text[0] not in "Pp":
        return False
    return bool(_PAGES_PREFIX.match(text)) and not _PLAIN_PAGE.match(text)


def _has_volume(reading: Reading) -> bool:
    if reading.kind != "citation":
        return reading.kind in WITH_VOLUME
    work, script = reading.names.get("work"), reading.names.get("script-work")
    return work != "website" and not (work is None and script == "script-website")


def _has_issue(reading: Reading) -> bool:
    if reading.kind == "citation":
        return reading.names.get("work") in _PERIODICALS
    if reading.kind in ("conference", "map"):
        return "work" in reading.values
    return reading.kind in WITH_ISSUE
