"""A rule that reports one condition of Module:Citation/CS1."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.citations._cs1 import CS1_LANGUAGES
from homs_wiki.lint.rules.citations._parameters import written_span
from homs_wiki.page.citations import read_conditions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from homs_wiki.lint.finding import Finding, Fix
    from homs_wiki.page import Page
    from homs_wiki.page.citations import Citation
    from homs_wiki.page.citations.judging import Condition
    from homs_wiki.source import Span
    from homs_wiki.syntax import Parameter


class Case:
    """A citation that has a condition.

    Attributes:
        page: where it stands.
        citation: the citation.
        condition: what the module complains of.
    """

    __slots__ = ("citation", "condition", "page")

    def __init__(self, page: Page, citation: Citation, condition: Condition) -> None:
        self.page = page
        self.citation = citation
        self.condition = condition

    @property
    def parameter(self) -> Parameter:
        """The parameter that is marked; only for conditions that are always about one."""
        return self.condition.parameters[0]

    @property
    def value(self) -> str:
        """Its value, trimmed."""
        return self.condition.values.get("value", "")

    @property
    def shown(self) -> str:
        """The value as a message shows it: as written, and not too long."""
        if not self.condition.parameters:
            return ""
        written = self.value
        if "{{" in written:  # what stands for a value that a template makes
            start, end = self.parameter.stripped_span
            written = self.parameter.source[start : min(end, start + _LONGEST + 1)]
        return written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"


_LONGEST = 60


class ConditionRule(Rule):
    """A condition that `homs_wiki.page.citations.judging` finds; a page is judged once for all.

    The rule sleeps until its condition occurs on a page; its message is filled with the values of
    the condition.

    Attributes:
        condition: the id of the condition.
    """

    family = "citations"
    severity = Severity.ERROR
    languages = CS1_LANGUAGES
    condition: ClassVar[str]

    def __init_subclass__(cls) -> None:
        if hasattr(cls, "condition"):  # else it is a base of rules
            cls.triggers = (f"condition:{cls.condition}",)
            cls.aliases = {"cs1": cls.condition}

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each citation that has the condition."""
        found = read_conditions(page.document).get(self.condition)
        # Most conditions occur on few pages: there this is asked of a hundred rules in vain.
        return self._findings(page, found) if found else iter(())

    def _findings(self, page: Page, found: list[tuple[Citation, Condition]]) -> Iterator[Finding]:
        for citation, condition in found:
            case = Case(page, citation, condition)
            if self.concerns(case):
                yield self.finding(self.place(case), self.fix(case), **self.values(case))

    def concerns(self, case: Case) -> bool:  # noqa: ARG002 - for others
        """Tell whether a finding is this rule's, and not another's."""
        return True

    def place(self, case: Case) -> Span:
        """Return what is marked: the first parameter, else the whole citation."""
        return (
            written_span(case.parameter)
            if case.condition.parameters
            else case.citation.template.span
        )

    def values(self, case: Case) -> Mapping[str, object]:
        """Return what the message is filled with; long values are cut."""
        return {**case.condition.values, "value": case.shown}

    def fix(self, case: Case) -> Fix | None:
        """Return the first of `fixes` with which the module has one complaint less and none new."""
        from homs_wiki.lint.rules.citations._mend import mends  # most rules have no fixes

        for fix in self.fixes(case):
            if mends(case, fix):
                return fix
        return None

    def fixes(self, case: Case) -> Iterator[Fix]:  # noqa: ARG002 - for others
        """Yield how it may be mended, the likeliest first."""
        return iter(())
