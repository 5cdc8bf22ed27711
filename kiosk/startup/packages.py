"""Installs packages into the kiosk's own Python by pip, whose other settings count only as far as the network.

Imports only the standard library, since it runs before there is anything else.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
from collections.abc import Callable, Mapping, Sequence

NETWORK = (
    *("index-url", "extra-index-url", "find-links", "no-index", "trusted-host"),
    *("proxy", "cert", "client-cert", "retries", "timeout", "cache-dir", "no-cache-dir"),
)
"""What is taken from the variables and files that pip is set up with: where packages come from, and by which way."""
RETRIES = "2"
"""How often a fetch is tried again, unless the network's settings say so: seconds, not half a minute."""
_PROXY_SIGNS = ("ProxyError", "proxy URL", "Proxy Authentication", "Tunnel connection failed", "SOCKS")
_PROXIES = ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "HTTP_PROXY", "http_proxy")


def clean_variables(variables: Mapping[str, str]) -> dict[str, str]:
    """Return environment variables without those for another Python, another environment, or pip's other habits."""
    allowed = {_variable(name) for name in NETWORK} | {"PIP_CONFIG_FILE"}
    return {
        name: value
        for name, value in variables.items()
        if name in allowed
        or not name.upper().startswith(("PYTHON", "_PYTHON", "PIP_", "CONDA_", "VIRTUAL_ENV", "__PYVENV", "UV_"))
    }


def install(python: str, root: str, locks: Sequence[str], say: Callable[[str], None], what: str = "") -> str:
    """Install the packages of the locks in `root`, checked against their hashes: fetching `what`, part 1 of 9.

    Returns what pip printed if it failed, else nothing.
    """
    command = [python, "-I", "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--progress-bar=off"]
    command += ["--require-hashes", "--no-deps", "--only-binary=:all:"]
    parts: set[str] = set()
    for name in locks:
        path = os.path.join(root, name)
        command += ["-r", path]
        with open(path, encoding="utf-8") as file:
            parts.update(re.findall(r"(?m)^([A-Za-z0-9._-]+)==", file.read()))
    pip = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        cwd=root,
        env=_network_only(python, root),
    )
    assert pip.stdout is not None
    found = 0
    output = []
    try:
        for line in pip.stdout:
            output.append(line)
            if line.startswith(("Collecting ", "Processing ", "Ignoring ")):
                found = min(found + 1, len(parts))
                say(f"The first start: fetching {what}part {found} of {len(parts)} …")
            elif line.startswith("Installing collected"):
                say(f"The first start: installing {what.rstrip(', ')} …".replace("  ", " "))
        failed = pip.wait() != 0
    finally:
        if pip.poll() is None:  # stopped by Ctrl+C, or stderr is closed
            pip.kill()
            pip.wait()
    return "".join(output) or "pip failed" if failed else ""


def explain(output: str, variables: Mapping[str, str] = os.environ) -> str:
    """Return one sentence for pip's output. `variables` may name a proxy."""
    if "THESE PACKAGES DO NOT MATCH THE HASHES" in output:
        return (
            "A downloaded part is not the one that was reviewed (its hash differs), so it was not installed: "
            "try again, and if it happens again, tell whoever maintains the kiosk."
        )
    if "No space left" in output:
        return "The disk is full: free 300 MB and start the kiosk again."
    if "failed to map segment" in output:
        return (
            "No program may run from the folder of the kiosk (its disk is mounted with “noexec”): "
            "put the kiosk on another disk, and start it there."
        )
    if any(sign in output for sign in _PROXY_SIGNS):
        named = _proxy(output, variables)
        return (
            f"The parts of the kiosk could not be fetched through the proxy{named}: "
            "correct its address or take it away, and start the kiosk again."
        )
    if "CERTIFICATE_VERIFY_FAILED" in output:
        return (
            "The parts of the kiosk could not be fetched, because the server's certificate is not trusted: set this "
            "machine's clock, or name your network's own certificates in /etc/pip.conf (cert = …), and start again."
        )
    no_network = ("NewConnectionError", "ConnectTimeout", "Name or service", "name resolution", "SSLError")
    if any(sign in output for sign in no_network) or "Could not find a version" in output:
        return (
            "The parts of the kiosk could not be fetched: connect this machine to the internet for its first "
            "start, and start the kiosk again."
        )
    last = [line.strip() for line in output.splitlines() if line.startswith("ERROR")]
    return f"The parts of the kiosk could not be installed: {last[-1] if last else 'pip failed'}"


def why_not(output: str) -> str:
    """Return a few words for pip's output, when the natural voice was to be installed."""
    reasons = {
        "THESE PACKAGES DO NOT MATCH THE HASHES": "a downloaded part is not the one that was reviewed",
        "No space left": "the disk is full",
        "ProxyError": "the proxy does not answer",
        "ConnectTimeout": "no network",
        "NewConnectionError": "no network",
        "No matching distribution": "there are no parts for this machine and this Python",
    }
    return next((reason for sign, reason in reasons.items() if sign in output), "pip failed")


def _variable(name: str) -> str:
    return "PIP_" + name.upper().replace("-", "_")


def _network_only(python: str, root: str) -> dict[str, str]:
    """Return the variables for pip: what its files and variables say of the network, and nothing else of them."""
    variables = clean_variables(os.environ)
    listed = subprocess.run(
        (python, "-I", "-m", "pip", "config", "list"),
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        cwd=root,
        env=variables,
    )
    least = {_variable("retries"): RETRIES}
    return {**least, **_from_files(listed.stdout), **variables, "PIP_CONFIG_FILE": os.devnull}


def _from_files(listed: str) -> dict[str, str]:
    """Return as variables what `pip config list` has printed of the network; what is for `install` comes last."""
    found: dict[str, str] = {}
    for section in ("global", "install"):
        for name, value in re.findall(rf"(?m)^{section}\.([a-z-]+)=(.*)$", listed):
            if name in NETWORK:
                try:
                    found[_variable(name)] = " ".join(str(ast.literal_eval(value)).split())
                except (ValueError, SyntaxError):
                    continue
    return found


def _proxy(output: str, variables: Mapping[str, str]) -> str:
    """Return the proxy's address, without any password in it, with a space before it; empty if nobody knows it."""
    named = [variables[name] for name in ("PIP_PROXY", *_PROXIES) if variables.get(name)]
    named += re.findall(r"host='([^']+)', port=\d+", output) if not named else []
    return " " + re.sub(r"//[^/@]*@", "//", named[0]) if named else ""
