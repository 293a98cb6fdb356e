# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: The processor reports an error that it could not correct
# expect: hardware/machine-check
# layer: hardware
# kind: simulated
# finding: the processor reported an uncorrected error in bank 5
# complaint: The computer crashes for no reason.
# evidence: kernel log: Machine Check: 0 Bank 5
setup() {
  kmsg 'mce: [Hardware Error]: CPU 2: Machine Check: 0 Bank 5: be00000000800400'
  kmsg 'mce: [Hardware Error]: TSC 0 ADDR 1ffffc0 MISC 7fff'
  kmsg 'mce: [Hardware Error]: PROCESSOR 0:306c3 TIME 1764000000 SOCKET 0 APIC 4 microcode 28'
}
prove() { vitals; want any klog; want_rest; show 'kernel log' 'Machine Check: 0 Bank 5' pc dmesg; }
