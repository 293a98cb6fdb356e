# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: A full read-only image is mounted
# expect: none
# layer: none
# kind: healthy
# finding: no problem: an image that is full and read-only by design
# complaint: Just checking.
# evidence: df shows /opt/app at 100 %, read-only, fstab says ro
pre() { mkdir -p "$PC/opt/app"; pc_disk /opt/app 60M -m 0; }
setup() {
  printf 'UUID=%s /opt/app ext4 ro 0 0\n' "$(uuid_of /opt/app)" >>"$PC/etc/fstab"
  pc_stuff /opt/app/data.bin
  pc_admin mount -o remount,ro /opt/app
}
prove() { vitals; want any space; want_rest; show 'full' '100% /opt/app' pc df -h /opt/app; }
