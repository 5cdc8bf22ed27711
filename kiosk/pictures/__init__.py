"""Pictures as content: masters of two colours, one for each size, from which a terminal draws with blocks.

`master` has their form and finds one by its name; `image` makes one of a PNG or SVG file; `reads` says if it can be
recognised at each size. `tools/pictures` makes those in `data`. `kiosk.terminal.drawn.pictures` draws them.
"""
