import { describe, expect, test } from 'vitest';
import { type RedactorOptions, redactor } from '../../../src/report/redact/redactor.ts';

const hide = (text: string, options: Partial<RedactorOptions> = {}) =>
  redactor({ key: Buffer.alloc(32, 7), ...options }).text(text);

describe('the level', () => {
  const PUBLIC = [
    'nameserver 8.8.8.8',
    'nameserver 2606:4700:4700::1111',
    'https://github.com/x',
    'deb.debian.org',
  ];

  test.each(PUBLIC)('%s stays by default, and goes when strict', (text) => {
    expect(hide(text)).toBe(text);
    expect(hide(text, { level: 'strict' })).not.toBe(text);
  });

  test.each([
    '127.0.0.1',
    'localhost',
    '/usr/lib/systemd.service',
    'version 6.1.0.13',
    '0x80070005',
    'main.py',
    'getty@tty1.service',
  ])('%s stays also when strict', (text) => {
    expect(hide(text, { level: 'strict' })).toBe(text);
  });

  test('what is to be kept is kept also when strict', () => {
    const options = { level: 'strict', keep: ['probe.example.com', '8.8.8.8'] } as const;
    expect(hide('probe.example.com 8.8.8.8 a.probe.example.com', options)).toBe(
      'probe.example.com 8.8.8.8 a.probe.example.com',
    );
  });
});

describe('what the configuration keeps', () => {
  test.each([
    ['an address', '10.20.30.40', 'inet 10.20.30.40/24'],
    ['an IPv6 address', '2a0e:4c7:7::9', 'inet6 2a0e:4c7:7::9/64'],
    ['a hardware address', '3c:22:fb:11:22:33', 'ether 3c:22:fb:11:22:33'],
    ['it in another notation', '3c:22:fb:11:22:33', 'Physical Address: 3C-22-FB-11-22-33'],
    ['a UUID', '4c4c4544-0038-4a10-8052-b9c04f4e3732', 'UUID: 4C4C4544-0038-4A10-8052-B9C04F4E3732'],
    ['a mail address', 'help@tannhof.com', 'write to help@tannhof.com'],
    ['a domain', 'tannhof.com', 'DB_HOST=db7.tannhof.com'],
    ['a private name', 'nas.lan', 'smb://nas.lan/x'],
    ['a user', 'kiosk7', '/home/kiosk7/x'],
    ['a user in a log', 'kiosk7', 'Accepted password for kiosk7 from 127.0.0.1'],
    ['a host', 'lobby-pc-3', 'Host Name: lobby-pc-3'],
    ['a network', 'Lobby Guest', '    SSID                   : Lobby Guest'],
    ['a serial number', 'PF2ABC9X', 'Serial Number: PF2ABC9X'],
    ['a telephone number', '+49 30 1234567', 'Phone: +49 30 1234567'],
  ])('%s stays', (_, keep, text) => {
    expect(hide(text)).not.toBe(text);
    expect(hide(text, { keep: [keep] })).toBe(text);
  });

  test('a secret goes even so', () => {
    expect(hide('password=hunter27', { keep: ['hunter27'] })).toBe('password=[secret]');
  });
});

test.each([
  'Project Falcon started',
  '/srv/project falcon/x',
  '"name": "Project Falcon"',
  'https://x/?q=PROJECT FALCON',
  'C:\\Users\\Project Falcon\\x',
])('a word of the configuration is hidden in %s', (text) => {
  expect(hide(text, { words: ['Project Falcon'] })).not.toMatch(/falcon/i);
});

describe('who made a device', () => {
  const MAC = '3c:52:82:12:34:56';

  test('goes by default, and stays where the configuration asks for it', () => {
    expect(hide(MAC)).not.toContain('3c:52:82');
    expect(hide(MAC, { keepVendors: true })).toMatch(/^3c:52:82:(?!12:34:56)/);
    expect(hide('3C-52-82-12-34-56', { keepVendors: true })).toMatch(/^3C-52-82-/);
  });

  test('goes all the same when strict', () => {
    expect(hide(MAC, { keepVendors: true, level: 'strict' })).not.toContain('3c:52:82');
  });

  test('is told by no address that somebody made up', () => {
    expect(hide('3e:52:82:12:34:56', { keepVendors: true })).not.toContain('52:82');
  });
});
