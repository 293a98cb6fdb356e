# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: A package must be installed again
# expect: updates/package-db-interrupted
# also: updates/broken-dependencies
# layer: update
# kind: real
# finding: lab-codec is half-installed and must be installed again
# complaint: apt says a package needs to be reinstalled but cannot find an archive for it.
# evidence: dpkg-query shows iHR for lab-codec
setup() { add_pkg lab-codec 0.7 all 'install reinstreq half-installed'; }
prove() {
  vitals
  want fail dpkgok aptdep
  want_rest
  show 'state' '^iHR' pc dpkg-query -W '-f=${db:Status-Abbrev} ${Package}\n' lab-codec
}
