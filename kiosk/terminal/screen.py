"""How large the picture is, so that the height of letters can be told in millimetres.

`device.yaml` comes first: somebody measured it. Else the monitor's own word (EDID), unless it contradicts itself.
"""

from __future__ import annotations

from pathlib import Path

DRM = Path("/sys/class/drm")
"""Where Linux tells about its monitors."""
EDID_HEADER = bytes.fromhex("00ffffffffffff00")
LARGEST_DISAGREEMENT = 0.15
"""By how much the two widths in one EDID may differ; beyond it neither is believed."""


def picture_width_mm(configured: float | None, drm: Path = DRM) -> float | None:
    """The width of the picture; None where it is not known, or where there are several monitors."""
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
    """The width in mm in the first detailed timing (bytes 66 and 68); checked against the centimetres of byte 21."""
    if len(edid) < 128 or not edid.startswith(EDID_HEADER) or not any(edid[54:56]):
        return None
    exact = edid[66] | (edid[68] >> 4) << 8
    rough = edid[21] * 10
    if exact < 40:  # projectors say 0; some monitors give the proportions, 16 to 9, instead of a size
        return None
    if rough and abs(exact - rough) > LARGEST_DISAGREEMENT * rough:
        return None
    return float(exact)
