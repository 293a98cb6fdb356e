import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorStateOf, reasonsOf, stateBits } from '../../checks/printing/attention.ts';
import { type Cups, type CupsJob, type CupsQueue, cups, parseLpstat } from '../../checks/printing/cups.ts';
import { deviceOf } from '../../checks/printing/device.ts';
import { diagnose } from '../../checks/printing/findings.ts';
import { en } from '../../checks/printing/messages.en.ts';
import { ru } from '../../checks/printing/messages.ru.ts';
import { printersOfWindows } from '../../checks/printing/printers.ts';
import { answers, followUps, reads } from '../../checks/printing/probe.ts';
import { settings } from '../../checks/printing/settings.ts';
import { tree } from '../../checks/printing/tree.ts';
import { parseWindowsPrinting, windowsPrinting } from '../../checks/printing/windows.ts';
import { Unreadable } from '../../src/contract.ts';
import { powershellWord, shellWord } from '../../src/sources/command-words.ts';
import { unitDetail } from '../../src/sources/systemd.ts';
import { type UsbDevice, usbDevices } from '../../src/sources/usb.ts';
import { type Followed, factsOf, followed, missing, ok } from '../facts.ts';

const lpstat = (name: string): string =>
  readFileSync(new URL(`../captured/lpstat-cups2.4.2-debian12-${name}.txt`, import.meta.url), 'utf8');

const NOW = Date.UTC(2026, 10, 24, 12, 0, 0);
const MINUTE = 60_000;

const queue = (change: Partial<CupsQueue> = {}): CupsQueue => ({
  name: 'Office',
  state: 'idle',
  sinceMs: NOW - 60 * MINUTE,
  message: '',
  reasons: [],
  uri: 'ipp://192.0.2.7/ipp/print',
  accepting: true,
  ...change,
});

const job = (minutes: number, change: Partial<CupsJob> = {}): CupsJob => ({
  id: 'Office-1',
  queue: 'Office',
  owner: 'anna',
  submittedMs: NOW - minutes * MINUTE,
  status: '',
  reasons: [],
  ...change,
});

const usbPrinter: UsbDevice = {
  port: '1-1',
  vendorId: '03f0',
  productId: '0517',
  name: 'LaserJet 1000',
  serial: 'LAB0003',
  speedMbps: 480,
  classId: '00',
  interfaces: [{ number: '00', classId: '07', driver: 'usblp' }],
  authorized: true,
  configured: true,
  maxPowerMa: null,
};

const ADDRESS = '192.0.2.7:631';
type Outcome =
  | 'connected'
  | 'refused'
  | 'reset'
  | 'timeout'
  | 'unreachable'
  | 'denied'
  | 'no-name'
  | 'failed';
const answered = (outcome: Outcome): Followed =>
  followed(answers(ADDRESS), { attempts: [{ outcome, ms: 1 }] });

const look = (
  state: Partial<Cups>,
  more: Partial<Parameters<typeof factsOf<typeof reads>>[1]> = {},
  round: readonly Followed[] = [answered('connected')],
) =>
  diagnose(
    factsOf(
      reads,
      {
        cups: ok({ running: true, defaultQueue: 'Office', queues: [queue()], jobs: [], ...state }),
        windows: missing('unsupported'),
        events: missing('unsupported'),
        clock: ok({ epochMs: NOW, timeZone: 'UTC' }),
        usb: ok([]),
        ...more,
      },
      round,
    ),
    settings,
  );

const codes = (...args: Parameters<typeof look>) => look(...args).findings.map(({ code }) => code);
const severityOf = (code: string, ...args: Parameters<typeof look>) =>
  look(...args).findings.find((one) => one.code === code)?.severity;

