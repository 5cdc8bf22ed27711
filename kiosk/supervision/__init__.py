"""Keeps the kiosk on the screen: starts the app again when it ends, and shows a safe page where that does not help.

The supervisor is the process that was called; the app is its child, on the same terminal. It loads no Textual.
"""
