# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: No inodes are left in /var
# expect: disk-space/inodes-exhausted
# also: disk-space/volume-full updates/*
# layer: disk
# kind: real
# finding: /var has free space, but room for no more files; a session folder holds thousands of them
# complaint: It says "no space left on device", but there is plenty.
# evidence: df -i shows /var at 100 %, df does not
pre() { pc_disk /var 300M -N 4096 -m 0; }
setup() {
  mkdir -p "$PC/var/lib/sessions"
  ( cd "$PC/var/lib/sessions" && i=0; while : >"sess_$i"; do i=$((i + 1)); done ) 2>/dev/null || :
}
prove() {
  vitals
  want fail inodes rw
  want any space aptup aptdep
  want_rest
  show 'inodes' '100% /var' pc df -i /var
  show_not 'space is there' '100% /var' pc df -h /var
}
