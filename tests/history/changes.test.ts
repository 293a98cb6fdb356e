/** What changed before something broke: on computers of the collection, looked at before and after. */
import { describe, expect, test } from 'vitest';
import { changesBefore, sayChange } from '../../src/commands/changes/say.ts';
import { storyLines } from '../../src/commands/changes/text.ts';
import type { Recording } from '../../src/contract.ts';
import { recall } from '../../src/history/recall.ts';
import { changedKinds, type Story, storiesOf, storySince } from '../../src/history/story.ts';
import { changed } from '../report/made.ts';
import { emptyHistory, historyOf, lookAt } from './looks.ts';

const LIVE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/;
const SAYING = { language: 'en', nowMs: Date.parse('2026-11-26T12:00:00Z') } as const;

const [FRIDAY, MONDAY, TUESDAY, WEDNESDAY] = [
  '2026-11-20T12:00:00Z',
  '2026-11-23T12:00:00Z',
  '2026-11-24T12:00:00Z',
  '2026-11-25T12:00:00Z',
];

const bash = (version: string) =>
  changed('packages.dpkg-relations', (text) => text.replace(/^(ii \tbash\t)[^\t]+/m, `$1${version}`));

const denied =
  (id: string) =>
  ({ os, entries }: Recording): Recording => {
    const entry = entries[id];
    if (entry === undefined) throw new Error(`${id} was not asked`);
    const answer = { status: 'denied', why: 'EACCES', ms: 1 } as const;
    return { os, entries: { ...entries, [id]: { ...entry, answer } } };
  };

const only = ({ stories }: { readonly stories: readonly Story[] }): Story => {
  expect(stories).toHaveLength(1);
  const [story] = stories;
  if (story === undefined) throw new Error('no story');
  return story;
};

const said = (story: Story): readonly string[] => story.changes.map((one) => sayChange(one, story, SAYING));

describe('it broke after', () => {
  test.each([
    [
      'wsl-2',
      'wsl-2-names',
      'connectivity/dns-unreachable',
      'Name servers: 192.168.178.1 → 172.29.64.1',
      'network',
    ],
    [
      'windows-11-ru',
      'windows-11-ru-proxy',
      'connectivity/proxy-misconfigured',
      'Proxy in Internet Settings all: http://127.0.0.1:10809, new',
      'network',
    ],
    [
      'ubuntu-24.04',
      'ubuntu-24.04-full',
      'disk-space/system-volume-full',
      'Room on /: 332.9 GB free of 493.9 GB → 0.0 GB free of 493.9 GB',
      'space',
    ],
    [
      'debian-12',
      'debian-12-disk',
      'hardware/disk-smart-failing',
      'Disk (GB) Linux scsi_debug: 0.1, new',
      'device',
    ],
  ])('%s: what makes it %s comes first', async (well, ill, code, line, kind) => {
    const history = await historyOf([
      { machine: well, at: MONDAY },
      { machine: ill, at: TUESDAY },
    ]);
    const told = storiesOf(history);
    const story = only(told);
    expect(story.codes).toContain(code);
    expect([story.good.at, story.bad.at]).toEqual([MONDAY, TUESDAY].map((at) => new Date(at).toISOString()));
    expect(said(story)[0]).toBe(line);
    expect(changedKinds(told)).toContain(kind);
  });

  test('a package that has nothing to do with it comes after what has, and what came later comes last', async () => {
    const history = await historyOf([
      { machine: 'debian-12', at: MONDAY },
      { machine: 'debian-12-disk', at: TUESDAY, edit: bash('5.9-1') },
      { machine: 'debian-12-disk', at: WEDNESDAY, edit: bash('6.0-1') },
    ]);
    const story = only(storiesOf(history));
    expect(story.changes.map(({ area, key, isLater }) => [area, key, isLater])).toEqual([
      ['disk', 'Linux scsi_debug', false],
      ['package', 'bash', false],
      ['package', 'bash', true],
    ]);
  });

  test('a look that did not look at it is no look at which it was well', async () => {
    const history = await historyOf([
      { machine: 'wsl-2', at: FRIDAY },
      { machine: 'wsl-2', at: MONDAY, modules: ['disk-space'] },
      { machine: 'wsl-2-names', at: TUESDAY },
    ]);
    expect(only(storiesOf(history)).good.at).toBe(new Date(FRIDAY).toISOString());
  });

  test('what was not read is unknown, and never gone', async () => {
    const history = await historyOf([
      { machine: 'debian-12', at: MONDAY },
      { machine: 'debian-12-disk', at: TUESDAY, edit: denied('packages.dpkg-relations') },
    ]);
    const story = only(storiesOf(history));
    expect(story.changes.filter(({ area }) => area === 'package')).toEqual([]);
    expect(story.unseen).toEqual(['package']);
  });

  test('a run that did not read it is passed over: it changed between the nearest that did', async () => {
    const history = await historyOf([
      { machine: 'debian-12', at: FRIDAY },
      { machine: 'debian-12', at: MONDAY, modules: ['hardware'] },
      { machine: 'debian-12-disk', at: TUESDAY, modules: ['hardware'] },
      { machine: 'debian-12-disk', at: WEDNESDAY, edit: bash('5.9-1') },
    ]);
    const story = only(storiesOf(history));
    const change = story.changes.find(({ key }) => key === 'bash');
    expect(change).toMatchObject({
      from: new Date(FRIDAY).toISOString(),
      to: new Date(WEDNESDAY).toISOString(),
    });
    expect(said(story).find((line) => line.includes('bash'))).toMatch(
      /^Package bash: 5\.2\S* → 5\.9-1 \(between .*20 November.* and .*25 November.*\)$/,
    );
  });

  test('the day is the one that the package manager wrote down', async () => {
    const log =
      'Start-Date: 2026-11-22  09:00:00\nUpgrade: bash:amd64 (5.2, 5.9-1)\nEnd-Date: 2026-11-22  09:00:09\n';
    const edit = (recording: Recording): Recording => {
      const { os, entries } = bash('5.9-1')(recording);
      const request = { kind: 'file', path: '/var/log/apt/history.log' } as const;
      const answer = { status: 'ok', raw: { text: log }, ms: 1 } as const;
      return { os, entries: { ...entries, 'packages.apt-history': { request, answer, startedAt: TUESDAY } } };
    };
    const history = await historyOf([
      { machine: 'debian-12', at: FRIDAY },
      { machine: 'debian-12-disk', at: TUESDAY, edit },
    ]);
    expect(said(only(storiesOf(history)))).toContainEqual(
      expect.stringMatching(/^Package bash: .* → 5\.9-1 \(on Sunday,? 22 November\)$/),
    );
  });

  test('what was there at every look has no before', async () => {
    const history = await historyOf([
      { machine: 'wsl-2-names', at: MONDAY },
      { machine: 'wsl-2-names', at: TUESDAY },
    ]);
    const told = storiesOf(history);
    expect(told.stories).toEqual([]);
    expect(told.never).toContainEqual({
      code: 'connectivity/dns-unreachable',
      since: new Date(MONDAY).toISOString(),
    });
    expect(changedKinds(told)).toBeUndefined();
  });

  test('of one module, and since a moment', async () => {
    const history = await historyOf([
      { machine: 'debian-12', at: FRIDAY },
      { machine: 'debian-12', at: MONDAY, edit: bash('5.9-1') },
      { machine: 'debian-12-disk', at: TUESDAY, edit: bash('5.9-1') },
    ]);
    expect(only(storiesOf(history, { about: ['hardware'] })).codes).toEqual(['hardware/disk-smart-failing']);
    expect(storiesOf(history, { about: ['audio'] }).stories).toEqual([]);
    const whole = storySince(history, new Date(FRIDAY));
    const late = storySince(history, new Date(MONDAY));
    expect(whole?.changes.map(({ key }) => key)).toContain('bash');
    expect(late?.changes.map(({ key }) => key)).not.toContain('bash');
    expect(storySince(history.slice(0, 1))).toBeUndefined();
  });
});

