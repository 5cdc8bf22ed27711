"""`make acceptance`: one evening of a kiosk, from an empty disk, on a machine that is started and cut off for real.

The machine is a folder with a Debian in it, whose own systemd runs as the first process of namespaces of its own. It
has no screen, keyboard or loudspeaker, so the display server draws into memory and PipeWire plays to nobody; everything
else is what `deploy/install.sh` puts onto any machine, started by its units.

1. `disk`: the folder, and how this machine fetches packages (`fetching`).
2. `machine`: starts it (`boot.sh`), calls programs in it, and pulls the plug.
3. `workbench`: tools to type, look and listen, in a folder of their own: the machine gets nothing but the kiosk.
   `screen` and `loudspeaker` use them.
4. `evening`: what all steps share. The steps themselves: `installing`, `visiting`, `breaking`, `editing`, `receiving`,
   `cutting`; `processes` finds what runs.

`make acceptance-vm` is another evening, with a kernel of its own: `virtual` has its steps, `emulator` is its machine.
"""
