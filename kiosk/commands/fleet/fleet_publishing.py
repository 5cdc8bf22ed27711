"""`kiosk fleet init` to `status`: the content manager's commands."""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import click

from kiosk.commands.content.topics import own_folder
from kiosk.commands.fleet.fleet_errors import report_errors
from kiosk.fleet.bundle import pack
from kiosk.fleet.one_at_a_time import RENEWAL_S
from kiosk.fleet.publish.channels import Channels
from kiosk.fleet.publish.key_files import KeyRing
from kiosk.fleet.publish.network import KEYS, PUBLIC, ROOT_FILE, Network
from kiosk.fleet.publish.new_network import USUAL, Holders, make_network, replace_key
from kiosk.fleet.publish.overview import overview
from kiosk.fleet.receive.fitness import fitness, refuse_samples, require_fit
from kiosk.fleet.release import Release

PASSPHRASE = "KIOSK_FLEET_PASSPHRASE"
"""Environment variable with the passphrase of all keys, for scripts."""
_folder = click.option(
    "--network", "folder", type=click.Path(path_type=Path), default=Path("fleet"), show_default=True,
    help="The folder of the network of kiosks.",
)  # fmt: skip
_keys = click.option(
    "--keys", multiple=True, type=click.Path(path_type=Path), help="Another folder with keys, such as a USB stick."
)
_unapproved = click.option(
    "--allow-unapproved", is_flag=True, help="For trials: also publish texts that no clinician has approved."
)
_ring = click.IntRange(1, 100)


def _ask(name: str) -> str:
    given = os.environ.get(PASSPHRASE)
    return given if given is not None else str(click.prompt(f"Passphrase of {name}", hide_input=True, err=True))


def _ask_new(name: str) -> str:
    given = os.environ.get(PASSPHRASE)
    if given is not None:
        return given
    return str(click.prompt(f"A new passphrase for {name}", hide_input=True, confirmation_prompt=True, err=True))


def _network(folder: Path, keys: tuple[Path, ...]) -> Network:
    return Network(folder, KeyRing((folder / KEYS, *keys), _ask))


def _now() -> datetime:
    return datetime.now(UTC)


@click.command("init")
@_folder
@click.option("--root-keys", default=USUAL["root"].keys, show_default=True, help="How many keys the root has.")
@click.option("--root-threshold", default=USUAL["root"].threshold, show_default=True, help="How many must sign.")
@click.option("--content-keys", default=USUAL["content"].keys, show_default=True, help="How many content keys.")
@click.option("--content-threshold", default=USUAL["content"].threshold, show_default=True, help="How many must sign.")
@click.option("--no-passphrase", is_flag=True, help="For trials: anybody with a key file can use it.")
def init(
    folder: Path,
    root_keys: int,
    root_threshold: int,
    content_keys: int,
    content_threshold: int,
    no_passphrase: bool,
) -> None:
    """Create the keys of a network of kiosks, and its first, empty, published folder."""
    holders = {
        **USUAL,
        "root": Holders(root_keys, root_threshold),
        "content": Holders(content_keys, content_threshold),
    }
    with report_errors():
        make_network(folder, (lambda name: "") if no_passphrase else _ask_new, _now(), holders)
    click.echo(f"{folder / PUBLIC} is for the web server or the USB stick. It contains no secrets.")
    click.echo(f"{folder / ROOT_FILE} is for each kiosk, once.")
    click.echo(
        f"{folder / KEYS} contains all private keys. Now move each root key to its own USB stick, and lock it away:"
    )
    for number in range(1, root_keys + 1):
        click.echo(f"    {folder / KEYS / f'root-{number}.pem'}")
    click.echo(f"Any {root_threshold} of them replace a lost or stolen key. Fewer cannot.")


