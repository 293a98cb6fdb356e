# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: A USB device disconnects again and again
# expect: peripherals/usb-flapping
# layer: peripheral
# kind: simulated
# finding: the device at port 1-3 disconnected seven times
# complaint: My mouse stops for a second all the time.
# evidence: kernel log: USB disconnect
setup() {
  kmsg 'usb 1-3: new low-speed USB device number 8 using xhci_hcd'
  kmsg 'usb 1-3: New USB device found, idVendor=046d, idProduct=c077, bcdDevice=72.00'
  kmsg 'usb 1-3: Product: USB Optical Mouse'
  kmsg 'usb 1-3: USB disconnect, device number 8'
  kmsg 'usb 1-3: new low-speed USB device number 9 using xhci_hcd'
  kmsg 'usb 1-3: New USB device found, idVendor=046d, idProduct=c077, bcdDevice=72.00'
  kmsg 'usb 1-3: Product: USB Optical Mouse'
  kmsg 'usb 1-3: USB disconnect, device number 9'
  kmsg 'usb 1-3: new low-speed USB device number 10 using xhci_hcd'
  kmsg 'usb 1-3: New USB device found, idVendor=046d, idProduct=c077, bcdDevice=72.00'
  kmsg 'usb 1-3: Product: USB Optical Mouse'
  kmsg 'usb 1-3: USB disconnect, device number 10'
  kmsg 'usb 1-3: new low-speed USB device number 11 using xhci_hcd'
  kmsg 'usb 1-3: New USB device found, idVendor=046d, idProduct=c077, bcdDevice=72.00'
  kmsg 'usb 1-3: Product: USB Optical Mouse'
  kmsg 'usb 1-3: USB disconnect, device number 11'
  kmsg 'usb 1-3: new low-speed USB device number 12 using xhci_hcd'
  kmsg 'usb 1-3: New USB device found, idVendor=046d, idProduct=c077, bcdDevice=72.00'
  kmsg 'usb 1-3: Product: USB Optical Mouse'
  kmsg 'usb 1-3: USB disconnect, device number 12'
  kmsg 'usb 1-3: new low-speed USB device number 13 using xhci_hcd'
  kmsg 'usb 1-3: New USB device found, idVendor=046d, idProduct=c077, bcdDevice=72.00'
  kmsg 'usb 1-3: Product: USB Optical Mouse'
  kmsg 'usb 1-3: USB disconnect, device number 13'
  kmsg 'usb 1-3: new low-speed USB device number 14 using xhci_hcd'
  kmsg 'usb 1-3: New USB device found, idVendor=046d, idProduct=c077, bcdDevice=72.00'
  kmsg 'usb 1-3: Product: USB Optical Mouse'
  kmsg 'usb 1-3: USB disconnect, device number 14'
}
prove() { vitals; want any klog; want_rest; show 'kernel log' 'USB disconnect' pc dmesg; }
