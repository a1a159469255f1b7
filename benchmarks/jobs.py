"""What is timed: reading a page with all its parts, and checking it."""

from homs_wiki.lint.active import ActiveRules
from homs_wiki.lint.discovery import catalogue
from homs_wiki.lint.engine import Report, check
from homs_wiki.lint.settings import Layer, rules_for
from homs_wiki.page import Page, read_text
from homs_wiki.profile import Profile


def read_everything(page: Page) -> tuple[object, ...]:
    """Ask for every part of a page that the budget counts."""
    fields = [infobox.fields for infobox in page.infoboxes]
    return page.sections, page.references, page.citations, page.dates, fields


def read_whole(text: str, profile: Profile) -> Page:
    """Return a page with every part of it read that the budget counts."""
    page = read_text(text, profile)
    read_everything(page)
    return page


def rules_of(selection: str) -> ActiveRules:
    """Return the rules that a run with this selection asks, as it asks them."""
    return ActiveRules(rules_for([Layer("", select=(selection,))], catalogue()))


def lint(page: Page, rules: ActiveRules) -> Report:
    """Check a page as the command does."""
    return check(page, rules.on(page))
