#!/bin/sh
# Installs the kiosk on a Debian machine of its own, brings it up to date, or takes it away again. See docs/install.md.
set -eu

usage() {
  cat <<'TEXT'
Usage: deploy/install.sh [options]

Installs the kiosk so that it starts with this machine and shows nothing else. Calling it again brings everything up to
date; what you have changed yourself in /etc/kiosk and /srv/kiosk stays as it is.

  --stack wayland|x11  in which terminal: cage and alacritty, or Xorg and xterm (default: what fits this Debian)
  --fleet FROM         also receive texts that a network of clinics publishes: from this web address, or this folder
                       (docs/fleet.md). It stays so when it is called again
  --fleet-root FILE    the network's root.json, which a kiosk is given by hand; goes with --fleet
  --channel NAME       which texts of the network (default: stable); goes with --fleet
  --no-fleet           not any more: show what is in /srv/kiosk/content
  --small              leave the natural voice out (270 MB); it stays so when it is called again
  --dry-run            only tell what would be done
  --uninstall          take everything away that this has installed and you have not changed
  --root DIR           install into this folder instead, for an image; starts and fetches nothing
  --no-packages        leave Debian's packages as they are
  --no-environment     do not make the kiosk's own Python
  --no-start           start nothing, and leave the running kernel as it is: for an image, called inside it (deploy/image)
  -h, --help           this text

Exit status: 0 when done, 1 when something went wrong, 2 for a wrong call.
TEXT
}

# What is said

fail() { printf 'deploy/install.sh: %s\n' "$1" >&2; exit "${2:-1}"; }
tell() { printf '%s\n' "$1"; }
# Does it, or tells what would be done.
run() { if [ "$dry" = yes ]; then tell "would run: $*"; else "$@"; fi; }

# What was asked for

stack=auto dry=no uninstall=no root='' packages=yes environment=yes start=yes fleet=auto small='' from='' trust='' channel=''
while [ $# -gt 0 ]; do
  case $1 in
  --stack) [ $# -gt 1 ] || fail "--stack needs wayland or x11." 2; stack=$2; shift ;;
  --stack=*) stack=${1#*=} ;;
  --root) [ $# -gt 1 ] || fail "--root needs a folder." 2; root=$2; shift ;;
  --root=*) root=${1#*=} ;;
  --fleet) [ $# -gt 1 ] || fail "--fleet needs a web address or a folder." 2; fleet=yes from=$2; shift ;;
  --fleet=*) fleet=yes from=${1#*=} ;;
  --fleet-root) [ $# -gt 1 ] || fail "--fleet-root needs a file." 2; trust=$2; shift ;;
  --fleet-root=*) trust=${1#*=} ;;
  --channel) [ $# -gt 1 ] || fail "--channel needs a name." 2; channel=$2; shift ;;
  --channel=*) channel=${1#*=} ;;
  --no-fleet) fleet=no ;;
  --small) small=--small ;;
  --dry-run) dry=yes ;;
  --uninstall) uninstall=yes ;;
  --no-packages) packages=no ;;
  --no-environment) environment=no ;;
  --no-start) start=no ;;
  -h | --help) usage; exit 0 ;;
  *) fail "There is no option $1. See deploy/install.sh --help." 2 ;;
  esac
  shift
done
case $stack in auto | wayland | x11) ;; *) fail "--stack is wayland or x11, not $stack." 2 ;; esac
if [ "$fleet" = yes ]; then
  case $from in
  https://?* | http://?* | /?*) ;;
  *) fail "--fleet is a web address that starts with https://, or the whole path of a folder, not: $from" 2 ;;
  esac
  case $from in
  *[!A-Za-z0-9:/._~%?=@+,-]*) fail "No address and no folder for --fleet may have all the signs of this one: $from" 2 ;;
  esac
  case $channel in
  [!a-z0-9]* | *[!a-z0-9-]*) fail "--channel is small letters, digits and hyphens, not: $channel" 2 ;;
  esac
  [ -z "$trust" ] || [ -f "$trust" ] || fail "There is no file $trust. It is root.json, which fleet init has made."
elif [ -n "$trust$channel" ]; then
  fail "--fleet-root and --channel go with --fleet." 2
fi

