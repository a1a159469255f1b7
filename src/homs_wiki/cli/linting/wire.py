"""What a process that checks pages answers: results and failures as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.cli.linting.checker import Checked
from homs_wiki.lint.engine import RuleCrash
from homs_wiki.lint.plain import from_plain, to_plain
from homs_wiki.source import HomsWikiError

if TYPE_CHECKING:
    from typing import Any


class Bug(NamedTuple):
    """An exception that nobody expected: the name of its class, its message, its traceback."""

    kind: str
    message: str
    traceback: str


class Trouble(NamedTuple):
    """An error for the user: its message, and the name of the file if it knows one."""

    message: str
    name: str | None


class TroubleError(HomsWikiError):
    """An error for the user that another process had.

    Attributes:
        name: the file that could not be checked; not there if that is not known.
    """

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.message)
        if trouble.name is not None:
            self.name = trouble.name


class Result(NamedTuple):
    """A `Checked` of which every part can be pickled, whatever rules there are."""

    checked: Checked
    findings: list[list[Any]]
    crashes: list[tuple[str, Bug | Trouble]]

    @classmethod
    def of(cls, checked: Checked) -> Result:
        """Return what can be sent of a result."""
        return cls(
            checked._replace(findings=[], crashes=[]),
            [to_plain(finding) for finding in checked.findings],
            [(crash.rule, _failure_of(crash.exception)) for crash in checked.crashes],
        )

    def received(self) -> Checked:
        """Return the result as it was before it was sent."""
        return self.checked._replace(
            findings=[from_plain(finding) for finding in self.findings],
            crashes=[RuleCrash(rule, exception_of(failure)) for rule, failure in self.crashes],
        )


Answer = Result | Trouble | Bug


def trouble_of(error: HomsWikiError) -> Trouble:
    """Return what can be sent of an error for the user."""
    return Trouble(str(error), getattr(error, "name", None))


def bug_of(error: Exception) -> Bug:
    """Return what can be sent of an exception."""
    from traceback import format_exception

    return Bug(type(error).__name__, str(error), "".join(format_exception(error)))


def _failure_of(error: Exception) -> Bug | Trouble:
    return trouble_of(error) if isinstance(error, HomsWikiError) else bug_of(error)


class _RemoteTraceback(Exception):  # noqa: N818 - no error of its own
    """The traceback of an exception in another process, as text."""

    def __str__(self) -> str:
        return f"\n{self.args[0]}"


def exception_of(bug: Bug | Trouble) -> Exception:
    """Return an exception that reads like the one that was sent, its traceback included."""
    if isinstance(bug, Trouble):
        return TroubleError(bug)
    made: Exception = type(bug.kind, (Exception,), {})(bug.message)
    made.__cause__ = _RemoteTraceback(bug.traceback)
    return made


def outcome(answer: Answer) -> Checked:
    """Return the result that was sent, or raise what was sent instead."""
    if isinstance(answer, Result):
        return answer.received()
    raise TroubleError(answer) if isinstance(answer, Trouble) else exception_of(answer)
