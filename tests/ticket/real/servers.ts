/**
 * Real help desks on this computer, from ../shared/helpdesks. `.ci/run` installs them; where they are not, the tests
 * say so and are skipped. Every test makes its own tickets, so that the servers are shared.
 */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Desk } from '../../../src/ticket/desk.ts';
import { makeRedmine } from '../../../src/ticket/desks/redmine.ts';
import { makeRt } from '../../../src/ticket/desks/rt.ts';
import { sharedDir } from '../../shared.ts';

export const KINDS = ['rt', 'redmine'] as const;
export type Kind = (typeof KINDS)[number];
export type Variables = Readonly<Record<string, string>>;

/** Where the scripts keep their servers: a test run has a temporary folder of its own. */
const common = { TMPDIR: process.env.TECHSUPPORT_HELPDESKS ?? '/tmp' };
export const serversFolder = `${common.TMPDIR}/techsupport-helpdesks`;

export const script = (name: string): string => sharedDir('helpdesks', `${name}.sh`);

export const ask = async (name: string, args: readonly string[], env: Variables = {}): Promise<string> => {
  const around = { ...process.env, ...common, ...env };
  return (await promisify(execFile)(script(name), args, { env: around })).stdout;
};

/** The values that a script exports; undefined where it has nothing yet. */
export const variables = (name: string, env: Variables = {}): Variables | undefined => {
  if (!existsSync(script(name))) return undefined;
  try {
    const around = { ...process.env, ...common, ...env };
    const said = execFileSync(script(name), ['env'], { env: around, encoding: 'utf8', stdio: 'pipe' });
    return Object.fromEntries(
      [...said.matchAll(/^export (\w+)=(.*)$/gm)].map(([, key, value]) => [key, value]),
    );
  } catch {
    return undefined;
  }
};

/** undefined, and loud about it, where one is missing. */
export const installed = (kind: Kind): Variables | undefined => {
  const found = variables(kind);
  if (found === undefined) console.warn(`SKIPPED: tests with a real ${kind} need ${script(kind)} install`);
  return found;
};

export const isInstalled = (program: string): boolean => {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn(`SKIPPED: tests with faults need ${program}: ${script('faults')} install`);
    return false;
  }
};

export const start = (kind: Kind, env: Variables = {}): Promise<string> => ask(kind, ['start'], env);

const exported = (values: Variables, name: string): string => {
  const value = values[name];
  if (value === undefined) throw new Error(`${name} is not exported`);
  return value;
};

export const addressOf = (kind: Kind, values: Variables): string =>
  exported(values, kind === 'rt' ? 'RT_URL' : 'REDMINE_URL');

export const tokenOf = (kind: Kind, values: Variables): string =>
  exported(values, kind === 'rt' ? 'RT_TOKEN' : 'REDMINE_API_KEY');

export const readerOf = (kind: Kind, values: Variables): string =>
  exported(values, kind === 'rt' ? 'RT_READER_TOKEN' : 'REDMINE_READER_API_KEY');

export interface Other {
  readonly url?: string;
  readonly token?: string;
  readonly place?: string;
  readonly caFile?: string;
  readonly answerTimeoutMs?: number;
}

/** As it stands in a configuration; the secret comes from a variable called TOKEN. */
export const settingsOf = (kind: Kind, values: Variables, { token: _, place, ...other }: Other = {}) => {
  const base = { url: addressOf(kind, values), secret: { env: 'TOKEN' }, ...other };
  return kind === 'rt'
    ? { kind, ...base, queue: place ?? 'Support' }
    : {
        kind,
        ...base,
        project: place ?? 'support',
        keyField: Number(values.REDMINE_CF_EXTERNAL_ID),
        categories: { connectivity: 3 },
      };
};

export const deskOf = (kind: Kind, values: Variables, other: Other = {}): Desk => {
  const settings = settingsOf(kind, values, other);
  const environment = { env: { TOKEN: other.token ?? tokenOf(kind, values) }, toolVersion: '0.1.0' };
  return settings.kind === 'rt' ? makeRt(settings, environment) : makeRedmine(settings, environment);
};

/** What the server holds of a key, asked without anything between. */
export const heldBy = async (desk: Desk, key: string) => {
  const signal = AbortSignal.timeout(60_000);
  const found = await desk.find?.(key, { signal });
  if (found === undefined || found.status === 'failed') throw new Error(`no look: ${JSON.stringify(found)}`);
  if (found.status === 'none') return { ids: [], files: [] };
  const listed = await desk.attachments?.(found.id, { signal });
  if (listed?.status !== 'ok') throw new Error(`no list: ${JSON.stringify(listed)}`);
  return { ids: [found.id, ...(found.others ?? [])], files: listed.value };
};
