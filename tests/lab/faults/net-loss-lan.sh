# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: Every fifth packet from the router is lost
# expect: connectivity/path-quality-poor
# also: connectivity/slow-throughput connectivity/dns-slow
# layer: link
# kind: real
# finding: 20 % of the packets are lost already between the router and this computer
# complaint: Calls break up, pages load in fits.
# evidence: 20 % of pings to the router unanswered
setup() {
  nft_on sw <<-'X'
	table netdev tsl_loss { chain lan { type filter hook ingress device "tsl-p-gw" priority 0; policy accept; meta protocol { ip, ip6 } numgen random mod 100 < 20 drop; }; }
	X
}
prove() {
  vitals
  want fail loss lanloss
  want any gw4 gw6 inet4 inet6 tcp4 tcp6 tls4 tls6 rtt mtu $NAMES $WEB
  want_rest
  between 'loss in 200 pings to the router, %' 10 32 "$(pc ping -q -c 200 -i 0.01 -W 1 192.168.77.1 | grep -oE '[0-9.]+% packet' | cut -d% -f1)"
}
