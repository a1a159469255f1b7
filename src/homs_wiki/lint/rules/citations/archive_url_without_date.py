"""archive-url-without-date: an archived copy, but not of when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rules.citations._condition import ConditionRule
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.rules.citations._condition import Case
    from homs_wiki.page.citations import Citation
    from homs_wiki.syntax import Parameter


class ArchiveUrlWithoutDate(ConditionRule):
    """A citation gives an archived copy, but not the date of the copy.

    ## What it does
    Finds `archive-url` without `archive-date` in templates of Citation Style 1. Addresses of
    archive.org that are malformed, and those that only repeat `url`, are left alone: they are wrong
    in another way. So are those of preprints, and those of articles without `url` that are free by
    their identifier.

    ## Why it matters
    Readers see an error where the date of the copy should be.

    ## Example
    ```wikitext
    {{cite web |url=http://example.org/a |title=Bridges |archive-url=https://web.archive.org/web/20200503101112/http://example.org/a}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |url=http://example.org/a |title=Bridges |archive-url=https://web.archive.org/web/20200503101112/http://example.org/a |archive-date=2020-05-03}}
    ```

    ## Fix safety
    Where the address of the copy holds its date, the fix adds `archive-date` with it, in the form
    of ISO 8601. That is safe. For other archives the date has to be looked up.
    """  # noqa: E501 - addresses of archives are long

    name = "archive-url-without-date"
    condition = "err_archive_missing_date"
    severity = Severity.WARNING
    message = "“{name}” is given, but not the date of the copy"
    touches = frozenset({"parameter", "link"})

    def fixes(self, case: Case) -> Iterator[Fix]:
        """Yield how to add the date, laid out as the address is, if the address holds it."""
        fix = _fix(case.citation, case.parameter)
        if fix is not None:
            yield fix


def _fix(citation: Citation, parameter: Parameter) -> Fix | None:
    """Return how to add the date, laid out as the address is; None if it isn't known."""
    archive = next(url.archive for url in citation.urls if url.name == "archive-url")
    date = archive.date if archive else None
    if date is None or parameter.equals is None:
        return None
    written = "{:04}-{:02}-{:02}".format(*date)
    source = parameter.source
    start, end = parameter.value_span
    before, after = (
        source[start : parameter.stripped_span.start],
        source[parameter.stripped_span.end : end],
    )
    empty = _empty_date(citation)
    if empty is not None:
        # What ends the line of the empty parameter stays.
        behind = empty.value.lstrip(" \t") or empty.value[-1:]
        edit = Edit(*empty.value_span, f"{before}{written}{behind}")
    else:
        name = source[parameter.start : parameter.equals]
        name = name.replace(parameter.name, _date_name(parameter.name))
        edit = Edit(end, end, f"|{name}={before}{written}{after}")
    return Fix(
        (edit,), safe=True, description=Phrase("Add the date of the copy, {text}", text=written)
    )


def _empty_date(citation: Citation) -> Parameter | None:
    """Return the parameter for the date if it stands there without a value or a comment."""
    names = ("archive-date", "archivedate")
    found = [each for each in citation.empty if each.name in names and not each.value.strip()]
    return found[0] if found else None


def _date_name(name: str) -> str:
    return "archivedate" if name == "archiveurl" else "archive-date"
