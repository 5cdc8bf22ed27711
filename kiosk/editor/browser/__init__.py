"""The editor as web pages on this machine: plain forms that need no script.

`application` answers requests; `guard` and `pairing` let nobody else in. Pages are made of `html` elements, which
escape every text.
"""
