"""Edits of templates, citations and infoboxes."""

import re
from collections.abc import Iterator

from benchmarks.edits.draft import Draft
from benchmarks.edits.sentences import another_digit
from benchmarks.edits.truth import Edited, Truth, place_of
from homs_wiki.page.citations import Citation
from homs_wiki.page.dates import find_dates
from homs_wiki.profile.dates import load_date_facts
from homs_wiki.source import Edit, Span
from homs_wiki.syntax import Parameter, Template

_FEWEST_PARAMETERS = 4
_PLAIN = re.compile(r"[^][{}<>|=\n]{3,}")
_WORD = re.compile(r"(?<![\w'’.-])[^\W\d_]{4,}(?![\w'’.-])")
_DIGITS = re.compile(r"(?<![\w.,-])\d+(?![\w.,-])")
_REWORDED = ("title", "publisher", "work", "newspaper", "journal", "chapter", "location")
_REMOVABLE = ("publisher", "language", "access-date", "location", "agency", "via", "pages")
_ADDED = {"access-date": "3 March 2021", "via": "Open Shelf", "quote": "It was quiet by then"}
_FILE = re.compile(
    r"image|logo|file|photo|map|flag|caption|alt|date|born|died|coord|lat|long", re.IGNORECASE
)
_SWAPS = {
    "web": "cite news", "news": "cite web", "book": "cite journal", "journal": "cite magazine",
}  # fmt: skip


def _is_layable(template: Template) -> bool:
    """Tell whether white space means nothing in it: all its parameters are named."""
    return (
        len(template.parameters) >= _FEWEST_PARAMETERS
        and all(each.equals is not None for each in template.parameters)
        and "<!--" not in template.text
    )


def _layouts(template: Template) -> Iterator[str]:
    """Yield the template as others would write it."""
    pairs = [(each.name, each.source[slice(*each.stripped_span)]) for each in template.parameters]
    name, width = template.name, max(len(each) for each, _ in pairs)
    yield "{{" + name + "".join(f"\n| {key} = {value}" for key, value in pairs) + "\n}}"
    yield ("{{" + name + "".join(f"\n| {key:<{width}} = {value}" for key, value in pairs) + "\n}}")
    yield "{{" + name + "".join(f" |{key}={value}" for key, value in pairs) + "}}"
    yield "{{" + name + "".join(f" | {key} = {value}" for key, value in pairs) + "}}"
    yield "{{" + name + "".join(f"|{key}={value}" for key, value in pairs) + "}}"


def re_formatted(draft: Draft) -> Edited | None:
    """A template written with other line breaks and spaces."""
    templates = [citation.template for citation in draft.page.citations]
    templates += [infobox.template for infobox in draft.page.infoboxes] * 3
    known = [each for each in templates if _is_layable(each)]
    if not (template := draft.pick(known)):
        return None
    layouts = [each for each in _layouts(template) if each.split() != template.text.split()]
    if not layouts:
        return None
    edit = Edit(*template.span, draft.random.choice(layouts))
    truth = Truth("template re-formatted", template.span, place_of([edit], edit))
    return draft.made("template re-formatted", [edit], [truth])


def template_replaced(draft: Draft) -> Edited | None:
    """Another template in the place of one, with the same parameters."""
    for citation in draft.shuffled(draft.page.citations):
        name = _SWAPS.get(citation.kind)
        if name and citation.template.name.lower().startswith("cite"):
            start, end = citation.template.name_span
            end = start + len(draft.text[start:end].rstrip())
            edit = Edit(start, end, name)
            truth = Truth("template replaced", citation.template.span, place_of([edit], edit))
            return draft.made("template replaced", [edit], [truth])
    return None


def _value(parameter: Parameter) -> str:
    return parameter.source[slice(*parameter.stripped_span)]


def _citations(draft: Draft) -> list[Citation]:
    """Return the citations in any order, those that stand twice left out."""
    found = [each for each in draft.page.citations if draft.text.count(each.template.text) == 1]
    return draft.shuffled(found)


def citation_reworded(draft: Draft) -> Edited | None:
    """A word in a parameter of a citation replaced."""
    for citation in _citations(draft):
        for name in draft.shuffled(_REWORDED):
            parameter = citation.get(name)
            if parameter and _PLAIN.fullmatch(_value(parameter)):
                start = parameter.stripped_span.start
                words = list(_WORD.finditer(_value(parameter)))
                if match := draft.pick(words):
                    edit = Edit(
                        start + match.start(), start + match.end(), draft.another_word(match[0])
                    )
                    return draft.replaced(
                        "citation parameter changed", "parameter changed", edit, parameter.name
                    )
    return None


