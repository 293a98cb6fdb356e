# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: The network adapter is switched off in the system
# expect: connectivity/adapter-disabled
# accept: connectivity/link-down
# layer: link
# kind: real
# finding: eth0 is administratively down
# complaint: Nothing works.
# evidence: ip link show eth0: state DOWN, no UP flag
setup() { ns pc ip link set eth0 down; }
prove() {
  vitals
  want fail link addr6 route4 route6 $NET4 $NET6 $NAMES $WEB
  want any addr4
  want_rest
  show 'it is down' 'state DOWN' pc ip link show eth0
}