source=$(CDPATH='' cd "$(dirname "$0")/.." && pwd)
[ -f "$source/run_kiosk.py" ] || fail "This is not the kiosk's folder: $source has no run_kiosk.py."
live=yes
if [ -n "$root" ]; then
  live=no
  [ -d "$root" ] || fail "There is no folder $root. Make it first."
  root=$(CDPATH='' cd "$root" && pwd)
  [ "$root" = / ] && fail "For this machine itself, leave --root out." 2
elif [ "$dry" = no ]; then
  [ "$(id -u)" = 0 ] || fail "Only root may install: put sudo before it, or look first with --dry-run."
  [ -d /run/systemd/system ] || [ "$start" = no ] || fail "This machine was not started by systemd. To make an image of a disk, use --root."
fi

record=/usr/local/lib/kiosk/installed
new=$(mktemp)
settings=$(mktemp)
trap 'rm -f "$new" "$settings"' EXIT
# shellcheck source=files.sh
. "$source/deploy/files.sh"
[ "$fleet" != auto ] || { known /etc/systemd/system/kiosk-fleet-receive.service && fleet=yes; } || fleet=no

# The steps

choose_stack() {
  [ "$stack" = auto ] || return 0
  version=$(sed -n 's/^VERSION_ID="\{0,1\}\([0-9]*\).*/\1/p' "$root/etc/os-release" 2>/dev/null || true)
  case $version in
  12) stack=x11 ;;
  1[3-9]) stack=wayland ;;
  *) fail "This is neither Debian 12 nor Debian 13. Say which terminal you want: --stack wayland, or --stack x11." ;;
  esac
}

install_packages() {
  [ "$live" = yes ] && [ "$packages" = yes ] || return 0
  set -- python3 python3-venv pipewire-pulse wireplumber dbus-user-session fonts-dejavu-core fonts-unifont kbd
  if [ "$stack" = wayland ]; then
    set -- "$@" cage seatd alacritty libgl1-mesa-dri
  else
    set -- "$@" xserver-xorg-core xserver-xorg-input-libinput xinit xauth matchbox-window-manager xterm
  fi
  run env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" ||
    fail "Debian's packages could not be installed: see above. Connect this machine to the network, and try again."
}

