"""Catalogues of translations, made from what is said: ``python -m homs_wiki.lint.catalogue``.

What there is to translate is read from the rules and from the sources themselves:

* the message of every rule;
* the description of every fix, and every `homs_wiki.lint.finding.Phrase`;
* what the calls in `_CALLS` are given, and a pair of texts about ``{n}`` things.

It is written to ``locale/homs_wiki.pot``; each language's ``homs_wiki.po`` is brought to the same
messages, those that it has translated stay; and from that, ``homs_wiki.mo`` is compiled. With
``--check`` nothing is written: it says what is not current, not translated or wrong.

What must be true of a translation (`faults`): it has the placeholders of the English text, each as
often; it has no marks of direction, for `isolated` sets them where it is compiled; it ends in no
full stop; and an Urdu one has the letters of Urdu.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

from homs_wiki.lint.discovery import families, load_rule
from homs_wiki.lint.finding import Severity
from homs_wiki.lint.messages import LANGUAGES, catalogue_path
from homs_wiki.profile import load_profile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PACKAGE = Path(__file__).parents[1]
_TEMPLATE = _PACKAGE / "locale" / "homs_wiki.pot"
_FOLDERS = ("lint", "cli/linting")
_BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)  # a date of now would change the file every time

_CALLS = {"Phrase": (0,), "say": (0,), "translate": (0,), "Fix": (2,), "listed": (1,)}
"""Which arguments of which calls are texts; those of `_PLURALS` are a text for one and for many."""
_PLURALS = {"translate_plural": (0, 1), "count": (1, 2)}


class Text(NamedTuple):
    """Something to translate.

    Attributes:
        text: in English; with ``many``, for one thing.
        many: for several things; None if it is not about a number.
        where: the file it is said in, from the package.
    """

    text: str
    many: str | None
    where: str


# -- what there is to translate -------------------------------------------------------------------


def texts() -> Iterator[Text]:
    """Yield all that is to be translated, in the order of the files it is said in.

    Raises:
        RuleLoadError: a rule cannot be imported.
    """
    for severity in Severity:
        yield Text(severity.value, None, "lint/finding.py")
    for family, names in families().items():
        for name in names:
            where = f"lint/rules/{family}/{name.replace('-', '_')}.py"
            yield Text(load_rule(family, name).message, None, where)
    for folder in _FOLDERS:
        for path in sorted((_PACKAGE / folder).rglob("*.py")):
            where = path.relative_to(_PACKAGE).as_posix()
            for text, many in said_in(path.read_text(encoding="utf-8")):
                yield Text(text, many, where)
    for hazard in load_profile("ur.wikipedia").letter_hazards:
        yield Text(hazard.what, None, "profile/data/languages/ur.toml")


def said_in(source: str) -> Iterator[tuple[str, str | None]]:
    """Yield the texts in a module that are said to people, with their plurals."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            yield from _said_in_call(node)
        elif isinstance(node, ast.Tuple) and len(node.elts) == len(("one", "many")):
            one, many = (next(_constants(element), "") for element in node.elts)
            if "{n}" in one and "{n}" in many:
                yield one, many


def _said_in_call(call: ast.Call) -> Iterator[tuple[str, str | None]]:
    name = _name(call.func)
    arguments = dict(enumerate(call.args))
    if name in _PLURALS:
        one, many = (arguments.get(place) for place in _PLURALS[name])
        if one and many:
            yield from zip(_constants(one), _constants(many), strict=True)
        return
    given = [arguments[place] for place in _CALLS.get(name, ()) if place in arguments]
    if name == "Fix":
        given += [each.value for each in call.keywords if each.arg == "description"]
    for argument in given:
        for text in _constants(argument):
            yield text, None


def untranslatable(source: str) -> list[int]:
    """Return the lines of a module with a fix whose description no catalogue can know.

    It must be a string, a `Phrase`, a choice between such, or a variable that is one of them.
    """
    lines = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _name(node.func) in ("Fix", "Phrase"):
            lines += [each.lineno for each in _described(node) if isinstance(each, ast.JoinedStr)]
    return lines


