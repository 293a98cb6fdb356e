# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: A disk that may be absent is absent
# expect: none
# layer: healthy
# kind: healthy
# finding: nothing
# complaint: none
# evidence: fstab names an absent disk with nofail, and one with noauto
setup() { mkdir -p "$PC/mnt/data"; printf 'UUID=0f0e0d0c-1111-4222-8333-444455556666 /mnt/data ext4 defaults,nofail 0 2\nLABEL=backup /mnt/backup ext4 noauto 0 0\n' >>"$PC/etc/fstab"; }
prove() { vitals; want_rest; show 'named' 'nofail' pc cat /etc/fstab; }
