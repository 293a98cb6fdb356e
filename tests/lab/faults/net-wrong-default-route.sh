# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: A second connection that leads nowhere is preferred
# expect: connectivity/wrong-default-route
# accept: connectivity/gateway-unreachable
# layer: route
# kind: real
# finding: the default route by eth1 has the lower metric, and nobody is behind it; the one by eth0 works
# complaint: Since I plugged in the second cable nothing works.
# evidence: ip route: default via 10.9.9.1 dev eth1 metric 10 before eth0; ping -I eth0 works
setup() {
  ip link add eth1 netns tsl-pc type veth peer name tsl-p-x netns tsl-sw
  ip -n tsl-sw link set tsl-p-x up
  ns pc ip link set eth1 up
  ns pc ip addr add 10.9.9.2/24 dev eth1
  ns pc ip route del default
  ns pc ip route add default via 192.168.77.1 dev eth0 metric 100
  ns pc ip route add default via 10.9.9.1 dev eth1 metric 10
  ns pc ip -6 route del default
}
prove() {
  vitals
  want fail $INET4 $INET6 $WEB route6
  want any route4 $NAMES
  want_rest
  works 'the other way works' pc ping -I eth0 -q -c 1 -W 2 198.51.100.20
}
