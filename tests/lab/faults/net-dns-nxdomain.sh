# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: The name server answers NXDOMAIN to everything
# expect: connectivity/dns-bad-answers
# accept: connectivity/dns-unreachable
# layer: dns
# kind: real
# finding: the router's name service answers NXDOMAIN to every question; other name servers work
# complaint: No page opens.
# evidence: dig gets status NXDOMAIN at once; dig @203.0.113.53 answers
setup() { gw_dnsmasq_stop; dnsd gw 192.168.77.1 --rcode NXDOMAIN; }
prove() {
  vitals
  want fail dns dns6 names $WEB
  want any nx
  want ok $NET4 $NET6
  want_rest
  show 'status' 'status: NXDOMAIN' pc dig probe.lab.test
}
