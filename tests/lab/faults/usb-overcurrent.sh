# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: A USB device draws too much current
# expect: peripherals/usb-overcurrent
# also: peripherals/usb-enumeration-failed
# layer: peripheral
# kind: simulated
# finding: port 2 of the USB controller was switched off for drawing too much current
# complaint: The stick went off with a click.
# evidence: kernel log: over-current
setup() {
  kmsg 'usb usb1-port2: over-current condition'
  kmsg 'usb usb1-port2: over-current condition'
  kmsg 'usb usb1-port2: over-current change #2'
}
prove() { vitals; want any klog; want_rest; show 'kernel log' 'over-current' pc dmesg; }
