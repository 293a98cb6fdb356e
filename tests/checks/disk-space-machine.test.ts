/** The whole check on made-up machines: what is asked, round by round, and what comes of it. */
import { expect, test } from 'vitest';
import { diskSpace } from '../../checks/disk-space/index.ts';
import type { Answer, Host, Raw, Request } from '../../src/contract.ts';
import { run } from '../../src/run.ts';

const GIB = 1024 ** 3;

const MOUNTS = `21 0 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
22 21 0:40 / /home/anna/nas rw - fuse.sshfs nas:/share rw
23 21 7:3 / /snap/core/1 ro - squashfs /dev/loop3 ro
24 21 0:41 / /misc rw - autofs systemd-1 rw
`;

interface Machine extends Host {
  readonly asked: readonly Request[];
}

/** Answers what it knows; everything else is not there. */
const machine = (
  root: Partial<Raw['space']>,
  more: (request: Request) => Raw[Request['kind']] | undefined = () => undefined,
): Machine => {
  const asked: Request[] = [];
  const known = (request: Request): Raw[Request['kind']] | undefined => {
    switch (request.kind) {
      case 'system':
        return { platform: 'linux', release: '6.1.0', arch: 'x64', hostname: 'pc', bootedSecondsAgo: 9 };
      case 'user':
        return { name: 'anna', home: '/home/anna', uid: 1000, elevated: false };
      case 'clock':
        return { epochMs: Date.UTC(2026, 10, 24), timeZone: 'UTC' };
      case 'env':
        return { values: {} };
      case 'file':
        if (request.path === '/proc/self/mountinfo') return { text: MOUNTS };
        return request.path === '/etc/os-release' ? { text: 'ID=debian\nNAME=Debian\n' } : undefined;
      case 'space':
        return request.path === '/'
          ? {
              totalBytes: 100 * GIB,
              freeBytes: 50 * GIB,
              availableBytes: 50 * GIB,
              files: 1000,
              freeFiles: 900,
              ...root,
            }
          : undefined;
      default:
        return undefined;
    }
  };
  return {
    os: 'linux',
    asked,
    ask: async (_, request): Promise<Answer> => {
      asked.push(request);
      if (request.kind === 'space' && request.path !== '/')
        return { status: 'timeout', why: 'no answer within 2 s', ms: 2 };
      const raw = more(request) ?? known(request);
      return raw === undefined ? { status: 'absent', why: 'ENOENT', ms: 1 } : { status: 'ok', raw, ms: 1 };
    },
  };
};

const outcomeOn = async (host: Host) => {
  const { outcomes } = await run([diskSpace], host);
  return outcomes[0];
};

const paths = ({ asked }: Machine): readonly string[] =>
  asked.flatMap((request) =>
    'path' in request && request.kind !== 'space' ? [`${request.kind} ${request.path}`] : [],
  );

test('a share that hangs is asked for its space twice, apart, and is touched by nothing else', async () => {
  const host = machine({ availableBytes: 0 });
  const outcome = await outcomeOn(host);
  expect(outcome?.findings.map(({ code }) => code)).toContain('disk-space/mount-hung');
  const towards = host.asked.filter(
    (request) => 'path' in request && request.path.startsWith('/home/anna/nas'),
  );
  expect(towards).toHaveLength(2);
  expect(towards.every((request) => request.kind === 'space' && request.apart === true)).toBe(true);
  expect(paths(host)).not.toContain('usage /home');
});

test('images, containers and automatic mounts are never looked at', async () => {
  const host = machine({ availableBytes: 0 });
  await outcomeOn(host);
  expect(host.asked.some((request) => 'path' in request && /^\/(snap|misc)/.test(request.path))).toBe(false);
});

test('a disk with room is not walked through, and only then apt is asked', async () => {
  const roomy = machine({});
  await outcomeOn(roomy);
  expect(roomy.asked.some(({ kind }) => kind === 'usage' || kind === 'deleted-files')).toBe(false);
  expect(roomy.asked.some((request) => request.kind === 'exec' && request.argv[0] === 'apt-get')).toBe(true);
  const full = machine({ availableBytes: 0 });
  await outcomeOn(full);
  expect(full.asked.some(({ kind }) => kind === 'usage')).toBe(true);
  expect(full.asked.some((request) => request.kind === 'exec')).toBe(false);
});

test('nothing is asked for twice', async () => {
  const host = machine({ availableBytes: 0 });
  await outcomeOn(host);
  const asked = host.asked
    .filter((request) => request.kind !== 'space')
    .map((request) => JSON.stringify(request));
  expect(new Set(asked).size).toBe(asked.length);
});

test('a computer that tells nothing at all is unknown', async () => {
  const deaf: Host = { os: 'linux', ask: async () => ({ status: 'denied', why: 'EACCES', ms: 1 }) };
  expect(await outcomeOn(deaf)).toMatchObject({ status: 'unknown', findings: [] });
});
