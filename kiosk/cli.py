"""The command line: each command is a module of `kiosk/commands`, loaded when it is called."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_LISTED = {
    "machine/run": "Show the kiosk (the default without a command).",
    "content/init": "Create a folder for your clinic's own texts and settings.",
    "content/check": "Check the content files, and say how to fix errors.",
    "content/edit": "Change the texts in a browser on this machine, in forms.",
    "content/preview": "Show one topic as patients will see and hear it, while you edit it.",
    "content/new": "Create a file for a new topic.",
    "content/picture": "Add a picture of your own, and show how it will look.",
    "review/diff": "Show what has changed in a text since it was approved.",
    "review/translated": "Record that a translation matches its original as it is.",
    "review/sources": "List what each line of a text rests on, for the clinician who compares.",
    "review/review": "Lead a clinician through the texts that wait for approval.",
    "review/approve": "Record that a clinician approves a text exactly as it is.",
    "history/history": "List what has changed in the content, and when.",
    "history/undo": "Take the last change of the content back.",
    "history/restore": "Go back to an earlier state, or bring back a backup.",
    "history/backup": "Put all that belongs to your clinic into one file.",
    "content/transcript": "Print every page as shown and as spoken.",
    "elsewhere/export": "Write the pages as a web site.",
    "elsewhere/leaflet": "Write a page in large print, as a PDF.",
    "voice/say": "Speak a text, or save it as a sound file.",
    "voice/render": "Pre-record a slow voice, so that it speaks at once.",
    "voice/voices": "List the voices of this machine, play them, and say how to add one.",
    "machine/doctor": "Check this machine, and say how to fix problems.",
    "machine/keys": "Learn a keypad key by key, or show a key map.",
    "fleet/fleet": "Publish signed content to many kiosks, and receive it.",
    "machine/pin": "Set the PIN for the staff pages on the kiosk.",
    "machine/completion": "Print a script that lets a shell complete the kiosk's commands.",
}
"""Each command by its module in `kiosk/commands`, and its line of help."""
_COMMANDS = {place.partition("/")[2]: does for place, does in _LISTED.items()}
_MODULES = {place.partition("/")[2]: f"kiosk.commands.{place.replace('/', '.')}" for place in _LISTED}


class _Commands(click.Group):
    """Loads a command when it is used, so that the kiosk starts quickly."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return all commands, in the order of the help."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command called `cmd_name`, or None."""
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(_MODULES[cmd_name])
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Default to `run`, with all its options."""
        if not args and ctx.resilient_parsing:  # a shell asks which commands there are
            return super().parse_args(ctx, args)
        if not args or (args[0].startswith("-") and args[0] not in ("--help", "--version", "-h")):
            args = ["run", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete commands without loading them; complete options with those of `run` too, the default command."""
        from click.shell_completion import CompletionItem

        if not incomplete.startswith("-"):
            return [CompletionItem(name, help=does) for name, does in _COMMANDS.items() if name.startswith(incomplete)]
        options = click.Command.shell_complete(self, ctx, incomplete)
        if run := self.get_command(ctx, "run"):
            options += run.shell_complete(click.Context(run, parent=ctx), incomplete)
        return list({option.value: option for option in options}.values())


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name=None, version=importlib.import_module("kiosk").__version__, prog_name="kiosk")
def main() -> None:
    """The waiting-room kiosk: large-text pages about metastatic breast cancer, read aloud."""
