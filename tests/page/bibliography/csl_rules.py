"""What CSL-JSON may say: types and variables of CSL 1.0.2, and what its processors expect.

Stricter than the JSON schema of the Citation Style Language project: no value may be empty, dates
are numbers of days that there may be, seasons are 1 to 4, and names are told apart or literal.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TYPES = _words("""
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic
    hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet
    paper-conference patent performance periodical personal_communication post post-weblog
    regulation report review review-book software song speech standard thesis treaty webpage
    """)
NAMES = _words("""
    author chair collection-editor compiler composer container-author contributor curator director
    editor editorial-director executive-producer guest host illustrator interviewer narrator
    organizer original-author performer producer recipient reviewed-author script-writer
    series-creator translator
    """)
DATES = _words("accessed available-date event-date issued original-date submitted")
TEXTS = _words("""
    abstract annote archive archive-place archive_collection archive_location authority call-number
    chapter-number citation-key collection-number collection-title container-title
    container-title-short dimensions division DOI edition event-place event-title genre ISBN ISSN
    issue jurisdiction keyword language locator medium note number number-of-pages
    number-of-volumes original-publisher original-publisher-place original-title page page-first
    part part-title PMCID PMID printing publisher publisher-place references reviewed-genre
    reviewed-title scale section source status supplement title title-short URL version volume
    volume-title volume-title-short year-suffix
    """)


def faults(items: list[dict[str, Any]]) -> list[str]:
    """Return what is wrong with items, each fault with the id of its item."""
    found = [f"{item.get('id')}: {fault}" for item in items for fault in _item(item)]
    ids = Counter(item.get("id") for item in items)
    return found + [f"{key}: given twice" for key, count in ids.items() if count > 1]


def _item(item: Mapping[str, Any]) -> list[str]:
    found = []
    for name, value in item.items():
        if name == "type":
            fits = value in TYPES
        elif name == "custom":
            fits = isinstance(value, dict) and all(_custom(each) for each in value.values())
        elif name in NAMES:
            fits = isinstance(value, list) and bool(value) and all(map(_name, value))
        elif name in DATES:
            fits = _date(value)
        else:
            fits = (name == "id" or name in TEXTS) and _text(value)
        if not fits:
            found.append(f"{name}: {value!r}")
    return found + [f"no {name}" for name in ("id", "type") if name not in item]


def _text(value: object) -> bool:
    return isinstance(value, str) and value != "" and value == value.strip() and "\n" not in value


def _custom(value: object) -> bool:
    return _date(value) if isinstance(value, dict) else _text(value)


def _name(value: object) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() in ({"literal"}, {"family", "given"})
        and all(map(_text, value.values()))
    )


def _date(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    if value.keys() == {"literal"}:
        return _text(value["literal"])
    return (
        value.keys() <= {"date-parts", "season", "circa"}
        and value.get("season", 1) in (1, 2, 3, 4)
        and value.get("circa", True) is True
        and len(value["date-parts"]) in (1, 2)
        and all(map(_parts, value["date-parts"]))
    )


def _parts(parts: list[object]) -> bool:
    limits = (range(1, 10_000), range(1, 13), range(1, 32))
    return 1 <= len(parts) <= 3 and all(
        type(part) is int and part in limit
        for part, limit in zip(parts, limits[: len(parts)], strict=True)
    )