def citation_date(draft: Draft) -> Edited | None:
    """The date of a citation put on another day."""
    facts = load_date_facts(draft.page.profile.language)
    for citation in _citations(draft):
        parameter = citation.get("date")
        if parameter is None:
            continue
        start, value = parameter.stripped_span.start, _value(parameter)
        dates = find_dates(value, facts, field=True)
        if len(dates) == 1 and dates[0].date.is_full_day and not dates[0].date.is_range:
            day = f"{dates[0].date.start.day}"
            places = list(re.finditer(rf"(?<!\d){day}(?!\d)", value, re.ASCII))
            if len(places) == 1:
                other = str(int(day) % 28 + 1).rjust(len(day), "1")
                edit = Edit(start + places[0].start(), start + places[0].end(), other)
                return draft.replaced("citation date changed", "parameter changed", edit, "date")
    return None


def citation_archived(draft: Draft) -> Edited | None:
    """An archived copy added to a citation: two parameters."""
    for citation in _citations(draft):
        url, archive = citation.get("url"), citation.get("archive-url")
        written = {parameter.name for parameter in citation.template.parameters}
        if url and not archive and not written & {"archive-url", "archiveurl", "archive-date"}:
            at = url.end
            address = f" |archive-url=https://web.archive.org/web/20230405060708/{_value(url)}"
            dated = " |archive-date=2023-04-05"
            edit = Edit(at, at, address + dated)
            middle = at + len(address)
            truths = [
                Truth("parameter added", Span(at, at), Span(at, middle), "archive-url"),
                Truth(
                    "parameter added", Span(at, at), Span(middle, middle + len(dated)),
                    "archive-date",
                ),
            ]  # fmt: skip
            return draft.made("citation archived", [edit], truths)
    return None


def citation_parameter_added(draft: Draft) -> Edited | None:
    """One parameter added to the end of a citation."""
    for citation in _citations(draft):
        absent = [name for name in _ADDED if not citation.get(name)]
        parameters = citation.template.parameters
        if "url" not in citation.parameters or not absent or not parameters:
            continue
        if any(citation.get(each.name) is None for each in parameters):
            continue  # one that is empty or unknown would be filled, not joined by another
        name = draft.random.choice(absent)
        at = citation.template.end - 2
        edit = Edit(at, at, f" |{name}={_ADDED[name]}")
        truth = Truth("parameter added", Span(at, at), place_of([edit], edit), name)
        return draft.made("citation parameter added", [edit], [truth])
    return None


def citation_parameter_removed(draft: Draft) -> Edited | None:
    """A parameter of a citation removed."""
    for citation in _citations(draft):
        for name in draft.shuffled(_REMOVABLE):
            parameter = citation.get(name)
            if parameter and parameter.equals is not None:
                edit = Edit(parameter.start - 1, parameter.end, "")
                truth = Truth(
                    "parameter removed", Span(edit.start, edit.end),
                    Span(edit.start, edit.start), parameter.name,
                )  # fmt: skip
                return draft.made("citation parameter removed", [edit], [truth])
    return None


def infobox_field(draft: Draft) -> Edited | None:
    """A number or a word in a field of an infobox changed."""
    for infobox in draft.shuffled(draft.page.infoboxes):
        if infobox.template.parent >= 0:
            continue  # it is the value of a field of another
        for field in draft.shuffled(infobox.fields):
            raw = field.raw
            if field.positional or _FILE.search(field.name) or not _PLAIN.fullmatch(raw):
                continue
            if field.type == "date" or any(
                field.value_span.start <= date.start < field.value_span.end
                for date in draft.page.dates
            ):
                continue
            if edit := _changed(draft, raw, field.value_span.start):
                return draft.replaced("infobox field changed", "field", edit, field.name)
    return None


def _changed(draft: Draft, raw: str, start: int) -> Edit | None:
    if match := draft.pick(list(_DIGITS.finditer(raw))):
        new = another_digit(draft, match[0])
    elif match := draft.pick(list(_WORD.finditer(raw))):
        new = draft.another_word(match[0])
    else:
        return None
    return Edit(start + match.start(), start + match.end(), new)
