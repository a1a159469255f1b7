"""Which dates of an article are written anew, and why others are left alone."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.cli.dating.targets import NUMERIC, Targets
from homs_wiki.lint.directives import read_directives
from homs_wiki.lint.finding import Finding, Severity
from homs_wiki.lint.suppression import Suppressions
from homs_wiki.page.dates import FoundDate
from homs_wiki.page.dates.days_beside import has_day_beside
from homs_wiki.page.dates.rewriting import LeftAlone, Rewriting, rewrite
from homs_wiki.page.dates.standing import is_in_table, is_name, is_quoted
from homs_wiki.page.dates.verbatim import is_verbatim
from homs_wiki.page.dates.wording import FIRST_ISO_YEAR
from homs_wiki.profile.date_forms import load_date_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.page import Page
    from homs_wiki.page.dates import Date, PageDate
    from homs_wiki.page.dates.writing import Wanted
    from homs_wiki.source import Edit

_QUOTED = "it is in somebody else's words"
_SILENCED = "a comment says so"
_NAME = "it is part of a name"
_BOTH_WAYS = "day and month could be meant the other way round"
_IMPOSSIBLE = "no calendar has it"
_CALENDAR = "ISO 8601 knows the Gregorian calendar only"
_TOO_EARLY = "ISO 8601 has days from 1583 on only"
_DAYS = "another day of its month may stand beside it"
_RANGE = "an end of the range has no day, month and year of its own"
_NO_SUCH_FORM = "its language does not write dates so"
_ANOTHER = "the value of the parameter says more than the date"
_UNSAFE = {
    "heading": "links may lead to the heading",
    "infobox": "the infobox may put a year to it",
}
_TABLE = "it may be what the table is sorted by"
_COMMA = "the comma behind it has to be looked at"
_ARTICLE = "the article before it has to be looked at"
_NAMING = frozenset(
    (
        "campaign", "conflict", "event_name", "name", "native_name", "nickname", "official_name",
        "other_name", "other_names", "partof", "title", "نام", "عنوان", "الاسم", "اسم",
    )
)  # fmt: skip
"""Fields that hold a name: canonical ones, and those of templates without a schema."""
_NAMES = ("date-mixed-order", "dates", "recommended", "strict", "all")
_TEMPLATE_NAMES = ("date-template-order", *_NAMES[1:])
"""By any of these a comment can keep us away."""


class Step(NamedTuple):
    """A date, or a template that shows one, and what becomes of it.

    Attributes:
        start: where it begins (code points).
        end: where it ends.
        text: as written.
        role: what kind of place that is.
        name: of the parameter or field.
        new: how it is written then; None if it cannot be.
        edits: what makes it so; nothing if it is left alone.
        reason: why it is left alone; empty if it is not.
    """

    start: int
    end: int
    text: str
    role: str
    name: str
    new: str | None
    edits: tuple[Edit, ...]
    reason: str


def plan(page: Page, target: str, *, unsafe: bool = False) -> list[Step]:
    """Give what becomes of the dates that are not in the wanted form, in the order of the text.

    Args:
        page: the page.
        target: ``dmy``, ``mdy``, ``iso`` or ``house``.
        unsafe: whether dates are rewritten though something around them may have to be looked at.
    """
    targets = Targets(page, target)
    suppressions = Suppressions(page.text, read_directives(page.document))
    dates = (_step(page, date, targets, unsafe) for date in page.dates)
    steps = [step for step in dates if step is not None]
    steps += _templates(page, targets.order)
    if suppressions:
        steps = [
            step._replace(edits=(), reason=_SILENCED) if _is_silenced(step, suppressions) else step
            for step in steps
        ]
    return sorted(steps, key=attrgetter("start"))


def _step(page: Page, date: PageDate, targets: Targets, unsafe: bool) -> Step | None:
    """Give what becomes of a date; None if it is in the wanted form, or has none."""
    if date.role == "template":
        return None
    wanted = targets.of(date)
    rewriting = rewrite(page, date, wanted, together=True)
    if rewriting is LeftAlone.TEMPLATE:
        return None
    start, end = date.span
    new = rewriting.text if isinstance(rewriting, Rewriting) else None
    if new == date.text:
        return None
    step = Step(start, end, date.text, date.role, date.name, new, (), "")
    if not isinstance(rewriting, Rewriting):
        return step._replace(reason=_foreign(page, date) or _why(page, date, wanted, rewriting))
    reason = _foreign(page, date)
    if not reason and not unsafe:
        reason = _unsafe(page, date, rewriting)
    return step._replace(reason=reason) if reason else step._replace(edits=(rewriting.edit,))


def _why(page: Page, date: PageDate, wanted: Wanted, reason: LeftAlone) -> str:
    """Say why a date cannot be written anew."""
    if reason is not LeftAlone.UNCERTAIN:
        return reason.value
    if date.fault is not None:
        return _IMPOSSIBLE
    if isinstance(date.found, FoundDate) and has_day_beside(date.found):
        return _DAYS
    if wanted.order == "iso" and (why := _why_not_iso(date.date)):
        return why
    forms = load_date_forms(date.form.month_language or page.profile.language)
    if wanted.order not in (None, "iso") and (forms is None or wanted.order not in forms.templates):
        return _NO_SUCH_FORM
    return _BOTH_WAYS if date.form.order == "numeric" else reason.value


def _why_not_iso(date: Date) -> str:
    """Say why ISO 8601 does not have a date; nothing if it does."""
    if date.calendar != "gregorian":
        return _CALENDAR
    if (date.start.year or FIRST_ISO_YEAR) < FIRST_ISO_YEAR:
        return _TOO_EARLY
    return _RANGE if date.is_range else ""


def _foreign(page: Page, date: PageDate) -> str:
    """Say why the form of a date is not the article's to choose; nothing if it is."""
    if is_quoted(page, date) or is_verbatim(page.document, *date.span):
        return _QUOTED
    if is_name(page, date) or _is_in_name(date):
        return _NAME
    if date.role == "citation-other" and not _is_whole_value(page, date):
        return _ANOTHER
    return ""


