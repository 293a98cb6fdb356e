# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: Two sources contradict each other
# expect: updates/repository-invalid
# also: updates/broken-dependencies updates/download-failed
# layer: update
# kind: real
# finding: /etc/apt/sources.list.d/again.list names the same repository with another signing option
# complaint: apt does nothing any more since I ran an installer twice.
# evidence: apt-get: Conflicting values set for option
setup() { printf 'deb [signed-by=/usr/share/keyrings/lab.gpg] http://updates.example.test/lab stable main\n' >"$PC/etc/apt/sources.list.d/again.list"; }
prove() {
  vitals
  want fail aptup aptdep
  want_rest
  show 'apt-get' 'Conflicting values' pc apt-get check
}
