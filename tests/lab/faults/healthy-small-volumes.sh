# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: Small volumes with little in gigabytes, much in percent
# expect: none
# layer: none
# kind: healthy
# finding: no problem: a /tmp of 200 MB and a /var of 400 MB are mostly empty
# complaint: Just checking.
# evidence: all vital signs are fine
pre() { pc_disk /tmp 200M; chmod 1777 "$PC/tmp"; pc_disk /var 400M; }
prove() { vitals; want_rest; }
