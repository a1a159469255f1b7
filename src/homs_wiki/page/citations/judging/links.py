"""The addresses of a citation, the copies in archives, and the texts that are linked."""

from calendar import monthrange
from typing import Final

from homs_wiki.page.citations.judging.addresses import is_good
from homs_wiki.page.citations.judging.reading import MADE, RARE, Reading
from homs_wiki.source.lazy import lazily

_NO_ORIGINAL: Final = frozenset({"unfit", "usurped", "bot: unknown"})
_WAYBACK: Final = lazily(r"//(live)?web\.archive\.org/")
_COPY: Final = lazily(r"([^0-9]*)([0-9]+)([^/]*)/")
_FLAG: Final = lazily(r"[A-Za-z]{2}_")
_WIKISOURCE: Final = lazily(r"\[\[(?:s|wikisource):[^\[\]]*\]\]")
_LANGUAGE_LINK: Final = lazily(r"\[\[([A-Za-z]+):[^\[\]]*\]\]")
_FORMATS: Final = (
    ("format", "url"), ("archive-format", "archive-url"), ("conference-format", "conference-url"),
    ("lay-format", "lay-url"), ("transcript-format", "transcript-url"),
)  # fmt: skip


_OTHER_LINKS: Final = ("conference-url", "lay-url", "transcript-url")
_LINKED_TEXTS: Final = (
    ("conference", "conference-url"), ("transcript", "transcript-url"), ("chapter", "chapter-url"),
)  # fmt: skip


class Links:
    """What the module knows of a citation's addresses after it has looked at the archive's.

    Attributes:
        is_auto: the title is linked by an identifier.
        status: url-status, if it is a word the module knows.
    """

    __slots__ = ("is_auto", "status")

    def __init__(self, is_auto: bool, status: str) -> None:
        self.is_auto = is_auto
        self.status = status


def judge_archive_address(reading: Reading) -> None:
    """Take out the address of a copy, and its date, if the module does not use it."""
    copy = reading.values.get("archive-url")
    if copy is None or copy is MADE:
        return
    reason = _fault(copy, reading)
    if reason:
        reading.add("err_archive_url", "archive-url", reason=reason)
    elif copy in (reading.values.get("url"), reading.values.get("chapter-url")):
        reading.add("err_bad_url", "archive-url", reason="same")
    else:
        return
    reading.drop("archive-url", "archive-date")


def _fault(copy: str, reading: Reading) -> str:
    """Return what is wrong with the address of a copy at archive.org; empty if nothing is."""
    match = _WAYBACK.search(copy)
    if match is None:
        return ""
    rest = copy[match.end() :]
    if rest.startswith("save/"):
        return "save command"
    if match[1]:
        return "liveweb"
    parts = _COPY.match(rest)
    if parts is None or len(parts[2]) != 14:
        return "timestamp"
    path, flag = parts[1], parts[3]
    if path not in ("", "web/"):
        return "path"
    if flag and (not path or not _FLAG.search(flag)):
        return "flag"
    if reading.module.is_newer and not _is_time(parts[2], reading.today.year + 1):
        return "timestamp"
    return ""


def _is_time(digits: str, last_year: int) -> bool:
    """Tell whether there was, or soon will be, the day that the address of a copy begins with."""
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    if not (_FIRST_COPY <= year <= last_year and 1 <= month <= _MONTHS):
        return False
    return 1 <= day <= _SHORTEST_MONTH or 1 <= day <= monthrange(year, month)[1]


# The year in which archive.org began.
_FIRST_COPY: Final = 1996
_MONTHS: Final = 12
_SHORTEST_MONTH: Final = 28


def judge_links(reading: Reading, links: Links, *, has_chapters: bool) -> None:
    """Judge the addresses and what is missing beside them.

    Args:
        reading: the citation, its parameters being what the module takes them for.
        links: how its title is linked.
        has_chapters: whether a chapter is shown.
    """
    values = reading.values
    has_url = "url" in values or "chapter-url" in values
    if "access-date" in values and not has_url:
        reading.add("err_accessdate_missing_url", "access-date")
    if "url" not in values and _wants_url(reading):
        reading.add("err_cite_web_url")
    if "archive-url" in values:
        _judge_copy(reading, links, has_url=has_url)
    elif links.status:
        reading.add("maint_url_status", "url-status")
    for name in _linked(reading, links, has_chapters=has_chapters):
        value = values[name]
        if name == "newsgroup":
            value = f"news:{value}"
        if MADE not in value and not is_good(value, is_newer=reading.module.is_newer):
            reading.add("err_bad_url", name)


