/** What system_profiler -json tells of a MacBook, by the sections that are asked for. */
import type { Answer } from '../../../../src/contract.ts';
import { json } from '../../../evidence/evidence.ts';

const AIRPORT = {
  SPAirPortDataType: [
    {
      spairport_airport_interfaces: [
        {
          _name: 'en0',
          spairport_status_information: 'spairport_status_connected',
          spairport_current_network_information: {
            _name: 'home',
            spairport_network_rate: 866,
            spairport_signal_noise: '-48 dBm / -92 dBm',
          },
        },
      ],
    },
  ],
};

const speakers = {
  _name: 'MacBook Pro Speakers',
  coreaudio_default_audio_output_device: 'spaudio_yes',
  coreaudio_default_audio_system_device: 'spaudio_yes',
  coreaudio_device_output: 2,
  coreaudio_device_srate: 48_000,
  coreaudio_device_transport: 'coreaudio_device_type_builtin',
};

const microphone = {
  _name: 'MacBook Pro Microphone',
  coreaudio_default_audio_input_device: 'spaudio_yes',
  coreaudio_device_input: 1,
  coreaudio_device_srate: 48_000,
  coreaudio_device_transport: 'coreaudio_device_type_builtin',
};

export interface Health {
  readonly smart?: string;
  readonly battery?: string;
  readonly capacity?: string;
}

const storage = ({ smart = 'Verified', battery = 'Good', capacity = '91%' }: Health) => ({
  SPStorageDataType: [
    {
      _name: 'Macintosh HD',
      bsd_name: 'disk3s1s1',
      mount_point: '/',
      physical_drive: { device_name: 'APPLE SSD AP0512Q', medium_type: 'ssd', smart_status: smart },
    },
  ],
  SPMemoryDataType: [{ _name: 'Memory Slots', _items: [{ _name: 'BANK 0/DIMM0', dimm_status: 'ok' }] }],
  SPPowerDataType: [
    {
      sppower_battery_health_info: {
        sppower_battery_cycle_count: 144,
        sppower_battery_health: battery,
        sppower_battery_health_maximum_capacity: capacity,
      },
      sppower_battery_charge_info: {
        sppower_battery_is_charging: 'FALSE',
        sppower_battery_fully_charged: 'TRUE',
        sppower_battery_state_of_charge: 100,
      },
      sppower_ac_charger_information: {
        sppower_battery_charger_connected: 'TRUE',
        sppower_ac_charger_watts: '61',
      },
    },
  ],
});

/** macOS 26 names USB by host controllers, older ones by buses. */
const outside = (version: string) => ({
  ...(Number.parseInt(version, 10) >= 26
    ? { SPUSBHostDataType: [{ _name: 'USB31Bus', _items: [] }], SPUSBDataType: [] }
    : { SPUSBDataType: [{ _name: 'USB31Bus', _items: [] }] }),
  SPBluetoothDataType: [
    { controller_properties: { controller_state: 'attrib_on' }, device_not_connected: [] },
  ],
  SPDisplaysDataType: [
    {
      _name: 'kHW_AppleM1Item',
      spdisplays_ndrvs: [
        {
          _name: 'Color LCD',
          '_spdisplays_display-vendor-id': '610',
          spdisplays_connection_type: 'spdisplays_internal',
        },
      ],
    },
  ],
});

/** By the sections that are asked for. */
export const profiler =
  (version: string, health: Health = {}) =>
  (argv: readonly string[]): Answer =>
    json(
      argv.includes('SPApplicationsDataType')
        ? {
            SPApplicationsDataType: [
              { _name: 'Safari', path: '/Applications/Safari.app', arch_kind: 'arch_arm_i64' },
            ],
          }
        : argv.includes('SPAirPortDataType')
          ? AIRPORT
          : argv.includes('SPAudioDataType')
            ? { SPAudioDataType: [{ _name: 'coreaudio_device', _items: [speakers, microphone] }] }
            : argv.includes('SPStorageDataType')
              ? storage(health)
              : outside(version),
    );