describe('what lpstat prints', () => {
  test('a scheduler without queues, and one that is not there', () => {
    expect(parseLpstat(lpstat('empty'))).toEqual({ running: true, defaultQueue: null, queues: [], jobs: [] });
    expect(parseLpstat(lpstat('not-running')).running).toBe(false);
  });

  test('a paused queue with its reason, its device and its document', () => {
    const { queues, jobs } = parseLpstat(lpstat('paused'));
    expect(queues).toEqual([
      {
        name: 'Office',
        state: 'stopped',
        sinceMs: Date.UTC(2026, 10, 24, 4, 47, 46),
        message: 'Unplugged or turned off',
        reasons: ['paused'],
        uri: 'socket://127.0.0.1:9100',
        accepting: true,
      },
    ]);
    expect(jobs).toEqual([
      {
        id: 'Office-1',
        queue: 'Office',
        owner: 'root',
        submittedMs: Date.UTC(2026, 10, 24, 4, 47, 46),
        status: '',
        reasons: [],
      },
    ]);
  });

  test('four queues in different troubles, and a user whose name holds a blank', () => {
    const { queues, jobs } = parseLpstat(lpstat('filters-fail'));
    expect(queues.map(({ name, state }) => [name, state])).toEqual([
      ['Bad', 'printing'],
      ['Held', 'idle'],
      ['Missing', 'idle'],
      ['Slow', 'printing'],
    ]);
    expect(queues.find(({ name }) => name === 'Missing')?.reasons).toEqual(['cups-missing-filter-warning']);
    expect(jobs.map(({ id, owner }) => [id, owner]).at(-1)).toEqual(['Slow-6', 'anna maria']);
    expect(jobs.find(({ id }) => id === 'Held-5')?.reasons).toEqual(['job-hold-until-specified']);
    expect(jobs[0]?.status).toBe('Filter failed');
  });

  test('a queue that refuses documents, and the default', () => {
    const text = `scheduler is running
system default destination: PDF
device for PDF: cups-pdf:/
PDF not accepting requests since Tue Nov  3 04:00:00 2026 -
\tgone home
printer PDF is idle.  enabled since Tue Nov  3 04:00:00 2026
\tForm mounted:
\tAlerts: none
`;
    const { queues, defaultQueue } = parseLpstat(text);
    expect(defaultQueue).toBe('PDF');
    expect(queues[0]).toMatchObject({ accepting: false, sinceMs: Date.UTC(2026, 10, 3, 4) });
  });

  test('another language is not understood, and said so', () => {
    expect(() => parseLpstat('Zeitplandienst läuft\nDrucker „Office“ ist inaktiv\n')).toThrow(Unreadable);
    expect(() => parseLpstat('scheduler is running\nDrucker „Office“ ist inaktiv; aktiviert\n')).toThrow(
      Unreadable,
    );
    expect(() => parseLpstat('')).toThrow(Unreadable);
  });

  test('a missing program, and a program that may not ask', () => {
    const parse = cups.on.linux?.parse;
    const asked = { kind: 'clock' } as const;
    const exec = (exitCode: number, stderr: string) => ({ stdout: '', stderr, exitCode });
    expect(() => parse?.(exec(127, "env: 'lpstat': No such file"), asked)).toThrow(
      expect.objectContaining({ status: 'absent' }),
    );
    expect(() => parse?.(exec(1, 'lpstat: Forbidden'), asked)).toThrow(
      expect.objectContaining({ status: 'denied' }),
    );
  });

  test('whatever is printed is understood or refused', () => {
    const lines = fc.constantFrom(...lpstat('filters-fail').split('\n'), ...lpstat('paused').split('\n'));
    const garbled = fc.array(fc.oneof(lines, fc.string({ maxLength: 80 })), { maxLength: 40 });
    fc.assert(
      fc.property(garbled, (all) => {
        try {
          const { jobs, queues } = parseLpstat(all.join('\n'));
          expect(queues.every(({ name }) => name !== '')).toBe(true);
          expect(jobs.every(({ id }) => id !== '')).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(Unreadable);
        }
      }),
    );
  });
});