describe('for a diagnosis', () => {
  test('the run that was just made counts, and nothing is written for it', async () => {
    const folder = emptyHistory();
    await historyOf([{ machine: 'wsl-2', at: MONDAY }], folder);
    const examination = await lookAt({ machine: 'wsl-2-names', at: TUESDAY });
    const past = await recall(examination, { history: 'on', folders: [folder], now: new Date(TUESDAY) });
    expect(past.changed()).toEqual(['network']);
    expect(changesBefore(['connectivity/dns-unreachable'], past.stories(), SAYING)).toEqual([
      {
        codes: ['connectivity/dns-unreachable'],
        kind: 'network',
        text: 'Name servers: 192.168.178.1 → 172.29.64.1',
      },
    ]);
    expect(changesBefore(['disk-space/volume-full'], past.stories(), SAYING)).toEqual([]);
    expect(await historyOf([], folder)).toHaveLength(1);
  });

  test('without a history, or with it off, nobody knows', async () => {
    const examination = await lookAt({ machine: 'wsl-2-names', at: TUESDAY });
    const folder = emptyHistory();
    expect((await recall(examination, { history: 'on', folders: [folder] })).changed()).toBeUndefined();
    await historyOf([{ machine: 'wsl-2', at: MONDAY }], folder);
    expect((await recall(examination, { history: 'off', folders: [folder] })).changed()).toBeUndefined();
  });
});

test('nothing of hostile names gets to the terminal alive', async () => {
  const hostile = changed('packages.dpkg-relations', (text) =>
    text.replace(/^(ii \tbash\t)[^\t]+/m, '$1\u001b]0;owned\u0007\u202e'),
  );
  const history = await historyOf([
    { machine: 'debian-12', at: MONDAY },
    { machine: 'debian-12-disk', at: TUESDAY, edit: hostile },
  ]);
  const story = only(storiesOf(history));
  const screen = { width: 40, colour: false, ascii: true };
  const text = storyLines(story, { ...SAYING, ascii: true, screen, all: true, names: new Map() }).join('\n');
  expect(text).toContain('\\x1b]0;owned');
  expect(text).not.toMatch(LIVE);
  expect(said(story).join('\n')).not.toMatch(LIVE);
  for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(40);
});

test('a proxy’s password and the name of a network are not kept', async () => {
  const edit = (recording: Recording): Recording => {
    const request = { kind: 'env', names: ['https_proxy'] } as const;
    const answer = {
      status: 'ok',
      raw: { values: { https_proxy: 'http://anna:geheim@proxy.example:8080' } },
      ms: 1,
    } as const;
    const { os, entries } = recording;
    return {
      os,
      entries: { ...entries, 'net.proxy.environment': { request, answer, startedAt: MONDAY } },
    };
  };
  const [snapshot] = await historyOf([{ machine: 'ubuntu-24.04', at: MONDAY, edit }]);
  const kept = JSON.stringify([...(snapshot?.facts ?? [])].map(([id, row]) => [id, [...row]]));
  expect(kept).toContain('…@proxy.example:8080');
  expect(kept).not.toContain('geheim');
  const [network] = [...(snapshot?.facts.get('wifi-name net.wifi.link')?.values() ?? [])];
  expect(network?.value).toMatch(/^[\w-]{8}$/);
  expect(network?.value).not.toBe('home');
});
