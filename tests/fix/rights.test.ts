import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { type RightsHere, withRights } from '../../src/fix/rights.ts';

const here = (more: Partial<RightsHere>): RightsHere => ({
  os: 'linux',
  isAdmin: false,
  tools: ['sudo', 'doas', 'pkexec'],
  isAttended: true,
  ...more,
});
const step = ['ip', 'link', 'set', 'dev', 'eth0', 'up'];

describe('rights for one step', () => {
  test('root runs it as it stands, and so does everybody what needs none', () => {
    expect(withRights(step, 'root', here({ isAdmin: true }))).toEqual({ kind: 'direct', argv: step });
    expect(withRights(step, 'user', here({}))).toEqual({ kind: 'direct', argv: step });
  });

  test.each([
    ['sudo', ['sudo', '--', ...step]],
    ['doas', ['doas', ...step]],
    ['pkexec', ['pkexec', ...step]],
  ] as const)('%s is shown as it will run', (tool, argv) => {
    expect(withRights(step, 'root', here({ tools: [tool] }))).toMatchObject({ kind: 'through', tool, argv });
  });

  test('where nobody can type a password, none is asked for', () => {
    expect(withRights(step, 'root', here({ isAttended: false }))).toMatchObject({
      argv: ['sudo', '-n', '--', ...step],
      asks: false,
    });
    expect(withRights(step, 'root', here({ isAttended: false, tools: ['pkexec'] }))).toEqual({
      kind: 'none',
    });
    expect(withRights(step, 'root', here({ tools: [] }))).toEqual({ kind: 'none' });
  });

  test('macOS without sudo: its own window, with every word quoted twice', () => {
    const nasty = ['echo', `it's "$(id)" \\ here`];
    const way = withRights(nasty, 'root', here({ os: 'darwin', tools: ['osascript'] }));
    const script = way.kind === 'none' ? '' : (way.argv[2] ?? '');
    const shell = /^do shell script "(.*)" with administrator privileges$/s.exec(script)?.[1] ?? '';
    const command = shell.replace(/\\(["\\])/g, '$1');
    expect(execFileSync('sh', ['-c', command], { encoding: 'utf8' })).toBe(`${nasty[1]}\n`);
  });

  test('Windows: a window of the system, for this program alone', () => {
    const way = withRights(
      ['sc.exe', 'config', "a'b", 'x "y" z\\'],
      'root',
      here({ os: 'win32', tools: ['powershell'] }),
    );
    expect(way).toMatchObject({ kind: 'through', tool: 'powershell' });
    expect(way.kind === 'none' ? '' : way.argv.at(-1)).toBe(
      `$step = Start-Process -FilePath 'sc.exe' -ArgumentList 'config a''b "x \\"y\\" z\\\\"' -Verb RunAs -WindowStyle Hidden -Wait -PassThru; exit $step.ExitCode`,
    );
  });
});
