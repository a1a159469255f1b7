"""Running rules over a page."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.syntax.collection import uncollected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.rule import Rule
    from homs_wiki.lint.suppression import Meanings
    from homs_wiki.page import Page


class RuleCrash(NamedTuple):
    """A rule that raised: a bug of ours, never the page's fault."""

    rule: str
    exception: Exception


class Report(NamedTuple):
    """What came of checking one page.

    Attributes:
        findings: in the order of the text, those that were silenced left out.
        crashes: the rules that raised; what they found before counts, the other rules ran.
        suppressed: the findings that a comment, or a template such as ``{{sic}}``, silenced, in
            the order of the text.
    """

    findings: list[Finding]
    crashes: list[RuleCrash]
    suppressed: list[Finding]


@uncollected
def check(
    page: Page, rules: Sequence[Rule], meanings: Callable[[], Meanings] | None = None
) -> Report:
    """Return what ``rules`` find on ``page``; rules made for other languages are passed over.

    Args:
        page: the page.
        rules: the rules that may find something on it.
        meanings: gives what the names in comments mean, and which rules were selected; asked only
            where a page has such comments. Without it the names are those of the rules that come
            with homs-wiki and of ``rules``, and ``rules`` are all that were selected.
    """
    crashes: list[RuleCrash] = []
    profile = page.profile
    # As `is_for` tells it, without a call for each rule.
    language = profile.language if profile.knows_language else None
    fitting = [rule for rule in rules if rule.languages is None or language in rule.languages]
    families: set[str] = set()
    found = _found(page, ((rule, rule.check) for rule in fitting), crashes, families)
    # Few pages have anything that silences a finding.
    if MARK not in page.text and AS_WRITTEN.isdisjoint(families):
        return Report(found, crashes, [])
    from homs_wiki.lint.silencing import Silencer

    silencer = Silencer(page, rules)
    findings, suppressed = silencer.part(found)
    if silencer:
        late = _found(page, silencer.reviews(meanings() if meanings else None), crashes, families)
        kept, silenced = silencer.part(late)
        findings = sorted(findings + kept, key=_place)
        suppressed = sorted(suppressed + silenced, key=_place)
    return Report(findings, crashes, suppressed)


MARK = "homs-wiki"
"""Stands in every comment for the linter (see `homs_wiki.lint.directives`)."""

AS_WRITTEN = frozenset({"language", "typography"})
"""Families of rules that have nothing to say of words that an editor vouches for."""


_place = itemgetter(slice(3))


def _found(
    page: Page,
    asked: Iterable[tuple[Rule, Callable[[Page], Iterable[Finding]]]],
    crashes: list[RuleCrash],
    families: set[str],
) -> list[Finding]:
    """Return what rules find when each is asked, in the order of the text.

    Notes who raises, and the families of those that find something.
    """
    length = len(page.text)
    found: list[Finding] = []
    for rule, ask in asked:
        try:
            for finding in ask(page):
                if not 0 <= finding.start <= finding.end <= length:
                    where = f"{finding.start}–{finding.end}"
                    raise ValueError(f"a finding at {where} lies outside the page")
                found.append(finding)
                families.add(rule.family)
        except Exception as error:
            crashes.append(RuleCrash(rule.name, error))
    found.sort(key=_place)
    return found
