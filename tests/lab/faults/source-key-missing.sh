# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: A source names a key that is not there
# expect: updates/repository-invalid
# also: updates/download-failed
# layer: update
# kind: real
# finding: /usr/share/keyrings/vendor.gpg, which /etc/apt/sources.list.d/vendor.sources names, is missing
# complaint: Updates complain about a public key.
# evidence: the key file is absent; apt-get update fails for that source
setup() {
  printf 'Types: deb\nURIs: http://static.example.test/vendor\nSuites: stable\nComponents: main\nSigned-By: /usr/share/keyrings/vendor.gpg\n' \
    >"$PC/etc/apt/sources.list.d/vendor.sources"
}
prove() {
  vitals
  want fail aptup
  want_rest
  breaks 'no key' pc ls /usr/share/keyrings/vendor.gpg
}
