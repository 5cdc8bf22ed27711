"""What `doctor` finds of the sound of a kiosk."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from tests.sound.sound_server import SoundServer


def doctor_on_sound(server: SoundServer, sound: str = "loudspeaker") -> dict[str, str]:
    """Return its check of the sound, by the names of the JSON object; `sound` is that of device.yaml."""
    device = server.folder / "device.yaml"
    device.write_text(f"sound: {sound}\n")
    command = [sys.executable, "-P", "-m", "kiosk", "doctor", "--device", str(device), "--json"]
    done = subprocess.run(command, env={**os.environ, **server.environment}, capture_output=True, text=True)
    found: dict[str, str] = next(check for check in json.loads(done.stdout)["checks"] if check["name"] == "Sound")
    return found
