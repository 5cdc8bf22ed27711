"""Signed content for many kiosks, over The Update Framework (python-tuf). Optional: only the commands import it.

Publishing, on the content manager's machine:

1. `key_files` and `roles`: who may sign what. `new_network` makes the keys and the first root.
2. `fitness` decides whether a content folder may be published; `bundle` packs it reproducibly.
3. `channels` decides what every kiosk of a channel gets, ring by ring; `network` signs that and writes the folder for a
   web server. `one_at_a_time` is the lock between two commands.

Receiving, on each kiosk, in a separate process:

4. `fetch` gets bytes from a web server or a folder; `remote_release` lets TUF verify them, and chooses this
   kiosk's bundle.
5. `unpack` unpacks the bundle safely, `fitness` checks it as `kiosk check` does, and `release_store` swaps it in with
   one rename.
6. `receiver` does 4 and 5, and keeps the present content if anything fails; `report` stores the result, and `health`
   exports it to Prometheus.
"""
