"""The words of the page itself, in the language in use."""

from __future__ import annotations

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.output.words import say


def labels() -> dict[str, str]:
    """Return the words of ``head.html`` and ``foot.html`` by what they are for."""
    return {
        "title": say("What homs-wiki found"),
        "skip": say("Skip to the findings"),
        "summary": say("Summary"),
        "filter": say("Filter"),
        "severity": say("Severity"),
        "rule": say("Rule"),
        "rules": say("Rules"),
        "all_rules": say("All rules"),
        "file": say("File"),
        "all_files": say("All files"),
        "sought": say("Words in the finding"),
        "colours": say("Colours"),
        "auto": say("Automatic"),
        "light": say("Light"),
        "dark": say("Dark"),
        "walk": say("Walk through the findings"),
        "previous": say("Previous finding"),
        "next": say("Next finding"),
        "position": say("{n} of {all}"),
        "nothing": say("No finding passes the filter."),
        "trouble": say("Not checked, or not wholly:"),
        "keyboard": say("Keys"),
        "key_filter": say("To the filter"),
        "key_rule": say("Only findings of this rule, or of all again"),
        "key_escape": say("Out of the filter, or everything again"),
        "key_colours": say("Light or dark colours"),
        "key_help": say("These keys"),
        "close": say("Close"),
        **{severity.value: say(severity.value) for severity in Severity},
    }
