/** /etc/os-release: shell assignments, as os-release(5) describes them. */
import { unparsable } from '../contract.ts';

export interface OsRelease {
  readonly id: string;
  /** Distributions it descends from: `debian` for Ubuntu. */
  readonly like: readonly string[];
  readonly name: string;
  readonly version: string | null;
  readonly codename: string | null;
  /** `YYYY-MM-DD`, where the maker states the end of support. */
  readonly supportEnd: string | null;
  readonly variant: string | null;
}

export const parseOsRelease = (text: string): OsRelease => {
  const values = parseAssignments(text);
  const id = values.ID ?? (values.NAME === undefined ? undefined : 'linux');
  if (id === undefined) throw unparsable(text);
  return {
    id,
    like: (values.ID_LIKE ?? '').split(/\s+/).filter((word) => word !== ''),
    name: values.PRETTY_NAME ?? values.NAME ?? id,
    version: values.VERSION_ID ?? null,
    codename: values.VERSION_CODENAME ?? null,
    supportEnd: values.SUPPORT_END ?? null,
    variant: values.VARIANT_ID ?? null,
  };
};

/** `NAME=value` lines with shell quoting; throws on the first line that is none. */
export const parseAssignments = (text: string): Readonly<Record<string, string>> => {
  const values: Record<string, string> = Object.create(null);
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*(#|$)/.test(line)) continue;
    const found = /^([A-Za-z_][A-Za-z0-9_]*)=(.*?)\s*$/.exec(line);
    const value = found === null ? null : unquote(found[2] ?? '');
    if (found === null || value === null) throw unparsable(line);
    values[found[1] ?? ''] = value;
  }
  return values;
};

const unquote = (text: string): string | null => {
  const double = /^"((?:[^"\\]|\\.)*)"$/.exec(text);
  if (double !== null) return (double[1] ?? '').replace(/\\(["$`\\])/g, '$1');
  const single = /^'([^']*)'$/.exec(text);
  if (single !== null) return single[1] ?? '';
  return /^[^\s"'`$;&|<>()]*$/.test(text) ? text : null;
};
