"""Keeps the kiosk running: restarts the app when it ends, and shows a safe page if that does not help.

The supervisor is the process that was started; the app is its child, on the same terminal. It does not load Textual.
"""