@click.command("publish")
@click.argument("content", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--channel", required=True, help="Who gets it: stable, canary, clinic-042, …")
@click.option("--ring", type=_ring, default=100, show_default=True, help="Percent of the channel's kiosks.")
@click.option("--note", default="", help="What is new, for colleagues.")
@_unapproved
@_folder
@_keys
def publish(
    content: Path | None,
    channel: str,
    ring: int,
    note: str,
    allow_unapproved: bool,
    folder: Path,
    keys: tuple[Path, ...],
) -> None:
    """Sign the content in DIR, by default the kiosk's own, for the kiosks of a channel.

    Clinicians must have approved it, “check --strict” must find nothing, and no number may be a sample.
    """
    content = own_folder(content)
    network = _network(folder, keys)
    with report_errors(), network.alone():
        channels = Channels(network, _now())
        found = fitness(content) if allow_unapproved else require_fit(content, date.today())
        refuse_samples(found)
        bundle = pack(content)
        release = channels.publish(bundle, channel, ring, not found.unapproved, note)
    _say(channel, release, folder)


@click.command("promote")
@click.argument("source")
@click.argument("channel")
@click.option("--ring", type=_ring, help="Percent of the channel's kiosks; by default the next of 1, 10, 100.")
@_unapproved
@_folder
@_keys
def promote(
    source: str, channel: str, ring: int | None, allow_unapproved: bool, folder: Path, keys: tuple[Path, ...]
) -> None:
    """Give the content of all kiosks of SOURCE to the next ring of CHANNEL: 1 %, then 10 %, then all."""
    network = _network(folder, keys)
    with report_errors(), network.alone():
        release = Channels(network, _now()).promote(source, channel, ring, allow_unapproved)
    _say(channel, release, folder)


@click.command("rollback")
@click.option("--channel", help="Only this channel; by default every channel with the newest content.")
@_folder
@_keys
def rollback(channel: str | None, folder: Path, keys: tuple[Path, ...]) -> None:
    """Take back the last publication: publish the content before it as a higher release."""
    network = _network(folder, keys)
    with report_errors(), network.alone():
        done, kept = Channels(network, _now()).rollback(channel)
    for name, release in done:
        _say(name, release, folder)
    for reason in kept:
        click.echo(str(reason), err=True)
    sys.exit(1 if kept else 0)


@click.command("renew")
@_folder
@_keys
def renew(folder: Path, keys: tuple[Path, ...]) -> None:
    """Sign the daily statement that nothing newer is held back. A timer runs this."""
    network = _network(folder, keys)
    with report_errors(), network.alone(RENEWAL_S):
        network.renew(_now())
        expires = network.timestamp().signed.expires
    click.echo(
        f"Signed. Copy {folder / PUBLIC} to the web server; otherwise kiosks report it from {expires:%Y-%m-%d} on."
    )


@click.command("rotate-key")
@click.argument("name")
@click.option("--no-passphrase", is_flag=True, help="For trials: anybody with the key file can use it.")
@_folder
@_keys
def rotate_key(name: str, no_passphrase: bool, folder: Path, keys: tuple[Path, ...]) -> None:
    """Replace the key NAME, such as content-1, which may be lost or stolen. Needs the root keys."""
    network = _network(folder, keys)
    with report_errors(), network.alone():
        fresh = replace_key(network, name, (lambda _: "") if no_passphrase else _ask_new, _now())
    click.echo(f"{name} is no longer valid once {folder / PUBLIC} is copied to the web server.")
    click.echo(f"The new key is {folder / KEYS / f'{fresh}.pem'}.")


@click.command("status")
@_folder
def status(folder: Path) -> None:
    """Show what each channel has, which keys there are, and what must be signed again by when."""
    with report_errors():
        lines = overview(_network(folder, ()), _now())
    for line in lines:
        click.echo(line)


def _say(channel: str, release: Release, folder: Path) -> None:
    who = "all kiosks" if release.percent >= 100 else f"{release.percent} % of the kiosks"
    click.echo(f"{channel}: release {release.number}, content {release.content[:16]}, for {who}.")
    if not release.approved:
        warning = (
            "THIS CONTENT IS NOT APPROVED BY A CLINICIAN. Only kiosks with “accept-unapproved: yes” take it. "
            "Patients must not see it."
        )
        click.secho(warning, fg="red", bold=True, err=True)
    click.echo(f"It goes out when {folder / PUBLIC} is copied to the web server or the USB stick, timestamp.json last.")


COMMANDS = {each.name: each for each in (init, publish, promote, rollback, renew, rotate_key, status)}
"""This module's commands by name."""
