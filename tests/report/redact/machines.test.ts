/** Every computer of the collection: what is concluded from its redacted recording, and what redacting it again changes. */
import { describe, expect, test } from 'vitest';
import { checkIds, loadCheck } from '../../../checks/index.ts';
import type { Recording, Settings } from '../../../src/contract.ts';
import { examine } from '../../../src/examine.ts';
import { replay } from '../../../src/host/replay.ts';
import { compare } from '../../../src/report/bundle/compare.ts';
import { type RedactionLevel, redactor } from '../../../src/report/redact/redactor.ts';
import { machines } from '../../machines/index.ts';

const checks = await Promise.all(checkIds.map(loadCheck));
const common = { checks, language: 'en', version: '0' } as const;

const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};
/** What everybody's configuration contacts is nobody's secret, as in take.ts. */
const keep = checks.flatMap((check) => textsOf(check.settings));

interface Told {
  readonly recording: Recording;
  readonly settings: Readonly<Record<string, Settings>>;
}

const redacted = ({ recording, settings }: Told, level: RedactionLevel, fill: number): Told => {
  const hide = redactor({ key: Buffer.alloc(32, fill), keep, level });
  hide.learn(recording, settings);
  return { recording: hide.recording(recording), settings: hide.json(settings) };
};

const concluded = async ({ recording, settings }: Told) =>
  (await examine({ ...common, host: replay(recording), settings })).report;

/** Where a token of an address lies is no secret of its own, so it is hidden as any other: by intention. */
const withoutIpv4 = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g, 'A')
    .replace(/(?:\d{1,3}\.){4}in-addr/g, 'A.in-addr')
    .replace(/[0-9A-F]{8}(?=[:\\])/g, 'A');

describe.each(machines)('$name', (machine) => {
  const told = async (): Promise<Told> => {
    const settings = machine.settings ?? {};
    const { recording } = await examine({ ...common, host: machine.host(), settings });
    return { recording, settings };
  };

  test.each(['standard', 'strict'] as const)('%s: the same is found in what is redacted', async (level) => {
    const own = await told();
    expect(compare(await concluded(own), await concluded(redacted(own, level, 1)))).toEqual({ same: true });
  });

  test('redacting again changes nothing but addresses', async () => {
    const once = redacted(await told(), 'standard', 1);
    const lines = (one: Told) => withoutIpv4(one.recording).split('\\n');
    const [before, after] = [lines(once), lines(redacted(once, 'standard', 2))];
    expect(after.filter((line, at) => line !== before[at])).toEqual([]);
  });
});
