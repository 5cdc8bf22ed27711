"""The kiosk itself has not one line of networking, and needs nothing of what many kiosks need."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.fleet.house import House

KIOSK = ROOT / "kiosk"
NETWORKING = {
    "socketserver", "ssl", "http", "urllib", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "nntplib", "xmlrpc",
    "wsgiref", "webbrowser", "requests", "urllib3", "httpx", "aiohttp", "tuf", "securesystemslib", "cryptography",
    "prometheus_client", "bottle",
}  # fmt: skip
EDITOR = "editor/browser/"
"""The editor's web pages for this machine, a process of its own."""
PARTS = ("tuf", "securesystemslib", "cryptography", "urllib3", "prometheus_client")
"""What requirements-fleet.lock installs beside the kiosk's own parts."""
LOCAL_SOCKETS = {
    "supervision/service_manager.py": "AF_UNIX",
    "supervision/supervisor_socket.py": "AF_UNIX",
    "terminal/request.py": "AF_UNIX",
}
"""Files that talk to another process of this machine, with the only family of sockets that they name."""


def is_for_fleets(path: Path) -> bool:
    relative = path.relative_to(KIOSK)
    return relative.parts[0] == "fleet" or relative.as_posix().startswith("commands/fleet")


def is_for_browsers(path: Path) -> bool:
    return path.relative_to(KIOSK).as_posix().startswith(EDITOR)


FILES = [path for path in sorted(KIOSK.rglob("*.py")) if not is_for_fleets(path) and not is_for_browsers(path)]


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(KIOSK)))
def test_a_file_of_the_kiosk_talks_to_no_network(path: Path):
    tree = ast.parse(path.read_text("utf-8"))
    names = {name.split(".")[0] for name in imported(tree)}
    assert not names & NETWORKING
    assert not any(name.startswith("kiosk.fleet") for name in imported(tree))
    attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    streams = {"open_connection", "start_server", "create_connection", "create_server", "create_datagram_endpoint"}
    assert not attributes & streams
    name = path.relative_to(KIOSK).as_posix()
    if "socket" in names:
        assert name in LOCAL_SOCKETS, "this file opens sockets"
        assert {each for each in attributes if each.startswith("AF_")} == {LOCAL_SOCKETS[name]}


def test_only_the_command_of_the_editor_loads_its_pages():
    users = {
        path.relative_to(KIOSK).as_posix()
        for path in FILES
        if any(name.startswith("kiosk.editor.browser") for name in imported(ast.parse(path.read_text("utf-8"))))
    }
    assert users == {"commands/content/edit.py"}


def test_the_rule_would_notice_networking():
    """The test above is of use: the files for fleets break its rule."""
    names = {
        name.split(".")[0]
        for name in imported(ast.parse((KIOSK / "fleet" / "receive" / "fetch.py").read_text("utf-8")))
    }
    assert names & NETWORKING


def test_a_kiosk_receives_without_the_parts_of_publishing(tmp_path: Path):
    """What signs is on the content manager's machine alone."""
    house = House(tmp_path)
    house.publish("212-444-0101")
    (tmp_path / "fleet.yaml").write_text(f"from: {house.public}\nroot: fleet/root.json\nfolder: kiosk\n")
    code = (
        "import sys\n"
        "class Missing:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] == 'cryptography':\n"
        "            raise ModuleNotFoundError(name, name=name)\n"
        "sys.meta_path.insert(0, Missing())\n"
        "from kiosk.cli import main\n"
        f"main(['fleet', 'receive', '--settings', {str(tmp_path / 'fleet.yaml')!r}])\n"
    )
    done = subprocess.run((sys.executable, "-P", "-c", code), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert house.phone == "212-444-0101"


def test_everything_but_fleets_loads_without_their_parts():
    code = (
        "import importlib, pkgutil, sys\n"
        "class Missing:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in sys.argv[1:]:\n"
        "            raise ModuleNotFoundError(name, name=name)\n"
        "sys.meta_path.insert(0, Missing())\n"
        "import kiosk\n"
        "loaded = 0\n"
        "for module in pkgutil.walk_packages(kiosk.__path__, 'kiosk.'):\n"
        "    name = module.name\n"
        "    if not name.startswith(('kiosk.fleet', 'kiosk.commands.fleet', 'kiosk.__main__')):\n"
        "        importlib.import_module(name)\n"
        "        loaded += 1\n"
        "assert loaded > 100, loaded\n"
        "rooms = {'kiosk.fleet.publish', 'kiosk.fleet.receive'}\n"
        "print([name for name in sys.modules if name.startswith('kiosk.fleet.') and name not in rooms])\n"
        "from kiosk.cli import main\n"
        "main(['fleet', 'status'], standalone_mode=True)\n"
    )
    done = subprocess.run((sys.executable, "-P", "-c", code, *PARTS), capture_output=True, text=True, check=False)
    assert done.stdout == "[]\n", done.stderr
    assert "requirements-fleet.lock" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == 1
