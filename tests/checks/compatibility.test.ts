/** Programs that do not run: the parsers, the rules on plain facts, the words and the tree. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isTooOldForWindows11 } from '../../checks/compatibility/data/requirements.ts';
import { isAtLeast } from '../../checks/compatibility/findings/programs.ts';
import { diagnose } from '../../checks/compatibility/findings.ts';
import { en } from '../../checks/compatibility/messages.en.ts';
import { ru } from '../../checks/compatibility/messages.ru.ts';
import { reads } from '../../checks/compatibility/probe.ts';
import {
  knownLibraries,
  loaderLines,
  nameOf,
  noexec,
  parseLoader,
  processorFlags,
  programEvents,
  totalMemory,
} from '../../checks/compatibility/reads/linux.ts';
import {
  gatekeeper,
  neededVersions,
  parseReport,
  reportsIn,
  rosetta,
  unapproved,
} from '../../checks/compatibility/reads/macos.ts';
import { windowsAntiviruses, windowsPrograms } from '../../checks/compatibility/reads/windows.ts';
import { settings } from '../../checks/compatibility/settings.ts';
import { tree } from '../../checks/compatibility/tree.ts';
import type { Os, Source, TreeNode, TreeView } from '../../src/contract.ts';
import { windowsEvents } from '../../src/sources/windows-events.ts';
import { factsOf, missing, ok } from '../facts.ts';
import { hasShared, sharedDir } from '../shared.ts';
import { neverHalf } from '../sources/parsers.ts';

const said = (stdout: string, stderr = '', exitCode = 0) => ({ stdout, stderr, exitCode });

/** A source's parser, without its request. */
const parserOf = <T>(source: Source<T>, os: Os) => {
  const way = source.on[os];
  if (way === undefined) throw new Error(`${source.id} is not read on ${os}`);
  return (raw: unknown): T =>
    // Each is given what a host answers to its own kind of request.
    way.parse(raw as Parameters<typeof way.parse>[0], way.request);
};

describe('what the dynamic linker says', () => {
  test.each([
    [
      './tool: error while loading shared libraries: libfuse.so.2: cannot open shared object file: No such file or directory',
      { program: 'tool', kind: 'library', what: 'libfuse.so.2' },
    ],
    [
      'tool: error while loading shared libraries: libz.so.1: wrong ELF class: ELFCLASS32',
      { program: 'tool', kind: 'format', what: 'libz.so.1' },
    ],
    [
      "/opt/a/tool: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.43' not found (required by /opt/a/tool)",
      { program: 'tool', kind: 'version', what: 'GLIBC_2.43' },
    ],
    [
      'bash: line 1: ./tool-arm64: cannot execute binary file: Exec format error',
      { program: 'tool-arm64', kind: 'format', what: '' },
    ],
    [
      'Failed to execute child process “/opt/tool” (Exec format error)',
      { program: 'tool', kind: 'format', what: '' },
    ],
    ['tool: everything is well', null],
  ])('%s', (line, expected) => {
    expect(parseLoader(line)).toEqual(expected);
  });

  test('is never half a line', () => {
    neverHalf(
      parseLoader,
      (line) => line === null || line.kind.length > 0,
      "/opt/a/tool: /lib/libc.so.6: version `GLIBC_2.43' not found (required by /opt/a/tool)",
    );
  });

  test('nothing found is no trouble, and a journal that does not search is unsupported', () => {
    const parse = parserOf(loaderLines, 'linux');
    expect(parse(said('', '', 1))).toEqual([]);
    expect(() => parse(said('', 'Compiled without pattern matching support', 1))).toThrow(
      expect.objectContaining({ status: 'unsupported' }),
    );
    expect(() =>
      parse(said('', 'Hint: You are currently not seeing messages from other users and the system.', 0)),
    ).toThrow(expect.objectContaining({ status: 'denied' }));
  });
});

