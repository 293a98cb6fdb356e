/** What the sound server of the user's session says: PulseAudio, or PipeWire speaking its language. */
import { family, type Raw, source, Unreadable, unparsable } from '../../src/contract.ts';
import { refuseCut } from '../../src/sources/whole.ts';
import { pipewireDefaults, pipewireServer } from './pipewire.ts';

export interface SoundServer {
  readonly sinks: readonly Endpoint[];
  /** Microphones and line inputs, and the echo of every output (`monitor`). */
  readonly sources: readonly Endpoint[];
  readonly cards: readonly Card[];
  readonly recorders: readonly Recorder[];
}

export interface Endpoint {
  readonly index: number;
  readonly name: string;
  readonly description: string;
  readonly isMuted: boolean;
  /** Of the loudest channel. */
  readonly volumePct: number;
  /** Of the plug in use: null where the hardware does not say whether something is plugged in. */
  readonly isPlugged: boolean | null;
  readonly properties: Readonly<Record<string, string>>;
}

export interface Card {
  readonly name: string;
  readonly description: string;
  readonly activeProfile: string;
}

/** A program that records, and from which source. */
export interface Recorder {
  readonly program: string;
  readonly sourceIndex: number | null;
}

export interface Defaults {
  /** False: nobody answers. */
  readonly running: boolean;
  /** `PulseAudio (on PipeWire 1.4.2)` */
  readonly server: string;
  readonly sink: string | null;
  readonly source: string | null;
}

/** The text form: JSON came with 15.99, and this one is the same in every version, under C. */
export const soundServer = family('audio.server', 'user', () =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'exec', argv: ['pactl', 'list'], timeoutMs: 3000 },
    parse: (raw) => {
      refuseCut(raw);
      refuseFailed(raw);
      return parsePactlList(raw.stdout);
    },
    otherwise: pipewireServer,
  }),
);

export const soundDefaults = family('audio.defaults', 'user', () =>
  source({
    id: '',
    os: ['linux'],
    request: { kind: 'exec', argv: ['pactl', 'info'], timeoutMs: 3000 },
    parse: (raw): Defaults => {
      if (/Connection (refused|terminated)/.test(raw.stderr)) {
        return { running: false, server: '', sink: null, source: null };
      }
      refuseFailed(raw);
      return parsePactlInfo(raw.stdout);
    },
    otherwise: pipewireDefaults,
  }),
);

const refuseFailed = ({ exitCode, stderr }: Raw['exec']): void => {
  if (exitCode === 0) return;
  const why = stderr.trim().split('\n')[0] ?? '';
  throw new Unreadable(/access denied/i.test(why) ? 'denied' : 'failed', why || `exit ${exitCode}`);
};

export const parsePactlInfo = (text: string): Defaults => {
  const of = (label: string): string | null => {
    const line = text.split('\n').find((one) => one.startsWith(`${label}: `));
    return line === undefined ? null : line.slice(label.length + 2).trim();
  };
  const server = of('Server Name');
  if (server === null) throw unparsable(text.trim() || 'nothing was printed');
  return { running: true, server, sink: chosen(of('Default Sink')), source: chosen(of('Default Source')) };
};

/** PipeWire without its session manager names its own placeholder. */
const chosen = (name: string | null): string | null =>
  name === null || name === '' || name === 'n/a' || name.startsWith('@DEFAULT_') ? null : name;

interface Section {
  readonly kind: string;
  readonly index: number;
  readonly fields: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, string>>;
  /** Lines below `Ports:`. */
  readonly ports: readonly string[];
}

export const parsePactlList = (text: string): SoundServer => {
  const sections = sectionsOf(text);
  const of = (kind: string): readonly Section[] => sections.filter((one) => one.kind === kind);
  if (sections.length === 0) throw unparsable(text.trim() || 'nothing was printed');
  return {
    sinks: of('Sink').map(endpointOf),
    sources: of('Source').map(endpointOf),
    cards: of('Card').map(({ fields, properties }) => ({
      name: fields.Name ?? '',
      description: properties['device.description'] ?? fields.Name ?? '',
      activeProfile: fields['Active Profile'] ?? '',
    })),
    recorders: of('Source Output').flatMap(recorderOf),
  };
};

const HEADER = /^(Module|Sink|Source|Sink Input|Source Output|Client|Card|Sample) #(\d+)$/;

const sectionsOf = (text: string): readonly Section[] => {
  const sections: {
    kind: string;
    index: number;
    fields: Record<string, string>;
    properties: Record<string, string>;
    ports: string[];
  }[] = [];
  let list = '';
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const header = HEADER.exec(line);
    if (header !== null) {
      const fields: Record<string, string> = Object.create(null);
      const properties: Record<string, string> = Object.create(null);
      sections.push({ kind: header[1] ?? '', index: Number(header[2]), fields, properties, ports: [] });
      list = '';
      continue;
    }
    const section = sections.at(-1);
    // Values may hold line breaks of their own; a heading in another language is another matter.
    if (section === undefined || (/^\S.* #\d+$/.test(line) && list === '')) throw unparsable(line);
    const field = /^\t([A-Z][A-Za-z ]*): ?(.*)$/.exec(line);
    if (field !== null) {
      list = field[2] === '' ? (field[1] ?? '') : '';
      section.fields[field[1] ?? ''] = field[2] ?? '';
      continue;
    }
    const property = list === 'Properties' ? /^\t\t([\w.-]+) = "(.*)"$/.exec(line) : null;
    if (property !== null) section.properties[property[1] ?? ''] = property[2] ?? '';
    else if (list === 'Ports' && /^\t\t\S/.test(line)) section.ports.push(line.trim());
  }
  return sections;
};

const endpointOf = ({ kind, index, fields, properties, ports }: Section): Endpoint => {
  const { Name: name, Mute: mute, Volume: volume = '' } = fields;
  const levels = [...volume.matchAll(/(\d{1,5})%/g)].map(([, level]) => Number(level));
  if (!name || (mute !== 'yes' && mute !== 'no') || levels.length === 0) {
    throw unparsable(`${kind} #${index}: ${JSON.stringify({ name, mute, volume })}`);
  }
  return {
    index,
    name,
    description: fields.Description || name,
    isMuted: mute === 'yes',
    volumePct: Math.max(...levels),
    isPlugged: pluggedOf(fields['Active Port'], ports),
    properties,
  };
};

/** `analog-output-headphones: Headphones (type: Headphones, priority: 9900, not available)`; older ones name neither. */
const pluggedOf = (active: string | undefined, ports: readonly string[]): boolean | null => {
  const line = active === undefined ? undefined : ports.find((one) => one.startsWith(`${active}: `));
  if (line === undefined) return null;
  if (/[,(] ?(not available|available: no)\)$/.test(line)) return false;
  return /[,(] ?(available|available: yes)\)$/.test(line) ? true : null;
};

/** Volume meters of settings and mixers listen too; nobody calls that a recording. */
const recorderOf = ({ fields, properties }: Section): readonly Recorder[] => {
  if (fields['Resample method'] === 'peaks' || /peak detect/i.test(properties['media.name'] ?? '')) return [];
  const index = /^\d+$/.test(fields.Source ?? '') ? Number(fields.Source) : null;
  const program = properties['application.name'] || properties['application.process.binary'] || '';
  return [{ program: program || (properties['media.name'] ?? ''), sourceIndex: index }];
};
