# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: A VPN that takes everything and works
# expect: none
# layer: route
# kind: healthy
# finding: no problem; the default route leads into a tunnel that works
# complaint: Just checking.
# evidence: ip route: 0.0.0.0/1 and 128.0.0.0/1 by tun0; everything works through it
setup() {
  # a cable named as a tunnel: tunnels proper need kernel modules
  ip link add tun0 netns tsl-pc type veth peer name tun0 netns tsl-gw
  ns pc ip addr add 10.8.0.2/24 dev tun0
  ns gw ip addr add 10.8.0.1/24 dev tun0
  ns gw ip link set tun0 mtu 1400 up
  ns pc ip link set tun0 mtu 1400 up
  ns pc ip route add 0.0.0.0/1 via 10.8.0.1 dev tun0
  ns pc ip route add 128.0.0.0/1 via 10.8.0.1 dev tun0
}
prove() { vitals; want fail mtu; want_rest; show 'by the tunnel' 'dev tun0' pc ip route get 198.51.100.20; }
