import { describe, expect, test } from 'vitest';
import { en } from '../../../checks/safe-mode/messages.en.ts';
import { ru } from '../../../checks/safe-mode/messages.ru.ts';

const service = {
  on: 'linux' as const,
  kind: 'others' as const,
  name: 'a.service',
  description: '',
  result: '',
  exitStatus: null,
  restarts: null,
  line: '',
};

describe('the words of the start-up check', () => {
  test.each([
    [1, 'Не запустилась служба a.service'],
    [2, 'Не запустились 2\u00a0службы: a, b'],
    [5, 'Не запустились 5\u00a0служб: a, b, c, d …'],
  ])('%i services in Russian', (count, title) => {
    const names = ['a', 'b', 'c', 'd', 'e'].slice(0, count);
    expect(ru.findings['safe-mode/failed-services'].say({ ...service, names }).title).toBe(title);
  });

  test('guards and remarks say their values', () => {
    const guard = { on: 'linux', volume: '/' };
    expect(en.findings['safe-mode/encryption-guard'].say(guard).title).toContain('/ is encrypted (LUKS)');
    expect(en.findings['safe-mode/fast-startup'].say({ days: 12 }).title).toContain('12 days');
    expect(ru.findings['safe-mode/fast-startup'].say({ days: 12 }).title).toContain('12\u00a0дней');
    expect(en.findings['safe-mode/no-recovery-path'].say({ on: 'linux', kernel: '6.1' }).title).toContain(
      '6.1',
    );
  });

  test.each([en, ru])('what the machine calls things is one word of a command', (words) => {
    const next = (change: object): string =>
      words.findings['safe-mode/failed-services'].say({ ...service, names: ['a'], ...change }).next;
    // A shell would eat the backslash: it is part of the name.
    expect(next({ kind: 'failed', name: 'dev-disk-by\\x2duuid-1.swap' })).toContain(
      "restart 'dev-disk-by\\x2duuid-1.swap'",
    );
    expect(next({ kind: 'failed', name: 'cups.service' })).toContain('restart cups.service');
    expect(next({ on: 'openrc', kind: 'failed', name: 'x; reboot' })).toContain("rc-service 'x; reboot' ");
    const folder = (kind: string): string =>
      words.findings['safe-mode/login-broken'].say({ kind, path: '/home/a b', uid: 1000 }).next;
    expect(folder('owner')).toBe("sudo chown 1000: '/home/a b'");
    // It is the owner's already.
    expect(folder('not-writable')).toBe("sudo chmod u+rwx '/home/a b'");
    expect(folder('missing')).toContain("'/home/a b'");
  });

  test('Windows events name services as they are shown, and PowerShell takes ’ for a quote', () => {
    const next = (change: object): string =>
      en.findings['safe-mode/failed-services'].say({ ...service, on: 'win32', names: ['a'], ...change }).next;
    expect(next({ kind: 'failed', name: 'Spooler' })).toContain("Start-Service -Name 'Spooler';");
    expect(next({ kind: 'loop', name: 'Lab’; calc' })).toContain("Start-Service -DisplayName 'Lab’’; calc';");
  });
});