describe('the journal', () => {
  const line = (fields: object) => JSON.stringify({ __REALTIME_TIMESTAMP: '1795694400000000', ...fields });
  const CRASH = line({
    MESSAGE_ID: 'fc2e22bc6ee647b6b90729ab34a250b1',
    COREDUMP_EXE: '/usr/bin/photo-sorter (deleted)',
    MESSAGE:
      'Process 1 dumped core.\n\nStack trace of thread 1:\n#0  0x00007f n/a (libgtk-4.so.1 + 0x1b)\n#1  0x0 main (photo-sorter + 0x12)',
  });

  test('keeps the program and where it crashed', () => {
    expect(parserOf(programEvents, 'linux')(said(CRASH)).crashes).toEqual([
      { program: 'photo-sorter', atMs: 1_795_694_400_000, module: 'libgtk-4.so.1' },
    ]);
  });

  test('gives no program without a name', () => {
    const parse = parserOf(programEvents, 'linux');
    neverHalf(
      (text) => parse(said(text)),
      ({ crashes }) => crashes.every(({ program }) => program !== ''),
      CRASH,
    );
  });

  test('names are short, and without their folder', () => {
    expect(nameOf(`/opt/${'x'.repeat(300)}`)).toHaveLength(60);
    expect(nameOf('')).toBe('');
  });
});

describe('small files of Linux', () => {
  test.runIf(hasShared)('a processor tells its flags, and one of another kind has none', () => {
    const parse = parserOf(processorFlags, 'linux');
    const read = (name: string) =>
      parse({ text: readFileSync(sharedDir('corpus/cpuinfo/checkbox', name), 'utf8') });
    expect(read('amd64.txt')).toContain('sse2');
    expect(read('aarch64.txt')).toBeNull();
  });

  test('memory, mounts and libraries', () => {
    expect(parserOf(totalMemory, 'linux')({ text: 'MemTotal:        1024 kB\n' })).toBe(1_048_576);
    expect(() => parserOf(totalMemory, 'linux')({ text: 'nothing' })).toThrow('nothing');
    expect(
      parserOf(
        noexec,
        'linux',
      )({ text: '/dev/sda2 /my\\040data ext4 rw,noexec 0 0\n/dev/sda1 / ext4 rw 0 0\n' }),
    ).toEqual(['/my data']);
    expect(() => parserOf(noexec, 'linux')({ text: 'nothing' })).toThrow('nothing');
    expect(
      parserOf(knownLibraries, 'linux')(said('1 libs found\n\tlibc.so.6 (libc6,x86-64) => /lib/libc.so.6\n')),
    ).toEqual(['libc.so.6']);
    expect(() => parserOf(knownLibraries, 'linux')(said('', 'denied', 1))).toThrow('denied');
  });
});

describe('macOS', () => {
  test('reports tell the program and the time by their name, on what crashed only', () => {
    expect(
      reportsIn([
        'Sketcher-2026-11-26-101500.ips',
        'Sketcher_2020-11-24-081500_Lenas-Mac.crash',
        'Finder-2026-11-26-101500.hang',
        'JetsamEvent-2026-11-26-101500.ips',
        'Sketcher-2026-13-99-101500.ips',
        'notes.txt',
      ]).map(({ program, isHang }) => [program, isHang]),
    ).toEqual([
      ['Sketcher', false],
      ['Sketcher', false],
      ['Finder', true],
    ]);
  });

  test('a report tells why dyld refused', () => {
    const body =
      '{"termination":{"reasons":["Library not loaded: @rpath\\/libsketch.2.dylib\\n  Referenced from"]}}';
    expect(parseReport(body)).toEqual({ kind: 'library', name: 'libsketch.2.dylib' });
    expect(parseReport('Process: x\n(built for macOS 26.0 which is newer than running OS)')).toEqual({
      kind: 'newer',
      version: '26.0',
    });
    expect(parseReport('{"bug_type":"309"}')).toBeNull();
    neverHalf(parseReport, (reason) => reason === null || reason.kind.length > 0, body);
  });

  test('what is asked of the system', () => {
    expect(
      parserOf(rosetta, 'darwin')(said('', 'arch: posix_spawnp: x: Bad CPU type in executable', 1)),
    ).toBe(false);
    expect(() => parserOf(rosetta, 'darwin')(said('', 'arch: no such program', 1))).toThrow(
      'no such program',
    );
    const needed = parserOf(neededVersions, 'darwin');
    expect(
      needed(
        said(
          '/Applications/A B.app/Contents/Info.plist-\t<string>12.0</string>\n--\nBinary file x matches\n',
        ),
      ),
    ).toEqual([{ name: 'A B', version: '12.0' }]);
    neverHalf(
      (text) => needed(said(text)),
      (all) => all.every(({ name }) => name !== ''),
      '/A.app/Contents/Info.plist-<string>1</string>',
    );
    const marks = parserOf(unapproved, 'darwin');
    expect(
      marks(said('/Applications/A.app: 0081;65a;Safari;\n/Applications/B.app: 01c1;65a;Safari;\n')),
    ).toEqual(['/Applications/A.app']);
    const assess = parserOf(gatekeeper('/Applications/A.app'), 'darwin');
    expect(assess(said('', '/Applications/A.app: rejected\nsource=no usable signature\n', 3))).toBe(
      'no usable signature',
    );
    expect(assess(said('', '/Applications/A.app: accepted\nsource=Apple\n'))).toBeNull();
    expect(() => assess(said('', 'spctl: internal error', 1))).toThrow('internal error');
  });

  test('versions are compared by their parts', () => {
    expect(isAtLeast('10.15', '11')).toBe(false);
    expect(isAtLeast('11', '11.0.0')).toBe(true);
    expect(isAtLeast('26.1', '9')).toBe(true);
  });
});

