# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: The SSD reports that it is no longer reliable
# expect: hardware/nvme-critical-warning
# also: hardware/disk-smart-failing hardware/disk-smart-predictive
# layer: hardware
# kind: simulated
# finding: nvme0 has critical warning 0x04: its reliability is degraded
# complaint: It got slow, and some files are damaged.
# evidence: smartctl: critical_warning 4
setup() {
  pc_tool smartctl <<-'X'
	#!/bin/sh
	case " $* " in
	*' --scan'*) echo '/dev/nvme0 -d nvme # /dev/nvme0, NVMe device'; exit 0 ;;
	esac
	cat <<'J'
	{"smartctl":{"version":[7,3],"exit_status":8},"device":{"name":"/dev/nvme0","type":"nvme","protocol":"NVMe"},"model_name":"LABNVME 1T","serial_number":"LAB0002","smart_status":{"passed":false,"nvme":{"value":4}},"nvme_smart_health_information_log":{"critical_warning":4,"temperature":41,"available_spare":100,"available_spare_threshold":10,"percentage_used":12,"media_errors":3017,"num_err_log_entries":3100},"temperature":{"current":41}}
	J
	exit 8
	X
}
prove() { vitals; want_rest; show 'warning' 'critical_warning' pc smartctl -j -a /dev/nvme0; }
