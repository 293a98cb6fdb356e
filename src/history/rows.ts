/** What is remembered of a computer beside its health: the facts that reports are compared by, and what those hide. */
import type { Area, Row } from '../compare/fact.ts';
import { ROWS } from '../compare/table.ts';
import type { ChangeKind } from '../contract.ts';
import { identities } from './identities.ts';

/** An area that is missing here is an effect rather than a change, or says how the computer was looked at. */
const KINDS: Partial<Readonly<Record<Area, ChangeKind>>> = {
  system: 'system',
  architecture: 'system',
  computer: 'system',
  zone: 'system',
  update: 'system',
  kernel: 'kernel',
  'installed-kernel': 'kernel',
  driver: 'driver',
  card: 'driver',
  'driver-version': 'driver',
  package: 'package',
  antivirus: 'package',
  disk: 'device',
  usb: 'device',
  screen: 'device',
  bluetooth: 'device',
  adapter: 'network',
  speed: 'network',
  gateway: 'network',
  router: 'network',
  dns: 'network',
  proxy: 'network',
  'wifi-name': 'network',
  space: 'space',
  mount: 'space',
};

export const kindOf = (area: Area): ChangeKind => KINDS[area] ?? 'system';

/** Which row it is, for ever: its area and its read. */
export const rowId = ({ area, source }: Pick<Row, 'area' | 'source'>): string => `${area} ${source}`;

/** `salt`: hides names of people's things, the same name always under the same token. */
export const rowsWith = (salt: string): readonly Row[] => [
  ...ROWS.filter(({ area }) => KINDS[area] !== undefined && area !== 'dns'),
  ...identities(salt),
];

/** Of rows as they were remembered, what has to be known to compare them. */
export const rowKinds: ReadonlyMap<string, Pick<Row, 'area' | 'changesOnly'>> = new Map(
  rowsWith('').map((row) => [rowId(row), row]),
);
