#!/bin/sh
# make.sh FOLDER: makes FOLDER/kiosk.img, a disk with Debian 13 (amd64) and the kiosk, which starts from BIOS and UEFI.
# Needs root, the internet the first time, and Debian's debootstrap, e2fsprogs, fdisk, dosfstools and mtools; no loop device.
set -eu

RELEASE=trixie
ROOT_MB=${ROOT_MB:-4096}
SETUP_START=2 EFI_START=18 ROOT_START=82 # in MiB, after what BIOS reads
SYSTEM="linux-image-amd64 initramfs-tools zstd fdisk e2fsprogs systemd-sysv systemd-resolved systemd-timesyncd udev dbus \
ca-certificates alsa-ucm-conf unattended-upgrades"
BOOT="grub-pc-bin grub-common libdevmapper1.02.1 libefivar1t64 libefiboot1t64 grub-efi-amd64-signed shim-signed"
# Of real machines: graphics, sound and network cards ask for it. Not free, so it can be left out: FIRMWARE= make image
FIRMWARE=${FIRMWARE-"firmware-intel-graphics firmware-amd-graphics firmware-sof-signed firmware-realtek intel-microcode amd64-microcode"}

fail() { printf 'deploy/image/make.sh: %s\n' "$1" >&2; exit 1; }
tell() { printf '%s\n' "$1"; }

here=$(CDPATH='' cd "$(dirname "$0")" && pwd)
source=$(CDPATH='' cd "$here/../.." && pwd)
case ${1-} in
'' | -*) fail "Say into which folder: make.sh FOLDER" ;;
esac
[ "$(id -u)" = 0 ] || fail "Only root may make an image: put sudo before it."
for program in debootstrap mke2fs sfdisk mkfs.vfat mcopy unshare; do
  command -v "$program" >/dev/null || fail "$program is missing: apt install debootstrap e2fsprogs fdisk dosfstools mtools util-linux"
done
mkdir -p "$1/packages"
folder=$(CDPATH='' cd "$1" && pwd)
# What is mounted on the way is seen by nobody else, and is gone at the end.
[ "${KIOSK_IMAGE_INSIDE-}" = yes ] || KIOSK_IMAGE_INSIDE=yes exec unshare --mount --propagation private "$0" "$folder"
tree=$folder/tree image=$folder/kiosk.img

inside() {
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    ${PIP_INDEX_URL:+"PIP_INDEX_URL=$PIP_INDEX_URL"} ${https_proxy:+"https_proxy=$https_proxy"} ${http_proxy:+"http_proxy=$http_proxy"} \
    chroot "$tree" "$@"
}

make_debian() {
  rm -rf "$tree"
  mkdir "$tree"
  if [ ! -f "$folder/debian.tar" ]; then
    tell "Debian …"
    debootstrap --variant=minbase --include=ca-certificates "$RELEASE" "$tree" ${MIRROR:+"$MIRROR"} >"$folder/log" 2>&1 || fail "debootstrap has failed: see $folder/log"
    tar -C "$tree" -cf "$folder/debian.tar.new" .
    mv "$folder/debian.tar.new" "$folder/debian.tar"
  else
    tar -C "$tree" -xf "$folder/debian.tar"
  fi
}

# Names, certificates and packages are fetched as this machine fetches them; nothing of that stays in the image.
open_tree() {
  mount -t proc proc "$tree/proc"
  for file in /etc/resolv.conf /etc/ssl/certs/ca-certificates.crt; do
    [ -e "$tree$file" ] || : >"$tree$file"
    mount --bind "$file" "$tree$file"
  done
  mount --bind "$folder/packages" "$tree/var/cache/apt/archives"
  mkdir -p "$tree/mnt/kiosk"
  mount --bind -o ro "$source" "$tree/mnt/kiosk"
  apt-config dump | grep -i '^Acquire::.*proxy' >"$tree/etc/apt/apt.conf.d/90of-the-maker" || true
  # No service starts while it is being made.
  printf '#!/bin/sh\nexit 101\n' >"$tree/usr/sbin/policy-rc.d"
  chmod 755 "$tree/usr/sbin/policy-rc.d"
}

