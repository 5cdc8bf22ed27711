"""Commands for one machine: run, doctor, keys, pin."""
