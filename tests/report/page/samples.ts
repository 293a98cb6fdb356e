/** Pages of all kinds: of whole computers, and of one whose every text is an attack. */
import { checkIds, loadCheck } from '../../../checks/index.ts';
import type { Language, Raw, RecordedEntry, Recording } from '../../../src/contract.ts';
import { examine } from '../../../src/examine.ts';
import type { Report } from '../../../src/report/model.ts';
import { page } from '../../../src/report/page.tsx';
import { machines } from '../../machines/index.ts';

const checks = await Promise.all(checkIds.map(loadCheck));

export const pageOf = async (name: string, language: Language): Promise<string> => {
  const machine = machines.find((one) => one.name === name);
  if (machine === undefined) throw new Error(`no machine ${name}`);
  const { settings = {} } = machine;
  const { report, recording } = await examine({
    checks,
    settings,
    host: machine.host(),
    language,
    version: '0',
  });
  return page(report, { recording, hidden: { ipv4: 3, host: 1, secret: 2 } });
};

/** Each is what a device, a network or a log line may really be called. */
export const ATTACKS: readonly string[] = [
  '</script><script>globalThis.hit=1</script>',
  '"><img src=x onerror="globalThis.hit=2">',
  "'><svg/onload=globalThis.hit=3>",
  '</style></pre></details><base href="https://evil.example/">',
  '<iframe src="javascript:globalThis.hit=4"></iframe>',
  '<a href="javascript:globalThis.hit=5">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<link rel=stylesheet href=https://evil.example/x.css><form action=https://evil.example/><input name=q>',
  '<!--<![CDATA[ ]]>-->&lt;b&gt;&#60;b&#62;',
  '\u001b[2J\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007 \u009b31m',
  'invoice\u202egpj.exe \u2066\u2067\u200f\u061c',
  'nul \u0000 half \ud800 \udc00 end \ufeff \ufffe',
  `${'e\u0301'.repeat(5)}Z${'\u0300\u0316\u0334'.repeat(60)}`,
  'A'.repeat(1_000_000),
  '🇪🇺👨‍👩‍👧‍👦'.repeat(2000),
  '%00%0d%0a $\u007bglobalThis.hit=6} {{7*7}} `id` $(id)',
  '\u05e9\u05dc\u05d5\u05dd '.repeat(40),
];

/** But the longest: once is enough of them. */
const all = ATTACKS.filter(({ length }) => length < 1000).join(' ');
const attack = (at: number): string => ATTACKS[at % ATTACKS.length] ?? '';

export const hostileReport: Report = {
  schemaVersion: 1,
  tool: { name: 'techsupport', version: attack(0) },
  language: 'en',
  startedAt: '1970-01-01T00:00:00.000Z',
  durationMs: 3,
  status: 'critical',
  host: { os: attack(1), release: attack(10), arch: attack(9), name: attack(0) },
  checks: [
    {
      id: 'connectivity',
      name: attack(2),
      status: 'critical',
      durationMs: 1,
      findings: ATTACKS.map((text, at) => ({
        code: `a/${at}`,
        severity:
          at % 3 === 0 ? ('critical' as const) : at % 3 === 1 ? ('warning' as const) : ('info' as const),
        ...(at > 8 && at % 3 !== 2 && { causedBy: ['a/0'] }),
        title: `Wi-Fi ${text}`,
        why: all,
        next: `run ${text}`,
        params: { [text]: text },
        evidence: [text, '__proto__', `read/${at}`],
      })),
      unknown: ATTACKS.map((text) => ({ source: text, reason: 'failed' as const, why: text, remedy: text })),
      metrics: ATTACKS.map((text, at) => ({
        name: text,
        value: at * 1e300,
        unit: 'ms' as const,
        warning: -1,
      })),
      advice: [{ id: attack(3), title: attack(0), steps: [...ATTACKS], params: {}, evidence: [] }],
    },
    {
      id: 'disk-space',
      name: 'Disks',
      status: 'ok',
      fine: all,
      durationMs: 1,
      findings: [],
      unknown: [],
      metrics: ATTACKS.map((text) => ({
        name: `${text} used`,
        value: 250,
        unit: '%' as const,
        critical: 95,
      })),
    },
    { ...skipped(attack(1)), id: 'clock' },
  ],
};

function skipped(text: string): Report['checks'][number] {
  return {
    id: '',
    name: text,
    status: 'skipped',
    skipped: text,
    durationMs: 0,
    findings: [],
    unknown: [],
    metrics: [],
  };
}

const entry = (at: number, request: RecordedEntry['request'], raw: Raw[keyof Raw]): RecordedEntry => ({
  request,
  answer: { status: 'ok', ms: at === 3 ? 1e300 : at === 4 ? -5 : at, raw },
  startedAt: at === 5 ? attack(0) : new Date(at * 1000).toISOString(),
});

export const hostileRecording: Recording = {
  os: 'linux',
  entries: Object.fromEntries(
    ATTACKS.flatMap((text, at): readonly (readonly [string, RecordedEntry])[] => [
      [`read/${at}`, entry(at, { kind: 'file', path: text }, { text: `${text}\n${all}` })],
      [text, entry(at, { kind: 'exec', argv: [text, text] }, { stdout: text, stderr: all, exitCode: 1 })],
      [`list/${text}`, entry(at, { kind: 'list', path: text }, { names: [...ATTACKS] })],
    ]),
  ),
};

export const hostilePage = (): string =>
  page(hostileReport, { recording: hostileRecording, hidden: { [attack(0)]: 1 } });
