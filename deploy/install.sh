#!/bin/sh
# Installs the kiosk on a Debian machine of its own, brings it up to date, or takes it away again. See docs/install.md.
set -eu

usage() {
  cat <<'TEXT'
Usage: deploy/install.sh [options]

Installs the kiosk so that it starts with this machine and shows nothing else. Calling it again brings everything up to
date; what you have changed yourself in /etc/kiosk and /srv/kiosk stays as it is.

  --stack wayland|x11  in which terminal: cage and alacritty, or Xorg and xterm (default: what fits this Debian)
  --dry-run            only tell what would be done
  --uninstall          take everything away that this has installed and you have not changed
  --root DIR           install into this folder instead, for an image; starts and fetches nothing
  --no-packages        leave Debian's packages as they are
  --no-environment     do not make the kiosk's own Python
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

stack=auto dry=no uninstall=no root='' packages=yes environment=yes
while [ $# -gt 0 ]; do
  case $1 in
  --stack) [ $# -gt 1 ] || fail "--stack needs wayland or x11." 2; stack=$2; shift ;;
  --stack=*) stack=${1#*=} ;;
  --root) [ $# -gt 1 ] || fail "--root needs a folder." 2; root=$2; shift ;;
  --root=*) root=${1#*=} ;;
  --dry-run) dry=yes ;;
  --uninstall) uninstall=yes ;;
  --no-packages) packages=no ;;
  --no-environment) environment=no ;;
  -h | --help) usage; exit 0 ;;
  *) fail "There is no option $1. See deploy/install.sh --help." 2 ;;
  esac
  shift
done
case $stack in auto | wayland | x11) ;; *) fail "--stack is wayland or x11, not $stack." 2 ;; esac

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
  [ -d /run/systemd/system ] || fail "This machine was not started by systemd. To make an image of a disk, use --root."
fi

record=/usr/local/lib/kiosk/installed
new=$(mktemp)
trap 'rm -f "$new"' EXIT

# Files: each is written down as "kind mark path", so that it can be brought up to date and taken away.
# Kinds: p the program's, c the clinic's own once its hash is not the mark any more, l a link, d a folder.

hash_of() { sha256sum "$1" | cut -d' ' -f1; }
recorded() { [ ! -f "$root$record" ] || sed -n "s|^$1 \([^ ]*\) $2\$|\1|p" "$root$record" | head -n 1; }
note() { printf '%s %s %s\n' "$1" "$2" "$3" >>"$new"; }

last=
folder() {
  [ "$1" != "$last" ] || return 0
  last=$1
  if [ -z "$1" ] || grep -qxF "d - $1" "$new"; then return 0; fi
  if [ ! -d "$root$1" ]; then
    folder "${1%/*}"
    run mkdir -m 755 "$root$1"
    note d - "$1"
  elif [ -n "$(recorded d "$1")" ]; then
    folder "${1%/*}"
    note d - "$1"
  fi
}

# put KIND MODE FROM TO
put() {
  folder "${4%/*}"
  hash=-
  [ "$1" = p ] || hash=$(hash_of "$3")
  if cmp -s "$3" "$root$4"; then
    note "$1" "$hash" "$4"
    return 0
  fi
  if [ "$1" = c ] && [ -e "$root$4" ]; then
    before=$(recorded c "$4")
    if [ "$(hash_of "$root$4")" != "$before" ]; then
      tell "kept, for you have changed it: $4"
      note c "${before:-$hash}" "$4"
      return 0
    fi
  fi
  if [ "$dry" = yes ]; then
    tell "would write: $4"
  else
    cp "$3" "$root$4.new"
    chmod "$2" "$root$4.new"
    mv -f "$root$4.new" "$root$4"
  fi
  note "$1" "$hash" "$4"
}

# put_tree KIND FROM TO
put_tree() {
  (cd "$2" && find . -type f ! -path '*/__pycache__/*' | sort) | while IFS= read -r file; do
    put "$1" 644 "$2/${file#./}" "$3/${file#./}"
  done
}

# link TARGET AT
link() {
  folder "${2%/*}"
  if [ -L "$root$2" ] && [ "$(readlink "$root$2")" = "$1" ]; then
    [ -z "$(recorded l "$2")" ] || note l "$1" "$2"
    return 0
  elif [ -e "$root$2" ] || [ -L "$root$2" ]; then
    tell "left alone, for there is something else: $2"
    return 0
  fi
  run ln -s "$1" "$root$2"
  note l "$1" "$2"
}