def _wants_url(reading: Reading) -> bool:
    if reading.kind == "citation":
        works = reading.names.get("work"), reading.names.get("script-work")
        return works[0] == "website" or (works[0] is None and works[1] == "script-website")
    return reading.kind in ("mailinglist", "podcast", "web")


def _judge_copy(reading: Reading, links: Links, *, has_url: bool) -> None:
    if "archive-date" not in reading.values and not links.is_auto:
        reading.add("err_archive_missing_date", "archive-url")
    if not has_url:
        reading.add("err_archive_missing_url", "archive-url")
    elif links.status in ("unfit", "usurped"):
        if not reading.module.is_newer:
            reading.add("maint_unfit", "url-status")
    elif links.status == "bot: unknown":
        reading.add("maint_bot_unknown", "url-status")


def _linked(reading: Reading, links: Links, *, has_chapters: bool) -> list[str]:
    """Return the parameters whose addresses become links."""
    values = reading.values
    linked: list[str] = []
    if reading.subjects & RARE:
        linked = [name for name in _OTHER_LINKS if name in values]
    original = "chapter-url" if "chapter-url" in values else "url"
    has_copy = "archive-url" in values and original in values
    is_live = links.status == "live"
    replaced = original if has_copy and not is_live else ""
    if "url" in values and replaced != "url":
        linked.append("url")
    if has_chapters and "chapter-url" in values and replaced != "chapter-url":
        linked.append("chapter-url")
    if "newsgroup" in values and reading.kind == "newsgroup":
        linked.append("newsgroup")
    if not has_copy:
        return linked
    if not is_live and (original == "url" or has_chapters):
        linked.append("archive-url")
    if "archive-date" in values:
        if is_live:
            linked.append("archive-url")
        elif links.status not in _NO_ORIGINAL:
            linked.append(original)
    return list(dict.fromkeys(linked))


def judge_formats(reading: Reading, links: Links, *, has_chapters: bool) -> None:
    """Complain of the format of an address that is not there."""
    values = reading.values
    for name, url in _FORMATS:
        if name in values and url not in values and not (url == "url" and links.is_auto):
            reading.add("err_format_missing_url", name, other=url)
    if has_chapters and "chapter-format" in values and "chapter-url" not in values:
        reading.add("err_format_missing_url", "chapter-format", other="chapter-url")


def judge_linked_texts(
    reading: Reading, links: Links, *, has_title: bool, has_chapters: bool
) -> None:
    """Complain of addresses without a text, and of links in a text that is linked itself.

    Args:
        reading: the citation, its parameters being what the module takes them for.
        links: how its title is linked.
        has_title: whether there is a title; of a citation without one only that is said.
        has_chapters: whether a chapter is shown.
    """
    values = reading.values
    if reading.subjects & RARE or "chapter-url" in values:
        for text, url in _LINKED_TEXTS:
            if url in values and (has_chapters or url != "chapter-url"):
                _judge_pair(reading, text, url, has_title=has_title)
    title = values.get("title", "")
    is_linked = "url" in values or links.is_auto
    if "url" in values and not title and "script-title" not in values:
        if has_title:
            reading.add("err_bare_url_missing_title", "url", other="title")
        title = values["url"]
    if is_linked and "[[" in title and _has_link(reading, title):
        reading.add("err_wikilink_in_url", "title", "url")
    elif "url" in values and "title-link" in values:
        reading.add("err_wikilink_in_url", "title-link", "url")
    elif "[[" in title and values.get("title-link", "").startswith(("s:", "wikisource:")):
        reading.add("err_wikilink_in_url", "title", "title-link")


def _has_link(reading: Reading, text: str) -> bool:
    """Tell whether there is a link in text, other than to another language's wiki."""
    prefixes = reading.module.languages.prefixes
    others = _LANGUAGE_LINK.sub(
        lambda match: "" if match[1].lower() in prefixes else match[0], text
    )
    return "[[" in others


def _judge_pair(reading: Reading, text: str, url: str, *, has_title: bool) -> None:
    values = reading.values
    shown = values.get(text) or values.get(f"script-{text}") or ""
    if not shown:
        if has_title:
            reading.add("err_bare_url_missing_title", url, other=text)
        shown = values[url]
    if "[[" in shown and not _WIKISOURCE.fullmatch(shown):
        reading.add("err_wikilink_in_url", text, url)
