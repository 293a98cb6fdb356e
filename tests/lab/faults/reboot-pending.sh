# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: A restart is pending
# expect: updates/pending-reboot
# layer: update
# kind: real
# finding: the new kernel waits for a restart
# complaint: It keeps asking me to restart.
# evidence: /run/reboot-required and /run/reboot-required.pkgs
setup() {
  pc_admin sh -c 'echo "*** System restart required ***" >/run/reboot-required; printf "linux-image-6.1.0-22-amd64\nlibc6\nlibc6\n" >/run/reboot-required.pkgs'
}
prove() { vitals; want_rest; show 'mark' 'restart required' pc cat /run/reboot-required; }
