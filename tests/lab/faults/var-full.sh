# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: /var is full
# expect: disk-space/volume-full
# also: disk-space/update-space-low updates/* disk-space/reclaimable
# layer: disk
# kind: real
# finding: /var (600 MB, a file system of its own) has nothing left but what is reserved for root; a database file takes it
# complaint: The database stopped, and updates fail.
# evidence: df shows /var at 100 %; /var/lib/shopdb/pages.db is 500 MB
pre() { pc_disk /var 600M; }
setup() { pc_fill /var/lib/shopdb/pages.db 0; }
prove() {
  vitals
  want fail space
  want any aptup aptdep
  want_rest
  show '/var is full' '100% /var' pc df -h /var
}
