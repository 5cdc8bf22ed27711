"""Makes `kiosk/pictures/data/*.hex`, the pictures of the kiosk, from drawings; needs `rsvg-convert`.

    .venv/bin/python -P tools/pictures/make_pictures.py HEALTHICONS_FOLDER [NAME …]

HEALTHICONS_FOLDER: `npm pack healthicons@2.0.0`, unpacked (https://healthicons.org, MIT licence); `ICONS` names what is
    taken of it. The others are drawn here: `own/*.svg`, dark on white, with marked places in red.

Look at each picture in each size afterwards. Where one does not read, leave the size out (`TOO_SMALL`).
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import MappingProxyType

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from kiosk.pictures.image import made_of, read_image  # noqa: E402
from kiosk.pictures.master import written  # noqa: E402

OWN = Path(__file__).parent / "own"
DATA = ROOT / "kiosk" / "pictures" / "data"
ICONS = {
    "calendar": "filled/objects/calendar",
    "medicines": "filled/medications/medicines",
    "phone": "filled/objects/phone",
    "ribbon": "filled/conditions/ribbon",
    "talk": "filled/people/group_discussion_meeting",
}
"""Name of the picture → its icon, in `public/icons/svg`."""
TOO_SMALL = {"body": 8, "calendar": 8, "desk": 8, "medicines": 8, "ribbon": 8, "talk": 8, "unwell": 8}
"""Name of a picture → the fewest rows that it can be recognised at, where these are not the fewest of all."""


def main() -> None:
    """Writes the pictures that are named, or all."""
    icons = Path(sys.argv[1]) / "public" / "icons" / "svg"
    wanted = sys.argv[2:]
    sources = {
        name: (icons / f"{icon}.svg", f"Health Icons, {icon}, MIT licence. See NOTICE.") for name, icon in ICONS.items()
    }
    sources |= {path.stem: (path, "Drawn for the kiosk.") for path in sorted(OWN.glob("*.svg"))}
    for name, (path, head) in sources.items():
        if wanted and name not in wanted:
            continue
        sizes = {
            size: each for size, each in made_of(read_image(path)).masters.items() if size[1] >= TOO_SMALL.get(name, 0)
        }
        text = written(MappingProxyType(sizes), f"{head} Made by tools/pictures.")
        (DATA / f"{name}.hex").write_text(text, encoding="ascii")


if __name__ == "__main__":
    main()
