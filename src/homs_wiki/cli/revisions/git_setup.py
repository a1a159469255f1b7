"""What has to be said to git so that it uses us for pages, as a script for a shell."""

from __future__ import annotations

import os
import sys
from shlex import quote

from homs_wiki.cli.inputs import SUFFIXES

_DIFF = "diff.homs-wiki"
_TOOL = "difftool.homs-wiki"
_MERGE = "merge.homs-wiki"
_DRIVER = "--marker-size=%L --path=%P -L %X -L %S -L %Y -- %O %A %B"


def set_up() -> str:
    """Return the script; every line that is no comment is a command that may be run by itself."""
    own = _own_command()
    attributes = " ".join(quote(f"*{suffix} diff=homs-wiki merge=homs-wiki") for suffix in SUFFIXES)
    return f"""\
# How to make git use homs-wiki for pages. Read it, then run it in the repository:
#     homs-wiki diff --git-config | sh
# With “git config --global” instead of “git config”, the settings hold for all your repositories.

# Which files are pages. For you alone and not for everybody: .git/info/attributes.
printf '%s\\n' {attributes} >>"$(git rev-parse --show-toplevel)/.gitattributes"

# “git diff” shows what changed as homs-wiki diff does; so do “git log -p --ext-diff” and
# “git show --ext-diff”. “git diff --no-ext-diff” is git's own again.
{_set(f"{_DIFF}.command", f"{own} diff --git-external --")}

# Where git compares lines itself (log, show, blame, --no-ext-diff), a line is a sentence or a
# parameter of a template, and the section stands beside the place.
{_set(f"{_DIFF}.textconv", f"{own} diff --git-textconv --")}
{_set(f"{_DIFF}.xfuncname", "^(=+[^=].*=+)[[:space:]]*$")}

# “git difftool -y -t homs-wiki”.
{_set(f"{_TOOL}.cmd", f'{own} diff --git-difftool -- "$MERGED" "$LOCAL" "$REMOTE"')}

# “git merge”, “git rebase”, “git cherry-pick” and “git stash pop” merge pages as homs-wiki does.
{_set(f"{_MERGE}.name", "homs-wiki: by blocks, then by words")}
# (With --diff3 behind --driver, conflicts show what both started from, too.)
{_set(f"{_MERGE}.driver", f"{own} merge --driver {_DRIVER}")}
"""


def _set(key: str, value: str) -> str:
    return f"git config {key} {quote(value)}"


def _own_command() -> str:
    """Return the command that runs this program, for a shell."""
    script = os.path.abspath(sys.argv[0])  # noqa: PTH100 - a link stays what it is
    if os.path.basename(script) == "homs-wiki" and os.access(script, os.X_OK):  # noqa: PTH119
        return quote(script)
    return f"{quote(sys.executable)} -c 'from homs_wiki.cli.main import run; run()'"
