# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: A source in the new format lacks its components
# expect: updates/repository-invalid
# also: updates/broken-dependencies updates/download-failed
# layer: update
# kind: real
# finding: entry 1 of /etc/apt/sources.list.d/vendor.sources has no Components
# complaint: No updates since I added a program's source.
# evidence: apt-get: Malformed entry 1 in sources file
setup() { printf 'Types: deb\nURIs: http://static.example.test/vendor\nSuites: stable\n' >"$PC/etc/apt/sources.list.d/vendor.sources"; }
prove() {
  vitals
  want fail aptup aptdep
  want_rest
  show 'apt-get' 'Malformed entry 1 in sources file' pc apt-get check
}
