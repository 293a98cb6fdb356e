import { chmodSync, lchownSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { places } from '../../src/config/find.ts';
import { type Config, type LoadOptions, loadConfig } from '../../src/config/load.ts';
import { clearSecrets } from '../../src/config/secrets.ts';
import { merge } from '../../src/config/settings.ts';
import type { Settings } from '../../src/contract.ts';
import { UserError } from '../../src/errors.ts';

const DEFAULTS: Readonly<Record<string, Settings>> = {
  connectivity: {
    targets: {
      anchors: [{ owner: 'A', ipv4: '192.0.2.1', port: 443 }],
      controls: ['a.example'],
      download: 'https://a.example/',
    },
    sites: [],
    lossWarnPct: 1,
  },
  'disk-space': { freeWarnPct: 10, deep: true },
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'techsupport-config-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const load = (changes: Partial<LoadOptions> = {}): Promise<Config> =>
  loadConfig({
    env: {},
    platform: 'linux',
    cwd: folder,
    uid: process.getuid?.() ?? -1,
    checkIds: Object.keys(DEFAULTS),
    defaultsOf: async (id) => DEFAULTS[id] ?? {},
    language: 'en',
    ...changes,
  });

const written = (text: string, name = 'techsupport.config.yaml'): string => {
  const path = join(folder, name);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
};

const mistake = async (text: string, name?: string): Promise<UserError> => {
  written(text, name);
  const error: unknown = await load().catch((cause: unknown) => cause);
  if (!(error instanceof UserError)) throw new Error(`no mistake was seen in ${text}`);
  expect(error.code).toBe('E_CONFIG');
  expect(error.exitCode).toBe(78);
  return error;
};

describe('a configuration is found', () => {
  test('in the current folder, in each of its forms', async () => {
    for (const [name, text] of [
      ['techsupport.config.yaml', 'timeout: 7'],
      ['techsupport.config.yml', 'timeout: 7'],
      ['techsupport.config.json', '{"timeout": 7}'],
      ['techsupport.config.mjs', 'export default { timeout: 7 };'],
      ['techsupport.config.js', 'module.exports = { timeout: 7 };'],
    ] as const) {
      const path = written(text, name);
      expect(await load(), name).toMatchObject({ timeout: 7, file: path });
      rmSync(path);
    }
  });

  test('then in XDG_CONFIG_HOME, which goes before the home folder', async () => {
    const place = (base: string, seconds: number) => {
      mkdirSync(join(folder, base, 'techsupport'), { recursive: true });
      written(`timeout: ${seconds}`, `${base}/techsupport/config.yaml`);
    };
    place('home/.config', 3);
    const env = { HOME: join(folder, 'home') };
    const cwd = join(folder, 'home');
    expect(await load({ env, cwd })).toMatchObject({ timeout: 3 });
    place('xdg', 4);
    expect(await load({ env: { ...env, XDG_CONFIG_HOME: join(folder, 'xdg') }, cwd })).toMatchObject({
      timeout: 4,
    });
  });

  test('in the places of each system', () => {
    const around = { cwd: '/here', uid: 0 };
    expect(places({ ...around, platform: 'linux', env: { HOME: '/home/u' } })).toEqual(
      expect.arrayContaining([
        '/here/techsupport.config.json',
        '/home/u/.config/techsupport/config.yaml',
        '/etc/techsupport/config.js',
      ]),
    );
    expect(places({ ...around, platform: 'darwin', env: { HOME: '/Users/u' } })).toContain(
      '/Users/u/Library/Preferences/techsupport/config.yml',
    );
    expect(
      places({
        cwd: 'C:\\here',
        uid: -1,
        platform: 'win32',
        env: { APPDATA: 'C:\\Users\\u\\AppData\\Roaming' },
      }),
    ).toContain('C:\\Users\\u\\AppData\\Roaming\\techsupport\\config.json');
  });

  test('nowhere without a home, and that is no fault', async () => {
    expect(await load()).toEqual({
      settings: {},
      redact: { keep: [], words: [], level: 'standard', keepVendors: false, tokens: 'keep' },
      report: { encryptTo: [] },
      history: 'on',
      distrusted: [],
    });
    expect(
      places({ cwd: '/', uid: 0, platform: 'linux', env: {} }).filter((path) => path.includes('undefined')),
    ).toEqual([]);
  });

  test('not behind a loop of links, and that is no fault either', async () => {
    symlinkSync('loop', join(folder, 'loop'));
    expect(await load({ env: { XDG_CONFIG_HOME: join(folder, 'loop') } })).not.toHaveProperty('file');
  });

  test('not where everybody could have put it', async () => {
    const path = written('timeout: 7');
    chmodSync(path, 0o666);
    const found = await load();
    expect(found).not.toHaveProperty('timeout');
    expect(found.distrusted).toEqual([path]);
    expect(await load({ named: path })).toMatchObject({ timeout: 7 });
  });

  test('not where it belongs to another user', async () => {
    const path = written('timeout: 7');
    const stranger = (process.getuid?.() ?? 0) + 4242;
    // To root everything of ordinary users is somebody else's; here the roles are turned round.
    if (process.getuid?.() !== 0) expect((await load({ uid: stranger })).distrusted).toEqual([path]);
    expect((await load({ uid: -1 })).timeout).toBe(7);
  });

  test.runIf(process.getuid?.() === 0)('not through a link that another user put there', async () => {
    const meant = join(folder, 'other.yaml');
    writeFileSync(meant, 'timeout: 7');
    const link = join(folder, 'techsupport.config.yaml');
    symlinkSync(meant, link);
    expect(await load()).toMatchObject({ timeout: 7 });
    lchownSync(link, 65_534, 65_534);
    expect(await load()).toMatchObject({ distrusted: [link] });
  });

  test('by its name it must be there', async () => {
    await expect(load({ named: 'no-such-file.yaml' })).rejects.toMatchObject({
      code: 'E_CONFIG',
      exitCode: 78,
    });
  });

  test.each([
    ['a circle of aliases', 'yaml', 'a: &a [1, *a]\ndisk-space: *a\n'],
    ['a circle', 'mjs', 'const all = {}; all.clock = all; export default all;'],
    ['a number without end', 'mjs', 'export default { timeout: 1n };'],
    ['something without a text', 'mjs', 'throw { toString() { throw 1; } };'],
  ])('with %s in it is a mistake of the file, not of ours', async (_, ending, text) => {
    const path = join(folder, `no-data.${ending}`);
    writeFileSync(path, text);
    await expect(load({ named: path })).rejects.toMatchObject({ code: 'E_CONFIG', exitCode: 78 });
  });

  test('an empty one changes nothing', async () => {
    written('# nothing yet\n');
    expect(await load()).toMatchObject({ settings: {} });
  });
});

describe('settings of a module', () => {
  test('fill in what the file does not say', async () => {
    written('connectivity: { targets: { controls: [intranet.example] }, lossWarnPct: 2 }');
    expect((await load()).settings).toEqual({
      connectivity: {
        ...DEFAULTS.connectivity,
        lossWarnPct: 2,
        targets: {
          anchors: [{ owner: 'A', ipv4: '192.0.2.1', port: 443 }],
          controls: ['intranet.example'],
          download: 'https://a.example/',
        },
      },
    });
  });

  test('may leave out parts of an element, and empty a list', async () => {
    written('connectivity: { targets: { anchors: [{ ipv4: 10.0.0.1 }], controls: [] }, sites: [x.example] }');
    expect((await load()).settings.connectivity).toMatchObject({
      targets: { anchors: [{ ipv4: '10.0.0.1' }], controls: [] },
      sites: ['x.example'],
    });
  });

  test('merging changes nothing that was not named', () => {
    const settings = fc.dictionary(fc.string(), fc.oneof(fc.integer(), fc.string(), fc.array(fc.string())));
    fc.assert(
      fc.property(settings, settings, (before, changes) => {
        const merged = merge(before, changes);
        for (const [key, value] of Object.entries(before)) {
          if (!Object.hasOwn(changes, key)) expect(merged[key]).toEqual(value);
        }
        for (const [key, value] of Object.entries(changes)) expect(merged[key]).toEqual(value);
      }),
    );
  });
});

describe('a mistake is named with file, key and what is allowed', () => {
  test.each([
    ['tiemout: 3', ['tiemout is not known', 'did you mean timeout?', 'allowed: language, timeout']],
    [
      'disk-space: { freeWarnPtc: 3 }',
      ['disk-space.freeWarnPtc', 'did you mean freeWarnPct?', 'allowed: freeWarnPct, deep'],
    ],
    ['disk-space: { freeWarnPct: plenty }', ['disk-space.freeWarnPct: must be a number, not "plenty"']],
    ['disk-space: { deep: 1 }', ['disk-space.deep: must be true or false, not 1']],
    [
      'connectivity: { targets: { anchors: [{ port: no }] } }',
      ['connectivity.targets.anchors[0].port: must be a number'],
    ],
    [
      'connectivity: { targets: { anchors: [{ prot: 1 }] } }',
      ['connectivity.targets.anchors[0].prot', 'did you mean port?'],
    ],
    ['language: de', ['language: must be en | ru, not "de"']],
    ['timeout: 0', ['timeout: must be more than 0, not 0']],
    ['timeout: 9999', ['timeout: must be at most 600, not 9999']],
    ['checks: [disk-spaces]', ['checks[0]: must be connectivity | disk-space, not "disk-spaces"']],
    ['redact: { keep: yes }', ['redact.keep: must be a list']],
    ['- a\n- list', ['the file: must be a group of keys']],
    ['timeout: [1', ['Cannot read the configuration']],
  ])('%s', async (text, parts) => {
    const { message } = await mistake(text);
    for (const part of [...parts, join(folder, 'techsupport.config.yaml')]) expect(message).toContain(part);
  });

  test('also in JSON that is none, and in a program that throws', async () => {
    expect((await mistake('{"timeout": }', 'techsupport.config.json')).message).toContain(
      'techsupport.config.json',
    );
    rmSync(join(folder, 'techsupport.config.json'));
    expect((await mistake('throw new Error("no way");', 'techsupport.config.mjs')).message).toContain(
      'no way',
    );
  });

  test('in Russian too', async () => {
    const { message, hint } = (await mistake('tiemout: 3')).say('ru');
    expect(message).toContain('ключ tiemout неизвестен; возможно, имелся в виду timeout');
    expect(hint).toContain('--config');
  });

  test('whatever is in the file, it is a configuration or a mistake, never a crash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (text) => {
        written(text);
        const result: unknown = await load().catch((cause: unknown) => cause);
        if (result instanceof Error) expect(result).toBeInstanceOf(UserError);
      }),
      { numRuns: 100 },
    );
  });
});

describe('secrets', () => {
  test.each([
    'desks: { own: { url: "https://desk.example", token: abc } }',
    'desks: { own: { auth: { kind: bearer, secret: hunter2 } } }',
    'desks: { own: { headers: { Authorization: "Bearer abc" } } }',
    'desks: { own: { api_key: 12345 } }',
    'desks: { own: { url: "https://user:hunter2@desk.example/" } }',
  ])('are refused in clear, and not repeated: %s', async (text) => {
    const { message, hint } = await mistake(text);
    expect(message).toContain('holds a secret in clear');
    expect(hint).toContain('env');
    expect(message + hint).not.toMatch(/hunter2|abc|12345/);
  });

  test('may be named by where they come from', async () => {
    written(
      'desks: { own: { kind: webhook, url: "https://desk.example", auth: { kind: bearer, secret: { env: DESK_TOKEN } } } }',
    );
    expect((await load()).desks?.own).toMatchObject({ auth: { secret: { env: 'DESK_TOKEN' } } });
    expect(clearSecrets({ secret: { command: ['pass', 'desk'] }, tokenEnv: 'DESK' })).toEqual([]);
  });
});
