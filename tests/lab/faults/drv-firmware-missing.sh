# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: The firmware of the Wi-Fi card is missing
# expect: drivers/firmware-missing
# layer: driver
# kind: simulated
# finding: iwlwifi found none of the firmware files it tried
# complaint: Wi-Fi is not there after the new installation.
# evidence: kernel log: no suitable firmware found
setup() {
  kmsg 'iwlwifi 0000:00:14.3: enabling device (0000 -> 0002)'
  kmsg 'iwlwifi 0000:00:14.3: Direct firmware load for iwlwifi-ty-a0-gf-a0-72.ucode failed with error -2'
  kmsg 'iwlwifi 0000:00:14.3: Direct firmware load for iwlwifi-ty-a0-gf-a0-71.ucode failed with error -2'
  kmsg 'iwlwifi 0000:00:14.3: no suitable firmware found!'
  kmsg 'iwlwifi 0000:00:14.3: minimum version required: iwlwifi-ty-a0-gf-a0-39'
}
prove() { vitals; want any klog; want_rest; show 'kernel log' 'no suitable firmware found' pc dmesg; }
