"""The rule that a pattern is."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from homs_wiki.lint.finding import Fix, Phrase
from homs_wiki.lint.own.errors import OwnRuleError
from homs_wiki.lint.own.manuals import of_pattern
from homs_wiki.lint.own.matching import (
    EmptyMatchError,
    TimeLimit,
    expand,
    read_replacement,
    unexcused,
)
from homs_wiki.lint.own.scopes import SCOPES, Wanted, touches_of
from homs_wiki.lint.own.vetting import OWN_FAMILY, placeholders
from homs_wiki.lint.rule import Option, Rule
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.own.matching import Match, Matcher, Part
    from homs_wiki.lint.own.patterns import PatternSpec
    from homs_wiki.lint.own.scopes import Piece
    from homs_wiki.page import Page

_SHOWN = 80  # code points of a match or a group that a message has
_LIMIT = Option(1000, "Milliseconds of the processor's time that it may take on one page.")
_ACCEPT = Option((), "Words that are right, written as they are found.")


def rule_of(spec: PatternSpec) -> type[PatternRule]:
    """Return the rule that a pattern is."""
    made = {
        "name": spec.name,
        "message": spec.message,
        "severity": spec.severity,
        "languages": spec.languages,
        "options": {"time-limit": _LIMIT, **({"accept": _ACCEPT} if spec.words else {})},
        "touches": touches_of(spec.scope, spec.pattern, spec.replacement or ""),
        "spec": spec,
        "__doc__": of_pattern(spec),
        "__module__": __name__,
    }
    return type("PatternRule", (PatternRule,), made)


class PatternRule(Rule):
    """A rule that a table ``[[lint.patterns]]`` describes."""

    name = "pattern"
    family = OWN_FAMILY
    message = "{match}"
    spec: ClassVar[PatternSpec]

    @cached_property
    def _matcher(self) -> Matcher:
        return self.spec.matcher()

    @cached_property
    def _excuse(self) -> Matcher | None:
        return self.spec.excuse()

    @cached_property
    def _replacement(self) -> list[Part] | None:
        written = self.spec.replacement
        return None if written is None else read_replacement(written, self._matcher)

    @cached_property
    def _groups(self) -> list[str]:
        return sorted(placeholders(self.message) - {"match"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each match that nothing excuses.

        Raises:
            OwnRuleError: it takes too long on this page, or matches where there is nothing.
        """
        try:
            yield from self._findings(page, TimeLimit(self.number("time-limit") / 1000))
        except TimeoutError:
            raise self._stopped(
                f"took longer than {self.number('time-limit')} ms; repeats within repeats and long "
                "lists of alternatives take time ('words' is quick), [lint.options."
                f"{self.name}] time-limit gives it more"
            ) from None
        except (MemoryError, RecursionError):
            raise self._stopped("needs too much memory") from None

    def _stopped(self, why: str) -> OwnRuleError:
        return OwnRuleError(f"{self.spec.where}: the pattern {self.name} was stopped: it {why}")

    def _findings(self, page: Page, limit: TimeLimit) -> Iterator[Finding]:
        spec = self.spec
        key = page.profile.template_key
        wanted = Wanted(frozenset(map(key, spec.templates)), frozenset(spec.parameters))
        accepted = self.words("accept") if "accept" in self.options else ()
        seen: set[tuple[int, int]] = set()  # a value may stand in another one
        for piece in SCOPES[spec.scope].pieces(page, wanted):
            limit.left()
            try:
                for match in unexcused(piece.text, self._matcher, self._excuse, limit):
                    finding = self._judged(page, piece, match, accepted)
                    if finding and finding[:2] not in seen:
                        seen.add(finding[:2])
                        yield finding
            except EmptyMatchError:
                raise self._stopped("matches the empty string here") from None

    def _judged(
        self, page: Page, piece: Piece, match: Match, accepted: tuple[str, ...]
    ) -> Finding | None:
        start, end = match.span()
        text = piece.text[start:end]
        if accepted and text in accepted:
            return None
        span = piece.span(start, end)
        if span is None:
            return None
        new = None
        if self._replacement is not None:
            new = expand(self._replacement, piece.text, match)
            if new == text:
                return None  # it is right already
        fix = None
        if new is not None and piece.can_edit(page, span, text, new):
            fix = Fix((Edit(*span, new),), self.spec.safe, _order(text, new))
        values = {name: _shown(piece.text, *match.span(name)) for name in self._groups}
        return self.finding(span, fix, match=_shown(piece.text, start, end), **values)


def _order(text: str, new: str) -> Phrase:
    if new:
        return Phrase("Write “{text}”", text=_shown(new))
    return Phrase("Remove “{text}”", text=_shown(text))


def _shown(text: str, start: int = 0, end: int | None = None) -> str:
    """Return a stretch of a text, cut if it is long; nothing for a group that took no part."""
    if start < 0:
        return ""
    end = len(text) if end is None else end
    return text[start:end] if end - start <= _SHOWN else text[start : start + _SHOWN] + "…"
