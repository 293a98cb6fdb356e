# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: Every answer takes more than half a second
# expect: connectivity/path-quality-poor
# also: connectivity/dns-slow connectivity/slow-throughput
# layer: isp
# kind: real
# finding: round trips beyond the router take 600 ms, nothing is lost, the router answers at once: a satellite line or a bad detour
# complaint: Everything reacts late.
# evidence: ping 198.51.100.20: about 600 ms
setup() { wan_relay --delay 300; }
prove() {
  vitals
  want fail rtt
  want ok gw4 gw6 lanloss
  want any inet4 inet6 tcp4 tcp6 tls4 tls6 loss mtu $NAMES $WEB
  want_rest
  between 'round trip, ms' 550 800 "$(pc ping -n -q -c 3 198.51.100.20 | awk -F/ '/^rtt/ { print $5 }')"
}
