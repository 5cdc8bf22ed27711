"""From an empty disk to a machine that is a kiosk."""

from __future__ import annotations

from acceptance.evening import Evening
from acceptance.failed import StepFailedError

DROP_IN = "etc/systemd/system/kiosk.service.d/no-hardware.conf"
WITHOUT_HARDWARE = """[Service]
Environment=WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1 LIBGL_ALWAYS_SOFTWARE=1
"""
"""The display server draws into memory, as there is no graphics card."""
CONSOLE = "etc/systemd/system/console-getty.service"
"""A login prompt that systemd offers only where there is no real console."""
OF_THE_KIOSK = ("etc", "opt", "srv", "usr/local", "var/lib/systemd")
DEVICE = "etc/kiosk/device.yaml"


def make_disk(evening: Evening) -> str:
    """Puts a Debian onto it."""
    evening.disk.make()
    return f"Debian {evening.disk.version}, {evening.disk.megabytes} MB"


def start_bare(evening: Evening) -> str:
    """Before anything of the kiosk is on it."""
    evening.machine.start()
    version = evening.machine.call("systemctl", "--version").split()[1]
    return f"systemd {version} is the first process; {evening.machine.state}"


def install(evening: Evening) -> str:
    """With the network's address and root file, as one clinic of many."""
    evening.network.open()
    evening.disk.copy_project()
    (evening.disk.tree / "root/root.json").write_bytes(evening.network.root.read_bytes())
    evening.machine.call("apt-get", "update")
    told = evening.machine.call("deploy/install.sh", *_options(evening), folder="/root/kiosk")
    return f"{_last(told)}; {evening.disk.megabytes} MB"


def install_again(evening: Evening) -> str:
    """Nothing changes."""
    before = evening.disk.files(*OF_THE_KIOSK)
    told = evening.machine.call("deploy/install.sh", folder="/root/kiosk")
    after = evening.disk.files(*OF_THE_KIOSK)
    changed = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    if changed:
        raise StepFailedError(f"these have changed: {', '.join(sorted(changed)[:5])}")
    return f"{_last(told)}; {len(after)} files as before"


def set_up(evening: Evening) -> str:
    """What a clinic says of the machine itself."""
    (evening.disk.tree / DEVICE).write_text("sound: loudspeaker\nkeys: number-pad\n")
    (evening.disk.tree / DROP_IN).write_text(WITHOUT_HARDWARE)
    (evening.disk.tree / CONSOLE).symlink_to("/dev/null")
    checked = evening.kiosk("check", "/srv/kiosk/content").strip().splitlines()
    return checked[-1]


def take_away(evening: Evening) -> str:
    """With `--uninstall`; what the clinic has changed is kept."""
    told = evening.machine.call("deploy/install.sh", "--uninstall", folder="/root/kiosk")
    kept = [line.rpartition(" ")[2] for line in told.splitlines() if line.startswith("kept")]
    gone = ("opt/kiosk", "usr/local/lib/kiosk", "var/lib/kiosk", "var/lib/kiosk-fleet")
    if there := [name for name in gone if (evening.disk.tree / name).exists()]:
        raise StepFailedError(f"still there: {', '.join(there)}")
    if evening.machine.run(("id", "kiosk")).returncode == 0:
        raise StepFailedError("the user kiosk is still there")
    return f"{_last(told)}; kept: {', '.join(kept) or 'nothing'}"


def _options(evening: Evening) -> tuple[str, ...]:
    return ("--fleet", evening.network.address, "--fleet-root", "/root/root.json")


def _last(told: str) -> str:
    """The sentence at the end that says how it went."""
    found = [line for line in told.splitlines() if line.startswith("The kiosk is")]
    if not found:
        raise StepFailedError(f"install.sh ended with: {told.strip().splitlines()[-1:]}")
    return "“" + found[-1].split(". What")[0].rstrip(".") + ".”"
