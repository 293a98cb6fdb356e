/** Linux: services that failed, and services that are started again and again. */
import type { Finding } from '../../../src/contract.ts';
import { unitDetail, unitLog } from '../../../src/sources/systemd.ts';
import type { Messages } from '../messages.en.ts';
import type { SafeModeFacts } from '../probe.ts';
import type { SafeModeSettings } from '../settings.ts';
import { failed, type Troubled, troubled } from '../troubled.ts';

type Found = Finding<Messages>;
type Params = Extract<Found, { code: 'safe-mode/failed-services' }>['params'];

export const serviceFindings = (facts: SafeModeFacts, settings: SafeModeSettings): readonly Found[] => [
  ...ofSystemd(facts, settings),
  ...ofOpenRc(facts),
];

const ofSystemd = (facts: SafeModeFacts, settings: SafeModeSettings): readonly Found[] => {
  const known = troubled(facts, settings);
  const loud = known.filter((one) =>
    one.kind === 'loop' ? isLoop(one, facts, settings) : one.class !== null,
  );
  const quiet = [...known, ...failed(facts)].filter(
    (one) => one.kind === 'failed' && !loud.some(({ unit }) => unit === one.unit),
  );
  const names = [...new Set(quiet.map(({ unit }) => unit))];
  const first = quiet[0];
  return [
    ...loud.map(
      (one): Found => ({
        code: 'safe-mode/failed-services',
        severity: 'warning',
        subject: one.unit,
        params: paramsOf(one, facts),
        evidence: [facts.units.from],
      }),
    ),
    ...(first === undefined
      ? []
      : [
          {
            code: 'safe-mode/failed-services',
            severity: 'info',
            params: { ...paramsOf(first, facts), kind: 'others', names },
            evidence: [facts.units.from],
          } as const,
        ]),
  ];
};

/** The journal counted, or systemd itself. */
const isLoop = (one: Troubled, facts: SafeModeFacts, { warnRestarts }: SafeModeSettings): boolean =>
  (restartsOf(one, facts) ?? 0) >= warnRestarts;

const restartsOf = ({ unit, restarts }: Troubled, facts: SafeModeFacts): number | null => {
  const detail = facts.get(unitDetail(unit));
  return (detail.status === 'ok' ? detail.value.restarts : null) ?? restarts;
};

const paramsOf = (one: Troubled, facts: SafeModeFacts): Params => {
  const detail = facts.get(unitDetail(one.unit));
  return {
    on: 'linux',
    kind: one.kind,
    name: one.unit,
    description: one.description,
    names: [one.unit],
    result: detail.status === 'ok' ? (detail.value.result ?? '') : '',
    exitStatus: detail.status === 'ok' ? detail.value.exitStatus : null,
    restarts: one.kind === 'loop' ? restartsOf(one, facts) : null,
    line: lastWords(one.unit, facts),
  };
};

/** What systemd says of a unit that failed is known already. */
const ABOUT_IT = /^systemd(?:-coredump)?$/;
const LONGEST_LINE = 160;

const lastWords = (unit: string, facts: SafeModeFacts): string => {
  const log = facts.get(unitLog(unit));
  if (log.status !== 'ok') return '';
  const own = log.value.filter(({ from, text }) => text.trim() !== '' && !ABOUT_IT.test(from ?? ''));
  // An error before what came after it; systemd's own words where the service had none.
  const told =
    own.findLast(({ level }) => level !== null && level <= 4) ??
    own.at(-1) ??
    log.value.findLast(({ level, text }) => level !== null && level <= 4 && text.trim() !== '');
  return told === undefined ? '' : (told.text.split('\n')[0] ?? '').trim().slice(0, LONGEST_LINE);
};

const ofOpenRc = ({ openRcFailed }: SafeModeFacts): readonly Found[] => {
  if (openRcFailed.status !== 'ok') return [];
  return openRcFailed.value.slice(0, MOST_OPENRC).map(
    (name): Found => ({
      code: 'safe-mode/failed-services',
      severity: 'warning',
      subject: name,
      params: {
        on: 'openrc',
        kind: 'failed',
        name,
        description: '',
        names: [name],
        result: '',
        exitStatus: null,
        restarts: null,
        line: '',
      },
      evidence: [openRcFailed.from],
    }),
  );
};

const MOST_OPENRC = 5;
