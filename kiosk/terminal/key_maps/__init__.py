"""The key maps that are shipped, as YAML, and what reads them and a clinic's own; `docs/keys.md` tells of both."""
