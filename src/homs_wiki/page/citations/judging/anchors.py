"""The anchor of a citation, as the module makes it by itself."""

from typing import Final

from homs_wiki.page.citations.judging.people import Name, People
from homs_wiki.page.citations.judging.reading import MADE, Reading
from homs_wiki.source.lazy import lazily

_LINK: Final = lazily(r"\[\[(?:[^\[\]|]*\|)?([^\[\]]*)\]\]")
_TEMPLATE: Final = lazily(r"\{\{\s*(?:[Ss]fnref|SfnRef|sfnRef|[Hh]arvid)\s*\|([^{}=]*)\}\}")
_YEAR: Final = (
    lazily(r"n\.d\.[^\W\d_]?|nd[^\W\d_]?"),
    lazily(r"c\. [0-9]{3,4}[^\W\d_]?"),
    lazily(r"[0-9]{4}[–-][0-9]{4}[^\W\d_]?|[0-9]{4}[–-][0-9]{2}(?![0-9-])[^\W\d_]?"),
    lazily(r"[0-9]{3,4}[^\W\d_]?\Z"),
    lazily(r"[0-9]{3,4}"),
)


def judge_anchor(reading: Reading, people: People) -> None:
    """Note an anchor that the module would have made itself."""
    ref = reading.values.get("ref")
    names = people.contributors or people.authors or people.editors
    if ref is None:
        if len(names) == 1 and not names[0].last and not _year(reading):
            reading.add("maint_ref_duplicates_default")
        return
    if not names or any(MADE in name.last for name in names[:4]):
        return
    if ref is MADE:
        ref = _made(reading.parameters["ref"].value)
    if _encoded(ref) == _encoded(anchor(names, _year(reading))):
        reading.add("maint_ref_duplicates_default", "ref")


def _made(wikitext: str) -> str:
    """Return the anchor that the usual template for it makes; empty for other templates."""
    match = _TEMPLATE.fullmatch(wikitext.strip())
    return "CITEREF" + "".join(map(str.strip, match[1].split("|"))) if match else ""


def anchor(names: list[Name], year: str) -> str:
    """Return the anchor of a citation by its surnames, of which four count, and its year."""
    return "CITEREF" + "".join(_unlinked(name.last) for name in names[:4]) + year


def _year(reading: Reading) -> str:
    values = reading.values
    if "year" in values and "date" in values:
        return values["year"]
    date = values.get("date", "")
    for pattern in _YEAR:
        if match := pattern.search(date):
            return match[0]
    return ""


def _unlinked(name: str) -> str:
    return _LINK.sub(r"\1", name) if "[[" in name else name


def _encoded(text: str) -> str:
    return text.strip().replace(" ", "_")
