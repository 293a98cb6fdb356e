# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: No name server is configured
# expect: connectivity/dns-not-configured
# layer: dns
# kind: real
# finding: /etc/resolv.conf is empty; everything works by address
# complaint: No page opens.
# evidence: resolv.conf names no server; dig @203.0.113.53 answers
setup() { pc_admin sh -c ': >/etc/resolv.conf'; }
prove() {
  vitals
  want fail dns dns6 nx names $WEB
  want ok $NET4 $NET6
  want_rest
  show 'another server answers' '198\.51\.100\.20' pc dig +short @203.0.113.53 probe.lab.test
}
