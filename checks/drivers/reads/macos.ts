/** macOS: system extensions that wait for a yes, extensions of the kernel, and hangs of the graphics. */
import { source, Unreadable, unparsable } from '../../../src/contract.ts';

export interface SystemExtension {
  readonly bundle: string;
  readonly name: string;
  /** `activated enabled`, `activated waiting for user`. */
  readonly state: string;
}

export const systemExtensions = source({
  id: 'drivers.system-extensions',
  os: ['darwin'],
  request: { kind: 'exec', argv: ['systemextensionsctl', 'list'] },
  parse: ({ stdout, stderr, exitCode }) => {
    if (exitCode !== 0) throw new Unreadable('failed', stderr.trim().split('\n')[0] || `exit ${exitCode}`);
    return parseSystemExtensions(stdout);
  },
});

/** `*\t*\tTEAM\tbundle (1.0/1)\tName\t[activated enabled]`; the first line counts them. */
export const parseSystemExtensions = (text: string): readonly SystemExtension[] => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (!/^\d+ extension\(s\)/.test(lines[0] ?? '')) throw unparsable(lines[0] ?? 'nothing was printed');
  return lines.slice(1).flatMap((line) => {
    if (line.startsWith('---') || line.startsWith('enabled\t')) return [];
    const state = /\[([^\]]{1,80})\]\s*$/.exec(line)?.[1];
    const fields = line.split('\t');
    const bundle = /^([^\s(]{1,200}) \(/.exec(fields.find((field) => / \(.*\)$/.test(field)) ?? '')?.[1];
    if (state === undefined || bundle === undefined) throw unparsable(line);
    return [{ bundle, name: fields.at(-2)?.trim() || bundle, state }];
  });
};

/** Extensions in the kernel that Apple did not make. */
export const foreignExtensions = source({
  id: 'drivers.kernel-extensions',
  os: ['darwin'],
  cost: 'slow',
  request: { kind: 'exec', argv: ['kmutil', 'showloaded', '--list-only'] },
  parse: ({ stdout, stderr, exitCode }) => {
    if (exitCode !== 0) throw new Unreadable('failed', stderr.trim().split('\n')[0] || `exit ${exitCode}`);
    return parseExtensions(stdout).filter(({ bundle }) => !bundle.startsWith('com.apple.'));
  },
});

export interface KernelExtension {
  readonly bundle: string;
  readonly version: string;
}

/** `  153    0 0xffffff7fa4c5f000 0x5000     0x5000     com.vendor.driver (1.0.0) UUID <8 6 5 3>`, also with a headline. */
export const parseExtensions = (text: string): readonly KernelExtension[] => {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^(?:Index\s|No variant specified)/.test(line.trim()));
  // The kernel's own parts are always among them.
  if (lines.length === 0) throw unparsable('no extensions at all');
  return lines.map((line) => {
    const found =
      /^\s*\d+\s+\d+\s+(?:0x[0-9a-f]+|0)\s+(?:0x[0-9a-f]+|0)\s+(?:0x[0-9a-f]+|0)\s+(\S{1,200}) \(([^)]{0,80})\)/i.exec(
        line,
      );
    if (found === null) throw unparsable(line);
    return { bundle: found[1] ?? '', version: found[2] ?? '' };
  });
};

/** Days (`2026-11-20`) of reports on a graphics processor that was started anew. */
export const graphicsReports = source({
  id: 'drivers.graphics-reports',
  os: ['darwin'],
  request: { kind: 'list', path: '/Library/Logs/DiagnosticReports' },
  parse: ({ names }) =>
    names.flatMap((name) => {
      if (!/gpuRestart|^gpuEvent-/.test(name)) return [];
      return /(\d{4}-\d{2}-\d{2})-\d{6}/.exec(name)?.[1] ?? [];
    }),
});
