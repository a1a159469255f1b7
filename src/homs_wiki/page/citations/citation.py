"""One citation template and what it says."""

from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.page.by_name import ByName
from homs_wiki.page.citations.identifiers import Identifier
from homs_wiki.page.citations.people import Person, people
from homs_wiki.page.citations.urls import URL_PARAMETERS, CitedUrl
from homs_wiki.page.once import once
from homs_wiki.page.values import is_blank
from homs_wiki.profile import Profile
from homs_wiki.profile.memo import Memo
from homs_wiki.syntax import Document, Parameter, Template, without_comments

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from homs_wiki.page.citations.judging import Condition
    from homs_wiki.page.dates import FoundDate


class Citation:
    """A template that cites a work.

    Attributes:
        template: the template itself.
        kind: what it cites, by Citation Style 1's classes: "web", "book", "news", …, "citation".
        index: its place among the citations of the page.
    """

    __slots__ = ("_conditions", "_document", "_parameters", "index", "kind", "template")

    def __init__(self, document: Document, template: Template, kind: str, index: int) -> None:
        self._document = document
        self.template = template
        self.kind = kind
        self.index = index
        self._parameters: _Parameters | None = None
        self._conditions: list[Condition] | None = None

    @property
    def _read(self) -> "_Parameters":
        if self._parameters is None:
            self._parameters = _Parameters(self._document, self.template)
        return self._parameters

    @property
    def parameters(self) -> dict[str, Parameter]:
        """The parameters that have a value, by the canonical name of Citation Style 1.

        ``journal``, ``newspaper`` and ``website`` are ``work``, ``author2`` is ``last2``. Of two
        that mean the same the first counts; of two of the very same name, as in MediaWiki, the
        last.
        """
        return self._read.set

    @property
    def empty(self) -> list[Parameter]:
        """Parameters without a value."""
        return self._read.empty

    @property
    def unknown(self) -> list[Parameter]:
        """Parameters with a value that this template doesn't have, positional ones included."""
        return self._read.unknown

    @property
    def repeated(self) -> list[Parameter]:
        """Parameters with a value that don't count, because another of that meaning does."""
        return self._read.repeated

    def get(self, name: str) -> Parameter | None:
        """Return the parameter of a canonical name that has a value; None if there is none."""
        return self._read.set.get(name)

    def each_of(self, names: "Container[str | None]") -> list[tuple[str | None, Parameter]]:
        """Return the parameters of some canonical names that have a value, with these names.

        Repeated ones as well. Sooner done than to sort all parameters, as is needed to `get` one.
        """
        known = _canonical(self._document.profile)(self.template)
        return [
            (name, parameter)
            for parameter in self.template.parameters
            if (name := known[parameter.name]) in names
            and parameter.equals is not None
            and _has_value(parameter)
        ]

    def value(self, name: str) -> str:
        """Return the wikitext of a parameter, without comments and white space around it.

        Empty if it has none.
        """
        parameter = self._read.set.get(name)
        return _value(parameter) if parameter else ""

    def date(self, name: str) -> "FoundDate | None":
        """Return the first date in a parameter; its offsets count from where the value begins.

        None if the parameter has no value, or none that is a date.
        """
        value = self.value(name)
        if not value:
            return None
        from homs_wiki.page.dates import find_dates
        from homs_wiki.profile.dates import load_date_facts

        facts = load_date_facts(self._document.profile.language)
        return next(iter(find_dates(value, facts, field=True)), None)

    def people(self, role: str) -> list[Person]:
        """Return the people of a role ("author", "editor", …) in order."""
        return people(role, self.get, self.value)

    @property
    def authors(self) -> list[Person]:
        """The authors in order."""
        return self.people("author")

    @property
    def editors(self) -> list[Person]:
        """The editors in order."""
        return self.people("editor")

    @property
    def translators(self) -> list[Person]:
        """The translators in order."""
        return self.people("translator")

    @property
    def identifiers(self) -> list[Identifier]:
        """The identifiers it gives: DOI, ISBN, ISSN, PMID and the rest."""
        return [
            Identifier(names[0], parameter, _value(parameter))
            for names in self._document.profile.citation_identifiers.values()
            if (parameter := self.get(names[0]))
        ]

    @property
    def urls(self) -> list[CitedUrl]:
        """The addresses in the parameters that hold one."""
        return [
            CitedUrl(name, parameter) for name in URL_PARAMETERS if (parameter := self.get(name))
        ]

    @property
    def conditions(self) -> "list[Condition]":
        """What the wiki's Module:Citation/CS1 complains of in it today: errors and notes.

        Empty if the wiki doesn't have the module, or the template is none of the module's.
        """
        if self._conditions is None:
            self._conditions = _judge(self._document)(self.kind, self.template)
        return self._conditions

    def conditions_with(self, parameters: "Sequence[Parameter]") -> "list[Condition]":
        """Return what the module would complain of if these were the parameters."""
        return _judge(self._document)(self.kind, self.template, parameters)

    @property
    def reference(self) -> int | None:
        """Index of the reference it stands in; None outside of references."""
        from homs_wiki.page.references import read_references_of

        found = read_references_of(self._document).at(self.template.start)
        return found.index if found else None

    def __repr__(self) -> str:
        return f"<Citation {self.kind} {self.template.start}–{self.template.end}>"


@once
def _judge(document: Document) -> "Callable[..., list[Condition]]":
    """Return what judges the citations of a page, all on one day: by kind, template, parameters."""
    from homs_wiki.page.citations.judging import judge_with, today
    from homs_wiki.profile.citation_module import citation_module

    module, day = citation_module(document.profile), today()

    def judge(
        kind: str, template: Template, parameters: "Sequence[Parameter] | None" = None
    ) -> "list[Condition]":
        return judge_with(module, kind, template, day, parameters) if module else []

    return judge


class _Parameters:
    """The parameters of a citation, sorted by what they are."""

    __slots__ = ("empty", "repeated", "set", "unknown")

    def __init__(self, document: Document, template: Template) -> None:
        self.set: dict[str, Parameter] = {}
        self.empty: list[Parameter] = []
        self.unknown: list[Parameter] = []
        self.repeated: list[Parameter] = []
        canonical = _canonical(document.profile)(template)
        given = self.set
        parameters = template.parameters
        last = {parameter.name: parameter for parameter in parameters}
        for parameter in parameters:
            name = parameter.name
            known = None if parameter.equals is None else canonical[name]
            if not _has_value(parameter):
                if last[name] is parameter:
                    self.empty.append(parameter)
            elif last[name] is not parameter:
                self.repeated.append(parameter)
            elif known is None:
                self.unknown.append(parameter)
            elif known in given:
                self.repeated.append(parameter)
            else:
                given[known] = parameter


@cache
def _canonical(profile: Profile) -> ByName[Memo[str, str | None]]:
    """Return what gives for a template: name of a parameter → canonical name, if it has one."""

    def ask(template: str) -> Memo[str, str | None]:
        return Memo(lambda name: profile.citation_parameter(template, name))

    return ByName(ask, ask(""))


def _has_value(parameter: Parameter) -> bool:
    source, equals = parameter.source, parameter.equals
    start = parameter.start if equals is None else equals + 1
    if source[start] == " ":  # behind the value there are at least two braces
        start += 1
    return (start < parameter.end and source[start].isalnum()) or not is_blank(parameter)


def _value(parameter: Parameter) -> str:
    return without_comments(parameter.value).strip()
