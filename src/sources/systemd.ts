/** What systemd manages: its units, how each is doing, and what it said last. */
import { family, source, Unreadable, unparsable } from '../contract.ts';
import { parseJournal } from './journal.ts';
import { refuseCut } from './whole.ts';

export interface Unit {
  /** `cups.service` */
  readonly name: string;
  /** `loaded`, `not-found`, `masked`, `error`, `bad-setting` */
  readonly load: string;
  /** `active`, `inactive`, `failed`, `activating`, `deactivating`, `reloading`, `maintenance` */
  readonly active: string;
  /** `running`, `exited`, `dead`, `auto-restart`, `mounted` … */
  readonly sub: string;
  readonly description: string;
}

/**
 * Every unit in memory but devices, slices and scopes, stopped ones too: one call, without root. The
 * columns are asked for rather than JSON, which systemd below 246 does not know: the first four are
 * never translated and hold no blanks. Whether a unit is enabled costs ten times as much: see `unitDetail`.
 */
export const units = source({
  id: 'systemd.units',
  os: ['linux'],
  request: {
    kind: 'exec',
    argv: [
      'systemctl',
      'list-units',
      '--all',
      '--full',
      '--plain',
      '--no-legend',
      '--no-pager',
      '--type=service,timer,socket,mount,automount,swap,target,path',
    ],
  },
  parse: (raw): readonly Unit[] => {
    refuseCut(raw);
    const listed = parseUnits(answered(raw));
    // A systemd that runs has its own targets; in a chroot it says nothing and calls that success.
    if (listed.length === 0) throw new Unreadable('failed', raw.stderr.trim() || 'no units were listed');
    return listed;
  },
});

/** Columns with or without the mark that older versions put before a failed unit, and with or without the legend. */
export const parseUnits = (text: string): readonly Unit[] => {
  const found: Unit[] = [];
  for (const line of text.split('\n')) {
    if (/^\s*UNIT\s+LOAD\s/.test(line)) continue;
    // The legend of interactive use begins after an empty line.
    if (line.trim() === '') {
      if (found.length > 0) break;
      continue;
    }
    const columns = /^[●○×↻*x]?\s*(\S+\.[a-z]+)\s+([a-z-]+)\s+([a-z]+)\s+([a-z0-9-]+)(?:\s+(.*?))?\s*$/.exec(
      line,
    );
    if (columns === null) throw unparsable(line);
    const [, name = '', load = '', active = '', sub = '', description = ''] = columns;
    found.push({ name, load, active, sub, description });
  }
  return found;
};

/** Printed where another program is process 1: not a fault, and nothing to see. */
const NOT_BOOTED = /System has not been booted with systemd|Running in chroot/;

const answered = ({
  stdout,
  stderr,
  exitCode,
}: {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}): string => {
  if (NOT_BOOTED.test(stderr)) throw new Unreadable('absent', 'systemd does not run here');
  if (exitCode !== 0)
    throw new Unreadable('failed', stderr.trim().split('\n')[0] || `exit ${exitCode ?? 'by a signal'}`);
  return stdout;
};

export interface UnitDetail {
  readonly load: string;
  readonly active: string;
  readonly sub: string;
  /** `enabled`, `disabled`, `masked`, `static` … ; null where there is no unit file. */
  readonly enabled: string | null;
  /** `success`, `exit-code`, `signal`, `timeout`, `start-limit-hit`, `oom-kill` … */
  readonly result: string | null;
  /** Automatic restarts since it was started; null before systemd 235 and for what is no service. */
  readonly restarts: number | null;
  readonly exitStatus: number | null;
}

const PROPERTIES = 'LoadState,ActiveState,SubState,UnitFileState,Result,NRestarts,ExecMainStatus';

export const unitDetail = family('systemd.unit', 'unit', (name) =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'exec', argv: ['systemctl', 'show', `--property=${PROPERTIES}`, '--', name] },
    parse: (raw) => parseUnitDetail(answered(raw)),
  }),
);

export const parseUnitDetail = (text: string): UnitDetail => {
  const values: Record<string, string> = Object.create(null);
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const found = /^([A-Za-z]+)=(.*)$/.exec(line);
    if (found === null) throw unparsable(line);
    values[found[1] ?? ''] = (found[2] ?? '').trim();
  }
  const { LoadState: load, ActiveState: active, SubState: sub } = values;
  if (!load || !active || !sub) throw unparsable(text.trim() || 'nothing was printed');
  return {
    load,
    active,
    sub,
    enabled: values.UnitFileState || null,
    result: values.Result || null,
    restarts: countOf(values.NRestarts),
    exitStatus: countOf(values.ExecMainStatus),
  };
};

const countOf = (text: string | undefined): number | null => {
  if (text === undefined || text === '') return null;
  if (!/^\d{1,9}$/.test(text)) throw unparsable(text);
  return Number(text);
};

/** What a unit said last in this start, oldest first. */
export const unitLog = family('systemd.log', 'unit', (name) =>
  source({
    id: '',
    os: ['linux'],
    request: {
      kind: 'exec',
      argv: [
        'journalctl',
        '--boot',
        `--unit=${name}`,
        '--lines=10',
        '--output=json',
        '--output-fields=MESSAGE,PRIORITY,SYSLOG_IDENTIFIER',
        '--no-pager',
      ],
    },
    parse: (raw) => parseJournal(raw),
  }),
);