install_files() {
  for part in kiosk docs evidence deploy; do put_tree p "$source/$part" "/opt/kiosk/$part"; done
  for part in run_kiosk.py requirements.lock requirements-natural.lock requirements-piper.lock requirements-hibari.lock \
    requirements-fleet.lock README.md CHANGELOG.md LICENSE NOTICE; do
    put p 644 "$source/$part" "/opt/kiosk/$part"
  done
  put_tree c "$source/content" /srv/kiosk/content
  for part in session terminal x-client come-back; do put p 755 "$source/deploy/bin/$part" "/usr/local/lib/kiosk/$part"; done
  put p 755 "$source/deploy/bin/kiosk" /usr/local/bin/kiosk

  here=$source/deploy/fonts
  (cd "$here" && sha256sum --quiet -c SHA256SUMS) || fail "A font is not the one that was reviewed: get the kiosk's folder again."
  for part in "$here"/*.ttf "$here/OFL.txt"; do put p 644 "$part" "/usr/local/share/fonts/kiosk/$(basename "$part")"; done
  put p 644 "$here/60-kiosk.conf" /etc/fonts/conf.d/60-kiosk.conf

  here=$source/deploy/terminal
  put c 644 "$here/alacritty.toml" /etc/kiosk/alacritty.toml
  put c 644 "$here/xterm.resources" /etc/kiosk/xterm.resources
  put c 644 "$here/matchbox-keys" /etc/kiosk/matchbox-keys
  [ "$stack" = wayland ] || put p 644 "$here/xorg.conf" /etc/X11/xorg.conf.d/90-kiosk.conf

  here=$source/deploy/system
  put c 640 "$here/device.yaml" /etc/kiosk/device.yaml
  put p 644 "$here/sysctl.conf" /etc/sysctl.d/90-kiosk.conf
  put p 644 "$here/logind.conf" /etc/systemd/logind.conf.d/90-kiosk.conf
  put p 644 "$here/systemd.conf" /etc/systemd/system.conf.d/90-kiosk.conf
  put p 644 "$here/journald.conf" /etc/systemd/journald.conf.d/90-kiosk.conf
  put p 644 "$here/coredump.conf" /etc/systemd/coredump.conf.d/90-kiosk.conf
  put p 644 "$here/sysusers.conf" /etc/sysusers.d/kiosk.conf
  put p 644 "$here/tmpfiles.conf" /etc/tmpfiles.d/kiosk.conf
  put p 644 "$here/pipewire-pulse.conf" /etc/pipewire/pipewire-pulse.conf.d/90-kiosk.conf
  put p 644 "$here/user-environment.conf" /usr/local/lib/kiosk/home/.config/environment.d/kiosk.conf
  put p 644 "$here/grub.cfg" /etc/default/grub.d/90-kiosk.cfg
  # With this, systemd keeps the sound server of a user running who never logs in.
  put p 644 "$here/linger" /var/lib/systemd/linger/kiosk

  here=$source/deploy/systemd
  put p 644 "$here/kiosk.service" /etc/systemd/system/kiosk.service
  for part in kiosk-console.service kiosk-come-back.service kiosk-come-back.timer; do
    put p 644 "$here/$part" "/etc/systemd/system/$part"
  done
  put p 644 "$here/emergency.service.d/kiosk.conf" /etc/systemd/system/emergency.service.d/kiosk.conf
  put p 644 "$here/kiosk.service.d/$stack.conf" "/etc/systemd/system/kiosk.service.d/terminal.conf"
  for file in "$source"/deploy/*.hwdb; do
    [ ! -f "$file" ] || put p 644 "$file" "/etc/udev/hwdb.d/$(basename "$file")"
  done
}

# The kiosk's user has a number of its own on each machine, and the folder of its sockets has that name.
install_sound() {
  if [ "$live" = no ]; then
    keep /etc/systemd/system/kiosk.service.d/sound.conf
    return 0
  fi
  run systemd-sysusers /etc/sysusers.d/kiosk.conf
  user=$(id -u kiosk 2>/dev/null) || user=NUMBER
  cat >"$settings" <<TEXT
[Unit]
Wants=user@$user.service
After=user@$user.service
[Service]
# Of its user's sockets it sees the sound server's alone: the service manager's would lead out of this unit.
TemporaryFileSystem=/run/user:ro
BindReadOnlyPaths=-/run/user/$user/pulse
TEXT
  put p 644 "$settings" /etc/systemd/system/kiosk.service.d/sound.conf
  home=$(getent passwd kiosk 2>/dev/null | cut -d: -f6) || home=
  case $home in
  /usr/local/lib/kiosk/home | '') ;;
  *) run usermod -d /usr/local/lib/kiosk/home kiosk || tell "Stop the kiosk, and call this again: its user still has the home $home." ;;
  esac
}

install_fleet() {
  [ "$fleet" = yes ] || return 0
  here=$source/deploy/fleet
  if [ -n "$from" ]; then
    sed -e "s|^from: .*|from: $from|" -e "s|^channel: .*|channel: ${channel:-stable}|" "$here/fleet.yaml" >"$settings"
    put c 644 "$settings" /etc/kiosk/fleet.yaml
  else
    keep /etc/kiosk/fleet.yaml
  fi
  if [ -n "$trust" ]; then put c 644 "$trust" /etc/kiosk/root.json; else keep /etc/kiosk/root.json; fi
  for part in receive health; do
    put p 644 "$here/kiosk-fleet-$part.service" "/etc/systemd/system/kiosk-fleet-$part.service"
    put p 644 "$here/kiosk-fleet-$part.timer" "/etc/systemd/system/kiosk-fleet-$part.timer"
    link "/etc/systemd/system/kiosk-fleet-$part.timer" \
      "/etc/systemd/system/timers.target.wants/kiosk-fleet-$part.timer"
  done
  put p 644 "$here/tmpfiles.conf" /etc/tmpfiles.d/kiosk-fleet.conf
  put p 644 "$here/kiosk.conf" /etc/systemd/system/kiosk.service.d/fleet.conf
}

close_ways_out() {
  link /etc/systemd/system/kiosk.service /etc/systemd/system/multi-user.target.wants/kiosk.service
  for unit in ctrl-alt-del.target getty@tty1.service getty@.service autovt@.service debug-shell.service swap.target \
    sleep.target suspend.target hibernate.target hybrid-sleep.target; do
    link /dev/null "/etc/systemd/system/$unit"
  done
}

finish_files() {
  [ ! -f "$root$record" ] || take_away "$root$record" "$new"
  folder "${record%/*}"
  [ "$dry" = yes ] || { sort -u -k3 "$new" >"$root$record.new" && mv -f "$root$record.new" "$root$record"; }
}

make_environment() {
  [ "$environment" = yes ] && [ "$live" = yes ] || return 0
  [ "$dry" = no ] || { tell "would make the kiosk's own Python in /opt/kiosk/.venv"; return 0; }
  if [ "$fleet" = yes ]; then parts=fleet; else parts=run; fi
  python3 -I /opt/kiosk/kiosk/startup/environment.py "$parts" ${small:+"$small"} || fail "The kiosk's own Python could not be made: see above."
  /opt/kiosk/.venv/bin/python -I -m compileall -q /opt/kiosk/kiosk
}

start_it() {
  [ "$live" = yes ] || return 0
  run systemd-tmpfiles --create /etc/tmpfiles.d/kiosk.conf
  run chown root:kiosk /etc/kiosk/device.yaml
  run systemd-hwdb update
  [ "$fleet" = no ] || run systemd-tmpfiles --create /etc/tmpfiles.d/kiosk-fleet.conf
  [ "$start" = yes ] || return 0
  run udevadm trigger --subsystem-match=input --action=change
  run sysctl --quiet --load=/etc/sysctl.d/90-kiosk.conf ||
    tell "The kernel has not taken every setting of /etc/sysctl.d/90-kiosk.conf yet: start the machine anew."
  run swapoff -a
  ! command -v update-grub >/dev/null || run update-grub || tell "The boot menu could not be changed: see above."
  run systemctl daemon-reload
  run systemctl try-restart systemd-journald.service
}

stop_fleet() {
  [ "$live$start" = yesyes ] && known /etc/systemd/system/kiosk-fleet-receive.service || return 0
  for part in receive health; do
    run systemctl stop "kiosk-fleet-$part.timer" "kiosk-fleet-$part.service" || true
  done
}

say_what_is_next() {
  [ "$dry" = no ] || { tell "Nothing was changed."; return 0; }
  tell "The kiosk is installed ($stack). What is left to do:"
  tell "  1. Put your clinic's name and phone number into /srv/kiosk/content/clinic.yaml."
  tell "  2. Set a PIN for staff: sudo kiosk pin --write --device /etc/kiosk/device.yaml"
  if [ "$fleet" = yes ] && [ ! -f "$root/etc/kiosk/root.json" ]; then
    tell "  3. Put root.json of your network into /etc/kiosk: without it, no text that is published is taken."
  fi
  tell "  Then start the machine anew: systemctl reboot"
}

if [ "$uninstall" = yes ]; then
  [ -f "$root$record" ] || fail "The kiosk is not installed here: there is no $root$record."
  if [ "$live" = yes ]; then
    run systemctl stop kiosk.service kiosk-console.service || true
    stop_fleet
    # The sound server of its user, which writes into the folders that go now.
    if id kiosk >/dev/null 2>&1; then run systemctl stop "user@$(id -u kiosk).service" || true; fi
  fi
  cp "$root$record" "$new"
  take_away "$new"
  run rm -rf "$root/opt/kiosk/.venv" "$root/opt/kiosk/.venv.old" "$root/opt/kiosk/.venv.part" "$root/opt/kiosk/.venv.lock" "$root/var/lib/kiosk" "$root/var/lib/kiosk-fleet" \
    "$root/var/lib/kiosk-sound" \
    "$root/var/cache/kiosk"
  run rm -f "$root$record"
  take_folders_away
  if [ "$live" = yes ]; then
    run userdel kiosk || true
    run systemctl daemon-reload
    run systemd-hwdb update
  fi
  if [ "$dry" = yes ]; then tell "Nothing was changed."; else tell "The kiosk is taken away. Start the machine anew."; fi
  exit 0
fi

choose_stack
install_packages
[ "$fleet" = yes ] || stop_fleet
install_files
install_sound
install_fleet
close_ways_out
finish_files
make_environment
start_it
say_what_is_next
