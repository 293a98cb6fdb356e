# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: A web filter opens secure connections with an authority of its own
# expect: connectivity/tls-interception
# accept: connectivity/tls-failure
# also: connectivity/site-certificate-invalid
# layer: tls
# kind: real
# finding: every certificate is issued by the Acme Web Filter CA, which this computer does not trust
# complaint: Every page warns of an insecure connection.
# evidence: openssl s_client shows the issuer Acme Web Filter CA for unrelated sites
setup() {
  pki_stranger
  pki_leaf filter www.example.test 'DNS:*.example.test,DNS:*.lab.test' 10 60 stranger
  gw_nginx <<-X
	server { listen 8443 ssl; listen [::]:8443 ssl; ssl_certificate $T/pki/filter.crt; default_type text/html; location / { return 200 "filtered\n"; } }
	X
  nft_on gw <<-'X'
	table inet tsl_filter { chain catch { type nat hook prerouting priority dstnat; policy accept;
	  iifname "lan0" meta nfproto ipv4 tcp dport 443 redirect to :8443; iifname "lan0" meta nfproto ipv6 tcp dport 443 redirect to :8443; }; }
	X
}
prove() {
  vitals
  want fail https site upd tls4 tls6
  want_rest
  show 'the stranger signs' 'Acme Web Filter CA' pc sh -c 'openssl s_client -connect shop.example.test:443 -servername shop.example.test </dev/null 2>/dev/null | grep -i issuer'
}
