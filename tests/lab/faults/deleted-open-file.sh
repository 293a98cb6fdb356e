# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: A program holds a deleted file that fills the disk
# expect: disk-space/deleted-open-file
# also: disk-space/system-volume-full disk-space/volume-full disk-space/update-space-low disk-space/reclaimable
# layer: disk
# kind: real
# finding: recorderd holds a deleted file of 19 GB open; df says full, du finds nothing
# complaint: I deleted the big file, but the disk is still full.
# evidence: a link in /proc/PID/fd ends in (deleted); du / finds almost nothing
setup() {
  pc_fill /var/tmp/recording.raw 150
  # Without a loop: a `sleep` of its own would count as left behind by whoever is looked at.
  pc_bg bash -c 'exec -a recorderd /usr/bin/python3 -c "
import os, signal
open(\"/proc/self/comm\", \"w\").write(\"recorderd\")
held = open(\"/var/tmp/recording.raw\"); os.remove(\"/var/tmp/recording.raw\")
signal.pause()"'
  local i; for i in {1..100}; do [[ -e $PC/var/tmp/recording.raw ]] || break; sleep 0.02; done
}
prove() {
  vitals
  want fail space
  want_rest
  show 'full' '9[89]%|100%' pc df -h /
  show 'held' 'recording.raw \(deleted\)' pc sh -c 'ls -l /proc/[0-9]*/fd 2>/dev/null'
  show_not 'no folder shows it' '^[0-9.]+G.*/var$' pc du -sh /var
}
