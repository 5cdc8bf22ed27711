"""`kiosk preview`: one topic as patients will see and hear it, while it is edited.

The pages are the kiosk's own; only the notes for staff beside them are made here.
"""
