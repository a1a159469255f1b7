"""The fix that writes a date in another form.

Rules import this only when they have found something: most pages have nothing to fix.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase
from homs_wiki.page.dates.rewriting import Rewriting, rewrite
from homs_wiki.page.dates.writing import Wanted

if TYPE_CHECKING:
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

__all__ = ["Wanted", "fix_of"]


def fix_of(page: Page, date: PageDate, wanted: Wanted, *, safe: bool = True) -> Fix | None:
    """Give the fix that writes a date as ``wanted``; None where that is not certain.

    It is safe if ``safe`` and nothing around the date can be wrong with it.
    """
    rewriting = rewrite(page, date, wanted)
    if not isinstance(rewriting, Rewriting) or rewriting.text == date.text:
        return None
    description = Phrase("Write “{date}”", date=rewriting.text)
    return Fix((rewriting.edit,), safe=safe and rewriting.safe, description=description)
