# shellcheck shell=bash disable=SC2034,SC2086,SC2016
# title: The battery does not charge although the mains are connected
# expect: hardware/battery-not-charging
# layer: hardware
# kind: simulated
# finding: the battery discharges at 31 % with the mains connected
# complaint: It goes off although it is plugged in.
# evidence: /sys/class/power_supply: BAT0 Discharging, AC online 1
pre() {
  local b=power_supply/BAT0 kv
  for kv in type=Battery status=Discharging present=1 technology=Li-ion manufacturer=LAB model_name=LAB1 capacity=31 capacity_level=Normal \
            energy_full=48000000 energy_full_design=50000000 energy_now=15000000 power_now=9000000 cycle_count=113 voltage_now=11800000; do
    sysclass "$b/${kv%%=*}" "${kv#*=}"
  done
  sysclass power_supply/AC/type Mains; sysclass power_supply/AC/online 1
}
prove() { vitals; want_rest; show 'status' 'Discharging' pc cat /sys/class/power_supply/BAT0/status; }
