"""Citation templates: their kinds, and their parameters under the names of Citation Style 1.

``data/citations/cs1.toml`` holds the stock module, which counts on every wiki;
``data/citations/<wiki>.toml`` adds the wiki's own templates and parameters. A parameter table
belongs to all citation templates of a wiki, or to a set of them (``[[tables]]``).

Enumerators: ``#`` in a table stands for a number, at any place of the name (``last#``,
``author#-link``, ``نام خانوادگی#``); the canonical name has the number in ASCII digits, or none.
"""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Final, NamedTuple

from homs_wiki.profile.tables import ProfileError, read_optional, read_table
from homs_wiki.source.patterns import compiled
from homs_wiki.source.table import Table

_NUMBER: Final = compiled(r"\d+")
_LONGEST_NUMBER: Final = 4
# Parts of a date on wikis whose templates take it in pieces, and a parameter the module had once.
_BESIDES: Final = ("month", "day", "dead-url")

EDITIONS: Final = ("2022", "2025")
"""Editions of Module:Citation/CS1 whose conditions are known.

That of 2022 was compared with a running module; what is different in that of 2025 is known from its
configuration of March 2025, its help page and a public copy of its parts of that spring.
"""

_Names = dict[str, tuple[str, ...]]


class CitationStyle1(NamedTuple):
    """The stock module: canonical name → aliases, and so on."""

    templates: _Names
    parameters: _Names
    identifiers: _Names
    keywords: _Names


class _OwnTable(NamedTuple):
    templates: tuple[str, ...]
    cs1: bool
    ignore_case: bool
    parameters: _Names


class _Own(NamedTuple):
    templates: _Names
    not_citations: tuple[str, ...]
    parameters: _Names
    tables: tuple[_OwnTable, ...]
    module: "ModuleSettings | None" = None


@cache
def citation_style_1() -> CitationStyle1:
    """Return the tables of the stock module."""
    table = read_table("citations/cs1")
    read = CitationStyle1(
        templates=table.lists("templates"),
        parameters=table.lists("parameters"),
        identifiers=table.lists("identifiers"),
        keywords=table.lists("keywords"),
    )
    table.close()
    return read


@cache
def _own(name: str) -> _Own:
    table = read_optional(f"citations/{name}")
    if table is None:
        return _Own({}, (), {}, ())
    read = _Own(
        templates=table.lists("templates"),
        not_citations=table.texts("not_citations", ()),
        parameters=table.lists("parameters"),
        tables=tuple(_own_table(each) for each in table.tables("tables")),
        module=_module_settings(table.table("module")) if "module" in table else None,
    )
    table.close()
    return read


class ModuleSettings(NamedTuple):
    """Which module a wiki has, and where it differs: its table ``[module]``.

    Attributes:
        edition: one of `EDITIONS`.
        digits: names of sets of digits that are read in dates besides 0–9.
        stock_dates: the forms of dates are those of the stock module, with the language's months.
        limits: identifier → the highest number that can have been given so far.
        switches: texts without a name with which a template of the module is another one.
    """

    edition: str
    digits: tuple[str, ...]
    stock_dates: bool
    limits: dict[str, int]
    switches: tuple[str, ...] = ()


def module_settings(name: str) -> ModuleSettings | None:
    """Return which module a wiki has; None if none."""
    return _own(name).module


def _module_settings(table: Table) -> ModuleSettings:
    limits = table.text("limits", "").split()
    read = ModuleSettings(
        edition=table.choice("edition", EDITIONS),
        digits=table.texts("digits", ()),
        stock_dates=table.flag("stock_dates", False),
        limits={name: int(limit) for name, limit in zip(limits[::2], limits[1::2], strict=True)},
        switches=table.texts("switches", ()),
    )
    table.close()
    return read


def templates_apart(name: str) -> tuple[str, ...]:
    """Return the templates of a wiki's own that take no parameters of Citation Style 1."""
    return tuple(each for table in _own(name).tables if not table.cs1 for each in table.templates)


def _own_table(table: Table) -> _OwnTable:
    read = _OwnTable(
        templates=table.texts("templates"),
        cs1=table.flag("cs1", False),
        ignore_case=table.flag("ignore_case", False),
        parameters=table.lists("parameters"),
    )
    table.close()
    return read


