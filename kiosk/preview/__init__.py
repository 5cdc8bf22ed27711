"""One topic as patients will see and hear it, while it is edited: for `kiosk preview`.

The pages are the kiosk's own; only what stands beside them, for staff, is made here.
"""
