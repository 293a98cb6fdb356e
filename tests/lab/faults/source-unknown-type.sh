# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: A source list has a line of another system
# expect: updates/repository-invalid
# also: updates/broken-dependencies updates/download-failed
# layer: update
# kind: real
# finding: line 2 of /etc/apt/sources.list.d/vendor.list begins with rpm, which apt does not know
# complaint: No updates since I followed a guide.
# evidence: apt-get: Type 'rpm' is not known on line 2
setup() { printf '# vendor\nrpm http://static.example.test/vendor stable main\n' >"$PC/etc/apt/sources.list.d/vendor.list"; }
prove() {
  vitals
  want fail aptup aptdep
  want_rest
  show 'apt-get' "is not known on line 2" pc apt-get check
}
