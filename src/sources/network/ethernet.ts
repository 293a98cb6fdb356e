/** Wired links and address conflicts, asked of the tools that know. */
import { family, read, Unreadable, unparsable } from '../../contract.ts';
import { networkBatch } from './windows.ts';
import { parseWindowsModes } from './windows-links.ts';

/**
 * The fastest mode that both ends offer, in Mbit/s (`ethtool`); null where it names none. What the other
 * end offers is not told by every driver: then it is what the adapter can do.
 */
export const parseEthtool = (text: string): number | null => {
  if (!/^Settings for /m.test(text)) throw unparsable(text.trim().split('\n')[0] ?? '');
  const own = fastestOf(text, 'Supported');
  const other = fastestOf(text, 'Link partner advertised');
  return own === null || other === null ? own : Math.min(own, other);
};

const fastestOf = (text: string, whose: string): number | null => {
  const block =
    new RegExp(`${whose} link modes:((?:.*\\n)(?:\\s{2,}\\d+base\\S+.*\\n)*)`).exec(`${text}\n`)?.[1] ?? '';
  const speeds = [...block.matchAll(/(\d+)base/g)].map((match) => Number(match[1]));
  return speeds.length === 0 ? null : Math.max(...speeds);
};

/** macOS `ifconfig -m en0`; null where it names no speed. */
export const parseSupportedMedia = (text: string): number | null => {
  if (!/^[A-Za-z0-9]+: flags=/.test(text)) throw unparsable(text.trim().split('\n')[0] ?? '');
  const list = text.slice(text.indexOf('supported media:'));
  const speeds = text.includes('supported media:')
    ? [...list.matchAll(/\bmedia (\d{1,6})(G?)base/gi)].map(([, number, giga]) =>
        giga === '' ? Number(number) : Number(number) * 1000,
      )
    : [];
  return speeds.length === 0 ? null : Math.max(...speeds);
};

export const fastestMode = family('net.ethernet.modes', 'interface', (name: string) => ({
  on: {
    linux: read({ kind: 'exec', argv: ['ethtool', name] }, ({ stdout }) => parseEthtool(stdout)),
    darwin: read({ kind: 'exec', argv: ['ifconfig', '-m', name] }, ({ stdout }) =>
      parseSupportedMedia(stdout),
    ),
    win32: read(networkBatch, ({ stdout }) => parseWindowsModes(name)(stdout)),
  },
}));

/**
 * Whether another device answers for our own address (RFC 5227): `interface@address`. Needs raw
 * sockets. Both arping programs exist; this is the iputils form, and Habets' refuses `-D`'s
 * companions with a usage text, which is no verdict.
 */
export const addressProbe = family('net.arping', 'interface@address', (target: string) => {
  const [name = '', address = ''] = target.split('@');
  return {
    on: {
      linux: read(
        { kind: 'exec', argv: ['arping', '-D', '-q', '-c', '2', '-w', '2', '-I', name, address] },
        ({ exitCode, stderr }): { readonly taken: boolean } => {
          if (/permitted|denied/i.test(stderr)) throw new Unreadable('denied', stderr.trim());
          if (stderr.trim() !== '' || (exitCode !== 0 && exitCode !== 1))
            throw new Unreadable('failed', stderr.trim());
          return { taken: exitCode === 1 };
        },
      ),
    },
  };
});
