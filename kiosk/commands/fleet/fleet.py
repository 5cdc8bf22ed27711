"""`kiosk fleet`: signed content for many kiosks. The first five commands publish, the rest are for one kiosk."""

from __future__ import annotations

import importlib

import click

_COMMANDS = {
    "init": "publishing",
    "publish": "publishing",
    "promote": "publishing",
    "rollback": "publishing",
    "renew": "publishing",
    "rotate-key": "publishing",
    "status": "publishing",
    "receive": "receiving",
    "kiosk": "receiving",
    "health": "receiving",
}
"""Each command and its module beside this one."""
_PARTS = ("tuf", "securesystemslib", "cryptography", "urllib3", "prometheus_client")


class _Commands(click.Group):
    """Loads a command when it is used, because the kiosk itself does not have its packages."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return all commands, in the order of the help."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command called `cmd_name`, or None."""
        if cmd_name not in _COMMANDS:
            return None
        try:
            module = importlib.import_module(f"kiosk.commands.fleet.fleet_{_COMMANDS[cmd_name]}")
        except ModuleNotFoundError as error:
            if (error.name or "").split(".")[0] not in _PARTS:
                raise
            if ctx.resilient_parsing:  # a shell asks for completions and cannot show a message
                return None
            sentence = (
                "The packages for many kiosks are not installed. Run: "
                ".venv/bin/python -m pip install --require-hashes --no-deps -r requirements-fleet.lock"
            )
            raise click.ClickException(sentence) from None
        commands: dict[str, click.Command] = module.COMMANDS
        return commands[cmd_name]


@click.group("fleet", cls=_Commands)
def command() -> None:
    """Signed content for many kiosks: docs/fleet.md is the guide.

    Exit status of every command: 0 if it was done, 1 if not, 2 for wrong usage.
    """
