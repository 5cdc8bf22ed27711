"""The key maps that come with the kiosk, as YAML, and the reader for them and a clinic's own; see `docs/keys.md`."""