describe('what Windows answers', () => {
  const parse = (value: unknown) => parseWindowsPrinting(JSON.stringify(value));

  test('one printer and one job instead of lists', () => {
    const found = parse({
      spooler: { status: 4, startType: 2 },
      printers: { Name: 'A, B', PortName: 'USB001', DriverName: 'X', Default: true },
      jobs: { name: 'A, B, 12', id: 12, mask: 1, at: '2026-11-24T03:50:00.0000000Z' },
      drivers: 'X',
    });
    expect(found.printers?.[0]).toMatchObject({ name: 'A, B', isDefault: true, state: 0 });
    expect(found.jobs[0]).toMatchObject({
      printer: 'A, B',
      id: 12,
      submittedMs: Date.UTC(2026, 10, 24, 3, 50),
    });
  });

  test('a Windows without a spooler has no print system, and nonsense is refused', () => {
    expect(() => parse({ spooler: null })).toThrow(expect.objectContaining({ status: 'absent' }));
    expect(() => parse({ spooler: { status: 'Running', startType: 2 } })).toThrow(Unreadable);
    expect(() => parse([])).toThrow(Unreadable);
    expect(() => parseWindowsPrinting('Zugriff verweigert')).toThrow(Unreadable);
  });

  test('whatever it is, it is understood or refused', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const one of [value, { spooler: { status: 4, startType: 2 }, printers: value, jobs: value }]) {
          try {
            parse(one);
          } catch (error) {
            expect(error).toBeInstanceOf(Unreadable);
          }
        }
      }),
    );
  });

  test('a driver whose name holds a slash is installed, one that is not is missing', () => {
    const broken = (driver: string) =>
      printersOfWindows(
        parse({
          spooler: { status: 4, startType: 2 },
          printers: { Name: 'A', PortName: 'LPT1:', DriverName: driver },
          drivers: [' Text Only', 'HP Universal'],
        }),
      )[0]?.brokenDriver;
    expect(broken('Generic / Text Only')).toBe('');
    expect(broken('HP universal')).toBe('');
    expect(broken('Gone')).toBe('Gone');
  });

  test('it is one request, and never asked of another system', () => {
    expect(Object.keys(windowsPrinting.on)).toEqual(['win32']);
  });
});

describe('how a printer is connected', () => {
  test.each([
    ['usb://HP/LaserJet%201000?serial=LAB0003', { kind: 'usb', model: 'LaserJet 1000', serial: 'LAB0003' }],
    ['hp:/usb/OfficeJet_Pro?serial=CN1', { kind: 'usb', model: 'OfficeJet_Pro', serial: 'CN1' }],
    ['usb://Bad/%zz', { kind: 'usb', model: '%zz', serial: null }],
    ['socket://192.0.2.9', { kind: 'network', host: '192.0.2.9', port: 9100 }],
    ['ipp://printer.example:8631/ipp/print', { kind: 'network', host: 'printer.example', port: 8631 }],
    ['ipps://[2001:db8::5]/ipp', { kind: 'network', host: '2001:db8::5', port: 631 }],
    ['lpd://anna:secret@10.0.0.5/queue', { kind: 'network', host: '10.0.0.5', port: 515 }],
    ['ipp://localhost:60000/ipp/print', { kind: 'other' }],
    ['socket://127.0.0.1:9100', { kind: 'other' }],
    ['ipp://HP%20Laser._ipp._tcp.local/', { kind: 'other' }],
    ['dnssd://HP._pdl-datastream._tcp.local./?uuid=1', { kind: 'other' }],
    ['implicitclass://Office/', { kind: 'other' }],
    ['cups-pdf:/', { kind: 'virtual' }],
    ['///dev/null', { kind: 'virtual' }],
    ['file:/tmp/x', { kind: 'virtual' }],
  ])('%s', (uri, device) => {
    expect(deviceOf(uri)).toEqual(device);
  });
});

describe('printing/spooler-stopped', () => {
  const down: Partial<Cups> = { running: false, queues: [] };
  const detail = (load: string, active: string, enabled: string | null) => ({
    load,
    active,
    sub: 'dead',
    enabled,
    result: 'success',
    restarts: 0,
    exitStatus: 0,
  });
  const service = (load: string, active: string, enabled: string | null): readonly Followed[] => [
    followed(unitDetail('cups.service'), detail(load, active, enabled)),
    followed(unitDetail('cups.socket'), detail('not-found', 'inactive', null)),
    followed(unitDetail('snap.cups.cupsd.service'), detail('not-found', 'inactive', null)),
  ];

  test('enabled or failed is critical, switched off is a note, not installed is nothing', () => {
    const severity = (...unit: Parameters<typeof service>) =>
      severityOf('printing/spooler-stopped', down, {}, service(...unit));
    expect(severity('loaded', 'inactive', 'enabled')).toBe('critical');
    expect(severity('loaded', 'failed', 'disabled')).toBe('critical');
    expect(severity('loaded', 'inactive', 'disabled')).toBe('info');
    expect(severity('masked', 'inactive', 'masked')).toBe('info');
    expect(look(down, {}, service('not-found', 'inactive', null)).skipped).toBe('no-print-system');
  });

  test('where no unit can be read, printers that were set up decide', () => {
    expect(look(down).unknown?.[0]?.source).toBe('systemd.unit/cups.service');
    expect(severityOf('printing/spooler-stopped', down, { queueList: ok({ bytes: 900 }) })).toBe('critical');
  });

  test('what it needs to know is asked only when nobody answers', () => {
    const facts = (running: boolean) =>
      factsOf(reads, { cups: ok({ running, defaultQueue: null, queues: [], jobs: [] }) });
    expect(followUps(facts(false), settings).map(({ id }) => id)).toContain('systemd.unit/cups.service');
    expect(followUps(facts(true), settings)).toEqual([]);
  });
});

