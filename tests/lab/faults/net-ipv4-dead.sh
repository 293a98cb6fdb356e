# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: IPv4 leads nowhere, IPv6 is fine
# expect: connectivity/ipv4-broken
# also: connectivity/proxy-misconfigured connectivity/dns-slow connectivity/https-blocked
# layer: network
# kind: real
# finding: nothing beyond the router answers over IPv4; IPv6 works
# complaint: Half of the pages do not open.
# evidence: ping -4 fails, ping -6 works
setup() {
  nft_on isp <<-'X'
	table ip tsl_v4 { chain cut { type filter hook prerouting priority -300; policy accept; iifname "cust0" drop; }; }
	X
  gw_dnsmasq 'server=2001:db8:10::53'
}
prove() {
  vitals
  want fail $INET4
  want ok gw4 gw6 $INET6
  want any $NAMES $WEB lanloss
  want_rest
}