install_all() {
  mirror=${MIRROR:-http://deb.debian.org/debian}
  for suite in "$RELEASE" "$RELEASE-updates"; do echo "deb $mirror $suite main${FIRMWARE:+ non-free-firmware}"; done >"$tree/etc/apt/sources.list"
  echo "deb ${SECURITY_MIRROR:-http://deb.debian.org/debian-security} $RELEASE-security main${FIRMWARE:+ non-free-firmware}" >>"$tree/etc/apt/sources.list"
  tell "Debian's packages …"
  inside apt-get -q update
  # Copied without their scripts: these would write into the boot loader of the machine that makes this.
  # shellcheck disable=SC2086 # lists of words
  {
    inside apt-get -qy install --no-install-recommends $SYSTEM $FIRMWARE
    inside sh -c "cd /var/cache/apt/archives && apt-get -q download $BOOT && for each in $BOOT; do dpkg -x \$(ls -t \${each}_*.deb | head -n 1) /boot-loader; done"
  }
  tell "The kiosk …"
  inside /mnt/kiosk/deploy/install.sh --no-start --stack wayland
}

set_up() {
  echo kiosk >"$tree/etc/hostname"
  printf '127.0.0.1 localhost kiosk\n' >"$tree/etc/hosts"
  cp "$here/fstab" "$tree/etc/fstab"
  mkdir -p "$tree/boot/setup"
  printf '[Match]\nType=ether\n[Network]\nDHCP=yes\n' >"$tree/etc/systemd/network/80-wired.network"
  cp "$here/kiosk-setup.service" "$tree/etc/systemd/system/"
  inside systemctl -q enable systemd-networkd systemd-resolved kiosk-setup
  inside systemctl -q mask systemd-firstboot systemd-networkd-wait-online
  inside passwd -q -l root
}

close_tree() {
  rm -f "$tree/usr/sbin/policy-rc.d" "$tree/etc/apt/apt.conf.d/90of-the-maker"
  umount "$tree/mnt/kiosk" "$tree/var/cache/apt/archives" "$tree/etc/ssl/certs/ca-certificates.crt" "$tree/etc/resolv.conf" "$tree/proc"
  rmdir "$tree/mnt/kiosk"
  rm -rf "$tree/var/lib/apt/lists" "$tree/root/.cache" "$tree/etc/resolv.conf" "$tree"/var/log/*.log "$tree"/var/log/apt/*
  mkdir -p "$tree/var/lib/apt/lists/partial"
  ln -s ../run/systemd/resolve/stub-resolv.conf "$tree/etc/resolv.conf"
  # Each machine gets a number of its own.
  : >"$tree/etc/machine-id"
}

# Both find the disk by its label and read the same menu, which nobody sees.
make_boot_loader() {
  loader=$tree/boot-loader
  mkdir -p "$tree/boot/grub/i386-pc"
  cp "$loader"/usr/lib/grub/i386-pc/*.mod "$loader"/usr/lib/grub/i386-pc/*.lst "$tree/boot/grub/i386-pc/"
  cp "$here/grub.cfg" "$tree/boot/grub/grub.cfg"
  # shellcheck disable=SC2016 # for GRUB
  printf 'search --no-floppy --label --set=root kiosk-root\nset prefix=($root)/boot/grub\n' >"$folder/early.cfg"
  cp "$folder/early.cfg" "$loader/early.cfg"
  inside env LD_LIBRARY_PATH=/boot-loader/usr/lib/x86_64-linux-gnu /boot-loader/usr/bin/grub-mkimage -O i386-pc -d /boot-loader/usr/lib/grub/i386-pc -o /boot-loader/core.img -c /boot-loader/early.cfg \
    -p /boot/grub biosdisk part_gpt ext2 search search_label normal
  cp "$loader/usr/lib/grub/i386-pc/boot.img" "$loader/core.img" "$folder/"
  cp "$loader/usr/lib/shim/shimx64.efi.signed" "$folder/shim.efi"
  cp "$loader/usr/lib/grub/x86_64-efi-signed/grubx64.efi.signed" "$folder/grub.efi"
  rm -rf "$loader"
}

# Not with conv=sparse, which would leave what was there where a zero belongs.
at() { dd of="$image" conv=notrunc bs="$1" seek="$2" status=none; }

make_image() {
  tell "The disk …"
  rm -f "$image" "$folder/setup.fat" "$folder/efi.fat"
  end=$((ROOT_START + ROOT_MB))
  truncate -s "$((end + 1))M" "$image"
  sfdisk -q "$image" <<TABLE
label: gpt
start=1MiB, size=1MiB, type=21686148-6449-6E6F-744E-656564454649, name=bios
start=${SETUP_START}MiB, size=16MiB, type=EBD0A0A2-B9E5-4433-87C0-68B6B72699C7, name=setup
start=${EFI_START}MiB, size=64MiB, type=C12A7328-F81F-11D2-BA4B-00A0C93EC93B, name=efi
start=${ROOT_START}MiB, size=${ROOT_MB}MiB, type=4F68BCE3-E8CD-4DB1-96E7-FBCAF984B709, name=root
TABLE
  truncate -s 16M "$folder/setup.fat"
  mkfs.vfat -n KIOSK "$folder/setup.fat" >/dev/null
  mcopy -i "$folder/setup.fat" "$here/kiosk-sample.yaml" ::/
  truncate -s 64M "$folder/efi.fat"
  mkfs.vfat -F 32 -n EFI "$folder/efi.fat" >/dev/null
  mmd -i "$folder/efi.fat" ::/EFI ::/EFI/BOOT ::/EFI/debian
  mcopy -i "$folder/efi.fat" "$folder/shim.efi" ::/EFI/BOOT/BOOTX64.EFI
  mcopy -i "$folder/efi.fat" "$folder/grub.efi" ::/EFI/BOOT/grubx64.efi
  # shellcheck disable=SC2016 # for GRUB
  { cat "$folder/early.cfg"; echo 'configfile $prefix/grub.cfg'; } >"$folder/efi.cfg"
  mcopy -i "$folder/efi.fat" "$folder/efi.cfg" ::/EFI/debian/grub.cfg
  at 1M "$SETUP_START" <"$folder/setup.fat"
  at 1M "$EFI_START" <"$folder/efi.fat"
  mke2fs -q -t ext4 -L kiosk-root -d "$tree" -E "offset=$((ROOT_START * 1048576))" "$image" "${ROOT_MB}M"
  # As grub-bios-setup does: boot.img loads sector 2048, the first of core.img, and that the rest from 2049 on. A zero in
  # GPT's first sector is no instruction, so all but its table of partitions is taken.
  head -c 440 "$folder/boot.img" | at 1 0
  printf '\000\010\000\000\000\000\000\000' | at 1 92
  printf '\220\220' | at 1 102
  at 1M 1 <"$folder/core.img"
  printf '\001\010\000\000\000\000\000\000' | at 1 $((1048576 + 500))
}

make_debian
open_tree
install_all >"$folder/log" 2>&1 || fail "This failed: $(tail -n 3 "$folder/log") (all of it: $folder/log)"
set_up
make_boot_loader
close_tree
make_image
[ "${KEEP_TREE-}" = yes ] || rm -rf "$tree"
rm -f "$folder"/*.fat "$folder"/*.efi "$folder"/*.cfg "$folder/boot.img" "$folder/core.img"
tell "$image: $(du -m "$image" | cut -f1) MB on this disk, $((ROOT_START + ROOT_MB + 1)) MB to copy."