describe('printing/printer-offline', () => {
  const usb: Partial<Cups> = { queues: [queue({ uri: 'usb://HP/LaserJet%201000?serial=LAB0003' })] };

  test('a printer on USB is there, or it is not', () => {
    expect(codes(usb, { usb: ok([usbPrinter]) })).toEqual([]);
    expect(codes(usb)).toEqual(['printing/printer-offline']);
    expect(
      codes(usb, {
        usb: ok([{ ...usbPrinter, interfaces: [{ number: '00', classId: '03', driver: null }] }]),
      }),
    ).toEqual(['printing/printer-offline']);
  });

  test('where USB could not be read it is unknown, not offline', () => {
    const { findings, unknown } = look(usb, { usb: missing('denied', 'EACCES') });
    expect(findings).toEqual([]);
    expect(unknown?.map(({ source }) => source)).toEqual([usbDevices.id]);
  });

  test('macOS tells no class: serial number or name decide', () => {
    const mac = { ...usbPrinter, interfaces: [], classId: null };
    expect(codes(usb, { usb: ok([{ ...mac, name: 'USB Printing Support' }]) })).toEqual([]);
    expect(codes(usb, { usb: ok([{ ...mac, serial: null, name: 'HP LaserJet 1000' }]) })).toEqual([]);
    expect(codes(usb, { usb: ok([{ ...mac, serial: 'OTHER', name: 'Mouse' }]) })).toEqual([
      'printing/printer-offline',
    ]);
  });

  test('an answer beats what the spooler thinks, silence is a finding', () => {
    const thinks: Partial<Cups> = { queues: [queue({ reasons: ['offline-report'] })] };
    expect(codes(thinks)).toEqual([]);
    for (const outcome of ['timeout', 'refused', 'unreachable'] as const) {
      expect(codes({}, {}, [answered(outcome)])).toEqual(['printing/printer-offline']);
    }
    expect(codes({}, {}, [answered('reset')])).toEqual([]);
  });

  test('a name without an address says nothing about the printer', () => {
    const { findings, unknown } = look({}, {}, [answered('no-name')]);
    expect(findings).toEqual([]);
    expect(unknown).toHaveLength(1);
  });

  test('it is pressing only while a document waits', () => {
    const silent = [answered('timeout')];
    expect(severityOf('printing/printer-offline', { jobs: [job(1)] }, {}, silent)).toBe('critical');
    expect(severityOf('printing/printer-offline', {}, {}, silent)).toBe('warning');
    const spare: Partial<Cups> = {
      defaultQueue: 'B',
      queues: [queue(), queue({ name: 'B', uri: 'dnssd://B/' })],
    };
    expect(severityOf('printing/printer-offline', spare, {}, silent)).toBe('info');
  });

  test('no more addresses are tried than allowed, each once', () => {
    const queues = Array.from({ length: 9 }, (_, at) =>
      queue({ name: `Q${at}`, uri: `socket://192.0.2.${at >> 1}` }),
    );
    const facts = factsOf(reads, { cups: ok({ running: true, defaultQueue: 'Q8', queues, jobs: [] }) });
    const tried = followUps(facts, settings).map(({ id }) => id);
    expect(tried).toHaveLength(settings.maxTried);
    expect(new Set(tried).size).toBe(tried.length);
    expect(tried[0]).toBe('print.tcp/192.0.2.4:9100');
  });
});

describe('printing/queue-paused', () => {
  test('stopped and refusing queues are told, working ones are not', () => {
    expect(codes({ queues: [queue({ state: 'stopped' })] })).toEqual(['printing/queue-paused']);
    expect(codes({ queues: [queue({ accepting: false })] })).toEqual(['printing/queue-paused']);
    expect(codes({ queues: [queue({ state: 'printing' })] })).toEqual([]);
  });
});

