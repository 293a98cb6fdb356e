# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: Automatic updates hold the package lock
# expect: updates/package-manager-locked
# layer: update
# kind: real
# finding: unattended-upgr holds dpkg's lock; wait for it
# complaint: I cannot install anything, another program is busy.
# evidence: fcntl lock on /var/lib/dpkg/lock-frontend; the holder is alive
setup() {
  pc_bg bash -c 'exec -a "/usr/bin/python3 /usr/bin/unattended-upgrade" /usr/bin/python3 -c "
import fcntl, signal
open(\"/proc/self/comm\", \"w\").write(\"unattended-upgr\")
f = open(\"/var/lib/dpkg/lock-frontend\", \"r+\"); fcntl.lockf(f, fcntl.LOCK_EX)
signal.pause()"'
  local i; for i in {1..100}; do [[ $(pc cat /proc/locks | grep -c POSIX) -ge 1 ]] && break; sleep 0.02; done
}
prove() {
  vitals
  want any aptdep aptup
  want_rest
  show 'held' 'held by process|Could not get lock' pc apt-get install -y lab-hello
}
