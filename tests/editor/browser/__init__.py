"""The editor as web pages."""
