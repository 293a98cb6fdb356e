# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: The home belongs to somebody else
# expect: safe-mode/login-broken
# also: disk-space/readonly-filesystem
# layer: boot
# kind: real
# finding: the home of labuser belongs to root: signing in fails or opens nothing
# complaint: After signing in the screen goes black and I am back at the sign-in.
# evidence: owner root of /home/labuser
pre() { RUN_USER=labuser; }
setup() { chown 0:0 "$PC/home/labuser"; chmod 755 "$PC/home/labuser"; }
prove() { vitals; want any userrw; want_rest; show 'owner' 'root' pc ls -ld /home/labuser; }
