"""How this machine fetches Debian's packages and Python's parts, so that another one on the same network can. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

RELEASES = ("bookworm", "trixie", "stable", "oldstable", "sid")
KEPT = ("index-url", "extra-index-url", "proxy", "cert", "timeout", "trusted-host")
"""Settings of pip that tell of the network."""


def debian_mirror(sources: Iterable[str]) -> str | None:
    """The first address of Debian itself in texts of apt's source files, of either form; None where there is none."""
    for text in sources:
        for block in re.split(r"\n\s*\n", text):
            fields = dict(re.findall(r"(?m)^(\w+):[ \t]*(.+)$", block))
            words = fields.get("Suites", "").split()
            if words and words[0] in RELEASES and "URIs" in fields:
                return str(fields["URIs"].split()[0])
        for address, suite in re.findall(r"(?m)^deb\s+(?:\[[^]]*\]\s+)?(\S+)\s+(\S+)", text):
            if suite in RELEASES:
                return str(address)
    return None


def pip_settings(listing: str) -> dict[str, str]:
    """What of `pip config list` another machine needs: without folders of this one."""
    found: dict[str, str] = {}
    for name, value in re.findall(r"(?m)^\S*?\.([a-z-]+)='(.*)'$", listing.replace("\\n", " ")):
        addresses = " ".join(word for word in value.split() if not word.startswith("file:"))
        if name in KEPT and addresses:
            found[name] = addresses
    return found


def pip_file(settings: dict[str, str]) -> str:
    """The same as a pip.conf."""
    return "[global]\n" + "".join(f"{name} = {value}\n" for name, value in settings.items())
