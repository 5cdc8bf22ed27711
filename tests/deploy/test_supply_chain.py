"""What the kiosk is built from is pinned, told in a bill of materials, and asked after in a list of known faults.

The audit is tried against a service of the test's own, which knows of one fault; the real one needs the network.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import threading
import tomllib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from packaging.requirements import Requirement

from tests.conftest import ROOT
from tools.lock import BESIDE, file_of, wanted

TOOLS = ROOT / "build" / "tools"
LOCKS = sorted(ROOT.glob("requirements*.lock"))
FAULTY = "pygments"
FAULT = {
    "id": "TEST-2026-1",
    "summary": "a fault",
    "modified": "2026-01-01T00:00:00Z",
    "affected": [{"package": {"name": FAULTY, "ecosystem": "PyPI"}, "ranges": [], "versions": []}],
}


def parts(lock: Path) -> dict[str, str]:
    """Names and versions in a lock."""
    return dict(re.findall(r"(?m)^([\w.-]+)==([\w.+!-]+)", lock.read_text("utf-8")))


def require_tools() -> None:
    if not (TOOLS / "stamp").exists():
        tell = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        tell("there are no tools: make build/tools/stamp")


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_part_is_pinned_with_its_hashes(lock: Path):
    text = lock.read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    assert lines
    for line in lines:
        assert re.match(r"[\w.-]+==\S+.* --hash=sha256:[0-9a-f]{64}", line), line[:80]


@pytest.mark.parametrize("lock", BESIDE)
def test_every_lock_holds_what_is_asked_for(lock: str):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    locked = {name.lower(): version for name, version in parts(ROOT / file_of(lock)).items()}
    for line in wanted(project, lock):
        asked = Requirement(line)
        assert asked.specifier.contains(locked[asked.name.lower()], prereleases=True)


def test_there_is_no_lock_that_nobody_renews():
    assert {lock.name for lock in LOCKS} == {file_of(lock) for lock in BESIDE}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_part_is_explained(lock: Path):
    text = (ROOT / "docs" / "dependencies.md").read_text("utf-8").lower()
    assert [name for name in parts(lock) if f"`{name.lower()}`" not in text] == []


def test_the_bill_of_materials_names_every_part_that_runs(tmp_path: Path):
    require_tools()
    before = subprocess.run(("make", "sbom"), cwd=ROOT, capture_output=True, text=True, check=False)
    assert before.returncode == 0, before.stderr
    bill = json.loads((ROOT / "build" / "sbom.json").read_text("utf-8"))
    assert bill["bomFormat"] == "CycloneDX"
    assert bill["metadata"]["component"]["name"] == "waiting-room-kiosk"
    named = {each["name"].lower(): each["version"] for each in bill["components"]}
    run = parts(ROOT / "requirements.lock") | parts(ROOT / "requirements-natural.lock")
    assert named == {name.lower(): version for name, version in run.items()}
    for each in bill["components"]:
        hashes = [one for ref in each["externalReferences"] for one in ref.get("hashes", [])]
        assert hashes, each["name"]
        assert each["purl"] == f"pkg:pypi/{each['name'].lower()}@{each['version']}"


class Service(BaseHTTPRequestHandler):
    """Answers as osv.dev does."""

    known: ClassVar[set[str]] = set()
    asked: ClassVar[set[str]] = set()

    def do_POST(self) -> None:
        name = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["package"]["name"]
        self.asked.add(name)
        answer = json.dumps({"vulns": [FAULT]} if name in self.known else {}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Nothing goes to the screen."""


@pytest.fixture
def service() -> Iterator[str]:
    """The address of a service that knows of no fault yet."""
    Service.known, Service.asked = set(), set()
    with HTTPServer(("127.0.0.1", 0), Service) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/v1/query"
        server.shutdown()
        thread.join()


def audit(service: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The audit of one lock, as `make audit` does it."""
    command = re.search(r"pip_audit (.*?) --requirement", (ROOT / "Makefile").read_text("utf-8"))
    assert command
    own = ("--vulnerability-service", "osv", "--osv-url", service, "--cache-dir", str(folder), "--requirement")
    return subprocess.run(
        (TOOLS / "bin" / "python", "-P", "-m", "pip_audit", *command[1].split(), *own, ROOT / "requirements.lock"),
        capture_output=True,
        text=True,
        check=False,
        env={name: value for name, value in os.environ.items() if "proxy" not in name.lower()},
    )


def test_a_part_with_a_known_fault_fails_the_audit(service: str, tmp_path: Path):
    require_tools()
    Service.known = {FAULTY}
    done = audit(service, tmp_path)
    assert done.returncode == 1
    assert FAULTY in done.stdout
    assert "TEST-2026-1" in done.stdout


def test_parts_without_a_known_fault_pass_it_and_each_was_asked_for(service: str, tmp_path: Path):
    require_tools()
    done = audit(service, tmp_path)
    assert done.returncode == 0, done.stderr
    assert {"textual", "rich", "pyyaml", "click"} <= Service.asked


def test_a_service_that_cannot_be_reached_is_no_all_clear(tmp_path: Path):
    require_tools()
    assert audit("http://127.0.0.1:9/v1/query", tmp_path).returncode != 0
