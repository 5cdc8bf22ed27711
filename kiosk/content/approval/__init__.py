"""Approvals: recording them, telling what has changed since, and templates for new topics."""
