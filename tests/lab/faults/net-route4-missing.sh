# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: An IPv4 address without a way out, IPv6 works
# expect: connectivity/ipv4-broken
# accept: connectivity/no-default-route
# layer: route
# kind: real
# finding: there is no IPv4 default route although the network gave an IPv4 address
# complaint: Some sites open, most do not.
# evidence: ip route shows no default; IPv6 is fine
setup() { pc_admin ip -4 route del default; }
prove() {
  breaks 'IPv4 beyond the router' pc timeout 3 ping -4 -c 1 -W 2 198.51.100.20
  works 'IPv6 beyond the router' pc ping -6 -c 1 -W 2 2001:db8:10::20
}
