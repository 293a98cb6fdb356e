# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: The name of one site is gone
# expect: connectivity/site-down
# layer: site
# kind: real
# finding: shop.example.test does not exist any more, by any name server; all other names do
# complaint: shop.example.test does not open.
# evidence: dig: NXDOMAIN, also @203.0.113.53
setup() {
  sed -i '/shop\.example\.test/d' "$T/zone.hosts"
  local n; for n in web1 web2; do kill -HUP "$(cat "$T/$n/dnsmasq.pid")"; done
  gw_dnsmasq_stop; gw_dnsmasq
}
prove() {
  vitals
  want fail site
  want_rest
  show 'no such name' 'NXDOMAIN' pc dig shop.example.test
}
