/** The events that every Windows writes, and those of a fault. */
import { NOW } from '../net.ts';
import { type Tongue, WORDS, type Words } from './words.ts';

export const LOGS = [
  'System',
  'Application',
  'Microsoft-Windows-Dhcp-Client/Admin',
  'Microsoft-Windows-WLAN-AutoConfig/Operational',
  'Microsoft-Windows-Diagnostics-Performance/Operational',
  'Microsoft-Windows-PrintService/Admin',
  'Microsoft-Windows-Windows Defender/Operational',
  'Microsoft-Windows-CodeIntegrity/Operational',
];

export interface Event {
  readonly log?: string;
  readonly provider: string;
  readonly id: number;
  readonly data?: readonly (readonly [name: string, value: string])[];
  readonly hoursAgo: number;
}

/** Diagnostics-Performance and Defender are for administrators: an ordinary user is refused. */
export const eventBatch = (...events: readonly Event[]) => ({
  logs: LOGS.map((log) => ({ log, state: /Diagnostics-Performance/.test(log) ? 'denied' : 'ok' })),
  events: events.map(({ log = 'System', provider, id, data = [], hoursAgo }) => ({
    log,
    provider,
    id,
    at: new Date(NOW - hoursAgo * 3_600_000).toISOString(),
    data: data.map(([n, v]) => ({ n, v })),
  })),
});

/** What every Windows writes when it starts and goes to sleep. */
export const ordinaryEvents = (words: Words): readonly Event[] => [
  { provider: 'EventLog', id: 6005, hoursAgo: 5 },
  { provider: 'Microsoft-Windows-Kernel-Boot', id: 27, data: [['BootType', '1']], hoursAgo: 5 },
  { provider: 'EventLog', id: 6006, hoursAgo: 14 },
  {
    provider: 'User32',
    id: 1074,
    data: [
      ['param1', 'C:\\Windows\\System32\\RuntimeBroker.exe (LAPTOP)'],
      ['param5', words.off],
    ],
    hoursAgo: 14,
  },
  {
    provider: 'Microsoft-Windows-WindowsUpdateClient',
    id: 19,
    data: [['updateTitle', words.update]],
    hoursAgo: 6,
  },
  // Once in a month a service stops and is started again.
  {
    provider: 'Service Control Manager',
    id: 7031,
    data: [
      ['param1', words.service],
      ['param2', '1'],
    ],
    hoursAgo: 400,
  },
];

export const eventsAnd = (tongue: Tongue, ...more: readonly Event[]) =>
  eventBatch(...more, ...ordinaryEvents(WORDS[tongue]));
