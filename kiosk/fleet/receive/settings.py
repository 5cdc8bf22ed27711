"""Read `fleet.yaml`: where one kiosk gets its content from."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kiosk.content.files.source_file import read_file
from kiosk.content.parsing.diagnostic import errors
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.nodes import Text
from kiosk.content.parsing.yaml_events import fastest_reader
from kiosk.content.schema.field import Field, Form, Kind
from kiosk.content.schema.forms import YES_NO
from kiosk.fleet.fleet_error import FleetError
from kiosk.machine.paths import HOME

SOURCE = Form(r"(https?://|file:///|/)\S.*", "a web address that starts with https://, or the whole path of a folder")
_PATH = 1000
FLEET = Field(
    name="fleet.yaml",
    kind=Kind.GROUP,
    help="Where this kiosk gets its content from.",
    fields=(
        Field(
            "from", Kind.TEXT, "The published folder: on a web server, or a folder such as a USB stick.", required=True,
            example="https://content.example.org/fleet", form=SOURCE, most=_PATH,
        ),
        Field(
            "channel", Kind.TEXT, "Which content this kiosk gets.", example="stable", default="stable", most=50,
            form=Form(r"[a-z0-9][a-z0-9-]*", "small letters, digits and hyphens"),
        ),
        Field(
            "kiosk", Kind.TEXT, "The name of this kiosk in the network; not a person's name.", example="clinic-042-a",
            form=Form(r"[A-Za-z0-9._-]+", "letters, digits, hyphens and full stops"), most=100,
        ),
        Field(
            "root", Kind.TEXT, "The file root.json from “fleet init”.", example="/etc/kiosk/root.json",
            default="root.json", most=_PATH,
        ),
        Field(
            "folder", Kind.TEXT, "Where the content is stored; the kiosk shows its folder “current”.",
            example="/var/lib/kiosk-fleet", default="/var/lib/kiosk-fleet", most=_PATH,
        ),
        Field(
            "proxy", Kind.TEXT, "The proxy to the web server.", example="http://proxy.example.org:3128",
            form=Form(r"https?://\S+", "an address that starts with http://"), most=_PATH,
        ),
        Field(
            "certificates", Kind.TEXT, "A file with your own root certificates, if the web server needs them.",
            example="/etc/ssl/certs/clinic.pem", most=_PATH,
        ),
        Field(
            "accept-unapproved", Kind.TEXT, "Whether this kiosk takes texts that no clinician has approved.",
            example="no", allowed=YES_NO, default="no",
        ),
        Field(
            "health-file", Kind.TEXT, "The file for Prometheus, in the folder that node_exporter reads.",
            example="/var/lib/prometheus/node-exporter/kiosk.prom", most=_PATH,
            form=Form(r".*\.prom", "the path of a file that ends in .prom"),
        ),
        Field(
            "kiosk-state", Kind.TEXT, "The folder in which the kiosk stores its state.", example="/var/lib/kiosk",
            default="/var/lib/kiosk", most=_PATH,
        ),
        Field(
            "time-limit", Kind.NUMBER, "Seconds before a check is given up.", example="300", default="300", least=5,
            most=3600,
        ),
    ),
)  # fmt: skip
"""The table of fields."""


@dataclass(frozen=True)
class Settings:
    """The settings in `fleet.yaml`."""

    source: str
    channel: str
    kiosk: str
    root: Path
    folder: Path
    proxy: str = ""
    certificates: Path | None = None
    accept_unapproved: bool = False
    health_file: Path | None = None
    kiosk_state: Path = Path("/var/lib/kiosk")
    time_limit_s: float = 300.0


def settings_files() -> tuple[Path, ...]:
    """Return the paths at which `fleet.yaml` can be, in order."""
    return (HOME / "fleet.yaml", Path("/etc/kiosk/fleet.yaml"))


def read_settings(path: Path | None) -> Settings:
    """Return the settings in `path`, or in the first of `settings_files` that exists.

    Paths in it are relative to its own folder. Raises FleetError with what to fix.
    """
    path = path or next((each for each in settings_files() if each.is_file()), None)
    if path is None:
        places = " or ".join(map(str, settings_files()))
        raise FleetError("no-settings", f"There is no fleet.yaml. Write one to {places}, or name it with --settings.")
    diagnostics = Diagnostics(path.name)
    document = read_file(path, FLEET, diagnostics, fastest_reader())
    if document is None or diagnostics.failed:
        raise FleetError("settings", f"{path} cannot be used yet.", errors(diagnostics.report()))
    words = {name: value.clean for name in FLEET.names() if isinstance(value := document.get(name), Text)}
    here = path.absolute().parent
    return Settings(
        source=words["from"],
        channel=words.get("channel") or "stable",
        kiosk=words.get("kiosk") or own_name(),
        root=here / (words.get("root") or "root.json"),
        folder=here / (words.get("folder") or "/var/lib/kiosk-fleet"),
        proxy=words.get("proxy", ""),
        certificates=here / words["certificates"] if words.get("certificates") else None,
        accept_unapproved=words.get("accept-unapproved") == "yes",
        health_file=here / words["health-file"] if words.get("health-file") else None,
        kiosk_state=here / (words.get("kiosk-state") or "/var/lib/kiosk"),
        time_limit_s=float(words.get("time-limit") or 300),
    )


def own_name(machine_id: Path = Path("/etc/machine-id")) -> str:
    """Return a name for a kiosk without one: a hash of its machine-id, which must stay private (machine-id(5))."""
    try:
        secret = machine_id.read_text("ascii").strip()
    except (OSError, ValueError):
        secret = ""
    return sha256(f"kiosk-fleet:{secret}".encode()).hexdigest()[:12] if secret else socket.gethostname()