describe('printing/jobs-stuck', () => {
  const stuck = (minutes: number, change: Partial<CupsJob> = {}, printer: Partial<CupsQueue> = {}) =>
    codes({ jobs: [job(minutes, change)], queues: [queue(printer)] });

  test('ten minutes without printing', () => {
    expect(stuck(9)).toEqual([]);
    expect(stuck(10)).toEqual(['printing/jobs-stuck']);
  });

  test('thirty minutes of printing, counted from when it began', () => {
    const printing = { reasons: ['job-printing'] };
    expect(stuck(600, printing, { state: 'printing', sinceMs: NOW - 29 * MINUTE })).toEqual([]);
    expect(stuck(600, printing, { state: 'printing', sinceMs: NOW - 30 * MINUTE })).toEqual([
      'printing/jobs-stuck',
    ]);
  });

  test('what waits behind a document that is being printed waits as it should', () => {
    const jobs = [job(20, { reasons: ['job-printing'] }), job(20, { id: 'Office-2' })];
    expect(codes({ jobs, queues: [queue({ state: 'printing' })] })).toEqual([]);
  });

  test('a document that somebody put on hold is not stuck', () => {
    expect(stuck(600, { reasons: ['job-hold-until-specified'] })).toEqual([]);
  });

  test('without a clock its age is unknown', () => {
    const { findings, unknown } = look({ jobs: [job(60)] }, { clock: missing('failed') });
    expect(findings).toEqual([]);
    expect(unknown).toHaveLength(1);
    expect(look({}, { clock: missing('failed') }).unknown).toEqual([]);
  });
});

describe('printing/supplies-or-paper', () => {
  test('the suffix decides, and what runs low is no error without one', () => {
    expect(reasonsOf(['media-empty', 'toner-low', 'door-open-report', 'media-jam-warning'])).toEqual([
      { what: 'paper', severity: 'critical' },
      { what: 'ink-low', severity: 'warning' },
      { what: 'cover', severity: 'info' },
      { what: 'jam', severity: 'warning' },
    ]);
    expect(reasonsOf(['paused', 'com.maker.sleep', 'constructor', 'connecting-to-device'])).toEqual([]);
  });

  test('Windows’ numbers', () => {
    expect(errorStateOf(4)).toEqual([{ what: 'paper', severity: 'critical' }]);
    expect([0, 1, 2, 9].flatMap(errorStateOf)).toEqual([]);
    expect(stateBits(0x10 | 0x40_0000).map(({ what }) => what)).toEqual(['paper', 'cover']);
    expect(stateBits(0x400)).toEqual([]);
  });

  test('the most severe one gives the finding its weight', () => {
    const found = look({ queues: [queue({ reasons: ['toner-low-report', 'media-empty-error'] })] }).findings;
    expect(found).toMatchObject([
      { code: 'printing/supplies-or-paper', severity: 'critical', params: { needs: ['paper'] } },
    ]);
  });
});

describe('printing/filter-failed', () => {
  test('a filter that is not there, and a document that it gave up on', () => {
    expect(codes({ queues: [queue({ reasons: ['cups-missing-filter-warning'] })] })).toEqual([
      'printing/filter-failed',
    ]);
    expect(codes({ queues: [queue({ reasons: ['cups-insecure-filter-warning'] })] })).toEqual([
      'printing/filter-failed',
    ]);
    expect(codes({ jobs: [job(1, { status: 'Filter failed' })] })).toEqual(['printing/filter-failed']);
    expect(codes({ jobs: [job(1, { status: 'Rendering completed' })] })).toEqual([]);
  });

  test('Windows’ event 372: twice in a day for this printer', () => {
    const event = (hoursAgo: number, printer = 'Office') => ({
      log: 'Microsoft-Windows-PrintService/Admin',
      provider: 'Microsoft-Windows-PrintService',
      id: 372,
      at: new Date(NOW - hoursAgo * 60 * MINUTE).toISOString(),
      data: ['1', 'anna', printer],
      fields: {},
    });
    const seen = (events: readonly ReturnType<typeof event>[]) =>
      codes({}, { events: ok({ events, logs: {} }) });
    expect(seen([event(1), event(2)])).toEqual(['printing/filter-failed']);
    expect(seen([event(1), event(25)])).toEqual([]);
    expect(seen([event(1), event(2, 'Other')])).toEqual([]);
  });
});

