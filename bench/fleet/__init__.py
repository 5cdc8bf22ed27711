"""Ten thousand kiosks ask one web server for content: `python -m bench.fleet`. Needs nginx (Debian: nginx-light)."""
