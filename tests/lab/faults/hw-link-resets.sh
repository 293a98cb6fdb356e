# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: The connection to the disk is reset again and again
# expect: hardware/disk-link-resets
# also: hardware/disk-io-errors
# layer: hardware
# kind: simulated
# finding: the SATA link of port 1 was reset five times
# complaint: It freezes for some seconds now and then.
# evidence: kernel log: hard resetting link
setup() {
  kmsg 'ata1.00: exception Emask 0x10 SAct 0x0 SErr 0x4050002 action 0xe frozen'
  kmsg 'ata1: hard resetting link'
  kmsg 'ata1: SATA link up 3.0 Gbps (SStatus 123 SControl 320)'
  kmsg 'ata1.00: exception Emask 0x10 SAct 0x0 SErr 0x4050002 action 0xe frozen'
  kmsg 'ata1: hard resetting link'
  kmsg 'ata1: SATA link up 3.0 Gbps (SStatus 123 SControl 320)'
  kmsg 'ata1.00: exception Emask 0x10 SAct 0x0 SErr 0x4050002 action 0xe frozen'
  kmsg 'ata1: hard resetting link'
  kmsg 'ata1: SATA link up 3.0 Gbps (SStatus 123 SControl 320)'
  kmsg 'ata1.00: exception Emask 0x10 SAct 0x0 SErr 0x4050002 action 0xe frozen'
  kmsg 'ata1: hard resetting link'
  kmsg 'ata1: SATA link up 3.0 Gbps (SStatus 123 SControl 320)'
  kmsg 'ata1.00: exception Emask 0x10 SAct 0x0 SErr 0x4050002 action 0xe frozen'
  kmsg 'ata1: hard resetting link'
  kmsg 'ata1: SATA link up 3.0 Gbps (SStatus 123 SControl 320)'
}
prove() { vitals; want any klog; want_rest; show 'kernel log' 'hard resetting link' pc dmesg; }
