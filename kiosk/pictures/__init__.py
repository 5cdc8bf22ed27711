"""Pictures as content: masters of two colours, one for each size, from which a terminal draws with blocks.

`master` has their form and finds one by its name; `image` makes one of a PNG or SVG file; `reads` says if it can be
recognised at each size. `tools/pictures` makes those in `data`, `own` reads those of a clinic.
`kiosk.terminal.drawn.pictures` draws them.
"""

OWN_FOLDER = "pictures"
"""The folder of a clinic's own pictures, inside its content folder; here, as it is read at every start."""
