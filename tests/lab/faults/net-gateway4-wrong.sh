# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: The IPv4 gateway is one that does not exist, IPv6 works
# expect: connectivity/gateway-unreachable
# accept: connectivity/wrong-subnet
# layer: gateway
# kind: real
# finding: nobody has the address 192.168.77.254 of the IPv4 gateway; IPv6 goes through the real router
# complaint: Some sites open, most do not.
# evidence: ARP for 192.168.77.254 fails; IPv6 is fine
setup() { pc_admin ip -4 route replace default via 192.168.77.254 dev eth0; }
prove() {
  breaks 'IPv4 beyond the router' pc timeout 3 ping -4 -c 1 -W 2 198.51.100.20
  works 'IPv6 beyond the router' pc ping -6 -c 1 -W 2 2001:db8:10::20
}
