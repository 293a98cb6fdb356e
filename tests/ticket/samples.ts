import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Pace } from '../../src/ticket/pace.ts';

export { draft } from './draft.ts';

export const tempFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'techsupport-ticket-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Bytes that hold line ends and dashes as a real archive may. */
export const makeBundle = (folder: string, bytes = 50_000): string => {
  const path = join(folder, 'techsupport-2026-01-01.tar.gz');
  writeFileSync(path, Buffer.concat([Buffer.from('\r\n--techsupport-\r\n\r\n'), randomBytes(bytes)]));
  return path;
};

/** Sleeps pass at once and are noted. */
export const fastPace = (): Pace & { readonly slept: number[] } => {
  const slept: number[] = [];
  let passed = 0;
  return {
    slept,
    nowMs: () => 1_770_000_000_000 + passed,
    elapsedMs: () => passed,
    sleep: async (ms) => {
      slept.push(ms);
      passed += ms;
    },
    random: () => 0.5,
  };
};

export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

export const textBelow = (folder: string): string =>
  filesBelow(folder)
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');
