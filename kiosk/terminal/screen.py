"""Finds the width of the picture, so that letter heights are known in mm.

`device.yaml` comes first, because somebody measured it; then the monitor's EDID, unless it contradicts itself.
"""

from __future__ import annotations

from pathlib import Path

DRM = Path("/sys/class/drm")
"""Where Linux describes its monitors."""
EDID_HEADER = bytes.fromhex("00ffffffffffff00")
LARGEST_DISAGREEMENT = 0.15
"""Largest relative difference of the two widths in an EDID; beyond it neither is used."""


def picture_width_mm(configured: float | None, drm: Path = DRM) -> float | None:
    """Return the width of the picture; None if it is not known or there are several monitors."""
    if configured:
        return float(configured)
    widths = []
    for file in sorted(drm.glob("*/edid")):
        try:
            edid = file.read_bytes()
        except OSError:
            continue
        if edid:
            widths.append(edid_width_mm(edid))
    return widths[0] if len(widths) == 1 else None


def edid_width_mm(edid: bytes) -> float | None:
    """Return the width in mm of the first detailed timing (bytes 66 and 68), checked against byte 21 (cm)."""
    if len(edid) < 128 or not edid.startswith(EDID_HEADER) or not any(edid[54:56]):
        return None
    exact = edid[66] | (edid[68] >> 4) << 8
    rough = edid[21] * 10
    if exact < 40:  # projectors say 0; some monitors give the proportions, 16 to 9, instead of a size
        return None
    if rough and abs(exact - rough) > LARGEST_DISAGREEMENT * rough:
        return None
    return float(exact)