def _is_in_name(date: PageDate) -> bool:
    """Tell whether a date stands in a field of an infobox that holds a name."""
    return date.role == "infobox" and date.name.rstrip("0123456789").lower() in _NAMING


def _is_whole_value(page: Page, date: PageDate) -> bool:
    """Tell whether nothing else stands in the value of the parameter."""
    start, end = date.span
    return page.text[:start].rstrip().endswith("=") and page.text[end:].lstrip()[:1] in ("|", "}")


def _unsafe(page: Page, date: PageDate, rewriting: Rewriting) -> str:
    """Say what has to be looked at if a date is rewritten; nothing if it is safe."""
    if date.form.order in NUMERIC and is_in_table(page, date):
        return _TABLE
    if rewriting.safe:
        return ""
    if date.form.ordinal and date.form.ordinal not in rewriting.text:
        return _ARTICLE
    return _UNSAFE.get(date.role, _COMMA)


def _is_silenced(step: Step, suppressions: Suppressions) -> bool:
    """Tell whether a comment keeps the rules on dates away from a date or template."""
    names = _TEMPLATE_NAMES if step.role == "template" else _NAMES
    finding = Finding(step.start, step.end, names[0], Severity.WARNING, "", {}, None)
    return suppressions.silence(finding, names)


def _templates(page: Page, order: str | None) -> Iterator[Step]:
    """Yield the templates that show a date in another order, as far as a parameter says it."""
    if order not in ("dmy", "mdy") or page.profile.language != "en":
        return
    from homs_wiki.lint.date_templates import showing, shown_in

    for template, shown in showing(page):
        if shown != order:
            fix = shown_in(template, "dmy" if order == "dmy" else "mdy")
            new = "df=y" if order == "dmy" else "without df"
            yield Step(
                template.start, template.end, template.name, "template", "", new, fix.edits, ""
            )
