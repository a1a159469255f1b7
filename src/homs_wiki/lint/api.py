"""What a rule of one's own is made of: the names that stay as they are.

Rules of one's own import from here and from nowhere else in `homs_wiki`; ``docs/own-rules.md``
shows how. What is exported here, the attributes and methods that the docstrings of these classes
name, and the attributes of `Page` change only with the first number of the version.
"""

from homs_wiki.lint.finding import Finding, Fix, Severity
from homs_wiki.lint.rule import Option, Rule, RuleSet
from homs_wiki.page import Page, read_text
from homs_wiki.profile import load_profile
from homs_wiki.source import Edit, Span

__all__ = [
    "Edit",
    "Finding",
    "Fix",
    "Option",
    "Page",
    "Rule",
    "RuleSet",
    "Severity",
    "Span",
    "load_profile",
    "read_text",
]
