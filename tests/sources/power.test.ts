import { describe, expect, test } from 'vitest';
import type { Raw } from '../../src/contract.ts';
import { type PowerSupply, powerSupplies } from '../../src/sources/power.ts';

const read = (folders: Record<string, Record<string, string>>): readonly PowerSupply[] => {
  const entries = Object.fromEntries(
    Object.entries(folders).map(([name, texts]) => [
      name,
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, { text: `${text}\n` }])),
    ]),
  );
  const way = powerSupplies.on.linux;
  if (way === undefined) throw new Error('not read on Linux');
  return way.parse({ entries } satisfies Raw['attributes'], way.request);
};

// the lab's worn battery: µWh
const WORN = {
  type: 'Battery',
  status: 'Discharging',
  present: '1',
  capacity: '96',
  energy_full: '15500000',
  energy_full_design: '50000000',
  cycle_count: '1143',
  model_name: 'LAB1',
};

describe('power supplies of sysfs', () => {
  test('a battery in energy, a battery in charge, a charger', () => {
    const charge = { type: 'Battery', charge_full: '4000000', charge_full_design: '5000000' };
    expect(read({ AC: { type: 'Mains', online: '1' }, BAT0: WORN, BAT1: charge })).toMatchObject([
      { kind: 'charger', name: 'AC', online: true },
      {
        kind: 'battery',
        status: 'discharging',
        full: 15_500,
        design: 50_000,
        unit: 'mWh',
        cycles: 1143,
        percent: 96,
      },
      {
        kind: 'battery',
        status: 'unknown',
        full: 4000,
        design: 5000,
        unit: 'mAh',
        cycles: null,
        present: true,
      },
    ]);
  });

  test('the battery of a mouse is not the computer’s', () => {
    expect(read({ hidpp_battery_0: { type: 'Battery', scope: 'Device' } })).toMatchObject([{ of: 'device' }]);
  });

  test('a limit that somebody set, and none', () => {
    const limits = { charge_control_end_threshold: '80', charge_control_start_threshold: '75' };
    expect(read({ BAT0: { ...WORN, ...limits } })).toMatchObject([{ limitPct: 80, startPct: 75 }]);
    const full = { charge_control_end_threshold: '100', charge_control_start_threshold: '0' };
    expect(read({ BAT0: { ...WORN, ...full } })).toMatchObject([{ limitPct: null, startPct: null }]);
  });

  test('what is no number is not guessed, and what has no type is nothing', () => {
    expect(() => read({ BAT0: { ...WORN, energy_full: 'lots' } })).toThrow('energy_full lots');
    expect(read({ odd: { online: '1' } })).toEqual([]);
  });
});
