# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: The router knows no way to the internet
# expect: connectivity/internet-unreachable
# layer: isp
# kind: real
# finding: the router's own line is down; it answers "network unreachable" to everything
# complaint: Nothing works, on any device.
# evidence: ping: From 192.168.77.1 Destination Net Unreachable
setup() { ns gw ip route del default; ns gw ip -6 route del default; }
prove() {
  vitals
  want fail $INET4 $INET6 $WEB
  want ok gw4 gw6
  want any $NAMES
  want_rest
  show 'the router says so' 'Unreachable' pc ping -c 1 -W 2 198.51.100.20
}
