# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: The kernel has made a mistake in this start
# expect: safe-mode/bugcheck
# accept: drivers/kernel-tainted
# also: drivers/*
# layer: boot
# kind: simulated
# finding: the kernel reported a NULL pointer dereference in a driver; it may misbehave until the next start
# complaint: The file manager hangs and cannot be ended.
# evidence: kernel log: kernel NULL pointer
setup() {
  kmsg 'BUG: kernel NULL pointer dereference, address: 0000000000000018'
  kmsg '#PF: supervisor read access in kernel mode'
  kmsg 'Oops: 0000 [#1] PREEMPT SMP PTI'
  kmsg 'CPU: 1 PID: 4123 Comm: kworker/1:2 Tainted: G           OE     6.1.0-26-amd64 #1'
  kmsg 'RIP: 0010:acme_poll+0x2f/0x80 [acme]'
  kmsg '---[ end trace 0000000000000000 ]---'
}
prove() { vitals; want any klog; want_rest; show 'kernel log' 'kernel NULL pointer' pc dmesg; }
