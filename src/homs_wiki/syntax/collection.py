"""Reading without Python's cyclic garbage collector.

Reading a page makes many objects and no garbage cycles. The collector, which starts by the number
of objects made, would look through all of them again and again, and on a large page take longer
than the reading itself.
"""

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")


def uncollected(read: Callable[_P, _T]) -> Callable[_P, _T]:
    """Let ``read`` run while the cyclic garbage collector pauses.

    The collector is as it was before when ``read`` returns or raises. Meant for what makes the
    parts of a page, of which one may ask for another.
    """

    @wraps(read)
    def run(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        if not gc.isenabled():
            return read(*args, **kwargs)
        gc.disable()
        try:
            return read(*args, **kwargs)
        finally:
            gc.enable()

    return run
