"""The identifiers of a citation, and whether they can be right."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import Parameter

# The forms that Citation Style 1 accepts, without limits that grow with time.
_FORMS = {
    "arxiv": r"(?:\d{4}\.\d{4,5}|[a-z][a-z.-]*(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?",
    "bibcode": r"[12]\d{3}[A-Za-z][A-Za-z0-9&.]{3}[A-Za-z0-9.]{10}[A-Za-z.]",
    "citeseerx": r"10\.1\.1\.[1-9]\d{0,3}\.[1-9]\d{0,3}",
    "hdl": r"[^\s\u2013]*/[^\s\u2013]*[^\s.,]",
    "jfm": r"(?i:jfm)?\d\d\.\d{4}\.\d\d",
    "mr": r"(?i:mr)?\d{1,7}",
    "oclc": r"ocm\d{8}|ocn\d{9}|on\d{10,}|\(OCoLC\)[1-9]\d{0,8}|\d{1,10}",
    "ol": r"(?:OL)?\d+[AMW]",
    "osti": r"\d{4,8}",
    "pmc": r"(?i:pmc)?[1-9]\d*",
    "pmid": r"[1-9]\d*",
    "rfc": r"[1-9]\d*",
    "s2cid": r"[1-9]\d*",
    "ssrn": r"[1-9]\d{2,}",
    "zbl": r"\d{1,4}\.\d{5}|\d{8}",
}
_DOI = compiled(r"10\.(?P<registrant>[^/\s]+)/[^\s\u2013]+[^\s.,]")
_REGISTRANT = compiled(r"[1-9]\d{3}(?:\.\d+)*|[1-5]\d{4}(?:\.[1-3]\d*)?|\d{1,3}(?:\.\d+)+")
_SEPARATORS = compiled(r"[\s-]+")


class Identifier(NamedTuple):
    """A number under which a catalogue knows the cited work.

    Attributes:
        name: canonical name of the parameter: "doi", "isbn", "issn", "pmid", …
        parameter: where it stands.
        value: as written, without comments and white space around it.
    """

    name: str
    parameter: Parameter
    value: str

    @property
    def valid(self) -> bool | None:
        """Whether it has the form and check digit of its kind.

        None where that is not known: for other kinds, for a value that a template makes, and for
        one that the editor marked as right with ``((…))``.
        """
        if "{{" in self.value or (self.value.startswith("((") and self.value.endswith("))")):
            return None
        check = _CHECKS.get(self.name)
        if check:
            return check(self.value)
        form = _form(self.name)
        return bool(form.fullmatch(self.value)) if form else None


@cache
def _form(name: str) -> "re.Pattern[str] | None":
    return compiled(_FORMS[name], re.ASCII) if name in _FORMS else None


def _doi(value: str) -> bool:
    match = _DOI.fullmatch(value)
    registrant = match["registrant"] if match else ""
    return registrant != "5555" and bool(_REGISTRANT.fullmatch(registrant))


def _isbn(value: str) -> bool:
    from stdnum import isbn

    return bool(isbn.is_valid(_SEPARATORS.sub("", value)))


def _issn(value: str) -> bool:
    from stdnum import issn

    return bool(issn.is_valid(_SEPARATORS.sub("", value)))


def _ismn(value: str) -> bool:
    from stdnum import ismn

    return bool(ismn.is_valid(_SEPARATORS.sub("", value)))


_CHECKS: dict[str, Callable[[str], bool]] = {
    "doi": _doi,
    "eissn": _issn,
    "isbn": _isbn,
    "ismn": _ismn,
    "issn": _issn,
}
