# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: A disk that the next start waits for is gone
# expect: safe-mode/fstab-missing-device
# layer: boot
# kind: real
# finding: fstab mounts /mnt/data from a disk that is not there, without nofail: the next start stops
# complaint: I took a disk out; may I restart?
# evidence: fstab names a UUID that no disk has
setup() { mkdir -p "$PC/mnt/data"; printf 'UUID=0f0e0d0c-1111-4222-8333-444455556666 /mnt/data ext4 defaults 0 2\n' >>"$PC/etc/fstab"; }
prove() { vitals; want any boot; want_rest; show 'named' '0f0e0d0c' pc cat /etc/fstab; }
