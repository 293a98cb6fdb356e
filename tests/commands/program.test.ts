import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkIds } from '../../checks/index.ts';
import { dist, emptyFolder, techsupport } from './cli.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string; // our own package.json
};

describe('the command line', () => {
  test('says its version', async () => {
    expect(await techsupport(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('prints help where nobody can choose from a menu', async () => {
    const { status, stdout } = await techsupport([]);
    expect(status).toBe(0);
    for (const command of ['check', 'plan', 'list', 'explain'])
      expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  });

  test('prints help in Russian', async () => {
    expect((await techsupport(['check', '--help', '--lang', 'ru'])).stdout).toContain('выяснить, что не так');
    expect((await techsupport(['--help'], { env: { LANG: 'ru_RU.UTF-8' } })).stdout).toContain('Команды:');
  });

  test.each([
    [['--nonsense'], "unknown option '--nonsense'"],
    [['check', '--fromat', 'json'], 'Did you mean --format?'],
    [['chekc'], 'Did you mean check?'],
    [['check', '--format', 'xml'], 'Allowed choices are text, json, junit, nagios'],
    [['check', '--timeout', '0'], 'more than 0'],
    [['check', '--timeout', 'soon'], 'number of seconds'],
    [['check', '--fail-on', 'never'], 'Allowed choices are warning, critical'],
    [['check', 'disk-spase'], 'Did you mean disk-space?'],
    [['explain', 'disk-space/volume-fulll'], 'Did you mean disk-space/volume-full?'],
    [['explain'], "missing required argument 'finding'"],
    [['plan', 'nonsense'], 'Modules: '],
    [['--lang', 'de', 'list'], 'Allowed choices are en, ru'],
  ])('%s is wrong usage', async (args, told) => {
    const { status, stdout, stderr } = await techsupport(args);
    expect(status).toBe(64);
    expect(stdout).toBe('');
    expect(stderr).toContain(told);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  test('never repeats control characters it was given', async () => {
    const { stderr } = await techsupport(['check', 'x\u001b[31m\u0007']);
    expect(stderr).toContain('\\x1b');
    expect(stderr).not.toContain('\u001b');
  });

  test.each([['--version'], ['--help']])(
    '%s loads neither checks nor the packages they need',
    async (option) => {
      const folder = emptyFolder();
      await techsupport([option], { env: { NODE_V8_COVERAGE: folder } });
      const loaded = readdirSync(folder).flatMap((name) => {
        // V8's own format.
        const { result } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
          readonly result: readonly { readonly url: string }[];
        };
        return result.map(({ url }) => url);
      });
      const ours = loaded.filter((url) => url.startsWith('file:')).map((url) => fileURLToPath(url));
      expect(ours.some((path) => path.startsWith(dist))).toBe(true);
      const code = ours.map((path) => readFileSync(path, 'utf8')).join('\n');
      expect(code.includes('node_modules/commander')).toBe(option !== '--version');
      for (const part of [
        'checks/disk-space',
        'node_modules/systeminformation',
        'node_modules/zod',
        '@inquirer',
        'node_modules/execa',
        'node_modules/undici',
        'node_modules/chalk',
      ]) {
        expect(code.includes(`// ${part}`) || code.includes(`// node_modules/${part}`), part).toBe(false);
      }
    },
  );

  test('an old Node is told what is needed, in words it can read', async () => {
    const folder = emptyFolder();
    const old = join(folder, 'old.cjs');
    writeFileSync(
      old,
      "Object.defineProperty(process.versions, 'node', { value: '18.19.0' }); Object.defineProperty(process, 'version', { value: 'v18.19.0' });",
    );
    const { status, stdout, stderr } = await techsupport(['--version'], { node: ['--require', old] });
    expect(status).toBe(70);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      'techsupport needs Node.js 20.19 or newer (of Node.js 22: 22.12 or newer). This is v18.19.0.\n',
    );
  });
});

describe('list', () => {
  test('names every module and its findings', async () => {
    const { stdout } = await techsupport(['list', '--format', 'json']);
    // The form is this test's own expectation.
    const { modules } = JSON.parse(stdout) as {
      readonly modules: readonly { readonly id: string; readonly findings: readonly unknown[] }[];
    };
    expect(modules.map(({ id }) => id)).toEqual(checkIds);
    for (const { id, findings } of modules) expect(findings.length, id).toBeGreaterThan(0);
    expect((await techsupport(['list'])).stdout).toContain('disk-space/volume-full');
  });
});

describe('explain', () => {
  test.each([
    ['en', 'How it is found', 'Source'],
    ['ru', 'Как это находят', 'Источник'],
  ])('tells all about a finding (%s)', async (lang, ...parts) => {
    const { status, stdout } = await techsupport(['explain', 'disk-space/volume-full', '--lang', lang]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^disk-space\/volume-full: /);
    for (const part of parts) expect(stdout).toContain(`${part}:`);
  });
});

describe('plan', () => {
  test('names what would be read, and reads nothing', async () => {
    const { status, stdout } = await techsupport(['plan', 'disk-space']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^disk-space$/m);
    expect(stdout).not.toMatch(/^connectivity$/m);
  });

  test('is plain data as JSON', async () => {
    const { stdout } = await techsupport(['plan', '--format', 'json']);
    // The form is this test's own expectation.
    const { checks } = JSON.parse(stdout) as {
      readonly checks: readonly {
        readonly check: string;
        readonly reads: readonly { readonly id: string; readonly request: { readonly kind: string } }[];
      }[];
    };
    expect(checks.map(({ check }) => check)).toEqual(checkIds);
    for (const { check, reads } of checks) {
      expect(reads.length, check).toBeGreaterThan(0);
      expect(reads.filter(({ id, request }) => id === '' || request.kind === '')).toEqual([]);
    }
  });
});

describe('a configuration', () => {
  const folder = emptyFolder();
  const config = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };

  test('that is wrong ends with 78 and names file and key', async () => {
    const path = config('wrong.yaml', 'disk-space: { nonsense: 1 }\n');
    for (const around of [
      { args: ['--config', path, 'check'] },
      { args: ['check'], env: { TECHSUPPORT_CONFIG: path } },
    ]) {
      const { status, stdout, stderr } = await techsupport(around.args, around);
      expect(status).toBe(78);
      expect(stdout).toBe('');
      expect(stderr).toContain(path);
      expect(stderr).toContain('disk-space.nonsense is not known');
    }
  });

  test('chooses language and modules, and the command line goes before it', async () => {
    const path = config('right.yaml', 'language: ru\nchecks: [disk-space]\n');
    const russian = await techsupport(['--config', path, 'check', '--format', 'json']);
    expect(JSON.parse(russian.stdout)).toMatchObject({ language: 'ru', checks: [{ id: 'disk-space' }] });
    const english = await techsupport(['--config', path, '--lang', 'en', 'check', '--format', 'json']);
    expect(JSON.parse(english.stdout)).toMatchObject({ language: 'en' });
  });

  test('is found in the current folder', async () => {
    const here = join(folder, 'here');
    mkdirSync(here);
    writeFileSync(join(here, 'techsupport.config.json'), '{"language": "ru", "checks": ["disk-space"]}', {
      mode: 0o600,
    });
    expect((await techsupport(['list'], { cwd: here })).stdout).toMatch(/[а-я]/);
  });
});
