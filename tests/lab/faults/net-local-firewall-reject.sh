# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: The computer's own firewall rejects what goes out
# expect: connectivity/firewall-blocks
# layer: firewall
# kind: real
# finding: the output chain of this computer rejects everything but the local network
# complaint: Nothing works since I "hardened" the computer.
# evidence: connections end at once with a refusal; nft list ruleset shows the rule
setup() {
  nft_on pc <<-'X'
	table inet filter { chain output { type filter hook output priority 0; policy accept;
	  oif "lo" accept; ct state established accept; ip daddr 192.168.77.0/24 accept; ip daddr 255.255.255.255 accept;
	  ip6 daddr { fe80::/10, ff00::/8, 2001:db8:77::/64 } accept;
	  reject with icmpx admin-prohibited; }; }
	X
}
prove() {
  vitals
  want fail $INET4 $INET6 $WEB
  want ok gw4 gw6 $NAMES
  want_rest
  show 'the rule' 'admin-prohibited' pc nft list ruleset
}
