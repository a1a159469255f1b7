"""The statements of a timeline as rows: for people, and everything for machines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.cli.values import date_as_data, iso
from homs_wiki.page.infobox.text import plain_text
from homs_wiki.page.timeline.days import gregorian_date

if TYPE_CHECKING:
    from homs_wiki.cli.reading import ReadPage
    from homs_wiki.cli.tables import Row
    from homs_wiki.page.timeline import Source, Statement, Timeline, When

_LONGEST = 500  # code points of a sentence
_SHOWN = 160  # code points of a sentence in the table
_MOST_SOURCES = 100  # of one sentence
_CITED = ("title", "work", "url")
_FLAT = frozenset(("from", "to", "sources", "questions"))


def rows(this: ReadPage, timeline: Timeline) -> list[Row]:
    """Return everything that is known of the statements, in the order of the timeline."""
    questions = _questions(this, timeline)
    titles = [
        plain_text(this.page.document, *section.heading.title_span) if section.heading else ""
        for section in this.page.sections
    ]
    return [
        _row(this, statement, titles[statement.section], questions.get(id(statement), []))
        for statement in timeline.statements
    ]


def flat(row: Row) -> Row:
    """Return a row with one value in a cell."""
    sources: list[Row] = row["sources"]  # type: ignore[assignment]
    questions: list[Row] = row["questions"]  # type: ignore[assignment]
    kept = {name: row[name] for name in row if name not in _FLAT}
    return {
        **kept,
        "references": list(dict.fromkeys(_label(source) for source in sources)),
        "published": _published(sources),
        "questions": [question["kind"] for question in questions],
    }


def for_people(row: Row) -> Row:
    """Return a row as the table shows it."""
    sources: list[Row] = row["sources"]  # type: ignore[assignment]
    days: list[str | None] | None = row["days"]  # type: ignore[assignment]
    return {
        "line": row["line"],
        "when": _when(row, days),
        "text": row["text"],
        "section": _section(row),
        "sentence": _shortened(str(row["sentence"]), str(row["text"])),
        "published": "\n".join(_published(sources)),
        "note": "\n".join(_notes(row)),
    }


def sentence(statement: Statement, longest: int = _LONGEST) -> str:
    """Return what the sentence of a statement shows, of a very long one what is around its date."""
    text = statement.text
    if len(text) > 2 * longest:
        start = max(0, statement.offset - longest // 2)
        text = f"{'…' if start else ''}{text[start : start + longest]}…"
    return " ".join(text.split())


def _row(this: ReadPage, statement: Statement, title: str, questions: list[Row]) -> Row:
    found, when = statement.found, statement.when
    return {
        "text": found.text,
        **date_as_data(statement.date),
        "days": _days(when) if when else None,
        "tolerance": when.tolerance if when else None,
        "resolved": statement.is_resolved,
        "years": list(statement.years),
        "fault": found.fault,
        "role": found.role,
        "name": found.name,
        "own": statement.is_own,
        "section": statement.section,
        "section_title": title,
        "sentence": sentence(statement),
        "sources": [_source(source) for source in statement.sources[:_MOST_SOURCES]],
        "questions": questions,
        **this.place(*found.span),
    }


def _days(when: When) -> list[str | None]:
    return [_iso_day(when.first), None if when.is_open else _iso_day(when.last)]


def _iso_day(number: int) -> str:
    year, month, day = gregorian_date(number)
    return f"{year:0{5 if year < 0 else 4}}-{month:02}-{day:02}"


def _source(source: Source) -> Row:
    reference, citation = source.reference, source.citation
    said = {name: (citation.value(name) or None) if citation else None for name in _CITED}
    return {
        "number": reference.number,
        "group": reference.group,
        "name": reference.name,
        **said,
        "published": iso(source.published) if source.published else None,
    }


def _questions(this: ReadPage, timeline: Timeline) -> dict[int, list[Row]]:
    """Return what is asked of a statement, by its ``id``."""
    found: dict[int, list[Row]] = {}
    for contradiction in timeline.contradictions:
        for statement in contradiction.statements:
            lines = [
                this.line(other.found.start)
                for other in contradiction.statements
                if other is not statement
            ]
            question: Row = {"kind": contradiction.kind, "lines": lines}
            found.setdefault(id(statement), []).append(question)
    return found


def _label(source: Row) -> str:
    number = "" if source["number"] is None else str(source["number"])
    return f"{source['group']} {number}".strip() or str(source["name"] or "")


def _published(sources: list[Row]) -> list[str]:
    return sorted({str(source["published"]) for source in sources if source["published"]})


def _section(row: Row) -> str:
    if row["role"] == "infobox":
        return f"(infobox) {row['name']}"
    return str(row["section_title"] or "(lead)")


def _when(row: Row, days: list[str | None] | None) -> str:
    """Return a date in its own precision, of another calendar the Gregorian days."""
    if days is None:
        return ""
    if row["calendar"] == "gregorian":
        return str(row["iso"])
    first, last = days
    return f"≈ {first}" if first == last else f"≈ {first}/{last or '..'}"


def _shortened(shown: str, date: str) -> str:
    """Return the part of a long sentence around its date."""
    if len(shown) <= _SHOWN:
        return shown
    middle = max(shown.find(date), 0) + len(date) // 2
    start = max(0, min(middle - _SHOWN // 2, len(shown) - _SHOWN))
    cut = shown[start : start + _SHOWN].strip()
    return f"{'…' if start else ''}{cut}{'…' if start + _SHOWN < len(shown) else ''}"


_ASKED = {
    "source-older": "every source is older",
    "told-twice": "told twice: see line",
}


def _notes(row: Row) -> list[str]:
    """Return what is to be said of a row beside its date."""
    questions: list[Row] = row["questions"]  # type: ignore[assignment]
    years: list[int] = row["years"]  # type: ignore[assignment]
    notes = []
    if row["fault"]:
        notes.append(str(row["fault"]).replace("-", " "))
    if row["resolved"]:
        notes.append("year from the context")
    if years:
        notes.append(f"year: {' or '.join(map(str, years))}?")
    elif row["days"] is None and not row["fault"]:
        notes.append("year unknown")
    for question in questions:
        lines: list[int] = question["lines"]  # type: ignore[assignment]
        notes.append(" ".join([_ASKED[str(question["kind"])], *map(str, lines)]))
    return notes
