# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: One of the test addresses is filtered, nothing else
# expect: none
# layer: network
# kind: healthy
# finding: no problem; one address that does not answer decides nothing
# complaint: Just checking.
# evidence: 198.51.100.10 times out on port 443 by IPv4; everything else works
setup() {
  nft_on isp <<-'X'
	table ip tsl_one { chain cut { type filter hook forward priority -10; policy accept; ip daddr 203.0.113.10 tcp dport 443 drop; }; }
	X
}
prove() { vitals; want any upd; want_rest; breaks 'filtered' pc curl -4 -sS -m 2 https://updates.example.test/; }
