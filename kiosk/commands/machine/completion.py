"""`kiosk completion`: print a script that lets a shell complete the kiosk's commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

SHELLS = ("bash", "zsh", "fish")
ASKED_BY = "_KIOSK_COMPLETE"
"""The variable that a completing shell sets; click names it after the program, and `kiosk/__main__.py` checks it."""


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> None:
    """Print a script that lets a shell complete the kiosk's commands, options and files when you press Tab.

    For bash, put the line  eval "$(kiosk completion bash)"  into ~/.bashrc; for zsh, the same with zsh into ~/.zshrc,
    below compinit. For fish, save the output as ~/.config/fish/completions/kiosk.fish. Then open a new shell.
    """
    printer = get_completion_class(shell)
    if printer is None:
        raise click.UsageError(f"There is nothing for “{shell}”. There is: {', '.join(SHELLS)}.")
    root = click.get_current_context().find_root().command
    click.echo(printer(root, {}, "kiosk", ASKED_BY).source())
