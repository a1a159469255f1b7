"""How long to wait, and how often to try, when a wiki does not answer or asks to be left alone."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from homs_wiki.wiki.errors import RefusedError, UnansweredError

if TYPE_CHECKING:
    from collections.abc import Callable

_Answer = TypeVar("_Answer")


class Patience(NamedTuple):
    """How often, and how long, to try.

    Attributes:
        tries: how often a draft is sent or a question asked, at most.
        pause: seconds before the second try; each further one waits twice as long.
        longest: seconds that one wait may last.
        settle: seconds after which a request without an answer is taken for lost. Until then it
            may still stand in a queue somewhere, and be carried out.
        sleep: waits for a number of seconds.
        tell: is told in words why there is a wait.
    """

    tries: int = 8
    pause: float = 1
    longest: float = 60
    settle: float = 10
    sleep: Callable[[float], None] = time.sleep
    tell: Callable[[str], None] = lambda _: None

    def wait(self, attempt: int, why: str, asked: float | None = None) -> None:
        """Wait before another try; ``attempt`` counts from 0."""
        seconds = min(self.longest, max(asked or 0, self.pause * 2**attempt))
        self.tell(f"{why}; trying again in {seconds:.0f} s ({attempt + 2} of {self.tries})")
        self.sleep(seconds)

    def ask(self, question: Callable[[], _Answer]) -> _Answer:
        """Ask a question, which changes nothing, until it is answered.

        Raises:
            WikiError: of the last try, or one after which another makes no sense.
        """
        for attempt in range(self.tries - 1):
            try:
                return question()
            except (UnansweredError, RefusedError) as error:
                if isinstance(error, RefusedError) and error.may_wait is None:
                    raise
                self.wait(attempt, str(error), error.may_wait)
        return question()


class Pace:
    """Keeps edits within a wiki's rate limit, so that it has none to refuse.

    Args:
        limit: edits allowed in a time (hits, seconds); None without limit.
        patience: what waits.
        clock: tells the time in seconds.
    """

    def __init__(
        self,
        limit: tuple[int, int] | None,
        patience: Patience,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._seconds = limit[1] if limit else 0
        self._times: deque[float] | None = deque(maxlen=limit[0]) if limit and limit[0] else None
        self._patience = patience
        self._clock = clock

    def keep(self) -> None:
        """Wait until one more edit is within the limit, and count it."""
        times = self._times
        if times is None:
            return
        if len(times) == times.maxlen:
            rest = times[0] + self._seconds - self._clock()
            if rest > 0:
                self._patience.tell(f"the wiki's rate limit is reached; waiting {rest:.0f} s")
                self._patience.sleep(rest)
        times.append(self._clock())
