# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: A healthy disk with a raw read error rate of millions
# expect: none
# layer: healthy
# kind: healthy
# finding: nothing
# complaint: none
# evidence: smartctl: PASSED, a raw read error rate that is normal for its maker
setup() {
  pc_tool smartctl <<-'X'
	#!/bin/sh
	case " $* " in
	*' --scan'*) echo '/dev/sda -d sat # /dev/sda [SAT], ATA device'; exit 0 ;;
	esac
	cat <<'J'
	{"smartctl":{"version":[7,3],"exit_status":0},"device":{"name":"/dev/sda","type":"sat","protocol":"ATA"},"model_name":"LABDISK 500","serial_number":"LAB0001","smart_status":{"passed":true},"temperature":{"current":38},"ata_smart_attributes":{"table":[{"id":1,"name":"Raw_Read_Error_Rate","value":117,"worst":99,"thresh":6,"when_failed":"","raw":{"value":200674827,"string":"200674827"}},{"id":7,"name":"Seek_Error_Rate","value":87,"worst":60,"thresh":30,"when_failed":"","raw":{"value":523986014,"string":"523986014"}},{"id":197,"name":"Current_Pending_Sector","value":100,"worst":100,"thresh":0,"when_failed":"","raw":{"value":0,"string":"0"}},{"id":199,"name":"UDMA_CRC_Error_Count","value":200,"worst":199,"thresh":0,"when_failed":"","raw":{"value":3,"string":"3"}}]}}
	J
	X
}
prove() { vitals; want_rest; show 'raw' 'Raw_Read_Error_Rate' pc smartctl -j -a /dev/sda; }
