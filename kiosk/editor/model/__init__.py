"""What staff can fill in, and how it reaches the file. Knows neither a terminal nor the web.

A file is read as `places` in its text and as plain `values`. `change` writes new values into that text and leaves every
other byte as it is; `store` has the whole content read with it before it is saved. `sent` is what a form sends
back, and `seen` what patients get of it.
"""