class ParameterTable:
    """Parameter names → canonical ones, for one set of templates.

    ``own`` are tables of a wiki, where a canonical name counts only if it has no other name (an
    empty list stands for the name itself); ``stock`` are the parameters of the module, if the
    templates take them too.
    """

    __slots__ = ("_ignore_case", "_names")

    def __init__(self, own: Iterable[_Names], stock: _Names, *, ignore_case: bool = False) -> None:
        self._ignore_case = ignore_case
        self._names: dict[str, str] = {}
        for names in own:
            for canonical, aliases in names.items():
                self._add(aliases or (canonical,), canonical)
        for canonical, aliases in stock.items():
            self._add((canonical, *aliases), canonical)

    def _add(self, aliases: Iterable[str], canonical: str) -> None:
        without_number = canonical.replace("#", "")
        for written in aliases:
            alias = written.lower() if self._ignore_case else written
            self._names.setdefault(alias, canonical if "#" in alias else without_number)
            self._names.setdefault(alias.replace("#", ""), without_number)

    def canonical(self, name: str) -> str | None:
        """Return the canonical name of a parameter (stripped, as written), or ``None``."""
        if "#" in name:
            return None  # the sign for a number in the tables is none on a page
        if self._ignore_case:
            name = name.lower()
        found = self._names.get(name)
        if found is not None:
            return found
        number = _NUMBER.search(name)
        if number is None:
            return None
        found = self._names.get(f"{name[: number.start()]}#{name[number.end() :]}")
        # A very long number is no enumerator; int() reads the digits of every script.
        if found is None or len(number[0]) > _LONGEST_NUMBER:
            return None
        return found.replace("#", str(int(number[0])))


class Citations:
    """The citation templates of one wiki, by template key."""

    __slots__ = (
        "_by_kind",
        "_by_template",
        "_default",
        "identifiers",
        "keywords",
        "kinds",
        "names",
    )

    def __init__(self, name: str, key: Callable[[str], str]) -> None:
        stock = citation_style_1()
        own = _own(name)
        self.identifiers = stock.identifiers
        self.keywords = stock.keywords
        self.kinds: dict[str, str] = {}
        for kind, names in [*own.templates.items(), *stock.templates.items()]:
            for each in names:
                self.kinds.setdefault(key(each), kind)
        for each in own.not_citations:
            del self.kinds[key(each)]
        self.names = {
            kind: (*own.templates.get(kind, ()), *stock.templates.get(kind, ()))
            for kind in {**stock.templates, **own.templates}
        }
        _check(name, own, stock)
        self._default = ParameterTable([own.parameters], stock.parameters)
        self._by_template: dict[str, ParameterTable] = {}
        for table in own.tables:
            shared = stock.parameters if table.cs1 else {}
            read = ParameterTable([table.parameters], shared, ignore_case=table.ignore_case)
            for each in table.templates:
                if key(each) not in self.kinds:
                    raise ProfileError(f"citations/{name}.toml: {each!r} is no citation template")
                self._by_template[key(each)] = read
        # A kind stands for all its templates: the table of its first name, if it is a wide one.
        wide = {key(each) for table in own.tables if table.cs1 for each in table.templates}
        self._by_kind = dict.fromkeys(self.names, self._default)
        for kind, names in self.names.items():
            if key(names[0]) in wide:
                self._by_kind[kind] = self._by_template[key(names[0])]

    def parameters(self, kind_or_key: str) -> ParameterTable | None:
        """Return the parameter table of a kind or a template key; ``None``: not a citation."""
        table = self._by_kind.get(kind_or_key) or self._by_template.get(kind_or_key)
        if table is None and kind_or_key in self.kinds:
            return self._default
        return table


def _check(name: str, own: _Own, stock: CitationStyle1) -> None:
    """Raise :class:`ProfileError` if a table maps to a name that is not canonical."""
    for names in (own.parameters, *(table.parameters for table in own.tables)):
        unknown = names.keys() - stock.parameters.keys() - {*_BESIDES}
        if unknown:
            raise ProfileError(
                f"citations/{name}.toml: not canonical: {', '.join(sorted(unknown))}"
            )
