"""A bundle may be signed and still be harmful: it is taken apart without trusting it."""

from __future__ import annotations

import gzip
import io
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.fleet.bundle import as_tar, pack
from kiosk.fleet.bundle_names import MOST_FILES, MOST_IN_A_FILE, MOST_UNPACKED, belongs
from kiosk.fleet.fleet_error import FleetError
from kiosk.fleet.receive.unpack import unpack
from tests.fleet.house import clinic

Members = list[tuple[str, bytes, str, dict[str, str]]]


def tar_of(*members: tuple[str, bytes], kind: bytes = tarfile.REGTYPE, link: str = "", form: int = 0) -> bytes:
    """A packed tar with anything in it."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form or tarfile.USTAR_FORMAT) as tar:
        for name, inside in members:
            member = tarfile.TarInfo(name)
            member.size, member.type, member.linkname = len(inside), kind, link
            tar.addfile(member, io.BytesIO(inside))
    return gzip.compress(out.getvalue())


GOOD = ("clinic.yaml", b"name: A\n")
HARMFUL: dict[str, Callable[[], bytes]] = {
    "a way up": lambda: tar_of(GOOD, ("../clinic.yaml", b"x")),
    "a way up inside": lambda: tar_of(GOOD, ("en/../../clinic.yaml", b"x")),
    "a whole path": lambda: tar_of(GOOD, ("/etc/clinic.yaml", b"x")),
    "a dot": lambda: tar_of(GOOD, ("./clinic.yaml", b"x")),
    "another file": lambda: tar_of(GOOD, ("en/signs.py", b"x")),
    "a hidden file": lambda: tar_of(GOOD, ("en/.yaml", b"x")),
    "a deep file": lambda: tar_of(GOOD, ("en/en/signs.yaml", b"x")),
    "a back slash": lambda: tar_of(GOOD, ("en\\signs.yaml", b"x")),
    "a new line": lambda: tar_of(GOOD, ("en/signs.yaml\n", b"x")),
    "another alphabet": lambda: tar_of(GOOD, ("en/sıgns.yaml", b"x")),
    "twice the same": lambda: tar_of(GOOD, GOOD),
    "a symbolic link": lambda: tar_of(("clinic.yaml", b""), kind=tarfile.SYMTYPE, link="/etc/passwd"),
    "a hard link": lambda: tar_of(("clinic.yaml", b""), kind=tarfile.LNKTYPE, link="/etc/passwd"),
    "a folder": lambda: tar_of(("en", b""), kind=tarfile.DIRTYPE),
    "a device": lambda: tar_of(("clinic.yaml", b""), kind=tarfile.CHRTYPE),
    "a pipe": lambda: tar_of(("clinic.yaml", b""), kind=tarfile.FIFOTYPE),
    "a long name": lambda: tar_of(GOOD, (f"en/{'a' * 101}.yaml", b"x"), form=tarfile.GNU_FORMAT),
    "a huge file": lambda: tar_of(("clinic.yaml", b" " * (MOST_IN_A_FILE + 1))),
    "too many files": lambda: tar_of(*((f"en/topic-{n}.yaml", b"x") for n in range(MOST_FILES + 1))),
    "a bomb": lambda: gzip.compress(bytes(MOST_UNPACKED + 1)),
    "a bomb after the end": lambda: tar_of(GOOD) + gzip.compress(bytes(MOST_UNPACKED)),
    "no tar": lambda: gzip.compress(b"name: A\n" * 1000),
    "no gzip": lambda: b"name: A\n" * 1000,
    "nothing": lambda: b"",
    "an empty tar": tar_of,
    "half of it": lambda: tar_of(GOOD)[:-20],
    "a file that ends too early": lambda: gzip.compress(gzip.decompress(tar_of(("clinic.yaml", b"x" * 2000)))[:1024]),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_a_harmful_bundle_is_refused(name: str, tmp_path: Path):
    before = set(tmp_path.parent.rglob("*"))
    with pytest.raises(FleetError) as error:
        unpack(HARMFUL[name](), tmp_path / "inside" / "staged")
    assert error.value.code == "bundle-unsafe"
    assert set(tmp_path.parent.rglob("*")) == before, "nothing may be written of it"


def test_a_header_of_another_format_cannot_rename_a_file(tmp_path: Path):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar:
        member = tarfile.TarInfo("clinic.yaml")
        member.pax_headers = {"path": "../clinic.yaml"}
        tar.addfile(member)
    with pytest.raises(FleetError):
        unpack(gzip.compress(out.getvalue()), tmp_path / "staged")


def test_a_huge_header_takes_no_memory(tmp_path: Path):
    """A header of another format may announce any size: what is really there is bounded before it is read."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar:
        member = tarfile.TarInfo("clinic.yaml")
        member.pax_headers = {"comment": "x" * 100_000}
        tar.addfile(member)
    raw = bytearray(out.getvalue())
    header = tarfile.TarInfo.frombuf(bytes(raw[:512]), "utf-8", "strict")
    header.size = 8**11 - 1
    raw[:512] = header.tobuf(tarfile.USTAR_FORMAT)[:512]
    with pytest.raises(FleetError):
        unpack(gzip.compress(bytes(raw)), tmp_path / "staged")


def test_what_was_packed_comes_out_again(tmp_path: Path):
    folder = clinic(tmp_path / "content", "212-444-0101").path
    bundle = pack(folder)
    assert unpack(bundle.packed, tmp_path / "staged") == bundle.content
    assert as_tar(tmp_path / "staged") == as_tar(folder)
    names = {str(path.relative_to(folder)) for path in folder.rglob("*.yaml")}
    assert {str(path.relative_to(tmp_path / "staged")) for path in (tmp_path / "staged").rglob("*.yaml")} == names


@settings(max_examples=300)
@given(st.data())
def test_any_damage_is_refused_or_changes_nothing(data: st.DataObject):
    """Whatever is done to the bytes: an error for staff, or files with names of content files alone."""
    from tempfile import TemporaryDirectory

    plain = bytearray(gzip.decompress(tar_of(GOOD, ("en/signs.yaml", b"title: Signs\n"))))
    for _ in range(data.draw(st.integers(1, 6))):
        plain[data.draw(st.integers(0, 2047))] = data.draw(st.integers(0, 255))
    with TemporaryDirectory() as place:
        inside = Path(place) / "a" / "b"
        try:
            unpack(gzip.compress(bytes(plain)), inside)
        except FleetError:
            assert not inside.exists()
            return
        files = [path for path in Path(place).rglob("*") if path.is_file()]
        assert all(belongs(path.relative_to(inside).as_posix()) and not path.is_symlink() for path in files)


@pytest.mark.parametrize("name", ["clinic.yaml", "words.yaml", "en/signs.yaml", "es/when-to-seek-care.yaml"])
def test_names_of_content_files_belong(name: str):
    assert belongs(name)


@pytest.mark.parametrize("damage", ["a link", "a pipe", "a large file", "a folder"])
def test_what_is_no_ordinary_file_is_not_packed(tmp_path: Path, damage: str):
    import os

    folder = clinic(tmp_path / "content", "212-444-0101").path
    path = folder / "en" / "new.yaml"
    match damage:
        case "a link":
            path.symlink_to("nowhere.yaml")
        case "a pipe":
            os.mkfifo(path)
        case "a large file":
            path.write_bytes(b" " * (MOST_IN_A_FILE + 1))
        case "a folder":
            path.mkdir()
    with pytest.raises((FleetError, OSError)):
        pack(folder)
