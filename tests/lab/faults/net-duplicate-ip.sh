# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: Another device has the same address
# expect: connectivity/duplicate-ip
# also: connectivity/*
# layer: address
# kind: real
# finding: 192.168.77.100 is answered for by another device too
# complaint: The connection comes and goes.
# evidence: arping -D -I eth0 192.168.77.100 gets an answer from 52:54:00:77:00:14
setup() {
  ns nas ip addr flush dev eth0
  ns nas ip addr add 192.168.77.100/24 dev eth0
  # the router believes the other one, as it does whenever that one spoke last
  ns gw ip neigh replace 192.168.77.100 lladdr 52:54:00:77:00:14 dev lan0 nud permanent
}
prove() {
  vitals
  want fail gw4 inet4 tcp4
  want ok link addr4 route4 gw6 inet6
  want any $NET4 $NET6 $NAMES $WEB
  want_rest
  breaks 'somebody else answers for our address' pc arping -D -q -c 2 -w 2 -I eth0 192.168.77.100
}
