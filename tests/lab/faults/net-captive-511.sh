# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: Captive portal that says 511
# expect: connectivity/captive-portal
# also: connectivity/https-blocked connectivity/tls-failure connectivity/ipv6-broken
# layer: portal
# kind: real
# finding: the network wants a login first: every web request is answered by the router itself
# complaint: I am on the hotel Wi-Fi and nothing loads.
# evidence: any http page shows the same sign-in page (status 511); https is refused; names resolve
setup() {
  gw_nginx <<-'X'
	server { listen 8080; listen [::]:8080; default_type text/html; location / { return 511 "<!doctype html><title>Guest network</title>Please sign in\\n"; } }
	X
  nft_on gw <<-'X'
	table inet tsl_portal {
	  chain catch { type nat hook prerouting priority dstnat; policy accept;
	    iifname "lan0" ip daddr != 192.168.77.0/24 tcp dport 80 redirect to :8080;
	    iifname "lan0" meta nfproto ipv6 tcp dport 80 redirect to :8080; }
	  chain hold { type filter hook forward priority -10; policy accept;
	    iifname "lan0" meta l4proto tcp reject with tcp reset;
	    iifname "lan0" drop; }
	}
	X
}
prove() {
  vitals
  want fail inet4 inet6 tls4 tls6 rtt loss mtu http https site upd big aptup
  want any tcp4 tcp6 clock
  want ok $NAMES gw4
  want_rest
  show 'the portal page' '[sS]ign in' pc curl -sL -m 3 http://probe.lab.test/generate_204
}
