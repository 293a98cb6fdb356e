# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: /home is full
# expect: disk-space/volume-full
# also: disk-space/reclaimable
# layer: disk
# kind: real
# finding: /home (2 GB, a file system of its own) has nothing left; / has plenty
# complaint: I cannot save my documents.
# evidence: df shows /home at 100 %; writing there gives ENOSPC for the user
pre() { pc_disk /home 2G; chown 1000:1000 "$PC/home/labuser"; }
setup() { pc_fill /home/labuser/backup/phone.img 0; }
prove() {
  vitals
  want fail space
  want any userrw
  want_rest
  show '/home is full' '100% /home' pc df -h /home
}
