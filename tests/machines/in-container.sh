#!/bin/sh
# Runs a command in a folder that holds a small Debian, marked as podman marks its containers:
#   mmdebstrap --variant=minbase --include=iproute2,iputils-ping,libstdc++6,ca-certificates,procps bookworm FOLDER
#   ../shared/lab/lab.sh run --bind FOLDER healthy -- sh tests/machines/in-container.sh FOLDER node coverage/record.mjs --lab
set -eu
root=$1
shift
work=$(pwd)
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
mount --rbind /dev "$root/dev"
mkdir -p "$root/run" "$root$work"
mount --bind "$work" "$root$work"
cp "$(command -v node)" "$root/usr/local/bin/node"
cp /etc/resolv.conf /etc/hosts "$root/etc/"
cp "$NODE_EXTRA_CA_CERTS" "$root/usr/local/share/lab-ca.pem"
: >"$root/run/.containerenv"
exec chroot "$root" /usr/bin/env -i PATH=/usr/local/bin:/usr/bin:/bin HOME=/root container=podman \
  NODE_EXTRA_CA_CERTS=/usr/local/share/lab-ca.pem sh -c 'cd "$0" && exec "$@"' "$work" "$@"
