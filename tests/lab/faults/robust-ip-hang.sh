# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: Tool robustness: ip never returns, ignores SIGTERM and has two grandchildren
# expect: none
# layer: tool
# kind: robustness
# finding: given up on in time, none of its processes left, the rest reported by other means
# complaint: Just checking.
# evidence: ip and its grandchildren ignore SIGTERM; one of them has a session of its own
setup() {
  pc_tool ip <<-'X'
	#!/bin/bash
	trap '' TERM
	bash -c 'trap "" TERM; while :; do sleep 60; done' &
	setsid bash -c 'trap "" TERM; while :; do sleep 60; done' &
	while :; do sleep 60; done
	X
}
prove() { breaks 'ip hangs' pc timeout -s KILL 1 ip addr; }