# Takes away what is in the record and, where a second file is given, not in that.
take_away() {
  sort -r -k3 "$1" | while read -r kind hash path; do
    if [ -n "${2-}" ] && grep -q " $path\$" "$2"; then
      continue
    fi
    case $kind in
    p | l) run rm -f "$root$path" ;;
    c)
      if [ -f "$root$path" ] && [ "$(hash_of "$root$path")" != "$hash" ]; then
        tell "kept, for you have changed it: $path"
      else
        run rm -f "$root$path"
      fi
      ;;
    d)
      # Python leaves its own copies beside the program.
      [ "$dry" = yes ] || rm -rf "$root$path/__pycache__"
      [ "$dry" = yes ] || rmdir "$root$path" 2>/dev/null || true
      ;;
    esac
  done
}

# The record itself lay in some of them.
take_folders_away() {
  only=$(grep '^d' "$new" || true)
  printf '%s\n' "$only" >"$new"
  take_away "$new"
}

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
  set -- python3 python3-venv pipewire-pulse wireplumber dbus-user-session fonts-dejavu-core kbd
  if [ "$stack" = wayland ]; then
    set -- "$@" cage seatd alacritty libgl1-mesa-dri
  else
    set -- "$@" xserver-xorg-core xserver-xorg-input-libinput xinit matchbox-window-manager xterm
  fi
  run env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" ||
    fail "Debian's packages could not be installed: see above. Connect this machine to the network, and try again."
}

install_files() {
  for part in kiosk docs deploy; do put_tree p "$source/$part" "/opt/kiosk/$part"; done
  for part in run_kiosk.py requirements.lock requirements-piper.lock README.md CHANGELOG.md LICENSE NOTICE; do
    put p 644 "$source/$part" "/opt/kiosk/$part"
  done
  put_tree c "$source/content" /srv/kiosk/content
  for part in session terminal x-client; do put p 755 "$source/deploy/bin/$part" "/usr/local/lib/kiosk/$part"; done

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
  # With this, systemd keeps the sound server of a user running who never logs in.
  put p 644 "$here/linger" /var/lib/systemd/linger/kiosk

  here=$source/deploy/systemd
  put p 644 "$here/kiosk.service" /etc/systemd/system/kiosk.service
  put p 644 "$here/kiosk-console.service" /etc/systemd/system/kiosk-console.service
  put p 644 "$here/kiosk.service.d/$stack.conf" "/etc/systemd/system/kiosk.service.d/terminal.conf"
  for file in "$source"/deploy/*.hwdb; do
    [ ! -f "$file" ] || put p 644 "$file" "/etc/udev/hwdb.d/$(basename "$file")"
  done
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
  (cd /opt/kiosk && python3 -m kiosk.environment run) || fail "The kiosk's own Python could not be made: see above."
  /opt/kiosk/.venv/bin/python -m compileall -q /opt/kiosk/kiosk
}

start_it() {
  [ "$live" = yes ] || return 0
  run systemd-sysusers /etc/sysusers.d/kiosk.conf
  run chown root:kiosk /etc/kiosk/device.yaml
  run systemd-hwdb update
  run udevadm trigger --subsystem-match=input --action=change
  run sysctl --quiet --system
  run swapoff -a
  run systemctl daemon-reload
  run systemctl try-restart systemd-journald.service
}

say_what_is_next() {
  [ "$dry" = no ] || { tell "Nothing was changed."; return 0; }
  tell "The kiosk is installed ($stack). What is left to do:"
  tell "  1. Put your clinic's name and phone number into /srv/kiosk/content/clinic.yaml."
  tell "  2. Set a PIN for staff: cd /opt/kiosk && .venv/bin/python -P -m kiosk pin --write --device /etc/kiosk/device.yaml"
  tell "  3. Start the machine anew: systemctl reboot"
}

if [ "$uninstall" = yes ]; then
  [ -f "$root$record" ] || fail "The kiosk is not installed here: there is no $root$record."
  if [ "$live" = yes ]; then
    run systemctl stop kiosk.service kiosk-console.service || true
  fi
  cp "$root$record" "$new"
  take_away "$new"
  run rm -rf "$root/opt/kiosk/.venv" "$root/opt/kiosk/.venv.lock" "$root/var/lib/kiosk" "$root/var/cache/kiosk"
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
install_files
close_ways_out
finish_files
make_environment
start_it
say_what_is_next
