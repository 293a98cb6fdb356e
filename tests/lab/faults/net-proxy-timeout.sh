# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: The configured proxy is silent
# expect: connectivity/proxy-misconfigured
# also: updates/proxy-unreachable
# layer: proxy
# kind: real
# finding: nothing answers at the proxy's address 192.168.77.20:3128; the direct way works
# complaint: Pages load for ever.
# evidence: connections to 192.168.77.20:3128 time out; direct connections work
pre() { RUN_ENV+=(http_proxy=http://192.168.77.20:3128 https_proxy=http://192.168.77.20:3128); }
setup() {
  nft_on nas <<-'X'
	table inet tsl_quiet { chain hold { type filter hook input priority 0; policy accept; tcp dport 3128 drop; }; }
	X
}
prove() {
  vitals
  want fail $WEB
  want ok $NET4 $NET6 $NAMES
  want_rest
  show 'the direct way works' '^200' pc curl --noproxy '*' -s -o /dev/null -m 3 -w '%{http_code}' http://www.example.test/
}
