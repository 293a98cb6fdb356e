# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: The update needs more than is free
# expect: disk-space/update-space-low
# also: disk-space/reclaimable
# layer: disk
# kind: real
# finding: lab-suite 2.0 takes 9 GB, 6 GB are free
# complaint: The update says there is not enough space.
# evidence: apt-get upgrade names 9 GB; df shows 6 GB free
setup() {
  add_pkg lab-suite 1.0 all
  local p; for p in "$PC"/var/lib/apt/lists/*_Packages; do
    printf 'Package: lab-suite\nVersion: 2.0\nArchitecture: all\nMaintainer: Fault Lab <lab@lab.test>\nInstalled-Size: 9000000\nDescription: lab-suite\nFilename: pool/lab-suite_2.0_all.deb\nSize: 90000000\nSHA256: %064d\n\n' 0 >>"$p"
  done
  pc_fill /home/labuser/Videos/film.mkv 6000
}
prove() {
  vitals
  want any aptup aptdep
  want_rest
  show 'need' '9[0-9]* [MG]B of additional disk space' pc apt-get --assume-no -o Debug::NoLocking=1 upgrade
}
