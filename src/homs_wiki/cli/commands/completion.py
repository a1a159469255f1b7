"""``homs-wiki completion``: what a shell needs to complete our commands."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from homs_wiki.cli.console import write_for_people

_SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print a script that completes commands, options and names of rules in a shell.

    \b
    Example:
      homs-wiki completion bash > ~/.local/share/bash-completion/completions/homs-wiki
    """  # noqa: D301 - click wants the character, not the escape
    from homs_wiki.cli.main import COMPLETION

    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"there is no completion for {shell}")
    # Without the source of bash: asking a bash for its version is for those who have one.
    script = made(context.find_root().command, {}, "homs-wiki", COMPLETION)
    write_for_people([script.source_template % script.source_vars(), "\n"])