describe('printing/no-printer and printing/wrong-default', () => {
  test('without a printer it is a note, with one on USB a warning', () => {
    expect(severityOf('printing/no-printer', { queues: [] })).toBe('info');
    expect(severityOf('printing/no-printer', { queues: [] }, { usb: ok([usbPrinter]) })).toBe('warning');
    expect(codes({ queues: [queue({ uri: 'cups-pdf:/' })] })).toEqual(['printing/no-printer']);
  });

  test('a default that makes files, or none among several', () => {
    const pdf = queue({ name: 'PDF', uri: 'cups-pdf:/' });
    expect(codes({ queues: [queue(), pdf], defaultQueue: 'PDF' })).toEqual(['printing/wrong-default']);
    expect(codes({ queues: [queue(), pdf], defaultQueue: null })).toEqual([]);
    expect(codes({ queues: [queue(), queue({ name: 'B' })], defaultQueue: null })).toEqual([
      'printing/wrong-default',
    ]);
    expect(codes({ queues: [queue({ state: 'stopped' }), pdf], defaultQueue: 'PDF' })).toEqual([
      'printing/queue-paused',
    ]);
  });
});

describe('where nothing can be said', () => {
  test('a scheduler that hangs is unknown, a computer without one is skipped', () => {
    const timeout = look({}, { cups: missing('timeout', 'no answer within 4 s') });
    expect(timeout.findings).toEqual([]);
    expect(timeout.unknown?.[0]?.reason).toBe('timeout');
    expect(look({}, { cups: missing('absent') }).skipped).toBe('no-print-system');
    expect(look({}, { dockerMark: ok(true) }).skipped).toBe('container');
  });

  test('Windows that runs its spooler and lists nothing is unknown', () => {
    const windows = ok(parseWindowsPrinting('{"spooler":{"status":4,"startType":2},"printers":null}'));
    expect(look({}, { cups: missing('unsupported'), windows }).unknown).toHaveLength(1);
  });
});

describe('words', () => {
  test('a queue may be called what it likes', () => {
    expect(shellWord('Office')).toBe('Office');
    expect(shellWord("x'; rm -rf ~")).toBe("'x'\\''; rm -rf ~'");
    expect(powershellWord("it's")).toBe("'it''s'");
  });

  test('Russian counts documents', () => {
    const say = (waiting: number) =>
      ru.findings['printing/queue-paused'].say({
        printer: 'A',
        how: 'paused',
        message: '',
        waiting,
        system: 'cups',
      }).title;
    expect([1, 2, 5, 11, 21].map(say).map((title) => title.split(', ')[1])).toEqual([
      'в очереди 1\u00a0документ',
      'в очереди 2\u00a0документа',
      'в очереди 5\u00a0документов',
      'в очереди 11\u00a0документов',
      'в очереди 21\u00a0документ',
    ]);
  });

  test('every finding of this file can be said', () => {
    const { findings } = look({
      queues: [queue({ state: 'stopped', message: 'Unplugged or turned off' })],
      jobs: [job(30)],
    });
    const [first] = findings;
    if (first?.code !== 'printing/queue-paused') throw new Error('not the paused queue');
    expect(en.findings[first.code].say(first.params).title).toBe(
      'The queue of Office is paused, 1 document waits: Unplugged or turned off',
    );
  });
});

test('the tree: service first, then the printer, and a person is asked only when all is well', () => {
  const start = tree.nodes[tree.start];
  const to = (...open: readonly string[]) =>
    start?.kind === 'measure'
      ? (start.branches.find(({ when }) =>
          when({
            open: (code) => open.includes(code),
            firstOpen: () => undefined,
            answer: () => undefined,
            looked: true,
          }),
        )?.to ?? start.otherwise)
      : '';
  expect(to()).toBe('PRINT.3');
  expect(to('printing/jobs-stuck', 'printing/queue-paused')).toBe('PRINT.QUEUE');
  expect(to('printing/printer-offline', 'printing/queue-paused')).toBe('PRINT.1');
  expect(to('printing/spooler-stopped', 'printing/printer-offline')).toBe('PRINT.SERVICE');
});
