# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: The start image of the newest kernel is empty
# expect: safe-mode/initramfs-missing
# layer: boot
# kind: real
# finding: the initrd of the kernel that is started next has 0 bytes
# complaint: The update said that the disk is full; may I restart?
# evidence: ls: 0 bytes
setup() { : >"$PC/boot/initrd.img-$KREL"; }
prove() { vitals; want any boot; want_rest; show 'empty' ' 0 ' pc ls -l "/boot/initrd.img-$KREL"; }
