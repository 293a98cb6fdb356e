# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: The disk passes its own test and has unreadable sectors
# expect: hardware/disk-smart-predictive
# layer: hardware
# kind: simulated
# finding: sda has 24 sectors that wait for another attempt although its status is PASSED
# complaint: It takes long to open some folders.
# evidence: smartctl: PASSED, Current_Pending_Sector 24
setup() {
  pc_tool smartctl <<-'X'
	#!/bin/sh
	case " $* " in
	*' --scan'*) echo '/dev/sda -d sat # /dev/sda [SAT], ATA device'; exit 0 ;;
	esac
	cat <<'J'
	{"smartctl":{"version":[7,3],"exit_status":0},"device":{"name":"/dev/sda","type":"sat","protocol":"ATA"},"model_name":"LABDISK 500","serial_number":"LAB0001","smart_status":{"passed":true},"temperature":{"current":38},"ata_smart_attributes":{"table":[{"id":1,"name":"Raw_Read_Error_Rate","value":117,"worst":99,"thresh":6,"when_failed":"","raw":{"value":200674827,"string":"200674827"}},{"id":197,"name":"Current_Pending_Sector","value":100,"worst":100,"thresh":0,"when_failed":"","raw":{"value":24,"string":"24"}},{"id":198,"name":"Offline_Uncorrectable","value":100,"worst":100,"thresh":0,"when_failed":"","raw":{"value":24,"string":"24"}}]}}
	J
	X
}
prove() { vitals; want_rest; show 'pending' 'Current_Pending_Sector' pc smartctl -j -a /dev/sda; }
