# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: A kernel log full of what looks bad and is not
# expect: none
# layer: healthy
# kind: healthy
# finding: nothing
# complaint: none
# evidence: a firmware file that an older one replaces, an optional one, a CD without a disc, a loop device, a cgroup that hit its own limit
setup() {
  kmsg 'iwlwifi 0000:00:14.3: Direct firmware load for iwlwifi-ty-a0-gf-a0-72.ucode failed with error -2'
  kmsg 'iwlwifi 0000:00:14.3: loaded firmware version 66.f1c864e0.0 ty-a0-gf-a0-66.ucode op_mode iwlmvm'
  kmsg 'bluetooth hci0: Direct firmware load for intel/ibt-0041-0041.ddc failed with error -2'
  kmsg 'I/O error, dev sr0, sector 0 op 0x0:(READ) flags 0x80700 phys_seg 1 prio class 2'
  kmsg 'blk_update_request: I/O error, dev loop11, sector 0 op 0x1:(WRITE) flags 0x800 phys_seg 0 prio class 0'
  kmsg 'ata2: SATA link down (SStatus 4 SControl 300)'
  kmsg 'ACPI BIOS Error (bug): Could not resolve symbol [\\_SB.PCI0.XHC.RHUB.HS11], AE_NOT_FOUND (20220331/dswload2-162)'
  kmsg 'usb 1-4: USB disconnect, device number 5'
  kmsg 'Spectre V2 : Spectre mitigation: kernel not compiled with retpoline; no mitigation available!'
}
prove() { vitals; want any klog; want_rest; show 'log' 'failed with error -2' pc dmesg; }
