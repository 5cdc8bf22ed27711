"""Which voice is understood, and whether each keeps to its speeds: `python -m bench.voices`.

`hearing` has a recogniser of free text (`recogniser`) hear what the player would play, alone and in `noise`, and
`naturalness` judge it. `limits` says what the voices that patients hear must reach.
"""
