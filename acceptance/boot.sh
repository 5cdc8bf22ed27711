#!/bin/sh
# boot.sh CGROUP TREE: starts the Debian in the folder TREE, with its own systemd as the first process.
# It shares the kernel and the network with this machine, but may not set the clock or any setting of the kernel.
set -eu

if [ "$1" != --inside ]; then
  echo $$ >"$1/cgroup.procs"
  exec unshare --mount --pid --uts --ipc --cgroup --fork --kill-child "$0" --inside "$2"
fi

mount --make-rprivate /
mount --bind "$2" "$2"
cd "$2"
mount -t proc proc proc
mount --bind proc/sys proc/sys
mount -o remount,ro,bind proc/sys
if [ -e proc/sysrq-trigger ]; then
  mount --bind proc/sysrq-trigger proc/sysrq-trigger
  mount -o remount,ro,bind proc/sysrq-trigger
fi
mount --bind etc/empty-swaps proc/swaps
mount -t sysfs -o ro sysfs sys
mount -t cgroup2 cgroup2 sys/fs/cgroup
mount -t tmpfs -o mode=1777 tmpfs tmp
mount -t tmpfs -o mode=755 tmpfs run
mount -t tmpfs -o mode=755 tmpfs dev
mkdir dev/pts dev/shm
mount -t tmpfs -o mode=1777 tmpfs dev/shm
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts dev/pts
# Nodes of its own: systemd sets the mode of the console.
while read -r name mode major minor; do
  mknod -m "$mode" "dev/$name" c "$major" "$minor"
done <<'NODES'
null 666 1 3
zero 666 1 5
full 666 1 7
random 666 1 8
urandom 666 1 9
tty 666 5 0
console 600 1 3
NODES
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
ln -s /proc/self/fd/0 dev/stdin
ln -s /proc/self/fd/1 dev/stdout
ln -s /proc/self/fd/2 dev/stderr

mkdir -p run/outside
pivot_root . run/outside
umount -l /run/outside
# As systemd has it where no container is: what is mounted later is seen inside units that have begun already.
mount --make-rshared /
exec setpriv --bounding-set=-sys_time,-sys_module,-sys_boot,-sys_rawio,-syslog \
  env -i container=acceptance PATH=/usr/sbin:/usr/bin:/sbin:/bin /usr/lib/systemd/systemd --log-target=journal
