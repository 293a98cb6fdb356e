# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: /var was switched to read-only
# expect: disk-space/readonly-filesystem
# accept: hardware/filesystem-errors
# also: updates/*
# layer: disk
# kind: real
# finding: /var is read-only although fstab says otherwise
# complaint: Nothing can be installed, the logs stopped.
# evidence: "ro" for /var in /proc/mounts; EROFS; fstab has defaults
pre() { pc_disk /var 800M; }
setup() {
  printf 'UUID=%s /var ext4 defaults 0 2\n' "$(uuid_of /var)" >>"$PC/etc/fstab"
  kmsg 'EXT4-fs error (device sda3): ext4_journal_check_start:84: comm rsyslogd: Detected aborted journal'
  kmsg 'EXT4-fs (sda3): Remounting filesystem read-only'
  pc_admin mount -o remount,ro /var
}
prove() {
  vitals
  want fail rw klog aptup
  want any aptdep
  want_rest
  show 'EROFS' 'Read-only file system' pc touch /var/x
}
