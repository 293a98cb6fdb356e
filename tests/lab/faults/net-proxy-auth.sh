# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: The proxy wants a user name and password
# expect: connectivity/proxy-auth-required
# also: updates/proxy-unreachable
# layer: proxy
# kind: real
# finding: the proxy 192.168.77.20:3128 answers 407 to everything
# complaint: Pages ask for a password that I do not have.
# evidence: curl through the proxy: 407 Proxy Authentication Required
pre() { RUN_ENV+=(http_proxy=http://192.168.77.20:3128 https_proxy=http://192.168.77.20:3128); }
setup() { lan_proxy anna:secret; }
prove() {
  vitals
  want fail $WEB
  want ok $NET4 $NET6 $NAMES
  want_rest
  show 'it asks to sign in' '^407|40[17]' pc curl -s -o /dev/null -m 3 -w '%{http_code}' http://www.example.test/
}
