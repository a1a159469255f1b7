"""Templates: replaced, re-formatted, and their parameters; citations by their canonical names."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from homs_wiki.diff.changes.comparing import Pairing, Task
from homs_wiki.diff.changes.dates import dates_in, iso
from homs_wiki.diff.changes.findings import Findings
from homs_wiki.diff.changes.infobox import Fields, typed_values
from homs_wiki.diff.changes.model import ChangeKind
from homs_wiki.diff.changes.pairing import alike
from homs_wiki.diff.changes.passage import Passage, Unit, template_name
from homs_wiki.diff.text.alignment import longest_increasing
from homs_wiki.profile import Profile
from homs_wiki.source import Span
from homs_wiki.syntax import Parameter, Template

_PROSE: Final = 150
"""A value of so many code points is read as text, sentence by sentence."""
_DATES: Final = frozenset(
    (
        "access-date", "air-date", "archive-date", "date", "doi-broken-date", "lay-date",
        "orig-date", "publication-date", "year",
    )
)  # fmt: skip
_KINDS: Final = {
    False: (
        ChangeKind.PARAMETER_ADDED,
        ChangeKind.PARAMETER_REMOVED,
        ChangeKind.PARAMETER_CHANGED,
    ),
    True: (ChangeKind.FIELD_ADDED, ChangeKind.FIELD_REMOVED, ChangeKind.FIELD_CHANGED),
}

_Key = tuple[str, int]


class _Same(NamedTuple):
    """A parameter on both sides."""

    key: str
    old: Parameter
    new: Parameter


def compare_templates(
    findings: Findings, pairing: Pairing, old: Unit, new: Unit, more: Callable[[Task], None]
) -> None:
    """Tell what changed in a template that stands on both sides."""
    if isinstance(old.node, Template) and isinstance(new.node, Template):
        _Templates(findings, pairing, old.node, new.node, more).tell()
        return
    spans = pairing.old.unit_span(old), pairing.new.unit_span(new)
    values = old.text, new.text
    name = new.key.strip("{")
    findings.add(ChangeKind.TEMPLATE_REPLACED, spans, name, values, pairing.within)


class _Templates:
    """A template on both sides."""

    def __init__(
        self,
        findings: Findings,
        pairing: Pairing,
        old: Template,
        new: Template,
        more: Callable[[Task], None],
    ) -> None:
        self.findings = findings
        self.pairing = pairing
        self.old = old
        self.new = new
        self.more = more
        profile = pairing.new.profile
        self.names = template_name(old, profile), template_name(new, profile)
        self.citation = profile.citation_kind(new.name)
        self.fields = Fields.of(profile, new.name)

    def tell(self) -> None:
        """Note everything that changed."""
        spans = self._span(0, self.old.start, self.old.end), self._span(1, *self.new.span)
        within = self.pairing.within
        old, new = self._parameters(self.old), self._parameters(self.new)
        shared = [_Same(key[0], old[key], new[key]) for key in old if key in new]
        if self.names[0] != self.names[1]:
            kind = ChangeKind.TEMPLATE_REPLACED
            self.findings.add(kind, spans, self.names[1], self.names, within)
        told = len(self.findings.changes)
        renamed = self._renamed(old, new)
        names = set(renamed.values())
        for key, parameter in old.items():
            if key not in new and key not in renamed:
                self._tell_one(0, key[0], parameter)
        for key, parameter in new.items():
            if key not in old and key not in names:
                self._tell_one(1, key[0], parameter)
        for before, after in renamed.items():
            self._tell_renamed(_Same(after[0], old[before], new[after]))
        asked = [same for same in shared if self._differs(same)]
        for same in asked:
            self._tell_changed(same)
        quiet = told == len(self.findings.changes) and not asked and self.names[0] == self.names[1]
        if self._is_laid_out_anew(shared, quiet=quiet):
            kind = ChangeKind.TEMPLATE_REFORMATTED
            self.findings.add(kind, spans, self.names[1], details=within)

    def _renamed(self, old: dict[_Key, Parameter], new: dict[_Key, Parameter]) -> dict[_Key, _Key]:
        """Return which names on one side only have the same value, that no other of them has."""
        values: dict[str, tuple[list[_Key], list[_Key]]] = {}
        for side, here, there in ((0, old, new), (1, new, old)):
            for key, parameter in here.items():
                if key not in there and parameter.equals is not None:
                    value = " ".join(parameter.value.split())
                    values.setdefault(value, ([], []))[side].append(key)
        return {
            olds[0]: news[0]
            for value, (olds, news) in values.items()
            if (value or len(values) == 1) and len(olds) == len(news) == 1
        }

    def _span(self, side: int, start: int, end: int) -> Span:
        passage = self.pairing.new if side else self.pairing.old
        return passage.side.span(start, end)

    def _parameters(self, template: Template) -> dict[_Key, Parameter]:
        """Return the parameters by canonical name, those of the same name counted."""
        counts: Counter[str] = Counter()
        found: dict[_Key, Parameter] = {}
        profile = self.pairing.new.profile
        head, colon, _ = template.written_name.partition(":")
        if colon and profile.is_parser_function(template.written_name):
            start = template.name_span.start + len(head) + 1
            end = template.name_span.end
            found["", 0] = Parameter(template.source, start, None, end, "")
        for parameter in template.parameters:
            name = self._canonical(profile, parameter)
            found[name, counts[name]] = parameter
            counts[name] += 1
        return found

    def _canonical(self, profile: Profile, parameter: Parameter) -> str:
        if self.citation:
            return profile.citation_parameter(self.citation, parameter.name) or parameter.name
        return self.fields.canonical(parameter.name) if self.fields else parameter.name

    def _differs(self, same: _Same) -> bool:
        """Whether the value differs, or the name under which it stands."""
        if same.old.name != same.new.name:
            return True
        old, new = same.old.value, same.new.value
        return old != new and old.split() != new.split()

    def _is_laid_out_anew(self, shared: list[_Same], *, quiet: bool) -> bool:
        """Whether the layout changed of what is otherwise as it was.

        Beside other changes only where the author laid out most of the template anew: a parameter
        that is put in or taken out leaves its traces in its neighbours.
        """
        if quiet:
            return self.old.text != self.new.text
        still = [same for same in shared if not self._differs(same)]
        if len(still) < 2:
            return False
        order = longest_increasing([same.new.start for same in still])
        other = sum(_written(same.old) != _written(same.new) for same in still)
        return len(order) < len(still) or other > len(still) // 2

    def _details(self) -> dict[str, str]:
        details = {**self.pairing.within, "template": self.names[1]}
        if self.citation:
            details["citation"] = self.citation
        return details

    def _tell_one(self, side: int, key: str, parameter: Parameter) -> None:
        """Note a parameter that stands on one side only."""
        kind = _KINDS[bool(self.fields)][0 if side else 1]
        span = self._span(side, parameter.start - 1, parameter.end)
        value = parameter.value.strip()
        name = parameter.name
        spans = (None, span) if side else (span, None)
        values = ("", value) if side else (value, "")
        details = self._details()
        if key != name:
            details["canonical"] = key
        details.update(self._typed(key, *values))
        values = details.pop("shown-before", values[0]), details.pop("shown-after", values[1])
        self.findings.add(kind, spans, name, values, details)

    def _typed(self, key: str, old: str, new: str) -> dict[str, str]:
        profile = self.pairing.new.profile
        if self.fields:
            return typed_values(profile, self.fields.type(key), old, new)
        if self.citation and key in _DATES:
            return _dates(profile, old, new)
        return {}

    def _tell_changed(self, same: _Same) -> None:
        """Note that a value changed, or hand it on if only something in it did."""
        old, new = same.old.stripped_span, same.new.stripped_span
        before, after = same.old.value.strip(), same.new.value.strip()
        details = self._details()
        if same.key != same.new.name:
            details["canonical"] = same.key
        if same.old.name != same.new.name:
            self._tell_renamed(same)
        if before == after or before.split() == after.split():
            return
        if _may_hold(before, after):
            first, second = (
                Passage(self.pairing.old.side, *old),
                Passage(self.pairing.new.side, *new),
            )
            if self._hand_on(first, second):
                self.more(Task(first, second, details))
                return
            if any(unit.family == "note" for unit in (*first.units, *second.units)):
                self.more(Task(first, second, details, notes_only=True))
        details.update(self._typed(same.key, before, after))
        details["same"] = _same(details)
        shown = (details.pop("shown-before", before), details.pop("shown-after", after))
        spans = self._span(0, *old), self._span(1, *new)
        self.findings.add(_KINDS[bool(self.fields)][2], spans, same.new.name, shown, details)

    def _tell_renamed(self, same: _Same) -> None:
        """Note that a value stands under another name."""
        details = self._details()
        if same.key != same.new.name:
            details["canonical"] = same.key
        spans = self._span(0, *same.old.span), self._span(1, *same.new.span)
        names = same.old.name, same.new.name
        self.findings.add(ChangeKind.PARAMETER_RENAMED, spans, names[1], names, details)

    def _hand_on(self, old: Passage, new: Passage) -> bool:
        """Whether the value is as it was but for what stands in it, or is prose."""
        same_text = old.flow.split() == new.flow.split()
        if self.fields or self.citation:
            return same_text and _without_notes(old) == _without_notes(new)
        if same_text and old.links == [] == new.links:
            return True
        return min(len(old.flow), len(new.flow)) > _PROSE and alike(old.flow, new.flow) > 0.5


def _same(details: Mapping[str, str]) -> str:
    """Return "date" or "number" if both values are the same one, written in another form."""
    for kind in ("date", "number"):
        before = details.get(f"{kind}-before")
        if before and before == details.get(f"{kind}-after"):
            return kind
    return ""


def _without_notes(passage: Passage) -> list[str]:
    """Return the value without its references and comments, white space left out."""
    text, position = "", passage.start
    source = passage.side.document.text
    for unit in passage.units:
        if unit.family in ("note", "comment"):
            text += source[position : unit.start]
            position = unit.end
    return (text + source[position : passage.end]).split()


def _may_hold(old: str, new: str) -> bool:
    return "{" in old + new or "<" in old + new or max(len(old), len(new)) > _PROSE


def _dates(profile: Profile, old: str, new: str) -> dict[str, str]:
    found = {"type": "date"}
    for name, text in (("date-before", old), ("date-after", new)):
        dates = dates_in(text, profile, field=True)
        if dates:
            found[name] = iso(dates[0].date)
    return found


def _written(parameter: Parameter) -> str:
    return parameter.source[parameter.start : parameter.end]
