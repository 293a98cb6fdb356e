# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: Tool robustness: ip prints escape sequences
# expect: none
# layer: tool
# kind: robustness
# finding: none of them reaches the report
# complaint: Just checking.
# evidence: ip prints ESC, BEL, NUL, a title sequence and invalid UTF-8
setup() {
  pc_tool ip <<-'X'
	#!/bin/sh
	printf '\033]0;owned\007\033[31mred\000\377\376\n'
	X
}
prove() { works 'ip prints a title sequence' pc bash -c 'ip addr | grep -qa owned'; }
