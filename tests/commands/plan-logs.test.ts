/** `plan` tells of the logs too: `report --logs` reads nothing that is not in it. */
import { expect, test } from 'vitest';
import { systemLogs } from '../../src/sources/system-logs.ts';
import { techsupport } from './cli.ts';

test.runIf(process.platform === 'linux')('what --logs would read stands at the end of the plan', async () => {
  const [text, json, russian] = await Promise.all([
    techsupport(['plan', 'clock']),
    techsupport(['plan', 'clock', '--format', 'json']),
    techsupport(['plan', 'clock', '--lang', 'ru']),
  ]);
  const [, beside = ''] = text.stdout.split('With report --logs also\n');
  expect(beside).toContain('journalctl --system --lines=5000');
  expect(beside).toContain('/var/log/messages (when logs.syslog cannot be read)');
  expect(russian.stdout).toContain('С report --logs ещё и\n');
  const { logs } = JSON.parse(json.stdout) as { logs: readonly { id: string }[] }; // its own form
  const [first] = systemLogs.linux ?? [];
  expect(logs.map(({ id }) => id)).toEqual([first?.id, 'logs.syslog', 'logs.messages']);
});
