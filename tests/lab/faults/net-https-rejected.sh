# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: A firewall rejects outbound https
# expect: connectivity/https-blocked
# also: connectivity/tls-failure connectivity/firewall-blocks
# layer: firewall
# kind: real
# finding: port 443 is refused on the way, everything else works
# complaint: Only some old pages open.
# evidence: TCP 443 is reset everywhere, TCP 80 connects
setup() {
  nft_on gw <<-'X'
	table inet tsl_block { chain block { type filter hook forward priority -10; policy accept; iifname "lan0" tcp dport 443 reject with tcp reset; }; }
	X
}
prove() {
  vitals
  want fail https site upd tls4 tls6
  want_rest
  show '443 is refused' "refused|Couldn't connect" pc curl -sS -m 2 https://www.example.test/
}
