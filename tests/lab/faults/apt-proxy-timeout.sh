# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: apt is configured to use a proxy that swallows everything
# expect: updates/proxy-unreachable
# accept: connectivity/proxy-misconfigured
# also: updates/download-failed
# layer: update
# kind: real
# finding: apt's proxy 192.168.77.20:3128 drops all packets; the update server answers directly
# complaint: Updates hang for minutes and then fail.
# evidence: connecting to the proxy times out; curl of the same address works directly
setup() {
  printf 'Acquire::http::Proxy "http://192.168.77.20:3128/";\n' >"$PC/etc/apt/apt.conf.d/01proxy"
  nft_on nas <<-'X'
	table inet drop3128 {
	  chain in {
	    type filter hook input priority 0;
	    tcp dport 3128 drop
	  }
	}
	X
}
prove() {
  vitals
  want fail aptup
  want_rest
  breaks 'the proxy is silent' pc timeout 2 bash -c '</dev/tcp/192.168.77.20/3128'
}
