/** The configuration of a run: found, read, validated. */
import { resolve } from 'node:path';
import type { Language, Settings } from '../contract.ts';
import type { DeskSettings } from '../ticket/desks.ts';
import type { SecretSource } from '../ticket/secret.ts';
import { find, type Surroundings } from './find.ts';

export interface Config {
  /** Absent where there is no configuration: then everything else is absent or empty too. */
  readonly file?: string;
  readonly language?: Language;
  /** Seconds, for the whole run. */
  readonly timeout?: number;
  readonly failOn?: 'warning' | 'critical';
  /** Conversations for screen readers: nothing moves, nothing is redrawn. */
  readonly accessible?: boolean;
  readonly checks?: readonly string[];
  /** By module, complete: the defaults and what was changed. */
  readonly settings: Readonly<Record<string, Settings>>;
  /** By name, in the order of the file. */
  readonly desks?: Readonly<Record<string, DeskSettings>>;
  /** Of who files tickets here. */
  readonly contact?: { readonly name: string; readonly email: string; readonly phone: string };
  /** Where the key is to be had that support signs its requests with. */
  readonly requestKey?: SecretSource;
  /** Decision trees of one's own, as they stand there, or files with one each: src/config/trees.ts reads them. */
  readonly trees?: readonly unknown[];
  readonly redact: RedactConfig;
  readonly report: ReportConfig;
  /** Whether runs are remembered on this disk. */
  readonly history: 'on' | 'off';
  /** Files that were found and passed over, because they belong to somebody else. */
  readonly distrusted: readonly string[];
}

export interface RedactConfig {
  readonly keep: readonly string[];
  readonly words: readonly string[];
  readonly level: 'standard' | 'strict';
  /** Hardware addresses keep who made the device. */
  readonly keepVendors: boolean;
  /** Whether what stands for what is kept on this disk. */
  readonly tokens: 'keep' | 'forget';
  /** Encrypts that. */
  readonly passphrase?: SecretSource | undefined;
}

export interface ReportConfig {
  /** Public keys of age that every report is encrypted for. */
  readonly encryptTo: readonly string[];
  /** Of the form that opens a ticket: `https://github.com/owner/repository/issues/new`. */
  readonly url?: string | undefined;
}

export interface LoadOptions extends Surroundings {
  /** Named by the user: then it must be there. */
  readonly named?: string;
  readonly checkIds: readonly string[];
  readonly defaultsOf: (checkId: string) => Promise<Settings>;
  readonly language: Language;
}

/** Where there is none, nothing that could read one is loaded. */
export const loadConfig = async (options: LoadOptions): Promise<Config> => {
  const { named, cwd } = options;
  const found = named === undefined ? await find(options) : { path: resolve(cwd, named), distrusted: [] };
  const none: Config = {
    settings: {},
    redact: { keep: [], words: [], level: 'standard', keepVendors: false, tokens: 'keep' },
    report: { encryptTo: [] },
    history: 'on',
    distrusted: found.distrusted,
  };
  if (found.path === undefined) return none;
  const { readConfig } = await import('./read.ts');
  return { ...none, ...(await readConfig(found.path, options)), file: found.path };
};
