"""Sign lines of the list of approvals with a reviewer's own key for SSH, and verify them. Needs no network.

The key with which a reviewer signs first is theirs from then on, so nobody else can approve under that name unnoticed.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import wrap

from kiosk.commands.review.recording import RecordingError, Sign
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.record.approvals import FILE, Record

PROGRAM = "ssh-keygen"
NAMESPACE = "waiting-room-kiosk"
"""Keeps a signature from being used for anything else."""
_BEGIN, _END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
_PATIENCE_S = 10.0
"""Seconds to verify one line."""


def signer(key: Path | None) -> Sign:
    """Return what signs a line with the private `key`; without one, lines stay as they are."""
    if key is None:
        return lambda record: record
    return lambda record: signed(record, key)


def signed(record: Record, key: Path) -> Record:
    """Return `record` with the key and a signature; a passphrase is asked for. Raises RecordingError."""
    public = key if key.suffix == ".pub" else key.with_name(f"{key.name}.pub")
    try:
        kind, body = public.read_text("utf-8").split()[:2]
    except (OSError, ValueError):
        raise RecordingError(f"There is no public key {public}, so nothing was recorded.") from None
    record = record._replace(key=f"{kind} {body}")
    command = [PROGRAM, "-Y", "sign", "-n", NAMESPACE, "-f", str(key)]
    try:
        done = subprocess.run(command, input=record.signed, capture_output=True, check=True)
    except FileNotFoundError:
        raise RecordingError(f"{PROGRAM} is missing, so nothing was recorded. Install OpenSSH.") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().splitlines()
        raise RecordingError(
            f"The key {key} does not sign ({said[-1] if said else 'no reason given'}). Nothing was recorded."
        ) from error
    armored = done.stdout.decode("ascii").replace(_BEGIN, "").replace(_END, "")
    return record._replace(signature="".join(armored.split()))


def is_genuine(record: Record) -> bool:
    """True if the signature of a line was made with its key, of exactly this line. Raises FileNotFoundError."""
    with tempfile.TemporaryDirectory() as folder:
        allowed, signature = Path(folder, "allowed"), Path(folder, "signature")
        allowed.write_text(f'reviewer namespaces="{NAMESPACE}" {record.key}\n', "utf-8")
        signature.write_text("\n".join([_BEGIN, *wrap(record.signature, 70), _END, ""]), "utf-8")
        command = [PROGRAM, "-Y", "verify", "-n", NAMESPACE, "-f", str(allowed), "-I", "reviewer", "-s", str(signature)]
        done = subprocess.run(command, input=record.signed, capture_output=True, timeout=_PATIENCE_S, check=False)
        return done.returncode == 0


def check_signatures(records: Sequence[Record]) -> Diagnostics:
    """Return what is wrong with the signatures in the list of approvals."""
    diagnostics = Diagnostics(FILE)
    try:
        for number, message, is_error in _wrong(records):
            report = diagnostics.add if is_error else diagnostics.warn
            report("signature", message, "Ask the reviewer to approve the page again with their key.", line=number)
    except (FileNotFoundError, subprocess.TimeoutExpired):
        diagnostics.warn("signature-unknown", f"The signatures cannot be verified, since {PROGRAM} is missing.",
                         "Install OpenSSH on this machine.")  # fmt: skip
    return diagnostics


def _wrong(records: Sequence[Record]) -> Iterator[tuple[int, str, bool]]:
    """Yield the number of each line with a signature that is wrong or missing, what to say, and whether it is false."""
    keys: dict[str, str] = {}
    owners: dict[str, Record] = {}
    for number, record in enumerate(records, 1):
        known, owner = keys.get(record.person, ""), owners.get(record.key, record)
        if record.signature and not is_genuine(record):
            yield number, f"This is not signed with the key of {record.by}.", True
        elif known and record.key != known and record.role:
            yield number, f"{record.by} has signed with a key before, but this approval is not signed with it.", False
        elif owner.person != record.person:
            yield number, f"This is signed with the key of {owner.by}, not with one of {record.by}.", True
        elif record.key and record.signature:
            keys.setdefault(record.person, record.key)
            owners.setdefault(record.key, record)
