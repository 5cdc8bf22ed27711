"""Commands for one machine, such as run, doctor, keys and pin."""
