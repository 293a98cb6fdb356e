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
});
