# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: The EFI partition is full
# expect: disk-space/esp-full
# also: disk-space/volume-full
# layer: disk
# kind: simulated
# finding: /boot/efi (96 MB) has less than 10 MB left
# complaint: The firmware update cannot be installed.
# evidence: df shows /boot/efi nearly full (ext4 here, as this kernel has no vfat)
pre() { mkdir -p "$PC/boot/efi"; pc_disk /boot/efi 96M -m 0; }
setup() { pc_fill /boot/efi/EFI/vendor/fonts.bin 6; }
prove() {
  vitals
  want fail space
  want_rest
  show 'nearly full' '9[0-9]% /boot/efi' pc df -h /boot/efi
}
