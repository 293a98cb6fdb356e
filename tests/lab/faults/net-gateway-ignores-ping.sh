# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: A router that ignores ping
# expect: none
# layer: gateway
# kind: healthy
# finding: no problem; the router does not answer pings, and passes everything on
# complaint: Just checking.
# evidence: ping 192.168.77.1 fails, everything beyond it works
setup() {
  nft_on gw <<-'X'
	table inet tsl_quiet { chain hold { type filter hook input priority -10; policy accept; iifname "lan0" icmp type echo-request drop; iifname "lan0" icmpv6 type echo-request drop; }; }
	X
}
prove() { vitals; want fail gw4 gw6 lanloss; want_rest; }