describe('Windows', () => {
  test('the batches fit into one command line', () => {
    for (const { on } of [windowsPrograms, windowsEvents] as readonly Source<unknown>[]) {
      const request = on.win32?.request;
      expect(request?.kind === 'exec' && request.argv.join(' ').length).toBeLessThan(32_000);
    }
  });

  test('an antivirus is on or off by one bit', () => {
    const parse = parserOf(windowsAntiviruses, 'win32');
    const products = (...states: readonly number[]) =>
      said(
        JSON.stringify({ products: { value: states.map((state) => ({ name: 'A', guid: '{1}', state })) } }),
      );
    expect(parse(products(266_240, 266_256, 262_144, 393_472)).map(({ isOn }) => isOn)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(() => parse(said('{"products":{"denied":"x"}}'))).toThrow(
      expect.objectContaining({ status: 'denied' }),
    );
    neverHalf(
      (text) => parse(said(text)),
      (all) => all.every(({ isOn }) => typeof isOn === 'boolean'),
      products(266_240).stdout,
    );
  });

  test.each([
    ['GenuineIntel', 'Intel64 Family 6 Model 94 Stepping 3', true],
    ['GenuineIntel', 'Intel64 Family 6 Model 142 Stepping 10', false],
    ['GenuineIntel', 'Intel64 Family 6 Model 186 Stepping 2', false],
    ['AuthenticAMD', 'AMD64 Family 23 Model 1 Stepping 1', true],
    ['AuthenticAMD', 'AMD64 Family 25 Model 80 Stepping 0', false],
    ['Qualcomm', 'ARMv8 (64-bit) Family 8 Model 1 Revision 201', false],
  ])('%s %s', (maker, identity, isTooOld) => {
    expect(isTooOldForWindows11(maker, identity)).toBe(isTooOld);
  });
});

describe('what could not be seen', () => {
  const clock = ok({ epochMs: Date.UTC(2026, 10, 26), timeZone: 'UTC' });
  const system = (platform: string) =>
    ok({ platform, release: '6.12', arch: 'x64', hostname: 'lena', bootedSecondsAgo: 86_400 });
  const judge = (values: Parameters<typeof factsOf<typeof reads>>[1]) =>
    diagnose(factsOf(reads, { clock, ...values }), settings);

  test('is said of each thing', () => {
    const reasons = (values: Parameters<typeof judge>[0]) =>
      judge(values).unknown?.map(({ source }) => source);
    const refused = missing('denied');
    expect(reasons({ platform: system('linux'), programEvents: refused, kernelLog: refused })).toEqual(
      expect.arrayContaining(['programs.journal', 'kernel.log']),
    );
    expect(
      reasons({ platform: system('win32'), windowsEvents: refused, windowsAntiviruses: refused }),
    ).toEqual(expect.arrayContaining(['windows.events', 'programs.windows.antiviruses']));
    expect(reasons({ platform: system('darwin'), macVersion: missing('failed') })).toContain(
      'system.macos-version',
    );
  });

  test('a container is skipped', () => {
    expect(judge({ platform: system('linux'), dockerMark: ok(true as const) }).skipped).toBe('container');
  });
});

describe('the words', () => {
  test('name the program in both languages, for every finding', () => {
    const { findings } = en;
    expect(
      findings['compatibility/app-arch-mismatch'].say({
        program: 'tool',
        built: '16-bit',
        own: 'x86-64',
        rosetta: false,
        system: 'windows',
      }).title,
    ).toContain('16-bit');
    expect(
      findings['compatibility/missing-runtime'].say({
        program: 'tool',
        component: 'libfuse.so.2',
        system: 'linux',
      }).next,
    ).toContain('apt-file search libfuse.so.2');
    expect(
      findings['compatibility/app-needs-newer-os'].say({
        program: 'tool',
        needs: '',
        has: '',
        system: 'linux',
      }).title,
    ).toBe('tool needs a newer system');
    expect(
      findings['compatibility/app-blocked'].say({ program: 'tool', by: 'noexec', detail: '/data' }).next,
    ).toContain('/data');
    expect(findings['compatibility/app-outdated'].say({ count: 1, names: [], from: 'apt' }).title).toContain(
      '1 program',
    );
    expect(
      findings['compatibility/two-antiviruses'].say({ names: ['A', 'B'], system: 'linux' }).title,
    ).toContain('A, B');
    expect(
      findings['compatibility/hardware-below-requirements'].say({
        next: 'Windows 11',
        misses: [{ what: 'memory', hasBytes: 2 * 1024 ** 3, needsBytes: 4 * 1024 ** 3 }, { what: 'tpm' }],
        system: 'windows',
      }).title,
    ).toContain('found 2\u00a0GiB, expected 4\u00a0GiB');
  });

  test('count in Russian', () => {
    const say = (times: number) =>
      ru.findings['compatibility/app-crash-repeated'].say({
        program: 'tool',
        times,
        days: 7,
        module: '',
        hangs: 0,
        others: [],
      }).title;
    expect([2, 5, 11, 21].map((times) => /упала (.+?) за/.exec(say(times))?.[1]?.split('\u00a0')[1])).toEqual(
      ['раза', 'раз', 'раз', 'раз'],
    );
  });
});

const view = (open: readonly string[], looked = true): TreeView => ({
  open: (code) => open.includes(code),
  firstOpen: (codes) => open.find((code) => codes.includes(code)),
  answer: () => undefined,
  looked,
});

/** As far as measuring alone leads: the first node that needs a person, or the end. */
const measured = (seen: TreeView, at = tree.start): string => {
  const node: TreeNode | undefined = tree.nodes[at];
  const answer = node?.kind === 'ask' ? node.known?.(seen) : undefined;
  if (node?.kind === 'ask' && answer !== undefined) return measured(seen, node.to[answer]);
  if (node?.kind !== 'measure') return at;
  return measured(seen, node.branches.find(({ when }) => when(seen))?.to ?? node.otherwise);
};

describe('the tree for "a program does not run"', () => {
  test.each([
    [['disk-space/system-volume-full', 'compatibility/app-crash-repeated'], 'SOFT.GATE'],
    [['compatibility/app-blocked', 'compatibility/missing-runtime'], 'SOFT.BLOCKED'],
    [['compatibility/app-arch-mismatch'], 'SOFT.ARCH'],
    [['compatibility/missing-runtime', 'compatibility/app-crash-repeated'], 'SOFT.RUNTIME'],
    [['compatibility/app-needs-newer-os'], 'SOFT.NEWER'],
    [['drivers/gpu-resets', 'compatibility/app-crash-repeated'], 'SOFT.4'],
    [['compatibility/two-antiviruses', 'compatibility/app-crash-repeated'], 'SOFT.TWO'],
    [['compatibility/app-outdated', 'compatibility/app-crash-repeated'], 'SOFT.5'],
    [['compatibility/app-crash-repeated'], 'SOFT.REST'],
  ])('%j leads to %s without a question', (open, node) => {
    expect(measured(view(open))).toBe(node);
  });

  test('where nothing was found, or nobody could look, the person says what the program says', () => {
    expect(measured(view([]))).toBe('SOFT.1');
    expect(measured(view([], false))).toBe('SOFT.1');
  });
});
