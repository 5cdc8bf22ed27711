"""Signed content for many kiosks, over The Update Framework (python-tuf). Optional: nothing else knows of it.

Publishing, on the content manager's machine:

1. `key_files` and `roles`: who may sign what. `new_network` makes the keys and the first root.
2. `fitness` says whether a content folder may go out, and `bundle` packs it, always into the same bytes.
3. `channels` decides what every kiosk of a channel gets, ring by ring; `network` signs that and writes the folder that
   any web server carries. `one_at_a_time` has two commands take turns.

Receiving, on each kiosk, in a process of its own:

4. `fetch` gets bytes from a web server or a folder; `offer` has TUF judge them, and chooses this kiosk's bundle.
5. `unpack` takes the bundle apart safely, `fitness` reads it as staff's `check` does, and `shelf` swaps it in by a
   rename.
6. `receiver` does 4 and 5 in order and keeps what is there at any fault; `report` says how it went, `health` tells
   Prometheus.
"""
