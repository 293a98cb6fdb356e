# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: Tool robustness: ip prints a gigabyte
# expect: none
# layer: tool
# kind: robustness
# finding: dropped while it streams; no memory, no false alarm
# complaint: Just checking.
# evidence: ip prints 1 GiB of text
setup() {
  pc_tool ip <<-'X'
	#!/bin/sh
	yes 'a line that never ends' | head -c 1073741824
	X
}
prove() { works 'ip prints a gigabyte' pc bash -c 'test "$(ip addr | wc -c)" = 1073741824'; }