def _described(call: ast.Call) -> Iterator[ast.expr]:
    place = 2 if _name(call.func) == "Fix" else 0
    yield from call.args[place : place + 1]
    yield from (each.value for each in call.keywords if each.arg == "description")


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _constants(expression: ast.expr) -> Iterator[str]:
    """Yield the string, or the strings between which is chosen."""
    if isinstance(expression, ast.IfExp):
        yield from _constants(expression.body)
        yield from _constants(expression.orelse)
    elif isinstance(expression, ast.Constant) and isinstance(expression.value, str):
        yield expression.value


# -- catalogues -----------------------------------------------------------------------------------


def template() -> Catalog:
    """Return the catalogue without translations."""
    catalogue = _empty(None)
    for text in sorted({*texts()}, key=lambda each: (each.where, each.text)):
        identifier = (text.text, text.many) if text.many else text.text
        catalogue.add(identifier, locations=[(text.where, 0)])
    return catalogue


def renewed(language: str, wanted: Catalog) -> Catalog:
    """Return the catalogue of a language with the messages of ``wanted`` and no others."""
    known = read(language)
    catalogue = _empty(language)
    for message in wanted:
        if message.id:
            old = known.get(message.id)
            string = old.string if old and isinstance(old.id, type(message.id)) else None
            catalogue.add(message.id, string, message.locations)
    return catalogue


def read(language: str) -> Catalog:
    """Return the catalogue of a language as it is in its ``.po`` file, empty if there is none."""
    path = catalogue_path(language, ".po")
    if not path.exists():
        return _empty(language)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain="homs_wiki")


def _empty(language: str | None) -> Catalog:
    return Catalog(
        locale=language,
        domain="homs_wiki",
        project="homs-wiki",
        version="1",
        msgid_bugs_address="",
        last_translator="",
        language_team="",
        header_comment=f"# Words of homs-wiki in {language or 'English'}.",
        creation_date=_BEGINNING,
        revision_date=_BEGINNING,
        charset="utf-8",
        fuzzy=False,
    )


def _as_po(catalogue: Catalog) -> bytes:
    file = BytesIO()
    write_po(file, catalogue, width=100, include_lineno=False)
    # What made the file says nothing of what is in it.
    return re.sub(rb'"Generated-By: [^\n]*\n', b"", file.getvalue())


def _as_mo(catalogue: Catalog) -> bytes:
    file = BytesIO()
    write_mo(file, _compiled(catalogue))
    return file.getvalue()


def _compiled(catalogue: Catalog) -> Catalog:
    """Return a catalogue as it is for programs, with marks of direction where they are needed."""
    if catalogue.locale is None or catalogue.locale.text_direction == "ltr":
        return catalogue
    compiled = _empty(str(catalogue.locale))
    for message in catalogue:
        strings = tuple(map(isolated, _forms(message.string)))
        if message.id and strings:  # what is not translated is shown in English
            compiled.add(message.id, strings if len(strings) > 1 else strings[0])
    return compiled


def isolated(translation: str) -> str:
    """Return a translation in a right-to-left script, its pieces of markup kept in their order.

    A piece such as “</ref>” would else be shown as “<ref/>”: its signs have no direction of their
    own. What stands in quotation marks, and the number of a code point, is put between LEFT-TO-
    RIGHT ISOLATE and POP DIRECTIONAL ISOLATE, unless it is placeholders alone or has Urdu letters.
    """
    return _PIECE.sub(_isolated_piece, translation)


def _isolated_piece(piece: re.Match[str]) -> str:
    markup = piece["markup"] or piece["code"]
    if piece["markup"] and not _MARKUP.search(re.sub(r"\{\w+\}", "", markup)):
        return piece[0]
    return piece[0].replace(markup, f"\u2066{markup}\u2069")


_PIECE = re.compile(r"“(?P<markup>[^”\u0600-\u06ff]+)”|(?P<code>U\+\{\w+\}|&\w+;)")
_MARKUP = re.compile(r"[!-~]")


