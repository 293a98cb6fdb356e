# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: The first of two name servers is silent
# expect: connectivity/dns-slow
# layer: dns
# kind: real
# finding: 192.168.77.99 does not exist; every question waits for it before the second server is asked
# complaint: Each page takes seconds before it starts to load.
# evidence: resolv.conf names 192.168.77.99 first; dig there times out, the second answers at once
setup() { pc_admin sh -c 'printf "nameserver 192.168.77.99\nnameserver 192.168.77.1\n" >/etc/resolv.conf'; }
prove() {
  vitals
  want fail names
  want any dns dns6 nx $WEB
  want ok $NET4 $NET6
  want_rest
  breaks 'the first is silent' pc dig +time=1 +tries=1 @192.168.77.99 probe.lab.test
  show 'the second answers' '198\.51\.100\.20' pc dig +short @192.168.77.1 probe.lab.test
}
