/** Real machines, as `udevadm info --export-db` tells of them: put back into the form of sysfs, then read. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { peripherals } from '../../checks/peripherals/index.ts';
import type { Answer, Host } from '../../src/contract.ts';
import { run } from '../../src/run.ts';
import { devicesOf, inputOf, last, texts, usbOf } from '../agreement/tools/udev.ts';
import { hasShared, sharedDir } from '../shared.ts';

const folder = sharedDir('corpus/udevadm-export-db/checkbox');
const machines = hasShared ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];

const read = (name: string) => devicesOf(readFileSync(`${folder}/${name}`, 'utf8'));

describe.runIf(hasShared)('recorded machines', () => {
  test('there are some', () => {
    expect(machines.length).toBeGreaterThan(10);
  });

  test.each(machines)('%s: a certified computer has nothing wrong with what is plugged in', async (name) => {
    const devices = read(name);
    const entries: Readonly<Record<string, ReturnType<typeof usbOf>>> = {
      'usb.devices': usbOf(devices),
      'input.devices': inputOf(devices),
      'camera.devices': Object.fromEntries(
        devices
          .filter(({ properties: p }) => p.SUBSYSTEM === 'video4linux')
          .map(({ path }) => [last(path), texts({ name: 'Camera', index: '0' })]),
      ),
    };
    const platform = { platform: 'linux', release: '6', arch: 'x64', hostname: 'pc', bootedSecondsAgo: 60 };
    const host: Host = {
      os: 'linux',
      ask: async (id): Promise<Answer> => {
        if (id === 'system.platform') return { status: 'ok', raw: platform, ms: 1 };
        const found = entries[id];
        return found === undefined
          ? { status: 'absent', why: 'ENOENT', ms: 1 }
          : { status: 'ok', raw: { entries: found }, ms: 1 };
      },
    };
    const { outcomes } = await run([peripherals], host);
    expect(outcomes[0]?.findings.map(({ code, params }) => ({ code, params }))).toEqual([]);
  });
});
