# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: A package was left half configured
# expect: updates/package-db-interrupted
# also: updates/broken-dependencies
# layer: update
# kind: real
# finding: lab-server is half-configured after a broken-off installation
# complaint: The power went while it was updating, now updates complain.
# evidence: dpkg-query shows iF for lab-server; dpkg --audit names it
setup() { add_pkg lab-server 3.1 all 'install ok half-configured'; }
prove() {
  vitals
  want fail dpkgok
  want any aptdep
  want_rest
  show 'audit' 'lab-server' pc dpkg --audit
}
