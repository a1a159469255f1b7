"""A citation as Module:Citation/CS1 receives it: parameters sorted by what they mean.

Each value is looked at once on the way in; most need nothing more than a few searches for a
character.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any, Final

from homs_wiki.page.by_name import ByName
from homs_wiki.page.citations.judging.condition import Condition
from homs_wiki.page.citations.judging.values import (
    exemptions,
    judge_address,
    judge_assignment,
    judge_characters,
    judge_language_link,
    with_markers,
)
from homs_wiki.profile.citation_module import CitationModule
from homs_wiki.profile.citation_names import ParameterName
from homs_wiki.profile.memo import Memo
from homs_wiki.syntax import Parameter, Template, without_comments

MADE: Final = "{{}}"
"""Stands for a value that a template makes: something is there, nobody knows what."""

# Subjects. A citation without a parameter of a subject needs no look at it.
AUTHORS: Final = 1
EDITORS: Final = 2
OTHER_PEOPLE: Final = 4
DATES: Final = 8
IDENTIFIERS: Final = 16
WORDS: Final = 32
NUMBERS: Final = 64
RARE: Final = 128
CHAPTERS: Final = 256
RARE_DATES: Final = 512
# What newer editions look at besides, in the light of the dates, and among identifiers.
NEWLY_DATED: Final = 1024
NEWLY_NOTED: Final = 2048

_SUBJECTS: Final = {
    AUTHORS: "people vauthors display-authors last first author-link author-mask",
    EDITORS: "veditors display-editors editor-last editor-first editor-link editor-mask",
    OTHER_PEOPLE: "display-translators display-interviewers display-contributors translator-last"
    " translator-first interviewer-last interviewer-first contributor-last contributor-first"
    " translator-link interviewer-link contributor-link",
    DATES: "access-date archive-date date doi-broken-date lay-date pmc-embargo-date"
    " publication-date year",
    IDENTIFIERS: "arxiv asin asin-tld bibcode bibcode-access biorxiv citeseerx doi doi-access"
    " doi-broken-date eissn hdl hdl-access isbn ismn issn jfm jstor jstor-access lccn medrxiv"
    " message-id mr oclc ol ol-access osti osti-access pmc pmc-embargo-date pmid rfc s2cid"
    " s2cid-access sbn ssrn ssrn-access zbl class",
    WORDS: "chapter-url-access df language map-url-access mode name-list-style no-pp no-tracking"
    " postscript ref url-access url-status",
    NUMBERS: "edition issue location page pages publication-place quote-page quote-pages volume",
    RARE_DATES: "doi-broken-date lay-date pmc-embargo-date publication-date year",
    NEWLY_DATED: "archive-date isbn location publication-place",
    NEWLY_NOTED: "bibcode doi",
    CHAPTERS: "chapter chapter-format chapter-url script-chapter trans-chapter",
    RARE: "archive-format at book-title chapter-format conference conference-format"
    " conference-url encyclopedia format lay-format lay-url mailing-list map map-format map-url"
    " minutes newsgroup number others script-chapter script-map script-quote"
    " script-title script-work season series-link series-number sheet sheets time title-link"
    " trans-chapter trans-map trans-title trans-work transcript transcript-format transcript-url",
}


@cache
def _subjects() -> dict[str, int]:
    subjects: dict[str, int] = {}
    for subject, names in _SUBJECTS.items():
        for name in names.split():
            subjects[name] = subjects.get(name, 0) | subject
    return subjects


class _Slot:
    """Where the value of a parameter goes, and what is looked for in it.

    Attributes:
        name: what the module makes of the name.
        is_plain: nothing is to be said of the name.
        is_usual: besides, something is read from it.
        is_read: the value is not dropped.
        canonical: the parameter; empty if nothing reads it.
        english: the module's own name for it.
        subjects: which it belongs to.
        is_asked_for: which of its names is used makes a difference.
        punctuated: a stray mark at an end of the value is one.
        linked: an address in the value is wrong.
        is_text: one of the two.
    """

    __slots__ = (
        "canonical", "english", "is_asked_for", "is_plain", "is_read", "is_text", "is_usual",
        "linked", "name", "punctuated", "subjects",
    )  # fmt: skip

    def __init__(self, kind: str, name: ParameterName) -> None:
        canonical = name.canonical
        self.is_read = name.status not in ("unknown", "positional") and (
            canonical != "encyclopedia" or kind in ("encyclopaedia", "citation")
        )
        self.name = name
        self.english = name.english
        self.is_plain = name.status == "valid" and self.is_read
        self.canonical = canonical if self.is_read else ""
        self.is_usual = self.is_plain and bool(canonical)
        base = canonical if canonical == "s2cid" else canonical.rstrip("0123456789")
        self.subjects = _subjects().get(base, 0)
        self.is_asked_for = canonical in _ASKED_FOR
        self.punctuated, self.linked = exemptions(base, name.written)
        self.is_text = self.punctuated or self.linked


# Parameters of which it is asked which name is used, and what these may be moved to.
_ASKED_FOR: Final = frozenset(
    {"chapter", "encyclopedia", "issue", "mailing-list", "people", "script-work", "work"}
)


@cache
def _slots_by_template(module: CitationModule) -> ByName["tuple[str, Memo[str, _Slot]] | None"]:
    """Return by name of a template: its class, if the module has another, and its parameters."""
    by_kind: dict[str, tuple[str, Memo[str, _Slot]]] = {}

    def slots(name: str) -> "tuple[str, Memo[str, _Slot]] | None":
        kind = module.kind(name)
        if kind is None:
            return None
        names = module.names.of(kind, name)
        if names is None:
            return None
        own = "" if kind == module.profile.citation_kind(name) else kind
        return by_kind.setdefault(kind, (own, Memo(lambda written: _Slot(kind, names[written]))))

    return ByName(slots, None)


class Reading:
    """What the module knows of a citation while it judges it.

    Attributes:
        kind: the class of the template, as the module has it.
        module: the module of the wiki.
        today: the day of the judgement (UTC).
        values: canonical name → value, trimmed, never empty.
        parameters: canonical name → where it stands.
        names: canonical name → the module's own name for it that is used here, where that matters.
        repeated: parameters of which another of that meaning counts.
        conditions: what has been found so far.
        subjects: which occur.
        cs2: it has the commas of Citation Style 2.
        walked: role → the number up to which its names were asked for.
        is_open: some parameter may be one that is not known here.
    """

    __slots__ = (
        "conditions", "cs2", "is_open", "kind", "module", "names",
        "parameters", "repeated", "subjects", "template", "today", "values", "walked",
    )  # fmt: skip

    def __init__(self, kind: str, template: Template, module: CitationModule, today: date) -> None:
        self.kind = kind
        self.template = template
        self.module = module
        self.today = today
        self.values: dict[str, str] = {}
        self.parameters: dict[str, Parameter] = {}
        self.names: dict[str, str] = {}
        self.repeated: list[tuple[str, Parameter]] = []
        self.conditions: list[Condition] = []
        self.subjects = 0
        self.walked: dict[str, int] = {}
        self.cs2 = kind == "citation"
        self.is_open = False

    def add(self, identifier: str, *names: str, **values: str) -> None:
        """Keep a condition on the parameters of some canonical names, as far as they are there."""
        parameters = tuple(self.parameters[name] for name in names if name in self.parameters)
        if parameters:
            values.setdefault("name", parameters[0].name)
            values.setdefault("value", self.values.get(names[0], ""))
        self.conditions.append(Condition(identifier, parameters, values))

    def add_at(self, identifier: str, *parameters: Parameter, **values: str) -> None:
        """Keep a condition on some parameters, the first of them to be marked."""
        values.setdefault("name", parameters[0].name)
        self.conditions.append(Condition(identifier, parameters, values))

    def move(self, old: str, new: str) -> None:
        """Let the parameter ``old`` be ``new``, which loses what it had."""
        tables: tuple[dict[str, Any], ...] = (self.values, self.parameters, self.names)
        for table in tables:
            value = table.pop(old, None)
            table.pop(new, None)
            if value is not None:
                table[new] = value

    def drop(self, *names: str) -> None:
        """Let parameters have no value."""
        for name in names:
            self.values.pop(name, None)


def read(
    kind: str,
    template: Template,
    module: CitationModule,
    today: date,
    parameters: Sequence[Parameter] | None = None,
) -> Reading | None:
    """Return a citation as its module receives it; None if it is none of the module's.

    What the names of parameters and the mere text of values give rise to is judged already.

    Args:
        kind: the class of the template.
        template: the citation.
        module: the module of the wiki.
        today: the day of the judgement (UTC).
        parameters: those that it would have, if not its own.
    """
    found = _slots_by_template(module)(template)
    if found is None:
        return None
    own_kind, slots = found
    if parameters is None:
        parameters = template.parameters
    if module.switches and _is_switched(parameters, module):
        return None
    reading = Reading(own_kind or kind, template, module, today)
    _read_values(reading, parameters, slots)
    return reading


def _read_values(
    reading: Reading, parameters: Sequence[Parameter], slots: Memo[str, _Slot]
) -> None:
    template = reading.template
    is_nested = template.after > template.index + 1
    # Most values are passed without a call.
    has_signs = is_nested or parameters is not template.parameters or _has_signs(template.text)
    values, held = reading.values, reading.parameters
    subjects = 0
    empty = []
    for name, parameter in {each.name: each for each in parameters}.items():
        slot = slots[name]
        equals = parameter.equals
        start = parameter.start if equals is None else equals + 1
        value = _value(parameter) if is_nested else parameter.source[start : parameter.end].strip()
        if "<" in value or len(value) > _LONGEST_VALUE:
            value = _marked(value, reading.module.profile.extension_tags)
        if not value:
            if not slot.is_plain:
                empty.append((parameter, slot))
            continue
        canonical = slot.canonical
        if slot.is_usual and canonical not in values:
            values[canonical] = value
            held[canonical] = parameter
            subjects |= slot.subjects
            if slot.is_asked_for:
                reading.names[canonical] = slot.english
        elif not _is_taken(reading, slot, parameter, value, slots):
            continue
        if (
            has_signs
            or "=" in value
            or not value.isprintable()
            or (slot.is_text and (value[-1] in ",;:" or "//" in value))
        ):
            _judge_value(reading, slot, parameter, value)
    reading.subjects |= subjects
    if empty:
        _judge_empty(reading, empty)


def _has_signs(text: str) -> bool:
    return "[[" in text or "\ufffd" in text or "news:" in text


def _is_taken(
    reading: Reading, slot: _Slot, parameter: Parameter, value: str, slots: Memo[str, _Slot]
) -> bool:
    """Keep a value that is not a usual one; tell whether its text counts."""
    if not slot.is_plain:
        _judge_name(reading, slot, parameter, value)
        if not slot.is_read:
            return False
    canonical = slot.canonical
    if canonical:
        reading.subjects |= slot.subjects
        if canonical in reading.values:
            _judge_repeated(reading, slot, parameter, value, slots)
        else:
            _keep(reading, slot, parameter, value)
    return True


def _keep(reading: Reading, slot: _Slot, parameter: Parameter, value: str) -> None:
    reading.values[slot.canonical] = value
    reading.parameters[slot.canonical] = parameter
    if slot.is_asked_for:
        reading.names[slot.canonical] = slot.english


def _is_switched(parameters: Sequence[Parameter], module: CitationModule) -> bool:
    return any(
        parameter.equals is None and parameter.value.strip() in module.switches
        for parameter in parameters
    )


def _judge_value(reading: Reading, slot: _Slot, parameter: Parameter, value: str) -> None:
    """Look at the text of a value, whatever it is for."""
    if value is MADE:
        return
    if "=" in value:
        judge_assignment(reading, parameter, value)
    if not value.isprintable() or "\ufffd" in value:
        judge_characters(reading, slot.canonical, parameter, value)
    if "[[" in value:
        judge_language_link(reading, parameter, value)
    if slot.linked and ("//" in value or "news:" in value):
        judge_address(reading, parameter, value)
    if slot.punctuated and (value[-1] in ",;:" or value[0] == "="):
        reading.add_at("maint_extra_punct", parameter, value=value)


def _value(parameter: Parameter) -> str:
    """Return a value in which there may be nodes: comments, templates, tags of extensions."""
    source = parameter.source
    start, end = parameter.value_span
    # Values of nested templates hold all the inner ones: only short ones are looked into.
    if end - start > _LONGEST_VALUE:
        return MADE
    has_braces = "{{" in source[start:end]
    value = without_comments(source[start:end]).strip()
    if has_braces:
        for template, text in _CONSTANTS.items():
            value = value.replace(template, text)
        if "{{" in value:
            return MADE
    return value


def _marked(value: str, extension_tags: frozenset[str]) -> str:
    return MADE if len(value) > _LONGEST_VALUE else with_markers(value, extension_tags)


# What is longer counts as given, and is not judged: nobody writes that, but hostile pages do.
_LONGEST_VALUE: Final = 2000
# Templates that are a character on every wiki.
_CONSTANTS: Final = {
    "{{!}}": "|", "{{=}}": "=", "{{ndash}}": "&ndash;", "{{mdash}}": "&mdash;",
}  # fmt: skip


def _judge_name(reading: Reading, slot: _Slot, parameter: Parameter, value: str) -> None:
    """Say what is to be said of a parameter by its name alone."""
    name = slot.name
    if name.status == "positional":
        reading.add_at("err_text_ignored", parameter, value=value)
        if value is not MADE and "=" in value:
            judge_assignment(reading, parameter, value)
    elif name.status == "deprecated":
        reading.add_at("err_deprecated_params", parameter, value=value)
    elif name.status == "suggested":
        reading.add_at(
            "err_parameter_ignored_suggest", parameter, other=name.suggestion, value=value
        )
    elif name.status == "open" or "{{" in name.written:
        reading.is_open = True
    else:
        reading.add_at("err_parameter_ignored", parameter, value=value)


def _judge_repeated(
    reading: Reading, slot: _Slot, parameter: Parameter, value: str, slots: Memo[str, _Slot]
) -> None:
    """Keep of two parameters of one meaning the one that counts."""
    canonical = slot.canonical
    held = reading.parameters[canonical]
    if slot.name.rank < slots[held.name].name.rank:
        _keep(reading, slot, parameter, value)
        held, parameter = parameter, held
    reading.repeated.append((canonical, parameter))


def _judge_empty(reading: Reading, empty: list[tuple[Parameter, _Slot]]) -> None:
    """Say which parameters without a value are unknown; names that still work are so here."""
    unknown = [
        parameter
        for parameter, slot in empty
        if slot.name.status not in ("valid", "open") and "{{" not in parameter.name
    ]
    if unknown:
        names = ", ".join(parameter.name or "=" for parameter in unknown)
        reading.add_at("err_param_unknown_empty", *unknown, other=names)
