"""The staff's door: each command is a module of `kiosk/commands`, and is loaded when it is called."""

from __future__ import annotations

import importlib

import click

_COMMANDS = {
    "run": "Show the kiosk (this is what happens without a command).",
    "check": "Check the content files, and say what to mend.",
    "preview": "Show one topic as patients will see and hear it, while it is edited.",
    "new": "Make a file for a new topic.",
    "diff": "Tell what has changed in a text since it was approved.",
    "approve": "Record that a clinician approves a text exactly as it is.",
    "transcript": "Print every page as it is shown and as it is spoken.",
    "say": "Say a text, or write it to a sound file.",
    "render": "Make the speech of a slow voice ahead, so that it starts at once.",
    "voices": "List the voices of this machine, let them be heard, and say how to add one.",
    "doctor": "Tell what works on this machine, and what to do about the rest.",
    "keys": "Learn a keypad by its keys, or show a key map.",
    "fleet": "Send signed content to many kiosks, and receive it.",
    "pin": "Set the PIN with which staff get to their own pages on the kiosk.",
}


class _Commands(click.Group):
    """Loads a command when it is used, so that the kiosk starts quickly."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order in which they are met."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called `cmd_name`, or None."""
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"kiosk.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Without a command, `run` is meant, with all its options."""
        if not args or (args[0].startswith("-") and args[0] not in ("--help", "--version", "-h")):
            args = ["run", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name=None, version=importlib.import_module("kiosk").__version__, prog_name="kiosk")
def main() -> None:
    """The waiting-room kiosk: large-text pages about metastatic breast cancer, read aloud."""
