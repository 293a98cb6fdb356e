# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: The router forbids this computer the internet
# expect: connectivity/blocked-by-router
# also: connectivity/internet-unreachable
# layer: gateway
# kind: real
# finding: the router answers "administratively prohibited" to everything from this computer; others are served
# complaint: Only my computer has no internet.
# evidence: ping: From 192.168.77.1 Packet filtered
setup() {
  nft_on gw <<-'X'
	table inet tsl_parent { chain hold { type filter hook forward priority -10; policy accept;
	  iifname "lan0" ip saddr 192.168.77.100 reject with icmp admin-prohibited;
	  iifname "lan0" ip6 saddr 2001:db8:77::/64 reject with icmpv6 admin-prohibited; }; }
	X
}
prove() {
  vitals
  want fail $INET4 $INET6 $WEB
  want ok gw4 gw6 $NAMES
  want_rest
  show 'the router says so' 'filtered|prohibited' pc ping -c 1 -W 2 198.51.100.20
  works 'another device is served' ns nas ping -q -c 1 -W 2 198.51.100.20
}