# -- what must be true of a translation -----------------------------------------------------------


def faults(catalogue: Catalog) -> Iterator[str]:
    """Yield, in sentences, what is wrong with the translations in a catalogue."""
    for message in catalogue:
        if not message.id:
            continue
        one, *others = _forms(message.id)
        strings = _forms(message.string)
        wanted = catalogue.num_plurals if others else 1
        if len(strings) != wanted or not all(strings):
            yield f"“{one}” is not translated"
            continue
        for string in strings:
            yield from (f"“{one}”: {fault}" for fault in _faults(one, string))


def _forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """Return the forms of a text, one if it is not about a number."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def _faults(text: str, translation: str) -> Iterator[str]:
    try:
        if _placeholders(text) != _placeholders(translation):
            yield "the translation has other placeholders"
    except ValueError as error:
        yield f"the braces of the translation: {error}"
    if _DIRECTION.search(translation):
        yield "the translation has a mark of direction"
    if _NOT_URDU.search(translation):
        yield "the translation has Arabic letters that Urdu has not"
    if translation != translation.strip() or (translation[-1] in "۔." and text[-1] != "."):
        yield "the translation ends in a full stop or has white space around it"


_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NOT_URDU = re.compile("[\u064a\u0649\u0643\u0629\u0647\u0660-\u0669]")


def _placeholders(text: str) -> Counter[str] | None:
    """Return how often each placeholder stands in a text; None if the text is never filled."""
    try:
        fields = [field for _, field, _, _ in Formatter().parse(text)]
    except ValueError:
        return None
    return Counter(field for field in fields if field is not None)


# -- the command ----------------------------------------------------------------------------------


def main(arguments: Sequence[str]) -> int:
    """Renew the catalogues, or with ``--check`` only say what is wrong; return the exit code.

    The code is 1 if a text is not translated or a translation is wrong, with ``--check`` also if
    a file is not current.
    """
    if [*arguments] not in ([], ["--check"]):
        sys.stderr.write("usage: python -m homs_wiki.lint.catalogue [--check]\n")
        return 2
    wanted = template()
    said = list(_outdated(wanted)) if arguments else _renew(wanted)
    for language in LANGUAGES[1:]:
        said += [f"{language}: {fault}" for fault in faults(read(language))]
    sys.stderr.writelines(f"{line}\n" for line in said)
    return 1 if said else 0


def _renew(wanted: Catalog) -> list[str]:
    _TEMPLATE.parent.mkdir(exist_ok=True)
    _TEMPLATE.write_bytes(_as_po(wanted))
    for language in LANGUAGES[1:]:
        catalogue = renewed(language, wanted)
        catalogue_path(language, ".po").parent.mkdir(parents=True, exist_ok=True)
        catalogue_path(language, ".po").write_bytes(_as_po(catalogue))
        catalogue_path(language, ".mo").write_bytes(_as_mo(catalogue))
    return []


def _outdated(wanted: Catalog) -> Iterator[str]:
    """Yield which files are not current, by what is in them, whatever made them."""
    command = "renew it with: python -m homs_wiki.lint.catalogue"
    with _TEMPLATE.open("rb") as file:
        if _identifiers(read_po(file)) != _identifiers(wanted):
            yield f"{_TEMPLATE} is not current; {command}"
    for language in LANGUAGES[1:]:
        catalogue = read(language)
        if _identifiers(catalogue) != _identifiers(wanted):
            yield f"{catalogue_path(language, '.po')} is not current; {command}"
        with catalogue_path(language, ".mo").open("rb") as file:
            if _strings(read_mo(file)) != _strings(_compiled(catalogue)):
                yield f"{catalogue_path(language, '.mo')} is not current; {command}"


def _identifiers(catalogue: Catalog) -> set[tuple[str, ...]]:
    return {_forms(message.id) for message in catalogue if message.id}


def _strings(catalogue: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {
        _forms(message.id): _forms(message.string)
        for message in catalogue
        if message.id and message.string
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
