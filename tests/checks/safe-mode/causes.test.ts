/** What is normal in safe mode steps back behind it, whichever check found it. */
import { expect, test } from 'vitest';
import { checkIds, loadCheck } from '../../../checks/index.ts';
import { link } from '../../../src/cause.ts';
import type { AnyFinding, CatalogueEntry } from '../../../src/contract.ts';
import { ok } from '../../facts.ts';
import { look, unit } from './machine.ts';

const checks = await Promise.all(checkIds.map(loadCheck));
const catalogue: Readonly<Record<string, CatalogueEntry>> = Object.assign(
  {},
  ...checks.map((check) => check.catalogue),
);

const plain = (code: string, subject?: string): AnyFinding => ({
  code,
  severity: 'critical',
  params: {},
  evidence: [],
  ...(subject !== undefined && { subject }),
});

test('sound, printing and services are consequences of rescue mode, a failing disk is none', () => {
  const mode = look({
    commandLine: ok(['single']),
    units: ok([unit('rescue.target'), unit('cups.service', 'failed', 'failed')]),
  }).findings;
  const others = [
    plain('audio/service-down'),
    plain('printing/spooler-stopped', 'cups.service'),
    plain('hardware/disk-smart-failing'),
  ];
  const causes = link([...mode, ...others], catalogue);
  const roots = [...causes].filter(([, { causedBy }]) => causedBy.length === 0).map(([{ code }]) => code);
  expect(roots).toEqual(['safe-mode/safe-mode-active', 'hardware/disk-smart-failing']);
});

test('a setting that keeps it in safe mode is the cause of safe mode', () => {
  const found = look({
    commandLine: ok(['single']),
    units: ok([unit('rescue.target')]),
    grubWords: ok(['single']),
  }).findings;
  const causes = link(found, catalogue);
  expect([...causes].filter(([, { causedBy }]) => causedBy.length === 0).map(([{ code }]) => code)).toEqual([
    'safe-mode/safeboot-flag-stuck',
  ]);
});

test('the guard of an encrypted disk is critical beside what changes the start', () => {
  expect(catalogue['safe-mode/encryption-guard']?.criticalBeside).toContain('safe-mode/safeboot-flag-stuck');
});
