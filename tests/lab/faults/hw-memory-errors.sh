# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: A memory module corrects errors again and again
# expect: hardware/memory-errors
# layer: hardware
# kind: simulated
# finding: the memory controller corrected errors in one module
# complaint: Programs crash in odd ways.
# evidence: kernel log: EDAC MC0
setup() {
  kmsg 'EDAC MC0: 12 CE memory read error on CPU_SrcID#0_Ha#0_Chan#1_DIMM#0 (channel:1 slot:0 page:0x4d9f50 offset:0x0 grain:32 syndrome:0x0)'
}
prove() { vitals; want any klog; want_rest; show 'kernel log' 'EDAC MC0' pc dmesg; }
