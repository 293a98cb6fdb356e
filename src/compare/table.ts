/** The table of facts, in the order in which they are told. */
import type { Recording } from '../contract.ts';
import { devices, modules } from './areas/devices.ts';
import { network } from './areas/network.ts';
import { packages, services } from './areas/software.ts';
import { storage } from './areas/storage.ts';
import { kernels, system } from './areas/system.ts';
import type { Fact, Row, RowReading } from './fact.ts';
import { lookInto } from './look.ts';

export const ROWS: readonly Row[] = [
  ...system,
  ...storage,
  ...network,
  ...devices,
  ...services,
  ...kernels,
  ...packages,
  ...modules,
];

/** By row: what is known of one computer. */
export type Facts = ReadonlyMap<Row, RowReading>;

/** `pool`: what is the same in many recordings is kept once. */
export const factsOf = async (recording: Recording, pool?: Map<string, Fact>): Promise<Facts> => {
  const look = lookInto(recording);
  const readings = ROWS.map(async (row): Promise<[Row, RowReading]> => {
    const reading = await row.read(look, recording);
    return [row, pool === undefined ? reading : pooled(reading, pool)];
  });
  return new Map(await Promise.all(readings));
};

const pooled = (reading: RowReading, pool: Map<string, Fact>): RowReading => {
  if (reading.status !== 'ok') return reading;
  const facts = [...reading.facts.values()].map((fact): [string, Fact] => {
    if (fact.room !== undefined) return [fact.key, fact];
    const name = JSON.stringify([fact.key, fact.value]);
    const before = pool.get(name) ?? fact;
    pool.set(name, before);
    return [before.key, before];
  });
  return { status: 'ok', facts: new Map(facts) };
};
